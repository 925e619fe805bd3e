"""A declared formula as the terms of a nyttokalkyl: sums of products, with each factor's name, unit, source and levels."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from calculators.derivation import values_of
from calculators.formula import Call, Formula, Name, Number, Operation, chosen, parse
from calculators.kalkyl.document import Term
from calculators.schema import Field, Varde, fields_of, formula_of
from calculators.swedish import show_number
from calculators.underlag import LEVELS, at_level, value_of

NUMBERS = {12.0: ("Månader per år", "mån/år"), 2.0: ("Fram och tillbaka", "")}  # what a bare number in a formula stands for
SHARE = "%"


class NoTerms(ValueError):
    """The formula is no sum of products, so a nyttokalkyl can hold only its value."""


@dataclass(frozen=True, slots=True)
class Product:
    """number × names ÷ divisor."""

    factor: float = 1.0
    divisor: float = 1.0
    names: tuple[str, ...] = ()

    def times(self, other: Product) -> Product:
        return Product(self.factor * other.factor, self.divisor * other.divisor, self.names + other.names)


@dataclass(frozen=True)
class Case:
    """One calculation: its inputs, and its outputs at each level."""

    inputs: Any
    outputs: tuple[Any, Any, Any]

    @property
    def likely(self) -> Any:
        """The outputs for the likely values."""
        return self.outputs[1]

    def at(self, output: str) -> tuple[float, float, float]:
        """A figure of the outputs at each level; 0 where it has none."""
        lagst, troligt, hogst = (float(getattr(found, output) or 0.0) for found in self.outputs)
        return lagst, troligt, hogst

    def factor(self, name: str) -> Varde:
        """The factor that a name stands for: an input, or a share of the outputs."""
        if name in fields_of(type(self.inputs)):
            return value_of(self.inputs, name)
        field = fields_of(type(self.likely))[name]
        lagst, troligt, hogst = self.at(name)
        return Varde(troligt, lagst, hogst, namn=field.label, enhet=field.unit)


def case_of(compute: Callable[[Any], Any], inputs: Any) -> Case:
    """The calculation at each level."""
    lagst, troligt, hogst = (compute(at_level(inputs, level)) for level in LEVELS)
    return Case(inputs, (lagst, troligt, hogst))


def terms_of(output: str, case: Case, turned: bool = False) -> tuple[Term, ...]:
    """The figure `output` as terms, with turned signs where asked; empty where its formula is no sum of products."""
    try:
        products = [p for p in _products(Name(output), case, "") if p.factor]
    except NoTerms:
        return ()
    terms = [(p, _term(p, case, turned)) for p in products]
    kept = [term for p, term in terms if not _nothing(p, case)]
    return tuple(kept or [term for _, term in terms])


def _products(tree: Formula, case: Case, inside: str) -> list[Product]:
    """The sum of products of a formula that stands `inside` an output."""
    match chosen(tree, {**values_of(case.inputs), **values_of(case.likely)}):
        case Number(value):
            return [Product(factor=value)]
        case Name(name):
            return _named(name, case, inside)
        case Operation("+" | "-" as sign, left, right):
            turn = Product(factor=-1.0 if sign == "-" else 1.0)
            return _products(left, case, inside) + [turn.times(p) for p in _products(right, case, inside)]
        case Operation("*", left, right):
            others = _products(right, case, inside)
            return [p.times(q) for p in _products(left, case, inside) for q in others]
        case Operation("/", left, Number(value)):
            return [p.times(Product(divisor=value)) for p in _products(left, case, inside)]
        case Call() | Operation():
            raise NoTerms(tree)


def _named(name: str, case: Case, inside: str) -> list[Product]:
    """An input or a share is one factor; another output is what its own formula says."""
    field: Field | None = fields_of(type(case.likely)).get(name)
    if field is None or name == inside or field.unit == SHARE:
        return [Product(names=(name,))]
    formula = formula_of(field, case.inputs)
    if not formula:
        raise NoTerms(name)
    return _products(parse(formula), case, name)


def _nothing(product: Product, case: Case) -> bool:
    """A share of 0 % at every level takes the whole term away, and so does a figure that is left empty."""
    values = ((name, case.factor(name)) for name in product.names)
    return any(
        value.lagst == value.troligt == value.hogst == 0.0
        and (value.enhet == SHARE or getattr(case.inputs, name, value) is None)
        for name, value in values
    )


def _term(product: Product, case: Case, turned: bool) -> Term:
    factors = [case.factor(name) for name in product.names]
    size = math.fabs(product.factor)
    if size != 1.0:
        name, unit = NUMBERS.get(size, (show_number(size), ""))
        factors.append(Varde(size, size, size, namn=name, enhet=unit))
    minus = (product.factor < 0) != turned
    return Term(tecken="-" if minus else "+", faktorer=tuple(factors), delare=product.divisor)
