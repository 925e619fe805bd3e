"""The method guide: nine steps with their boxes, one example through them all, and figures that the engine computed."""

from html import unescape
from pathlib import Path
from typing import Any

import pytest

from macros.ekhamn import figure, worked
from macros.words import rows

STEPS = rows("metod/steg.toml")
each = pytest.mark.parametrize("step", STEPS, ids=lambda step: str(step["steg"]))


def built(site: Path, page: str) -> str:
    return unescape((site / page.removesuffix(".md") / "index.html").read_text(encoding="utf-8"))


def test_there_are_nine_steps_in_three_phases() -> None:
    assert [step["steg"] for step in STEPS] == list(range(1, 10))
    assert list(dict.fromkeys(step["fas"] for step in STEPS)) == [
        "Lägg grunden",
        "Gör en nyttoanalys",
        "Gör en nyttokalkyl",
    ]


@each
def test_a_step_has_its_box_and_its_place_among_the_nine(step: dict[str, str], site: Path) -> None:
    page = built(site, step["sida"])
    for words in ("tid", "resurser", "dokumentera"):
        assert step[words] in page
    assert f"Steg {step['steg']} av 9" in page
    row = page.partition('class="nk-stegrad"')[2].partition("</nav>")[0]
    assert row.count("<li>") == 9
    assert row.count('aria-current="step"') == 1


@each
def test_a_step_says_how_what_goes_wrong_and_what_comes_next(step: dict[str, str], site: Path) -> None:
    page = built(site, step["sida"])
    for anchor in ("ekhamn", "misstag", "sedan", "kallor"):
        assert f'id="{anchor}"' in page
    assert "Påhittat exempel" in page


@each
def test_the_map_leads_to_every_step(step: dict[str, str], site: Path) -> None:
    words = built(site, "metod").partition('class="nk-stegkarta"')[2]
    assert step["namn"] in words
    assert step["ger"] in words


def test_the_worked_figures_are_those_checked_by_hand() -> None:
    """The example's own sums by hand: 12 000 × 8 ÷ 60 = 1 600 hours, × 420 = 672 000; 40 × 2 × 420 = 33 600."""
    plain = {name: figure(name).replace("\u00a0", " ") for name in ("N1", "N1.timmar", "N2", "K3", "N1.arsarbetare")}
    assert plain == {
        "N1": "672 000 kr",
        "N1.timmar": "1 600 timmar",
        "N2": "90 000 kr",
        "K3": "33 600 kr",
        "N1.arsarbetare": "0,94 årsarbetare",
    }


def test_what_the_pages_say_in_words_about_the_example_is_so() -> None:
    """ "Kräver mer pengar än det ger", "hälften första året", "bara första året", "större från och med"."""
    kalkyl, result = worked()
    money = result.troligt.per_kategori["finansiell"]
    assert money["kostnad"] > money["nytta"]
    assert {row.faktor[0] for row in kalkyl.nyttor} == {0.5}
    assert [row.namn for row in kalkyl.kostnader if row.faktor == "engang"] == ["Förändringsledning", "Utbildning"]
    assert result.troligt.overstiger_ar == 2028
    assert [row.storlek for row in kalkyl.ej_varderade] == ["mattlig", "liten", None]


def test_a_figure_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(KeyError, match="nettonytta"):
        figure("nettot")


@each
def test_what_helps_in_a_step_stands_under_its_box(step: dict[str, Any], site: Path) -> None:
    words = built(site, step["sida"]).partition("Till hjälp:")[2].partition("</p>")[0]
    assert [tool["namn"] for tool in step["verktyg"] if f">{tool['namn']}</a>" in words] == [
        tool["namn"] for tool in step["verktyg"]
    ]
