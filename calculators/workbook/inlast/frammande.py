"""A template that is not ours, read by a mapping: which tabs it has, which labels stand in them, and in which columns its values are."""

from __future__ import annotations

import functools
import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from calculators.kalkyl.document import STORLEKAR
from calculators.kategorier import KATEGORIER, PENGAKATEGORIER
from calculators.saved import Unreadable
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.bladformel import Reader
from calculators.workbook.inlast.delade import Shared
from calculators.workbook.inlast.rutnat import Flik, Ruta
from calculators.workbook.inlast.start import option
from calculators.workbook.inlast.tabell import Tabell, plain
from calculators.workbook.inlast.tal import SHARE, read_number
from calculators.workbook.inlast.uttryck import read_annual
from calculators.workbook.inlast.varden import is_filled, read_value

HERE = os.path.dirname(__file__)  # importlib.resources is no part of the browser's Python
MAPPINGS = ("excelmall.toml",)
FITS = 2  # tabs that must be there for a file to be of this form
HORIZONS = (6, 15, 25)


@functools.cache
def mappings() -> tuple[Mapping[str, Any], ...]:
    """Every form that we have a mapping for."""
    return tuple(map(_mapping, MAPPINGS))


def _mapping(name: str) -> Mapping[str, Any]:
    with open(os.path.join(HERE, name), "rb") as file:
        return tomllib.load(file)


def read_foreign(tabs: Sequence[Flik]) -> Inlast | None:
    """What a file of a known form says; None for any other file. Raises Unreadable where the form is known but does not fit."""
    for form in mappings():
        sides = {side: flik for side, about in form["sidor"].items() if (flik := _tab(tabs, about["flik"]))}
        if len(sides) == FITS:
            return _read(form, tabs, sides)
    return None


def _tab(tabs: Sequence[Flik], names: Sequence[str]) -> Flik | None:
    wanted = {plain(name) for name in names}
    return next((flik for flik in tabs if plain(flik.name) in wanted), None)


def _read(form: Mapping[str, Any], tabs: Sequence[Flik], sides: Mapping[str, Flik]) -> Inlast:
    found = Inlast()
    found.say(
        "", f"Filen är läst som {form['namn']}. Jämför med originalet: vi har inte sett den mallen cell för cell."
    )
    _start(found, form["start"], _tab(tabs, form["start"]["flik"]))
    years: list[int] = []
    for side, flik in sides.items():
        blocks = [*_blocks(flik, form["sidor"][side]["bokstav"])]
        found.kalkyl[side] = [
            block for head, last in blocks if (block := _block(found, form["block"], flik, head, last, years))
        ]
        found.count(len(found.kalkyl[side]), *(("nytta", "nyttor") if side == "nyttor" else ("kostnad", "kostnader")))
    if not any(found.kalkyl[side] for side in sides):
        raise Unreadable(
            f"Filen liknar {form['namn']}, men inga block (N1, K1 …) hittades i flikarna. Skriv av raderna, eller utgå från vår mall."
        )
    found.kalkyl["horisont"] = next((n for n in HORIZONS if n >= max(years, default=0)), HORIZONS[-1])
    _fitted(found)
    _listed(found, form["ej_varderade"], _tab(tabs, form["ej_varderade"]["flik"]))
    return found


def _labelled(flik: Flik, labels: Sequence[str], first: int = 1, last: int = 0) -> Ruta | None:
    """The first cell that holds one of the labels, between two rows."""
    wanted = {plain(label) for label in labels}
    keys = (key for key in sorted(flik.cells) if first <= key[0] <= (last or flik.last))
    return next((flik.cells[key] for key in keys if plain(flik.cells[key].text) in wanted), None)


def _right_of(flik: Flik, label: Ruta | None) -> Ruta | None:
    """The first cell to the right that holds anything."""
    if label is None:
        return None
    return next((cell for cell in flik.row(label.row) if cell.column > label.column and not cell.empty), None)


