"""What a budget, or a number of hours, buys: the best choice among up to 25 calculations, exact, and in words.

Branch and bound: the best that may still come is what fits when the next ones are taken whole or in part, best yield first.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from calculators.finance import same
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


def choose(
    kandidater: Sequence[Kandidat], ram: float, maste: Collection[str] = (), utesluter: Collection[tuple[str, str]] = ()
) -> Val:
    """The choice that gives most within `ram`, with all of `maste` and at most one of each pair of `utesluter`.

    Of two choices that give equally much, one is kept: the search stops where no more can be had.
    """
    if len(kandidater) > MOST:
        return Val(hinder=f"Välj ut högst {amount(float(MOST))} kalkyler att välja mellan.")
    forced = [k for k in kandidater if k.id in maste]
    if any(a in maste and b in maste for a, b in utesluter):
        return Val(hinder="Två kalkyler som måste vara med utesluter varandra. Ta bort ett av villkoren.")
    left = ram - math.fsum(k.kostar for k in forced)
    if left < 0 and not same(left, 0.0):
        return Val(hinder="Det som måste vara med ryms inte. Höj ramen, eller ta bort något av det.")
    barred = _barred(utesluter)
    free = [k for k in kandidater if k.id not in maste and k.ger > 0 and not barred.get(k.id, set()) & set(maste)]
    order = sorted(free, key=lambda k: -(k.ger / k.kostar) if k.kostar else -math.inf)
    found = _Search(order, max(left, 0.0), barred).best()
    chosen = {*(k.id for k in forced), *(k.id for k in found)}
    valda = tuple(k for k in kandidater if k.id in chosen)
    return Val(valda, math.fsum(k.ger for k in valda), math.fsum(k.kostar for k in valda))


def _barred(pairs: Collection[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return found


class _Search:
    """The candidates in order of yield; each is taken or left, and a branch that can't become better is cut."""

    def __init__(self, order: Sequence[Kandidat], room: float, barred: dict[str, set[str]]) -> None:
        self.order, self.room, self.barred = order, room, barred
        self.top: tuple[float, float] = (0.0, 0.0)  # what the best gives, and minus what it takes
        self.kept: tuple[Kandidat, ...] = ()

    def best(self) -> tuple[Kandidat, ...]:
        self._go(0, (), self.room, 0.0)
        return self.kept

    def _go(self, n: int, taken: tuple[Kandidat, ...], room: float, gives: float) -> None:
        sums = (math.fsum(k.ger for k in taken), -math.fsum(k.kostar for k in taken))
        if sums > self.top:
            self.top, self.kept = sums, taken
        if n == len(self.order) or self._bound(n, room, gives) <= self.top[0]:
            return
        one = self.order[n]
        fits = one.kostar <= room or same(one.kostar, room)
        if fits and not any(k.id in self.barred.get(one.id, ()) for k in taken):
            self._go(n + 1, (*taken, one), max(room - one.kostar, 0.0), gives + one.ger)
        self._go(n + 1, taken, room, gives)

    def _bound(self, n: int, room: float, gives: float) -> float:
        """At most this: the next ones whole while they fit, and a part of the first that doesn't."""
        for one in self.order[n:]:
            if one.kostar > room:
                return gives + one.ger * (room / one.kostar)
            room, gives = room - one.kostar, gives + one.ger
        return gives


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
