"""The tab Faktorer: what several rows use, and the hourly cost for rows that have none of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from calculators.kalkyl.document import Gemensam
from calculators.kalkyl.utrakning import utrakning
from calculators.schema import Varde
from calculators.workbook.blad import IN_COLUMNS, Blad
from calculators.workbook.cellformel import LONGEST, cellformula
from calculators.workbook.flikar.varden import soft_checks, write_check, write_spare, write_value
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import FAKTORER, FIRST_FACTOR, NIVAER, OMRAKNING_ROW, VARDE

COLUMNS = {
    "A": "Kortnamn", "B": "Uträkning", "C": "Namn", "D": "Enhet", "E": "Lägst", "F": "Troligt", "G": "Högst",
    "H": "Källa", "I": "Att se över",
}  # fmt: skip
WIDTHS = {"A": 30, "B": 44, "C": 40, "D": 12, "E": 13, "F": 13, "G": 13, "H": 46, "I": 24}
NUMBERS = "EFG"


def write(blad: Blad, u: Underlag, formats: dict[str, Any]) -> None:
    """Everything of the tab."""
    for column, width in WIDTHS.items():
        blad.sheet.set_column(f"{column}:{column}", width)
    blad.title(FAKTORER)
    blad.text(
        "A2",
        "Det som flera rader använder, till exempel en timkostnad eller ett antal ärenden. Ändra här, så ändras alla rader.",
        "plain",
    )
    _conversion(blad, u)
    blad.text("A8", "Gemensamma faktorer", "section")
    blad.table(IN_COLUMNS, f"A9:I{u.plan.faktorer_last}")
    blad.row(9, NUMBERS, COLUMNS)
    for n, shared in enumerate(u.kalkyl.gemensamma):
        _factor(blad, u, n, shared)
    for row in range(FIRST_FACTOR + len(u.kalkyl.gemensamma), u.plan.faktorer_last + 1):
        blad.text(f"A{row}", "", "in_text")
        blad.text(f"B{row}", "", "formula")
        write_spare(blad, row)
    soft_checks(blad, FIRST_FACTOR, u.plan.faktorer_last, formats)
    for name, row in _names(u.plan.gemensamma.items()):
        blad.sheet.book_names[name] = f"={FAKTORER}!$F${row}"
    blad.help(
        f"A{FIRST_FACTOR}:A{u.plan.faktorer_last}",
        "Kortnamn",
        "Ett ord som är unikt i listan, till exempel timkostnad.",
    )
    blad.help(
        f"F{FIRST_FACTOR}:F{u.plan.faktorer_last}",
        "Troligt",
        "Det mest troliga värdet. Lägst och högst följer med tills du skriver egna.",
    )


def _conversion(blad: Blad, u: Underlag) -> None:
    row = OMRAKNING_ROW
    blad.text("A4", "Timkostnad för rader med omfördelning som saknar egen", "section")
    blad.table(IN_COLUMNS, f"C5:I{row}")
    blad.row(5, NUMBERS, {k: v for k, v in COLUMNS.items() if k not in "AB"} | {"A": "", "B": ""})
    value = u.kalkyl.omrakning_timkostnad
    if value is None:
        write_spare(blad, row)
        blad.text(f"C{row}", "", "in_text")
        blad.text(f"D{row}", "kr/h", "in_words")
    else:
        write_value(blad, u, row, value, "omrakning_timkostnad", name=value.namn, unit="" if value.ref else "kr/h")
    blad.sheet.book_names["Omrakning_timkostnad"] = f"={FAKTORER}!$F${row}"


def _factor(blad: Blad, u: Underlag, n: int, shared: Gemensam) -> None:
    row, value = FIRST_FACTOR + n, shared.varde
    blad.text(f"A{row}", shared.id, "in_text")
    blad.text(f"B{row}", shared.formel, "formula")
    if not shared.formel.strip():
        write_value(blad, u, row, value, f"gemensamma.{n}.varde", name=value.namn)
        return
    known = u.gemensamma[shared.id]
    found = utrakning(shared.formel, (), u.gemensamma)
    blad.text(f"C{row}", value.namn, "in_text")
    blad.text(f"D{row}", value.enhet, "in_words")
    for level in NIVAER:

        def cell(name: str, level: str = level) -> str:
            return f"{VARDE[level]}${u.plan.gemensamma[str(found.named.sources[name][1])]}"

        formula = cellformula(found.tree, cell) if found.tree is not None else "0"
        at = f"{VARDE[level]}{row}"
        look = "same_percent" if value.enhet.strip() == "%" else "same"
        if len(formula) < LONGEST:
            blad.formula(at, formula, getattr(known, level), look)
        else:
            blad.number(at, getattr(known, level), look)
    blad.text(f"H{row}", value.kalla, "in_text")
    blad.tall(row, (value.namn, 42), (value.kalla, 46), (shared.formel, 44))
    write_check(blad, row, value.namn, Varde(known.troligt, known.lagst, known.hogst), value.kalla)


def _names(factors: Iterable[tuple[str, int]]) -> Iterable[tuple[str, int]]:
    """A name of the file for each factor whose short name can be one."""
    taken = set()
    for id, row in factors:
        plain = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode()
        name = f"Faktor_{re.sub(r'[^A-Za-z0-9_]+', '_', plain)}"
        if name.lower() not in taken and len(name) < 200 and name != "Faktor_":
            taken.add(name.lower())
            yield name, row
