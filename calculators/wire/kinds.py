"""How each kind of field is read, and a dataclass of fields."""

from __future__ import annotations

import dataclasses as dc
import functools
from collections.abc import Callable, Mapping
from typing import Any

from calculators.schema import Field, Varde, active, fields_of
from calculators.swedish import amount, listed, lowered
from calculators.wire.flat import shown
from calculators.wire.kept import kept, same_objects
from calculators.wire.quantity import Reading, broken_limit, read_quantity
from calculators.wire.spans import read_profile, read_span

MOST_ROWS = 2000
LONGEST_TEXT = 20_000

Reader = Callable[[Any, str, Reading], Any]


@functools.cache
def dataclass_reader(cls: type) -> Reader:
    """The reader of a dataclass: (raw, key prefix, reading) → instance, always; faults are kept in the reading."""
    if cls is Varde:
        return functools.partial(read_span, Field(name="", kind="span", label="värde", required=True))
    declared = fields_of(cls)
    readers: dict[str, Reader] = {name: _reader(field) for name, field in declared.items()}
    plain = {name: readers[name] for name, f in declared.items() if f.kind in ("number", "share")}
    levels = {name: functools.partial(_read_overrides, plain) for name, f in declared.items() if f.kind == "overrides"}
    readers |= levels
    instead = [(name, f.unless) for name, f in declared.items() if f.unless]
    expected = [name for name, f in declared.items() if f.required or f.asked]
    conditional = {name: f for name, f in declared.items() if f.when}
    choices = {name: f.default for name, f in declared.items() if f.kind == "choice"}
    empty = {name: Varde() for name, f in declared.items() if f.kind == "span" and f.required}
    words = {name for name, f in declared.items() if f.kind == "text" and not f.required}

    def read(raw: Any, key: str, reading: Reading) -> Any:
        values: dict[str, Any] = dict(empty)
        if not isinstance(raw, dict):
            reading.wrong("E_TAL", key.rstrip("."), "Här ska det stå ett objekt: {…}.")
            return cls(**values)
        unasked = _unasked(conditional, choices, raw) if conditional else set()
        for name, value in raw.items():
            if name in unasked and (reading.typed or value is None):
                continue
            if unasked and reading.typed and name in levels and isinstance(value, dict):
                value = {key: text for key, text in value.items() if key not in unasked}
            if name in words and type(value) is str and len(value) < LONGEST_TEXT:
                values[name] = value.strip()
            elif name in readers:
                values[name] = readers[name](value, f"{key}{name}", reading)
            elif not reading.typed:
                reading.wrong("E_FALT", f"{key}{name}", f"Det finns inget fält som heter {name}.")
        for name in (name for name in expected if name not in raw and name not in unasked):
            values[name] = readers[name]("" if reading.typed else None, f"{key}{name}", reading)
        for name in (name for name, other in instead if values.get(other)):
            reading.found_elsewhere(f"{key}{name}")
        return cls(**values)

    return read


def _reader(field: Field) -> Reader:
    read = functools.partial(READERS[field.kind], field)
    return same_objects(read) if field.kind in ("rows", "table", "texts") else read


def _unasked(conditional: Mapping[str, Field], choices: Mapping[str, Any], raw: Mapping[str, Any]) -> set[str]:
    """The fields that are not asked, as the choices stand: what is left in them from another choice is not read."""
    chosen = {**choices, **{name: raw[name] for name in choices if isinstance(raw.get(name), str) and raw[name]}}
    return {name for name, field in conditional.items() if not active(field, chosen)}


def _empty(field: Field, key: str, reading: Reading, otherwise: Any = None) -> Any:
    """An empty field: its default where it may be empty, otherwise a sentence."""
    if field.required or (reading.typed and (field.asked or field.default is not None)):
        advice = f", eller skriv {shown(field, field.default)} som är förvalt" if field.default is not None else ""
        reading.wrong(field.code or "E_TAL", key, f"Fyll i {lowered(field.label)}{advice}.", missing=True)
    return field.default if otherwise is None else otherwise


def _read_number(field: Field, raw: Any, key: str, reading: Reading) -> Any:
    zero = 0.0 if field.default is None and field.required else field.default
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return _empty(field, key, reading, zero)
    x = read_quantity(raw, field.unit, key, reading)
    if x is None:
        return zero
    broken = broken_limit(field, x)
    if broken:
        reading.wrong(*broken[:1], key, broken[1])
        return zero
    return int(x) if field.whole else x


def _read_numbers(field: Field, raw: Any, key: str, reading: Reading) -> tuple[float, ...]:
    if raw in (None, "", [], {}):
        if field.required:
            _empty(field, key, reading)
        return ()
    one = dc.replace(field, kind="number", label=f"{field.one[0].upper()}{field.one[1:]}", required=True, default=None)
    return tuple(_read_number(one, item, at, reading) for at, item in _items(raw, key, reading))


def _read_choice(field: Field, raw: Any, key: str, reading: Reading) -> Any:
    if (raw is None or raw == "") and not field.required:
        return _empty(field, key, reading) if field.asked else field.default
    if not isinstance(raw, str) or raw not in field.options:
        reading.wrong(field.code, key, f"Välj {lowered(field.label)}: {listed(list(field.options.values()), 'eller')}.")
        return field.default
    return raw


def _read_flag(field: Field, raw: Any, key: str, reading: Reading) -> bool:
    if reading.typed:
        return bool(raw == "ja")
    if not isinstance(raw, bool):
        reading.wrong("E_TAL", key, f"{field.label} ska vara true eller false.")
    return raw is True


