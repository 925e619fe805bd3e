"""The examples' answers to the last bit, and every figure that their pages show: python -m tests.bits writes them down.

Written on CPython 3.11 and kept in tests/cases/bits.json. Run it again when a change of an answer is meant.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from calculators.commands import answer
from calculators.registry import calculators
from calculators.views.page import render
from calculators.wire import encode
from tests.page import Page
from tests.published import CASES

FILE = CASES / "bits.json"


def answers() -> dict[str, Any]:
    """Each example's answer; JSON holds a float to the last bit."""
    return {id: {e.name: _answer(id, e.given) for e in calc.examples} for id, calc in calculators().items()}


def _answer(id: str, given: Any) -> Any:
    return json.loads(encode(answer(id, given, None)))["output"]


def shown() -> dict[str, dict[str, dict[str, str]]]:
    """Each figure that the page of each example shows, as text."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for id, calc in calculators().items():
        for example in calc.examples:
            page = Page(id)
            page.send({"do": "example", "value": example.name})
            found.setdefault(id, {})[example.name] = page.shown
    return found


def digests() -> dict[str, str]:
    """A digest of each page as built and of each answer to the last bit: the same wherever the same sources run."""
    exact = answers()
    return {id: hashlib.sha256(f"{render(id)}{exact[id]}".encode()).hexdigest() for id in calculators()}


if __name__ == "__main__":
    text = json.dumps({"answers": answers(), "shown": shown()}, ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")
