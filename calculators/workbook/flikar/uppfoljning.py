"""The tab Uppföljning: what each benefit was expected to come to, beside what became of it."""

from __future__ import annotations

from calculators.workbook.blad import Blad
from calculators.workbook.flikar.sida import year_name
from calculators.workbook.flikar.start import year_label
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import NYTTOR, year

WIDTHS = {"A": 6, "B": 34, "C": 26, "D": 14, "E": 18} | dict.fromkeys("FGHIJKLMN", 13) | {"O": 28}
FOLLOWED = 3  # years
HEAD, ROOM = 6, 6


def write(blad: Blad, u: Underlag) -> None:
    """Everything of the tab."""
    for column, width in WIDTHS.items():
        blad.sheet.set_column(f"{column}:{column}", width)
    blad.title("Uppföljning")
    blad.text(
        "A2",
        "Börja när förändringen börjar. Följ först att den används, sedan effekter som går att mäta tidigt, och sist nyttorna.",
        "plain",
    )
    blad.text(
        "A3",
        "Det väntade värdet är odiskonterat: årligt värde × årsfaktor. Fliken följer med i filen men läses inte in på webbplatsen.",
        "plain",
    )
    heads = {"A": "Id", "B": "Nytta", "C": "Indikator", "D": "Läget före", "E": "Vem följer upp?", "O": "Kommentar"}
    blad.row(HEAD, "", heads)
    for n in range(FOLLOWED):
        expected, got, off = _columns(n)
        label = year_label(f"{NYTTOR}!{year(n + 1)}$5")
        said = year_name(u, n + 1)
        blad.formula(f"{expected}{HEAD}", f'"Väntat "&{label}&" (kr)"', f"Väntat {said} (kr)", "head_number")
        blad.formula(f"{got}{HEAD}", f'"Utfall "&{label}&" (kr)"', f"Utfall {said} (kr)", "head_number")
        blad.text(f"{off}{HEAD}", "Skillnad (kr)", "head_number")
    for n, (at, block) in enumerate(zip(u.plan.nyttor.block, u.kalkyl.nyttor, strict=True)):
        _row(blad, u, HEAD + 1 + n, n, at.head, block.namn)
    for n in range(ROOM):
        row = HEAD + 1 + len(u.kalkyl.nyttor) + n
        for column in "ABCDEFGHIJKLMNO":
            blad.text(f"{column}{row}", "", "in_text")


def _columns(n: int) -> tuple[str, str, str]:
    first = 6 + 3 * n
    return tuple("ABCDEFGHIJKLMNO"[first - 1 + k] for k in range(3))  # type: ignore[return-value]


def _row(blad: Blad, u: Underlag, row: int, place: int, head: int, name: str) -> None:
    rad = u.rad("nyttor", place)
    blad.formula(f"A{row}", f'{NYTTOR}!$A${head}&""', rad.id, "cell")
    blad.formula(f"B{row}", f'{NYTTOR}!$C${head}&""', name, "cell")
    for column in "CDEO":
        blad.text(f"{column}{row}", "", "in_text")
    for n in range(FOLLOWED):
        expected, got, off = _columns(n)
        value = rad.arligt[1] * rad.faktorer[n]
        blad.formula(f"{expected}{row}", f"{NYTTOR}!$F${head}*{NYTTOR}!${year(n + 1)}${head}", value, "kr")
        blad.number(f"{got}{row}", None, "in_number")
        blad.formula(f"{off}{row}", f'IF({got}{row}="","",{got}{row}-{expected}{row})', "", "kr")
