"""How one unit becomes another: 60 minutes are an hour. The same table reads a bare 60 in a formula and proposes to write it."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.kalkyl.formel.tree import Formula, Number, Product
from calculators.kalkyl.formel.units import KIND, TIMES, Powers, multiplied
from calculators.swedish import show_number


@dataclass(frozen=True, slots=True)
class Conversion:
    """`number` of `many` are one `one`; `base` is the one of the two that amounts are brought to."""

    number: float
    many: str
    one: str
    base: str

    @property
    def powers(self) -> Powers:
        return {self.many: 1, self.one: -1}

    @property
    def words(self) -> str:
        """ "minuter per timme"."""
        return f"{MANY[self.many]} per {ONE.get(self.one, self.one)}"

    @property
    def of_time(self) -> bool:
        return KIND[self.many] in TIMES


CONVERSIONS = (
    Conversion(60, "min", "h", "h"),
    Conversion(3600, "s", "h", "h"),
    Conversion(12, "mån", "år", "år"),
    Conversion(52, "vecka", "år", "år"),
    Conversion(365, "dag", "år", "år"),
    Conversion(10, "km", "mil", "mil"),
    Conversion(1000, "kr", "tkr", "kr"),
    Conversion(1_000_000, "kr", "Mkr", "kr"),
    Conversion(100, "öre", "kr", "kr"),
)
BY_NUMBER = {c.number: c for c in CONVERSIONS}
MANY = {
    "min": "minuter", "s": "sekunder", "h": "timmar", "mån": "månader", "vecka": "veckor", "dag": "dagar", "år": "år",
    "km": "kilometer", "mil": "mil", "tkr": "tusental kronor", "Mkr": "miljoner kronor", "öre": "öre", "kr": "kronor",
}  # fmt: skip
ONE = {"min": "minut", "s": "sekund", "h": "timme", "mån": "månad", "vecka": "vecka", "dag": "dag", "öre": "öre"}
MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One more factor or divisor at the end of a product, and why."""

    sign: str
    number: float
    label: str


def as_read(number: float, power: int, rest: Powers, kinds: frozenset[str]) -> Powers:
    """The unit that a bare number stands for in a product: 60 is min/h where working time is mentioned, otherwise nothing.

    With times this depends on the formula and the kinds of its units alone, never on which unit of the kind a factor has.
    So a factor that changes from minutes to hours, number and all, is found out instead of read in another way.
    Other conversions are read only where `rest`, the unit of the rest, is in need of them.
    """
    found = BY_NUMBER.get(number)
    if found is None:
        return {}
    if found.of_time:
        return found.powers if KIND[found.many] in kinds else {}
    odd = [atom for atom in (found.many, found.one) if atom != "kr"]
    needed = all(rest.get(atom, 0) * found.powers[atom] * power < 0 for atom in odd)
    return found.powers if needed else {}


def steps(difference: Powers) -> tuple[Step, ...] | None:
    """What brings the difference between two units to nothing, or to per year; None where no conversion does."""
    found: list[Step] = []
    left = dict(difference)
    for c in CONVERSIONS:
        odd = c.many if c.base == c.one else c.one
        exponent = left.get(odd, 0)
        over = (exponent > 0) == (odd == c.many)
        for _ in range(min(abs(exponent), MOST_STEPS + 1)):
            found.append(Step("/" if over else "*", c.number, _label(c, over, left)))
            left = multiplied(left, c.powers, -1 if over else 1)
    return tuple(found) if found and len(found) <= MOST_STEPS and settled(left) else None


def settled(difference: Powers) -> bool:
    """Whether nothing is left but, at most, per year: a row holds for a year anyway."""
    return not difference or difference == {"år": -1}


def _label(c: Conversion, over: bool, left: Powers) -> str:
    odd, base = (c.many, c.one) if c.base == c.one else (c.one, c.many)
    turned = f"per {ONE.get(odd, odd)} blir per {ONE.get(base, base)}"
    if left[odd] > 0:
        turned = f"{MANY[odd]} blir {MANY[base]}"
    elif left.get(base, 0) > 0:
        turned = f"{MANY[base]} blir {MANY[odd]}"
    return f"{'dela' if over else 'multiplicera'} med {show_number(c.number)} så att {turned}"


def stepped(tree: Formula, more: tuple[Step, ...]) -> Formula:
    """The tree with the steps at its end."""
    parts = tree.parts if isinstance(tree, Product) else (("*", tree),)
    return Product((*parts, *((step.sign, Number(step.number)) for step in more))) if more else tree
