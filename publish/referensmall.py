"""A reference calculation as a nyttokalkyl where each figure can be followed: its inputs as shared factors, and its formulas in words."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Callable, Iterator, Mapping

from calculators import formula as declared
from calculators.kalkyl.document import Block, Gemensam, Nyttokalkyl
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum, names
from calculators.kalkyl.formel.writing import written
from calculators.kalkyl.namngivning import Gemensamma, labels_of, named, shared_labels
from calculators.kalkyl.osakerhet.formelvarde import keyed
from calculators.referens.declaration import Rad, Referens
from calculators.referens.evaluation import Values, all_levels
from calculators.referens.presentation import leaves, shown
from calculators.referens.presentation import named as fields_by_name
from calculators.referens.uppgifter import Uppgifter
from calculators.saved import State
from calculators.schema import Calculator, Varde, fields_of
from calculators.standard import standard
from calculators.underlag import LEVELS, value_of
from calculators.wire import to_flat

FUEL = "drivmedel_kr_per_mil"
FLOOR = "Skriv inte ett större avdrag än det som dras av: mallen stannar inte vid noll."


def state_of_reference(calc: Calculator, inputs: Uppgifter) -> State:
    """The form's state of the reference calculation with these inputs. A figure that is asked and not answered is left empty."""
    assert calc.reference is not None
    mall = Mall(calc.reference, inputs)
    flat = to_flat(mall.kalkyl())
    for n, factor in enumerate(mall.gemensamma):
        if factor.id in mall.unanswered:
            flat[f"gemensamma.{n}.varde.troligt"] = ""
    return State(flat)


