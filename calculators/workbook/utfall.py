"""The tables of a spreadsheet with an outcome: each tab as rows of texts, as if they had been pasted. Nothing is computed."""

from __future__ import annotations

import datetime as dt

from calculators.saved import Unreadable
from calculators.swedish import fifteen_figures, write_number
from calculators.workbook.inlast.egen import is_own
from calculators.workbook.inlast.grind import kind_of, opened
from calculators.workbook.inlast.rutnat import Flik, Ruta, tabs

SHEET = "Välj ett kalkylblad som slutar på .xlsx, eller en csv-fil."
WHOLE = "Det är hela kalkylen som kalkylblad. Välj Öppna fil överst på sidan, så kommer utfallet med."
Lines = list[tuple[int, list[str]]]


def tables(data: bytes) -> list[Lines]:
    """The rows of each tab that holds any, with their numbers in the sheet. Raises Unreadable."""
    if kind_of(data) != "xlsx":
        raise Unreadable(SHEET)
    found_tabs, _ = tabs(opened(data)[0])
    if is_own(found_tabs):
        raise Unreadable(WHOLE)
    return [lines for flik in found_tabs if not flik.secret and (lines := _lines(flik))]


def _lines(flik: Flik) -> Lines:
    """Each row from the first column to the last that is filled in."""
    found = []
    for row in flik.rows():
        by_column = {cell.column: _text(cell) for cell in row}
        found.append((row[0].row, [by_column.get(c, "") for c in range(1, max(by_column) + 1)]))
    return found


def _text(cell: Ruta) -> str:
    """What the cell shows: a number as a Swede writes it, 65% for what is shown as per cent, the value of a formula.

    A formula whose value is not kept in the file stands as it is, so that its line is told and not passed over.
    """
    value = cell.value
    if value is None and cell.formula:
        return f"={cell.formula}"
    if isinstance(value, float):
        return f"{write_number(fifteen_figures(value * 100))}%" if cell.percent else write_number(value)
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    return " ".join(cell.text.split())
