"""Plan, outcome and forecast of each row, year by year, and which part of the difference came from which factor.

Amounts of a year are kr in today's prices, not discounted; sums over years say whether they are. The plan is the decision
that was frozen, or the calculation itself where none is. A year is known when something of the row was measured in it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from calculators.fault import Fault, Rejected
from calculators.finance import discount_factors
from calculators.kalkyl.document import Block, Nyttokalkyl, block_id, factors_of
from calculators.kalkyl.evaluation import LARGEST
from calculators.uppfoljning import shapley
from calculators.uppfoljning.rakning import ARSFAKTOR, Rakning
from calculators.uppfoljning.utfall import HELA, Traff, counted_rows, matched

Varden = Mapping[str, float]
NY, BORTA = "Raden är ny", "Raden är borttagen"


@dataclass(frozen=True, slots=True)
class Rad:
    """One row. `nu` is the outcome of a known year and the forecast of another; `delar` are each year's parts of nu − plan."""

    id: str
    side: str
    block: Block
    rakning: Rakning
    plan: tuple[float, ...]
    nu: tuple[float, ...]
    kand: tuple[bool, ...]
    delar: tuple[Mapping[str, float], ...]
    varden_plan: tuple[Varden, ...]
    varden_nu: tuple[Varden, ...]

    def skillnad(self, years: Collection[int]) -> float:
        """nu − plan over some years."""
        return math.fsum(self.nu[y] - self.plan[y] for y in years)

    def fordelad(self, years: Iterable[int]) -> dict[str, float]:
        """The parts of the difference over some years, by factor."""
        kept: dict[str, list[float]] = {}
        for year in years:
            for name, part in self.delar[year].items():
                kept.setdefault(name, []).append(part)
        return {name: math.fsum(found) for name, found in kept.items()}

    def per_slag(self, years: Iterable[int]) -> dict[str, float]:
        """The same by kind: volym, tid, pris, start, annat."""
        found = self.fordelad(years)
        odd = (HELA, NY, BORTA)
        return shapley.joined(found, {name: "annat" if name in odd else self.rakning.slag(name) for name in found})

    @property
    def kanda_ar(self) -> tuple[int, ...]:
        """The places of the known years."""
        return tuple(y for y, known in enumerate(self.kand) if known)


@dataclass(frozen=True, slots=True)
class Ar:
    """A year of one or more rows, in kr: what was planned, what was measured, and what is expected of the rest."""

    plan: float
    utfall: float | None  # None where nothing was measured
    prognos: float | None  # None where everything was

    @property
    def skillnad(self) -> float:
        """Outcome and forecast together, against the plan."""
        return math.fsum((self.utfall or 0.0, self.prognos or 0.0, -self.plan))


def per_ar(rader: Collection[Rad]) -> tuple[Ar, ...]:
    """The years of some rows together, not discounted. Empty for no rows."""
    years = min((len(rad.plan) for rad in rader), default=0)
    return tuple(_year(rader, y) for y in range(years))


def _year(rader: Collection[Rad], y: int) -> Ar:
    known, other = [rad.nu[y] for rad in rader if rad.kand[y]], [rad.nu[y] for rad in rader if not rad.kand[y]]
    plan = math.fsum(rad.plan[y] for rad in rader)
    return Ar(plan, math.fsum(known) if known else None, math.fsum(other) if other else None)


@dataclass(frozen=True, slots=True)
class Jamforelse:
    """`ar` are the years as shown; `fryst` says whether the plan is a frozen decision. Sums are discounted kr."""

    ar: tuple[int, ...]
    rader: tuple[Rad, ...]
    diskontering: tuple[float, ...]
    fryst: bool
    miss: tuple[tuple[int, str, str], ...]

    @property
    def kanda_ar(self) -> tuple[int, ...]:
        """The places of the years of which anything is known."""
        return tuple(y for y in range(len(self.ar)) if any(rad.kand[y] for rad in self.rader))

    def av(self, side: str) -> tuple[Rad, ...]:
        """The rows of "nyttor" or of "kostnader"."""
        return tuple(rad for rad in self.rader if rad.side == side)

    def netto(self, which: str) -> float:
        """The net benefit, discounted, of "plan" or "nu"."""
        signed = (
            (1.0 if rad.side == "nyttor" else -1.0) * kr * factor
            for rad in self.rader
            for kr, factor in zip(getattr(rad, which), self.diskontering, strict=True)
        )
        return math.fsum(signed)


def jamforelse(plan: Nyttokalkyl, nu: Nyttokalkyl, fryst: bool) -> Jamforelse:
    """The plan against the outcome in `nu`. Raises Rejected for amounts that no number can hold.

    Years and rate are the plan's. A row of `nu` that the plan lacks is new; one that `nu` lacks goes on as planned only
    in the years that are measured, and is 0 in the others.
    """
    planned, present = counted_rows(plan), counted_rows(nu)
    traff = matched(plan, nu.utfall, {**present, **planned})
    blocks = {block_id(side, n, block): (side, block) for k in (nu, plan) for side, n, block in k.blocks}
    order = [*planned, *(id for id in present if id not in planned)]
    kept = _Vantan(plan, nu, planned, present, traff)
    rader = tuple(kept.row(id, *blocks[id]) for id in order)
    factors = discount_factors(plan.ranta, plan.horisont, plan.raknad_diskontering)
    return Jamforelse(plan.ar, rader, factors, fryst, tuple(traff.miss))


