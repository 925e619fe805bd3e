"""Data files under docs whose entries have a shape: every fault of a file is told at once, each with its line."""

import dataclasses as dc
import datetime as dt
import types
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from macros.words import DOCS, rows

T = TypeVar("T")
KINDS = {str: "text", bool: "true or false", int: "a whole number", float: "a number", dt.date: "a day, without quotes"}


@cache
def entries(file: str, shape: type[T]) -> tuple[T, ...]:
    """The rows of docs/`file` as `shape`, a dataclass whose __post_init__ may raise ValueError.

    Raises ValueError with a line for each entry that lacks a field, has one too many, or holds the wrong kind of thing.
    """
    found, faults = [], []
    for line, row in zip(_lines(file), rows(file), strict=True):
        told = list(_faults(row, shape))
        try:
            found.extend([] if told else [_made(shape, row)])
        except ValueError as fault:
            told = [str(fault)]
        name = row.get("titel") or row.get("id") or "without a title"
        faults += [f"docs/{file}, line {line} ({name}): {words}" for words in told]
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(found)


def _lines(file: str) -> list[int]:
    """Where each entry begins: the tables of the file's first name, not those inside them."""
    text = (DOCS / file).read_text(encoding="utf-8").splitlines()
    heads = [(n, line.strip()) for n, line in enumerate(text, 1) if line.startswith("[[")]
    return [n for n, head in heads if head == heads[0][1]]


def _faults(row: Any, shape: Any) -> Iterator[str]:
    if not isinstance(row, dict):
        yield f"should be a table, not {row!r}"
        return
    kinds = get_type_hints(shape)
    needed = {f.name for f in dc.fields(shape) if f.default is dc.MISSING and f.default_factory is dc.MISSING}
    for name in sorted(needed - set(row)):
        yield f"{name} is missing"
    for name, value in row.items():
        if name not in kinds:
            yield f"there is no field {name}; there are: {', '.join(sorted(kinds))}"
        elif inner := _entries_inside(kinds[name]):
            yield from (f"{name} {n}: {told}" for n, one in enumerate(value, 1) for told in _faults(one, inner))
        elif fault := _misfit(value, kinds[name]):
            yield f"{name} should be {fault}, not {value!r}"


def _entries_inside(kind: Any) -> Any:
    """The dataclass of a list of entries inside an entry; None for anything else."""
    return next((one for one in get_args(kind) if dc.is_dataclass(one)), None)


def _misfit(value: Any, kind: Any) -> str:
    """What was wanted in place of `value`; empty when it fits."""
    if isinstance(kind, types.UnionType):
        wanted = [_misfit(value, one) for one in get_args(kind) if one is not type(None)]
        return "" if "" in wanted else wanted[0]
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        fits = isinstance(value, list) and not any(_misfit(one, inner) for one in value)
        return "" if fits else f"a list, each {KINDS[inner]}"
    exact = isinstance(value, kind) and not isinstance(value, dt.datetime) and isinstance(value, bool) == (kind is bool)
    return "" if exact or (kind is float and type(value) is int) else KINDS[kind]


def _made(shape: Any, row: dict[str, Any]) -> Any:
    kinds = get_type_hints(shape)
    made = {}
    for name, value in row.items():
        inner = _entries_inside(kinds[name])
        several = (_made(inner, one) if inner else one for one in value) if isinstance(value, list) else ()
        made[name] = tuple(several) if isinstance(value, list) else value
    return shape(**made)
