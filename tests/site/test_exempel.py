"""The gallery of published calculations: what was compared and counted, and nothing that was not published."""

import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from macros.calculations import Calculation, calculations

ROOT = Path(__file__).parents[2]
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
def test_an_example_that_we_can_count_on_leads_to_its_calculator(found: Calculation, page: str) -> None:
    has_page = bool(found.kalkylator) and (ROOT / f"docs/kalkylatorer/{found.kalkylator}.md").is_file()
    assert (f'href="../kalkylatorer/{found.kalkylator}/"' in entry(found, page)) == has_page


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