class _Vantan:
    """What each row was planned to be and what is expected of it now."""

    def __init__(
        self,
        plan: Nyttokalkyl,
        nu: Nyttokalkyl,
        planned: Mapping[str, Rakning],
        present: Mapping[str, Rakning],
        traff: Traff,
    ) -> None:
        self.plan, self.nu, self.planned, self.present, self.kanda = plan, nu, planned, present, traff.kanda
        self.of_plan = {block_id(s, n, b): b for s, n, b in plan.blocks}
        self.of_nu = {block_id(s, n, b): b for s, n, b in nu.blocks}
        self.carried = nu.prognos != "kalkyl"

    def row(self, id: str, side: str, block: Block) -> Rad:
        """The row with its years."""
        years = self.plan.horisont
        worth = self.planned.get(id) or self.present[id]
        before = tuple(self._planned(id, worth))
        now = tuple(self._expected(id, side, worth))
        plan = tuple(_kr(worth, v) if id in self.planned else 0.0 for v in before)
        actual = tuple(0.0 if self._gone(id, y) else _kr(worth, v) for y, v in enumerate(now))
        parts = tuple(self._parts(id, y, worth, before[y], now[y], plan[y], actual[y]) for y in range(years))
        kand = tuple(y in self.kanda.get(id, {}) for y in range(years))
        return Rad(id, side, block, worth, plan, actual, kand, parts, before, now)

    def _planned(self, id: str, worth: Rakning) -> Iterator[dict[str, float]]:
        factors = (
            factors_of(self.of_plan[id], self.plan.horisont) if id in self.of_plan else (0.0,) * self.plan.horisont
        )
        for factor in factors:
            yield {**worth.varden, ARSFAKTOR: factor}

    def _expected(self, id: str, side: str, worth: Rakning) -> Iterator[dict[str, float]]:
        """Measured values where there are any, otherwise the latest of them, otherwise today's calculation."""
        today = {n: x for n, x in self.present[id].varden.items() if n in worth.varden} if id in self.present else {}
        latest: dict[str, float] = {}
        for y, factor in enumerate(self._factors(id, side)):
            known = self.kanda.get(id, {}).get(y, {})
            if HELA in latest and HELA not in known and latest[ARSFAKTOR]:
                latest[HELA] *= factor / latest[ARSFAKTOR]
                latest[ARSFAKTOR] = factor
            yield {**worth.varden, **today, ARSFAKTOR: factor, **latest, **known}
            if self.carried:
                latest = {n: x for n, x in {**latest, **known}.items() if n != ARSFAKTOR}
                latest |= {ARSFAKTOR: known.get(ARSFAKTOR, factor)} if HELA in latest else {}

    def _factors(self, id: str, side: str) -> tuple[float, ...]:
        """The year factors of today; those of a benefit wait as many years as the start has moved."""
        years = self.plan.horisont
        block = self.of_nu.get(id) or self.of_plan[id]
        factors = factors_of(block, years if len(factors_of(block, self.nu.horisont)) == years else self.nu.horisont)
        held = (*factors, *(factors[-1:] * years))[:years]
        return moved(held, self.nu.forsening or 0) if side == "nyttor" else held

    def _gone(self, id: str, y: int) -> bool:
        return id not in self.present and y not in self.kanda.get(id, {})

    def _parts(
        self, id: str, y: int, worth: Rakning, before: Varden, now: Varden, plan: float, actual: float
    ) -> dict[str, float]:
        if plan == actual and before == now:
            return {}
        if id not in self.planned or self._gone(id, y):
            return {NY if id not in self.planned else BORTA: actual - plan}
        return {HELA: actual - plan} if HELA in now else _factor_parts(worth, before, now)


def _factor_parts(worth: Rakning, before: Varden, now: Varden) -> dict[str, float]:
    """The part of each factor that differs. More of them than can be weighed in every order are weighed kind by kind."""
    differing = [name for name in before if before[name] != now[name]]
    if len(differing) <= shapley.MOST:
        return shapley.parts(
            differing, lambda changed: _kr(worth, {n: (now if n in changed else before)[n] for n in before})
        )
    kinds = sorted({worth.slag(name) for name in differing})

    def value(changed: Collection[str]) -> float:
        return _kr(worth, {n: (now if worth.slag(n) in changed else before)[n] for n in before})

    of_kinds = shapley.parts(kinds, value)
    return {next(n for n in differing if worth.slag(n) == kind): part for kind, part in of_kinds.items()}


def _kr(worth: Rakning, values: Varden) -> float:
    """Kr of a year. Raises Rejected where no number can hold it."""
    x = values[HELA] if HELA in values else worth.arsvarde(values) * values[ARSFAKTOR]
    if not -LARGEST <= x <= LARGEST:
        raise Rejected([Fault("E_TAL", "utfall", "Utfallet blir större än vi kan räkna med. Se över talen.")])
    return x


def moved(factors: tuple[float, ...], years: int) -> tuple[float, ...]:
    """Year factors that begin later; the last years fall outside the horizon."""
    return ((0.0,) * years + factors)[: len(factors)]
