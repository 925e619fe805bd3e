"""The gallery of published calculations: what was compared and counted, and nothing that was not published."""

import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from calculators.link import decode
from calculators.registry import calculator
from calculators.session import Session, example_state
from macros.calculations import Calculation, calculations

each = pytest.mark.parametrize("found", calculations(), ids=lambda found: found.id)


@pytest.fixture(scope="module")
def page(site: Path) -> str:
    return unescape((site / "exempel/index.html").read_text(encoding="utf-8"))


def entry(found: Calculation, page: str) -> str:
    return page.partition(f'id="{found.id}"')[2].partition("<h3")[0]


@each
def test_an_example_says_what_is_known_and_that_the_rest_is_not(found: Calculation, page: str) -> None:
    told = entry(found, page)
    for words in (found.vem, found.alternativ_a, found.alternativ_b, found.ramar, found.resultat):
        assert words in told
    assert ("Vi har inte läst något publicerat resultat." in told) == (not found.resultat)
    assert ("året är inte känt" in told) == (found.ar is None)
    assert (found.url or "Inera: Kunskapsbas för nyttoanalyser") in page


@each
def test_an_example_that_we_can_count_on_opens_filled_in_and_says_whose_figures_they_are(found: Calculation, page: str) -> None:
    opened = re.search(rf'href="\.\./kalkylatorer/{found.kalkylator}/#([^"]+)">([^<]+)<', entry(found, page))
    assert bool(opened) == bool(found.kalkylator)
    if opened:
        ours = calculator(found.kalkylator)
        wanted = found.ifylld or ours.examples[0].name
        assert decode(opened[1]) == Session(ours, example_state(ours, wanted)).document()
        assert opened[2].endswith("kalkylens egna tal" if found.ifylld else "påhittade tal")
        assert wanted.startswith("Påhittad") != bool(found.ifylld)


def test_an_example_without_a_source_stops_the_build(
    build_with: Callable[[str, str], subprocess.CompletedProcess[str]],
) -> None:
    wrong = (
        '[[exempel]]\nid = "nytt"\ntitel = "Nytt"\nom = "Nytt."\ntyp = "nyttokalkyl"\nvem = "Någon"\n'
        'slag = "kommun"\nomrade = "valfardsteknik"\nkalkylator = "finns_inte"\n'
    )
    built = build_with("exempel/exempel.toml", wrong)
    assert built.returncode != 0
    assert "(Nytt): there is no kalkylator 'finns_inte'; there are: " in built.stdout + built.stderr
