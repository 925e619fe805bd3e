"""What stands beside every figure of a calculation: where it comes from, its lowest and highest value, and "Vet ej"."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.schema import Varde, fields_of, overrides, sources

LEVELS = ("lagst", "troligt", "hogst")


@dc.dataclass(frozen=True)
class Underlag:
    """Base of a calculator's inputs. Field name → source text, → value at the lowest and highest level, → "ja"."""

    lagst: Mapping[str, float] = overrides("Lägsta värden")
    hogst: Mapping[str, float] = overrides("Högsta värden")
    kallor: Mapping[str, str] = sources("Källor")
    vet_ej: Mapping[str, str] = sources("Uppgifter som ingen vet")


def at_level(inputs: Any, level: str) -> Any:
    """The inputs with the values of a level ("lagst", "troligt" or "hogst") in the place of the likely ones."""
    others = getattr(inputs, level, {}) if level != "troligt" else {}
    return dc.replace(inputs, **others) if others else inputs


def varies(inputs: Any) -> bool:
    """Whether any figure has a lowest or highest value of its own."""
    return bool(getattr(inputs, "lagst", {}) or getattr(inputs, "hogst", {}))


def value_of(inputs: Any, name: str) -> Varde:
    """A figure of the inputs with its label, unit, source and levels; an empty one is 0."""
    field = fields_of(type(inputs))[name]
    lagst, troligt, hogst = (getattr(at_level(inputs, level), name) or 0.0 for level in LEVELS)
    unit = "" if field.unit == "×" else field.unit
    source = getattr(inputs, "kallor", {}).get(name, "")
    return Varde(troligt, lagst, hogst, namn=field.label, enhet=unit, kalla=source)
