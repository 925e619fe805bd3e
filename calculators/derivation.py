"""Outputs computed from their declared formulas, and the same formulas as steps in words and numbers."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Callable, Mapping
from typing import Any

from calculators.fault import Fault, Rejected
from calculators.formula import ROUNDING, Call, Formula, Name, Number, chosen, evaluate, names, parse, written
from calculators.schema import Check, Doubt, Field, fields_of, figure_of, formula_of
from calculators.standard import standard
from calculators.swedish import amount, lowered, show_number


@dc.dataclass(frozen=True, slots=True)
class Step:
    """One step of a calculation: what is computed, the formula in words, and in the numbers of this very case."""

    name: str
    label: str
    words: str
    numbers: str
    result: str


def derived(outputs: type) -> Callable[[Any], Any]:
    """A `compute` that works out each output's formula, in the order of the declaration."""

    def compute(inputs: Any) -> Any:
        values = values_of(inputs)
        for name, field in fields_of(outputs).items():
            values[name] = _output(field, inputs, values)
        return outputs(**{name: values[name] for name in fields_of(outputs)})

    return compute


def values_of(inputs: Any) -> dict[str, Any]:
    """The inputs by name, as a formula reads them."""
    return {name: figure_of(inputs, name) for name in fields_of(type(inputs))}


def _output(field: Field, inputs: Any, values: Mapping[str, Any]) -> Any:
    if field.standard is not None:
        return _published(field)
    formula = formula_of(field, inputs)
    if not formula:
        return None
    x = _computed(field, formula, values)
    return [*field.options][int(x)] if field.kind == "choice" else x


def _published(field: Field) -> float:
    found = standard(field.standard or "")
    low, high = found.amounts or (found.amount, found.amount)
    return {"": found.amount, "lowest": low, "highest": high}[field.end]


def _computed(field: Field, formula: str, values: Mapping[str, Any]) -> Any:
    tree = chosen(parse(formula), values)
    try:
        x = evaluate(tree, values)
    except ZeroDivisionError:
        zero = next((n for n in sorted(names(tree)) if values.get(n) == 0), field.name)
        raise Rejected(
            [Fault("E_DIV0", zero, "Det går inte att dela med 0. Skriv ett tal som är större än 0.")]
        ) from None
    if not abs(x) <= 1e200:
        raise Rejected(
            [Fault("E_TAL", field.name, f"{field.label} blir större än vi kan räkna med. Skriv mindre tal.")]
        )
    return int(x) if field.whole else x


def steps(inputs: Any, outputs: Any) -> tuple[Step, ...]:
    """How each output that is told and has a formula came about."""
    fields = {**fields_of(type(inputs)), **fields_of(type(outputs))}
    values = {**values_of(inputs), **{name: getattr(outputs, name) for name in fields_of(type(outputs))}}
    found = []
    for name, field in fields_of(type(outputs)).items():
        formula = formula_of(field, inputs)
        if formula not in ("", name) and field.told and field.kind != "choice":
            tree = chosen(parse(formula), values)
            words, numbers = in_words(tree, fields), in_numbers(tree, fields, values)
            found.append(Step(name, field.label, words, numbers, amount(values[name], field.unit)))
    return tuple(found)


def in_words(tree: Formula, fields: Mapping[str, Field]) -> str:
    """ "medellön per månad ÷ arbetad tid per månad × påslag"."""
    return written(tree, lambda leaf: show_number(leaf.value) if isinstance(leaf, Number) else _label(leaf, fields))


def _label(leaf: Formula, fields: Mapping[str, Field]) -> str:
    return lowered(fields[leaf.name].label) if isinstance(leaf, Name) else ""


def in_numbers(tree: Formula, fields: Mapping[str, Field], values: Mapping[str, float]) -> str:
    """ "41 800 kr ÷ 142 h × 1,54"; what is rounded shows the decimals that go: "avrundat (453,32 kr/h)"."""
    decimals = 2 if isinstance(tree, Call) and tree.function in ROUNDING else None

    def spell(leaf: Formula) -> str:
        if isinstance(leaf, Number):
            return show_number(leaf.value)
        if not isinstance(leaf, Name):
            return ""
        x = values[leaf.name]
        return amount(x, fields[leaf.name].unit, decimals if x % 1 else None)

    return written(tree, spell)


def doubts_of(checks: tuple[Check, ...], inputs: Any) -> list[Doubt]:
    """The declared soft checks that hold for these inputs."""
    values = values_of(inputs)
    return [Doubt(c.field, c.level, c.text) for c in checks if evaluate(parse(c.when), values)]
