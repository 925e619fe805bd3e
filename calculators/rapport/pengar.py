"""Money, time and everything else kept apart: what a budget feels, what hours become, and who pays and who gains.

Everything is at the likely level. Budget and hours are not discounted, since a budget and a working day are not.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Rad, Resultat, rows_of
from calculators.kalkyl.fordelning import share_of
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.hours import hours_a_year
from calculators.kalkyl.vems_tid import shares_of_time


@dataclass(frozen=True, slots=True)
class Budget:
    """Financial benefits − financial costs, kr in today's prices. `diskonterad` is the same sum in discounted kr."""

    per_ar: tuple[float, ...]
    summa: float
    diskonterad: float
    per_perspektiv: Mapping[str, float]
    nyttor: tuple[str, ...]  # names of the rows
    kostnader: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tidrad:
    """What an omfördelning row gives one perspective in hours (h) over the whole horizon.

    `nar` and `beslut` are the reader's own words. `arbetstid` is false for the own time of inhabitants and others.
    """

    id: str
    namn: str
    side: str
    perspektiv: str
    timmar: float
    nar: str
    beslut: str
    arbetstid: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """What one organisation or group gains and pays, discounted kr; `finansiellt` is the part of `netto` that is money."""

    namn: str
    nytta: float
    kostnad: float
    netto: float
    finansiellt: float


def budget(kalkyl: Nyttokalkyl, result: Resultat) -> Budget:
    """What the change does to income and expenses, year by year."""
    rader = [r for r in rows_of(kalkyl) if r.block.kategori == "finansiell"]
    yearly = [[_sign(r) * r.arligt[1] * f for f in r.faktorer] for r in rader]
    per_ar = tuple(map(math.fsum, zip(*yearly, strict=True))) if yearly else (0.0,) * kalkyl.horisont
    money = result.troligt.per_kategori["finansiell"]
    return Budget(
        per_ar=per_ar,
        summa=math.fsum(amount for years in yearly for amount in years),
        diskonterad=money["nytta"] - money["kostnad"],
        per_perspektiv=_by_party(kalkyl, rader, lambda r: _sign(r) * r.arligt[1] * math.fsum(r.faktorer)),
        nyttor=tuple(name_of(r) for r in rader if r.side == "nyttor"),
        kostnader=tuple(name_of(r) for r in rader if r.side == "kostnader"),
    )


def tidrader(kalkyl: Nyttokalkyl) -> tuple[Tidrad, ...]:
    """Every omfördelning row that can be told in hours, once for each perspective that has a part of it."""
    shared = shared_values(kalkyl)
    found = []
    for r in rows_of(kalkyl):
        each_year = hours_a_year(r.block, r.arligt[1], kalkyl.omrakning_timkostnad, shared)
        if r.block.kategori == "omfordelning" and each_year is not None:
            total = math.fsum(each_year * f for f in r.faktorer)
            nar, beslut = _bare(r.block.blir_pengar_nar), _bare(r.block.blir_pengar_beslut)
            for name, share, working in shares_of_time(r.block):
                found.append(Tidrad(r.id, name_of(r), r.side, name, total * share, nar, beslut, working))
    return tuple(found)


def parter(kalkyl: Nyttokalkyl, result: Resultat) -> tuple[Part, ...]:
    """Who pays and who gains: one row for each organisation or group."""
    niva = result.troligt
    rader = [r for r in rows_of(kalkyl) if r.block.kategori == "finansiell"]
    money = _by_party(kalkyl, rader, lambda r: _sign(r) * niva.per_rad[r.id])
    return tuple(
        Part(name, sums["nytta"], sums["kostnad"], sums["netto"], money.get(name, 0.0))
        for name, sums in niva.per_perspektiv.items()
    )


def name_of(rad: Rad) -> str:
    """A row's name, or its id while it has none."""
    return " ".join(rad.block.namn.split()) or rad.id


def _by_party(kalkyl: Nyttokalkyl, rader: Iterable[Rad], kr: Callable[[Rad], float]) -> dict[str, float]:
    """The sum for each perspective that has a part of any of the rows."""
    rader = list(rader)
    kept = {
        name: [kr(r) * share for r in rader if (share := share_of(r.block, name)) is not None] for name in kalkyl.perspektiv
    }
    return {name: math.fsum(amounts) for name, amounts in kept.items() if amounts}


def _sign(rad: Rad) -> float:
    return 1.0 if rad.side == "nyttor" else -1.0


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(" .")
