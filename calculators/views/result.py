"""The result of a calculator: its figures, each opening into the steps that led to it."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.derivation import Step, steps
from calculators.schema import Field, fields_of
from calculators.swedish import amount, listed
from calculators.views import kalkyl_result, referens_result
from calculators.views.environment import render
from calculators.views.summary import holding_back
from calculators.views.view import View
from calculators.wire import shown


@dc.dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the answer: a text, or several with a name each; `span` from the lowest to the highest."""

    name: str
    label: str
    value: str | list[tuple[str, str]]
    span: str
    steps: tuple[Step, ...]


def result_slots(view: View) -> dict[str, str]:
    """The slots of the result, in the order of the page: name → HTML."""
    if view.calculator.reference:
        return referens_result.result_slots(view)
    if view.calculator.own_page:
        return kalkyl_result.result_slots(view)
    if view.outputs is None:
        return {"resultat": render("no_result.html", view=view)}
    return {"resultat": render("figures.html", view=view, figures=figures(view), about=view.calculator.headline)}


def figures(view: View) -> list[Figure]:
    """Every figure of the answer that these inputs give."""
    found, levels = steps_of(view), view.levels
    return [
        Figure(name, field.label, shown_value(field, value), _span(field, levels), found.get(name, ()))
        for name, field in fields_of(view.calculator.outputs).items()
        if field.told and (value := getattr(view.outputs, name)) is not None
    ]


def steps_of(view: View) -> dict[str, tuple[Step, ...]]:
    """For each output its steps: from its declared formula, or as the calculator explains it."""
    found = {step.name: (step,) for step in steps(view.inputs, view.outputs)}
    explain = view.calculator.explain
    return found | (dict(explain(view.inputs, view.outputs)) if explain else {})


def shown_value(field: Field, value: Any) -> str | list[tuple[str, str]]:
    """A figure to read; of several, each with its name."""
    if isinstance(value, Mapping):
        return [(field.options.get(name, name), _word(field, inner)) for name, inner in value.items()]
    if isinstance(value, tuple):
        return [(str(n), _word(field, inner)) for n, inner in enumerate(value, 1)]
    return _word(field, value)


def _word(field: Field, value: Any) -> str:
    if isinstance(value, Mapping):
        return listed([f"{field.options.get(name, name)} {_word(field, inner)}" for name, inner in value.items()])
    if isinstance(value, int | float) and not isinstance(value, bool) and field.kind == "object":
        return amount(value, field.unit)
    return shown(field, value)


def _span(field: Field, levels: tuple[Any, Any] | None) -> str:
    if levels is None or field.kind not in ("number", "share"):
        return ""
    lagst, hogst = (getattr(level, field.name) for level in levels)
    return "" if lagst is None or lagst == hogst else f"{shown(field, lagst)} till {shown(field, hogst)}"


def headline(view: View) -> str:
    """The answer in one sentence, for the live region, or what holds it back."""
    if view.outputs is None:
        return holding_back(view)
    if view.calculator.reference:
        return referens_result.headline(view)
    if view.calculator.own_page:
        return kalkyl_result.headline(view)
    found = figures(view)
    first = next((f for f in found if f.name == view.calculator.headline), found[0])
    return f"{first.label}: {first.value}." if isinstance(first.value, str) else ""
