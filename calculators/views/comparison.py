"""Two calculations beside each other: the open one and another of the reader's, against the same alternative A."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Callable, Iterator
from typing import Any

from calculators.kalkyl.evaluation import Resultat
from calculators.kalkyl.explanation import year_name
from calculators.saved import Unreadable, parsed, state_of
from calculators.session import Session
from calculators.swedish import amount
from calculators.views import charts
from calculators.views.environment import render
from calculators.views.view import View, seen


@dc.dataclass(frozen=True, slots=True)
class Line:
    """One figure of both calculations, and the difference in words; empty where it has no size."""

    label: str
    ours: str
    theirs: str
    difference: str


FIGURES: tuple[tuple[str, str, Callable[[Resultat], float | None]], ...] = (
    ("Nettonytta", "kr", lambda r: r.troligt.nettonytta),
    ("Nyttor", "kr", lambda r: r.troligt.summa_nyttor),
    ("Kostnader", "kr", lambda r: r.troligt.summa_kostnader),
    ("Nettonytta per satsad krona", "kr", lambda r: r.troligt.nettonytta_per_krona),
    ("Nettonytta, lägst", "kr", lambda r: r.lagst.nettonytta),
    ("Nettonytta, högst", "kr", lambda r: r.hogst.nettonytta),
    ("Finansiell nytta", "kr", lambda r: r.troligt.per_kategori["finansiell"]["nytta"]),
    ("Omfördelningsnytta", "kr", lambda r: r.troligt.per_kategori["omfordelning"]["nytta"]),
    ("Frigjord arbetstid", "h", lambda r: r.timmar.frigjorda_summa),
    ("Satsad arbetstid", "h", lambda r: r.timmar.satsade_summa),
)


def comparison(view: View) -> str:
    """The list to choose from, or the two calculations side by side."""
    others = [d for d in view.desk.documents if d.id != view.desk.id]
    found = _other(view)
    lines = list(_lines(view, found)) if found and found.outputs is not None and view.outputs is not None else []
    about: dict[str, Any] = {"doubts": list(_doubts(view, found)) if found else [], "name": found.session.name if found else ""}
    about["chart"] = _chart(view, found) if found and lines else ""
    return render("jamfor.html", view=view, others=others, lines=lines, **about)


def _other(view: View) -> View | None:
    if not view.desk.compared:
        return None
    try:
        state = state_of(view.calculator, parsed(view.desk.compared))
    except Unreadable:
        return None
    return seen(Session(view.calculator, state))


def _chart(view: View, other: View) -> str:
    """The net benefit of both at lägst, troligt and högst, on one scale."""
    both = (("Den öppna", view.outputs), (other.session.name, other.outputs))
    rows = [(name, r.lagst.nettonytta, r.troligt.nettonytta, r.hogst.nettonytta) for name, r in both]
    return charts.levels(f"{view.id}-jamfor-bild", rows, "Nettonytta i två kalkyler: lägst, troligt och högst")


def _lines(view: View, other: View) -> Iterator[Line]:
    for label, unit, figure in FIGURES:
        ours, theirs = figure(view.outputs), figure(other.outputs)
        difference = amount(ours - theirs, unit) if ours is not None and theirs is not None else ""
        shown = [("kan inte beräknas" if x is None else amount(x, unit)) for x in (ours, theirs)]
        yield Line(label, shown[0], shown[1], difference)
    years = [r.troligt.overstiger_ar for r in (view.outputs, other.outputs)]
    names = [year if isinstance(year, str) else year_name(year) for year in years]
    yield Line("Året då nyttorna överstiger kostnaderna", names[0], names[1], "")
    mine, others = (float(len(v.inputs.ej_varderade)) for v in (view, other))
    yield Line("Rader utan kronor", amount(mine), amount(others), amount(mine - others))


def _doubts(view: View, other: View) -> Iterator[str]:
    ours, theirs = view.inputs, other.inputs
    if ours.alternativ_a.strip() != theirs.alternativ_a.strip():
        yield "Alternativ A är inte beskrivet likadant i de två. Skillnaden säger bara något om de jämförs med samma läge."
    if ours.horisont != theirs.horisont:
        yield "Tidshorisonten är olika lång, så summorna gäller olika många år."
    if ours.ranta != theirs.ranta or ours.raknad_diskontering != theirs.raknad_diskontering:
        yield "Diskonteringen är inte densamma."
