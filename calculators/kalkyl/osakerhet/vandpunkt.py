"""Switching values: what a lever must be for benefits and costs to be the same, all others likely.

A net benefit that is affine in the lever is solved directly. For any other the nearest change of sign is searched for,
outwards from the likely value in fixed steps, and then halved until no number lies between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from calculators.fault import Rejected
from calculators.finance import same
from calculators.kalkyl.osakerhet.modell import Modell
from calculators.kalkyl.osakerhet.spakar import Spak

FINE, DOUBLINGS = 32, 30  # steps up to twice the likely value, and then how many times the reach is doubled
Utfall = Literal["vander", "golv", "tak", "aldrig", "noll"]
Netto = Callable[[float], float | None]


@dataclass(frozen=True, slots=True)
class Vandpunkt:
    """`utfall` says whether the lever alone can turn the result.

    `vander`: at `varde`, which is within what the lever can be. `golv`, `tak`: only at `varde`, below 0 or above 100 %,
    which it cannot be. `aldrig`: nowhere. `noll`: benefits and costs are the same as it is.
    """

    spak: Spak
    utfall: Utfall
    netto: float
    varde: float | None = None

    @property
    def andring(self) -> float | None:
        """How far from the likely value, as a fraction of it; None without a switching value, or from 0."""
        if self.varde is None or self.spak.troligt == 0:
            return None
        return (self.varde - self.spak.troligt) / abs(self.spak.troligt)

    @property
    def inom_spannet(self) -> bool:
        """Whether the lever's own lägst and högst reach it."""
        low, high = self.spak.ytterst
        return self.utfall == "vander" and self.varde is not None and low <= self.varde <= high


def switching_values(modell: Modell) -> tuple[Vandpunkt, ...]:
    """One for every lever: first those that turn, the smallest change first, then the others in order."""
    return tuple(sorted((switching_value(modell, spak) for spak in modell.spakar), key=_nearness))


def _nearness(v: Vandpunkt) -> tuple[int, float]:
    if v.utfall != "vander":
        return 2, 0.0
    return (1, 0.0) if v.andring is None else (0, abs(v.andring))


def switching_value(modell: Modell, spak: Spak) -> Vandpunkt:
    """What the lever must be for the net benefit to be 0."""
    netto = modell.netto()

    def at(x: float) -> float | None:
        try:
            return modell.netto({spak.nyckel: x})
        except Rejected:
            return None

    if same(netto, 0.0):
        return Vandpunkt(spak, "noll", netto)
    slope = _slope(modell, spak)
    if slope == 0:
        return Vandpunkt(spak, "aldrig", netto)
    root = None if slope is None else _mended(at, spak.troligt, netto, spak.troligt - netto / slope)
    if root is not None and spak.golv is not None and root < spak.golv:
        return Vandpunkt(spak, "golv", netto, root)
    if root is not None and spak.tak is not None and root > spak.tak:
        return Vandpunkt(spak, "tak", netto, root)
    if root is None or not _is_root(modell, spak.nyckel, root):
        root = _searched(at, spak, netto)
    return Vandpunkt(spak, "aldrig" if root is None else "vander", netto, root)


def _slope(modell: Modell, spak: Spak) -> float | None:
    """Kr for each step of the lever when its rows are affine in it, 0 when they are level; None when they bend."""
    reach = _reach(spak)
    here, one, two = (modell.of_its_rows(spak.nyckel, spak.troligt + n * reach) for n in range(3))
    rise, noise = two - here, 1e-14 * max(abs(here), abs(one), abs(two))
    if not abs((two - one) - (one - here)) <= 1e-9 * abs(rise) + noise:
        return None
    return 0.0 if abs(rise) <= noise else rise / (2 * reach)


def _mended(at: Netto, start: float, here: float, root: float) -> float:
    """The root of the straight line through the start and a root found with a slope measured nearer by."""
    there = at(root)
    return root if there is None or there == here else start + (root - start) * (here / (here - there))


def _is_root(modell: Modell, nyckel: str, x: float) -> bool:
    """Whether the rows that use the lever then give what the others take, as nearly as rounding lets them."""
    theirs = modell.of_its_rows(nyckel, x)
    others = modell.netto() - modell.of_its_rows(nyckel, modell.varden[nyckel])
    return abs(theirs + others) <= 1e-9 * max(1.0, abs(theirs), abs(others))


def _reach(spak: Spak) -> float:
    """A step that means something for this lever."""
    return abs(spak.troligt) or spak.ytterst[1] - spak.ytterst[0] or 1.0


def _searched(at: Netto, spak: Spak, here: float) -> float | None:
    """The nearest root within what the lever can be, to the last bit; None where no sign changes."""
    before = {1: spak.troligt, -1: spak.troligt}
    for side, x in _outwards(spak):
        there = at(x)
        if there is None:
            continue
        if there == 0 or (there > 0) != (here > 0):
            return _halved(at, before[side], x, here)
        before[side] = x
    return None


def _outwards(spak: Spak) -> Iterator[tuple[int, float]]:
    """Values on both sides by turns, ever farther out, ending at the floor and the ceiling where there are any."""
    reach = _reach(spak)
    distances = [reach * n / FINE for n in range(1, FINE + 1)]
    for _ in range(DOUBLINGS):
        distances += [distances[-1] * 1.5, distances[-1] * 2]
    ended = set()
    for distance in distances:
        for side in (-1, 1):
            x, limit = spak.troligt + side * distance, spak.golv if side < 0 else spak.tak
            if limit is not None and (x - limit) * side >= 0:
                x = limit
            if side not in ended:
                yield side, x
            if x == limit:
                ended.add(side)


def _halved(at: Netto, near: float, far: float, here: float) -> float:
    """Where the sign changes between two values."""
    while True:
        middle = near + (far - near) / 2
        if middle in (near, far):
            return far
        there = at(middle)
        if there is not None and there != 0 and (there > 0) == (here > 0):
            near = middle
        else:
            far = middle
