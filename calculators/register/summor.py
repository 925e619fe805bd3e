"""Sums of the register by stakeholder, year, category, status and responsible: money, hours and quality each for itself."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from calculators.register.post import Nytta, Post

DIMENSIONS = {
    "vem": "Vem tillfaller den?",
    "ar": "År",
    "kategori": "Kategori",
    "status": "Status",
    "ansvarig": "Ansvarig",
    "organisation": "Organisation",
}
ALL = "Alla"
OTHERS = "Övriga"
MOST = 500  # names in a dimension; the rest are summed together, so that the memory has a limit


@dataclass(slots=True)
class Total:
    """A running sum that forgets no small amount: what is lost in each addition is kept beside it."""

    kept: float = 0.0
    lost: float = 0.0

    def add(self, x: float) -> None:
        whole = self.kept + x
        big, small = (self.kept, x) if abs(self.kept) >= abs(x) else (x, self.kept)
        self.lost += (big - whole) + small
        self.kept = whole

    @property
    def value(self) -> float:
        return self.kept + self.lost


@dataclass(slots=True)
class Summa:
    """Kr of the budget and hours, each for benefits and costs, and how many benefits of quality and environment by size."""

    budget: dict[str, Total] = field(default_factory=lambda: {"nytta": Total(), "kostnad": Total()})
    timmar: dict[str, Total] = field(default_factory=lambda: {"nytta": Total(), "kostnad": Total()})
    storlekar: dict[str, int] = field(default_factory=dict)
    utan_timmar: int = 0
    rader: int = 0

    def take(self, nytta: Nytta, kr: float | None, timmar: float | None) -> None:
        """One row, or its part of a year."""
        if kr is not None:
            self.budget[nytta.sida].add(kr)
        if timmar is not None:
            self.timmar[nytta.sida].add(timmar)
        if nytta.storlek and nytta.sida == "nytta":
            self.storlekar[nytta.storlek] = self.storlekar.get(nytta.storlek, 0) + 1
        self.utan_timmar += nytta.varde is not None and kr is None and timmar is None
        self.rader += 1

    @property
    def budget_netto(self) -> float:
        return self.budget["nytta"].value - self.budget["kostnad"].value

    @property
    def timmar_netto(self) -> float:
        return self.timmar["nytta"].value - self.timmar["kostnad"].value


@dataclass(slots=True)
class Summor:
    """Everything that has been read, summed: dimension → name → sums."""

    alla: Summa = field(default_factory=Summa)
    per: dict[str, dict[str, Summa]] = field(default_factory=lambda: {name: {} for name in DIMENSIONS})
    poster: int = 0

    def take(self, post: Post) -> None:
        """One more calculation."""
        self.poster += 1
        for nytta in post.nyttor:
            kr, h = _whole(nytta.kronor), _whole(nytta.timmar)
            self.alla.take(nytta, kr, h)
            about = {"vem": nytta.vem, "kategori": nytta.kategori, "status": post.status, "ansvarig": nytta.ansvarig}
            for dimension, name in {**about, "organisation": post.organisation}.items():
                self._of(dimension, name).take(nytta, kr, h)
            for year, kr_y, h_y in _yearly(post, nytta):
                self._of("ar", year).take(nytta, kr_y, h_y)

    def _of(self, dimension: str, name: str) -> Summa:
        kept = self.per[dimension]
        if name not in kept and len(kept) >= MOST:
            name = OTHERS
        return kept.setdefault(name, Summa())

    def named(self, dimension: str) -> Iterator[tuple[str, Summa]]:
        """The sums of a dimension: years in order, otherwise those with most rows first."""
        found = self.per[dimension].items()
        if dimension == "ar":
            return iter(sorted(found, key=lambda pair: (pair[0].startswith("År"), len(pair[0]), pair[0])))
        return iter(sorted(found, key=lambda pair: (-pair[1].rader, pair[0])))


def summed(rows: Iterable[tuple[Post, Nytta]]) -> Summa:
    """Some rows together."""
    found = Summa()
    for _, nytta in rows:
        found.take(nytta, _whole(nytta.kronor), _whole(nytta.timmar))
    return found


def _whole(years: tuple[float, ...] | None) -> float | None:
    return None if years is None else math.fsum(years)


def _yearly(post: Post, nytta: Nytta) -> Iterator[tuple[str, float | None, float | None]]:
    for y, year in enumerate(post.ar):
        kr = None if nytta.kronor is None else nytta.kronor[y]
        h = None if nytta.timmar is None else nytta.timmar[y]
        if kr or h:
            yield year, kr, h
