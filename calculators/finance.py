"""Discounting, annuity and pay-back. Rates are fractions (0.03), amounts are kr in today's price level, years count from 1.

Factors are multiplied up in a loop and sums are exact (`math.fsum`), so that every Python gives the same last bit.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

CONVENTIONS = ("t0", "t1", "ingen")
TOLERANCE = 1e-9  # relative; two amounts closer than this are the same amount


@functools.lru_cache(64)
def discount_factors(ranta: float, horisont: int, diskontering: str = "t0") -> tuple[float, ...]:
    """One factor a year. `t0`: year 1 counts in full, 1/(1+r)^(y-1). `t1`: 1/(1+r)^y. `ingen`: all 1."""
    if diskontering == "ingen":
        return (1.0,) * horisont
    factors, growth = [], 1.0 + ranta if diskontering == "t1" else 1.0
    for _ in range(horisont):
        factors.append(1.0 / growth)
        growth *= 1.0 + ranta
    return tuple(factors)


def annuity_factor(ranta: float, years: int, diskontering: str = "t0") -> float:
    """What 1 kr a year during `years` years is worth today."""
    return math.fsum(discount_factors(ranta, years, diskontering))


def present_value(amounts: Sequence[float], ranta: float, diskontering: str = "t0") -> float:
    """The sum of a row of yearly amounts, each times its discount factor."""
    return math.fsum(map(float.__mul__, map(float, amounts), discount_factors(ranta, len(amounts), diskontering)))


def running_sums(amounts: Sequence[float]) -> tuple[float, ...]:
    """The sum up to and including each year."""
    return tuple(math.fsum(amounts[: n + 1]) for n in range(len(amounts)))


def same(a: float, b: float) -> bool:
    """Equal for a reader: within 1e-9 of the larger, so that 0.1 + 0.2 is 0.3."""
    return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b))


def first_above(above: Sequence[float], below: Sequence[float]) -> int | None:
    """Index of the first year in which `above` is strictly greater than `below`; None if there is none."""
    for index, (a, b) in enumerate(zip(above, below, strict=True)):
        if a > b and not same(a, b):
            return index
    return None


def annuity(value: float, ranta: float, years: int) -> float | None:
    """The same amount at the end of each of the years 1, 2 … that together is worth `value` today; None for no years."""
    return value / annuity_factor(ranta, years, "t1") if years > 0 else None


def payback(amounts: Sequence[float], first_year: int = 0) -> float | None:
    """Years until what has come in covers what has gone out, the first time; None where that never happens.

    The amounts fall in `first_year` (0 or 1) and the years after it. Year 0 is the day of the start; the amount of any
    other year comes evenly during that year, so 5.375 is a good third into the sixth year. 0 where nothing was ever owed.
    """
    incoming = running_sums([max(x, 0.0) for x in amounts])
    outgoing = running_sums([max(-x, 0.0) for x in amounts])
    owed = [0.0 if same(more, less) else less - more for more, less in zip(incoming, outgoing, strict=True)]
    if all(x <= 0 for x in owed):
        return 0.0
    for n in range(1, len(owed)):
        if owed[n - 1] > 0 >= owed[n]:
            return first_year + n - 1 + min(1.0, owed[n - 1] / amounts[n])
    return None
