"""What became of the calculation: each outcome beside what the calculation says, and kr a year for each benefit."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Rad
from calculators.kalkyl.formel.names import folded
from calculators.kalkyl.plan import Utfall
from calculators.kalkyl.utrakning import of_block
from calculators.schema import fields_of
from calculators.uppfoljning.rakning import ARSFAKTOR, Rakning
from calculators.uppfoljning.utfall import HELA, counted_rows, factor_of
from calculators.workbook.blad import IN_COLUMNS, Blad
from calculators.workbook.flikar.sida import year_name
from calculators.workbook.flikar.varden import exact
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import FAKTORER, LAST_YEAR, NYTTOR, SIDES, year

OUTCOME, EXPECTED = "Utfall", "Väntat och utfall i kronor"
ROOM = 12  # empty rows of the outcome
YEARLY = (("C", "D", "E"), ("F", "G", "H"), ("I", "J", "K"))  # expected, outcome and difference in kr, of the first years
PLACES = {"rad": "A", "faktor": "C", "ar": "D", "varde": "E", "kalla": "G"}
NAME, PLANNED, OFF = "Namn", "I kalkylen", "Skillnad"

Spans = Sequence[tuple[str, str]]  # a column of ids and the column of names beside it


def named(blad: Blad, cell: str, id_cell: str, spans: Spans, id: str, known: Sequence[tuple[str, str]], missing: str) -> str:
    """The name that belongs to the id in a cell, looked up in the tabs; what it says now."""
    formula = f'"{missing}"'
    for ids, names in reversed(spans):
        formula = f'IFERROR(INDEX({names},MATCH({id_cell},{ids},0))&"",{formula})'
    name = next((words for one, words in known if one and one.casefold() == id.casefold()), missing) if id else ""
    blad.formula(cell, f'IF({id_cell}="","",{formula})', name, "cell")
    return name


def write_outcome(blad: Blad, u: Underlag, row: int, formats: Mapping[str, Any]) -> tuple[int, int]:
    """The outcome, factor by factor and year by year. Returns its first and last row."""
    fields = fields_of(Utfall)
    blad.text(f"A{row}", OUTCOME, "section")
    blad.text(
        f"A{row + 1}",
        "En rad för varje värde. Tom faktor betyder hela värdet i kronor det året. Skriv procent som 65 för 65 %.",
        "note_line",
    )
    heads = {PLACES[name]: field.label for name, field in fields.items()} | {"B": NAME, "F": PLANNED, "H": OFF}
    blad.row(row + 2, "EFH", heads)
    first = row + 3
    last = first + len(u.kalkyl.utfall) + ROOM - 1
    blad.table(IN_COLUMNS, f"A{row + 2}:H{last}")
    rows = counted_rows(u.kalkyl)
    for n in range(last - first + 1):
        utfall = u.kalkyl.utfall[n] if n < len(u.kalkyl.utfall) else Utfall()
        _outcome(blad, u, first + n, utfall, rows)
    for column in "EFH":
        exact(blad, f"{column}{first}", f"{column}{first}:{column}{last}", formats)
    blad.help(f"A{first}:A{last}", "Rad", "Radens beteckning, till exempel N1.")
    blad.help(f"C{first}:C{last}", "Faktor", f"Faktorns namn i raden, {ARSFAKTOR}, eller tomt för hela värdet.")
    return first, last


def _outcome(blad: Blad, u: Underlag, row: int, utfall: Utfall, rows: Mapping[str, Rakning]) -> None:
    blad.text(f"A{row}", utfall.rad, "in_text")
    spans = tuple((u.plan.sida(side).span("A"), u.plan.sida(side).span("C")) for side in SIDES)
    name = named(blad, f"B{row}", f"$A{row}", spans, utfall.rad, [(rad.id, rad.block.namn) for rad in u.rader], "")
    blad.text(f"C{row}", utfall.faktor, "in_text")
    blad.number(f"D{row}", utfall.ar, "in_whole")
    blad.number(f"E{row}", utfall.varde, "in_number")
    blad.text(f"G{row}", utfall.kalla, "in_text")
    blad.tall(row, (name, 36), (utfall.faktor, 17), (utfall.kalla, 17))
    planned = _planned(u, row, utfall, rows)
    if planned:
        blad.formula(f"F{row}", planned[0], planned[1], "kr")
    else:
        blad.text(f"F{row}", "", "kr")
    off = utfall.varde - planned[1] if planned and utfall.varde is not None else ""
    blad.formula(f"H{row}", f'IF(OR(E{row}="",F{row}=""),"",E{row}-F{row})', off, "kr")


def _planned(u: Underlag, row: int, utfall: Utfall, rows: Mapping[str, Rakning]) -> tuple[str, float] | None:
    """The formula that fetches what the calculation says of the same factor, and its value; None where it says nothing."""
    rad = next((r for r in u.rader if r.id == utfall.rad), None)
    name = factor_of(rows[rad.id], utfall.faktor) if rad else None
    if rad is None or name is None or utfall.ar not in u.kalkyl.ar:
        return None
    place = u.kalkyl.ar.index(utfall.ar)
    sida = u.plan.sida(rad.side)
    head = sida.block[rad.place].head
    factor = f"INDEX({sida.flik}!${year(1)}${head}:${LAST_YEAR}${head},D{row}-Forsta_aret+1)"
    if name == ARSFAKTOR:
        return factor, rad.faktorer[place]
    if name == HELA:
        return f"{sida.flik}!$F${head}*{factor}", rad.arligt[1] * rad.faktorer[place]
    cell, share = _factor_cell(u, rad, name), rows[rad.id].enheter.get(name) == "%"
    x = rows[rad.id].varden[name]
    return (f"{cell}*100", x * 100) if share else (cell, x)


def _factor_cell(u: Underlag, rad: Rad, name: str) -> str:
    """Where the likely value of a row's factor stands."""
    if rad.block.arligt_varde is not None:
        return u.plan.cell(f"{rad.side}.{rad.place}.arligt_varde", "troligt")
    kind, which = of_block(rad.block, u.gemensamma).named.sources[name]
    if kind == "faktorer":
        return u.plan.cell(f"{rad.side}.{rad.place}.faktorer.{which}", "troligt")
    return f"{FAKTORER}!$F${u.plan.gemensamma[str(which)]}"


