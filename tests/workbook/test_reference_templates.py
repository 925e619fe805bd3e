"""The template of a reference calculation computes, in LibreOffice, what the reference calculation itself computes."""

from __future__ import annotations

import dataclasses as dc
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from calculators.referens.evaluation import Referensresultat
from calculators.registry import calculators
from calculators.schema import Calculator, fields_of
from calculators.wire import from_flat, from_json
from calculators.workbook.bok import workbook
from calculators.workbook.flikar.artabell import hour_rows
from calculators.workbook.flikar.resultat import LEVELS, ROWS
from calculators.workbook.kalkyl import underlag
from calculators.workbook.oppna import read
from calculators.workbook.plats import FAKTORER, KOSTNADER, NIVAER, NYTTOR, RESULTAT, Plan
from publish.referensmall import state_of_reference
from tests.workbook.office import Cells, differences, recalculated, with_wrong_values
from tests.workbook.strategies import CALC

REFERENCES = {id: calc for id, calc in calculators().items() if calc.reference}
CHANGED = 1.25  # what every third figure is multiplied by in the sheet
SPANS = {"lagst": 0.8, "hogst": 1.5}


def cases(calc: Calculator) -> list[Any]:
    """Each example, and the first one with a lowest and a highest value of every second figure."""
    found = [from_json(calc, dict(example.given)) for example in calc.examples]
    varied = {name: getattr(found[0], name) for name in figures(calc, found[0])[::2]}
    spans = {level: {name: x * by for name, x in varied.items()} for level, by in SPANS.items()}
    return [*found, dc.replace(found[0], **spans)]


def figures(calc: Calculator, inputs: Any) -> list[str]:
    """Inputs that have a row of their own in the template and are more than 0."""
    ids = {g.id for g in from_flat(CALC, state_of_reference(calc, inputs).flat).inputs.gemensamma}
    return [name for name, f in fields_of(type(inputs)).items() if name in ids and f.kind == "number" and getattr(inputs, name)]


def expected(calc: Calculator, inputs: Any, plan: Plan) -> Cells:
    """The cells of the template that hold results, with what the reference calculation gives."""
    found: Referensresultat = calc.compute(inputs)
    cells: Cells = {NYTTOR: {}, KOSTNADER: {}, RESULTAT: {}}
    assert calc.reference
    for side, one, tab in ((plan.nyttor, "nytta", NYTTOR), (plan.kostnader, "kostnad", KOSTNADER)):
        rows = [rad for rad in calc.reference.rader if rad.sida == one]
        cells[tab] = {f"F{at.head}": found.rader[rad.id] for at, rad in zip(side.block, rows, strict=True)}
    for level in NIVAER:
        niva = getattr(found, level)
        for key in ("summa_nyttor", "summa_kostnader", "nettonytta"):
            cells[RESULTAT][f"{LEVELS[level]}{ROWS[key]}"] = getattr(niva, key)
    first, _ = hour_rows(plan)
    for n, (freed, spent) in enumerate(zip(found.timmar.frigjorda_per_ar, found.timmar.satsade_per_ar, strict=True)):
        cells[RESULTAT] |= {f"C{first + n}": freed, f"D{first + n}": spent}
    return cells


def edited(made: bytes, plan: Plan, names: list[str], inputs: Any) -> bytes:
    """The file with other numbers in the rows of these figures."""
    book = openpyxl.load_workbook(io.BytesIO(made))
    for name in names:
        book[FAKTORER][f"F{plan.gemensamma[name]}"] = getattr(inputs, name) * CHANGED
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_every_template_computes_what_its_reference_calculation_does_also_after_an_edit(tmp_path: Path) -> None:
    files, wanted = [], []
    for id, calc in REFERENCES.items():
        for n, inputs in enumerate(cases(calc)):
            state = state_of_reference(calc, inputs)
            plan, made = underlag(state).plan, workbook(state)
            changed = figures(calc, inputs)[n::3]
            after = dc.replace(inputs, lagst={}, hogst={}, **{name: getattr(inputs, name) * CHANGED for name in changed})
            assert changed
            pairs = [("as made", with_wrong_values(made), expected(calc, inputs, plan))]
            if not inputs.lagst:
                pairs.append(("edited", edited(made, plan, changed, inputs), expected(calc, after, plan)))
            for what, data, cells in pairs:
                files.append(tmp_path / f"{id}-{n}-{what.replace(' ', '-')}.xlsx")
                files[-1].write_bytes(data)
                wanted.append(cells)
    wrong = [
        f"{file.stem} {words}"
        for file, there, cells in zip(files, wanted, recalculated(files, tmp_path), strict=True)
        for words in differences(there, cells)
    ]
    assert not wrong, "\n".join(wrong[:40])


@pytest.mark.parametrize("id", REFERENCES)
def test_a_template_that_is_filled_in_comes_home_with_its_formulas(id: str) -> None:
    calc = REFERENCES[id]
    inputs = cases(calc)[0]
    home, found = read(workbook(state_of_reference(calc, inputs)))
    kalkyl = from_flat(CALC, home.flat).inputs
    assert not found.anmarkningar
    assert {g.id: g.formel for g in kalkyl.gemensamma if g.formel}
    assert underlag(home).resultat.troligt.nettonytta == pytest.approx(calc.compute(inputs).troligt.nettonytta, rel=1e-9)


@pytest.mark.parametrize("id", REFERENCES)
def test_a_template_asks_for_each_figure_that_only_the_municipality_knows(id: str) -> None:
    calc = REFERENCES[id]
    empty = calc.inputs()
    state = state_of_reference(calc, empty)
    left = {name: f for name, f in fields_of(calc.inputs).items() if f.asked and getattr(empty, name) is None}
    asked = {name for name, f in left.items() if f.kind in ("number", "share")}
    kalkyl = from_flat(CALC, state.flat).inputs
    rows = {g.id: n for n, g in enumerate(kalkyl.gemensamma)}
    assert {name for name in asked if state.flat[f"gemensamma.{rows[name]}.varde.troligt"] == ""} == asked
