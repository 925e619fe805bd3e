"""A row with lägst, troligt, högst, unit and source, as a value of the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calculators.kalkyl.formel.tree import Formula, Name
from calculators.kalkyl.osakerhet.formelvarde import keyed
from calculators.workbook.flikar.varden import SEE
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.bladformel import Cell, Reader, Untranslatable, cell_of
from calculators.workbook.inlast.delade import Shared
from calculators.workbook.inlast.rutnat import Ruta
from calculators.workbook.inlast.tabell import Tabell
from calculators.workbook.inlast.tal import SHARE, read_number
from calculators.workbook.plats import letters

VALUES = ("Namn", "Enhet", "Lägst", "Troligt", "Högst")
SOURCE = "Källa"
LEVELS = {"lagst": "Lägst", "troligt": "Troligt", "hogst": "Högst"}


def is_filled(t: Tabell, row: int) -> bool:
    """Whether anybody has written a name or a value in the row."""
    likely = t.cell(row, "Troligt")
    return bool(t.text(row, "Namn")) or not likely.empty


def read_value(found: Inlast, t: Tabell, row: int, reader: Reader, shared: Shared, fixed: str = "") -> dict[str, Any]:
    """The JSON of a value; `fixed` is the unit of the field."""
    likely = t.cell(row, "Troligt")
    name, unit, source = t.text(row, "Namn"), t.text(row, "Enhet"), t.text(row, SOURCE)
    ref = _reference(likely, reader, shared)
    if ref:
        words = {
            "ref": ref,
            "namn": "" if name in (shared.namn[ref], ref) else name,
            "kalla": "" if source == SEE else source,
        }
        return {k: v for k, v in words.items() if v}
    if likely.percent and not unit and isinstance(likely.value, float):
        unit = SHARE
        found.say(t.where(row, "Troligt"), "Rutan visar procent, så enheten är satt till %.")
    numbers = {
        level: read_number(found, t.flik, t.cell(row, label), unit)
        for level, label in LEVELS.items()
        if _own(t, row, label)
    }
    words = {"namn": name, "enhet": "" if unit == fixed else unit, "kalla": source}
    return {k: v for k, v in words.items() if v} | {k: v for k, v in numbers.items() if v is not None}


def read_words(t: Tabell, row: int) -> dict[str, Any]:
    """The JSON of a value that is worked out: its name, unit and source."""
    words = {"namn": t.text(row, "Namn"), "enhet": t.text(row, "Enhet"), "kalla": t.text(row, SOURCE)}
    return {k: v for k, v in words.items() if v}


def _own(t: Tabell, row: int, label: str) -> bool:
    """Whether lägst or högst says something else than the likely value: it doesn't where it points to that cell."""
    cell = t.cell(row, label)
    if label == "Troligt" or cell.empty:
        return not cell.empty
    return not follows(cell, t.columns["Troligt"])


def follows(cell: Ruta, column: int) -> bool:
    """Whether a formula only repeats the likely value beside it."""
    text = cell.formula.replace("$", "").replace(" ", "")
    if not text:
        return False
    there = f"{letters(column)}{cell.row}"
    return text in (there, f'IF({there}="","",{there})')


def _reference(likely: Ruta, reader: Reader, shared: Shared) -> str:
    """The shared factor that the cell repeats; empty where it is a value of its own."""
    if not likely.formula:
        return ""
    try:
        tree = reader.tree(likely.formula)
    except Untranslatable:
        return ""
    place = cell_of(tree.name) if isinstance(tree, Name) else None
    return shared.at(place) if place else ""


def renamed(tree: Formula, name: Callable[[Cell], str]) -> Formula:
    """The tree with a factor's name in the place of each cell."""
    return keyed(tree, lambda key: Name(name(cell_of(key))))
