"""The worker's door: handle(event text) -> reply text. Keeps one session for each calculator on the page."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Callable
from typing import Any

from calculators import link
from calculators.answers import PUBLISHED, fetch, toggle_unknown, use_wage
from calculators.bench import BENCH, PICKED, YEARS, fill_years, go_on, own_years
from calculators.beside import CHAIN
from calculators.chaining import INTO, added, empty_calculation, origin
from calculators.desk import Desk
from calculators.documents import DOCUMENTS, keep, open_page
from calculators.followup import BESIDE as ASIDE
from calculators.followup import FOLLOW_UP, write_beside
from calculators.latest import remember_rows
from calculators.nesting import parse_json
from calculators.registry import REGISTER, UnknownCalculator, calculator
from calculators.saved import State
from calculators.session import ROW_EDITS, Session, empty_state, example_state, opened, without_example
from calculators.swedish import listed
from calculators.views.page import Drawn, as_built, built_session, changes, drawn
from calculators.views.rapport import office
from calculators.views.result import headline
from calculators.views.view import View, seen
from calculators.wire import encode

TYPED = ("lada.", "pil.", "lapp.", "kedja.", "se.")  # begin the names of the easel's fields
PATIENCE = 150  # ms of quiet before what takes longer is worked out


@dc.dataclass(slots=True)
class Open:
    """An open calculator: its session, the desk around it, what its page shows, and what the reader last heard."""

    session: Session
    page: Drawn
    desk: Desk
    heard: str | None = None
    doubted: frozenset[str] = frozenset()  # the questions that she has heard
    attached: bool = False  # a page has been opened on this session before


OPEN: dict[str, Open] = {}
remember_rows()


def handle(text: str) -> str:
    """Apply a batch of events and say what changed. Never raises: what can't be understood gets a sentence."""
    try:
        asked = parse_json(text)
        events = asked["events"]
        reply = _register().handled(events) if asked["calculator"] == REGISTER else _handled(asked["calculator"], events)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, UnknownCalculator):
        reply = {"slots": {}, "say": "Räknaren förstod inte det som hände. Ladda om sidan om det händer igen."}
    return encode(reply)


