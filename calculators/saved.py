"""A document as it is saved, linked and filed: JSON with a version, read from every earlier version, unknown keys kept.

{"version": 2, "calculator": "nyttokalkyl", "kalkyl": {…}, …}: `kalkyl` is what the command line takes as `input`, with the
text that was typed wherever a field could not be read yet.
"""

from __future__ import annotations

import dataclasses as dc
import json
from collections.abc import Callable, Mapping
from typing import Any

from calculators.nesting import parse_json
from calculators.rows import closed_up
from calculators.schema import Calculator
from calculators.wire.flat import declared_keys
from calculators.wire.tree import flat_of, tree_of

VERSION = 2
MOST_KEYS = 20_000
LONGEST = 20_000  # characters of one text
LARGEST = 20_000_000  # characters of one document
OURS = ("version", "calculator", "kalkyl", "exempel")
NOT_OURS = "Filen är ingen kalkyl härifrån. Välj en fil som du har sparat på den här webbplatsen."


class Unreadable(ValueError):
    """The text can't become a document. The message is a sentence for the reader."""


@dc.dataclass(frozen=True, slots=True)
class State:
    """What undo goes back to: what was typed, the example that it started from, and what no field of ours knows."""

    flat: Mapping[str, str]
    origin: str = ""
    rest: Mapping[str, Any] = dc.field(default_factory=dict)


def written(calc: Calculator, state: State) -> dict[str, Any]:
    """The document of a state."""
    unknown = dict(state.rest)
    kalkyl = {**unknown.pop("kalkyl", {}), **tree_of(calc.inputs, state.flat)}
    named = {"exempel": state.origin} if state.origin else {}
    return {"version": VERSION, "calculator": calc.id, "kalkyl": kalkyl, **named, **unknown}


def text_of(calc: Calculator, state: State, indent: int | None = None) -> str:
    """The document as JSON text; half a character becomes a question mark, for UTF-8 can't hold it."""
    text = json.dumps(written(calc, state), ensure_ascii=False, indent=indent)
    return text.encode(errors="replace").decode()


def parsed(text: str) -> dict[str, Any]:
    """The document of a JSON text, at today's version. Raises Unreadable."""
    if len(text) > LARGEST:
        raise Unreadable("Filen är större än vi kan läsa. Dela upp kalkylen.")
    try:
        document = parse_json(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise Unreadable(NOT_OURS) from None
    return migrated(document)


def migrated(document: Any) -> dict[str, Any]:
    """The document at today's version, from whichever it was written in. Raises Unreadable."""
    if not isinstance(document, dict) or not isinstance(document.get("calculator"), str):
        raise Unreadable(NOT_OURS)
    version = document.get("version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Unreadable(NOT_OURS)
    if version > VERSION:
        raise Unreadable("Kalkylen är sparad i en nyare version av sidan. Ladda om sidan och försök igen.")
    found: dict[str, Any] = document
    for step in range(version, VERSION):
        found = MIGRATIONS[step](found)
    return found


def _from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Version 1 held the form's texts. They are read where the calculator is known: see `state_of`."""
    kept = {key: value for key, value in document.items() if key not in ("flat", "origin", "version", "own")}
    flat, origin = document.get("flat"), document.get("origin")
    texts = {"texter": flat} if isinstance(flat, dict) else {}
    return {**kept, "version": 2, **({"exempel": origin} if isinstance(origin, str) and origin else {}), **texts}


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1}


def state_of(calc: Calculator, document: Mapping[str, Any]) -> State:
    """The state that a document of today's version holds. Raises Unreadable for another calculator's document."""
    if document.get("calculator") != calc.id:
        raise Unreadable("Den hör till en annan kalkylator.")
    unknown = {key: value for key, value in document.items() if key not in (*OURS, "texter")}
    kalkyl = document.get("kalkyl")
    flat, rest = flat_of(calc.inputs, kalkyl if isinstance(kalkyl, dict) else {})
    texts = document.get("texter")
    if isinstance(texts, dict):
        flat |= {key: value for key, value in texts.items() if isinstance(value, str)}
    origin = document.get("exempel")
    names = [example.name for example in calc.examples]
    kept = State(_sound(calc, flat), origin if origin in names else "", unknown | ({"kalkyl": rest} if rest else {}))
    return calc.modernised(kept) if calc.modernised else kept


def _sound(calc: Calculator, flat: Mapping[str, str]) -> dict[str, str]:
    """Only texts at declared keys, none too long, rows without gaps."""
    keys = declared_keys(calc.inputs)
    kept: dict[str, str] = {}
    for key, value in flat.items():
        if len(kept) < MOST_KEYS and keys.fullmatch(key):
            kept[key] = value[:LONGEST]
    return closed_up(kept)
