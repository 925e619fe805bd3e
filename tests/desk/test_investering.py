"""Investments: rates, pay-back and annuity agree with two libraries, with published cases, and with their definitions."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy_financial as npf
import pytest
import pyxirr
from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.commands import answer
from calculators.finance import annuity, annuity_factor, discount_factors, payback, present_value, running_sums
from calculators.internal_rate import internal_rates, sign_changes
from calculators.registry import calculator
from calculators.wire import from_json
from tests.published import case

kronor = st.integers(-1_000_000, 1_000_000).map(float)
rows = st.lists(kronor, min_size=1, max_size=26)
rates = st.just(0.0) | st.floats(0.001, 0.5)


def output(given: dict[str, Any]) -> Any:
    reply = answer("investering", given, None)
    assert "output" in reply, reply
    return reply["output"]


@st.composite
def one_turn(draw: st.DrawFn) -> list[float]:
    """An outlay in the first years, and income in all the later ones: exactly one rate."""
    out = draw(st.lists(st.integers(1, 10**6), min_size=1, max_size=4))
    back = draw(st.lists(st.integers(1, 10**6), min_size=1, max_size=20))
    return [-float(x) for x in out] + [float(x) for x in back]


@given(rows, rates, st.sampled_from([0, 1]))
def test_the_present_value_is_that_of_two_libraries(row: list[float], ranta: float, first: int) -> None:
    found = output({"belopp": row, "ranta": ranta, "forsta_ar": first}).nuvarde
    from_year_0 = [0.0] * first + row
    assert found == pytest.approx(npf.npv(ranta, from_year_0), rel=1e-9, abs=1e-6)
    assert found == pytest.approx(pyxirr.npv(ranta, from_year_0), rel=1e-9, abs=1e-6)


@given(one_turn())
def test_a_row_that_turns_once_has_the_one_rate_that_pyxirr_finds(row: list[float]) -> None:
    (rate,) = internal_rates(row)
    theirs = pyxirr.irr(row)
    assume(theirs is not None)
    assert rate == pytest.approx(theirs, rel=1e-6, abs=1e-9)


@given(one_turn().filter(lambda row: sum(row) > 0))
def test_a_row_that_pays_off_has_the_rate_that_numpy_financial_finds(row: list[float]) -> None:
    (rate,) = internal_rates(row)
    theirs = npf.irr(row)
    assume(math.isfinite(theirs))
    assert rate == pytest.approx(theirs, rel=1e-6, abs=1e-9)


@given(
    st.lists(st.sampled_from([-0.9, -0.5, -0.1, 0.0, 0.03, 0.1, 0.25, 1.0, 4.0]), min_size=1, max_size=5, unique=True)
)
def test_every_rate_that_a_row_was_made_from_is_found_and_no_other(made_from: list[float]) -> None:
    row = np.poly([1 + r for r in made_from])  # zero where 1 + rate is one of these, whatever the year
    assert internal_rates([float(x) for x in row]) == pytest.approx(sorted(made_from), abs=1e-6)


@given(rows)
def test_at_every_rate_found_the_row_is_worth_nothing_beside_its_size(row: list[float]) -> None:
    found = internal_rates(row)
    assert list(found) == sorted(found)
    assert len(found) <= max(sign_changes(row), 0)
    for rate in found:
        assert rate > -1
        values = [x / (1 + rate) ** n for n, x in enumerate(row)]
        assert abs(math.fsum(values)) <= 1e-6 * math.fsum(map(abs, values))


@given(rows)
def test_numpys_polynomial_has_no_clear_rate_that_we_miss(row: list[float]) -> None:
    trimmed = np.trim_zeros(row)
    assume(len(trimmed) > 1 and len(trimmed) <= 12)
    theirs = [z.real - 1 for z in np.roots(trimmed) if abs(z.imag) < 1e-12 and z.real > 1e-6]
    derivative = np.polyder(trimmed)
    clear = [r for r in theirs if abs(np.polyval(derivative, 1 + r)) > 1e-3 * np.polyval(np.abs(trimmed), 1 + r)]
    found = internal_rates(row)
    for rate in clear:
        assert any(rate == pytest.approx(r, rel=1e-4, abs=1e-6) for r in found), (rate, found)


@given(rows)
def test_a_scale_or_an_empty_year_before_changes_no_rate(row: list[float]) -> None:
    assert internal_rates([0.0, *row]) == internal_rates(row)
    assert internal_rates([x * 4 for x in row]) == internal_rates(row)


@pytest.mark.parametrize("row", [[], [5.0], [0.0, 0.0], [1.0, 2.0], [-1.0, -2.0], [100.0, -100.0, 100.0]])
def test_where_there_is_no_rate_none_is_given_and_it_is_said(row: list[float]) -> None:
    assert internal_rates(row) == ()
    if row:
        found = output({"belopp": row})
        assert found.internrantor == ()
        assert found.internranta_i_ord.startswith("Ingen.")


def test_several_rates_are_all_given_and_it_is_said() -> None:
    found = output({"belopp": [-100, 230, -132]})
    assert found.internrantor == pytest.approx((0.1, 0.2), rel=1e-9)
    assert "10" in found.internranta_i_ord
    assert "20" in found.internranta_i_ord
    assert "2\u00a0internräntor" in found.internranta_i_ord
    assert [
        d.level
        for d in calculator("investering").doubts(from_json(calculator("investering"), {"belopp": [-100, 230, -132]}))
    ] == ["info"]


def test_a_rate_that_is_only_touched_is_found_once() -> None:
    assert internal_rates([-1, 2.2, -1.21]) == pytest.approx((0.1,), abs=1e-6)


@pytest.mark.parametrize(
    ("row", "printed"), list(zip(*(case("lib-formulajs-excel")[k]["irr"] for k in ("inputs", "expected")), strict=True))
)
def test_the_published_internal_rates_of_a_spreadsheet_are_reproduced(row: list[float], printed: float) -> None:
    assert internal_rates(row) == pytest.approx((printed,), rel=1e-9)


@pytest.mark.parametrize(
    ("asked", "printed"),
    list(zip(*(case("lib-formulajs-excel")[k]["npv"] for k in ("inputs", "expected")), strict=True)),
)
def test_the_published_present_values_of_a_spreadsheet_have_their_first_amount_in_year_1(
    asked: Any, printed: float
) -> None:
    ranta, row = asked
    assert output({"belopp": row, "ranta": ranta, "forsta_ar": 1}).nuvarde == pytest.approx(printed, rel=1e-9)
    assert output({"belopp": row, "ranta": ranta, "forsta_ar": 0}).nuvarde == pytest.approx(
        printed * (1 + ranta), rel=1e-9
    )


logilu = case("sv-logilu-payback")


@pytest.mark.parametrize("n", range(4))
def test_the_textbook_pay_backs_are_reproduced(n: int) -> None:
    outlay, yearly = logilu["inputs"]["G"][n], logilu["inputs"]["a"][n]
    found = output({"belopp": [-outlay, *[yearly] * 12]}).aterbetalningstid
    assert found == pytest.approx(logilu["expected"]["payback"][n], abs=5e-5)
    assert (found <= logilu["inputs"]["limit"][n]) is logilu["expected"]["buy"][n]


def test_what_is_never_paid_back_is_never() -> None:
    found = output({"belopp": [-100, 50, 49.99], "ranta": 0})
    assert (found.aterbetalningstid, found.aterbetalningstid_diskonterad) == ("aldrig", "aldrig")
    later = output({"belopp": [-100, 50, 51], "ranta": 0.05})
    assert later.aterbetalningstid == pytest.approx(1 + 50 / 51)
    assert later.aterbetalningstid_diskonterad == "aldrig"


def test_tenths_that_floats_cant_hold_are_paid_back_when_a_person_says_so() -> None:
    assert payback([-0.3, 0.1, 0.2]) == 2
    assert payback([0.1, 0.2, -0.3]) == 0


@given(rows, st.sampled_from([0, 1]))
def test_pay_back_is_the_first_moment_when_nothing_is_owed(row: list[float], first: int) -> None:
    found, sums = payback(row, first), running_sums(row)
    if all(x >= 0 for x in sums):
        assert found == 0
    elif found is None:
        begun = next(n for n, x in enumerate(sums) if x < 0)
        assert all(x < 0 for x in sums[begun:])
    else:
        n = math.ceil(found - 1e-12) - first
        owed = sums[n - 1] + (found - (first + n - 1)) * row[n]
        assert owed == pytest.approx(0, abs=1e-6 * max(map(abs, row)))
        assert sums[n - 1] < 0 <= sums[n]


@given(rows, rates)
def test_discounting_never_pays_back_an_investment_sooner(row: list[float], ranta: float) -> None:
    row = [-abs(row[0]) - 1, *map(abs, row[1:])]
    found = output({"belopp": row, "ranta": ranta})
    if found.aterbetalningstid_diskonterad != "aldrig":
        assert found.aterbetalningstid <= found.aterbetalningstid_diskonterad + 1e-9


@given(rows.filter(lambda r: len(r) > 1), rates, st.sampled_from([0, 1]))
def test_the_annuity_is_worth_as_much_as_the_row_and_is_that_of_numpy_financial(
    row: list[float], ranta: float, first: int
) -> None:
    found, years = output({"belopp": row, "ranta": ranta, "forsta_ar": first}), len(row) - 1 + first
    assert present_value([found.annuitet] * years, ranta, "t1") == pytest.approx(found.nuvarde, rel=1e-9, abs=1e-6)
    assert found.annuitet == pytest.approx(-npf.pmt(ranta, years, found.nuvarde), rel=1e-9, abs=1e-6)


def test_a_single_amount_today_has_no_years_to_be_spread_over() -> None:
    assert annuity(100.0, 0.03, 0) is None
    assert output({"belopp": [100]}).annuitet is None


@given(rows, rates)
def test_the_ratio_and_the_present_value_tell_the_same_story(row: list[float], ranta: float) -> None:
    found = output({"belopp": row, "ranta": ranta})
    if found.nytta_per_kostnad is None:
        assert not [x for x in row if x < 0]
    else:
        out = math.fsum(-x for x in found.diskonterade if x < 0)
        assert (found.nytta_per_kostnad - 1) * out == pytest.approx(found.nuvarde, abs=1e-9 * math.fsum(map(abs, row)))


def test_the_e_referral_case_has_its_ratio_only_when_costs_and_benefits_stand_apart() -> None:
    """Yearly amounts that are already netted give 3.1, not the printed 2.0: the page says so."""
    referral = case("uk-ereferral-cba")
    netted = [-1200.0, *[1130.0 - 300.0] * 5]
    found = output({"belopp": netted, "ranta": referral["discount_rate"]})
    assert found.nuvarde == pytest.approx(referral["expected"]["npv"], abs=1)
    assert found.nytta_per_kostnad == pytest.approx(830 * annuity_factor(0.035, 5, "t1") / 1200)
    assert abs(found.nytta_per_kostnad - referral["expected"]["bcr"]) > 1


@given(rows, rates, st.sampled_from(["t0", "t1", "ingen"]))
def test_discounting_alone_is_the_same_sum(row: list[float], ranta: float, when: str) -> None:
    found = answer("diskontering", {"varden": row, "ranta": ranta, "diskontering": when}, None)["output"]
    assert found.faktorer == discount_factors(ranta, len(row), when)
    assert found.summa == present_value(row, ranta, when)
    assert found.summa_odiskonterad == math.fsum(row)
