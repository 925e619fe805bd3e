"""What is not valued in money, and what the file remembers for the site."""

from __future__ import annotations

import json
from typing import Any

from calculators.kalkyl.document import SIDOR, STORLEKAR
from calculators.kategorier import KATEGORIER
from calculators.nesting import parse_json
from calculators.workbook.flikar.kallor import FOLLOWED, FROM, REST, SHOWN, TECHNICAL
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.rutnat import Flik
from calculators.workbook.inlast.start import option
from calculators.workbook.inlast.tabell import Tabell, table

NEEDED = ("Nytta eller kostnad", "Namn", "Kategori", "Uppskattad storlek")
OTHER = ("Id", "Vem berörs?", "Underlag")
OPTIONS = {
    "sida": ("Nytta eller kostnad", SIDOR),
    "kategori": ("Kategori", KATEGORIER),
    "storlek": ("Uppskattad storlek", STORLEKAR),
}
WORDS = {"id": "Id", "namn": "Namn", "perspektiv": "Vem berörs?", "kalla": "Underlag"}
REMEMBERED = ("Vad", "Uppgift", "Gäller")


def listed_table(flik: Flik) -> Tabell | None:
    """The table of what is not valued in money, if this tab has it."""
    return table(flik, NEEDED, OTHER)


def read_listed(found: Inlast, t: Tabell) -> None:
    """Its rows into the document."""
    made = []
    for n in range(t.head + 1, t.flik.last + 1):
        item: dict[str, Any] = {key: words for key, label in WORDS.items() if (words := t.text(n, label))}
        for key, (label, options) in OPTIONS.items():
            text = t.text(n, label)
            chosen = option(text, options) if text else None
            if text and chosen is None:
                found.say(t.where(n, label), f"”{text[:40]}” är inget av alternativen. Välj i formuläret.")
            elif chosen:
                item[key] = chosen
        if item:
            made.append(item)
    found.kalkyl["ej_varderade"] = made


def read_remembered(found: Inlast, flik: Flik) -> None:
    """Where rows were fetched from, and what the form remembers: never a figure."""
    heading = next((cell.row for cell in flik.cells.values() if cell.text == TECHNICAL), 0)
    t = table(flik, REMEMBERED, after=heading)  # under a list of sources, which may be long
    if t is None:
        return
    pieces: list[str] = []
    for n in range(t.head + 1, t.flik.last + 1):
        what, words = t.text(n, "Vad"), t.cell(n, "Uppgift").value
        if what == FROM and isinstance(words, str):
            id = t.text(n, "Gäller").partition(":")[0]
            for block in (*found.kalkyl.get("nyttor", ()), *found.kalkyl.get("kostnader", ())):
                if block.get("id") == id:
                    block["fran"] = words
        elif what == REST and isinstance(words, str):
            pieces.append(words)
    _rest(found, "".join(pieces))


def _rest(found: Inlast, text: str) -> None:
    try:
        kept = parse_json(text) if text else {}
    except (json.JSONDecodeError, ValueError, RecursionError):
        return
    if isinstance(kept, dict):
        unseen = kept.get("kalkyl")
        before = FOLLOWED - {*found.kalkyl}  # earlier files keep the follow-up here, and have no cells for it
        taken = {k: v for k, v in unseen.items() if k not in SHOWN or k in before} if isinstance(unseen, dict) else {}
        found.kalkyl |= taken
        found.exempel = str(kept.get("exempel") or "")
        found.rest = kept["rest"] if isinstance(kept.get("rest"), dict) else {}
