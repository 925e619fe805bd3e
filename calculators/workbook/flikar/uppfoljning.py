"""The tab Uppföljning: how far the work has come, the decision, the plan, and under them the outcome. All of it comes home."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.plan import Matning, Plan
from calculators.schema import Field, fields_of
from calculators.workbook.blad import IN_COLUMNS, IN_ROWS, Blad
from calculators.workbook.flikar.beslut import write_decisions
from calculators.workbook.flikar.ej_varderade import span as listed_span
from calculators.workbook.flikar.utfall import named, write_expected, write_outcome
from calculators.workbook.flikar.varden import exact
from calculators.workbook.kalkyl import Underlag

COLUMNS = "ABCDEFGHIJKLMNOPQRS"
WIDTHS = {"A": 9, "B": 34} | dict.fromkeys(COLUMNS[2:], 17)
LINE = 17  # characters on a line of a narrow column
STATE = 5  # the row of the first section
ROOM = 6  # empty rows of the plan
PLAN, STATE_TITLE, NAME = "Plan för varje nytta", "Läget", "Namn"
ROWS = ("matningar", "utfall")  # fields of the follow-up with a table of their own
FIELDS: Mapping[str, Field] = {n: f for n, f in fields_of(Plan).items() if n not in ROWS}
FIRST_COLUMN = "nytta"
MISSING = "Finns inte i kalkylen"


def write(blad: Blad, u: Underlag, formats: Mapping[str, Any]) -> None:
    """Everything of the tab."""
    for column, width in WIDTHS.items():
        blad.sheet.set_column(f"{column}:{column}", width)
    blad.title("Uppföljning")
    blad.text(
        "A2",
        "Börja när förändringen börjar. Följ först att den används, sedan effekter som går att mäta tidigt, och sist nyttorna.",
        "plain",
    )
    blad.text("A3", "Det som står i de vita rutorna läses in igen när filen öppnas på webbplatsen.", "note_line")
    row = _state(blad, u.kalkyl, STATE)
    row = write_decisions(blad, u, row + 1)
    plan, row = row, _plan(blad, u, row + 1, formats)
    blad.sheet.set_h_pagebreaks([plan, row])  # the plan and the outcome are printed on pages of their own
    rows = write_outcome(blad, u, row + 1, formats)
    write_expected(blad, u, rows)


def _state(blad: Blad, kalkyl: Nyttokalkyl, row: int) -> int:
    """How far the work has come: a label and a cell for each field. Returns the row after."""
    blad.text(f"A{row}", STATE_TITLE, "section")
    blad.table(IN_ROWS, f"B{row + 1}:C{row + len(FIELDS)}")
    for n, (name, field) in enumerate(FIELDS.items()):
        at = row + 1 + n
        blad.text(f"B{at}", field.label, "label")
        blad.sheet.set_row(at - 1, 32)
        _cell(blad, f"C{at}", field, getattr(kalkyl, name), whole="in_whole")
    return row + 1 + len(FIELDS)


def columns() -> dict[str, str]:
    """Field of the plan → its column; B holds the benefit's name."""
    names = [*fields_of(Matning)]
    return {name: COLUMNS[n if n == 0 else n + 1] for n, name in enumerate(names)}


def _plan(blad: Blad, u: Underlag, row: int, formats: Mapping[str, Any]) -> int:
    fields, places = fields_of(Matning), columns()
    blad.text(f"A{row}", PLAN, "section")
    heads = {places[name]: f"{field.label} ({field.unit})" if field.unit else field.label for name, field in fields.items()}
    numbers = "".join(places[name] for name, field in fields.items() if field.kind == "number")
    blad.row(row + 1, numbers, {**heads, "B": NAME}, height=46)
    first, last = row + 2, row + 1 + len(u.kalkyl.matningar) + ROOM
    blad.table(IN_COLUMNS, f"A{row + 1}:{max(places.values())}{last}")
    for n in range(last - first + 1):
        matning = u.kalkyl.matningar[n] if n < len(u.kalkyl.matningar) else Matning()
        _measuring(blad, u, first + n, matning)
    for name, field in fields.items():
        cells = f"{places[name]}{first}:{places[name]}{last}"
        if field.kind == "number":
            exact(blad, f"{places[name]}{first}", cells, formats)
        if field.options:
            blad.choice(cells, [*field.options.values()], field.label, field.help)
        elif field.help:
            blad.help(cells, field.label, field.help)
    return last + 1


def _measuring(blad: Blad, u: Underlag, row: int, matning: Matning) -> None:
    places, fields = columns(), fields_of(Matning)
    for name, field in fields.items():
        _cell(blad, f"{places[name]}{row}", field, getattr(matning, name))
    spans = ((u.plan.nyttor.span("A"), u.plan.nyttor.span("C")), (listed_span(u, "A"), listed_span(u, "C")))
    known = [(rad.id, rad.block.namn) for rad in u.rader if rad.side == "nyttor"]
    known += [(item.id, item.namn) for item in u.kalkyl.ej_varderade]
    name = named(blad, f"B{row}", f"$A{row}", spans, matning.nytta, known, MISSING)
    texts = [(str(getattr(matning, n)), LINE) for n, f in fields.items() if f.kind == "text"]
    blad.tall(row, (name, 36), *texts)


def _cell(blad: Blad, cell: str, field: Field, value: object, whole: str = "in_count") -> None:
    """A field as a cell to fill in."""
    if field.kind == "number":
        look = whole if field.whole else "in_number"
        blad.number(cell, value if isinstance(value, int | float) else None, look)
    else:
        blad.text(cell, field.options.get(str(value), "") if field.options else str(value or ""), "in_text")
    if field.options and ":" not in cell:
        blad.choice(cell, [*field.options.values()], field.label, field.help)
