"""The follow-up on the page of the nyttokalkyl: decision, plan, outcome, and what it became. Drawn when she has paused."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping, Sequence
from typing import Any

from calculators.beside import DECISIONS
from calculators.easel.clues import clues_of
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.plan import Matning, Utfall
from calculators.rapport.uppfoljning import decided, delay_in_words, yearly_chart, yearly_table
from calculators.rapport.uppfoljningsplan import KIND
from calculators.schema import Field, fields_of
from calculators.swedish import slug, write_number
from calculators.uppfoljning.beslut import earlier
from calculators.uppfoljning.jamforelse import Jamforelse, Rad
from calculators.uppfoljning.nasta import next_step
from calculators.uppfoljning.orsaker import called, in_all, not_come, reason
from calculators.uppfoljning.plan import by_responsible, cost, names, proposals
from calculators.uppfoljning.rakning import ARSFAKTOR
from calculators.uppfoljning.utfall import HELA
from calculators.views.environment import render
from calculators.views.rapport import FOLLOW_UP, compared, decision, drawn, report_html
from calculators.views.view import View
from calculators.wire.flat import unflattened

FIRST = ("indikator", "enhet", "forst", "ansvarig")
BASELINE = ("nollpunkt", "nollpunkt_nar", "nollpunkt_hur", "mal", "mal_nar")
MEASURING = ("hur", "forsta", "hur_ofta", "antal", "kostnad")
MOST = 40  # rows that are shown one by one
STATE = ("lage", "atgard", "atgard_varfor")


@dc.dataclass(frozen=True, slots=True)
class Page:
    """What the template asks for beside the view."""

    plan: Mapping[str, Field]
    outcome: Mapping[str, Field]
    groups: Mapping[str, tuple[str, ...]]
    tree: Mapping[str, Any]
    rows: Mapping[str, str]  # id → "N1 Kortare tid", of every row that an outcome can be about
    factors: Mapping[str, tuple[str, ...]]
    years: Mapping[str, str]

    @staticmethod
    def numbered(tree: Mapping[str, Any], name: str) -> list[tuple[int, Any]]:
        """The rows under a name, in order."""
        found = tree.get(name)
        return sorted((int(n), row) for n, row in found.items()) if isinstance(found, dict) else []


def followed(view: View) -> bool:
    """Whether the follow-up is open: she has asked for it, or the document has some."""
    begun = view.desk.following or DECISIONS in view.session.state.rest
    return bool(view.calculator.own_page) and (begun or any(k.startswith(("matningar.", "utfall.")) for k in view.flat))


def follow_up(view: View, notes: Mapping[str, str]) -> str:
    """The whole section, with what its fields have to say; only how to begin while nothing of it is begun."""
    if not followed(view):
        return render("uppfoljning.html", view=view, open=False)
    found = compared(view) if view.outputs is not None else None
    before = earlier(view.calculator, view.session.state.rest)
    about = {"page": _page(view, found), "beslut": decision(view), "tidigare": before, "report": _report(view)}
    return render("uppfoljning.html", view=view, open=True, notes=notes, flat=view.flat, fields=fields_of(type(view.inputs)),
                  **about, **_planned(view), **_became(view, found))  # fmt: skip


def _report(view: View) -> str:
    """The plan or the report of the follow-up, where she has asked to see it."""
    kind = view.desk.report
    return report_html(view, kind, view.desk.moment) if kind in (FOLLOW_UP, KIND) else ""


def _page(view: View, found: Jamforelse | None) -> Page:
    groups = {"Vad mäter ni?": FIRST, "Nollpunkt och mål": BASELINE, "Mätningen": MEASURING, "Läget": STATE}
    rows = {rad.id: called(rad) for rad in found.rader} if found else {}
    factors = {rad.id: (*rad.rakning.varden, ARSFAKTOR, HELA) for rad in found.rader} if found else {}
    years = {write_number(float(year)): write_number(float(year)) for year in (found.ar if found else view.inputs.ar)}
    return Page(fields_of(Matning), fields_of(Utfall), groups, unflattened(view.flat), rows, factors, years)


def _planned(view: View) -> dict[str, Any]:
    """The benefits, what could be measured of those without a plan, and who answers for what."""
    kalkyl: Nyttokalkyl = view.inputs
    known = names(kalkyl)
    suggested = list(proposals(kalkyl, clues_of(view.session.state))) if view.outputs is not None else []
    by_whom = {
        who: [known.get(m.nytta, m.nytta or m.indikator) for m in found]
        for who, found in by_responsible(kalkyl).items()
    }
    return {
        "names": known,
        "proposals": suggested,
        "by_whom": by_whom,
        "cost": cost(kalkyl),
        "not_come": list(not_come(kalkyl.matningar, known)),
        "next_step": next_step(kalkyl, decision(view) is not None),
    }


def _became(view: View, found: Jamforelse | None) -> dict[str, Any]:
    """The outcome in words, figures and a picture; only what it is held against where there is none."""
    told: dict[str, Any] = {
        "found": found,
        "decided": decided(decision(view)),
        "in_all": "",
        "delay": "",
        "whole": [],
        "one_by_one": [],
    }
    if found is None:
        return told
    told |= {"in_all": in_all(found), "delay": delay_in_words(view.inputs)}
    differing = [rad for rad in found.rader if rad.kanda_ar or rad.nu != rad.plan]
    if differing:
        sides = {"Nyttor": found.av("nyttor"), "Kostnader": found.av("kostnader")}
        shown = {what: rader for what, rader in sides.items() if {rad.id for rad in rader} & {rad.id for rad in differing}}
        told["whole"] = [_sight(f"{view.id}-{what}", found, rader, what) for what, rader in shown.items()]
        order = sorted(differing, key=lambda rad: (not rad.kanda_ar, -abs(rad.skillnad(range(len(found.ar))))))
        told["one_by_one"] = [_row(f"{view.id}-rad-{n}", found, rad) for n, rad in enumerate(order[:MOST])]
        told["more"] = max(len(order) - MOST, 0)
    return told


def _row(id: str, found: Jamforelse, rad: Rad) -> dict[str, Any]:
    """One row: why it differs, and the same as a picture and a table."""
    return {"rad": rad, "reason": reason(found, rad), **_sight(id, found, (rad,), called(rad))}


def _sight(id: str, found: Jamforelse, rader: Sequence[Rad], what: str) -> dict[str, Any]:
    chart = yearly_chart(found.ar, rader, what)
    return {"what": what, "chart": drawn(id, chart), "title": chart.title, "table": yearly_table(found.ar, rader, what), "file": slug(what)}
