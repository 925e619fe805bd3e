"""A plain table, from a file or pasted: a name and an amount for each year in a row becomes a benefit or a cost."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from calculators.filtext import decoded
from calculators.kalkyl.document import SIDOR
from calculators.kategorier import PENGAKATEGORIER
from calculators.saved import Unreadable
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.grind import MOST_CELLS
from calculators.workbook.inlast.rutnat import Flik, Ruta
from calculators.workbook.inlast.start import option
from calculators.workbook.inlast.tabell import FARTHEST, plain
from calculators.workbook.inlast.tal import read_number

NAMES = ("namn", "post", "rad", "nytta", "kostnad", "nytta eller kostnad", "benämning", "aktivitet")
SIDE, CATEGORY, SOURCE = ("typ", "sida", "slag"), ("kategori",), ("källa", "underlag")
HORIZONS = (6, 15, 25)
PARTY = "Egna organisationen"
HOW = (
    "Vi hittade ingen nyttokalkyl i filen, och ingen tabell som går att läsa. "
    "Skriv en rubrikrad med Namn och ett år i varje kolumn, till exempel Namn, År 1, År 2, eller utgå från vår mall."
)


def tab_of_text(data: bytes) -> Flik:
    """The rows of comma-separated or pasted text, as a tab. Raises Unreadable."""
    text = decoded(data)
    first = text.split("\n", 1)[0]
    between = max("\t;,", key=first.count)
    flik = Flik("Tabellen")
    try:
        for r, row in enumerate(csv.reader(io.StringIO(text), delimiter=between), 1):
            for c, words in enumerate(row, 1):
                if words.strip():
                    flik.cells[r, c] = Ruta(r, c, words.strip())
                    flik.last = r
            if len(flik.cells) > MOST_CELLS:
                raise Unreadable("Tabellen är större än vi kan läsa. Ta bort rader som inte hör till kalkylen.")
    except csv.Error:
        raise Unreadable(HOW) from None
    return flik


def read_table(tabs: Sequence[Flik]) -> Inlast:
    """The first table with names and years in any of the tabs. Raises Unreadable where there is none."""
    for flik in tabs:
        for row in flik.rows():
            if row[0].row <= FARTHEST and (years := _years(row)) and (name := _labelled(row, NAMES)):
                return _read(flik, row, name, years)
    raise Unreadable(HOW)


def _labelled(row: Sequence[Ruta], labels: Sequence[str]) -> int:
    return next((cell.column for cell in row if plain(cell.text) in labels), 0)


def _years(row: Sequence[Ruta]) -> dict[int, int]:
    """Column → year, for headers such as 2027, År 1 and 1."""
    found = {}
    for cell in row:
        words = plain(cell.text).removeprefix("år").strip()
        if words.isascii() and words.isdigit() and (1 <= int(words) <= 100 or 1900 <= int(words) <= 2200):
            found[cell.column] = int(words)
    return found


def _read(flik: Flik, head: Sequence[Ruta], name: int, years: dict[int, int]) -> Inlast:
    found = Inlast()
    order = sorted(years, key=lambda column: years[column])
    span = years[order[-1]] - years[order[0]] + 1
    horizon = next((n for n in HORIZONS if n >= span), HORIZONS[-1])
    first = years[order[0]]
    found.kalkyl |= {"startar": first, "horisont": horizon, "perspektiv": [PARTY], "nyttor": [], "kostnader": []}
    found.say(
        flik.name,
        f"Horisonten är satt till {horizon} år, så att alla år får plats. Beloppen är lästa som kronor i dagens prisnivå.",
    )
    for n in range(head[0].row + 1, flik.last + 1):
        if flik.at(n, name).text:
            amounts = _amounts(
                found, flik, n, {c: years[c] - first for c in order if years[c] - first < horizon}, horizon
            )
            _row(found, flik, head, n, flik.at(n, name).text, amounts)
    found.count(len(found.kalkyl["nyttor"]), "nytta", "nyttor")
    found.count(len(found.kalkyl["kostnader"]), "kostnad", "kostnader")
    return found


def _amounts(found: Inlast, flik: Flik, row: int, columns: dict[int, int], horizon: int) -> list[float]:
    amounts = [0.0] * horizon
    for column, year in columns.items():
        x = read_number(found, flik, flik.at(row, column), quiet=True)
        amounts[year] = x if isinstance(x, float) else 0.0
    return amounts


def _row(found: Inlast, flik: Flik, head: Sequence[Ruta], row: int, name: str, amounts: list[float]) -> None:
    """A row on its side: what the table says, otherwise a cost where the amounts are negative."""
    said = option(flik.at(row, _labelled(head, SIDE)).text, {**SIDOR, "nyttor": "Nyttor", "kostnader": "Kostnader"})
    largest = max(amounts, key=abs)
    if said is None:
        cost = largest < 0
        words = "minus, så raden är läst som en kostnad" if cost else "plus, så raden är läst som en nytta"
        found.say(flik.where(row, 1), f"{name[:60]}: beloppen har {words}.")
    else:
        cost = said.startswith("kostnad")
    if largest < 0:
        amounts, largest = [-x for x in amounts], -largest
    if min(amounts) < 0:
        found.say(
            flik.where(row, 1),
            f"{name[:60]} har både plus och minus. Dela raden i en nytta och en kostnad. Den är inte inläst.",
        )
        return
    side = "kostnader" if cost else "nyttor"
    block: dict[str, Any] = {"id": f"{'K' if cost else 'N'}{len(found.kalkyl[side]) + 1}", "namn": name, "perspektiv": PARTY,
                             "arligt_varde": largest, "kategori": _category(found, flik, head, row)}  # fmt: skip
    if largest:
        block["faktor"] = [x / largest for x in amounts]
    source = flik.at(row, _labelled(head, SOURCE)).text
    found.kalkyl[side].append({**block, **({"kalla": source} if source else {})})


def _category(found: Inlast, flik: Flik, head: Sequence[Ruta], row: int) -> str:
    chosen = option(flik.at(row, _labelled(head, CATEGORY)).text, PENGAKATEGORIER)
    if chosen is None:
        found.say(
            flik.where(row, 1),
            "Kategorin står inte i tabellen. Den är satt till finansiell; ändra om det är omfördelning.",
        )
    return chosen or "finansiell"
