"""Whatever stands in the cells of a file, reading it gives a calculation to look at or a sentence, and never stops the page."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from calculators.registry import calculator
from calculators.saved import Unreadable, state_of
from calculators.wire import from_flat
from calculators.workbook.inlast.egen import is_own, read_own
from calculators.workbook.inlast.frammande import mappings, read_foreign
from calculators.workbook.inlast.radtabell import read_table
from calculators.workbook.inlast.rutnat import Flik, Ruta
from calculators.workbook.kalkyl import ID
from calculators.workbook.oppna import document, read, tabs
from calculators.workbook.plats import EJ_VARDERADE, FAKTORER, KALLOR, KOSTNADER, NYTTOR, START, UPPFOLJNING
from tests.workbook.test_follow_up import followed
from tests.workbook.test_round_trip import workbook

CALC = calculator(ID)
OWN, _NAMES = tabs(workbook(followed()))
FORM = mappings()[0]
WORDS = sorted({words for part in FORM.values() if isinstance(part, dict) for x in part.values() if isinstance(x, list) for words in x})
LABELS = [*WORDS, "N1", "K1", "N2", "Faktor", "Årligt värde", "Troligt", "Lägst", "Högst", "Namn", "År 1", "2027", "Typ", "Källa"]
values = st.one_of(
    st.sampled_from([0.0, 1.0, -5.0, 0.03, 2027.0, 1e300, 3.5, True, "12 %", "#REF!", "1 200", "x", dt.date(2026, 1, 2), dt.time(1)]),
    st.none(),
    st.sampled_from(LABELS),
)
formulas = st.sampled_from(["", "", "", "A1*B2", "SUM(A1:B9)", "A1/0", "VLOOKUP(1,2)", "PRODUCT(C1:C3)", "((((", "N1!A1", "1E5*%"])
cells = st.builds(lambda v, f, p: (v, f, p), values, formulas, st.booleans())
grids = st.dictionaries(st.tuples(st.integers(1, 14), st.integers(1, 6)), cells, max_size=60)
foreign = st.sampled_from(["Start", "Värde nyttor", "Värde kostnader", "Ej värderade", "Blad1"])


def tab(name: str, grid: dict[tuple[int, int], tuple[Any, str, bool]]) -> Flik:
    made = {(r, c): Ruta(r, c, v, f, p) for (r, c), (v, f, p) in grid.items()}
    return Flik(name, made, max((r for r, _ in made), default=0))


def answered(found_tabs: list[Flik]) -> None:
    """Reads as opening a file does, and makes the form of what was found."""
    try:
        found = read_own(found_tabs, {}) if is_own(found_tabs) else read_foreign(found_tabs) or read_table(found_tabs)
    except Unreadable:  # what its sentence says is tested with broken files
        return
    from_flat(CALC, state_of(CALC, document(found)).flat)
    assert all(a.text.endswith((".", "?")) for a in found.anmarkningar)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.dictionaries(foreign, grids, min_size=1, max_size=5))
def test_any_file_that_is_not_ours_is_read_or_refused(found: dict[str, Any]) -> None:
    answered([tab(name, grid) for name, grid in found.items()])


@pytest.mark.slow
@settings(max_examples=200, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from([START, FAKTORER, NYTTOR, KOSTNADER, EJ_VARDERADE, UPPFOLJNING, KALLOR]),
                          st.integers(0, 400), cells), min_size=1, max_size=12), st.sets(st.integers(0, 9), max_size=3))  # fmt: skip
def test_our_own_file_with_anything_in_any_cells_is_read_or_refused(changes: list[Any], dropped: set[int]) -> None:
    changed = {flik.name: Flik(flik.name, dict(flik.cells), flik.last) for n, flik in enumerate(OWN) if n not in dropped}
    for name, place, (value, formula, percent) in changes:
        if name in changed:
            keys = sorted(changed[name].cells)
            r, c = keys[place % len(keys)]
            changed[name].cells[r, c] = Ruta(r, c, value, formula, percent)
    answered([*changed.values()])


def test_a_side_without_blocks_is_read_as_empty() -> None:
    nyttor = {(1, 1): ("N1", "", False), (2, 1): ("Namn", "", False), (2, 2): ("Porto", "", False), (3, 1): ("Faktor", "", False),
              (3, 2): ("Troligt", "", False), (4, 1): ("Brev", "", False), (4, 2): (6.0, "", False), (5, 1): ("Årligt värde", "", False),
              (5, 2): (6.0, "", False)}  # fmt: skip
    found = read_foreign([tab("Värde nyttor", nyttor), tab("Värde kostnader", {(1, 1): ("Titel", "", False)})])
    assert found
    assert (len(found.kalkyl["nyttor"]), found.kalkyl["kostnader"]) == (1, [])


def test_the_untouched_file_is_read_without_a_word() -> None:
    assert not read(workbook(followed()))[1].anmarkningar
