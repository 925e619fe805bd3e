"""A declared formula as the terms of a nyttokalkyl: sums of products, with each factor's name, unit, source and levels."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculators.derivation import values_of
from calculators.formula import Call, Formula, Name, Number, Operation, chosen, parse
from calculators.kalkyl.document import Term
from calculators.schema import Varde, fields_of, formula_of
from calculators.swedish import show_number
from calculators.underlag import value_of

NUMBERS = {12.0: ("Månader per år", "mån/år"), 2.0: ("Fram och tillbaka", "")}  # what a bare number in a formula stands for


class NoTerms(ValueError):
    """The formula is no sum of products, so a nyttokalkyl can hold only its value."""


@dataclass(frozen=True, slots=True)
class Product:
    """sign × number × names ÷ divisor."""

    factor: float = 1.0
    divisor: float = 1.0
    names: tuple[str, ...] = ()

    def times(self, other: Product) -> Product:
        return Product(self.factor * other.factor, self.divisor * other.divisor, self.names + other.names)


def terms_of(output: str, inputs: Any, outputs: Any, turned: bool = False) -> tuple[Term, ...]:
    """The figure `output` as terms, with turned signs where asked; empty where its formula is no sum of products."""
    try:
        products = _products(Name(output), inputs, outputs)
    except NoTerms:
        return ()
    return tuple(_term(product, inputs, turned) for product in products if product.factor)


def _products(tree: Formula, inputs: Any, outputs: Any) -> list[Product]:
    values: Mapping[str, Any] = {**values_of(inputs), **values_of(outputs)}
    match chosen(tree, values):
        case Number(value):
            return [Product(factor=value)]
        case Name(name) if name in fields_of(type(inputs)):
            return [Product(names=(name,))]
        case Name(name):
            formula = formula_of(fields_of(type(outputs))[name], inputs)
            if not formula:
                raise NoTerms(name)
            return _products(parse(formula), inputs, outputs)
        case Operation("+" | "-" as sign, left, right):
            turn = Product(factor=-1.0 if sign == "-" else 1.0)
            return _products(left, inputs, outputs) + [turn.times(p) for p in _products(right, inputs, outputs)]
        case Operation("*", left, right):
            others = _products(right, inputs, outputs)
            return [p.times(q) for p in _products(left, inputs, outputs) for q in others]
        case Operation("/", left, Number(value)):
            return [p.times(Product(divisor=value)) for p in _products(left, inputs, outputs)]
        case Call() | Operation():
            raise NoTerms(tree)


def _term(product: Product, inputs: Any, turned: bool) -> Term:
    factors = [value_of(inputs, name) for name in product.names]
    size = math.fabs(product.factor)
    if size != 1.0:
        name, unit = NUMBERS.get(size, (show_number(size), ""))
        factors.append(Varde(size, size, size, namn=name, enhet=unit))
    minus = (product.factor < 0) != turned
    return Term(tecken="-" if minus else "+", faktorer=tuple(factors), delare=product.divisor)
