"""What stands beside every figure of a calculation: where it comes from, its lowest and highest value, and "Vet ej"."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Iterator, Mapping
from typing import Any

from calculators.schema import Doubt, Field, Varde, fields_of, figure_of, overrides, sources
from calculators.standard import standard
from calculators.swedish import amount

SMALLEST_SHARE = 0.01  # a share below this may be per cent written as a fraction; the limit is ours
LONGEST_MINUTES = 480  # a working day
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


def counted(inputs: Any, name: str) -> bool:
    """Whether a figure is more or less than 0 at any level."""
    return any(getattr(at_level(inputs, level), name) for level in LEVELS)


def value_of(inputs: Any, name: str) -> Varde:
    """A figure of the inputs as a formula reads it, with its label, unit, source and levels."""
    field = fields_of(type(inputs))[name]
    if getattr(inputs, name) is None and field.follows:
        return value_of(inputs, field.follows)
    lagst, troligt, hogst = (float(figure_of(at_level(inputs, level), name)) for level in LEVELS)
    unit = "" if field.unit == "×" else field.unit
    chosen = field.amounts.get(getattr(inputs, name) or "")
    label = standard(chosen).label if chosen else field.label
    return Varde(troligt, lagst, hogst, namn=label, enhet=unit, kalla=source_of(inputs, field))


def source_of(inputs: Any, field: Field) -> str:
    """What she has written, or the source of the standard value that stands untouched."""
    written, value = getattr(inputs, "kallor", {}).get(field.name, ""), getattr(inputs, field.name)
    if not written and field.amounts and value is not None:
        return standard(field.amounts[value]).source
    if not written and field.standard and value == standard(field.standard).amount:
        return standard(field.standard).source
    return str(written)


def doubts(inputs: Any) -> list[Doubt]:
    """Questions that any figure may raise: an order that is turned round, a share or a time that looks like another unit."""
    found = []
    for name, field in fields_of(type(inputs)).items():
        x = getattr(inputs, name)
        if field.kind in ("number", "share") and x is not None:
            found += [Doubt(name, level, text) for level, text in _figure(inputs, field, x)]
    return found


def _figure(inputs: Any, field: Field, x: float) -> Iterator[tuple[str, str]]:
    low, high = (getattr(inputs, level, {}).get(field.name, x) for level in ("lagst", "hogst"))
    if not low <= x <= high:
        yield "varning", "Lägst, troligt och högst kommer inte i ordning. Det kan stämma när ett lågt värde ger hög nytta."
    if field.unit == "%" and 0 < x < SMALLEST_SHARE:
        yield "fråga", f"Menade du {amount(x * 100, '%')}? Nu står det {amount(x, '%')}."
    if field.unit == "min" and x > LONGEST_MINUTES:
        yield "varning", f"{amount(x, 'min')} är {amount(x / 60, 'h')}. Är det minuter, och för en person?"
