"""Inputs in and out: JSON of the command line and flat texts of the form, checked against the declaration.

Flat texts ({"nyttor.0.namn": "Kortare besök", "ranta": "3"}) are what a person typed; per cent is written as per cent.
JSON holds numbers; shares and rates are fractions. Both are read by the same field readers, with all faults at once.
"""

from __future__ import annotations

import dataclasses as dc
import functools
import json
from collections.abc import Mapping
from typing import Any

from calculators.fault import Fault, Rejected
from calculators.schema import Calculator
from calculators.wire.flat import shown, to_flat, typed, unflattened
from calculators.wire.kinds import dataclass_reader
from calculators.wire.quantity import Reading

__all__ = ["encode", "from_flat", "from_json", "shown", "to_flat", "typed"]


@dc.dataclass(frozen=True, slots=True)
class Read:
    """What a form holds: inputs to compute with, unless a fault `stops`; a missing figure may count as 0 and be named."""

    inputs: Any
    faults: tuple[Fault, ...]
    stops: bool


def from_json(calc: Calculator, given: Any, options: Any = None) -> Any:
    """Typed inputs from JSON. Raises Rejected with every fault."""
    for name, part in (("input", given), ("options", options or {})):
        if not isinstance(part, dict):
            raise Rejected([Fault("E_TAL", name, f"”{name}” ska vara ett objekt: {{…}}.")])
    inputs, faults = _read(calc, {**given, **(options or {})}, typed=False)
    if faults:
        raise Rejected(faults)
    return inputs


def from_flat(calc: Calculator, flat: Mapping[str, str]) -> Read:
    """What the form's texts say. Unknown keys are left out."""
    inputs, faults = _read(calc, unflattened(flat), typed=True)
    stops = any(not (f.missing and calc.counts_missing_as_zero) for f in faults)
    return Read(inputs, tuple(faults), stops)


def _read(calc: Calculator, raw: Any, *, typed: bool) -> tuple[Any, list[Fault]]:
    reading = Reading(typed, raw)
    inputs = dataclass_reader(calc.inputs)(raw, "", reading)
    known = {f.field for f in reading.faults}
    between = (f for f in calc.faults(inputs) if not any(f.field == k or k.startswith(f"{f.field}.") for k in known))
    return inputs, [*reading.faults, *between]


def encode(value: Any, indent: int | None = None) -> str:
    """JSON text; dataclasses become objects and tuples lists. ValueError for NaN and infinity.

    Half a character (a lone surrogate, which JSON can hold and UTF-8 can't) becomes a question mark.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_object, indent=indent)
    return text.encode(errors="replace").decode()


def _object(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in _names(value.__class__)}


@functools.cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(f.name for f in dc.fields(cls))