def _handled(id: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    place = OPEN.get(id)
    if place is None:
        session = built_session(id)
        place = OPEN[id] = Open(session, drawn(seen(session)), Desk(id))
    reply: dict[str, Any] = {"link": None, "keep": {}, "forget": [], "download": None}
    redraw = False
    for event in events:
        redraw |= _one(place, event, reply)
    return reply | _answer(place, redraw, all(_in_passing(place, event) for event in events))


def _in_passing(place: Open, event: dict[str, Any]) -> bool:
    """She is typing, or drawing: what takes longer to work out can wait until she pauses."""
    if place.desk.view:
        return event["do"] not in ("open", "settle")
    return event["do"] in ("input", "save") and not str(event.get("key", "lage")).startswith(("lage", PICKED))


def _one(place: Open, event: dict[str, Any], reply: dict[str, Any]) -> bool:
    """Apply one event; whether the form must be drawn again."""
    fresh = bool(event.get("fresh"))
    if fresh:  # the page stands as it was built, whatever the session holds
        place.desk.view = str(event.get("view") or "")
        place.page = as_built(place.session.calculator.id, place.desk.view)
    before = built_session(place.session.calculator.id).state if fresh else place.session.state
    place.desk.moment = str(event.get("now") or place.desk.moment)
    _apply(place, event, reply)
    now = place.session.state
    if now.flat == before.flat and now.rest == before.rest:
        return False
    if place.desk.view or CHAIN in now.rest:
        _easel().follow(place.session)
    if event["do"] not in DOCUMENTS and event["do"] not in ("open", "contribute"):
        place.desk.passing()
    return event["do"] != "input" or str(event["key"]).startswith((PUBLISHED, YEARS))


def _answer(place: Open, redraw: bool, in_passing: bool) -> dict[str, Any]:
    session, id = place.session, place.session.calculator.id
    view = seen(session, place.desk)
    now = drawn(view, place.page if in_passing else None)
    before, place.page = place.page, now
    said, session.says = " ".join(filter(None, (session.says, _news(place, view)))), ""
    focus, session.focus = session.focus, ""
    return {
        "slots": changes(view, before, now, redraw),
        "focus": f"{id}--{focus}" if focus else None,
        "say": said or None,
        "pending": PATIENCE if now.late else 1 if place.desk.simulation else 0,
    }


def _news(place: Open, view: View) -> str:
    """The answer in a sentence, when it is another than the reader heard last, and questions that are new."""
    now, doubts = headline(view), tuple(dict.fromkeys(doubt.text for doubt in view.doubts))
    before, place.heard = place.heard, now
    if place.desk.view:  # the answer isn't on this page
        return ""
    known, place.doubted = place.doubted, frozenset(doubts)
    if before is None:
        return ""
    return " ".join([*([now] if now and now != before else []), *(words for words in doubts if words not in known)])


def _apply(place: Open, event: dict[str, Any], reply: dict[str, Any]) -> None:
    session, desk, do = place.session, place.desk, event["do"]
    if do == "open":
        place.session = open_page(session, desk, event, place.attached)
        if desk.view:
            _easel().fitted(desk, event.get("width"))
        place.attached = True
    elif do == "input":
        _input(session, desk, str(event["key"]), str(event["value"]))
        desk.caret = (str(event["key"]), int(event.get("caret") or 0))
    elif do in ROW_EDITS:
        session.edit_rows(do, str(event["path"]))
    elif do in DOCUMENTS:
        place.session = DOCUMENTS[do](session, desk, event, reply)
    elif do.startswith("chain_"):
        place.session = _easel().happened(session, desk, event, reply)
    elif do == "contribute":
        _contribute(place, event, reply)
    elif do in BENCH:
        BENCH[do](session, desk, event)
    elif do in FOLLOW_UP:
        FOLLOW_UP[do](session, desk, event, reply)
    elif do in BESIDE:
        BESIDE[do](session, str(event["path"]))
    elif do == "link":
        _link(session, desk, str(event.get("address", "")), reply)
    elif do == "settle":
        go_on(session, desk)
    elif do == "report":
        reply["office"] = office(seen(session, desk), str(event.get("value")), desk.moment)
        session.says = "Filen skrivs." if reply["office"] else "Rätta det som är markerat först."
    elif do == "save":
        keep(session, desk, reply)
    elif do in STATES:
        STATES[do](session, str(event.get("value") or ""))


def _link(session: Session, desk: Desk, address: str, reply: dict[str, Any]) -> None:
    """A link with all that she has written; one that is too long to send is shown, not copied, and the file is offered."""
    desk.link = f"{address.partition('#')[0]}#{link.encode(session.document())}"
    if len(desk.link) <= link.LONG:
        reply["link"], session.says = desk.link, "Länken är klar."
    else:
        session.says = "Länken är för lång för många program. Spara en fil i stället."


def _input(session: Session, desk: Desk, key: str, value: str) -> None:
    if key.startswith(PUBLISHED):
        fetch(session, key.removeprefix(PUBLISHED), value)
    elif key.startswith(TYPED) and session.calculator.own_page:
        _easel().typed(session, desk, key, value)
    elif key.startswith(PICKED):
        desk.picked[key.removeprefix(PICKED)] = value
    elif key.startswith(ASIDE):
        write_beside(desk, key, value)
    elif key.startswith(YEARS):
        fill_years(session, key.removeprefix(YEARS), value)
    elif value == "egen" and key.endswith(".typ") and f"{key.removesuffix('typ')}ar.0" not in session.state.flat:
        own_years(session, key)
    else:
        session.type(key, value)


def _register() -> Any:
    """The page of the register, with all that it sums and chooses: loaded there, for the other pages have none."""
    from calculators import register_page

    return register_page


def _easel() -> Any:
    """The easel, with all that a chain brings: loaded when there is a chain, for most pages have none."""
    from calculators.views.chain import events

    return events


def _contribute(place: Open, event: dict[str, Any], reply: dict[str, Any]) -> None:
    """What the calculator adds, last in the reader's nyttokalkyl: the one open in this tab, or the one that she had open last."""
    calc, view = place.session.calculator, seen(place.session)
    if calc.bidrag is None or view.outputs is None or (calc.reference and view.untouched):
        place.session.says = "Fyll i dina uppgifter först."
        return
    given = event.get("loaded")
    loaded: dict[str, Any] = given if isinstance(given, dict) else {}
    text = loaded.get("document")
    other = OPEN.get(INTO)
    if other and other.attached:
        target, desk = other.session, other.desk
    else:
        target = opened(calculator(INTO), "", text if isinstance(text, str) else None)
        desk = Desk(str(loaded.get("id") or INTO))
    begun = bool(text) or bool(other and other.attached)
    flat = target.state.flat if begun and not seen(target).is_example else empty_calculation()
    texts, place.desk.added = added(flat, calc.bidrag(view.inputs), origin(calc.id, place.session.document()))
    target.change(texts, "")
    keep(target, desk, reply)
    place.session.says = f"Tillagt i din nyttokalkyl: {listed(place.desk.added)}."


def _to(session: Session, state: State, says: str) -> None:
    session.change(state.flat, state.origin, rest=state.rest)
    session.says = says


STATES: dict[str, Callable[[Session, str], None]] = {
    "undo": lambda session, value: session.undo(),
    "redo": lambda session, value: session.redo(),
    "example": lambda session, value: _to(session, example_state(session.calculator, value), "Exemplet är ifyllt."),
    "empty": lambda session, value: _to(session, empty_state(session.calculator), "Kalkylen är tom."),
    "clear_example": lambda session, value: _to(
        session, without_example(session.calculator, session.state), "Exemplets siffror är borttagna."
    ),
}
BESIDE: dict[str, Callable[[Session, str], None]] = {"unknown": toggle_unknown, "use_wage": use_wage}


def forget() -> None:
    """Close every session, as a new worker would."""
    OPEN.clear()
    _register().forget()
