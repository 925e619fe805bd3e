"""What a calculator adds to a nyttokalkyl: rows with their factors, shared factors, and items without money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from calculators.kalkyl.document import Block, EjVarderad, Gemensam
from calculators.kalkyl.termer import terms_of
from calculators.schema import Varde
from calculators.underlag import LEVELS, at_level, value_of


@dataclass(frozen=True, slots=True)
class Bidrag:
    """Rows without `perspektiv` fall to the first one of the nyttokalkyl that they come to."""

    nyttor: tuple[Block, ...] = ()
    kostnader: tuple[Block, ...] = ()
    gemensamma: tuple[Gemensam, ...] = ()
    ej_varderade: tuple[EjVarderad, ...] = ()


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
    at = tuple(getattr(compute(at_level(inputs, level)), output) or 0.0 for level in LEVELS)
    side = side or ("kostnader" if at[1] < 0 else "nyttor")
    turned = side == "kostnader" and at[1] < 0
    terms = terms_of(output, inputs, compute(inputs), turned)
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
