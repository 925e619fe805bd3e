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
    found |= draw(followed(found))
    scale = draw(factors)
    for row in (*found["nyttor"], *found["kostnader"]):
        row["namn"] = draw(st.sampled_from(["Färre brev", *SLY]))
        if draw(st.booleans()):
            row["fordelning"] = [{"perspektiv": PARTIES[1], "andel": draw(st.sampled_from([0, 0.25, 1 / 3, 0.7]))}]
        if isinstance(row.get("arligt_varde"), int | float):
            row["arligt_varde"] *= scale * draw(st.sampled_from([1, -1]))
    kept: dict[str, Any] = printable(found)
    return kept


def followed(document: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """How far the work has come, a plan for some benefits, and an outcome of some rows, also of rows that don't exist."""
    ids = [row["id"] for row in (*document["nyttor"], *document["kostnader"])]
    id, text, number = st.sampled_from(["", "X9", *ids]), st.sampled_from(["", *SLY]), st.sampled_from([0, 12.5, -3, 65, 1e7])
    planned = st.fixed_dictionaries(
        {"nytta": id, "indikator": st.sampled_from(["Minuter per ärende", *SLY])},
        optional={"enhet": text, "nollpunkt": number, "mal": number, "mal_nar": st.just("2029-12-31"), "ansvarig": text,
                  "hur_ofta": st.sampled_from(["ar", "kvartal"]), "antal": st.sampled_from([1, 4]), "kostnad": st.just(500),
                  "lage": st.sampled_from(["framme", "uteblir"]), "atgard": st.just("vanta"), "atgard_varfor": text},
    )  # fmt: skip
    year = st.sampled_from([document["startar"], document["startar"] + 1, 2050])
    factor = st.sampled_from(["", "Hela värdet", "Årsfaktor", "A", "B", "delad"])
    became = st.fixed_dictionaries({"rad": id, "faktor": factor, "ar": year, "varde": number}, optional={"kalla": text})
    return st.fixed_dictionaries(
        {},
        optional={"status": st.sampled_from(["beslutad", "drift"]), "forsening": st.sampled_from([0, 2]),
                  "prognos": st.just("kalkyl"), "matningar": st.lists(planned, max_size=3), "utfall": st.lists(became, max_size=4)},
    )  # fmt: skip


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
