"""The result of a calculator: its figures, each opening into the steps that led to it."""

from __future__ import annotations

from calculators.derivation import steps
from calculators.schema import fields_of
from calculators.views import kalkyl_result
from calculators.views.environment import render
from calculators.views.summary import holding_back
from calculators.views.view import View


def result_slots(view: View) -> dict[str, str]:
    """The slots of the result, in the order of the page: name → HTML."""
    if view.calculator.own_page:
        return kalkyl_result.result_slots(view)
    if view.outputs is None:
        return {"resultat": render("no_result.html", view=view)}
    found = steps(view.inputs, view.outputs)
    fields = fields_of(view.calculator.outputs)
    return {"resultat": render("figures.html", view=view, steps=found, fields=fields)}


def headline(view: View) -> str:
    """The answer in one sentence, for the live region, or what holds it back."""
    if view.outputs is None:
        return holding_back(view)
    if view.calculator.own_page:
        return kalkyl_result.headline(view)
    first = next(s for s in steps(view.inputs, view.outputs) if s.name == view.calculator.headline)
    return f"{first.label}: {first.result}."
