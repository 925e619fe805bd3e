"""What the tab Start says: each label leads to the cell beside it, wherever the two stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculators.kalkyl.beskrivning import NIVAER
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.ramar import DISKONTERINGAR
from calculators.schema import fields_of
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.rutnat import Flik, Ruta
from calculators.workbook.inlast.tabell import beside, plain, table
from calculators.workbook.inlast.tal import SHARE, read_number

TEXTS = ("namn", "syfte", "alternativ_a", "alternativ_b", "geografi", "utfort_av", "effekter")
NUMBERS = {"startar": "", "horisont": "år", "ranta": SHARE, "arsarbetstid": "h"}
CHOICES: Mapping[str, Mapping[str, str]] = {"niva": NIVAER, "diskontering": DISKONTERINGAR}
PARTIES = "Vems nyttor och kostnader?"


def is_start(flik: Flik) -> bool:
    """Whether the tab has the frames of a calculation."""
    labels = {plain(label_of(key)) for key in ("horisont", "ranta", "startar")}
    return labels <= {plain(cell.text) for cell in flik.cells.values()}


def label_of(key: str) -> str:
    return fields_of(Nyttokalkyl)[key].label


def read_start(found: Inlast, flik: Flik) -> None:
    """Words, frames and perspectives into the document."""
    for key in TEXTS:
        cell = beside(flik, label_of(key))
        if cell is not None and cell.text:
            found.kalkyl[key] = cell.text
    for key, unit in NUMBERS.items():
        cell = beside(flik, label_of(key))
        if cell is None:
            found.say(flik.name, f"{label_of(key)} hittades inte. Det vanliga värdet gäller tills du skriver ett eget.")
        else:
            _number(found, flik, key, cell, unit)
    for key, options in CHOICES.items():
        cell = beside(flik, label_of(key))
        if cell is not None and cell.text:
            _choice(found, flik, key, cell, options)
    _parties(found, flik)


def _number(found: Inlast, flik: Flik, key: str, cell: Ruta, unit: str) -> None:
    x = read_number(found, flik, cell, unit)
    if x is not None:
        whole = isinstance(x, float) and key in ("startar", "horisont") and x == int(x)
        found.kalkyl[key] = int(x) if whole else x


def _choice(found: Inlast, flik: Flik, key: str, cell: Ruta, options: Mapping[str, str]) -> None:
    chosen = option(cell.text, options)
    if chosen is None:
        found.say(flik.where(cell.row, cell.column), no_option(cell.text, label_of(key)))
    else:
        found.kalkyl[key] = chosen


def no_option(text: str, label: str) -> str:
    """What to do about a text that is none of the options of a field."""
    words = f"”{text[:40]}” är inget av alternativen. Välj i fältet {label}"
    return words if words.endswith("?") else f"{words}."


def option(text: str, options: Mapping[str, str]) -> str | None:
    """The option that a cell names, by its words or its id."""
    by_words = {plain(words): key for key, words in options.items()} | {key: key for key in options}
    return by_words.get(plain(text))


def _parties(found: Inlast, flik: Flik) -> None:
    t = table(flik, (PARTIES,))
    names: list[Any] = []
    for row in range(t.head + 1 if t else 1, (flik.last if t else 0) + 1):
        words = t.text(row, PARTIES) if t else ""
        if words:
            names.append(words)
    found.kalkyl["perspektiv"] = names
    if not names:
        found.say(flik.name, "Inga perspektiv hittades. Skriv vems nyttor och kostnader som räknas.")
