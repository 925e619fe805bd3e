"""The benefits or costs of a tab: its blocks, row by row, with their factors, formulas, years and shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from calculators.kalkyl.document import VEMS_TID
from calculators.kategorier import PENGAKATEGORIER
from calculators.workbook.flikar.block import DIRECT, FACTOR, HOURLY, HOURS, MONEY_WHEN, MONEY_WHO, ONE, WHEN, WHOSE
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.arsfaktorer import read_years
from calculators.workbook.inlast.bladformel import Reader
from calculators.workbook.inlast.delade import Shared
from calculators.workbook.inlast.rutnat import Flik
from calculators.workbook.inlast.start import option
from calculators.workbook.inlast.tabell import Tabell, table
from calculators.workbook.inlast.tal import SHARE, read_number
from calculators.workbook.inlast.uttryck import read_annual
from calculators.workbook.inlast.varden import SOURCE, is_filled, read_value

NEEDED = ("Del", "Namn", "Lägst", "Troligt", "Högst")
OTHER = ("Id", "Enhet", SOURCE, "Vem tillfaller den?", "Kategori", "När gäller värdet?", "Faktor")
PARTS, SHARE_OF = ("Id", "Vem", "Andel"), "Andel"
FIELDS = {HOURLY: ("timkostnad", "kr/h"), HOURS: ("timmar_per_ar", "h"), DIRECT: ("arligt_varde", "kr")}
WORDS = {MONEY_WHEN: "blir_pengar_nar", MONEY_WHO: "blir_pengar_beslut"}


@dataclass(slots=True)
class Rader:
    """The rows of one block: its own, its factors, and the others by what stands in the column Del."""

    head: int
    faktorer: list[int] = field(default_factory=list)
    andra: dict[str, int] = field(default_factory=dict)


def side_table(flik: Flik) -> tuple[str, Tabell] | None:
    """The side and the table of a tab with blocks; which side is told by its blocks, not by the tab's name."""
    t = table(flik, NEEDED, OTHER)
    kinds = [t.text(n, "Del") for n in range(t.head + 1, flik.last + 1)] if t else []
    for side, one in ONE.items():
        if t and one in kinds:
            return side, t
    return None


def read_side(found: Inlast, side: str, t: Tabell, names: Mapping[str, str], shared: Shared, horizon: int) -> None:
    """The blocks of a side into the document."""
    reader = Reader(t.flik.name, names, lambda cell: cell.tab != t.flik.name or is_filled(t, cell.row))
    every = (_block(found, t, rows, reader, shared, horizon) for rows in _blocks(found, side, t))
    made = [block for block in every if block is not None]
    _parts(found, t, made)
    found.kalkyl[side] = made
    hidden = [n for n in t.flik.hidden if n > t.head]
    if hidden:
        found.say(t.flik.name, "Fliken har dolda rader. De är också inlästa.")


def _blocks(found: Inlast, side: str, t: Tabell) -> Iterator[Rader]:
    """The rows that belong together. A row without a word in Del is a factor where it stands among factors."""
    now: Rader | None = None
    for n in range(t.head + 1, t.flik.last + 1):
        kind = t.text(n, "Del")
        if kind == ONE[side]:
            if now:
                yield now
            now = Rader(n)
        elif t.text(n, "Id") == "Summa" or kind == SHARE_OF:
            break
        elif now and kind == FACTOR:
            now.faktorer.append(n)
        elif now and kind:
            now.andra[kind] = n
        elif now and is_filled(t, n):
            now.faktorer.append(n)
            found.say(t.where(n, "Namn"), "Raden är läst som en faktor i blocket ovanför.")
        elif is_filled(t, n):
            found.say(t.where(n, "Namn"), "Raden hör inte till någon nytta eller kostnad. Den är inte inläst.")
    if now:
        yield now


def _block(
    found: Inlast, t: Tabell, rows: Rader, reader: Reader, shared: Shared, horizon: int
) -> dict[str, Any] | None:
    """The JSON of a block; None where nobody has written in it."""
    factors = [n for n in rows.faktorer if is_filled(t, n)]
    direct = rows.andra.get(DIRECT)
    head = t.cell(rows.head, "Troligt")
    if not (t.text(rows.head, "Namn") or factors or direct or (head.value is not None and not head.formula)):
        return None
    words = {"id": t.text(rows.head, "Id"), "namn": t.text(rows.head, "Namn"), "kalla": t.text(rows.head, SOURCE),
             "perspektiv": t.text(rows.head, "Vem tillfaller den?")}  # fmt: skip
    block: dict[str, Any] = {k: v for k, v in words.items() if v}
    block["kategori"] = _category(found, t, rows.head)
    made = [read_value(found, t, n, reader, shared) for n in factors]
    _unnamed(made)
    block |= read_annual(found, t, rows.head, factors, made, direct, rows.andra, reader, shared)
    for kind, (name, unit) in FIELDS.items():
        row = rows.andra.get(kind)
        if row and kind != DIRECT and is_filled(t, row):
            block[name] = read_value(found, t, row, reader, shared, unit)
    block |= {name: t.text(rows.andra[kind], "Namn") for kind, name in WORDS.items() if kind in rows.andra}
    if whose := option(t.text(rows.andra[WHOSE], "Namn"), VEMS_TID) if WHOSE in rows.andra else None:
        block["vems_tid"] = whose
    block["faktor"] = read_years(found, t, rows.head, option(t.text(rows.head, "När gäller värdet?"), WHEN), horizon)
    return block


def _unnamed(made: list[dict[str, Any]]) -> None:
    """A name that the file gave an empty row is no name."""
    for n, value in enumerate(made):
        if value.get("namn") == f"Faktor {n + 1}" and "troligt" not in value:
            del value["namn"]


def _category(found: Inlast, t: Tabell, row: int) -> str:
    text = t.text(row, "Kategori")
    chosen = option(text, PENGAKATEGORIER)
    if chosen is None:
        told = f"”{text[:40]}” är ingen kategori. " if text else "Kategorin saknas. "
        found.say(t.where(row, "Kategori"), f"{told}Välj finansiell eller omfördelning.")
    return chosen or ""


def _parts(found: Inlast, t: Tabell, blocks: list[dict[str, Any]]) -> None:
    """The shares that fall to others, under the blocks."""
    parts = table(
        t.flik, PARTS, after=max((n for n in range(t.head, t.flik.last) if t.text(n, "Id") == "Summa"), default=t.head)
    )
    if parts is None:
        return
    by_id = {block.get("id", ""): block for block in blocks}
    for n in range(parts.head + 1, t.flik.last + 1):
        id, who, share = parts.text(n, "Id"), parts.text(n, "Vem"), parts.cell(n, "Andel")
        if not (id or who or not share.empty):
            continue
        if id not in by_id:
            found.say(
                parts.where(n, "Id"), f"{id or 'Raden'} finns inte bland raderna ovanför. Andelen är inte inläst."
            )
            continue
        part = {"perspektiv": who, "andel": read_number(found, t.flik, share, SHARE)}
        by_id[id].setdefault("fordelning", []).append({k: v for k, v in part.items() if v is not None})