def _columns(flik: Flik, row: int, labels: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Our name of each column → where a row has one of its labels."""
    wanted = {plain(label): name for name, those in labels.items() for label in those}
    return {wanted[plain(cell.text)]: cell.column for cell in reversed([*flik.row(row)]) if plain(cell.text) in wanted}


def _start(found: Inlast, about: Mapping[str, Any], flik: Flik | None) -> None:
    if flik is None:
        found.say("", "Fliken Start hittades inte. Skriv namn, första år och perspektiv i formuläret.")
        return
    name = _right_of(flik, _labelled(flik, about["namn"]))
    if name:
        found.kalkyl["namn"] = name.text
    for key, unit in (("startar", ""), ("ranta", SHARE)):
        cell = _right_of(flik, _labelled(flik, about[key]))
        x = read_number(found, flik, cell, unit) if cell else None
        if isinstance(x, float):
            found.kalkyl[key] = int(x) if key == "startar" else x
        else:
            found.say(flik.name, f"{about[key][0]} hittades inte. Det vanliga värdet gäller.")
    head = _labelled(flik, about["perspektiv"])
    below = [flik.at(n, head.column).text for n in range(head.row + 1, flik.last + 1)] if head else []
    found.kalkyl["perspektiv"] = [words for words in below if words]


def _blocks(flik: Flik, letter: str) -> Iterator[tuple[Ruta, int]]:
    """The first cell and the last row of each block."""
    heads: list[Ruta] = []
    for key in sorted(flik.cells):
        if re.fullmatch(rf"{letter}[0-9]{{1,3}}", flik.cells[key].text) and not any(h.row == key[0] for h in heads):
            heads.append(flik.cells[key])
    ends = [head.row - 1 for head in heads[1:]]
    yield from zip(heads, [*ends, flik.last], strict=False)


def _block(
    found: Inlast, about: Mapping[str, Any], flik: Flik, head: Ruta, last: int, years: list[int]
) -> dict[str, Any] | None:
    words = {
        key: _right_of(flik, _labelled(flik, about[key], head.row, last)) for key in ("namn", "perspektiv", "kategori")
    }
    header = _labelled(flik, about["kolumner"]["Troligt"], head.row, last)
    total = _labelled(flik, about["arligt"], head.row, last)
    if header is None or total is None:
        found.say(
            flik.where(head.row, head.column),
            f"{head.text}: kolumnen Troligt eller raden Årligt värde hittades inte. Blocket är inte inläst.",
        )
        return None
    t = Tabell(flik, header.row, _columns(flik, header.row, about["kolumner"]))
    rows = [n for n in range(header.row + 1, total.row) if is_filled(t, n)]
    reader = Reader(flik.name, {}, lambda cell: not flik.at(cell.row, cell.column).empty)
    if not rows and not (words["namn"] and words["namn"].text):
        return None
    made = [read_value(found, t, n, reader, Shared()) for n in rows]
    block: dict[str, Any] = {"id": head.text, **{k: c.text for k, c in words.items() if c and k != "kategori"}}
    block["kategori"] = option(words["kategori"].text, PENGAKATEGORIER) if words["kategori"] else None
    block |= read_annual(found, t, total.row, rows, made, None, {}, reader, Shared())
    block["faktor"] = _years(found, flik, _labelled(flik, about["ar"], total.row, last))
    years.append(len(block["faktor"]))
    return {k: v for k, v in block.items() if v is not None}


def _years(found: Inlast, flik: Flik, label: Ruta | None) -> list[float]:
    """The factor of each year, from the label to the right."""
    factors: list[float] = []
    for cell in flik.row(label.row) if label else ():
        if label and cell.column > label.column:
            x = read_number(found, flik, cell, quiet=True)
            if isinstance(x, float):
                factors.append(x)
    return factors


def _fitted(found: Inlast) -> None:
    """As many year factors as the horizon has years; a row without any holds every year."""
    horizon = found.kalkyl["horisont"]
    for block in (*found.kalkyl["nyttor"], *found.kalkyl["kostnader"]):
        given = block["faktor"][:horizon]
        block["faktor"] = given + given[-1:] * (horizon - len(given)) if given else "lopande"
        if given and len(given) < horizon:
            found.say("", f"{block['id']}: bara {len(given)} årsfaktorer hittades. Den sista gäller resten av åren.")


def _listed(found: Inlast, about: Mapping[str, Any], flik: Flik | None) -> None:
    head = _labelled(flik, about["Storlek"]) if flik else None
    if flik is None or head is None:
        return
    labels = {key: about[key] for key in ("Namn", "Perspektiv", "Kategori", "Storlek")}
    t: Tabell = Tabell(flik, head.row, _columns(flik, head.row, labels))
    made = []
    for n in range(head.row + 1, flik.last + 1):
        if t.text(n, "Namn"):
            item = {"namn": t.text(n, "Namn"), "perspektiv": t.text(n, "Perspektiv"), "kategori": option(t.text(n, "Kategori"), KATEGORIER),
                    "storlek": option(t.text(n, "Storlek"), STORLEKAR), "sida": "nytta"}  # fmt: skip
            made.append({k: v for k, v in item.items() if v})
    found.kalkyl["ej_varderade"] = made
    found.count(len(made), "rad utan kronor", "rader utan kronor")
    if made:
        found.say(flik.name, "Raderna är lästa som nyttor. Ändra till kostnad där det behövs.")
