"""Data files under docs whose entries have a shape: every fault of a file is told at once, each with its line."""

import dataclasses as dc
import datetime as dt
import types
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from macros.words import DOCS, rows

T = TypeVar("T")
KINDS = {str: "text", int: "a whole number", float: "a number", dt.date: "a day, without quotes", dict: "a table"}


@cache
def entries(file: str, shape: type[T]) -> tuple[T, ...]:
    """The rows of docs/`file` as `shape`, a dataclass whose __post_init__ may raise ValueError.

    Raises ValueError with a line for each entry that lacks a field, has one too many, or holds the wrong kind of thing.
    """
    found, faults = [], []
    for line, row in zip(_lines(file), rows(file), strict=True):
        told = list(_faults(row, shape))
        try:
            found.extend([] if told else [shape(**_frozen(row))])
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


def _faults(row: dict[str, Any], shape: Any) -> Iterator[str]:
    kinds = get_type_hints(shape)
    needed = {f.name for f in dc.fields(shape) if f.default is dc.MISSING and f.default_factory is dc.MISSING}
    for name in sorted(needed - set(row)):
        yield f"{name} is missing"
    for name, value in row.items():
        if name not in kinds:
            yield f"there is no field {name}; there are: {', '.join(sorted(kinds))}"
        elif fault := _misfit(value, kinds[name]):
            yield f"{name} should be {fault}, not {value!r}"


def _misfit(value: Any, kind: Any) -> str:
    """What was wanted in place of `value`; empty when it fits."""
    if isinstance(kind, types.UnionType):
        wanted = [_misfit(value, one) for one in get_args(kind) if one is not type(None)]
        return "" if "" in wanted else wanted[0]
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        fits = isinstance(value, list) and not any(_misfit(one, inner) for one in value)
        return "" if fits else f"a list, each {KINDS.get(inner, 'a table')}"
    exact = isinstance(value, kind) and not isinstance(value, bool) and not isinstance(value, dt.datetime)
    return "" if exact or (kind is float and type(value) is int) else KINDS[kind]


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
