"""Nyttokalkyler turned into models, and the same calculation done the long way: the document changed and evaluated again."""

from __future__ import annotations

import copy
import math
from collections.abc import Mapping
from typing import Any

from calculators.kalkyl.evaluation import evaluate
from calculators.kalkyl.osakerhet.modell import Modell, model_of
from calculators.registry import calculator
from calculators.wire import from_json


def model(document: dict[str, Any]) -> Modell:
    return model_of(from_json(calculator("nyttokalkyl"), document))


def changed(document: dict[str, Any], values: Mapping[str, float]) -> dict[str, Any]:
    """The document with other numbers at some levers' keys."""
    found = copy.deepcopy(document)
    for key, x in values.items():
        first, *path = key.split(".")
        if first == "gemensamma":
            path = [list(found["gemensamma"])[int(path[0])]]
        at: Any = found[first]
        *way, last = path
        for step in way:
            at = at[int(step) if isinstance(at, list) else step]
        place: Any = int(last) if isinstance(at, list) else last
        at[place] = {**_words(at[place]), "troligt": x}
    return found


def _words(value: Any) -> dict[str, Any]:
    """What a factor holds besides its numbers."""
    return {k: v for k, v in value.items() if k in ("namn", "enhet", "kalla")} if isinstance(value, dict) else {}


def net_benefit(document: dict[str, Any], values: Mapping[str, float]) -> float:
    """The likely net benefit of the changed document, as the nyttokalkyl itself computes it."""
    return evaluate(from_json(calculator("nyttokalkyl"), changed(document, values))).troligt.nettonytta


def scale(modell: Modell, values: Mapping[str, float] | None = None) -> float:
    """The size of the amounts that the net benefit is a difference of: what rounding is measured against."""
    return max(1.0, math.fsum(abs(x) for x in modell.moved(values or {}).bidrag))


def row(id: str, *factors: Any, kategori: str = "finansiell", **about: Any) -> dict[str, Any]:
    """A row of one product, every year."""
    return {
        "id": id,
        "namn": "",
        "perspektiv": "A",
        "kategori": kategori,
        "termer": [{"faktorer": list(factors)}],
        **about,
    }


def span(namn: str, lagst: float, troligt: float, hogst: float, enhet: str = "") -> dict[str, Any]:
    return {"namn": namn, "lagst": lagst, "troligt": troligt, "hogst": hogst, "enhet": enhet}


def document(nyttor: list[Any], kostnader: list[Any], **about: Any) -> dict[str, Any]:
    """Six years, not discounted unless said."""
    return {"perspektiv": ["A"], "diskontering": "ingen", "nyttor": nyttor, "kostnader": kostnader, **about}
