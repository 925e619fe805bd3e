"""The annual value of a row as a function of its factors: at one set of values, or for whole columns of them.

Everything in this room asks only for this, so whatever can say its factors and be computed from them can be varied.
A factor is known by its key: the path of its value in the document ("nyttor.0.termer.1.faktorer.0", "gemensamma.2.varde").
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from calculators.kalkyl.document import Block
from calculators.schema import Varde

Column = Sequence[float]
LARGEST = 1e150  # beyond this the square of a sum could be infinite


def total(amounts: Sequence[float]) -> float:
    """The exact sum; nan where an amount is none, or larger than can be added to others."""
    return math.fsum(amounts) if all(-LARGEST <= x <= LARGEST for x in amounts) else math.nan


class Arsvarde(Protocol):
    """Kr a year."""

    @property
    def nycklar(self) -> tuple[str, ...]:
        """The keys of the factors, each once, in the order of the row."""

    def at(self, varden: Mapping[str, float]) -> float:
        """The annual value when each factor has the value that `varden` gives its key; nan where it has none."""

    def columns(self, varden: Mapping[str, float], kolumner: Mapping[str, Column], antal: int) -> Column:
        """`antal` annual values: factors with a column take their values from it, the others from `varden`."""


@dataclass(frozen=True, slots=True)
class Produkt:
    """sign × Π factors ÷ divisor."""

    tecken: float
    nycklar: tuple[str, ...]
    delare: float

    def at(self, varden: Mapping[str, float]) -> float:
        x = self.tecken
        for nyckel in self.nycklar:
            x *= varden[nyckel]
        return x / self.delare

    def column(self, varden: Mapping[str, float], kolumner: Mapping[str, Column], antal: int) -> Column:
        k = self.tecken
        varying = []
        for nyckel in self.nycklar:
            if nyckel in kolumner:
                varying.append(kolumner[nyckel])
            else:
                k *= varden[nyckel]
        return _product(k / self.delare, varying, antal)


@dataclass(frozen=True, slots=True)
class Termsumma:
    """Σ of products, as the terms of a block; one product of one factor where the annual value is written as it is."""

    produkter: tuple[Produkt, ...]

    @property
    def nycklar(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(nyckel for p in self.produkter for nyckel in p.nycklar))

    def at(self, varden: Mapping[str, float]) -> float:
        return total([p.at(varden) for p in self.produkter])

    def columns(self, varden: Mapping[str, float], kolumner: Mapping[str, Column], antal: int) -> Column:
        found: Column = [0.0] * antal
        for n, produkt in enumerate(self.produkter):
            column = produkt.column(varden, kolumner, antal)
            found = [a + b for a, b in zip(found, column, strict=True)] if n else column
        return found


def _product(k: float, columns: Sequence[Column], antal: int) -> Column:
    """k × the columns, place by place. The common lengths are written out: this is most of a simulation's time."""
    if not columns:
        return [k] * antal
    if len(columns) == 1:
        return columns[0] if k == 1.0 else [k * a for a in columns[0]]
    if len(columns) == 2:
        return [k * a * b for a, b in zip(*columns, strict=True)]
    if len(columns) == 3:
        return [k * a * b * c for a, b, c in zip(*columns, strict=True)]
    return [k * a for a in map(math.prod, zip(*columns, strict=True))]


def annual_value_of(block: Block, path: str, shared: Mapping[str, str]) -> Arsvarde:
    """The annual value of the block at `path`; `shared` gives the key of each shared factor by its id."""

    def key(value: Varde, at: str) -> str:
        return shared[value.ref] if value.ref else at

    if block.arligt_varde is not None:
        return Termsumma((Produkt(1.0, (key(block.arligt_varde, f"{path}.arligt_varde"),), 1.0),))
    products = []
    for t, term in enumerate(block.termer):
        keys = tuple(key(value, f"{path}.termer.{t}.faktorer.{n}") for n, value in enumerate(term.faktorer))
        products.append(Produkt(-1.0 if term.tecken == "-" else 1.0, keys, term.delare))
    return Termsumma(tuple(products))


def own_factors(block: Block, path: str) -> Iterator[tuple[str, int, Varde]]:
    """The values that the block itself holds, not those that it refers to: key, place among all its factors, value."""
    if block.arligt_varde is not None:
        factors = [(f"{path}.arligt_varde", block.arligt_varde)]
    else:
        factors = [
            (f"{path}.termer.{t}.faktorer.{n}", value)
            for t, term in enumerate(block.termer)
            for n, value in enumerate(term.faktorer)
        ]
        factors += [(f"{path}.faktorer.{n}", value) for n, value in enumerate(block.faktorer)]
    yield from ((key, n, value) for n, (key, value) in enumerate(factors) if not value.ref)
