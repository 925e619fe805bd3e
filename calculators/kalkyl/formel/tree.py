"""What a formula is once it is read: numbers, names, a minus, sums and products. Chains are flat, so `a + b + c` is one sum."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

Place = tuple[int, int]  # where in the text, first character and the one after the last


def _place() -> Place:
    return field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, never negative: 40 of "40 %" with `percent`."""

    value: float
    percent: bool = False
    at: Place = _place()

    @property
    def size(self) -> float:
        """The number to compute with: 0.4 for "40 %"."""
        return self.value / 100 if self.percent else self.value


@dataclass(frozen=True, slots=True)
class Name:
    """A factor, by the name that it goes by in its block."""

    name: str
    at: Place = _place()


@dataclass(frozen=True, slots=True)
class Minus:
    of: Formula
    at: Place = _place()


@dataclass(frozen=True, slots=True)
class Sum:
    """At least two parts, each with "+" or "-"; the first has "+"."""

    parts: tuple[tuple[str, Formula], ...]
    at: Place = _place()


@dataclass(frozen=True, slots=True)
class Product:
    """Parts with "*" or "/", worked out from the left; the first has "*"."""

    parts: tuple[tuple[str, Formula], ...]
    at: Place = _place()


Formula = Number | Name | Minus | Sum | Product


def inner(tree: Formula) -> tuple[Formula, ...]:
    """The formulas that a formula is made of."""
    if isinstance(tree, Minus):
        return (tree.of,)
    return tuple(part for _, part in tree.parts) if isinstance(tree, Sum | Product) else ()


def names(tree: Formula) -> tuple[str, ...]:
    """Every name once, in the order of the text."""
    if isinstance(tree, Name):
        return (tree.name,)
    return tuple(dict.fromkeys(name for part in inner(tree) for name in names(part)))


def size(tree: Formula) -> int:
    """How many parts it is made of, each as often as it is written."""
    found = 1
    for part in inner(tree):
        found += size(part)
    return found


def product(parts: list[Formula]) -> Formula | None:
    """One part, or all of them multiplied; None of nothing."""
    if len(parts) < 2:
        return parts[0] if parts else None
    return Product(tuple(("*", part) for part in parts))


def replaced(tree: Formula, old: Formula, new: Formula) -> Formula:
    """The tree with `new` where this very `old` stands."""
    if tree is old:
        return new
    if isinstance(tree, Minus):
        return replace(tree, of=replaced(tree.of, old, new))
    if isinstance(tree, Sum | Product):
        return replace(tree, parts=tuple((sign, replaced(part, old, new)) for sign, part in tree.parts))
    return tree
