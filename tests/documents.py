"""Documents for hypothesis: sound nyttokalkyler, anything that is JSON, and sound ones with something broken."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from calculators.registry import calculator
from calculators.schema import fields_of

PARTIES = ["Solstad kommun", "Invånarna"]
kronor = st.integers(0, 10**7) | st.floats(0, 1e7).map(lambda x: round(x, 2))
spans = st.fixed_dictionaries({"lagst": kronor, "troligt": kronor, "hogst": kronor})
values = kronor | spans | st.just({"ref": "delad"})
words = st.text(max_size=12) | st.sampled_from(["kr", "%", " %", "h", "<b>", '"', "Färre brev"])
named = st.fixed_dictionaries(
    {"troligt": kronor}, optional={"namn": words, "enhet": words, "kalla": words, "hogst": kronor}
)
terms = st.lists(
    st.fixed_dictionaries(
        {"faktorer": st.lists(values | named, max_size=3)},
        optional={"tecken": st.sampled_from("+-"), "delare": st.sampled_from([1, 10, 60, -2])},
    ),
    max_size=2,
)
formulas = st.sampled_from(
    [
        "A × B",
        "A × B ÷ 60 × delad",
        "−A",
        "A − B × 40 %",
        "(A + B) × (delad − 2)",
        "b + a + b",
        "”Delad” × 2",
        "1 200,5",
    ]
)
factor = st.sampled_from([0, 0.5, 1, 1.2])
shared_formulas = st.sampled_from(
    [
        {},
        {"dubbel": {"formel": "delad × 2", "enhet": "kr"}},
        {"medel": {"formel": "(delad + dubbel) ÷ 2", "namn": "Medel"}, "dubbel": {"formel": "Delad + delad"}},
    ]
)


parts = st.lists(
    st.fixed_dictionaries({"perspektiv": st.sampled_from(PARTIES), "andel": st.sampled_from([0, 0.1, 0.25, 0.4])}), max_size=2
)


def profiles(horisont: int) -> st.SearchStrategy[Any]:
    return st.sampled_from(["lopande", "engang"]) | st.lists(factor, min_size=horisont, max_size=horisont)


def blocks(letter: str, horisont: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    about = {"perspektiv": st.sampled_from(PARTIES), "kategori": st.sampled_from(["finansiell", "omfordelning"])}
    extra = {"faktor": profiles(horisont), "timkostnad": st.integers(1, 1000), "timmar_per_ar": kronor, "namn": words,
             "vems_tid": st.sampled_from(["arbetstid", "egen"]), "fordelning": parts}
    direct = st.fixed_dictionaries({**about, "arligt_varde": values}, optional=extra)
    counted = st.fixed_dictionaries({**about, "termer": terms}, optional=extra)
    multiplied = st.fixed_dictionaries({**about, "faktorer": st.lists(values | named, max_size=3)}, optional=extra)
    letters = st.tuples(named, named).map(lambda pair: [{**row, "namn": n} for row, n in zip(pair, "AB", strict=True)])
    by_formula = st.fixed_dictionaries({**about, "faktorer": letters, "formel": formulas}, optional=extra)
    rows = st.lists(direct | counted | multiplied | by_formula, max_size=4)
    return rows.map(lambda found: [{**row, "id": f"{letter}{n}"} for n, row in enumerate(found)])


@st.composite
def kalkyler(draw: st.DrawFn) -> dict[str, Any]:
    """A nyttokalkyl without faults."""
    horisont = draw(st.sampled_from([6, 15, 25]))
    return {
        "horisont": horisont,
        "startar": draw(st.sampled_from([1, 1900, 2027])),
        "ranta": draw(st.sampled_from([0, 0.03, 0.035, 0.1, 0.99])),
        "diskontering": draw(st.sampled_from(["t0", "t1", "ingen"])),
        "perspektiv": PARTIES,
        "gemensamma": {"delad": draw(kronor | spans), **draw(shared_formulas)},
        "nyttor": draw(blocks("N", horisont)),
        "kostnader": draw(blocks("K", horisont)),
        "ej_varderade": draw(
            st.sampled_from([[], [{"id": "E1", "kategori": "miljo", "sida": "kostnad", "storlek": "stor"}]])
        ),
    }


def _names(cls: type) -> set[str]:
    return {name for n, f in fields_of(cls).items() for name in ({n} | (_names(f.row) if f.row else set()))}


keys = st.sampled_from(sorted(_names(calculator("nyttokalkyl").inputs) | _names(calculator("timkostnad").inputs)))
characters = st.sampled_from("\ud800\udfff") | st.characters()  # lone surrogates too: JSON can hold them
scalars = (
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats() | st.text(characters, max_size=8)
    | st.sampled_from(["lopande", "t0", "finansiell", "N1", "1e400", {"ref": "delad"}, {"troligt": 1}])
)  # fmt: skip
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(keys | st.text(characters, max_size=4), inner, max_size=5)
    ),
    max_leaves=20,
)


@st.composite
def broken(draw: st.DrawFn, sound: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    """A sound document in which one to three places hold something else, or nothing."""
    document = copy.deepcopy(draw(sound))
    for _ in range(draw(st.integers(1, 3))):
        at: Any = document
        while True:
            places = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not places:
                break
            place = draw(st.sampled_from(places))
            if isinstance(at[place], dict | list) and at[place] and draw(st.booleans()):
                at = at[place]
                continue
            if draw(st.booleans()) and isinstance(at, dict):
                del at[place]
            else:
                at[place] = draw(anything)
            break
    return document
