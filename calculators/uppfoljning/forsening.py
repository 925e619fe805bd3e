"""What it costs that the start moves: the same calculation with the benefits later, and with everything later."""

from __future__ import annotations

import math
from dataclasses import dataclass

from calculators.finance import discount_factors
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import rows_of
from calculators.uppfoljning.jamforelse import moved


@dataclass(frozen=True, slots=True)
class Forsening:
    """Net benefit in discounted kr over the same horizon: on time, with the benefits late, and with everything late."""

    ar: int
    i_tid: float
    nyttor_sena: float
    allt_sent: float

    @property
    def kostar(self) -> float:
        """What the delay costs while the costs run as planned."""
        return self.i_tid - self.nyttor_sena

    @property
    def kostar_om_allt_flyttas(self) -> float:
        """What the delay costs when the costs wait too."""
        return self.i_tid - self.allt_sent


def forsening(kalkyl: Nyttokalkyl, ar: int) -> Forsening:
    """What `ar` years of delay mean for the likely net benefit."""
    return Forsening(ar, _netto(kalkyl, 0, 0), _netto(kalkyl, ar, 0), _netto(kalkyl, ar, ar))


def _netto(kalkyl: Nyttokalkyl, nyttor: int, kostnader: int) -> float:
    discount = discount_factors(kalkyl.ranta, kalkyl.horisont, kalkyl.raknad_diskontering)
    found = []
    for rad in rows_of(kalkyl):
        sign, years = (1.0, nyttor) if rad.side == "nyttor" else (-1.0, kostnader)
        found += [sign * rad.arligt[1] * f * d for f, d in zip(moved(rad.faktorer, years), discount, strict=True)]
    return math.fsum(found)
