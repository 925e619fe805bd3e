"""Values with lägst, troligt and högst, and year factors."""

from __future__ import annotations

from typing import Any

from calculators.schema import Field, Varde
from calculators.swedish import amount, lowered
from calculators.wire.quantity import LARGEST, Reading, broken_limit, read_quantity

NUMBERS = frozenset({"troligt", "lagst", "hogst"})
WORDS = frozenset({"ref", "namn", "enhet", "kalla"})
LONGEST_WORD = 2000


def read_span(field: Field, raw: Any, key: str, reading: Reading) -> Varde | None:
    """A number, {"ref": …} or {"lagst", "troligt", "hogst"}; None where nothing is filled in and nothing needs to be."""
    if type(raw) is float or type(raw) is int:
        x = read_quantity(raw, field.unit, key, reading) or 0.0
        return Varde(x, x, x)
    if raw is None or raw == "":
        if field.required:
            at = f"{key}.troligt" if reading.typed else key
            reading.wrong("E_TAL", at, f"Fyll i {lowered(field.label)}.", missing=True)
        return Varde() if field.required else None
    if not isinstance(raw, dict):
        read_quantity(raw, field.unit, key, reading)
        return Varde()
    return _from_object(field, raw, key, reading)


def _from_object(field: Field, raw: dict[str, Any], key: str, reading: Reading) -> Varde | None:
    words: dict[str, Any] = {}
    numbers: dict[str, Any] = {}
    for name, value in raw.items():
        if name in NUMBERS:
            if value is not None and not (type(value) is str and not value.strip()):
                numbers[name] = value
        elif name in WORDS:
            if isinstance(value, str) and len(value) <= LONGEST_WORD:
                words[name] = value.strip()
            elif value is not None:
                reading.wrong("E_TAL", f"{key}.{name}", "Här ska det stå en kort text.")
        elif not reading.typed:
            reading.wrong("E_FALT", f"{key}.{name}", f"Det finns inget fält som heter {name}.")
    if words.get("ref"):
        return Varde(**words)
    return _numbers(field, numbers, words, key, reading)


def _numbers(field: Field, given: dict[str, Any], words: dict[str, Any], key: str, reading: Reading) -> Varde | None:
    unit = field.unit or words.get("enhet", "").strip()
    for name, value in given.items():
        if type(value) is float and field.low is None and -LARGEST <= value <= LARGEST:
            continue
        x = read_quantity(value, unit, f"{key}.{name}", reading)
        broken = broken_limit(field, x) if x is not None and field.low is not None else None
        if broken:
            reading.wrong(broken[0], f"{key}.{name}", broken[1])
        given[name] = x or 0.0
    if "troligt" not in given:
        if not given and reading.typed and not field.required:
            return None
        label = words.get("namn") or lowered(field.label)
        reading.wrong("E_TAL", f"{key}.troligt", f"Fyll i {label}.", missing=True)
    troligt = given.get("troligt", 0.0)
    return Varde(troligt, given.get("lagst", troligt), given.get("hogst", troligt), **words)


def read_profile(field: Field, raw: Any, key: str, reading: Reading) -> Any:
    """ "lopande", "engang", or one factor for each year of the horizon."""
    if reading.typed:
        return _typed_profile(field, raw, key, reading)
    if raw in ("lopande", "engang"):
        return raw
    years = reading.root.get(field.length)
    years = 6 if years is None else years
    if not isinstance(raw, list) or len(raw) != years:
        length = f" i {amount(float(years), 'år')}" if type(years) in (int, float) and 0 < years < 1000 else ""
        reading.wrong("E_FAKTOR", key, f"Ange en faktor, 0 eller större, för varje år{length}.")
        return "lopande"
    if all(type(item) in (float, int) and 0 <= item <= LARGEST for item in raw):
        return tuple(map(float, raw))
    return tuple(_factor(item, f"{key}.{n}", reading) for n, item in enumerate(raw))


def _factor(raw: Any, key: str, reading: Reading) -> float:
    x = read_quantity(raw, "", key, reading)
    if x is not None and x < 0:
        reading.wrong("E_FAKTOR", key, "En årsfaktor kan inte vara under 0. Skriv 0 för inget och 0,5 för halvt.")
    return x or 0.0


def years_of(picked: str) -> int:
    """The horizon of a form; the first choice where what stands there is none."""
    return int(picked) if picked in ("6", "15", "25") else 6


def _typed_profile(field: Field, raw: Any, key: str, reading: Reading) -> Any:
    """{"typ": "egen", "ar": {"0": "0,5", …}}; years that were never shown repeat the last one."""
    given = raw if isinstance(raw, dict) else {}
    kind = given.get("typ", "lopande")
    if kind != "egen":
        return kind if kind in ("lopande", "engang") else "lopande"
    years = years_of(str(reading.root.get(field.length, "6")))
    shown = given.get("ar")
    shown = shown if isinstance(shown, dict) else {}
    places = sorted(int(n) for n in shown if n.isdecimal() and len(n) < 3)[:years]
    factors = [_factor(shown[str(n)], f"{key}.ar.{n}", reading) for n in places if str(n) in shown]
    return tuple(factors + [factors[-1] if factors else 1.0] * (years - len(factors)))