def _read_text(field: Field, raw: Any, key: str, reading: Reading) -> str:
    if raw is None:
        raw = ""
    if not isinstance(raw, str):
        reading.wrong("E_TAL", key, f"{field.label} ska vara text.")
        return ""
    if len(raw) > LONGEST_TEXT:
        reading.wrong("E_TAL", key, f"Texten är för lång. Korta den till högst {amount(LONGEST_TEXT, 'tecken')}.")
        return ""
    if field.required and not raw.strip():
        reading.wrong(field.code or "E_TAL", key, f"Fyll i {lowered(field.label)}.", missing=True)
    return raw.strip()


def _items(raw: Any, key: str, reading: Reading) -> list[tuple[str, Any]]:
    """The rows of a list, each with its key. Form rows come as {"0": …, "1": …}."""
    if reading.typed and isinstance(raw, dict):
        found = sorted(((int(n), item) for n, item in raw.items() if n.isdecimal()), key=lambda pair: pair[0])
    elif isinstance(raw, list):
        found = list(enumerate(raw))
    elif raw is None or raw == "":
        return []
    else:
        reading.wrong("E_TAL", key, "Här ska det stå en lista: […].")
        return []
    if len(found) > MOST_ROWS:
        reading.wrong("E_TAL", key, f"Det är fler än {amount(MOST_ROWS, 'rader')}. Dela upp kalkylen.")
        return []
    return [(f"{key}.{n}", item) for n, item in found]


def _read_texts(field: Field, raw: Any, key: str, reading: Reading) -> tuple[str, ...]:
    words = [_read_text(field, item, at, reading) for at, item in _items(raw, key, reading)]
    return tuple(word for word in words if word)


def _read_rows(field: Field, raw: Any, key: str, reading: Reading) -> tuple[Any, ...]:
    assert_row = field.row
    if assert_row is None:
        raise TypeError(f"rows {field.name!r} has no row class")
    read = row_reader(assert_row)
    dot = "" if assert_row is Varde else "."
    return tuple(read(item, at + dot, reading) for at, item in _items(raw, key, reading))


@functools.cache
def row_reader(cls: type) -> Reader:
    """The reader of a row. A value is as quick to read as to look for."""
    return dataclass_reader(cls) if cls is Varde else kept(dataclass_reader(cls), cls)


def _read_table(field: Field, raw: Any, key: str, reading: Reading) -> tuple[Any, ...]:
    if reading.typed:
        return _read_rows(field, raw, key, reading)
    if not isinstance(raw, dict) or field.row is None or len(raw) > MOST_ROWS:
        reading.wrong("E_TAL", key, "Här ska det stå ett objekt: {…}.")
        return ()
    return tuple(_read_entry(field.row, name, item, f"{key}.{name}", reading) for name, item in raw.items())


def _read_entry(row: type, name: str, item: Any, key: str, reading: Reading) -> Any:
    """A row of a table in JSON: its value, with the row's own texts among the value's."""
    declared = fields_of(row)
    own = [n for n, f in declared.items() if f.kind == "text" and n != "id" and isinstance(item, dict) and n in item]
    words = {n: _read_text(declared[n], item[n], f"{key}.{n}", reading) for n in own}
    rest = {n: value for n, value in item.items() if n not in own} if own else item
    varde = read_span(declared["varde"], rest, key, reading) or Varde()
    if words.get(declared["varde"].unless):
        reading.found_elsewhere(key)
    return row(id=name.strip(), varde=varde, **words)


def _read_overrides(readers: Mapping[str, Reader], raw: Any, key: str, reading: Reading) -> Mapping[str, float]:
    """Field name → number, each read as the field that it stands in for; an empty one is left out."""
    found = {}
    for name, value in _pairs(raw, key, reading):
        if name in readers:
            if not (reading.typed and not str(value).strip()):
                found[name] = readers[name](value, f"{key}.{name}", reading)
        elif not reading.typed:
            reading.wrong("E_FALT", f"{key}.{name}", f"Det finns inget fält som heter {name}.")
    return found


def _read_profiles(field: Field, raw: Any, key: str, reading: Reading) -> Mapping[str, Any]:
    return {name: read_profile(field, value, f"{key}.{name}", reading) for name, value in _pairs(raw, key, reading)}


def _read_sources(field: Field, raw: Any, key: str, reading: Reading) -> Mapping[str, str]:
    return {name: _read_text(field, value, f"{key}.{name}", reading) for name, value in _pairs(raw, key, reading)}


def _pairs(raw: Any, key: str, reading: Reading) -> list[tuple[str, Any]]:
    if isinstance(raw, dict):
        return list(raw.items())[:MOST_ROWS]
    if raw is not None and raw != "":
        reading.wrong("E_TAL", key, "Här ska det stå ett objekt: {…}.")
    return []


def _read_object(field: Field, raw: Any, key: str, reading: Reading) -> Any:
    return raw


READERS: dict[str, Callable[[Field, Any, str, Reading], Any]] = {
    "number": _read_number, "numbers": _read_numbers, "share": _read_number, "choice": _read_choice, "flag": _read_flag, "text": _read_text,
    "texts": _read_texts, "rows": _read_rows, "table": _read_table, "span": read_span, "profile": read_profile,
    "object": _read_object,
    "overrides": _read_object,
    "profiles": _read_profiles,
    "sources": _read_sources,
}  # fmt: skip
