"""The workbench of the nyttokalkyl: its parts and how far each has come, the result in brief, and how to begin."""

from __future__ import annotations

import dataclasses as dc
from typing import Any

from calculators.kalkyl.guide import questions
from calculators.views.environment import render
from calculators.views.summary import nothing_yet
from calculators.views.view import View

DELAR = {
    "syfte": "Syfte och alternativ",
    "ramar": "Ramar",
    "effekter": "Effekter och effektkedja",
    "nyttor": "Nyttor",
    "kostnader": "Kostnader",
    "osakerhet": "Osäkerhet",
    "resultat": "Resultat och beslutsunderlag",
    "uppfoljning": "Uppföljning",
}
IN_FORM = ("syfte", "ramar", "effekter", "nyttor", "kostnader")
STATES = {"klar": "ifylld", "borjad": "påbörjad", "tom": "inte påbörjad"}


@dc.dataclass(frozen=True, slots=True)
class Part:
    """A part of the page and how far it has come."""

    id: str
    title: str
    state: str

    @property
    def words(self) -> str:
        return STATES[self.state]


def bench_slots(view: View) -> dict[str, str]:
    """The slots around the form: name → HTML."""
    return {"start": start(view), "delar": render("delar.html", view=view, parts=parts(view)), "kort": brief(view)}


def parts(view: View) -> list[Part]:
    """The parts of the page."""
    done = _done(view)
    return [Part(id, title, _state(id, done[id])) for id, title in DELAR.items()]


def _done(view: View) -> dict[str, tuple[Any, ...]]:
    """What each part is made of: true for what is filled in."""
    kalkyl, missing = view.inputs, [f.field for f in view.faults]
    return {
        "syfte": (kalkyl.namn, kalkyl.alternativ_a, kalkyl.alternativ_b),
        "ramar": (kalkyl.perspektiv, kalkyl.geografi or kalkyl.perspektiv),
        "effekter": (kalkyl.effekter,),
        "nyttor": (kalkyl.nyttor, not [f for f in missing if f.startswith("nyttor.")]),
        "kostnader": (kalkyl.kostnader, not [f for f in missing if f.startswith("kostnader.")]),
        "osakerhet": (_varies(view),),
        "resultat": (view.outputs is not None and not missing and not view.untouched,),
        "uppfoljning": (kalkyl.matningar, kalkyl.utfall),
    }


def _state(id: str, done: tuple[Any, ...]) -> str:
    if id in ("nyttor", "kostnader") and not done[0]:
        return "tom"
    return "klar" if all(done) else "borjad" if any(done) else "tom"


def _varies(view: View) -> bool:
    result = view.outputs
    return result is not None and not result.lagst == result.troligt == result.hogst


def brief(view: View) -> str:
    """The result in a few lines, beside the form."""
    empty = view.untouched or (view.outputs is not None and nothing_yet(view))
    niva = view.outputs.troligt if view.outputs is not None else None
    missing = len(view.missing) + (len(view.outputs.saknas) if view.outputs is not None else 0)
    return render("kort.html", view=view, kalkyl=view.inputs, niva=niva, missing=missing, empty=empty)


def start(view: View) -> str:
    """How to begin, or the question that the guide is at."""
    return render("start.html", view=view, guide=_guide(view))


def _guide(view: View) -> str:
    place = view.desk.guide
    asked = questions(view.flat) if place is not None else ()
    if place is None or place >= len(asked):
        return ""
    question = asked[place]
    faults = {a.key: [f.message for f in view.faults if f.field == a.key and not f.missing] for a in question.fields}
    about: dict[str, Any] = {"question": question, "faults": faults}
    return render("guide.html", view=view, place=place + 1, total=len(asked), **about)
