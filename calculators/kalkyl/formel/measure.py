"""The unit of a formula, worked out from the units of its factors, and what about it raises a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from calculators.kalkyl.formel.computing import value
from calculators.kalkyl.formel.conversions import as_read
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum, names
from calculators.kalkyl.formel.units import TIMES, Powers, Unit, multiplied, total

Units = Mapping[str, Unit | None]  # by name; None where a factor has no unit that can be told


@dataclass(frozen=True, slots=True)
class Issue:
    """`kind`: "olika" (parts of a sum), "tal" (a bare number added to time), "plus" (a share added to something else),
    "hundra" (100 beside a share), "hundradel" (a share divided by 100 once more). `at` is the part that it is about.
    """

    kind: str
    within: Formula
    at: Formula


@dataclass(frozen=True, slots=True)
class Measure:
    """`powers` is None where they can't be told; `number` is the size of a part that holds no names."""

    powers: Powers | None = None
    share: bool = False
    number: float | None = None
    kinds: frozenset[str] = frozenset()


@dataclass(slots=True)
class Measuring:
    """One walk through a formula."""

    units: Units
    issues: list[Issue] = field(default_factory=list)

    def of(self, tree: Formula) -> Measure:
        """The measure of a part; issues are kept on the way."""
        if isinstance(tree, Number):
            return Measure({}, tree.percent, tree.size)
        if isinstance(tree, Name):
            unit = self.units.get(tree.name)
            return Measure(unit.powers, unit.share, None, unit.kinds) if unit else Measure()
        if isinstance(tree, Minus):
            inner = self.of(tree.of)
            number = None if inner.number is None else -inner.number
            return Measure(inner.powers, inner.share, number, inner.kinds)
        found = self._sum(tree) if isinstance(tree, Sum) else self._product(tree)
        return found if names(tree) else Measure({}, found.share, value(tree, {}))

    def _product(self, tree: Product) -> Measure:
        bare, others = [], []
        for power, part in factors(tree):
            if isinstance(part, Number) and not part.percent:
                bare.append((power, part))
            else:
                others.append((power, part, self.of(part)))
        shares = any(m.share and power > 0 for power, _, m in others)
        if shares:
            self.issues += [
                Issue("hundradel", tree, part) for power, part in bare if part.value == (100 if power < 0 else 0.01)
            ]
        kinds = frozenset().union(*(m.kinds for _, _, m in others))
        powers: Powers = {}
        for power, _, m in others:
            if m.powers is None:
                return Measure(None, False, None, kinds)
            powers = multiplied(powers, m.powers, power)
        for power, part in bare:
            powers = multiplied(powers, as_read(part.value, power, powers, kinds), power)
        return Measure(powers, bool(others) and all(m.share for _, _, m in others) and not bare, None, kinds)

    def _sum(self, tree: Sum) -> Measure:
        measured = [(part, self.of(part)) for _, part in tree.parts]
        kinds = frozenset().union(*(m.kinds for _, m in measured))
        amounts = [(part, m) for part, m in measured if m.number is None and not m.share]
        if any(m.powers is None for _, m in amounts):
            return Measure(None, False, None, kinds)
        shares = [part for part, m in measured if m.share]
        self._about_shares(tree, shares, amounts, measured)
        powers: Powers = amounts[0][1].powers or {} if amounts else {}
        for part, m in amounts[1:]:
            if not compatible(powers, m.powers or {}):
                self.issues.append(Issue("olika", tree, part))
                return Measure(None, False, None, kinds)
            powers = min(powers, m.powers or {}, key=lambda p: p.get("år", 0))
        timed = any(total({a: abs(e) for a, e in powers.items()}, kind) for kind in TIMES)
        self.issues += [Issue("tal", tree, part) for part, m in measured if timed and m.number and not m.share]
        return Measure(powers, bool(shares) and not amounts, None, kinds)

    def _about_shares(
        self,
        tree: Sum,
        shares: list[Formula],
        amounts: list[tuple[Formula, Measure]],
        measured: list[tuple[Formula, Measure]],
    ) -> None:
        if not shares:
            return
        bare = [(part, abs(m.number)) for part, m in measured if m.number is not None and not m.share]
        hundred = [part for part, size in bare if size == 100]
        if hundred:
            self.issues.append(Issue("hundra", tree, hundred[0]))
        elif amounts or any(size > 1 for _, size in bare):
            self.issues.append(Issue("plus", tree, shares[0]))


def factors(tree: Formula, power: int = 1) -> Iterator[tuple[int, Formula]]:
    """What a product multiplies (1) and divides by (-1), also inside brackets."""
    if isinstance(tree, Minus):
        yield from factors(tree.of, power)
    elif isinstance(tree, Product):
        for sign, part in tree.parts:
            yield from factors(part, power if sign == "*" else -power)
    else:
        yield power, tree


def compatible(one: Powers, other: Powers) -> bool:
    """Whether two amounts can be added. "per år" may be left out: everything in a row holds for a year."""
    return multiplied(one, other, -1) in ({}, {"år": 1}, {"år": -1})
