"""How a block's formula came to its value: in words, and in the numbers of the likely level."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from calculators.derivation import Step
from calculators.kalkyl.document import Gemensam
from calculators.kalkyl.evaluation import Rad
from calculators.kalkyl.formel.computing import value
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Sum
from calculators.kalkyl.formel.writing import number, spelt
from calculators.kalkyl.gemensamma import in_order, values_of, with_formula
from calculators.kalkyl.namngivning import SHARED
from calculators.kalkyl.utrakning import Utrakning, of_block, utrakning
from calculators.latest import latest
from calculators.schema import Varde
from calculators.swedish import amount, lowered, show_number

Inner = dict[str, Utrakning]  # the shared factors that have a formula, in the order that they are worked out


@latest
def inner_formulas(gemensamma: Sequence[Gemensam]) -> Inner:
    """The shared factors' formulas with their values."""
    formulas, values = with_formula(gemensamma), values_of(gemensamma)
    return {id: utrakning(formulas[id], (), values) for id in in_order(gemensamma)} if formulas else {}


def counted_steps(rad: Rad, shared: Mapping[str, Varde], inner: Inner) -> Iterator[Step]:
    """The shared factors that have a formula of their own, then each part of a sum, then the annual value."""
    found = of_block(rad.block, shared)
    if found.tree is None:
        return
    yield from _shared_steps(rad, found, shared, inner) if inner else ()
    parts = found.tree.parts if isinstance(found.tree, Sum) else ()
    for n, (sign, part) in enumerate(parts):
        yield _step(f"{rad.id}.{n}", f"Del {show_number(n + 1)}", Minus(part) if sign == "-" else part, found, "kr")
    if parts:
        numbers = " + ".join(amount(_worth(Minus(part) if sign == "-" else part, found), "kr") for sign, part in parts)
        yield Step(rad.id, "Årligt värde", "summan av delarna", numbers, amount(rad.arligt[1], "kr"))
    else:
        result = amount(rad.arligt[1], "kr")
        yield Step(rad.id, "Årligt värde", in_words(found.tree), in_numbers(found.tree, found), result)


def _shared_steps(rad: Rad, found: Utrakning, shared: Mapping[str, Varde], inner: Inner) -> Iterator[Step]:
    """Every shared formula that the block leans on."""
    needed = _shared_in(found)
    for id in reversed(inner):
        needed |= _shared_in(inner[id]) if id in needed else set()
    for id, worked in inner.items():
        if id in needed and worked.tree is not None:
            yield _step(f"{rad.id}.{id}", shared[id].namn or id, worked.tree, worked, shared[id].enhet.strip())


def _shared_in(found: Utrakning) -> set[str]:
    """The ids of the shared factors that a formula uses."""
    return {id for name in found.factors for kind, _, id in (found.key(name).partition("."),) if kind == SHARED}


def _step(name: str, label: str, tree: Formula, found: Utrakning, unit: str) -> Step:
    return Step(name, label, in_words(tree), in_numbers(tree, found), amount(_worth(tree, found), unit))


def _worth(tree: Formula, found: Utrakning) -> float:
    return value(tree, found.at("troligt"))


@functools.lru_cache(1024)
def in_words(tree: Formula) -> str:
    """ "antal besök × minuter ÷ 60 × timkostnad"."""
    return spelt(tree, lambda leaf: lowered(leaf.name) if isinstance(leaf, Name) else number(leaf))


def in_numbers(tree: Formula, found: Utrakning) -> str:
    """ "1 200 besök × 8 min ÷ 60 × 420 kr/h"."""

    def spell(leaf: Name | Number) -> str:
        if isinstance(leaf, Number):
            return number(leaf)
        factor = found.factor(leaf.name)
        return amount(factor.troligt, factor.enhet.strip())

    return spelt(tree, spell)
