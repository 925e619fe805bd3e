"""How a block's annual value is worked out: its factors, by its formula or all multiplied, and what there is to say of it."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from calculators.kalkyl.document import Block
from calculators.kalkyl.formel.computing import value, zero_divisors
from calculators.kalkyl.formel.flaw import Flaw, Mend
from calculators.kalkyl.formel.mends import KRONOR, Wanted
from calculators.kalkyl.formel.questions import Question, questions
from calculators.kalkyl.formel.reading import parse
from calculators.kalkyl.formel.tree import Formula, Name, names, product, size
from calculators.kalkyl.formel.writing import written
from calculators.kalkyl.namngivning import ROW, Label, Labels, Named, labels_of, named, shared_labels
from calculators.schema import Varde
from calculators.swedish import lowered

MOST_ASKED = 60  # parts of one formula; longer ones are more than anybody asks about

Levels = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Utrakning:
    """A formula with its factors. `tree` is None where nothing is filled in or the text has flaws."""

    formel: str
    faktorer: Sequence[Varde]
    gemensamma: Mapping[str, Varde]
    named: Named
    tree: Formula | None
    used: tuple[str, ...]  # the names in the tree
    flaws: tuple[Flaw, ...]

    def factor(self, name: str) -> Varde:
        """The factor behind a name, with its value."""
        kind, which = self.named.sources[name]
        if kind == ROW:
            return self.faktorer[int(which)]
        return self.gemensamma.get(str(which), Varde())

    def key(self, name: str) -> str:
        """Which factor it is, the same wherever it is used: "gemensamma.timkostnad", or "faktorer.2" within the block."""
        kind, which = self.named.sources[name]
        return f"{kind}.{which}"

    def uses(self, name: str) -> bool:
        """Whether the formula mentions the factor, by this name or another row's."""
        return self.key(name) in {self.key(used) for used in self.used}

    @property
    def factors(self) -> dict[str, Varde]:
        """The factors that the formula uses, by name."""
        return {name: self.factor(name) for name in self.used}

    def at(self, level: str) -> dict[str, float]:
        """The values of the used factors at a level."""
        return {name: float(getattr(factor, level)) for name, factor in self.factors.items()}

    @property
    def levels(self) -> Levels:
        """The value at each level. A division by what is 0 gives 0: what is not filled in yet counts as nothing."""
        if self.tree is None:
            return 0.0, 0.0, 0.0
        used = self.factors
        lagst = self._value({name: factor.lagst for name, factor in used.items()})
        troligt = self._value({name: factor.troligt for name, factor in used.items()})
        hogst = self._value({name: factor.hogst for name, factor in used.items()})
        return lagst, troligt, hogst

    def _value(self, values: Mapping[str, float]) -> float:
        if self.tree is None:
            return 0.0
        x = value(self.tree, values)
        return 0.0 if math.isnan(x) and any(zero_divisors(self.tree, values)) else x


def utrakning(formel: str, faktorer: Sequence[Varde], shared: Mapping[str, Varde]) -> Utrakning:
    """The formula with its factors and the shared ones; an empty text multiplies all factors."""
    return Utrakning(formel, faktorer, shared, *_read(formel, labels_of(faktorer, shared), shared_labels(shared)))


@functools.lru_cache(1024)
def _read(
    formel: str, rows: tuple[Label, ...], shared: Labels
) -> tuple[Named, Formula | None, tuple[str, ...], tuple[Flaw, ...]]:
    """What depends on the text, the names and the units, and not on any number."""
    about = named(rows, shared)
    parsed = parse(formel, about.names)
    tree = parsed.tree if formel.strip() else product([Name(name) for name in about.own])
    return about, tree, names(tree) if tree is not None else (), parsed.flaws


def levels(formel: str, faktorer: Sequence[Varde], shared: Mapping[str, Varde]) -> Levels:
    """The value at each level: `utrakning(…).levels`, quicker where all factors are multiplied."""
    if formel.strip() or not faktorer:
        return utrakning(formel, faktorer, shared).levels
    lagst = troligt = hogst = 1.0
    for factor in faktorer:
        x = shared.get(factor.ref, factor) if factor.ref else factor
        lagst, troligt, hogst = lagst * x.lagst, troligt * x.troligt, hogst * x.hogst
    return lagst, troligt, hogst


def all_flaws(found: Utrakning) -> Iterator[tuple[str, Flaw]]:
    """Every flaw with its key in the block: "formel", or the value that something is divided by ("faktorer.1.troligt")."""
    yield from (("formel", flaw) for flaw in found.flaws)
    seen: set[int] = set()
    for level in ("troligt", "lagst", "hogst"):
        for part in zero_divisors(found.tree, found.at(level)) if found.tree is not None else ():
            if id(part) not in seen:
                seen.add(id(part))
                yield _by_zero(found, part, level)


def _by_zero(found: Utrakning, part: Formula, level: str) -> tuple[str, Flaw]:
    where = {"troligt": "", "lagst": " vid lägsta värdet", "hogst": " vid högsta värdet"}[level]
    if isinstance(part, Name):
        kind, which = found.named.sources[part.name]
        text = f"Det går inte att dela med {lowered(part.name)}, som är 0{where}. Skriv ett tal som är större än 0."
        return (f"{ROW}.{which}.{level}" if kind == ROW else "formel"), Flaw("noll", *part.at, text)
    if not names(part):
        return "formel", Flaw("noll", *part.at, "Det går inte att dela med 0. Skriv ett annat tal.")
    text = f"Det går inte att dela med {written(part)}, som blir 0{where}. Ändra uträkningen eller faktorerna."
    return "formel", Flaw("noll", *part.at, text)


def asked(found: Utrakning, wanted: Wanted | None = KRONOR) -> tuple[Question, ...]:
    """What there is to ask about the units; for a block the result should be kr or kr a year."""
    if found.tree is None or size(found.tree) > MOST_ASKED:
        return ()
    return _asked(found.tree, found.named, wanted)


@functools.lru_cache(1024)
def _asked(tree: Formula, about: Named, wanted: Wanted | None) -> tuple[Question, ...]:
    return questions(tree, about.units, wanted)


def of_block(block: Block, shared: Mapping[str, Varde]) -> Utrakning:
    """The formula of a block with its factors."""
    return utrakning(block.formel, block.faktorer, shared)


def mends(block: Block, shared: Mapping[str, Varde]) -> tuple[Mend, ...]:
    """Every text that would mend a flaw of the block's formula or answer a question about it."""
    return mends_of(of_block(block, shared)) if block.counted else ()


def mends_of(found: Utrakning) -> tuple[Mend, ...]:
    """The mends of a formula: of its flaws, and where there are none, of the questions about its unit."""
    if flaws := [flaw for _, flaw in all_flaws(found)]:
        return tuple(mend for flaw in flaws for mend in flaw.mends)
    return tuple(mend for question in asked(found) for mend in question.mends)
