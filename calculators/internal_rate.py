"""Internal rates of return: every rate at which a row of yearly amounts is worth nothing today.

With x = 1/(1 + rate) the present value is a polynomial in x. Its roots up to 1 are the rates from 0 and up; those of the
reversed row are the rates below 0 (down to, but not at, −1). Between two roots of its derivative a polynomial only rises
or only falls, so each root is closed in by halving; the derivative's roots are found the same way, one degree lower.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

NOISE = 1e-13  # of the amounts' sizes: a value closer to 0 than this is 0, so that a root which only touches 0 is found
SAME_RATE = 1e-9


def internal_rates(amounts: Sequence[float]) -> tuple[float, ...]:
    """Every internal rate as a fraction, the lowest first; empty where there is none.

    The amounts are one year apart. In which year the first falls makes no difference.
    """
    row = _trimmed([float(x) for x in amounts])
    below = [y - 1.0 for y in _roots(row[::-1]) if y < 1.0]
    above = [1.0 / x - 1.0 for x in _roots(row)]
    found: list[float] = []
    for rate in sorted(below + above):
        if not found or rate - found[-1] > SAME_RATE:
            found.append(rate)
    return tuple(found)


def sign_changes(amounts: Sequence[float]) -> int:
    """How many times the row goes from plus to minus or back: no more rates than this can exist."""
    signs = [x > 0 for x in amounts if x]
    return [a != b for a, b in itertools.pairwise(signs)].count(True)


def _trimmed(row: list[float]) -> list[float]:
    """Without zeros at either end, and no larger than 1."""
    kept = [n for n, x in enumerate(row) if x]
    if not kept:
        return []
    largest = max(map(abs, row))
    return [x / largest for x in row[kept[0] : kept[-1] + 1]]


def _roots(row: Sequence[float]) -> list[float]:
    """The roots of Σ row[n] xⁿ with 0 < x ≤ 1, in order."""
    changes = sign_changes(row)
    if not changes:
        return []
    turns = _roots(_derivative(row)) if changes > 1 else []
    points = [0.0, *(x for x in turns if x < 1.0), 1.0]
    signs = [_sign(row, x) for x in points]
    found = [x for x, sign in zip(points, signs, strict=True) if sign == 0 and x]
    for n in range(len(points) - 1):
        if signs[n] * signs[n + 1] < 0:
            found.append(_halved(row, points[n], points[n + 1]))
    return sorted(found)


def _derivative(row: Sequence[float]) -> list[float]:
    return _trimmed([n * x for n, x in enumerate(row)][1:])


def _value(row: Sequence[float], x: float) -> float:
    total = 0.0
    for factor in reversed(row):
        total = total * x + factor
    return total


def _sign(row: Sequence[float], x: float) -> int:
    value, size = _value(row, x), _value([abs(factor) for factor in row], x)
    return 0 if abs(value) <= NOISE * size else int(math.copysign(1.0, value))


def _halved(row: Sequence[float], low: float, high: float) -> float:
    """The root between two points of unlike sign, to the last bit."""
    rising = _value(row, high) > 0
    while low < (middle := (low + high) / 2) < high:
        if (_value(row, middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return high
