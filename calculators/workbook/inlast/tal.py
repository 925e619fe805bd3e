"""Numbers and words of cells: per cent, text that should be a number, dates, and formulas whose value is taken."""

from __future__ import annotations

import datetime as dt
from typing import Any

from calculators.kalkyl.formel.tree import names
from calculators.swedish import NotANumber, parse_number
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.bladformel import Reader, Untranslatable
from calculators.workbook.inlast.rutnat import Flik, Ruta

SHARE = "%"
NO_VALUE = "Formeln har inget sparat värde. Öppna filen i kalkylprogrammet, spara den och läs in den igen."


def read_number(found: Inlast, flik: Flik, cell: Ruta, unit: str = "", *, quiet: bool = False) -> Any:
    """The number of a cell, a fraction for per cent; its text where it is no number; None where it is empty.

    What was taken from a formula, a date or per cent is told, with the place.
    """
    value, where = cell.value, flik.where(cell.row, cell.column)
    if cell.formula and value is None:
        found.say(where, NO_VALUE)
        return None
    if isinstance(value, dt.date | dt.time):
        found.say(where, "Det står ett datum där vi väntar ett tal. Skriv talet.")
        return None
    if isinstance(value, bool):
        found.say(where, "Det står sant eller falskt där vi väntar ett tal. Skriv talet.")
        return None
    if isinstance(value, str):
        return _from_text(found, where, value.strip(), unit)
    if value is None:
        return None
    if cell.formula and not quiet:
        _told(found, where, cell)
    if unit == SHARE and not cell.percent and abs(value) > 1:
        found.say(where, f"Enheten är %, så {cell.text.replace('.', ',')} är läst som {cell.text.replace('.', ',')} %.")
        return value / 100
    return value


def _told(found: Inlast, where: str, cell: Ruta) -> None:
    try:
        alone = not names(Reader("", {}, lambda _: True).tree(cell.formula))
    except Untranslatable:
        alone = False
    if not alone:  # 12*1000 says everything that its value does
        found.say(where, "Talet räknas med en formel i filen. Värdet är hämtat, men inte formeln.")


def _from_text(found: Inlast, where: str, text: str, unit: str) -> Any:
    """A number written as words; an error of the sheet; or the words as they are, to be mended in the form."""
    if not text:
        return None
    if text.startswith("#"):
        found.say(where, f"Kalkylbladet visar {text}. Rätta formeln eller skriv ett tal.")
        return None
    try:
        x = parse_number(text, unit if unit != SHARE else "")
    except NotANumber:
        percent = text.rstrip().removesuffix("%")
        if percent != text.rstrip():
            return _share(found, where, percent, text)
        found.say(where, f"”{text[:40]}” går inte att läsa som ett tal. Texten står kvar i fältet.")
        return text
    if unit == SHARE and abs(x) > 1:
        found.say(where, f"Enheten är %, så {text} är läst som {text} %.")
        return x / 100
    return x


def _share(found: Inlast, where: str, percent: str, text: str) -> Any:
    try:
        return parse_number(percent) / 100
    except NotANumber:
        found.say(where, f"”{text[:40]}” går inte att läsa som ett tal. Texten står kvar i fältet.")
        return text
