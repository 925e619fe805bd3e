"""Nyttokalkyler for the spreadsheet: what tests/documents.py draws, with shares, rough estimates and text that looks like formulas."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from calculators.registry import calculator
from calculators.saved import State
from calculators.wire import from_json, to_flat
from calculators.workbook.blad import CONTROL
from tests.documents import PARTIES, kalkyler

CALC = calculator("nyttokalkyl")
SLY = ["=1+1", "@SUM(A1)", "+46 8", "-", "N*", "?", "<b>", "12", 'Å och "ä"', "rad\nrad", "~", "'"]
factors = st.sampled_from([1.0, 1.0, 1e6, 1e-6])


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A nyttokalkyl without faults, with everything that the tabs have room for."""
    found = draw(kalkyler())
    found["namn"] = draw(st.sampled_from(["", "Digital bokning", *SLY]))
    found["niva"] = draw(st.sampled_from(["full", "full", "overslag"]))
    found["perspektiv"] = [*PARTIES, *draw(st.lists(st.sampled_from(SLY), max_size=2, unique=True))]
    if draw(st.booleans()):
        found["omrakning_timkostnad"] = draw(
            st.sampled_from([400, {"troligt": 350.5, "namn": "Snitt", "kalla": "egen"}])
        )
    if draw(st.booleans()):
        found |= {"organisation": "Solstad", "lage": "fordjupning"}
    scale = draw(factors)
    for row in (*found["nyttor"], *found["kostnader"]):
        row["namn"] = draw(st.sampled_from(["Färre brev", *SLY]))
        if draw(st.booleans()):
            row["fordelning"] = [{"perspektiv": PARTIES[1], "andel": draw(st.sampled_from([0, 0.25, 1 / 3, 0.7]))}]
        if isinstance(row.get("arligt_varde"), int | float):
            row["arligt_varde"] *= scale * draw(st.sampled_from([1, -1]))
    kept: dict[str, Any] = printable(found)
    return kept


def printable(value: Any) -> Any:
    """The document without what no cell can hold: control characters, carriage returns, and space around a text."""
    if isinstance(value, str):
        return CONTROL.sub("", value).replace("\r", "").replace("\x85", "").strip()
    if isinstance(value, list):
        return [printable(inner) for inner in value]
    return {key: printable(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def state_of_json(document: dict[str, Any]) -> State:
    """The state of a document that the command line takes."""
    state = State(to_flat(from_json(CALC, document)))
    assert CALC.modernised
    found: State = CALC.modernised(state)
    return found
