"""A file becomes a document: an own file, a foreign template that a mapping describes, or a plain table."""

from __future__ import annotations

from typing import Any

from calculators.registry import calculator
from calculators.saved import VERSION, State, state_of
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.egen import is_own, read_own
from calculators.workbook.inlast.frammande import read_foreign
from calculators.workbook.inlast.grind import kind_of, opened
from calculators.workbook.inlast.radtabell import read_table, tab_of_text
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
    if kind_of(data) == "text":
        return read_table([tab_of_text(data)])
    data, left_out = opened(data)
    found_tabs, names = tabs(data)
    found = read_own(found_tabs, names) if is_own(found_tabs) else read_foreign(found_tabs) or read_table(found_tabs)
    for words in left_out:
        found.say("", words)
    return found
