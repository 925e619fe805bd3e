"""Levers moved one at a time: the tornado and the switching values against the whole calculation done again."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kalkyl.osakerhet.meningar import range_sentence, switching_sentence
from calculators.kalkyl.osakerhet.rutnat import grid, steps
from calculators.kalkyl.osakerhet.spakar import Spak, assumed
from calculators.kalkyl.osakerhet.tornado import tornado
from calculators.kalkyl.osakerhet.vandpunkt import Vandpunkt, switching_value, switching_values
from calculators.swedish import NBSP
from tests.documents import kalkyler
from tests.modeller import document, model, net_benefit, row, scale, span

BOOKINGS = document(
    [row("N1", 1200, span("Minuter per bokning", 5, 8, 10), 2)],
    [row("K1", 1000), row("K2", {"namn": "Licens", "troligt": 6680, "enhet": "kr"})],
)


def switching(given: dict[str, Any], name: str) -> Vandpunkt:
    found = [v for v in switching_values(model(given)) if v.spak.namn == name]
    assert len(found) == 1
    return found[0]


def sentence(given: dict[str, Any], name: str) -> str:
    return switching_sentence(switching(given, name)).replace(NBSP, " ")


@given(kalkyler())
def test_the_net_benefit_of_the_model_is_that_of_the_calculation(given: dict[str, Any]) -> None:
    modell = model(given)
    assert modell.netto() == pytest.approx(net_benefit(given, {}), abs=1e-12 * scale(modell))


@given(kalkyler(), st.floats(0.01, 0.9))
def test_each_bar_is_the_calculation_done_again_with_one_factor_changed(given: dict[str, Any], others: float) -> None:
    modell = model(given)
    for bar in tornado(modell, others):
        for x, shown in ((bar.spak.lagst, bar.vid_lagst), (bar.spak.hogst, bar.vid_hogst)):
            at = {bar.spak.nyckel: x}
            assert shown == pytest.approx(net_benefit(given, at), abs=1e-12 * scale(modell, at) + 1e-12 * scale(modell))


@given(kalkyler())
def test_the_tornado_holds_every_factor_with_a_span_once_and_the_widest_first(given: dict[str, Any]) -> None:
    modell = model(given)
    bars = tornado(modell)
    assert sorted(b.spak.nyckel for b in bars) == sorted(s.nyckel for s in modell.rorliga)
    assert [b.svang for b in bars] == sorted((b.svang for b in bars), reverse=True)
    assert len({s.nyckel for s in modell.spakar}) == len(modell.spakar)
    assert sum(s.nyckel.startswith("gemensamma") for s in modell.spakar) <= 1


@given(kalkyler())
def test_at_its_switching_value_the_net_benefit_is_nothing(given: dict[str, Any]) -> None:
    modell = model(given)
    for v in switching_values(modell):
        if v.varde is not None and abs(v.varde) < 1e90:
            at = {v.spak.nyckel: v.varde}
            assert net_benefit(given, at) == pytest.approx(0, abs=1e-9 * (scale(modell) + scale(modell, at)))
        if v.utfall == "noll":
            assert abs(v.netto) <= 1e-9 * max(1.0, abs(v.netto))


@given(kalkyler(), st.floats(0, 4))
def test_no_value_turns_a_result_that_is_said_not_to_turn(given: dict[str, Any], times: float) -> None:
    modell = model(given)
    for v in switching_values(modell):
        x = v.spak.troligt * times
        if v.utfall in ("aldrig", "golv", "tak") and (v.spak.tak is None or x <= v.spak.tak):
            turned = modell.netto({v.spak.nyckel: x})
            assert turned * math.copysign(1, v.netto) >= -1e-9 * scale(modell, {v.spak.nyckel: x})


def test_a_switching_value_is_said_in_a_sentence() -> None:
    assert sentence(BOOKINGS, "Minuter per bokning") == (
        "Om minuter per bokning blir under 3,2 i stället för 8 (minus 60 %) är kostnaderna större än nyttorna."
    )
    assert sentence(BOOKINGS, "Licens") == (
        "Om licens blir över 18 200 kr i stället för 6 680 kr (plus 172 %) är kostnaderna större än nyttorna."
    )
    assert range_sentence(switching(BOOKINGS, "Minuter per bokning")) == "Det ligger utanför spannet 5 till 10."


def test_a_result_below_zero_turns_the_other_way() -> None:
    given = document([row("N1", 10, span("Ärenden", 1, 2, 8))], [row("K1", 50)])
    assert sentence(given, "Ärenden") == (
        "Om ärenden blir över 5 i stället för 2 (plus 150 %) är nyttorna större än kostnaderna."
    )
    assert range_sentence(switching(given, "Ärenden")) == "Det ligger inom spannet 1 till 8."


def test_a_share_turns_in_percentage_points_and_not_above_a_hundred_per_cent() -> None:
    share = span("Andel digitalt", 0.4, 0.5, 0.6, "%")
    assert sentence(document([row("N1", 100, share)], [row("K1", 38)]), "Andel digitalt") == (
        "Om andel digitalt blir under 38 % i stället för 50 % (minus 12 procentenheter) är kostnaderna större än nyttorna."
    )
    beyond = document([row("N1", 100, share)], [row("K1", 120)])
    assert switching(beyond, "Andel digitalt").utfall == "tak"
    assert switching(beyond, "Andel digitalt").varde == pytest.approx(1.2)
    assert sentence(beyond, "Andel digitalt") == "Även om andel digitalt blir 100 % är kostnaderna större än nyttorna."


def test_a_factor_that_would_have_to_be_negative_is_said_not_to_turn_even_at_nothing() -> None:
    given = document([row("N1", {"namn": "Ärenden", "troligt": 10}), row("N2", 500)], [row("K1", 100)])
    assert switching(given, "Ärenden").utfall == "golv"
    assert sentence(given, "Ärenden") == "Även om ärenden blir 0 är nyttorna större än kostnaderna."


def test_a_factor_of_a_row_that_is_nothing_is_said_not_to_matter() -> None:
    given = document([row("N1", {"namn": "Minuter", "troligt": 10}, 0), row("N2", 5)], [])
    assert sentence(given, "Minuter") == (
        "Minuter avgör inte vilka som är störst: hur värdet än ändras är nyttorna större än kostnaderna."
    )


def test_equal_benefits_and_costs_are_said_to_be_equal() -> None:
    given = document([row("N1", {"namn": "A-värde", "troligt": 0.3})], [row("K1", 0.1), row("K2", 0.2)])
    assert switching(given, "A-värde").utfall == "noll"


def test_a_switching_value_close_to_the_likely_one_is_shown_apart_from_it() -> None:
    given = document([row("N1", {"namn": "Antal", "troligt": 50000.4})], [row("K1", 50000.1)])
    assert "blir under 50 000,1 i stället för 50 000,4" in sentence(given, "Antal")


def test_a_factor_used_twice_in_a_product_turns_where_its_square_does() -> None:
    given = document([row("N1", {"ref": "sida"}, {"ref": "sida"})], [row("K1", 50)], gemensamma={"sida": 10})
    (v,) = [v for v in switching_values(model(given)) if v.spak.namn == "sida"]
    assert v.varde == pytest.approx(math.sqrt(50), rel=1e-15)
    assert v.spak.rader == ("N1",)


def test_the_nearest_of_two_roots_is_found() -> None:
    # x² − 10x + 21 is 0 at 3 and 7; from 6 the nearest is 7
    given = document(
        [row("N1", {"ref": "x"}, {"ref": "x"}), row("N2", 21)], [row("K1", 10, {"ref": "x"})], gemensamma={"x": 6}
    )
    (v,) = [v for v in switching_values(model(given)) if v.spak.namn == "x"]
    assert v.varde == pytest.approx(7, rel=1e-14)


def test_a_net_benefit_that_bends_without_crossing_nothing_is_said_not_to_turn() -> None:
    given = document(
        [row("N1", {"ref": "x"}, {"ref": "x"}), row("N2", 26)], [row("K1", 10, {"ref": "x"})], gemensamma={"x": 6}
    )
    (v,) = [v for v in switching_values(model(given)) if v.spak.namn == "x"]
    assert (v.utfall, v.varde) == ("aldrig", None)


def test_levers_are_named_so_that_no_two_are_alike() -> None:
    minutes = span("Minuter", 1, 2, 3, "min")
    given = document(
        [row("N1", minutes, 5), {**row("N2", minutes), "namn": "Färre brev"}],
        [{"id": "K1", "namn": "Licens", "perspektiv": "A", "kategori": "finansiell", "arligt_varde": 10}],
    )
    assert [(s.namn, s.enhet, s.rader) for s in model(given).spakar] == [
        ("Minuter (N1)", "min", ("N1",)), ("Faktor 2 i N1", "", ("N1",)),
        ("Minuter (N2 Färre brev)", "min", ("N2",)), ("Licens", "kr", ("K1",)),
    ]  # fmt: skip


def test_a_span_that_somebody_assumes_stays_within_what_the_factor_can_be() -> None:
    share = Spak("k", "Andel", "%", 0.95, 0.95, 0.95, ())
    assert (assumed(share, 0.1).lagst, assumed(share, 0.1).hogst) == (pytest.approx(0.855), 1.0)
    assert assumed(share, 0.1).antagen
    below = Spak("k", "Saldo", "kr", -50, -50, -50, ())
    assert (assumed(below, 0.1).lagst, assumed(below, 0.1).hogst) == (pytest.approx(-55), pytest.approx(-45))
    own = Spak("k", "Antal", "", 1, 2, 3, ())
    assert assumed(own, 0.1) is own


@given(kalkyler(), st.sampled_from([3, 5, 7]))
def test_each_cell_of_a_grid_is_the_calculation_done_again(given: dict[str, Any], places: int) -> None:
    modell = model(given)
    levers = [s for s in (assumed(spak, 0.2) for spak in modell.spakar) if s.varierar][:2]
    if len(levers) == 2:
        found = grid(modell, levers[0], levers[1], places)
        for r, y in enumerate(found.rader[:3]):
            for k, x in enumerate(found.kolumner[:3]):
                at = {levers[0].nyckel: y, levers[1].nyckel: x}
                assert found.netto[r][k] == pytest.approx(net_benefit(given, at), abs=1e-11 * scale(modell, at))


def test_a_grid_runs_from_the_lowest_to_the_highest_value_with_the_likely_one_in_the_middle() -> None:
    assert steps(Spak("k", "", "", 2, 4, 10, ()), 5) == (2, 3, 4, 7, 10)
    assert steps(Spak("k", "", "", 10, 4, 2, ()), 5) == (2, 3, 4, 7, 10)
    assert steps(Spak("k", "", "", 4, 4, 10, ()), 5) == (4, 5.5, 7, 8.5, 10)


def test_a_grid_needs_two_levers_that_move() -> None:
    modell = model(BOOKINGS)
    still, moving = modell.spakar[0], modell.rorliga[0]
    for pair in ((moving, moving), (moving, still)):
        with pytest.raises(ValueError, match="two levers"):
            grid(modell, *pair)
    with pytest.raises(ValueError, match="3, 5, 7"):
        grid(modell, moving, assumed(still, 0.1), 4)


def test_a_switching_value_is_the_same_whichever_way_it_is_asked_for() -> None:
    modell = model(BOOKINGS)
    for v in switching_values(modell):
        assert switching_value(modell, modell.spak(v.spak.nyckel)) == v
    with pytest.raises(KeyError, match=r"no lever 'x'"):
        modell.spak("x")


def test_a_change_of_more_than_ten_times_is_said_in_times() -> None:
    given = document([row("N1", 3000)], [row("K1", {"namn": "Licens", "troligt": 20, "enhet": "kr"})])
    assert sentence(given, "Licens") == (
        "Om licens blir över 3 000 kr i stället för 20 kr (150 gånger så mycket) är kostnaderna större än nyttorna."
    )
