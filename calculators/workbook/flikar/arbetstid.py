"""Whose time a row is about, as live formulas: the words that tell it, the time of each perspective, and the staff's share of a row."""

from __future__ import annotations

from calculators.kalkyl.document import ARBETSTID, EGEN_TID, VEMS_TID
from calculators.kalkyl.vems_tid import PEOPLE, is_own_time
from calculators.workbook.blad import IN_COLUMNS, Blad
from calculators.workbook.plats import ANDEL, ANDEL_ARBETAR, KALLOR, KVAR, Blockplats, Sida

COLUMNS = "ABC"  # of the words
BETWEEN = ",.-–/():;&+"  # what may stand between words besides space
WORDS, TIMES = "Ord_for_egen_tid", "Perspektivens_tid"  # names of the file
WORKING, OWN = VEMS_TID[ARBETSTID], VEMS_TID[EGEN_TID]


def write_words(blad: Blad, row: int) -> int:
    """The endings that tell that a perspective's time is nobody's working time. Returns the row after."""
    blad.text(f"A{row}", "Vems tid?", "section")
    blad.text(f"A{row + 1}", "Ett perspektiv med ett ord som slutar så här har egen tid. All annan tid är personalens.", "plain")
    blad.row(row + 2, "", {"A": "Ord för egen tid", "B": "Fler ord", "C": "Fler ord"})
    first, last = row + 3, row + 2 - (-len(PEOPLE) // len(COLUMNS))
    blad.table(IN_COLUMNS, f"A{row + 2}:C{last}")
    for n, word in enumerate(PEOPLE):
        blad.text(f"{COLUMNS[n % len(COLUMNS)]}{first + n // len(COLUMNS)}", word, "cell")
    blad.sheet.book_names[WORDS] = f"='{KALLOR}'!$A${first}:$C${last}"
    return last + 1


def write_time(blad: Blad, cell: str, name_cell: str, name: str) -> None:
    """Whose time a perspective's is."""
    text = f'{name_cell}&" "'
    for sign in BETWEEN:
        text = f'SUBSTITUTE({text},"{sign}"," ")'
    found = f'SUMPRODUCT(({WORDS}<>"")*ISNUMBER(SEARCH({WORDS}&" ",{text})))'
    value = (OWN if is_own_time(name) else WORKING) if name else ""
    blad.formula(cell, f'IF({name_cell}="","",IF({found}>0,"{OWN}","{WORKING}"))', value, "cell")


def is_working(name_cell: str) -> str:
    """The formula that is 1 where the time of the perspective in a cell is working time, and otherwise 0."""
    return f'1-MIN(1,SUMPRODUCT(1*EXACT(Perspektiv,{name_cell}),1*({TIMES}="{OWN}")))'


def working_share(at: Blockplats, sida: Sida) -> str:
    """The formula of the part of a row's hours that is working time: what the row itself says, or what its perspectives do."""
    (first, last), row = sida.delar, at.head
    parts = (f"${column}${first}:${column}${last}" for column in ("A", ANDEL, ANDEL_ARBETAR))
    others = f'SUMPRODUCT(1*EXACT({next(parts)},$A{row}),{",".join(parts)})'
    share = f'{KVAR}{row}*({is_working(f"$J{row}")})+IF($A{row}="",0,{others})'
    if not at.vems_tid:
        return share
    return f'IF($C{at.vems_tid}="{WORKING}",1,IF($C{at.vems_tid}="{OWN}",0,{share}))'
