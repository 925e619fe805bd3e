"""What a calculator adds to a nyttokalkyl: rows with their factors, shared factors, and items without money.

A year profile here holds the 25 years of the longest horizon; the form of the nyttokalkyl reads as many as it asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from calculators.kalkyl.document import Block, EjVarderad, Gemensam
from calculators.kalkyl.termer import case_of, terms_of
from calculators.schema import Varde, fields_of
from calculators.standard import standard
from calculators.underlag import value_of

LONGEST = int(standard("tidshorisont.lang").amount)


@dataclass(frozen=True, slots=True)
class Bidrag:
    """Rows without `perspektiv` fall to the first one of the nyttokalkyl that they come to."""

    nyttor: tuple[Block, ...] = ()
    kostnader: tuple[Block, ...] = ()
    gemensamma: tuple[Gemensam, ...] = ()
    ej_varderade: tuple[EjVarderad, ...] = ()

    def with_(self, other: Bidrag) -> Bidrag:
        """Both together."""
        return Bidrag(
            nyttor=self.nyttor + other.nyttor,
            kostnader=self.kostnader + other.kostnader,
            gemensamma=self.gemensamma + other.gemensamma,
            ej_varderade=self.ej_varderade + other.ej_varderade,
        )


def row(
    compute: Callable[[Any], Any],
    inputs: Any,
    *,
    namn: str,
    kategori: str,
    output: str = "arligt_varde",
    side: str = "",
    timkostnad: str = "",
    perspektiv: str = "",
) -> Bidrag:
    """One row of kr a year from the figure `output`, with the factors that its formula multiplies.

    It is a benefit where the figure is positive and a cost where it is negative, unless `side` says which.
    """
    case = case_of(compute, inputs)
    at = case.at(output)
    turned = at[1] < 0 and side != "nyttor"
    side = side or ("kostnader" if turned else "nyttor")
    terms = terms_of(output, case, turned)
    lagst, troligt, hogst = (-x if turned else x for x in at)
    block = Block(
        namn=namn,
        perspektiv=perspektiv,
        kategori=kategori,
        termer=terms,
        arligt_varde=None if terms else Varde(troligt, lagst, hogst),
        timkostnad=value_of(inputs, timkostnad) if timkostnad and getattr(inputs, timkostnad) else None,
    )
    return Bidrag(nyttor=(block,)) if side == "nyttor" else Bidrag(kostnader=(block,))


def factor(compute: Callable[[Any], Any], inputs: Any, output: str, *, namn: str = "", kalla: str) -> Bidrag:
    """A figure of the outputs as a shared factor, with its levels."""
    case = case_of(compute, inputs)
    lagst, troligt, hogst = case.at(output)
    field = fields_of(type(case.likely))[output]
    value = Varde(troligt, lagst, hogst, namn=namn or field.label, enhet=field.unit, kalla=kalla)
    return Bidrag(gemensamma=(Gemensam(id=output, varde=value),))


def over_years(amounts: Sequence[float], *, namn: str, kategori: str, kalla: str = "") -> Bidrag:
    """Kr year by year, the first in year 1: what comes in as a benefit, and what goes out as a cost."""
    incoming, outgoing = ([max(sign * x, 0.0) for x in amounts[:LONGEST]] for sign in (1.0, -1.0))
    nyttor, kostnader = (_rows(side, namn, kategori, kalla) for side in (incoming, outgoing))
    return Bidrag(nyttor=nyttor, kostnader=kostnader)


def _rows(amounts: Sequence[float], namn: str, kategori: str, kalla: str) -> tuple[Block, ...]:
    """The largest amount as annual value, and the others as factors of it."""
    largest = max(amounts, default=0.0)
    if largest <= 0:
        return ()
    factors = tuple(x / largest for x in amounts) + (0.0,) * (LONGEST - len(amounts))
    value = Varde(largest, largest, largest)
    return (Block(namn=namn, kategori=kategori, arligt_varde=value, faktor=factors, kalla=kalla),)
