"""A formula worked out: at one value of each factor, or for whole columns of values at once.

Products go from the left and sums are exact (`fsum`), so every Python gives the same bits. A division by 0 gives NaN:
`zero_divisors` says where.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence

from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum

Column = Sequence[float]


def value(tree: Formula, values: Mapping[str, float]) -> float:
    """The value of the formula. NaN where something is divided by 0, infinity where no number is large enough."""
    if isinstance(tree, Number):
        return tree.size
    if isinstance(tree, Name):
        return values[tree.name]
    if isinstance(tree, Minus):
        return -value(tree.of, values)
    if isinstance(tree, Sum):
        return total([_signed(sign, value(part, values)) for sign, part in tree.parts])
    found = value(tree.parts[0][1], values)
    for sign, part in tree.parts[1:]:
        x = value(part, values)
        found = found * x if sign == "*" else divided(found, x)
    return found


def _signed(sign: str, x: float) -> float:
    return -x if sign == "-" else x


def divided(a: float, b: float) -> float:
    """a ÷ b, or NaN where b is 0."""
    return a / b if b else math.nan


def total(terms: Iterable[float]) -> float:
    """The exact sum; infinity where it is too large, NaN where infinities meet."""
    try:
        return math.fsum(terms)
    except OverflowError:
        return math.inf
    except ValueError:
        return math.nan


def zero_divisors(tree: Formula, values: Mapping[str, float]) -> Iterator[Formula]:
    """Every part that something is divided by, and that is 0 with these values."""
    if isinstance(tree, Minus):
        yield from zero_divisors(tree.of, values)
    elif isinstance(tree, Sum | Product):
        for sign, part in tree.parts:
            yield from zero_divisors(part, values)
            if sign == "/" and value(part, values) == 0:
                yield part


def columns(tree: Formula, values: Mapping[str, Column], length: int) -> Column:
    """The value of the formula for each place of the columns, equal to `value` to the last bit.

    `values` holds a column of `length` numbers for each name of the formula.
    """
    found = _column(tree, values)
    return [found] * length if isinstance(found, float) else found


def _column(tree: Formula, values: Mapping[str, Column]) -> Column | float:
    """A column, or one number where the formula holds no names."""
    if isinstance(tree, Number):
        return tree.size
    if isinstance(tree, Name):
        return values[tree.name]
    if isinstance(tree, Minus):
        inner = _column(tree.of, values)
        return -inner if isinstance(inner, float) else list(map(operator.neg, inner))
    if isinstance(tree, Sum):
        return _sum([(sign, _column(part, values)) for sign, part in tree.parts])
    found = _column(tree.parts[0][1], values)
    for sign, part in tree.parts[1:]:
        found = _times(found, _column(part, values)) if sign == "*" else _over(found, _column(part, values))
    return found


def _times(a: Column | float, b: Column | float) -> Column | float:
    if isinstance(a, float):
        return a * b if isinstance(b, float) else [a * y for y in b]
    return [x * b for x in a] if isinstance(b, float) else list(map(operator.mul, a, b))


def _over(a: Column | float, b: Column | float) -> Column | float:
    if isinstance(b, float):
        if isinstance(a, float):
            return divided(a, b)
        return [x / b for x in a] if b else [math.nan] * len(a)
    if isinstance(a, float):
        return [a / y if y else math.nan for y in b]
    return list(map(operator.truediv, a, b)) if all(b) else list(map(divided, a, b))


def _sum(parts: list[tuple[str, Column | float]]) -> Column | float:
    signed = [_times(-1.0, part) if sign == "-" else part for sign, part in parts]
    length = max((len(part) for part in signed if not isinstance(part, float)), default=0)
    if not length:
        return total([part for part in signed if isinstance(part, float)])
    rows = zip(*([part] * length if isinstance(part, float) else part for part in signed), strict=True)
    try:
        return list(map(math.fsum, rows))
    except (OverflowError, ValueError):
        return _slow_sum(signed, length)


def _slow_sum(signed: list[Column | float], length: int) -> Column:
    rows = zip(*([part] * length if isinstance(part, float) else part for part in signed), strict=True)
    return list(map(total, rows))
