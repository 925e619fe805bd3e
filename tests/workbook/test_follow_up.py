"""The plan, the outcome and the frozen decision go out in the tab Uppföljning, can be changed there, and come home."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from calculators.kalkyl.evaluation import evaluate
from calculators.saved import State, written
from calculators.session import example_state
from calculators.uppfoljning.beslut import added, frozen, latest
from calculators.wire import from_flat
from calculators.workbook.bok import workbook
from calculators.workbook.flikar.beslut import HEADS
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.oppna import read
from calculators.workbook.plats import UPPFOLJNING
from tests.workbook.office import told
from tests.workbook.strategies import CALC
from tests.workbook.test_round_trip import settled

PLAN = {
    "nytta": "N1", "indikator": "Minuter per bokning", "enhet": "min", "nollpunkt": "8", "nollpunkt_nar": "2026-10-01",
    "nollpunkt_hur": "Ur ärendesystemet", "mal": "3,5", "mal_nar": "2028-12-31", "ansvarig": "Chefen för kundtjänst",
    "hur": "Stickprov", "forsta": "2027-09-01", "hur_ofta": "kvartal", "antal": "4", "kostnad": "2 000",
    "forst": "Att bokningen används", "lage": "pa_vag", "atgard": "vanta", "atgard_varfor": "Vi mäter igen i höst.",
}  # fmt: skip
OUTCOME = {"rad": "N1", "faktor": "Minuter per bokning", "ar": "2027", "varde": "7,25", "kalla": "Stickprov"}


def followed() -> State:
    """The example with a plan, an outcome, how far the work has come, and a decision."""
    state = example_state(CALC)
    flat = dict(state.flat) | {f"matningar.0.{k}": v for k, v in PLAN.items()}
    flat |= {f"utfall.0.{k}": v for k, v in OUTCOME.items()} | {"organisation": "Ekhamns kommun", "status": "infors"}
    flat |= {"forsening": "1", "prognos": "senaste"}
    found = State(flat, state.origin, state.rest)
    inputs = from_flat(CALC, flat).inputs
    decision = frozen(written(CALC, found)["kalkyl"], evaluate(inputs), "Nämnden", "2026-11-20")
    return State(flat, state.origin, added(state.rest, decision))


def changed(change: Callable[[Any, Callable[[str], Any]], None]) -> tuple[State, Inlast]:
    """The file after a change of the tab; `where` gives the first cell under a header."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(followed())))
    tab = book[UPPFOLJNING]

    def where(label: str) -> Any:
        head = next(cell for row in tab.iter_rows() for cell in row if cell.value == label)
        return tab.cell(head.row + 1, head.column)

    change(tab, where)
    saved = io.BytesIO()
    book.save(saved)
    return read(saved.getvalue())


def test_everything_of_the_follow_up_comes_home_and_goes_out_the_same_again() -> None:
    before = followed()
    made = workbook(before, "2026-11-26")
    home, found = read(made)
    assert not found.anmarkningar
    assert settled(home) == settled(before)
    assert home.rest == before.rest
    assert "1\u00a0mätning" in found.hittat
    decision = latest(CALC, home.rest)
    assert decision
    assert (decision.roll, decision.orord) == ("Nämnden", True)
    assert workbook(home, "2026-11-26") == made


def test_a_target_and_an_outcome_that_are_changed_in_the_sheet_come_home() -> None:
    def change(tab: Any, where: Callable[[str], Any]) -> None:
        where("Mål").value = 2.5
        where("När ska målet vara nått?").value = dt.date(2029, 6, 30)
        where("Hur ofta?").value = "Varje år"
        outcome = where("Faktor")
        tab.cell(outcome.row, outcome.column + 2).value = 6.5
        for column, value in enumerate(("N2", None, None, 2028, 120000), 1):
            tab.cell(outcome.row + 1, column).value = value

    state, found = changed(change)
    assert not found.anmarkningar
    plan = from_flat(CALC, state.flat).inputs.matningar[0]
    assert (plan.mal, plan.mal_nar, plan.hur_ofta) == (2.5, "2029-06-30", "ar")
    first, second = from_flat(CALC, state.flat).inputs.utfall
    assert first.varde == 6.5
    assert (second.rad, second.faktor, second.ar, second.varde) == ("N2", "", 2028, 120000)


