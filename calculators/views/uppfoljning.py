"""The follow-up on the page of the nyttokalkyl: decision, plan, outcome, and what it became. Drawn when she has paused."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.beside import DECISIONS
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.plan import Matning, Utfall
from calculators.rapport.uppfoljning import decided, delay_in_words, yearly_chart
from calculators.schema import Field, fields_of
from calculators.swedish import write_number
from calculators.uppfoljning.jamforelse import Jamforelse
from calculators.uppfoljning.orsaker import called, in_all, not_come, reasons
from calculators.uppfoljning.plan import by_responsible, cost, names, proposals
from calculators.uppfoljning.rakning import ARSFAKTOR
from calculators.uppfoljning.utfall import HELA
from calculators.views.environment import render
from calculators.views.notes import notes
from calculators.views.rapport import compared, decision, drawn
from calculators.views.view import View
from calculators.wire.flat import unflattened

FIRST = ("indikator", "enhet", "forst", "ansvarig")
BASELINE = ("nollpunkt", "nollpunkt_nar", "nollpunkt_hur", "mal", "mal_nar")
MEASURING = ("hur", "forsta", "hur_ofta", "antal", "kostnad")
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


def follow_up(view: View) -> str:
    """The whole section; only how to begin while nothing of it is begun."""
    if not followed(view):
        return render("uppfoljning.html", view=view, open=False)
    found = compared(view) if view.outputs is not None else None
    return render("uppfoljning.html", view=view, open=True, notes=notes(view), flat=view.flat, fields=fields_of(type(view.inputs)),
                  page=_page(view, found), beslut=decision(view), **_planned(view), **_became(view, found))  # fmt: skip


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
    suggested = list(proposals(kalkyl)) if view.outputs is not None else []
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
    }


def _became(view: View, found: Jamforelse | None) -> dict[str, Any]:
    """The outcome in words, figures and a picture; only what it is held against where there is none."""
    told: dict[str, Any] = {
        "found": found,
        "decided": decided(decision(view)),
        "reasons": [],
        "chart": "",
        "in_all": "",
        "delay": "",
    }
    if found is None:
        return told
    told |= {"in_all": in_all(found), "delay": delay_in_words(view.inputs), "reasons": list(reasons(found))}
    if found.kanda_ar or view.inputs.forsening:
        told["chart"] = drawn(view.id, yearly_chart(found))
    return told
