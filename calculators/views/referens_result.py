"""The result of a reference calculation: how much is filled in, its rows, and the same parts as any nyttokalkyl."""

from __future__ import annotations

import dataclasses as dc
from typing import Any

from calculators.derivation import Step
from calculators.kalkyl.evaluation import Resultat, evaluate
from calculators.kalkyl.explanation import result_steps
from calculators.kalkyl.tolkning import interpretation
from calculators.referens.presentation import perspectives, shown, steps
from calculators.schema import fields_of
from calculators.session import Session, example_state
from calculators.swedish import amount, counted
from calculators.views import kalkyl_result
from calculators.views.environment import render
from calculators.views.view import View, seen

PARTS = ("sammanfattning", "rader", *kalkyl_result.PARTS[1:])


@dc.dataclass(frozen=True, slots=True)
class Row:
    """A row to show: short name, label, kr a year at the likely level, its span, and its steps."""

    id: str
    label: str
    sida: str
    about: str
    amount: str
    span: str
    steps: tuple[Step, ...]


def result_slots(view: View) -> dict[str, str]:
    """The slots of the result. Before anything is filled in, an example shows what the answer will look like."""
    if view.untouched:
        return {"sammanfattning": render("referens_exempel.html", view=view, example=_example(view))} | _nothing()
    if view.outputs is None:
        return {"sammanfattning": render("no_result.html", view=view)} | _nothing()
    kalkyl = shown(view.calculator.reference, view.inputs)
    result = evaluate(kalkyl)
    found = kalkyl_result.parts(view, kalkyl, result, result_steps(kalkyl, result))
    rows = render("referens_rader.html", view=view, rows=_rows(view, result), mellan=_mellan(view), filled=filled(view))
    return {part: rows if part == "rader" else found[part] for part in PARTS}


def _nothing() -> dict[str, str]:
    return dict.fromkeys(PARTS[1:], "")


def filled(view: View) -> str:
    """ "4 av 23 uppgifter": how many of those that are asked or prefilled have a value."""
    asked = [f for f in fields_of(view.calculator.inputs).values() if f.asked or (f.standard and f.group != "Ramar")]
    done = [f for f in asked if view.flat.get(f.name, "").strip()]
    return f"{len(done)} av {counted(len(asked), 'uppgift', 'uppgifter')}"


def _rows(view: View, result: Resultat) -> list[Row]:
    referens, found = view.calculator.reference, steps(view.calculator.reference, view.inputs)
    names, levels = perspectives(view.inputs), list(result.arligt_varde.values())
    rows = []
    by_side = [r for side in ("nytta", "kostnad") for r in referens.rader if r.sida == side]
    for rad, annual in zip(by_side, levels, strict=True):
        when = "bara första året" if view.inputs.faktorer.get(rad.id, rad.faktor) == "engang" else "per år"
        span = "" if annual["lagst"] == annual["hogst"] else f"{amount(annual['lagst'], 'kr')} till {amount(annual['hogst'], 'kr')}"
        about = f"{'finansiell' if rad.kategori == 'finansiell' else 'omfördelning'}, {names[rad.perspektiv]}, {when}"
        rows.append(Row(rad.id, rad.label, rad.sida, about, amount(annual["troligt"], "kr"), span, found[rad.id]))
    return rows


def _mellan(view: View) -> list[Step]:
    found = steps(view.calculator.reference, view.inputs)
    return [found[m.id][0] for m in view.calculator.reference.mellan if not m.hidden]


def _example(view: View) -> dict[str, Any]:
    """The first example worked out, for who has not filled in anything."""
    calc = view.calculator
    other = seen(Session(calc, example_state(calc)))
    niva = other.outputs.troligt
    years = amount(other.inputs.horisont, "år")
    return {"name": calc.examples[0].name, "kommun": other.inputs.kommun, "niva": niva, "years": years,
            "hours": other.outputs.timmar.frigjorda_per_ar[-1], "interpretation": interpretation(niva)}  # fmt: skip


def headline(view: View) -> str:
    """How much is filled in, and the net benefit."""
    if view.untouched:
        return ""
    words = f"Nettonytta efter {amount(view.inputs.horisont, 'år')}: {amount(view.outputs.troligt.nettonytta, 'kr')}."
    return words if not view.outputs.saknas else f"Grov uppskattning, {filled(view)}. {words}"