def write_expected(blad: Blad, u: Underlag, outcome: tuple[int, int]) -> None:
    """For each benefit, what was expected in the first years, and the outcome of its whole value where it is written above."""
    row = outcome[1] + 2
    blad.text(f"A{row}", EXPECTED, "section")
    blad.text(f"A{row + 1}", "Det väntade är odiskonterat: årligt värde × årsfaktor.", "note_line")
    blad.row(row + 2, "CDEFGHIJK", {"A": "Id", "B": "Nytta"}, height=32)
    for n, (expected, got, off) in enumerate(YEARLY):
        said = f'IF(Forsta_aret=1,"år {n + 1}",Forsta_aret+{n})'
        for column, words in ((expected, "Väntat"), (got, "Utfall")):
            now = f"{words} {year_name(u, n + 1)} (kr)".replace("År", "år")
            blad.formula(f"{column}{row + 2}", f'"{words} "&{said}&" (kr)"', now, "head_number")
        blad.text(f"{off}{row + 2}", f"{OFF} (kr)", "head_number")
    benefits = [rad for rad in u.rader if rad.side == "nyttor"]
    blad.table(IN_COLUMNS, f"A{row + 2}:K{row + 2 + len(benefits)}")
    for n, rad in enumerate(benefits):
        _benefit(blad, u, row + 3 + n, rad, outcome)


def _benefit(blad: Blad, u: Underlag, row: int, rad: Rad, outcome: tuple[int, int]) -> None:
    head = u.plan.nyttor.block[rad.place].head
    blad.formula(f"A{row}", f'{NYTTOR}!$A${head}&""', rad.id, "cell")
    blad.formula(f"B{row}", f'{NYTTOR}!$C${head}&""', rad.block.namn, "cell")
    blad.tall(row, (rad.block.namn, 36))
    for n, (expected, got, off) in enumerate(YEARLY):
        planned = rad.arligt[1] * rad.faktorer[n]
        blad.formula(f"{expected}{row}", f"{NYTTOR}!$F${head}*{NYTTOR}!${year(n + 1)}${head}", planned, "kr")
        formula, found = _of_whole(u.kalkyl, row, rad.id, n, outcome)
        blad.formula(f"{got}{row}", formula, found, "kr")
        blad.formula(
            f"{off}{row}",
            f'IF({got}{row}="","",{got}{row}-{expected}{row})',
            "" if isinstance(found, str) else found - planned,
            "kr",
        )


def _of_whole(kalkyl: Nyttokalkyl, row: int, id: str, n: int, outcome: tuple[int, int]) -> tuple[str, float | str]:
    """The outcome in kr of a benefit's whole value in year n, from 0; empty text where none is written."""
    first, last = outcome
    ids, factors, years, values = (f"${c}${first}:${c}${last}" for c in "ACDE")
    which = f'1*({ids}=$A{row})*(({factors}="")+({factors}="{HELA}"))*({years}=Forsta_aret+{n})'
    found = [
        one.varde
        for one in kalkyl.utfall
        if one.varde is not None
        and one.rad.casefold() == id.casefold()
        and folded(one.faktor) in ("", folded(HELA))
        and one.ar == kalkyl.startar + n
    ]
    formula = f'IF(SUMPRODUCT({which}*ISNUMBER({values}))=0,"",SUMPRODUCT({which},{values}))'
    return formula, math.fsum(found) if found else ""
