"""A file becomes a document: an own file, a foreign template that a mapping describes, or a plain table."""

from __future__ import annotations

from typing import Any

from calculators.registry import calculator
from calculators.saved import VERSION, State, Unreadable, state_of
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.egen import is_own, read_own
from calculators.workbook.inlast.grind import kind_of, opened
from calculators.workbook.inlast.rutnat import tabs
from calculators.workbook.kalkyl import ID


def read(data: bytes) -> tuple[State, Inlast]:
    """The state of the form that a file gives, and what there is to say of it. Raises Unreadable with a sentence."""
    found = _read(data)
    return state_of(calculator(ID), document(found)), found


def document(found: Inlast) -> dict[str, Any]:
    """What was read, as it is saved."""
    named = {"exempel": found.exempel} if found.exempel else {}
    rest = dict(found.rest)
    kalkyl = {**rest.pop("kalkyl", {}), **found.kalkyl}
    return {"version": VERSION, "calculator": ID, "kalkyl": kalkyl, **named, **rest}


def _read(data: bytes) -> Inlast:
    kind = kind_of(data)
    if kind != "xlsx":
        raise Unreadable("Filen är ingen arbetsbok.")
    data, left_out = opened(data)
    found_tabs, names = tabs(data)
    if not is_own(found_tabs):
        raise Unreadable("Ingen av flikarna ser ut som en nyttokalkyl.")
    found = read_own(found_tabs, names)
    for words in left_out:
        found.say("", words)
    return found
