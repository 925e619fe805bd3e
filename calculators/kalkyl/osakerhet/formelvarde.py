"""The annual value of a row whose formula is written in words, as a function of the keys of its factors.

A shared factor that is itself worked out is taken apart into those that it is worked out from, so that they can be varied.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from calculators.kalkyl.document import Block, Nyttokalkyl, Term
from calculators.kalkyl.formel.computing import columns, value, zero_divisors
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum, names, product
from calculators.kalkyl.gemensamma import in_order, shared_values, with_formula
from calculators.kalkyl.namngivning import ROW, Gemensamma
from calculators.kalkyl.osakerhet.arsvarde import Column
from calculators.kalkyl.utrakning import Utrakning, of_block, utrakning
from calculators.schema import Varde

NOTHING = Number(0.0)


@dataclass(frozen=True, slots=True)
class Formelvarde:
    """A formula over keys. What is divided by 0 counts as nothing, as in the calculation."""

    tree: Formula

    @property
    def nycklar(self) -> tuple[str, ...]:
        return names(self.tree)

    def at(self, varden: Mapping[str, float]) -> float:
        x = value(self.tree, varden)
        return 0.0 if math.isnan(x) and any(zero_divisors(self.tree, varden)) else x

    def columns(self, varden: Mapping[str, float], kolumner: Mapping[str, Column], antal: int) -> Column:
        given: dict[str, Column] = {key: kolumner.get(key, [varden[key]] * antal) for key in self.nycklar}
        found = columns(self.tree, given, antal)
        return [0.0 if math.isnan(x) else x for x in found] if _divides(self.tree) else found


def _divides(tree: Formula) -> bool:
    """Whether something is divided by a factor."""
    if isinstance(tree, Product) and any(sign == "/" and names(part) for sign, part in tree.parts):
        return True
    parts = (tree.of,) if isinstance(tree, Minus) else [p for _, p in tree.parts] if isinstance(tree, Sum | Product) else ()
    return any(map(_divides, parts))


def keyed(tree: Formula, key: Callable[[str], Formula]) -> Formula:
    """The formula with another in the place of each name."""
    if isinstance(tree, Name):
        return key(tree.name)
    if isinstance(tree, Minus):
        return replace(tree, of=keyed(tree.of, key))
    if isinstance(tree, Sum | Product):
        return replace(tree, parts=tuple((sign, keyed(part, key)) for sign, part in tree.parts))
    return tree


def shared_trees(kalkyl: Nyttokalkyl) -> dict[str, Formula]:
    """Each shared factor by id: its key, or what it is worked out from."""
    formulas, values = with_formula(kalkyl.gemensamma), shared_values(kalkyl)
    found: dict[str, Formula] = {g.id: Name(f"gemensamma.{n}.varde") for n, g in enumerate(kalkyl.gemensamma)}
    found |= dict.fromkeys(formulas, NOTHING)
    for id in in_order(kalkyl.gemensamma):
        found[id] = _tree(utrakning(formulas[id], (), values), "", found)
    return found


def _tree(worked: Utrakning, path: str, shared: Mapping[str, Formula]) -> Formula:
    """A formula of names as one of keys."""

    def key(name: str) -> Formula:
        kind, which = worked.named.sources[name]
        row = worked.faktorer[int(which)] if kind == ROW else Varde(ref=str(which))
        return shared.get(row.ref, NOTHING) if row.ref else Name(f"{path}.faktorer.{which}")

    return NOTHING if worked.tree is None else keyed(worked.tree, key)


def formula_of(block: Block, path: str, shared: Mapping[str, Formula], values: Gemensamma) -> Formula | None:
    """The formula over keys of the block at `path`; None where its own terms say the same and go quicker."""
    if block.counted:
        return _tree(of_block(block, values), path, shared)
    if all(isinstance(shared.get(v.ref), Name) for v in block.values if v.ref):
        return None
    if block.arligt_varde is not None:
        return shared[block.arligt_varde.ref]
    terms = [(t.tecken, _term(t, f"{path}.termer.{n}", shared)) for n, t in enumerate(block.termer)]
    first = terms[0][1] if terms[0][0] == "+" else Minus(terms[0][1])
    return first if len(terms) == 1 else Sum((("+", first), *terms[1:]))


def _term(term: Term, path: str, shared: Mapping[str, Formula]) -> Formula:
    parts = [shared[v.ref] if v.ref else Name(f"{path}.faktorer.{n}") for n, v in enumerate(term.faktorer)]
    whole = product(parts) or Number(1.0)
    size = Number(abs(term.delare))
    over = whole if term.delare == 1.0 else Product((("*", whole), ("/", size)))
    return Minus(over) if term.delare < 0 else over
