"""The worker's door: handle(event text) -> reply text. Keeps one session for each calculator on the page."""

from __future__ import annotations

import dataclasses as dc
import json
from collections.abc import Callable
from typing import Any

from calculators import link
from calculators.answers import PUBLISHED, fetch, toggle_unknown, use_wage
from calculators.chaining import INTO, added, empty_calculation, origin
from calculators.nesting import parse_json
from calculators.registry import UnknownCalculator, calculator
from calculators.session import ROW_EDITS, Session, State, empty_state, example_state, opened, without_example
from calculators.swedish import listed
from calculators.views.page import Drawn, built_session, changes, drawn
from calculators.views.result import headline
from calculators.views.view import View, seen
from calculators.wire import encode


@dc.dataclass(slots=True)
class Open:
    """An open calculator: its session, what its page shows, and what the reader last heard."""

    session: Session
    page: Drawn
    link: str = ""
    added: tuple[str, ...] = ()  # names of the rows that were last sent to the nyttokalkyl
    heard: str | None = None
    doubted: frozenset[str] = frozenset()  # the questions that she has heard
    attached: bool = False  # a page has been opened on this session before


OPEN: dict[str, Open] = {}


def handle(text: str) -> str:
    """Apply a batch of events and say what changed. Never raises: what can't be understood gets a sentence."""
    try:
        asked = parse_json(text)
        reply = _handled(asked["calculator"], asked["events"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, UnknownCalculator):
        reply = {"slots": {}, "say": "Räknaren förstod inte det som hände. Ladda om sidan om det händer igen."}
    return encode(reply)


def _handled(id: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    place = OPEN.get(id)
    if place is None:
        session = built_session(id)
        place = OPEN[id] = Open(session, drawn(seen(session)))
    reply: dict[str, Any] = {"link": None, "document": None, "keep": {}}
    redraw = False
    for event in events:
        if event.get("fresh"):  # the page stands as it was built, whatever the session holds
            place.page = drawn(seen(built_session(id)))
            texts = built_session(id).state.flat
        else:
            texts = place.session.state.flat
        _apply(place, event, reply)
        if place.session.state.flat != texts:
            place.link, place.added = "", ()
            redraw |= event["do"] != "input" or str(event["key"]).startswith(PUBLISHED)
    session = place.session
    view = seen(session, place.link, place.added)
    now = drawn(view)
    before, place.page = place.page, now
    said, session.says = " ".join(filter(None, (session.says, _news(place, view)))), ""
    focus, session.focus = session.focus, ""
    return reply | {
        "slots": changes(view, before, now, redraw),
        "focus": f"{id}--{focus}" if focus else None,
        "say": said or None,
    }


def _news(place: Open, view: View) -> str:
    """The answer in a sentence, when it is another than the reader heard last, and questions that are new."""
    now, doubts = headline(view), tuple(dict.fromkeys(doubt.text for doubt in view.doubts))
    before, place.heard = place.heard, now
    known, place.doubted = place.doubted, frozenset(doubts)
    if before is None:
        return ""
    return " ".join([*([now] if now and now != before else []), *(words for words in doubts if words not in known)])


def _apply(place: Open, event: dict[str, Any], reply: dict[str, Any]) -> None:
    session, do = place.session, event["do"]
    if do == "open":
        _open(place, str(event.get("fragment") or ""), event.get("document"))
    elif do == "input":
        _input(session, str(event["key"]), str(event["value"]))
    elif do == "contribute":
        _contribute(place, event.get("document"), reply)
    elif do in BESIDE:
        BESIDE[do](session, str(event["path"]))
    elif do in ROW_EDITS:
        session.edit_rows(do, str(event["path"]))
    elif do == "link":
        place.link = reply["link"] = (
            f"{str(event.get('address', '')).partition('#')[0]}#{link.encode(session.document())}"
        )
        session.says = "Länken är klar."
    elif do == "save":
        reply["document"] = session.saved()
    elif do in STATES:
        STATES[do](session, str(event.get("value") or ""))


def _open(place: Open, fragment: str, document: str | None) -> None:
    """A link, or what was saved. What this tab already works with is newer than anything saved."""
    mine = place.session.hers() if place.attached else document
    if fragment or not place.attached:
        place.session = opened(place.session.calculator, fragment, mine)
    place.attached = True


def _input(session: Session, key: str, value: str) -> None:
    if key.startswith(PUBLISHED):
        fetch(session, key.removeprefix(PUBLISHED), value)
    else:
        session.type(key, value)


def _contribute(place: Open, document: str | None, reply: dict[str, Any]) -> None:
    """What the calculator adds, last in the reader's nyttokalkyl: the open one, or the saved one in `document`."""
    calc, view = place.session.calculator, seen(place.session)
    if calc.bidrag is None or view.outputs is None or (calc.reference and view.untouched):
        place.session.says = "Fyll i dina uppgifter först."
        return
    other = OPEN.get(INTO)
    target = other.session if other and other.attached else opened(calculator(INTO), "", document)
    begun = document or (other and other.attached)
    flat = target.state.flat if begun and not seen(target).is_example else empty_calculation()
    texts, place.added = added(flat, calc.bidrag(view.inputs), origin(calc.id, place.session.document()))
    target.change(texts, "")
    reply["keep"] = {INTO: target.saved()}
    place.session.says = f"Tillagt i din nyttokalkyl: {listed(place.added)}."


def _own(session: Session, value: str) -> None:
    if session.own:
        back = opened(session.calculator, "", json.dumps(session.own))
        session.state, session.own, session.notice = back.state, back.own, ""
        session.past, session.future = [], []


def _to(session: Session, state: State, says: str) -> None:
    session.change(state.flat, state.origin)
    session.says = says


STATES: dict[str, Callable[[Session, str], None]] = {
    "undo": lambda session, value: session.undo(),
    "redo": lambda session, value: session.redo(),
    "example": lambda session, value: _to(session, example_state(session.calculator, value), "Exemplet är ifyllt."),
    "empty": lambda session, value: _to(session, empty_state(session.calculator), "Kalkylen är tom."),
    "clear_example": lambda session, value: _to(
        session, without_example(session.calculator, session.state), "Exemplets siffror är borttagna."
    ),
    "own": _own,
}


BESIDE: dict[str, Callable[[Session, str], None]] = {"unknown": toggle_unknown, "use_wage": use_wage}


def forget() -> None:
    """Close every session, as a new worker would."""
    OPEN.clear()
