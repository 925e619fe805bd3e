"""The cells of a file: their values, their formulas and how they are shown. Nothing is computed and nothing is guessed."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from calculators.saved import Unreadable
from calculators.workbook.plats import letters

Value = float | str | bool | dt.date | dt.datetime | dt.time | None
MOST_COLUMNS = 400
HIDDEN = re.compile(rb'<(?:\w+:)?row [^>]*hidden="(?:1|true)"[^>]*>')
PLACE = re.compile(rb' r="([0-9]+)"')


@dataclass(frozen=True, slots=True)
class Ruta:
    """A cell. `formula` is its text without =; `value` is then what the program last computed, if it kept that."""

    row: int
    column: int
    value: Value = None
    formula: str = ""
    percent: bool = False

    @property
    def text(self) -> str:
        """The words of the cell; a number without what it does not need."""
        if isinstance(self.value, str):
            return self.value.strip()
        if isinstance(self.value, float):
            return repr(self.value).removesuffix(".0")
        return ""

    @property
    def empty(self) -> bool:
        return not self.formula and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))


@dataclass(slots=True)
class Flik:
    """A tab: its name and its cells by row and column, both from 1."""

    name: str
    cells: dict[tuple[int, int], Ruta] = field(default_factory=dict)
    last: int = 0
    hidden: tuple[int, ...] = ()  # rows that the program does not show
    secret: bool = False  # whether the whole tab is hidden

    def at(self, row: int, column: int) -> Ruta:
        return self.cells.get((row, column), Ruta(row, column))

    def where(self, row: int, column: int) -> str:
        """ "Nyttor F12"."""
        return f"{self.name} {letters(column)}{row}"

    def row(self, row: int) -> Iterator[Ruta]:
        yield from (self.cells[key] for key in sorted(key for key in self.cells if key[0] == row))

    def rows(self) -> Iterator[list[Ruta]]:
        """The rows that hold anything."""
        by_row: dict[int, list[Ruta]] = {}
        for key in sorted(self.cells):
            by_row.setdefault(key[0], []).append(self.cells[key])
        yield from by_row.values()


def tabs(data: bytes) -> tuple[list[Flik], Mapping[str, str]]:
    """Every tab of a file that has passed the gate, and its names: "Horisont" → "Start!$B$15". Raises Unreadable."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formulas = openpyxl.load_workbook(io.BytesIO(data), keep_links=False, read_only=True)
            values = openpyxl.load_workbook(io.BytesIO(data), keep_links=False, read_only=True, data_only=True)
            names = {name: str(found.attr_text) for name, found in formulas.defined_names.items()}
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return [_tab(sheet, values[sheet.title], archive) for sheet in formulas.worksheets], names
    except MemoryError:
        raise
    except Exception as error:  # whatever a broken file makes of the library, the reader gets a sentence
        raise Unreadable(
            "Filen är skadad eller inte hel. Öppna och spara den i kalkylprogrammet, och försök igen."
        ) from error


def _tab(sheet: Any, values: Any, archive: zipfile.ZipFile) -> Flik:
    flik = Flik(sheet.title, secret=sheet.sheet_state != "visible")
    sheet.reset_dimensions()
    values.reset_dimensions()
    for row, kept in zip(sheet.iter_rows(), values.iter_rows(), strict=True):
        for cell, computed in zip(row, kept, strict=True):
            if cell.value is not None and cell.column <= MOST_COLUMNS:
                formula = _formula(cell)
                value = _value(computed.value)
                percent = isinstance(value, float) and "%" in str(cell.number_format)
                flik.cells[cell.row, cell.column] = Ruta(cell.row, cell.column, value, formula, percent)
                flik.last = max(flik.last, cell.row)
    xml = archive.read(sheet._worksheet_path)  # rows that are hidden are not told by the library when it reads fast
    flik.hidden = tuple(int(n) for tag in HIDDEN.findall(xml) for n in PLACE.findall(tag))
    return flik


def _formula(cell: Any) -> str:
    if cell.data_type != "f":
        return ""
    text = getattr(cell.value, "text", cell.value)  # an array formula carries its text inside
    return str(text or "").removeprefix("=")


def _value(value: Any) -> Value:
    if isinstance(value, bool) or value is None or isinstance(value, str | dt.date | dt.time):
        return value
    return float(value) if isinstance(value, int | float) else str(value)
