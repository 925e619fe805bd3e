"""Two levers at once: the net benefit at every pair of their values, all others likely."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.finance import same
from calculators.kalkyl.osakerhet.modell import Modell
from calculators.kalkyl.osakerhet.spakar import Spak


@dataclass(frozen=True, slots=True)
class Rutnat:
    """`netto[r][k]` is the net benefit (discounted kr) at `rader[r]` of the one lever and `kolumner[k]` of the other."""

    spak_rad: Spak
    spak_kolumn: Spak
    rader: tuple[float, ...]
    kolumner: tuple[float, ...]
    netto: tuple[tuple[float, ...], ...]

    def sida(self, r: int, k: int) -> int:
        """1 where benefits exceed costs, −1 where costs exceed benefits, 0 where they are the same."""
        x = self.netto[r][k]
        return 0 if same(x, 0.0) else 1 if x > 0 else -1

    @property
    def vander(self) -> bool:
        """Whether the zero line passes through the grid."""
        return len({self.sida(r, k) for r in range(len(self.rader)) for k in range(len(self.kolumner))}) > 1


def grid(modell: Modell, rad: Spak, kolumn: Spak, antal: int = 5) -> Rutnat:
    """`antal` values of each lever. Both must have a span (see `assumed`) and be two; ValueError otherwise."""
    if rad.nyckel == kolumn.nyckel or not (rad.varierar and kolumn.varierar):
        raise ValueError(f"a grid needs two levers with a span, not {rad.nyckel!r} and {kolumn.nyckel!r}")
    down, across = steps(rad, antal), steps(kolumn, antal)
    netto = tuple(tuple(modell.netto({rad.nyckel: y, kolumn.nyckel: x}) for x in across) for y in down)
    return Rutnat(rad, kolumn, down, across, netto)


def steps(spak: Spak, antal: int) -> tuple[float, ...]:
    """Values from the smallest to the largest, with the likely one in the middle where it lies between them.

    Even steps on each side of it. `antal` is odd and at least 3; ValueError otherwise.
    """
    if antal < 3 or antal % 2 == 0:
        raise ValueError(f"a grid has 3, 5, 7 … values a side, not {antal}")
    low, high = spak.ytterst
    if not low < spak.troligt < high:
        return (*_even(low, high, antal - 1), high)
    half = antal // 2
    return (*_even(low, spak.troligt, half), *_even(spak.troligt, high, half), high)


def _even(start: float, end: float, parts: int) -> list[float]:
    return [start + (end - start) * n / parts for n in range(parts)]
