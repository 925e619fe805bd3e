"""A formula in words as a formula of the sheet: the same tree, with a cell in the place of each name."""

from __future__ import annotations

from collections.abc import Callable

from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum, inner, names

LONGEST = 8000  # characters that every spreadsheet takes
SIGNS = {"+": "+", "-": "-", "*": "*", "/": "/"}


def cellformula(tree: Formula, cell: Callable[[str], str]) -> str:
    """The formula without its =. What is divided by 0 counts as nothing, as on the site."""
    text = _spelt(tree, cell)
    return f"IFERROR({text},0)" if divides(tree) else text


def divides(tree: Formula) -> bool:
    """Whether something is divided by a factor, which may be 0."""
    if isinstance(tree, Product) and any(sign == "/" and names(part) for sign, part in tree.parts):
        return True
    return any(map(divides, inner(tree)))


def _spelt(tree: Formula, cell: Callable[[str], str]) -> str:
    if isinstance(tree, Name):
        return cell(tree.name)
    if isinstance(tree, Number):
        return _number(tree)
    if isinstance(tree, Minus):
        return f"-{_inside(tree.of, cell, Sum, Product, Minus)}"
    tight = (Sum, Product, Minus) if isinstance(tree, Product) else (Sum, Minus)
    (_, first), *rest = tree.parts
    return _inside(first, cell, *tight) + "".join(f"{SIGNS[sign]}{_inside(part, cell, *tight)}" for sign, part in rest)


def _inside(tree: Formula, cell: Callable[[str], str], *bracketed: type) -> str:
    text = _spelt(tree, cell)
    return f"({text})" if isinstance(tree, bracketed) else text


def _number(leaf: Number) -> str:
    """The number with a decimal point, as files hold it whatever language the sheet is shown in."""
    text = repr(leaf.value)
    text = text.removesuffix(".0")
    return f"{text}%" if leaf.percent else text
