"""Texts of the form and JSON mean the same, and nothing is lost on the way between them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kalkyl.document import Nyttokalkyl
from calculators.registry import calculator
from calculators.schema import fields_of
from calculators.wire import encode, from_flat, from_json, shown, to_flat, typed
from calculators.wire.flat import declared_keys, unflattened
from calculators.wire.quantity import Reading, read_quantity
from tests.documents import kalkyler

KALKYL, WAGE = calculator("nyttokalkyl"), calculator("timkostnad")


@given(kalkyler())
def test_a_calculation_in_the_form_is_the_same_calculation(document: dict[str, Any]) -> None:
    inputs = from_json(KALKYL, document)
    flat = to_flat(inputs)
    read = from_flat(KALKYL, flat)
    assert read.inputs == inputs
    assert to_flat(read.inputs) == flat


@pytest.mark.parametrize("enhet", ["%", " % ", "kr", ""])
@pytest.mark.parametrize("place", ["faktor", "timmar_per_ar", "gemensam"])
def test_the_unit_that_a_value_carries_never_changes_its_size_on_the_way(enhet: str, place: str) -> None:
    value = {"troligt": 0.5, "hogst": 5, "enhet": enhet}
    row: dict[str, Any] = {"perspektiv": "A", "kategori": "omfordelning"}
    row |= {"termer": [{"faktorer": [value]}]} if place == "faktor" else {place: value} if place != "gemensam" else {}
    inputs = from_json(KALKYL, {"perspektiv": ["A"], "nyttor": [row], "gemensamma": {" x ": value}})
    assert from_flat(KALKYL, to_flat(inputs)).inputs == inputs


@given(kalkyler())
def test_every_key_of_the_form_is_a_declared_one(document: dict[str, Any]) -> None:
    keys = declared_keys(Nyttokalkyl)
    assert all(keys.fullmatch(key) for key in to_flat(from_json(KALKYL, document)))


NOT_KEYS = [
    *["", "x", "namn\n", "NAMN", "nyttor", "nyttor.0", "nyttor.x.namn", "nyttor..namn", "nyttor.٠.namn"],
    *["nyttor.0.namn.x", "nyttor.1000.namn", "nyttor.0.termer.0.faktorer.0", "__class__", "nyttor.0.__class__"],
]


@pytest.mark.parametrize("key", NOT_KEYS)
def test_no_other_key_is_a_declared_one(key: str) -> None:
    assert not declared_keys(Nyttokalkyl).fullmatch(key)


@given(st.integers(0, 100_000), st.integers(0, 6))
def test_per_cent_is_typed_as_per_cent_and_read_back_to_the_last_bit(n: int, decimals: int) -> None:
    x = float(f"{n}e-{decimals}") / 100
    assert read_quantity(typed(x, "%"), "%", "", Reading(True, {})) == x


@given(st.floats(1e-9, 1e6))
def test_any_share_is_read_back_to_within_its_last_bits(x: float) -> None:
    assert read_quantity(typed(x, "%"), "%", "", Reading(True, {})) == pytest.approx(x, rel=1e-15, abs=1e-300)


def test_per_cent_in_the_form_and_a_fraction_in_json_are_the_same_rate() -> None:
    assert from_flat(KALKYL, {"ranta": "3,5 %"}).inputs.ranta == from_json(KALKYL, {"ranta": 0.035}).ranta == 0.035
    assert to_flat(from_json(KALKYL, {"ranta": 0.07}))["ranta"] == "7"


AMOUNTS = calculator("diskontering")


@given(st.lists(st.integers(-(10**12), 10**12).map(lambda n: n / 1000), min_size=1, max_size=30))
def test_a_list_of_numbers_in_the_form_is_the_same_list(row: list[float]) -> None:
    inputs = from_json(AMOUNTS, {"varden": row})
    flat = to_flat(inputs)
    assert [k for k in flat if k.startswith("varden.")] == [f"varden.{n}" for n in range(len(row))]
    assert all(declared_keys(AMOUNTS.inputs).fullmatch(key) for key in flat)
    assert from_flat(AMOUNTS, flat).inputs == inputs


def test_each_number_of_a_list_is_answered_at_its_own_row_and_an_empty_one_is_only_missing() -> None:
    faults = from_flat(AMOUNTS, {"varden.0": "12", "varden.1": "tolv", "varden.2": " "}).faults
    assert [(f.field, f.missing) for f in faults] == [("varden.1", False), ("varden.2", True)]


def test_all_faults_of_a_form_come_at_once_each_at_its_field() -> None:
    flat = {"manadslon": "1.234", "arbetstid_h_per_manad": "0", "paslagsfaktor": "x"}
    read = from_flat(WAGE, flat)
    assert [f.field for f in read.faults] == list(flat)
    assert read.stops


def test_an_empty_field_is_missing_and_not_a_fault_to_mend() -> None:
    (fault,) = from_flat(WAGE, {"manadslon": " "}).faults
    assert (fault.code, fault.field, fault.missing) == ("E_TAL", "manadslon", True)


def test_a_missing_figure_of_a_nyttokalkyl_counts_as_nothing_and_is_named() -> None:
    flat = {
        "perspektiv.0": "A",
        "nyttor.0.perspektiv": "A",
        "nyttor.0.kategori": "finansiell",
        "nyttor.0.termer.0.faktorer.0.troligt": "",
    }
    read = from_flat(KALKYL, flat)
    assert [f.field for f in read.faults if f.missing] == ["nyttor.0.termer.0.faktorer.0.troligt"]
    assert not read.stops
    assert KALKYL.compute(read.inputs).troligt.summa_nyttor == 0.0


@given(
    st.dictionaries(
        st.lists(st.sampled_from(["a", "b", "0"]), min_size=1, max_size=4).map(".".join), st.text(max_size=3)
    )
)
def test_keys_that_fight_for_a_place_never_lose_a_group(flat: dict[str, str]) -> None:
    nested = unflattened(flat)
    for key in flat:
        at: Any = nested
        for part in key.split("."):
            at = at[part]
        assert isinstance(at, dict) or at == flat[key]


@pytest.mark.parametrize("x", [float("nan"), float("inf"), [float("-inf")]])
def test_no_json_is_written_that_others_cant_read(x: Any) -> None:
    with pytest.raises(ValueError, match="JSON"):
        encode(x)


def test_a_year_is_shown_as_years_are_written() -> None:
    field = fields_of(calculator("nyttokalkyl").inputs)["startar"]
    assert shown(field, 2027) == "2027"