class Mall:
    """The translation of one reference calculation: `gemensamma` are its inputs, constants, intermediate values and hours."""

    def __init__(self, referens: Referens, inputs: Uppgifter) -> None:
        self.referens, self.inputs = referens, inputs
        self.levels: Mapping[str, Values] = all_levels(referens, inputs)
        self.trees = {m.id: self._chosen(m.formula) for m in referens.mellan}
        self.trees |= {_hours(rad): self._chosen(rad.timmar) for rad in referens.rader if rad.timmar}
        self.fields = fields_by_name(referens, type(inputs))
        self.gemensamma = [*self._given(), *self._worked_out()]
        self.by_id = Gemensamma({g.id: g.varde for g in self.gemensamma})

    @property
    def unanswered(self) -> frozenset[str]:
        """Ids of the figures that only the municipality knows and has not told."""
        asked = {name for name, f in fields_of(type(self.inputs)).items() if f.asked and getattr(self.inputs, name) is None}
        return frozenset(asked | ({FUEL} if "drivmedel" in asked else set()))

    def kalkyl(self) -> Nyttokalkyl:
        """Rows, perspectives and what gets no money, as the reference calculation has them."""
        base = shown(self.referens, self.inputs)
        items = tuple(dc.replace(item, id=f"E{n + 1}") for n, item in enumerate(base.ej_varderade))
        return dc.replace(
            base,
            alternativ_a=self.referens.alternativ_a,
            alternativ_b=self.referens.alternativ_b,
            perspektiv=tuple(dict.fromkeys((*base.perspektiv, *(item.perspektiv for item in items)))),
            gemensamma=tuple(dc.replace(g, formel=self._in_words(g.id)) for g in self.gemensamma),
            nyttor=self._side("nytta", base.nyttor),
            kostnader=self._side("kostnad", base.kostnader),
            ej_varderade=items,
        )

    def _side(self, sida: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        rader = [rad for rad in self.referens.rader if rad.sida == sida]
        return tuple(self._block(rad, block) for rad, block in zip(rader, blocks, strict=True))

    def _chosen(self, text: str) -> declared.Formula:
        return declared.chosen(declared.parse(text), self.levels["troligt"])

    def _given(self) -> Iterator[Gemensam]:
        """What the rows come from, in the order that the form asks for it."""
        used = frozenset().union(*(leaves(self.referens, rad.formula) for rad in self.referens.rader))
        for name in (*fields_of(type(self.inputs)), *self.referens.konstanter, FUEL):
            if name in used and not self._settled(name):
                yield Gemensam(id=name, varde=self._value(name))

    def _settled(self, name: str) -> bool:
        """Whether it is an option of how to count, and no figure."""
        field = fields_of(type(self.inputs)).get(name)
        return field is not None and field.kind in ("choice", "flag")

    def _value(self, name: str) -> Varde:
        if name in fields_of(type(self.inputs)):
            return value_of(self.inputs, name)
        lagst, troligt, hogst = (self.levels[level][name] for level in LEVELS)
        source = standard(self.referens.konstanter[name]).source if name in self.referens.konstanter else ""
        field = self.fields[name]
        label = field.label[:1].upper() + field.label[1:]
        return Varde(troligt, lagst, hogst, namn=label, enhet=field.unit, kalla=source)

    def _worked_out(self) -> Iterator[Gemensam]:
        """The intermediate values that rows use, and the hours of each row that is time."""
        needed = self._needed()
        for mellan in self.referens.mellan:
            if mellan.id in needed and not isinstance(self._tree(mellan.id), Number):
                yield Gemensam(id=mellan.id, varde=Varde(namn=mellan.label, enhet=mellan.unit, kalla=self._told(mellan.id)))
        for rad in self.referens.rader:
            if rad.timmar and not isinstance(self.trees[_hours(rad)], declared.Name):
                yield Gemensam(id=_hours(rad), varde=Varde(namn=f"Timmar: {rad.label}", enhet="h/år", kalla=self.referens.kalla))

    def _told(self, id: str) -> str:
        """What it rests on, and what the formula line can't say."""
        floored = "max(" in next(m.formula for m in self.referens.mellan if m.id == id)
        return f"{self.referens.kalla}. {FLOOR}" if floored else self.referens.kalla

    def _needed(self) -> frozenset[str]:
        left = [name for rad in self.referens.rader for name in declared.names(self._chosen(rad.formula))]
        found: set[str] = set()
        while left:
            name = left.pop()
            if name in self.trees and name not in found:
                found.add(name)
                left += declared.names(self.trees[name])
        return frozenset(found)

    def _tree(self, id: str) -> Formula:
        return translated(self.trees[id], self._inlined)

    def _inlined(self, name: str) -> Formula:
        """A value on the way that is a plain number is written as that number."""
        tree = self.trees.get(name)
        return Number(tree.value) if isinstance(tree, declared.Number) else Name(name)

    def _in_words(self, id: str) -> str:
        """The formula of a shared factor; empty for a figure that is filled in."""
        if id not in self.trees:
            return ""
        about = named((), shared_labels(self.by_id))
        by_id = {str(which): name for name, (_, which) in about.sources.items()}
        return _spelt(self._tree(id), lambda name: by_id[name])

    def _block(self, rad: Rad, block: Block) -> Block:
        """The row: hours times an hourly cost, or its formula; every factor stands in it as a reference."""
        about = dc.replace(block, arligt_varde=None, timmar_per_ar=None, kalla=self.referens.kalla)
        if rad.timmar:
            worked = self.trees[_hours(rad)]
            hours = Varde(ref=worked.name if isinstance(worked, declared.Name) else _hours(rad))
            return dc.replace(about, faktorer=(hours, Varde(ref=rad.timkostnad)), timmar_per_ar=hours)
        tree = translated(self._chosen(rad.formula), self._inlined)
        rows = tuple(Varde(ref=id) for id in names(tree))
        own = named(labels_of(rows, self.by_id), shared_labels(self.by_id)).own
        spelt = dict(zip(names(tree), own, strict=True))
        return dc.replace(about, faktorer=rows, formel=_spelt(tree, lambda name: spelt[name]))


def _hours(rad: Rad) -> str:
    return f"{rad.id}_timmar"


def _spelt(tree: Formula, name: Callable[[str], str]) -> str:
    return written(keyed(tree, lambda id: Name(name(id))))


def translated(tree: declared.Formula, name: Callable[[str], Formula]) -> Formula:
    """A declared formula as the formula line has it. The line has no `max`: max(0, x) becomes x. ValueError for other functions."""
    match tree:
        case declared.Number(value):
            return Number(value)
        case declared.Name(id):
            return name(id)
        case declared.Operation("-", declared.Number(0.0), right):
            return Minus(translated(right, name))
        case declared.Operation(sign, left, right) if sign in "+-*/":
            return _chained(sign, translated(left, name), translated(right, name))
        case declared.Call("delat", (left, right)):
            return _chained("/", translated(left, name), translated(right, name))
        case declared.Call("max", (declared.Number(0.0), inner)):
            return translated(inner, name)
    raise ValueError(f"no words for {tree!r}")


def _chained(sign: str, left: Formula, right: Formula) -> Formula:
    """Sums and products as flat chains; a factor 1 says nothing."""
    kind, first = (Sum, "+") if sign in "+-" else (Product, "*")
    if kind is Product and right == Number(1.0):
        return left
    before = left.parts if isinstance(left, kind) else ((first, left),)
    return kind((*before, (sign, right)))
