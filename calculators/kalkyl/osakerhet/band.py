"""The true worst and best: every lever at once at the end that lowers, or raises, the net benefit.

The method's lägst pairs lowest benefit with lowest cost, which is neither. A net benefit that only rises or only falls
with each lever (the others standing still) has its extremes where all levers are at an end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.kalkyl.osakerhet.modell import Modell
from calculators.kalkyl.osakerhet.ytterlage import extreme_corner


@dataclass(frozen=True, slots=True)
class Horn:
    """A net benefit (discounted kr) and the value of each lever there, by key."""

    netto: float
    varden: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Band:
    """`exakt` is False when there were too many combinations to try, or a value between two ends goes farther than both.

    `lagst` and `hogst` are the method's pairings: everything at lägst, everything at högst.
    """

    samst: Horn
    bast: Horn
    troligt: float
    lagst: float
    hogst: float
    exakt: bool


def band(modell: Modell) -> Band:
    """The band of a model standing at its likely values."""
    samst, sure_of_worst = _extreme(modell, 1.0)
    bast, sure_of_best = _extreme(modell, -1.0)
    return Band(
        samst=samst,
        bast=bast,
        troligt=modell.netto(),
        lagst=modell.netto({s.nyckel: s.lagst for s in modell.rorliga}),
        hogst=modell.netto({s.nyckel: s.hogst for s in modell.rorliga}),
        exakt=sure_of_worst and sure_of_best,
    )


def _extreme(modell: Modell, sign: float) -> tuple[Horn, bool]:
    """The corner with the least sign × net benefit, and whether nothing can lie beyond it."""
    corner, sure = extreme_corner(modell, sign)
    there = modell.moved(corner)
    return Horn(there.netto(), corner), sure and _holds(modell, there, sign)


def _holds(modell: Modell, there: Modell, sign: float) -> bool:
    """Whether no lever goes farther than the corner at its likely value, at its middle, or at its other end."""
    here = sign * there.netto()
    for spak in modell.rorliga:
        low, high = spak.ytterst
        for x in (low, spak.troligt, low + (high - low) / 2, high):
            moved = sign * there.netto({spak.nyckel: x})
            if moved < here - 1e-9 * max(1.0, abs(here), abs(moved)):
                return False
    return True
