"""A calculator's page: the whole element as built, and the slots that an event changes."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Callable, Mapping

from calculators.desk import Desk
from calculators.link import LONG
from calculators.rapport import KINDS
from calculators.registry import calculator
from calculators.session import Session, start_state
from calculators.views.environment import render as render_template
from calculators.views.form import form_html, shape
from calculators.views.notes import notes
from calculators.views.rapport import pengar_html, report_html
from calculators.views.result import result_slots
from calculators.views.summary import sentence
from calculators.views.uncertainty import uncertainty
from calculators.views.uppfoljning import follow_up
from calculators.views.view import View, seen

# The sections of the workbench under the form: id, title, slots.
PAGE_PARTS = (
    ("osakerhet", "Osäkerhet", ("osakerhet", "fordjupning")),
    ("resultat", "Resultat och beslutsunderlag",
     ("sammanfattning", "per_ar", "fordelning", "timmar", "ej_varderade_resultat", "pengar", "jamfor", "underlag")),
    ("uppfoljning", "Uppföljning", ("uppfoljning",)),
)  # fmt: skip


@dc.dataclass(frozen=True, slots=True)
class Drawn:
    """A page as drawn: the HTML of each slot by name, and the shape of its form."""

    slots: Mapping[str, str]
    notes: Mapping[str, str] = dc.field(default_factory=dict)
    shape: tuple[object, ...] = ()
    late: bool = False  # some of it is from before, and to be drawn when she pauses


def drawn(view: View, before: Drawn | None = None) -> Drawn:
    """Everything but the form, which is drawn only when its shape has changed. What takes longer is kept from `before`."""
    if view.desk.view:
        from calculators.views.chain.easel import easel_slots  # chains bring much with them, and most pages have none

        return Drawn(easel_slots(view, before.slots if before else None), late=before is not None)
    documents = render_template("documents.html", view=view) if keeps_documents(view) else ""
    faults = render_template("faults.html", view=view, sentence=sentence)
    slots = {"dokument": documents, "verktyg": _tools(view), "fel": faults}
    slots |= result_slots(view)
    late, said = bool(before and view.calculator.own_page), notes(view)
    if before and late:
        slots |= {name: before.slots.get(name, "") for name in (*SLOW, FOLLOWED)}
    elif view.calculator.own_page:
        slots |= {name: draw(view) for name, draw in SLOW.items()} | {FOLLOWED: follow_up(view, said)}
    return Drawn(slots, said, shape(view), late)


def _tools(view: View) -> str:
    return render_template("tools.html", view=view, long_link=LONG)


def _report(view: View) -> str:
    report = report_html(view, view.desk.report, view.desk.moment) if view.desk.report in KINDS else ""
    return render_template("underlag.html", view=view, report=report)


SLOW: Mapping[str, Callable[[View], str]] = {"pengar": pengar_html, "fordjupning": uncertainty, "underlag": _report}
FOLLOWED = "uppfoljning"  # as slow, and it has fields with notes of their own


def keeps_documents(view: View) -> bool:
    """Whether the work is large enough that there may be several of them, with a list, versions and files."""
    return bool(view.calculator.own_page or view.calculator.reference)


def changes(view: View, before: Drawn, now: Drawn, redraw: bool) -> dict[str, str]:
    """Element id → HTML for what differs. A form that is drawn again brings its own notes and sums."""
    slots = {name: html for name, html in now.slots.items() if before.slots.get(name) != html}
    if view.desk.view:
        return {f"{view.id}--{name}": html for name, html in slots.items()}
    if view.desk.guide is not None:  # there is no form on the page, only the guide's question
        kept = {name: html for name, html in slots.items() if "." not in name}
        slots = {"form": "", **kept} if before.shape != now.shape else kept
    elif redraw or before.shape != now.shape:
        kept = {name: html for name, html in slots.items() if "." not in name}
        slots = {"form": form_html(view, now.notes, now.slots), **kept}
    else:
        noted = {**before.notes, **now.notes}
        slots |= {name: now.notes.get(name, "") for name in noted if before.notes.get(name) != now.notes.get(name)}
    return {f"{view.id}--{name}": html for name, html in slots.items()}


def render(id: str) -> str:
    """The element as it stands in the built page: with the first example answered."""
    view = seen(built_session(id))
    page = drawn(view)
    form = form_html(view, page.notes, page.slots)
    return render_template("element.html", view=view, parts=page.slots, form=form, page_parts=PAGE_PARTS)


def render_chain(id: str) -> str:
    """The element of the page where the chain of such a document is drawn."""
    from calculators.easel.keys import KEYS

    page = as_built(id, "kedja")
    return render_template("kedja.html", id=id, parts=page.slots, keys=KEYS)


def as_built(id: str, view: str = "") -> Drawn:
    """The page as it was built: with the first example."""
    return drawn(seen(built_session(id), Desk(id, view=view)))


def built_session(id: str) -> Session:
    """What every page holds before anybody has touched it."""
    calc = calculator(id)
    return Session(calc, start_state(calc))
