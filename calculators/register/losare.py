"""The same question to the solver HiGHS in SciPy, for more candidates than can be tried here. It is asked on the command line only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from calculators.register.portfolj import Kandidat

TOLERANCE = 1e-9  # of the largest amount
SCALE = 1e6  # what the largest amount is to the solver: it stops when it is within one millionth, whatever it counts
EXACT = {"mip_rel_gap": 0.0}


def best(free: Sequence[Kandidat], room: float, pairs: Collection[tuple[str, str]]) -> tuple[Kandidat, ...]:
    """The choice that gives most within `room`, with at most one of each pair; of those, the cheapest.

    Raises ImportError where SciPy is not installed.
    """
    from scipy.optimize import LinearConstraint

    able = [k for k in free if k.kostar <= room * (1 + TOLERANCE)]
    if not able:
        return ()
    *cost, limit = _scaled([*(k.kostar for k in able), room])
    gives = _scaled([k.ger for k in able])
    bounds = [LinearConstraint([cost], ub=limit), *_pairs(able, pairs)]
    first = _solved([-x for x in gives], bounds)
    most = LinearConstraint([gives], lb=-first.fun - SCALE * TOLERANCE)
    second = _solved(cost, [*bounds, most])
    return tuple(k for k, x in zip(able, second.x, strict=True) if x > 0.5)


def _solved(weights: Sequence[float], bounds: Sequence[Any]) -> Any:
    """The yes or no of each candidate that makes the weights together as small as can be."""
    from scipy.optimize import Bounds, milp

    return milp(weights, constraints=bounds, integrality=[1] * len(weights), bounds=Bounds(0, 1), options=EXACT)


def _pairs(able: Sequence[Kandidat], pairs: Collection[tuple[str, str]]) -> list[Any]:
    from scipy.optimize import LinearConstraint

    ids = {k.id for k in able}
    kept = [{a, b} for a, b in pairs if a in ids and b in ids and a != b]
    return [LinearConstraint([[float(k.id in pair) for k in able]], ub=1.0) for pair in kept]


def _scaled(amounts: Sequence[float]) -> list[float]:
    largest = max(map(abs, amounts)) or 1.0
    return [SCALE * x / largest for x in amounts]
