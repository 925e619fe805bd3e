"""The form's texts: typed inputs as a person would type them, and back to nested groups."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from calculators.schema import Field, Varde, fields_of
from calculators.swedish import LONGEST, amount, fifteen_figures, listed, parse_number, write_number


def unflattened(flat: Mapping[str, str]) -> dict[str, Any]:
    """{"a.0.b": "x"} → {"a": {"0": {"b": "x"}}}. A key that is both a value and a group keeps the group."""
    nested: dict[str, Any] = {}
    for key, value in flat.items():
        at = nested
        groups, last = _places(key)
        for group in groups:
            inner = at.get(group)
            if not isinstance(inner, dict):
                inner = at[group] = {}
            at = inner
        if not isinstance(at.get(last), dict):
            at[last] = value
    return nested


@functools.lru_cache(8000)
def _places(key: str) -> tuple[tuple[str, ...], str]:
    *groups, last = key.split(".")
    return tuple(groups), last


def to_flat(value: Any, prefix: str = "") -> dict[str, str]:
    """The form's texts for typed inputs: reading them back gives the same inputs."""
    if isinstance(value, Varde):
        return _flat_span(value, prefix)
    flat: dict[str, str] = {}
    units = {name: field.unit for name, field in fields_of(type(value)).items()}
    for name, field in fields_of(type(value)).items():
        inner = getattr(value, name)
        if field.unless and getattr(value, field.unless) and not any((inner.troligt, inner.lagst, inner.hogst)):
            flat |= _words_of(inner, f"{prefix}{name}.")
        else:
            flat |= _flat_field(field, inner, f"{prefix}{name}", units)
    return flat


def _flat_field(field: Field, value: Any, key: str, units: Mapping[str, str]) -> dict[str, str]:
    if value is None:
        return {}
    if field.kind == "span":
        return _flat_span(value, f"{key}.", field.unit)
    if field.kind == "texts":
        return {f"{key}.{n}": word for n, word in enumerate(value)}
    if field.kind == "numbers":
        return {f"{key}.{n}": typed(x, field.unit) for n, x in enumerate(value)}
    if field.kind in ("rows", "table"):
        return {k: v for n, row in enumerate(value) for k, v in to_flat(row, f"{key}.{n}.").items()}
    if field.kind == "profile":
        return _flat_profile(value, key)
    if field.kind == "profiles":
        return {k: v for id, profile in value.items() for k, v in _flat_profile(profile, f"{key}.{id}").items()}
    if field.kind in ("overrides", "sources"):
        return {
            f"{key}.{id}": inner if isinstance(inner, str) else typed(inner, units.get(id, ""))
            for id, inner in value.items()
        }
    if field.kind == "flag":
        return {key: "ja" if value else ""}
    return {key: typed(value, field.unit) if field.kind in ("number", "share") else value}


def _flat_profile(value: Any, key: str) -> dict[str, str]:
    if isinstance(value, str):
        return {f"{key}.typ": value}
    return {f"{key}.typ": "egen"} | {f"{key}.ar.{n}": write_number(x) for n, x in enumerate(value)}


def _flat_span(value: Varde, prefix: str, unit: str = "") -> dict[str, str]:
    unit = unit or value.enhet
    words = _words_of(value, prefix)
    if value.ref:
        return words
    numbers = {f"{prefix}troligt": typed(value.troligt, unit)}
    for name in ("lagst", "hogst"):
        if getattr(value, name) != value.troligt:
            numbers[f"{prefix}{name}"] = typed(getattr(value, name), unit)
    return words | numbers


def _words_of(value: Varde, prefix: str) -> dict[str, str]:
    return {f"{prefix}{n}": w for n in ("namn", "enhet", "kalla", "ref") if (w := getattr(value, n))}


def typed(x: float, unit: str = "") -> str:
    """A number as she would type it into a field; a fraction as per cent."""
    if unit != "%":
        return write_number(x)
    short = write_number(fifteen_figures(x * 100))
    return short if len(short) <= LONGEST and parse_number(short) / 100 == x else write_number(x * 100)


def shown(field: Field, value: Any) -> str:
    """A field's value to read, with its unit."""
    if value is None or value == "":
        return "–"
    if field.kind == "choice":
        return field.options.get(value, value)
    if field.kind == "flag":
        return "ja" if value else "nej"
    if field.kind in ("number", "share"):
        return write_number(value) if field.whole and not field.unit else amount(value, field.unit)  # a year is 2027, not 2 027
    if field.kind == "numbers":
        return listed([amount(x, field.unit) for x in value])
    return str(value)


@functools.cache
def declared_keys(cls: type) -> re.Pattern[str]:
    """A pattern that fits every flat key of the declaration, and nothing else."""
    return re.compile("|".join(_key_patterns(cls)))


PLACE = r"\.[0-9]{1,3}"


def _key_patterns(cls: type) -> list[str]:
    if cls is Varde:
        return ["troligt|lagst|hogst|ref|namn|enhet|kalla"]
    found = []
    plain = "|".join(
        name for name, f in fields_of(cls).items() if f.kind in ("number", "share", "choice", "flag", "text")
    )
    for name, field in fields_of(cls).items():
        inner = f"(?:{'|'.join(_key_patterns(field.row))})" if field.row is not None else ""
        by_kind = {
            "span": rf"\.(?:{_key_patterns(Varde)[0]})",
            "texts": PLACE,
            "numbers": PLACE,
            "rows": rf"{PLACE}\.{inner}",
            "table": rf"{PLACE}\.{inner}",
            "overrides": rf"\.(?:{plain})",
            "sources": rf"\.(?:{plain})",
            "profiles": rf"\.[a-z0-9_]+\.(?:typ|ar{PLACE})",
            "profile": rf"\.(?:typ|ar{PLACE})",
        }
        found.append(name + by_kind.get(field.kind, ""))
    return found
