"""One number of a document, read and held against the limits of its field."""

from __future__ import annotations

import dataclasses as dc
import math
from typing import Any

from calculators.fault import Fault
from calculators.schema import Field
from calculators.swedish import NotANumber, amount, listed, parse_number

LARGEST = 1e100  # beyond this no product of a few factors is safe from overflow


@dc.dataclass(slots=True)
class Reading:
    """One reading of a document: whether the values are texts from a form, and what was wrong so far."""

    typed: bool
    root: Any
    faults: list[Fault] = dc.field(default_factory=list)

    def wrong(self, code: str, key: str, message: str, *, missing: bool = False) -> None:
        self.faults.append(Fault(code, key, message, missing))

    def found_elsewhere(self, key: str) -> None:
        """What is missing at the key isn't: another field says it."""
        self.faults = [f for f in self.faults if not (f.missing and f"{f.field}.".startswith(f"{key}."))]


def read_quantity(value: Any, unit: str, key: str, reading: Reading) -> float | None:
    """A finite number, or None with a fault. Typed per cent becomes a fraction."""
    if type(value) is float or type(value) is int:
        try:
            x = float(value)
        except OverflowError:
            x = math.inf
    elif reading.typed and isinstance(value, str):
        try:
            x = parse_number(value, unit)
        except NotANumber as sentence:
            reading.wrong("E_TAL", key, str(sentence))
            return None
        x = x / 100 if unit == "%" else x
    else:
        reading.wrong("E_TAL", key, "Skriv ett tal med siffror, till exempel 1 250 eller 0,5.")
        return None
    if abs(x) <= LARGEST:
        return x
    reading.wrong("E_TAL", key, "Talet är större än vi kan räkna med. Skriv ett mindre tal.")
    return None


def broken_limit(field: Field, x: float) -> tuple[str, str] | None:
    """The code and the sentence of the limit that `x` breaks, if it breaks one."""
    code = field.code
    if field.allowed and x not in field.allowed:
        return code, f"{field.label} ska vara {listed([amount(a, field.unit) for a in field.allowed], 'eller')}."
    if field.kind == "share" and field.low is not None and x < field.low:
        return code or "E_ANDEL", f"{field.label} kan inte vara under {amount(field.low, '%')}."
    if field.low is not None and x < field.low:
        return code or "E_NEGATIV", f"{field.label} kan inte vara under {amount(field.low, field.unit)}."
    if field.above is not None and x <= field.above:
        return code or "E_DIV0", f"{field.label} ska vara mer än {amount(field.above, field.unit)}."
    if field.high is not None and x > field.high:
        hint = " Menade du procent? Skriv till exempel 65 för 65 %." if field.kind == "share" and x > 100 else ""
        return code or "E_ANDEL", f"{field.label} kan inte vara över {amount(field.high, field.unit)}.{hint}"
    if field.below is not None and x >= field.below:
        return code or "E_ANDEL", f"{field.label} ska vara under {amount(field.below, field.unit)}."
    if field.whole and x != math.floor(x):
        return code or "E_TAL", f"{field.label} ska vara ett heltal."
    return None
