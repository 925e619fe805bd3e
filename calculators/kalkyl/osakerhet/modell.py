"""The net benefit as a function of the levers. The likely calculation is computed once; a moved lever touches only its rows."""

from __future__ import annotations

import dataclasses as dc
import math
from collections.abc import Mapping, Sequence

from calculators.fault import Fault, Rejected
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import rows_of
from calculators.kalkyl.osakerhet.arsvarde import Arsvarde, Column, total
from calculators.kalkyl.osakerhet.spakar import Spak, annual_values, levers_of


@dc.dataclass(frozen=True, slots=True)
class Modellrad:
    """A row: its annual value, and what 1 kr of it a year adds to the net benefit in discounted kr (costs negative)."""

    id: str
    falt: str
    vikt: float
    arsvarde: Arsvarde


@dc.dataclass(frozen=True, slots=True)
class Modell:
    """The rows, the levers, the value that each lever has now, and what each row gives now (discounted kr)."""

    rader: tuple[Modellrad, ...]
    spakar: tuple[Spak, ...]
    varden: Mapping[str, float]
    bidrag: tuple[float, ...]
    anvands: Mapping[str, tuple[int, ...]]  # key → places of the rows that use it

    @property
    def rorliga(self) -> tuple[Spak, ...]:
        """The levers that have a span."""
        return tuple(s for s in self.spakar if s.varierar)

    def spak(self, nyckel: str) -> Spak:
        """The lever with this key; KeyError if there is none."""
        for spak in self.spakar:
            if spak.nyckel == nyckel:
                return spak
        raise KeyError(f"no lever {nyckel!r}; there are {sorted(self.varden)}")

    def netto(self, andrade: Mapping[str, float] | None = None) -> float:
        """The net benefit (discounted kr) when some levers have other values. Raises Rejected when no number can hold it."""
        return self._held(total(self._moved(andrade or {})))

    def of_its_rows(self, nyckel: str, x: float) -> float:
        """What the rows that use one lever give together when it is `x`; nan where no number can hold it."""
        varden = {**self.varden, nyckel: x}
        rows = [self.rader[n] for n in self.anvands[nyckel]]
        return total([rad.vikt * rad.arsvarde.at(varden) for rad in rows])

    def moved(self, andrade: Mapping[str, float]) -> Modell:
        """The same calculation standing at other values."""
        bidrag = tuple(self._moved(andrade))
        return dc.replace(self, varden={**self.varden, **andrade}, bidrag=bidrag)

    def columns(self, kolumner: Mapping[str, Column], antal: int) -> list[float]:
        """The net benefit for `antal` sets of values: levers with a column take their values from it."""
        moving = sorted({n for nyckel in kolumner for n in self.anvands[nyckel]})
        still = math.fsum(x for n, x in enumerate(self.bidrag) if n not in set(moving))
        found = [still] * antal
        for rad in (self.rader[n] for n in moving):
            vikt, column = rad.vikt, rad.arsvarde.columns(self.varden, kolumner, antal)
            found = [t + vikt * x for t, x in zip(found, column, strict=True)]
        self._held(total(found) if antal else 0.0)
        return found

    def _moved(self, andrade: Mapping[str, float]) -> list[float]:
        """What each row gives; nan or infinite where no number can hold it."""
        bidrag = list(self.bidrag)
        varden = {**self.varden, **andrade}
        for n in {n for nyckel in andrade for n in self.anvands[nyckel]}:
            rad = self.rader[n]
            bidrag[n] = rad.vikt * rad.arsvarde.at(varden)
        return bidrag

    def _held(self, x: float) -> float:
        if math.isfinite(x):
            return x
        words = (
            "Nettonyttan går inte att räkna ut för alla värden mellan lägst och högst: "
            "talen blir för stora, eller något delas med 0. Se över lägst och högst."
        )
        raise Rejected([Fault("E_TAL", self.rader[0].falt if self.rader else "nyttor", words)])


def model_of(kalkyl: Nyttokalkyl) -> Modell:
    """The model of a checked nyttokalkyl, standing at its likely values."""
    return _model(_rows(kalkyl), levers_of(kalkyl))


def _rows(kalkyl: Nyttokalkyl) -> tuple[Modellrad, ...]:
    signs = {"nyttor": 1.0, "kostnader": -1.0}
    return tuple(
        Modellrad(r.id, f"{r.side}.{r.place}.namn", signs[r.side] * math.fsum(r.vikter), value)
        for r, value in zip(rows_of(kalkyl), annual_values(kalkyl), strict=True)
    )


def _model(rader: tuple[Modellrad, ...], spakar: Sequence[Spak]) -> Modell:
    varden = {s.nyckel: s.troligt for s in spakar}
    anvands: dict[str, list[int]] = {s.nyckel: [] for s in spakar}
    for n, rad in enumerate(rader):
        for nyckel in rad.arsvarde.nycklar:
            anvands[nyckel].append(n)
    return Modell(
        rader=rader,
        spakar=tuple(spakar),
        varden=varden,
        bidrag=tuple(r.vikt * r.arsvarde.at(varden) for r in rader),
        anvands={nyckel: tuple(places) for nyckel, places in anvands.items()},
    )
