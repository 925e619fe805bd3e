"""A formula written out: as the text that reads back to the same tree, and in words and numbers for who checks it."""

from __future__ import annotations

from collections.abc import Callable

from calculators.kalkyl.formel.names import spelled
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum
from calculators.swedish import write_number

SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def written(tree: Formula) -> str:
    """The formula's text: `parse` reads it back to an equal tree."""
    return spelt(tree, lambda leaf: spelled(leaf.name) if isinstance(leaf, Name) else number(leaf))


def number(leaf: Number) -> str:
    """A number as it is typed."""
    return f"{write_number(leaf.value)} %" if leaf.percent else write_number(leaf.value)


def spelt(tree: Formula, spell: Callable[[Name | Number], str]) -> str:
    """The formula with each name and number as `spell` gives it."""
    if isinstance(tree, Name | Number):
        return spell(tree)
    if isinstance(tree, Minus):
        return f"−{_inside(tree.of, spell, Sum, Product)}"
    tight = (Sum, Product, Minus) if isinstance(tree, Product) else (Sum, Minus)
    (_, first), *rest = tree.parts
    text = _inside(first, spell, *(kind for kind in tight if kind is not Minus))
    return text + "".join(f" {SIGNS[sign]} {_inside(part, spell, *tight)}" for sign, part in rest)


def _inside(tree: Formula, spell: Callable[[Name | Number], str], *bracketed: type) -> str:
    text = spelt(tree, spell)
    return f"({text})" if isinstance(tree, bracketed) else text