@pytest.mark.parametrize(("value", "form"), [(0.65, "0%"), ("65 %", "General"), (65, "General")])
def test_an_outcome_in_per_cent_is_read_as_per_cent(value: Any, form: str) -> None:
    def change(tab: Any, where: Callable[[str], Any]) -> None:
        outcome = where("Faktor")
        cell = tab.cell(outcome.row, outcome.column + 2)
        cell.value, cell.number_format = value, form

    state, _ = changed(change)
    assert from_flat(CALC, state.flat).inputs.utfall[0].varde == 65


def test_what_is_none_of_the_choices_is_told_with_its_cell() -> None:
    def change(tab: Any, where: Callable[[str], Any]) -> None:
        where("Hur går det?").value = "sådär"

    state, found = changed(change)
    assert "lage" not in {key.rpartition(".")[2] for key in state.flat if key.startswith("matningar.0") and state.flat[key]}
    assert [a.text for a in found.anmarkningar] == ["”sådär” är inget av alternativen. Välj i fältet Hur går det?"]
    assert found.anmarkningar[0].var.startswith(UPPFOLJNING)


def test_a_frozen_decision_is_not_changed_by_a_change_in_the_sheet() -> None:
    def change(tab: Any, where: Callable[[str], Any]) -> None:
        where(HEADS["D"]).value = 1

    state, found = changed(change)
    assert state.rest == followed().rest
    assert "Beslutet är fryst" in found.anmarkningar[0].text


def test_rows_of_the_plan_that_are_moved_or_added_are_read() -> None:
    def change(tab: Any, where: Callable[[str], Any]) -> None:
        row = where("Indikator").row
        tab.insert_rows(row, 2)
        tab.cell(row, 1).value, tab.cell(row, 3).value = "N3", "Antal besök"

    state, _ = changed(change)
    assert [m.nytta for m in from_flat(CALC, state.flat).inputs.matningar] == ["N3", "N1"]


def test_a_tab_that_is_gone_is_told() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(followed())))
    del book[UPPFOLJNING]
    saved = io.BytesIO()
    book.save(saved)
    home, found = read(saved.getvalue())
    assert not from_flat(CALC, home.flat).inputs.matningar
    assert [a.text for a in found.anmarkningar] == ["Fliken Uppföljning hittades inte. Planen och utfallet är inte inlästa."]


def test_the_outcome_stands_beside_what_the_calculation_says() -> None:
    state = followed()
    cells = told(workbook(state))[UPPFOLJNING]
    minutes = from_flat(CALC, state.flat).inputs.nyttor[0].faktorer[1].troligt
    assert {minutes, 7.25 - minutes} <= {x for x in cells.values() if isinstance(x, float)}


def test_a_file_of_the_first_form_keeps_its_follow_up() -> None:
    """In form 1 the plan lay among what the site remembers, and the tab had no table for it."""
    import json

    from calculators.workbook.flikar.kallor import REST, TECHNICAL

    state = followed()
    book = openpyxl.load_workbook(io.BytesIO(workbook(state)))
    for row in (*book[UPPFOLJNING].iter_rows(),):
        for cell in row:
            cell.value = None
    sources = book["Källor och versioner"]
    at = next(cell.row for row in sources.iter_rows() for cell in row if cell.value == REST)
    assert any(cell.value == TECHNICAL for row in sources.iter_rows() for cell in row)
    kept = json.loads(sources.cell(at, 2).value)
    kept.setdefault("kalkyl", {})["matningar"] = written(CALC, state)["kalkyl"]["matningar"]
    sources.cell(at, 2).value = json.dumps(kept)
    saved = io.BytesIO()
    book.save(saved)
    home, _ = read(saved.getvalue())
    assert from_flat(CALC, home.flat).inputs.matningar == from_flat(CALC, state.flat).inputs.matningar
