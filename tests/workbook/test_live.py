"""Everything that the site computes is a formula in the file: another figure changes one number of the file, and formulas do the rest."""

from __future__ import annotations

import functools
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

import openpyxl
import pytest

from calculators.fault import Rejected
from calculators.saved import State
from calculators.session import empty_state, example_state
from calculators.swedish import write_number
from calculators.wire import from_flat
from calculators.workbook.bok import TABS, workbook
from calculators.workbook.plats import OSAKERHET, RESULTAT
from tests.workbook.strategies import CALC
from tests.workbook.test_follow_up import followed

FILES: Mapping[str, State] = {"empty": empty_state(CALC), "followed": followed()} | {
    e.name: example_state(CALC, e.name) for e in CALC.examples
}
CELL = re.compile(r'<c r="([A-Z]+[0-9]+)"(?: s="[0-9]+")?><v>([^<]*)</v></c>')
FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"[^>]*><f>')


def written(state: State) -> tuple[dict[tuple[str, str], float], set[tuple[str, str]]]:
    """The numbers that the file holds as they are, by tab and cell, and the cells with formulas."""
    with zipfile.ZipFile(io.BytesIO(workbook(state))) as archive:
        sheets = [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, len(TABS) + 1)]
    named = list(zip(TABS, sheets, strict=True))
    numbers = {(tab, at): float(x) for tab, sheet in named for at, x in CELL.findall(sheet)}
    return numbers, {(tab, at) for tab, sheet in named for at in FORMULA.findall(sheet)}


kept = functools.lru_cache(maxsize=None)(lambda name: written(FILES[name]))


def figures(name: str) -> list[str]:
    """Every field of the file's calculation that holds a number other than 0."""
    numbers = {key: read_of(text) for key, text in FILES[name].flat.items()}
    return [key for key, x in numbers.items() if x and key not in ("horisont", "startar") and not key.endswith((".ar", "_nar"))]


def read_of(text: Any) -> float:
    try:
        return float(str(text).replace(" ", "").replace("\u00a0", "").replace(",", "."))
    except ValueError:
        return 0.0


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in FILES if name not in ("empty", CALC.examples[0].name)])
def test_another_figure_changes_one_number_and_no_result_is_a_constant(name: str) -> None:
    before, formulas = kept(name)
    tried = 0
    for key in figures(name):
        state = FILES[name]
        flat = dict(state.flat) | {key: write_number(read_of(state.flat[key]) * 2)}
        if from_flat(CALC, flat).faults:
            continue
        try:
            after, same = written(State(flat, state.origin, state.rest))
        except Rejected:
            continue
        changed = {place for place in {*before, *after} if before.get(place) != after.get(place)}
        turned = {place for place in same ^ formulas if place not in changed}
        assert len(changed) <= 1, f"{key} changes {sorted(changed)}"
        assert not turned, f"{key}: {sorted(turned)}"
        assert not {tab for tab, _ in changed} & {RESULTAT, OSAKERHET}, key
        tried += len(changed)
    assert tried > 3


@pytest.mark.parametrize(("key", "option"), [("niva", "overslag"), ("diskontering", "t1"), ("diskontering", "ingen")])
def test_another_choice_changes_no_number(key: str, option: str) -> None:
    state = FILES["followed"]
    assert state.flat.get(key) != option
    assert written(State(dict(state.flat) | {key: option}, state.origin, state.rest)) == kept("followed")


def test_no_chart_holds_an_amount_of_the_day_it_was_made() -> None:
    """An axis that crosses at an amount would stay there when the figures change."""
    with zipfile.ZipFile(io.BytesIO(workbook(FILES["followed"]))) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 4
    assert not [chart for chart in charts if "crossesAt" in chart]


@pytest.mark.parametrize("name", FILES)
def test_no_result_cell_is_a_constant(name: str) -> None:
    numbers, _ = kept(name)
    found = openpyxl.load_workbook(io.BytesIO(workbook(FILES[name])))
    for (tab, at), x in numbers.items():
        cell = found[tab][at]
        white = cell.fill.fgColor.rgb == "FFFFFFFF"
        counts = x == int(x) and 1 <= x <= 25  # the number of a year, or of a decision
        frozen = str(found[tab].cell(cell.row, 2).value) == "Nämnden"
        assert white or counts or frozen, f"{tab}!{at} holds {x} where something is worked out"
