"""The examples' answers to the last bit, and every figure that their pages show: python -m tests.bits writes them down.

Written on CPython 3.11 and kept in tests/cases/bits.json, the uncertainty of the nyttokalkyler in osakerhet.json.
Run it again when a change of an answer is meant.
"""

from __future__ import annotations

import dataclasses as dc
import hashlib
import json
from typing import Any

from calculators.commands import answer
from calculators.kalkyl.osakerhet.band import band
from calculators.kalkyl.osakerhet.modell import model_of
from calculators.kalkyl.osakerhet.rutnat import grid
from calculators.kalkyl.osakerhet.simulering import simulated
from calculators.kalkyl.osakerhet.tornado import tornado
from calculators.kalkyl.osakerhet.vandpunkt import switching_values
from calculators.registry import calculator, calculators
from calculators.views.page import render
from calculators.wire import encode, from_json
from tests.page import Page
from tests.published import CASES

FILE = CASES / "bits.json"
UNCERTAINTY = CASES / "osakerhet.json"


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


def uncertainty() -> dict[str, Any]:
    """Every figure of the uncertainty of each example that has a span, to the last bit."""
    found = {}
    for example in calculator("nyttokalkyl").examples:
        modell = model_of(from_json(calculator("nyttokalkyl"), example.given))
        if modell.rorliga:
            bars = tornado(modell, 0.2)
            parts: dict[str, Any] = {
                "tornado": bars,
                "vandpunkter": switching_values(modell),
                "band": [band(modell)],
                "rutnat": [grid(modell, bars[0].spak, bars[1].spak)],
                "simulering": [simulated(modell, form, seed=seed) for form in ("triangel", "pert") for seed in (1, 2)],
            }
            found[example.name] = {name: [dc.asdict(x) for x in part] for name, part in parts.items()}
    kept: dict[str, Any] = json.loads(json.dumps(found))
    return kept


def digests() -> dict[str, str]:
    """A digest of each page as built and of each answer to the last bit: the same wherever the same sources run."""
    exact = answers()
    return {id: hashlib.sha256(f"{render(id)}{exact[id]}".encode()).hexdigest() for id in calculators()}


if __name__ == "__main__":
    text = json.dumps({"answers": answers(), "shown": shown()}, ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")
    text = json.dumps(uncertainty(), ensure_ascii=False, indent=1)
    UNCERTAINTY.write_text(text + "\n", encoding="utf-8")
