"""The tab Läs mig: what the file is, how it is filled in, and how it goes back to the site."""

from __future__ import annotations

from calculators.workbook.blad import IN_BOTH, Blad
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import (
    EJ_VARDERADE,
    FAKTORER,
    KALLOR,
    KOSTNADER,
    NYTTOR,
    OSAKERHET,
    RESULTAT,
    START,
    UPPFOLJNING,
)  # fmt: skip

TABS = {
    START: "Vad förändringen är, ramarna och vems nyttor och kostnader som räknas.",
    FAKTORER: "Värden som flera rader använder, till exempel en timkostnad.",
    NYTTOR: "Varje nytta: faktorer, uträkning och år.",
    KOSTNADER: "Varje kostnad, på samma sätt.",
    EJ_VARDERADE: "Kvalitet, miljö och annat som inte räknas i kronor.",
    RESULTAT: "Sammanfattning, diagram, år för år, kategorier, perspektiv och timmar.",
    OSAKERHET: "Lägst, troligt och högst, och vilken faktor som betyder mest.",
    UPPFOLJNING: "Planen, det frysta beslutet, och utfallet när förändringen har börjat.",
    KALLOR: "Alla källor på ett ställe, och filens version.",
}
STEPS = (
    "Börja i Start: beskriv förändringen, välj horisont och skriv perspektiven.",
    "Skriv gemensamma faktorer i Faktorer. Ge varje faktor en enhet och en källa.",
    "Fyll i nyttor och kostnader: faktorernas värden, vem raden tillfaller, kategori och när den gäller.",
    "Faktorerna i ett block multipliceras. Vill du räkna på annat sätt, skriv en egen formel i blockets översta rad, för alla nivåer.",
    "Läs resultatet, och börja alltid med de största raderna om något ser oväntat ut.",
)
GOOD = (
    "Alla formler är öppna. Klicka på ett belopp, så ser du hur det räknas.",
    "Vita rutor fyller du i. Gråblå rutor räknas fram.",
    "Årets värde läggs ihop med årsfaktorerna till höger i Nyttor och Kostnader: 0 är inget, 0,5 halvt, 1 helt.",
    "Mer plats i Nyttor och Kostnader: kopiera en faktorrad och infoga den mellan faktorerna, "
    "eller kopiera ett block och infoga det ovanför Summa.",
    "Lägst och högst följer det troliga värdet tills du skriver egna. Vill du ta bort ett eget värde, skriv = och peka på det troliga.",
    "Kolumnen Att se över ställer frågor. Den stoppar ingenting.",
    "Horisonten är en ruta i Start: 6, 15 eller 25 år. Öppna fler år med + i kanten av Nyttor, Kostnader och Resultat.",
    "Alla belopp är i dagens prisnivå, utan inflation och löneökningar.",
    "Filen har inga makron, inga lösenord och hämtar ingenting från nätet.",
)

LINE = 128  # characters on a line of the wide column


def write(blad: Blad, u: Underlag) -> None:
    """Everything of the tab."""
    blad.sheet.set_column("A:A", 26)
    blad.sheet.set_column("B:B", 104)
    blad.title("Nyttokalkyl")
    blad.text("A2", u.titel if u.kalkyl.namn else "Mall för en egen kalkyl", "section")
    row = _tabs(blad, 4)
    row = _numbered(blad, "Så fyller du i", STEPS, row + 1)
    row = _numbered(blad, "Bra att veta", GOOD, row + 1, numbered=False)
    blad.text(f"A{row + 1}", "Tillbaka till webbplatsen", "section")
    words = "Välj Öppna fil på sidan Nyttokalkyl. Sidan läser det som står i rutorna, också nya formler, och säger vad som inte gick."
    blad.text(f"B{row + 2}", words, "wrap")
    blad.tall(row + 2, (words, LINE))


def _tabs(blad: Blad, row: int) -> int:
    blad.text(f"A{row}", "Flikarna", "section")
    blad.table(IN_BOTH, f"A{row + 1}:B{row + 1 + len(TABS)}")
    blad.row(row + 1, "", {"A": "Flik", "B": "Vad som står där"})
    for n, (name, words) in enumerate(TABS.items()):
        blad.sheet.write_url(f"A{row + 2 + n}", f"internal:'{name}'!A1", blad.looks["link"], name)
        blad.text(f"B{row + 2 + n}", words, "wrap")
    return row + 2 + len(TABS)


def _numbered(blad: Blad, title: str, lines: tuple[str, ...], row: int, *, numbered: bool = True) -> int:
    blad.text(f"A{row}", title, "section")
    for n, words in enumerate(lines):
        blad.text(f"A{row + 1 + n}", f"Steg {n + 1}" if numbered else "", "label")
        blad.text(f"B{row + 1 + n}", words, "wrap")
        blad.tall(row + 1 + n, (words, LINE))
    return row + 1 + len(lines)
