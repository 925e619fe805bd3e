"""One lever at a time from lägst to högst, all others likely: what it does to the net benefit."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.kalkyl.osakerhet.modell import Modell
from calculators.kalkyl.osakerhet.spakar import Spak, assumed


@dataclass(frozen=True, slots=True)
class Stapel:
    """The net benefit (discounted kr) with the lever at its lägst and at its högst, and with everything likely."""

    spak: Spak
    vid_lagst: float
    vid_hogst: float
    troligt: float

    @property
    def svang(self) -> float:
        """How far apart the net benefits lie, in kr."""
        at = (self.vid_lagst, self.vid_hogst, self.troligt)
        return max(at) - min(at)


def tornado(modell: Modell, andra: float = 0.0) -> tuple[Stapel, ...]:
    """Every lever with a span, widest swing first; with `andra` (a fraction) also the others, at ± that much.

    A shared factor is one lever. Levers that swing equally far stand in the order of the calculation.
    """
    troligt = modell.netto()
    bars = [
        Stapel(s, modell.netto({s.nyckel: s.lagst}), modell.netto({s.nyckel: s.hogst}), troligt)
        for s in (assumed(spak, andra) for spak in modell.spakar)
        if s.varierar
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.svang))
