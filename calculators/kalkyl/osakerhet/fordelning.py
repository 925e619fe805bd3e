"""Distributions between a lowest, a likely and a highest value: triangular, and PERT (beta with λ = 4).

Each is a table of quantiles 1/512 apart, joined by straight lines, and computed with + − × ÷ and square roots alone, which
every Python does alike to the last bit; powers, exponentials and gauss() are not such. Against the distributions
themselves the mean is off by less than 0.00001 of the span, the spread by less than 0.02 % of itself, and the share
below any quantile of the table by less than 0.00001 (the outermost 1/512 at each end keeps its mean, not its tail).

PERT: with the likely value at `m` of the span, the density is x^p (1−x)^(4−p), where p = 4m. At the points where
x ÷ (1−x) grows by 9/8 a step, x^p grows by (9/8)^p a step too, so that one binomial series gives all powers.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

Form = Literal["triangel", "pert"]
CELLS = 512
LAMBDA = 4
GROWTH = 9 / 8  # of x ÷ (1−x) between two points
STEP = 0.11778303565638346  # ln(9/8): the width of a step where the density is summed
REACH = 60  # points on each side of the middle: the outermost stands at x = 0.0009


class Punkt(NamedTuple):
    """A point between 0 and 1: its place, the weight there (density × x × (1−x)), and how fast the weight grows a unit of ln(x ÷ (1−x))."""

    x: float
    vikt: float
    lutning: float


@functools.lru_cache(maxsize=1000)
def quantiles(form: Form, mode: float) -> tuple[float, ...]:
    """The quantiles 0, 1/512, … 1 of the distribution on 0–1 whose likeliest value is `mode` (0–1)."""
    found = _triangular(mode) if form == "triangel" else _pert(LAMBDA * mode)
    low, high = (LAMBDA * mode, LAMBDA * (1 - mode)) if form == "pert" else (float(mode > 0), float(mode < 1))
    found[0] = (
        found[1] * low / (low + 2)
    )  # near an end the density grows as this power, which gives the mean of the cell
    found[-1] = 1 - (1 - found[-2]) * high / (high + 2)
    return tuple(found)


def _triangular(mode: float) -> list[float]:
    shares = [n / CELLS for n in range(CELLS + 1)]
    return [math.sqrt(u * mode) if u < mode else 1 - math.sqrt((1 - u) * (1 - mode)) for u in shares]


def _pert(p: float) -> list[float]:
    points = _points(p)
    first, last = points[0], points[-1]
    inner = (
        STEP * ((a.vikt + b.vikt) / 2 + STEP * (a.lutning - b.lutning) / 12) for a, b in pairwise(points)
    )  # the trapezoid rule, mended by the slopes at both ends of each step
    below = list(accumulate(inner, initial=_tail(p, first.x, first.vikt)))
    whole = below[-1] + _tail(LAMBDA - p, 1 - last.x, last.vikt)
    shares = [0.0, *(b / whole for b in below), 1.0]
    slopes = [point.x * (1 - point.x) * whole / point.vikt for point in points]
    return _inverted(shares, [0.0, *(point.x for point in points), 1.0], slopes)


def _points(p: float) -> list[Punkt]:
    ratio = GROWTH * _power_of_growth(p)
    odds = power = 1.0
    for _ in range(REACH):
        odds, power = odds / GROWTH, power / ratio
    found = []
    for _ in range(2 * REACH + 1):
        rest = 1 / (1 + odds)
        x, vikt = odds * rest, power * rest * rest * rest * rest * rest * rest
        found.append(Punkt(x, vikt, vikt * (p + 1 - (LAMBDA + 2) * x)))
        odds, power = odds * GROWTH, power * ratio
    return found


def _power_of_growth(p: float) -> float:
    """(9/8)^p by the binomial series; its 24th term is under 1e-22."""
    total = term = 1.0
    for n in range(24):
        term *= (p - n) / (n + 1) * (GROWTH - 1)
        total += term
    return total


def _tail(p: float, x: float, vikt: float) -> float:
    """The weight between an end and the outermost point, at the distance `x`, where the density is almost x^p."""
    return vikt / (p + 1) * (1 + (LAMBDA + 1 - p) * x - (LAMBDA - p) * (p + 1) / (p + 2) * x)


def _inverted(shares: Sequence[float], places: Sequence[float], slopes: Sequence[float]) -> list[float]:
    """Where the share n/512 is reached: cubic between two points, straight outside the outermost ones."""
    found, at = [], 1
    for n in range(CELLS + 1):
        u = n / CELLS
        while shares[at] < u:
            at += 1
        width, start, rise = shares[at] - shares[at - 1], places[at - 1], places[at] - places[at - 1]
        t = (u - shares[at - 1]) / width
        if at in (1, len(shares) - 1):
            found.append(start + t * rise)
        else:
            a, b = slopes[at - 2] * width, slopes[at - 1] * width
            found.append(start + t * (a + t * (3 * rise - 2 * a - b + t * (a + b - 2 * rise))))
    return found
