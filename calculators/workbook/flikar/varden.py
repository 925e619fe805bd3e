"""Rows with lägst, troligt, högst, unit and source: the same in every tab that has them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from calculators.schema import Varde
from calculators.workbook.blad import Blad
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import FAKTORER, NIVAER, VARDE
from calculators.workbook.utseende import COMPUTED, DECIMALS, DOUBTED, PERCENTS

SEE = "Se fliken Faktorer"
FILL, ORDER, SOURCE = "Fyll i troligt", "Stämmer ordningen lägst, troligt, högst?", "Källa saknas"


def write_value(blad: Blad, u: Underlag, row: int, value: Varde, key: str, *, name: str, unit: str = "") -> None:
    """Name, unit, three values, source and check of a factor at `key`, or of what it refers to."""
    unit = unit or value.enhet
    blad.text(f"C{row}", name, "in_text")
    if value.ref:
        _reference(blad, u, row, value)
        return
    blad.text(f"D{row}", unit, "in_words")
    empty = f"{key}.troligt" in u.tomma
    share = unit.strip() == "%"
    for level in NIVAER:
        own = getattr(value, level)
        if level == "troligt":
            blad.number(f"F{row}", None if empty else own, _input(own, share))
        elif own == value.troligt or (empty and f"{key}.{level}" not in u.state.flat):
            blad.formula(f"{VARDE[level]}{row}", f"F{row}", own, "same_percent" if share else "same")
        else:
            blad.number(f"{VARDE[level]}{row}", own, _input(own, share))
    blad.text(f"H{row}", value.kalla, "in_text")
    blad.tall(row, (name, 42), (value.kalla, 42))
    write_check(blad, row, name, None if empty else value, value.kalla)


def _reference(blad: Blad, u: Underlag, row: int, value: Varde) -> None:
    there, shared = u.plan.gemensamma[value.ref], u.gemensamma[value.ref]
    blad.text(f"D{row}", shared.enhet, "in_words")
    look = "same_percent" if shared.enhet.strip() == "%" else "same"
    for level in NIVAER:
        blad.formula(f"{VARDE[level]}{row}", f"{FAKTORER}!{VARDE[level]}${there}", getattr(shared, level), look)
    blad.text(f"H{row}", value.kalla or SEE, "in_text")


def write_check(blad: Blad, row: int, name: str, value: Varde | None, source: str) -> None:
    """The question that a row raises, as a live formula."""
    formula = (
        f'IF(AND(C{row}<>"",F{row}=""),"{FILL}",IF(COUNT(E{row}:G{row})<3,"",IF(OR(E{row}>F{row},F{row}>G{row}),"{ORDER}",'
        f'IF(AND(F{row}<>0,H{row}=""),"{SOURCE}",""))))'
    )
    said = ""
    if value is None:
        said = FILL if name else ""
    elif not value.lagst <= value.troligt <= value.hogst:
        said = ORDER
    elif value.troligt and not source:
        said = SOURCE
    blad.formula(f"I{row}", formula, said, "check")


def write_spare(blad: Blad, row: int, look: str = "in_number") -> None:
    """A row to fill in: its lowest and highest follow the likely value until something else is written."""
    for column in "CDH":
        blad.text(f"{column}{row}", "", "in_text")
    blad.number(f"F{row}", None, look)
    for column in "EG":
        blad.formula(f"{column}{row}", f'IF($F{row}="","",$F{row})', "", "same")
    write_check(blad, row, "", None, "")


def _input(x: float, share: bool) -> str:
    if not share:
        return "in_number"
    return "in_percent" if math.fabs(x * 100 - int(x * 100)) < 1e-9 else "in_percents"


def soft_checks(blad: Blad, first: int, last: int, formats: dict[str, Any]) -> None:
    """Colours that follow what is written: decimals and per cent as they are, and doubts."""
    cells = f"E{first}:G{last}"
    blad.when(f"I{first}:I{last}", f"LEN($I{first})>0", formats["doubt"])
    blad.when(f"F{first}:F{last}", f'AND($C{first}<>"",$B{first}="Faktor",$F{first}="")', formats["doubt"])
    blad.when(cells, f'AND($C{first}<>"",$F{first}="")', formats["empty"], stop_if_true=True)
    blad.when(cells, f'AND(ISNUMBER(E{first}),TRIM($D{first})="%")', formats["percents"], stop_if_true=True)
    exact(blad, f"E{first}", cells, formats)


def exact(blad: Blad, first: str, cells: str, formats: Mapping[str, Any]) -> None:
    """Decimals are shown where a number has any; `first` is the upper left of the cells."""
    blad.when(cells, f"AND(ISNUMBER({first}),{first}<>INT({first}))", formats["decimals"])


def conditional_formats(book: Any) -> dict[str, Any]:
    """The looks that depend on what cells hold."""
    return {
        "doubt": book.add_format(DOUBTED),
        "percents": book.add_format({"num_format": PERCENTS}),
        "filled": book.add_format({**COMPUTED}),
        "empty": book.add_format({"num_format": ";;;"}),
        "decimals": book.add_format({"num_format": DECIMALS}),
    }
