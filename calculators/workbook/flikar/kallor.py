"""The tab Källor och versioner: every source once with where it is used, the version, and what only the site needs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from calculators import VERSION
from calculators.chaining import way_back
from calculators.kalkyl.document import block_id
from calculators.kalkyl.plan import Plan
from calculators.registry import calculator
from calculators.saved import written
from calculators.schema import fields_of
from calculators.standard import IN_FORCE_ON
from calculators.workbook.blad import IN_BOTH, IN_COLUMNS, Blad
from calculators.workbook.flikar.arbetstid import write_words
from calculators.workbook.flikar.start import FRAMES, TEXTS
from calculators.workbook.kalkyl import ID, Underlag

WIDTHS = {"A": 44, "B": 66, "C": 44}
FORMAT = 3  # of the file; a reader of later files can tell which one this is
CHANGES = (  # form, date, what is new
    ("1", "2026-11-25", "Första versionen: alla flikar, 6, 15 och 25 år i samma fil."),
    ("2", "2026-11-25", "Planen för uppföljning, det frysta beslutet och utfallet står i fliken Uppföljning."),
    ("3", "2026-11-25", "Personalens del av tiden är en formel. Varje tabells rubriker är märkta för skärmläsare."),
)
TECHNICAL = "Uppgifter för webbplatsen"
FROM, REST = "Hämtad från", "Övrigt"
FOLLOWED = {*fields_of(Plan)}  # have cells since form 2
SHOWN = {*TEXTS, *FRAMES, *FOLLOWED, "perspektiv", "gemensamma", "nyttor", "kostnader", "ej_varderade", "omrakning_timkostnad"}
PIECE = 30_000  # characters of one cell


def write(blad: Blad, u: Underlag) -> None:
    """Everything of the tab."""
    for column, width in WIDTHS.items():
        blad.sheet.set_column(f"{column}:{column}", width)
    blad.title("Källor och versioner")
    row = _version(blad, u)
    row = _sources(blad, u, row + 2)
    row = write_words(blad, row + 1)
    _technical(blad, u, row + 2)


def _version(blad: Blad, u: Underlag) -> int:
    facts = [
        ("Skapad", u.datum or "utan datum"), ("Räknemotor", f"Nyttokalkyl {VERSION}"), ("Filens form", f"{FORMAT}"),
        ("Standardvärden", f"Så som de gällde {IN_FORCE_ON.isoformat()}"),
        ("Exempel", u.state.origin or "Nej, en egen kalkyl"),
    ]  # fmt: skip
    blad.text("A3", "Version", "section")
    blad.table(IN_BOTH, f"A4:B{4 + len(facts)}")
    blad.row(4, "", {"A": "Uppgift", "B": "Värde"})
    for n, (label, words) in enumerate(facts):
        blad.text(f"A{5 + n}", label, "label")
        blad.text(f"B{5 + n}", words, "cell")
    row = 4 + len(facts) + 2
    blad.text(f"A{row}", "Ändringar i filens form", "section")
    blad.table(IN_BOTH, f"A{row + 1}:B{row + 1 + len(CHANGES)}")
    blad.row(row + 1, "", {"A": "Form och datum", "B": "Nytt"})
    for n, (form, day, words) in enumerate(CHANGES):
        blad.text(f"A{row + 2 + n}", f"{form}, {day}", "label")
        blad.text(f"B{row + 2 + n}", words, "cell")
        blad.tall(row + 2 + n, (words, 72))
    return row + 1 + len(CHANGES)


def _sources(blad: Blad, u: Underlag, row: int) -> int:
    used: dict[str, list[str]] = {}
    for source, where in _used(u):
        if source.strip():
            used.setdefault(source.strip(), []).append(where)
    blad.text(f"A{row}", "Källor", "section")
    blad.text(f"A{row + 1}", "Listan gjordes när filen skapades. Ändra källan vid faktorn.", "plain")
    blad.table(IN_COLUMNS, f"A{row + 2}:B{row + 2 + max(1, len(used))}")
    blad.row(row + 2, "", {"A": "Används i", "B": "Källa"})
    row += 3
    for source, places in used.items():
        used_in = ", ".join(dict.fromkeys(places))
        blad.tall(row, (used_in, 46), (source, 72))
        blad.text(f"A{row}", used_in, "cell")
        blad.text(f"B{row}", source, "cell")
        row += 1
    return row


def _used(u: Underlag) -> Iterator[tuple[str, str]]:
    for shared in u.kalkyl.gemensamma:
        yield shared.varde.kalla, shared.varde.namn or shared.id
    for side, n, block in u.kalkyl.blocks:
        id = block_id(side, n, block)
        yield block.kalla, id
        values = (*block.values, block.timkostnad, block.timmar_per_ar)
        yield from ((value.kalla, id) for value in values if value)
    if u.kalkyl.omrakning_timkostnad:
        yield u.kalkyl.omrakning_timkostnad.kalla, "Timkostnad för omräkning"
    for item in u.kalkyl.ej_varderade:
        yield item.kalla, item.id or item.namn


def _technical(blad: Blad, u: Underlag, row: int) -> None:
    """What no visible cell can hold: where rows were fetched from, and what the form remembers. No figure stands here."""
    found = [(FROM, id, fran) for id, fran in _fetched(u)]
    document = written(calculator(ID), u.state)
    unseen = {key: value for key, value in document["kalkyl"].items() if key not in SHOWN}
    rest = {"kalkyl": unseen, "exempel": u.state.origin, "rest": {k: v for k, v in u.state.rest.items() if k != "kalkyl"}}
    text = json.dumps({k: v for k, v in rest.items() if v}, ensure_ascii=False, sort_keys=True)
    found += [(REST, str(n), text[n * PIECE : (n + 1) * PIECE]) for n in range(-(-len(text) // PIECE))]
    blad.text(f"A{row}", TECHNICAL, "section")
    blad.text(
        f"A{row + 1}",
        "Så hittar webbplatsen tillbaka till kalkylatorerna som raderna kommer från. Låt det stå.",
        "plain",
    )
    blad.table(IN_COLUMNS, f"A{row + 2}:C{row + 2 + max(1, len(found))}")
    blad.row(row + 2, "", {"A": "Vad", "B": "Uppgift", "C": "Gäller"})
    for n, (what, which, words) in enumerate(found):
        at = row + 3 + n
        blad.text(f"A{at}", what, "note")
        blad.text(f"B{at}", words, "in_raw")
        back = way_back(words) if what == FROM else None
        blad.text(f"C{at}", which if back is None else f"{which}: {calculator(back[0]).title}", "note")


def _fetched(u: Underlag) -> Iterator[tuple[str, str]]:
    for side, n, block in u.kalkyl.blocks:
        if block.fran:
            yield block_id(side, n, block), block.fran
