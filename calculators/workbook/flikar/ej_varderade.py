"""The tab Ej värderade: benefits and costs without money. People choose their size, the file never does."""

from __future__ import annotations

from typing import Any

from calculators.kalkyl.document import SIDOR, STORLEKAR
from calculators.kategorier import KATEGORIER
from calculators.workbook.blad import IN_COLUMNS, Blad
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import EJ_VARDERADE

COLUMNS = {
    "A": "Id", "B": "Nytta eller kostnad", "C": "Namn", "D": "Kategori", "E": "Vem berörs?", "F": "Uppskattad storlek",
    "G": "Underlag", "H": "Att se över",
}  # fmt: skip
WIDTHS = {"A": 6, "B": 14, "C": 50, "D": 16, "E": 26, "F": 20, "G": 46, "H": 24}
HEAD, FIRST, ROOM = 5, 6, 12
SIZE, PARTY = "Storleken är inte bedömd", "Vem berörs?"


def last_row(u: Underlag) -> int:
    return FIRST + len(u.kalkyl.ej_varderade) + ROOM - 1


def span(u: Underlag, column: str) -> str:
    """The whole column, from anywhere."""
    return f"'{EJ_VARDERADE}'!${column}${FIRST}:${column}${last_row(u)}"


def write(blad: Blad, u: Underlag, formats: dict[str, Any]) -> None:
    """Everything of the tab."""
    for column, width in WIDTHS.items():
        blad.sheet.set_column(f"{column}:{column}", width)
    blad.title("Värderas inte i pengar")
    blad.text(
        "A2", "Kvalitet och miljö räknas aldrig i kronor. Beskriv dem här, och bedöm storleken tillsammans.", "plain"
    )
    blad.text(
        "A3",
        "Risker, hinder och möjligheter hör inte hit. Samma sak står antingen här eller i kronor, aldrig på båda ställena.",
        "plain",
    )
    blad.table(IN_COLUMNS, f"A{HEAD}:H{last_row(u)}")
    blad.row(HEAD, "", COLUMNS)
    items = u.kalkyl.ej_varderade
    for n in range(len(items) + ROOM):
        row, item = FIRST + n, items[n] if n < len(items) else None
        texts = {"A": "", "B": "", "C": "", "D": "", "E": "", "F": "", "G": ""}
        if item:
            texts = {"A": item.id, "B": SIDOR[item.sida], "C": item.namn, "D": KATEGORIER[item.kategori],
                     "E": item.perspektiv, "F": STORLEKAR.get(item.storlek or "", ""), "G": item.kalla}  # fmt: skip
        for column, words in texts.items():
            blad.text(f"{column}{row}", words, "in_text")
        formula = f'IF(C{row}="","",IF(E{row}="","{PARTY}",IF(F{row}="","{SIZE}","")))'
        said = "" if not item or not item.namn else PARTY if not item.perspektiv else "" if item.storlek else SIZE
        blad.formula(f"H{row}", formula, said, "check")
    _lists(blad, last_row(u))
    blad.when(f"H{FIRST}:H{last_row(u)}", f"LEN($H{FIRST})>0", formats["doubt"])


def _lists(blad: Blad, last: int) -> None:
    blad.choice(
        f"B{FIRST}:B{last}",
        [*SIDOR.values()],
        "Nytta eller kostnad",
        "En kostnad är något som någon upplever som negativt.",
    )
    blad.choice(
        f"D{FIRST}:D{last}",
        [*KATEGORIER.values()],
        "Kategori",
        "Kvalitet och miljö, eller det som inte går att räkna i kronor.",
    )
    blad.choice(f"E{FIRST}:E{last}", "=Perspektiv", "Vem berörs?", "Perspektiven står i fliken Start.")
    blad.choice(
        f"F{FIRST}:F{last}",
        [*STORLEKAR.values()],
        "Storlek",
        "Hur många berörs, hur starkt, hur länge och hur stor är skillnaden?",
    )
