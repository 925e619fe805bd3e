"""Inputs in and out: JSON of the command line and flat texts of the form, checked against the declaration.

Flat texts ({"nyttor.0.namn": "Kortare besök", "ranta": "3"}) are what a person typed; per cent is written as per cent.
JSON holds numbers; shares and rates are fractions. Both are read by the same field readers, with all faults at once.
"""

from __future__ import annotations

import dataclasses as dc
import json
from collections.abc import Mapping
from typing import Any

from calculators.fault import Fault, Rejected
from calculators.schema import Calculator
from calculators.wire.flat import shown, to_flat, typed, unflattened
from calculators.wire.kinds import dataclass_reader
from calculators.wire.quantity import Reading

__all__ = ["encode", "from_flat", "from_json", "shown", "to_flat", "typed"]


def from_json(calc: Calculator, given: Any, options: Any = None) -> Any:
    """Typed inputs from JSON. Raises Rejected with every fault."""
    for name, part in (("input", given), ("options", options or {})):
        if not isinstance(part, dict):
            raise Rejected([Fault("E_TAL", name, f"”{name}” ska vara ett objekt: {{…}}.")])
    return _checked(calc, {**given, **(options or {})}, typed=False)


def from_flat(calc: Calculator, flat: Mapping[str, str]) -> Any:
    """Typed inputs from the form's texts. Raises Rejected with every fault; unknown keys are left out."""
    return _checked(calc, unflattened(flat), typed=True)


def _checked(calc: Calculator, raw: Any, *, typed: bool) -> Any:
    reading = Reading(typed, raw)
    inputs = dataclass_reader(calc.inputs)(raw, "", reading)
    found = reading.faults
    known = {f.field for f in found}
    found += [f for f in calc.faults(inputs) if not any(f.field == k or k.startswith(f"{f.field}.") for k in known)]
    if found:
        raise Rejected(found)
    return inputs


def encode(value: Any, indent: int | None = None) -> str:
    """JSON text; dataclasses become objects and tuples lists. ValueError for NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_object, indent=indent)


def _object(value: Any) -> dict[str, Any]:
    return {f.name: getattr(value, f.name) for f in dc.fields(value)}
