"""Soft checks of a reference calculation. A check waits until every figure that it speaks of has been filled in."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.formula import evaluate, parse
from calculators.referens.declaration import Referens
from calculators.referens.evaluation import level_values
from calculators.referens.presentation import leaves
from calculators.referens.uppgifter import Uppgifter
from calculators.schema import Check, Doubt, fields_of


def doubts(referens: Referens, checks: Sequence[Check], inputs: Uppgifter) -> list[Doubt]:
    """The checks that hold for the likely values."""
    if not _begun(inputs):
        return []
    values = level_values(referens, inputs, "troligt")
    empty = {name for name, field in fields_of(type(inputs)).items() if field.asked and getattr(inputs, name) is None}
    return [
        Doubt(check.field, check.level, check.text)
        for check in checks
        if not empty & {check.field, *leaves(referens, check.when)} and evaluate(parse(check.when), values)
    ]


def _begun(inputs: Uppgifter) -> bool:
    return any(field.asked and getattr(inputs, name) is not None for name, field in fields_of(type(inputs)).items())
