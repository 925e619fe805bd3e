"""What calculators of an annual value share: its side, its size, and the hourly cost.

A value closer to 0 than a millionth of a krona falls on no side.
"""

from __future__ import annotations

from typing import Any

from calculators.schema import money, result

SIDOR = {"nytta": "Nytta", "kostnad": "Kostnad", "ingen": "Ingen skillnad"}
BY_SIGN = "om(arligt_varde > 0.000001, 0, om(arligt_varde < -0.000001, 1, 2))"


def sida() -> Any:
    """A benefit where `arligt_varde` is more than 0, a cost where it is less."""
    return result("Nytta eller kostnad", kind="choice", options=SIDOR, formula=BY_SIGN)


def belopp() -> Any:
    """The size of `arligt_varde`."""
    return result("Belopp utan tecken", unit="kr/år", formula="belopp(arligt_varde)", told=False)


def timkostnad(**about: Any) -> Any:
    """What an hour of the work that the row counts costs the employer."""
    words = "Ta hellre er egen timkostnad än Ineras kalkylfaktor, om ni känner lönen."
    return money("Timkostnad", unit="kr/h", **{"help": words, **about})
