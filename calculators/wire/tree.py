"""A form's texts as nested JSON, and back: what is read as a number becomes one, and what is not stays the text it is.

A finished form gives exactly what the command line takes. An unfinished one loses nothing: a text that is no number
stands where the number should be, and comes back into the form as it was typed.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from calculators.schema import Field, Varde, fields_of
from calculators.swedish import NotANumber, parse_number
from calculators.wire.flat import typed, unflattened

Tree = dict[str, Any]
SPAN_NUMBERS = ("troligt", "lagst", "hogst")
SPAN_WORDS = ("namn", "enhet", "kalla", "ref")
MOST_YEARS = 100


def tree_of(cls: type, flat: Mapping[str, str]) -> Tree:
    """The JSON of a form's texts."""
    return _object(cls, unflattened(flat), unflattened(flat))


def _object(cls: type, nested: Mapping[str, Any], root: Mapping[str, Any]) -> Tree:
    if cls is Varde:
        return _span(Field(name="", kind="span", label=""), nested)
    found: Tree = {}
    for name, field in fields_of(cls).items():
        if name in nested and (value := _value(cls, field, nested[name], root)) is not None:
            found[name] = value
    return found


def _value(cls: type, field: Field, raw: Any, root: Mapping[str, Any]) -> Any:
    inner = raw if isinstance(raw, dict) else {}
    if field.kind in ("number", "share"):
        return _number(raw, field.unit, field.whole, keep_empty=field.default is not None)
    if field.kind == "flag":
        return True if raw == "ja" else None
    if field.kind == "texts":
        return [text for _, text in _rows(inner)]
    if field.kind == "numbers":
        return [_number(text, field.unit, False, keep_empty=True) for _, text in _rows(inner)]
    if field.kind in ("rows", "table") and field.row is not None:
        return _row_list(field, [_object(field.row, row, root) for _, row in _rows(inner) if isinstance(row, dict)])
    if field.kind == "span":
        found = _span(field, inner)
        return found["troligt"] if list(found) == ["troligt"] else found or None
    if field.kind == "profile":
        return _profile(field, inner, root)
    if field.kind == "profiles":
        return {id: _profile(field, given, root) for id, given in inner.items() if isinstance(given, dict)} or None
    if field.kind == "overrides":
        units = {name: f.unit for name, f in fields_of(cls).items()}
        read = {name: _number(text, units.get(name, ""), False, keep_empty=False) for name, text in inner.items()}
        return {name: x for name, x in read.items() if x is not None} or None
    if field.kind == "sources":
        return {name: text for name, text in inner.items() if text} or None
    return raw if isinstance(raw, str) and (raw or field.default) else None


def _row_list(field: Field, rows: list[Tree]) -> Any:
    """A table is an object by id, where every row has an id of its own."""
    if field.kind == "rows":
        return rows
    ids = [row.get("id", "") for row in rows]
    if len({*ids}) == len(ids) and all(ids) and all(set(row) <= {"id", "varde"} for row in rows):
        return {row["id"]: row.get("varde", "") for row in rows}
    return rows


def _rows(nested: Mapping[str, Any]) -> list[tuple[int, Any]]:
    return sorted((int(n), row) for n, row in nested.items() if n.isdecimal())


def _number(raw: Any, unit: str, whole: bool, *, keep_empty: bool) -> Any:
    if not isinstance(raw, str) or not raw.strip():
        return "" if keep_empty and isinstance(raw, str) else None
    try:
        x = parse_number(raw, unit)
    except NotANumber:
        return raw
    x = x / 100 if unit == "%" else x
    return int(x) if whole and x == int(x) else x


def _span(field: Field, nested: Mapping[str, Any]) -> Tree:
    unit = field.unit or str(nested.get("enhet", "")).strip()
    words = {name: nested[name] for name in SPAN_WORDS if isinstance(nested.get(name), str) and nested[name]}
    numbers = {name: _number(nested[name], unit, False, keep_empty=False) for name in SPAN_NUMBERS if name in nested}
    return {**words, **{name: x for name, x in numbers.items() if x is not None}}


