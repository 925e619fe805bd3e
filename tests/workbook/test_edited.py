"""A figure that somebody changes in the sheet gives what the same change gives on the site, and comes home as it was changed."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from calculators.fault import Rejected
from calculators.saved import State
from calculators.session import empty_state, example_state
from calculators.wire import from_flat, typed
from calculators.workbook.bok import workbook
from calculators.workbook.flikar.start import FRAMES
from calculators.workbook.kalkyl import underlag
from calculators.workbook.oppna import read
from calculators.workbook.plats import START, VARDE, Plan
from tests.workbook.office import converted, differences, recalculated, told
from tests.workbook.strategies import CALC

EDITS = 50


def places(state: State, plan: Plan) -> list[tuple[str, str, str]]:
    """Key in the document, tab and cell of everything that a reader may change."""
    found = [
        ("horisont", START, f"B{FRAMES['horisont']}"),
        ("ranta", START, f"B{FRAMES['ranta']}"),
        ("startar", START, f"B{FRAMES['startar']}"),
    ]
    for key, (tab, row) in plan.keys.items():
        if f"{key}.ref" not in state.flat:
            found += [(f"{key}.{level}", tab, f"{column}{row}") for level, column in VARDE.items()]
    return found


def edits(state: State, chance: random.Random) -> list[tuple[str, str, str, Any]]:
    """Two changes: key, tab, cell and the new number."""
    chosen = chance.sample(places(state, underlag(state).plan), 2)
    return [(*place, _number(place[0], chance)) for place in chosen]


def _number(key: str, chance: random.Random) -> Any:
    if key == "horisont":
        return chance.choice([6, 15, 25])
    if key == "startar":
        return chance.choice([1, 2030])
    return chance.choice([0.01, 0.05]) if key == "ranta" else chance.choice([0, 1, 12.5, 4000])


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_changes_in_the_sheet_give_what_the_same_changes_give_on_the_site(tmp_path: Path) -> None:
    chance, files, expected = random.Random(7), [], []
    examples = [example_state(CALC, e.name) for e in CALC.examples]
    while len(files) < EDITS // 2:
        state = examples[len(files) % len(examples)]
        changes = edits(state, chance)
        flat = dict(state.flat)
        for key, _, _, x in changes:
            share = key == "ranta" or flat.get(f"{key.rpartition('.')[0]}.enhet", "").strip() == "%"
            flat[key] = typed(x, "%" if share else "")
        try:
            expected.append(_years(State(flat), state))
        except Rejected:  # the change makes a divisor 0, and the site gives no result to compare with
            continue
        files.append(tmp_path / f"e{len(files)}.xlsx")
        book = openpyxl.load_workbook(io.BytesIO(workbook(state)))
        for _, tab, cell, x in changes:
            book[tab][cell] = x
        book.save(files[-1])
    wrong = [
        f"{file.stem} {words}"
        for file, there, cells in zip(files, expected, recalculated(files, tmp_path), strict=True)
        for words in differences(there, cells)
    ]
    assert not wrong, "\n".join(wrong[:20])


def _years(state: State, before: State) -> Any:
    """What the file of the changed calculation keeps, where both files have the same cells."""
    for n, side in ((n, side) for side in ("nyttor", "kostnader") for n in range(20)):
        own = f"{side}.{n}.faktor.typ"
        if state.flat.get(own) == "egen" and state.flat["horisont"] != before.flat["horisont"]:
            state.flat.update(
                {f"{side}.{n}.faktor.ar.{y}": before.flat[f"{side}.{n}.faktor.ar.5"] for y in range(6, 25)}
            )  # type: ignore[attr-defined]
    return {tab: cells for tab, cells in told(workbook(state)).items() if tab in ("Nyttor", "Kostnader", "Resultat")}


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_a_file_that_libreoffice_has_saved_comes_home(tmp_path: Path) -> None:
    states = [empty_state(CALC), *(example_state(CALC, e.name) for e in CALC.examples)]
    files = [tmp_path / f"s{n}.xlsx" for n in range(len(states))]
    for file, state in zip(files, states, strict=True):
        file.write_bytes(workbook(state))
    made = converted(files, tmp_path)
    for file, state in zip(files, states, strict=True):
        before, _ = read(file.read_bytes())
        home, found = read((made / file.name).read_bytes())
        assert not found.anmarkningar, found.anmarkningar
        assert from_flat(CALC, home.flat).inputs == from_flat(CALC, before.flat).inputs, state.origin
