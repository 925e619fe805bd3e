"""Discounting: the conventions hold for every rate, and published tables are reproduced."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.finance import annuity_factor, discount_factors, first_above, present_value, running_sums, same
from tests.published import case

rates = st.floats(0, 0.99)
horizons = st.sampled_from([1, 6, 15, 25])
amounts = st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=25)
ekl = case("sv-ekl-nusummetabell")
cells = [(r, y) for y in ekl["inputs"]["years"] for r in ekl["inputs"]["rates"]]


@given(rates, horizons)
def test_t1_is_t0_divided_by_one_year_of_growth(ranta: float, years: int) -> None:
    t0, t1 = discount_factors(ranta, years, "t0"), discount_factors(ranta, years, "t1")
    assert t1 == pytest.approx([f / (1 + ranta) for f in t0], rel=1e-13)
    assert t0[0] == 1.0
    assert t1[:-1] == pytest.approx(t0[1:], rel=1e-13)


@given(rates, horizons, st.sampled_from(["t0", "t1"]))
def test_a_discount_factor_is_the_exact_one_to_the_thirteenth_figure(ranta: float, years: int, when: str) -> None:
    growth = 1 + Fraction(ranta)
    exact = [1 / growth ** (n + (when == "t1")) for n in range(years)]
    assert discount_factors(ranta, years, when) == pytest.approx([float(f) for f in exact], rel=1e-13)


@given(amounts, rates)
def test_without_discounting_the_present_value_is_the_sum(row: list[float], ranta: float) -> None:
    assert present_value(row, ranta, "ingen") == math.fsum(row) == present_value(row, 0.0, "t1")


@given(amounts)
def test_the_last_running_sum_is_the_exact_sum(row: list[float]) -> None:
    assert running_sums(row)[-1] == math.fsum(row)
    assert len(running_sums(row)) == len(row)


def test_the_annuity_table_has_all_its_132_values() -> None:
    assert len(cells) == len(ekl["expected"]["table"]) == 132


@pytest.mark.parametrize(("cell", "printed"), list(zip(cells, ekl["expected"]["table"], strict=True)))
def test_the_annuity_table_of_the_energy_agency_is_reproduced(cell: tuple[float, int], printed: float) -> None:
    tolerance = ekl.get("tolerance", {}).get("default", {}).get("abs", 0.0051)
    assert abs(annuity_factor(*cell, "t1") - printed) <= tolerance


def test_the_annuity_factors_of_the_method_are_reproduced() -> None:
    assert annuity_factor(0.03, 6, "t0") == pytest.approx(5.579707187, abs=5e-10)
    assert annuity_factor(0.03, 6, "t1") == pytest.approx(5.417191444, abs=5e-10)


@pytest.mark.parametrize("part", ["a", "b", "c"])
def test_the_documented_present_values_of_adobe_are_reproduced(part: str) -> None:
    found = case("doc-adobe-npv")
    ranta, row = found["inputs"][part]
    assert present_value(row, ranta, "t1") == pytest.approx(found["expected"][part], abs=1e-8)


def test_the_textbook_present_values_are_reproduced() -> None:
    found = case("sv-pluggakuten-nuvarde")
    (amount, years), (yearly, times) = found["inputs"]["single"], found["inputs"]["annuity"]
    assert present_value([0] * (years - 1) + [amount], 0.05, "t1") == pytest.approx(
        found["expected"]["single"], abs=0.6
    )
    assert present_value([yearly] * times, 0.05, "t1") == pytest.approx(found["expected"]["annuity"], abs=0.6)


def test_costs_are_not_taken_away_twice_as_in_a_published_mistake() -> None:
    found = case("doc-pastebin-npv-fel")
    net = [b - c for b, c in zip(found["inputs"]["benefit"], found["inputs"]["cost"], strict=True)]
    assert net == found["expected"]["net"]
    worth = present_value(net, found["discount_rate"], "t1")
    assert worth == pytest.approx(5825.51, abs=0.005)
    assert abs(worth - found["expected"]["npv_printed_sum"]) < 3  # theirs has factors of three decimals
    assert abs(worth - found["expected"]["npv_printed_final"]) > 40_000


def test_a_published_factor_for_the_wrong_horizon_is_not_reproduced() -> None:
    printed = case("sv-handbok-skog-annuitet")["expected"]["annuity_factor"]
    assert annuity_factor(0.035, 50, "t1") == pytest.approx(23.4556, abs=5e-5)
    assert annuity_factor(0.035, 40, "t1") == pytest.approx(printed, abs=0.05)


@given(st.floats(-1e12, 1e12))
def test_amounts_that_only_floats_can_tell_apart_are_the_same(x: float) -> None:
    assert same(x, x * (1 + 1e-12))
    assert same(0.1 + 0.2, 0.3)
    assert not same(x, x + max(1.0, abs(x)) * 1e-8)


def test_the_crossing_year_is_the_first_strictly_greater() -> None:
    assert first_above([0.1 + 0.2, 1], [0.3, 1]) is None
    assert first_above([1, 3, 1], [2, 2, 2]) == 1
    assert first_above([], []) is None
