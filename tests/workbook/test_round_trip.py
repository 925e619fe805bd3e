"""A nyttokalkyl goes out as a spreadsheet and comes home the same, and goes out the same again."""

from __future__ import annotations

import dataclasses as dc
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from calculators.commands import answer
from calculators.registry import calculator
from calculators.saved import State
from calculators.session import empty_state, example_state
from calculators.wire import from_flat
from calculators.workbook.bok import workbook
from calculators.workbook.oppna import read
from tests.workbook.strategies import CALC, documents, state_of_json

HOURLY, HOURS, KRONOR = "kr/h", "h", "kr"


def without_known_units(row: Any) -> Any:
    """A field that always is in kr/h needs no unit of its own, and loses it on the way."""
    found = row
    for name in ("timkostnad", "timmar_per_ar", "arligt_varde", "omrakning_timkostnad"):
        value = getattr(row, name, None)
        if value is not None and (value.enhet in (HOURLY, HOURS, KRONOR)):
            found = dc.replace(found, **{name: dc.replace(value, enhet="")})
    return found


def settled(state: State) -> Any:
    """The inputs, with what means the same written in one way."""
    inputs = without_known_units(from_flat(CALC, state.flat).inputs)
    sides = {side: tuple(map(without_known_units, getattr(inputs, side))) for side in ("nyttor", "kostnader")}
    return dc.replace(inputs, **sides)


def assert_comes_home(state: State) -> None:
    made = workbook(state, "2026-11-26")
    home, found = read(made)
    assert not found.anmarkningar
    assert settled(home) == settled(state)
    assert (home.origin, home.rest) == (state.origin, state.rest)
    assert workbook(home, "2026-11-26") == made


def test_the_examples_and_the_empty_calculation_come_home() -> None:
    calc = calculator("nyttokalkyl")
    for state in (empty_state(calc), *(example_state(calc, e.name) for e in calc.examples)):
        assert_comes_home(state)


@pytest.mark.slow
@settings(max_examples=25, phases=[Phase.generate])
@given(documents())
def test_any_nyttokalkyl_comes_home(document: dict[str, Any]) -> None:
    assert_comes_home(state_of_json(document))
    assert "output" in answer("nyttokalkyl", document, None)
