"""What a form holds is read row by row, and a row that holds the same texts as last time is the object that it was then.

A keystroke changes one row of many. What is worked out of the others is found again by their being the same objects.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from calculators.fault import Fault
from calculators.latest import Answers
from calculators.schema import fields_of
from calculators.wire.quantity import Reading

Reader = Callable[[Any, str, Reading], Any]


def kept(read: Reader, row: type | None = None) -> Reader:
    """The reader, remembering what stood at each place of a form. `row`: the class of what it reads, if it is one."""
    known: Answers[str, tuple[Any, tuple[Any, ...], Any, tuple[Fault, ...]]] = Answers()
    lengths = _lengths(row) if row else ()

    def read_again(raw: Any, key: str, reading: Reading) -> Any:
        if not reading.typed:
            return read(raw, key, reading)
        years = tuple(reading.root.get(name) for name in lengths)
        last = known.get(key)
        if last is None or last[0] != raw or last[1] != years:
            alone = Reading(reading.typed, reading.root)
            last = known[key] = (raw, years, read(raw, key, alone), tuple(alone.faults))
        reading.faults.extend(last[3])
        return last[2]

    return read_again


def same_objects(read: Reader) -> Reader:
    """The reader of a list, giving the very list that it gave last at that place of a form, when it holds the same again."""
    known: Answers[str, tuple[Any, ...]] = Answers()

    def read_again(raw: Any, key: str, reading: Reading) -> Any:
        now = read(raw, key, reading)
        if not reading.typed:
            return now
        last = known.get(key)
        if last is None or len(last) != len(now) or not all(map(_same, last, now)):
            last = known[key] = now
        return last

    return read_again


def _same(a: Any, b: Any) -> bool:
    return a is b or (isinstance(a, str) and a == b)


@functools.cache
def _lengths(row: type) -> tuple[str, ...]:
    """The inputs that say how long the profiles of a row are."""
    declared = fields_of(row).values()
    own = [field.length for field in declared if field.kind == "profile"]
    inner = [name for field in declared if field.row is not None for name in _lengths(field.row)]
    return tuple(dict.fromkeys(own + inner))
