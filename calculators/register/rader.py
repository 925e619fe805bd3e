"""The register as tables: what each column is called and holds, for the sheet, the text file and the page."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from calculators.filtext import Cell
from calculators.kalkyl.document import SIDOR, STORLEKAR
from calculators.register.ansprak import Fraga
from calculators.register.post import Faktor, Nytta, Olast, Post
from calculators.register.summor import DIMENSIONS, Summa, Summor

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Kolumn(Generic[Row]):
    """A column: its heading, its unit where it holds figures, and what a row has in it."""

    namn: str
    enhet: str
    varde: Callable[[Row], Cell]


def text(namn: str, varde: Callable[[Row], Cell]) -> Kolumn[Row]:
    return Kolumn(namn, "", varde)


KALKYLER: tuple[Kolumn[Post], ...] = (
    text("Fil", lambda p: p.fil),
    text("Id", lambda p: p.id),
    text("Kalkyl", lambda p: p.namn),
    text("Organisation", lambda p: p.organisation),
    text("Status", lambda p: p.status),
    text("Beslutad", lambda p: p.beslutad),
    text("År", lambda p: f"{p.ar[0]}–{p.ar[-1]}"),
    Kolumn("Budget, netto", "kr", lambda p: p.budget),
    Kolumn("Frigjorda timmar", "h", lambda p: p.timmar),
    Kolumn("Satsade timmar", "h", lambda p: p.satsade_timmar),
    Kolumn("Nyttor utan kronor", "st", lambda p: float(p.kvalitet)),
    Kolumn("Kostnader", "kr", lambda p: p.kostnad),
    Kolumn("Nettonytta", "kr", lambda p: p.nettonytta),
    Kolumn("Nettonytta, lägst", "kr", lambda p: p.lagst),
    Kolumn("Nettonytta, högst", "kr", lambda p: p.hogst),
)

Radad = tuple[Post, Nytta]
NYTTOR: tuple[Kolumn[Radad], ...] = (
    text("Fil", lambda r: r[0].fil),
    text("Kalkyl", lambda r: r[0].namn),
    text("Organisation", lambda r: r[0].organisation),
    text("Status", lambda r: r[0].status),
    text("Rad", lambda r: r[1].rad),
    text("Namn", lambda r: r[1].namn),
    text("Sida", lambda r: SIDOR[r[1].sida]),
    text("Kategori", lambda r: r[1].kategori),
    text("Vem", lambda r: r[1].vem),
    text("Ansvarig", lambda r: r[1].ansvarig),
    text("Läge", lambda r: r[1].lage),
    text("Indikator", lambda r: r[1].indikator),
    Kolumn("Budget", "kr", lambda r: None if r[1].kronor is None else math.fsum(r[1].kronor)),
    Kolumn("Timmar", "h", lambda r: None if r[1].timmar is None else math.fsum(r[1].timmar)),
    text("Storlek", lambda r: r[1].storlek),
)

Matt = tuple[Post, Faktor]


def as_read(faktor: Faktor, x: float) -> float:
    """A value in the unit that stands beside it: 65 of per cent where the engine counts with 0.65."""
    return x * 100 if faktor.enhet == "%" else x


FAKTORER: tuple[Kolumn[Matt], ...] = (
    text("Organisation", lambda r: r[0].organisation),
    text("Fil", lambda r: r[0].fil),
    text("Id", lambda r: r[0].id),
    text("Kalkyl", lambda r: r[0].namn),
    text("Rad", lambda r: r[1].rad),
    text("Faktor", lambda r: r[1].faktor),
    text("Enhet", lambda r: r[1].enhet),
    text("År", lambda r: r[1].ar),
    Kolumn("Antaget", "", lambda r: as_read(r[1], r[1].antaget)),
    Kolumn("Utfall", "", lambda r: as_read(r[1], r[1].utfall)),
    Kolumn("Utfall av antaget", "%", lambda r: r[1].utfall / r[1].antaget if r[1].antaget else None),
)

Summerad = tuple[str, str, Summa]
SIZES = (*STORLEKAR.values(), "Inte bedömd")


def _size(name: str) -> Kolumn[Summerad]:
    return Kolumn(f"Storlek: {name.lower()}", "st", lambda r: float(r[2].storlekar.get(name, 0)))


SUMMOR: tuple[Kolumn[Summerad], ...] = (
    text("Indelning", lambda r: r[0]),
    text("Namn", lambda r: r[1]),
    Kolumn("Budget, nyttor", "kr", lambda r: r[2].budget["nytta"].value),
    Kolumn("Budget, kostnader", "kr", lambda r: r[2].budget["kostnad"].value),
    Kolumn("Budget, netto", "kr", lambda r: r[2].budget_netto),
    Kolumn("Frigjorda timmar", "h", lambda r: r[2].timmar["nytta"].value),
    Kolumn("Satsade timmar", "h", lambda r: r[2].timmar["kostnad"].value),
    Kolumn("Timmar, netto", "h", lambda r: r[2].timmar_netto),
    *(_size(name) for name in SIZES),
    Kolumn("Omfördelning utan timmar", "st", lambda r: float(r[2].utan_timmar)),
    Kolumn("Rader", "st", lambda r: float(r[2].rader)),
)
FRAGOR: tuple[Kolumn[Fraga], ...] = (text("Fråga", lambda f: f.text),)
OLASTA: tuple[Kolumn[Olast], ...] = (text("Fil", lambda o: o.fil), text("Varför", lambda o: o.varfor))


def summed(summor: Summor) -> Iterator[Summerad]:
    """The sum of all, then every dimension."""
    yield "Alla", "Alla", summor.alla
    for dimension, label in DIMENSIONS.items():
        for name, found in summor.named(dimension):
            yield label, name, found