def _profile(field: Field, nested: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    """ "lopande", "engang", or the factor of each year; years that were never shown repeat the last one."""
    if nested.get("typ") != "egen":
        return nested.get("typ")
    years = _number(root.get(field.length, "6"), "", True, keep_empty=False)
    given = nested.get("ar") if isinstance(nested.get("ar"), dict) else {}
    shown = {int(n): _number(text, "", False, keep_empty=True) for n, text in given.items() if n.isdecimal()}  # type: ignore[union-attr]
    factors: list[Any] = []
    for n in range(years if isinstance(years, int) and 0 < years <= MOST_YEARS else 6):
        factors.append(shown.get(n, factors[-1] if factors else 1.0))
    return factors


def flat_of(cls: type, tree: Mapping[str, Any]) -> tuple[dict[str, str], Tree]:
    """The form's texts for a JSON document, whatever it holds, and the part of it that no field knows."""
    flat: dict[str, str] = {}
    return flat, _flatten(cls, tree, "", flat)


def _flatten(cls: type, tree: Mapping[str, Any], prefix: str, flat: dict[str, str]) -> Tree:
    rest: Tree = {}
    declared = fields_of(cls)
    for name, value in tree.items():
        field = declared.get(name)
        unknown = value if field is None else _flatten_field(cls, field, value, f"{prefix}{name}", flat)
        if unknown is not None:
            rest[name] = unknown
    return rest


def _flatten_field(cls: type, field: Field, value: Any, key: str, flat: dict[str, str]) -> Any:
    """Write the texts of a field; what could not be written comes back."""
    if field.kind in ("number", "share"):
        return _put(flat, key, value, field.unit)
    if field.kind == "flag":
        return flat.update({key: "ja"}) if value is True else None if value in (False, None) else value
    if field.kind in ("texts", "numbers"):
        return _put_list(flat, key, value, field.unit if field.kind == "numbers" else "")
    if field.kind in ("rows", "table"):
        return _flatten_rows(field, value, key, flat)
    if field.kind == "span":
        return _flatten_span(field, value, key, flat)
    if field.kind == "profile":
        return _flatten_profile(value, key, flat)
    if field.kind in ("profiles", "overrides", "sources"):
        return _flatten_named(cls, field, value, key, flat)
    return _put(flat, key, value, "") if isinstance(value, str) else value


def _flatten_named(cls: type, field: Field, value: Any, key: str, flat: dict[str, str]) -> Any:
    if not isinstance(value, dict):
        return value
    units = {name: f.unit for name, f in fields_of(cls).items()}
    rest = {}
    for name, inner in value.items():
        at = f"{key}.{name}"
        left = _flatten_profile(inner, at, flat) if field.kind == "profiles" else _put(flat, at, inner, units.get(name, ""))
        if left is not None:
            rest[name] = left
    return rest or None


def _put(flat: dict[str, str], key: str, value: Any, unit: str) -> Any:
    if isinstance(value, str):
        flat[key] = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        flat[key] = typed(float(value), unit) if abs(value) <= sys.float_info.max else str(value)  # a fault at its field
    else:
        return value
    return None


def _put_list(flat: dict[str, str], key: str, value: Any, unit: str) -> Any:
    if not isinstance(value, list):
        return value
    left = [_put(flat, f"{key}.{n}", item, unit) for n, item in enumerate(value)]
    return left if any(item is not None for item in left) else None


def _flatten_rows(field: Field, value: Any, key: str, flat: dict[str, str]) -> Any:
    if isinstance(value, dict) and field.kind == "table":
        value = [{"id": id, "varde": varde} for id, varde in value.items()]
    if not isinstance(value, list) or field.row is None:
        return value
    rest = []
    for n, row in enumerate(value):
        at, before = f"{key}.{n}", len(flat)
        if field.row is Varde:
            rest.append(_flatten_span(Field(name="", kind="span", label=""), row, at, flat))
        else:
            rest.append(_flatten(field.row, row, f"{at}.", flat) or None if isinstance(row, dict) else row)
        if isinstance(row, dict) and len(flat) == before:
            flat.update({f"{at}.{name}": text for name, text in _placeholder(field.row).items()})
    return rest if any(row is not None for row in rest) else None


def _placeholder(row: type) -> dict[str, str]:
    """What keeps the place of a row that nobody has begun on."""
    if row is Varde:
        return {"namn": ""}
    plain = [f for f in fields_of(row).values() if f.kind in ("text", "choice")]
    first = next((f for f in plain if f.kind == "text"), plain[0])
    return {first.name: first.default or ""}


def _flatten_span(field: Field, value: Any, key: str, flat: dict[str, str]) -> Any:
    if not isinstance(value, dict):
        return _put(flat, f"{key}.troligt", value, field.unit)
    enhet = value.get("enhet")
    unit = field.unit or (enhet.strip() if isinstance(enhet, str) else "")
    rest = {}
    for name, inner in value.items():
        known = name in SPAN_NUMBERS or (name in SPAN_WORDS and isinstance(inner, str))
        left = _put(flat, f"{key}.{name}", inner, unit if name in SPAN_NUMBERS else "") if known else inner
        if left is not None:
            rest[name] = left
    return rest or None


def _flatten_profile(value: Any, key: str, flat: dict[str, str]) -> Any:
    if isinstance(value, str):
        flat[f"{key}.typ"] = value
        return None
    if not isinstance(value, list):
        return value
    flat[f"{key}.typ"] = "egen"
    left = [_put(flat, f"{key}.ar.{n}", x, "") for n, x in enumerate(value)]
    return left if any(item is not None for item in left) else None
