"""What a budget, or a number of hours, buys: the best choice among up to 25 calculations, exact, and in words.

Pairs that exclude each other are settled first, one candidate at a time: with it, and without it. What is left is split in
two halves, and each choice in one half meets the best choice of the other that still fits: some thousands on each side.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from calculators.finance import TOLERANCE, same
from calculators.swedish import amount, listed

MOST = 25
UNITS = {"pengar": "kr", "timmar": "h"}
WORDS = {"pengar": "nettonytta i budgeten", "timmar": "frigjorda timmar, netto"}


@dataclass(frozen=True, slots=True)
class Kandidat:
    """A calculation that may be chosen: what it takes of what there is, and what it gives. `kostar` is never negative."""

    id: str
    namn: str
    kostar: float
    ger: float


@dataclass(frozen=True, slots=True)
class Val:
    """The choice, or the sentence that says why there is none."""

    valda: tuple[Kandidat, ...] = ()
    ger: float = 0.0
    kostar: float = 0.0
    hinder: str = ""


Losare = Callable[[Sequence[Kandidat], float, Collection[tuple[str, str]]], tuple[Kandidat, ...]]


def choose(
    kandidater: Sequence[Kandidat],
    ram: float,
    maste: Collection[str] = (),
    utesluter: Collection[tuple[str, str]] = (),
    losare: Losare | None = None,
) -> Val:
    """The choice that gives most within `ram`, with all of `maste` and at most one of each pair of `utesluter`.

    Of two choices that give equally much, the cheaper one is kept. `losare` is asked when there are more than MOST.
    """
    if len(kandidater) > MOST and losare is None:
        return Val(hinder=f"Välj ut högst {amount(float(MOST))} kalkyler att välja mellan.")
    forced = [k for k in kandidater if k.id in maste]
    if any(a in maste and b in maste for a, b in utesluter):
        return Val(hinder="Två kalkyler som måste vara med utesluter varandra. Ta bort ett av villkoren.")
    left = ram - math.fsum(k.kostar for k in forced)
    if left < 0 and not same(left, 0.0):
        return Val(hinder="Det som måste vara med ryms inte. Höj ramen, eller ta bort något av det.")
    barred = _barred(utesluter)
    free = [k for k in kandidater if k.id not in maste and k.ger > 0 and not barred.get(k.id, set()) & set(maste)]
    few = len(kandidater) <= MOST or losare is None
    found = _best(free, max(left, 0.0), barred) if few else losare(free, max(left, 0.0), utesluter)  # type: ignore[misc]
    chosen = {*(k.id for k in forced), *(k.id for k in found)}
    valda = tuple(k for k in kandidater if k.id in chosen)
    return Val(valda, math.fsum(k.ger for k in valda), math.fsum(k.kostar for k in valda))


def _barred(pairs: Collection[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return found


def _best(free: Sequence[Kandidat], room: float, barred: dict[str, set[str]]) -> tuple[Kandidat, ...]:
    """The choice that gives most; of those that give equally much, the cheapest."""
    ids = {k.id for k in free}
    torn = max(free, key=lambda k: len(barred.get(k.id, set()) & ids), default=None)
    if torn is None or not barred.get(torn.id, set()) & ids:
        return _of_halves(free, room)
    without = _best([k for k in free if k is not torn], room, barred)
    if not _fits(torn.kostar, room):
        return without
    others = [k for k in free if k is not torn and k.id not in barred[torn.id]]
    return max((torn, *_best(others, max(room - torn.kostar, 0.0), barred)), without, key=_worth)


def _fits(cost: float, room: float) -> bool:
    return cost <= room or same(cost, room)


def _worth(chosen: Sequence[Kandidat]) -> tuple[float, float]:
    """What a choice gives, and less the more it takes."""
    return math.fsum(k.ger for k in chosen), -math.fsum(k.kostar for k in chosen)


Choice = tuple[float, float, tuple[Kandidat, ...]]  # what it takes, what it gives, and who is in it
Half = list[Choice]


def _better(cheaper: Choice, dearer: Choice) -> Choice:
    """The one that gives more; the cheaper one of two that give as much."""
    return dearer if dearer[1] > cheaper[1] else cheaper


def _subsets(free: Sequence[Kandidat], room: float) -> Half:
    """Every choice that fits, cheapest first."""
    found: Half = [(0.0, 0.0, ())]
    for one in free:
        found += [
            (cost + one.kostar, gives + one.ger, (*chosen, one))
            for cost, gives, chosen in found
            if _fits(cost + one.kostar, room)
        ]
    return sorted(found, key=lambda choice: choice[0])


def _of_halves(free: Sequence[Kandidat], room: float) -> tuple[Kandidat, ...]:
    middle = len(free) // 2
    ours, theirs = _subsets(free[:middle], room), _subsets(free[middle:], room)
    costs, best = [choice[0] for choice in theirs], list(itertools.accumulate(theirs, _better))
    top: tuple[float, float] = (-1.0, 0.0)
    kept: tuple[Kandidat, ...] = ()
    for cost, gives, chosen in ours:
        left = room - cost
        place = bisect.bisect_right(costs, max(left, 0.0) + TOLERANCE * max(1.0, room)) - 1
        more = best[place]
        if (gives + more[1], -(cost + more[0])) > top:
            top, kept = (gives + more[1], -(cost + more[0])), (*chosen, *more[2])
    return kept


def in_words(val: Val, kandidater: Sequence[Kandidat], ram: float, resurs: str, mal: str) -> list[str]:
    """The choice in sentences: what is in, what it takes and gives, and why each of the others is not."""
    if val.hinder:
        return [val.hinder]
    unit = UNITS[resurs]
    if not val.valda:
        return [f"Inget av förslagen ryms inom {amount(ram, unit)} och ger något av det ni söker."]
    left = ram - val.kostar
    told = [
        f"Inom {amount(ram, unit)} ryms {listed([k.namn for k in val.valda])}.",
        f"Tillsammans tar de {amount(val.kostar, unit)} och ger {amount(val.ger, UNITS[mal])} i {WORDS[mal]}. "
        f"Ingen annan blandning som uppfyller villkoren ger mer.",
    ]
    for other in kandidater:
        if other not in val.valda:
            told.append(_why_not(other, left, unit, mal))
    return told


def _why_not(other: Kandidat, left: float, unit: str, mal: str) -> str:
    if other.ger <= 0:
        return f"{other.namn} är inte med, eftersom den inte ger något i {WORDS[mal]}. Den kan ha andra nyttor."
    if other.kostar > left:
        return f"{other.namn} är inte med. Den tar {amount(other.kostar, unit)}, och det finns {amount(max(left, 0.0), unit)} kvar."
    return f"{other.namn} är inte med, eftersom den utesluts av något som är valt."
