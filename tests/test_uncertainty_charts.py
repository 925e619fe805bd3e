"""The charts of the uncertainty: sound SVG with a name and its point in words, whatever the calculation holds."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given

from calculators.kalkyl.osakerhet.band import band
from calculators.kalkyl.osakerhet.modell import Modell
from calculators.kalkyl.osakerhet.rutnat import grid
from calculators.kalkyl.osakerhet.simulering import simulated
from calculators.kalkyl.osakerhet.spakar import assumed
from calculators.kalkyl.osakerhet.tornado import tornado
from calculators.swedish import NBSP
from calculators.views import charts
from tests.documents import kalkyler
from tests.modeller import document, model, row, span

SVG = "{http://www.w3.org/2000/svg}"
TURNING = document(
    [row("N1", span("Ärenden", 1, 2, 8, "st"), 10)], [row("K1", span("Licens", 10, 15, 60, "kr"))], gemensamma={}
)


def pictures(modell: Modell) -> list[str]:
    """Every chart of a model, the grid where there are two levers."""
    found = [charts.tornado("t", tornado(modell, 0.1)), charts.band("b", band(modell))]
    found.append(charts.histogram("h", simulated(modell, dragningar=200)))
    levers = [s for s in (assumed(spak, 0.1) for spak in modell.spakar) if s.varierar]
    if len(levers) > 1:
        found.append(charts.grid("g", grid(modell, *levers[:2])))
    return [picture for picture in found if picture]


def parsed(picture: str) -> ET.Element:
    return ET.fromstring(picture.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').replace(NBSP, " "))


def words(picture: str) -> list[str]:
    return [t.text or "" for t in parsed(picture).iter(f"{SVG}text")]


@given(kalkyler())
def test_every_chart_is_sound_has_a_name_and_says_its_point(given: dict[str, Any]) -> None:
    for picture in pictures(model(given)):
        wide, narrow = parsed(picture)
        ids = re.findall(r' id="([^"]+)"', picture)
        assert len(ids) == len(set(ids))
        for drawn in (wide, narrow):
            name, about = drawn[0], drawn[1]
            assert drawn.get("aria-labelledby", "").split() == [name.get("id"), about.get("id")]
            assert name.text
            assert (about.text or "").endswith(".")
        assert "nan" not in picture


@given(kalkyler())
def test_all_shapes_stand_inside_the_picture(given: dict[str, Any]) -> None:
    for picture in pictures(model(given)):
        for drawn in parsed(picture):
            _, _, width, height = map(float, drawn.get("viewBox", "").split())
            for shape in drawn.iter(f"{SVG}rect"):
                left, top, wide, high = (float(shape.get(k, "nan")) for k in ("x", "y", "width", "height"))
                assert -0.1 <= left <= left + wide <= width + 0.1
                assert -0.1 <= top <= top + high <= height + 0.1
            for words in drawn.iter(f"{SVG}text"):
                assert -0.1 <= float(words.get("x", "nan")) <= width + 0.1
                assert 0 <= float(words.get("y", "nan")) <= height


def test_a_tornado_names_its_factors_and_their_ends_and_the_likely_net_benefit() -> None:
    drawn = words(charts.tornado("t", tornado(model(TURNING))))
    assert {"Ärenden", "1 st", "8 st", "Licens", "10 kr", "60 kr", "Troligt: 30 kr", "Vid lägst", "Vid högst"} <= set(
        drawn
    )


def test_a_tornado_of_many_factors_shows_the_widest_and_says_how_many_are_left() -> None:
    many = document([row(f"N{n}", span(f"Faktor {n}", 1, 2, 3 + n)) for n in range(15)], [])
    picture = charts.tornado("t", tornado(model(many)))
    assert "Faktor 14" in words(picture)
    assert "Faktor 0" not in words(picture)
    assert "3 faktorer till finns i tabellen" in picture.replace(NBSP, " ")


def test_a_factor_that_raises_the_net_benefit_at_both_ends_has_two_bars_on_the_same_side() -> None:
    bent = document(
        [row("N1", {"ref": "x"}, {"ref": "x"})], [row("K1", 4, {"ref": "x"})], gemensamma={"x": span("Antal", 1, 2, 4)}
    )
    assert "1 / 4" in words(charts.tornado("t", tornado(model(bent))))


def test_a_grid_writes_every_net_benefit_and_draws_the_line_where_it_turns() -> None:
    modell = model(TURNING)
    picture = charts.grid("g", grid(modell, *modell.rorliga))
    assert picture.count("nk-cell--") == 2 * 25
    assert "nk-chart__turn" in picture
    numbers = words(picture)
    for x in ("0", "\u2212300", "420"):
        assert x in numbers
    level = document([row("N1", span("a", 1, 2, 3), span("b", 1, 2, 3))], [])
    assert "nk-chart__turn" not in charts.grid("g", grid(model(level), *model(level).rorliga))


def test_a_histogram_parts_the_draws_at_nothing_and_says_the_middle_nine_tenths() -> None:
    utfall = simulated(model(TURNING))
    picture = charts.histogram("h", utfall)
    assert "nk-bar--under" in picture
    assert "nk-bar--over" in picture
    assert any(w.startswith("Nio av tio: ") for w in words(picture))


def test_without_spans_there_is_no_tornado_and_no_histogram() -> None:
    modell = model(document([row("N1", 5)], []))
    assert charts.tornado("t", tornado(modell)) == ""
    assert charts.histogram("h", simulated(modell)) == ""


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e4, 1e6, 1e9])
def test_names_and_numbers_of_any_size_have_room(size: float) -> None:
    name = "En mycket lång benämning på en faktor som ingen kan läsa på en enda rad i någon bild"
    given = document([row("N1", span(name, size, 2 * size, 4 * size, "kr"), span("b", 1, 2, 3))], [])
    for picture in pictures(model(given)):
        for drawn in parsed(picture):
            _, _, width, _ = map(float, drawn.get("viewBox", "").split())
            for shown in drawn.iter(f"{SVG}text"):
                half = len(shown.text or "") * 6.3
                at, anchor = float(shown.get("x", "nan")), shown.get("text-anchor")
                left = at - {"start": 0.0, "middle": half / 2, "end": half}[str(anchor)]
                assert left >= -12, (shown.text, width)
                assert left + half <= width + 12, (shown.text, width)
