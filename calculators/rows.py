"""Rows of a flat document: add, remove, move and copy, with the key that the reader should come to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from calculators.schema import Calculator, fields_of
from calculators.wire import to_flat

Flat = dict[str, str]
MOST_ROWS = 500
PATH = re.compile(r"[a-z_]+(?:\.[0-9]{1,3}\.[a-z_]+)*")
ROW = re.compile(rf"({PATH.pattern})\.([0-9]{{1,3}})")
NUMBER = re.compile(r"\.([0-9]+)(?=\.|$)")


class RowError(ValueError):
    """The path names no rows, or the row can't be moved there."""


def count(flat: Mapping[str, str], path: str) -> int:
    """How many rows lie under the path."""
    start = f"{path}."
    return 1 + max((int(k[len(start) :].partition(".")[0]) for k in flat if _is_row(k, start)), default=-1)


def _is_row(key: str, start: str) -> bool:
    return key.startswith(start) and key[len(start) :].partition(".")[0].isdecimal()


def add(calc: Calculator, flat: Flat, path: str) -> tuple[Flat, str]:
    """A new row last, with the texts that the calculator gives a new row, or else those of its declaration."""
    n = count(flat, path)
    row = calc.fill(flat, path) or _declared(calc, path)
    if not PATH.fullmatch(path) or n >= MOST_ROWS or not row:
        raise RowError(path)
    return flat | {f"{path}.{n}{'.' if key else ''}{key}": value for key, value in row.items()}, f"{path}.{n}"


def _declared(calc: Calculator, path: str) -> Mapping[str, str]:
    """The texts of an empty row: its defaults, and nothing in the other fields."""
    field = fields_of(calc.inputs).get(path)
    if field is None or field.kind not in ("numbers", "texts", "rows"):
        return {}
    if field.row is None:
        return {"": ""}
    return dict.fromkeys(fields_of(field.row), "") | to_flat(field.row())


def remove(calc: Calculator, flat: Flat, path: str) -> tuple[Flat, str]:
    """The row is gone and those below move up. Then: the next row, the one before, or the place to add one."""
    rows, n = _place(flat, path)
    parent = rows.rpartition(".")[0]
    if parent and all(k.startswith(f"{path}.") for k in flat if k.startswith(f"{parent}.")):
        return remove(calc, flat, parent)  # nothing else was left in the row that it stood in
    kept = without_row(flat, path)
    left = count(kept, rows)
    return kept, f"{rows}.{min(n, left - 1)}" if left else f"{rows}--add"


def without_row(flat: Flat, path: str) -> Flat:
    """The row is gone and those below move up."""
    rows, n = _place(flat, path)
    return _renumbered(flat, rows, {m: m - (m > n) for m in range(count(flat, rows)) if m != n})


def move(calc: Calculator, flat: Flat, path: str, *, step: int) -> tuple[Flat, str]:
    """The row changes place with its neighbour; the reader follows it."""
    rows, n = _place(flat, path)
    other = n + step
    if not 0 <= other < count(flat, rows):
        raise RowError(path)
    order = {m: m for m in range(count(flat, rows))} | {n: other, other: n}
    return _renumbered(flat, rows, order), f"{rows}.{other}--{'up' if step < 0 else 'down'}"


def duplicate(calc: Calculator, flat: Flat, path: str) -> tuple[Flat, str]:
    """A copy just below, with an id of its own."""
    rows, n = _place(flat, path)
    total = count(flat, rows)
    if total >= MOST_ROWS:
        raise RowError(path)
    opened = _renumbered(flat, rows, {m: m + (m > n) for m in range(total)})
    start, new = f"{rows}.{n}", f"{rows}.{n + 1}"
    copied = {new + k[len(start) :]: v for k, v in flat.items() if k == start or k.startswith(f"{start}.")}
    fresh = calc.fill(flat, rows)
    if "id" in fresh and f"{new}.id" in copied:
        copied[f"{new}.id"] = fresh["id"]
    return opened | copied, new


def closed_up(flat: Mapping[str, str]) -> Flat:
    """The same rows numbered from 0 without gaps, whatever numbers a link holds. The years of a profile keep theirs."""
    places: dict[str, set[str]] = {}
    for key in flat:
        for number in NUMBER.finditer(key):
            places.setdefault(key[: number.start()], set()).add(number[1])
    order = {
        f"{rows}.{n}": f".{place}"
        for rows, found in places.items()
        for place, n in enumerate(sorted(found, key=lambda n: (int(n), n)))
        if not rows.endswith(".ar")
    }
    return {NUMBER.sub(lambda n, key=key: order.get(key[: n.end()], n[0]), key): value for key, value in flat.items()}  # type: ignore[misc]


def _place(flat: Flat, path: str) -> tuple[str, int]:
    match = ROW.fullmatch(path)
    if not match or int(match[2]) >= count(flat, match[1]):
        raise RowError(path)
    return match[1], int(match[2])


def _renumbered(flat: Flat, rows: str, order: Mapping[int, int]) -> Flat:
    """The rows at their new places; a row that `order` leaves out is gone. Keys keep the order of the rows."""
    start = f"{rows}."
    kept = {k: v for k, v in flat.items() if not _is_row(k, start)}
    moved = []
    for key, value in flat.items():
        if _is_row(key, start):
            place, dot, rest = key[len(start) :].partition(".")
            if int(place) in order:
                moved.append((order[int(place)], f"{dot}{rest}", value))
    moved.sort(key=lambda entry: entry[0])
    return kept | {f"{start}{place}{rest}": value for place, rest, value in moved}
