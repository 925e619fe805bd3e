"""Whole chains in and out: text and tables pasted, files opened or merged, examples, and files to take away."""

from __future__ import annotations

import base64
import dataclasses as dc
from collections.abc import Callable, Mapping
from typing import Any

from calculators.chain import edits
from calculators.chain.examples import example, ids
from calculators.chain.formats import Opened, opened, opened_bytes
from calculators.chain.graph import Effektkedja
from calculators.chain.outline import EXAMPLE
from calculators.desk import Desk
from calculators.documents import Reply, keep
from calculators.easel.stored import chain_of, put
from calculators.fault import Rejected
from calculators.files import file_of
from calculators.session import Session, empty_state
from calculators.swedish import counted

Event = Mapping[str, Any]
VIEW = ("form", "zoom", "steg")  # how she looks at a chain, whichever it is


def text_in(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """What was written or pasted becomes boxes and arrows, beside those that there are."""
    session.focus = "se.in"
    if not desk.chain.get("in", "").strip():
        session.says = "Skriv eller klistra in några rader först."
        return session
    found = _tried(session, desk, "texten", lambda: opened(desk.chain.get("in", "")))
    if found:
        before = chain_of(session.state)
        made = edits.merged(before, found.kedja)
        put(session, _titled(made, found.kedja), _grown(before, made, found))
        desk.chain["in"] = ""
    return session


def open_chain(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """A file as a new document: what was open stays in the list."""
    found = _of_file(session, desk, event)
    return _fresh(session, desk, event, reply, found.kedja, " ".join(found.anmarkningar)) if found else session


def merge(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """What another file has besides comes into this chain."""
    if found := _of_file(session, desk, event):
        before = chain_of(session.state)
        made = edits.merged(before, found.kedja)
        put(session, made, _grown(before, made, found))
    return session


def open_example(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """One of our chains, as a document of hers."""
    id = str(event.get("value"))
    return _fresh(session, desk, event, reply, example(id)) if id in ids() else session


def begin_empty(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """A document with nothing in it."""
    return _fresh(session, desk, event, reply, Effektkedja())


def _fresh(session: Session, desk: Desk, event: Event, reply: Reply, kedja: Effektkedja, notes: str = "") -> Session:
    desk.id, desk.own, desk.notice = str(event["newId"]), "", notes
    desk.chain = {key: desk.chain[key] for key in VIEW if key in desk.chain}
    state = empty_state(session.calculator)
    made = Session(session.calculator, state)
    named = f"{kedja.titel} {EXAMPLE if kedja.exempel else ''}".strip()
    made.change({**state.flat, "namn": named})
    put(made, kedja)
    made.past.clear()
    told = f"{counted(len(kedja.lador), 'låda', 'lådor')}." if kedja.lador else "En tom kedja är öppnad."
    made.says = " ".join(filter(None, (told, notes, "Den förra finns kvar under Mina kalkyler.")))
    keep(made, desk, reply)
    return made


def _of_file(session: Session, desk: Desk, event: Event) -> Opened | None:
    file = file_of(event)
    if file.get("large"):
        session.says = desk.notice = "Filen är större än en effektkedja kan vara. Välj en annan fil."
        return None
    content = str(file.get("base64") or "")
    return _tried(session, desk, str(file.get("name") or "filen"), lambda: opened_bytes(base64.b64decode(content)))


def _tried(session: Session, desk: Desk, what: str, read: Callable[[], Opened]) -> Opened | None:
    """What was read, or None when it could not be, and then she is told why."""
    try:
        found = read()
    except Rejected as rejected:
        told = " ".join(fault.message for fault in rejected.faults)
        session.says = desk.notice = f"Det gick inte att läsa {what}. {told}"
        return None
    desk.notice = " ".join(found.anmarkningar)
    return found


def _titled(made: Effektkedja, found: Effektkedja) -> Effektkedja:
    return made if made.titel else dc.replace(made, titel=found.titel)


def _grown(before: Effektkedja, after: Effektkedja, found: Opened) -> str:
    boxes = counted(len(after.lador) - len(before.lador), "ny låda", "nya lådor")
    arrows = counted(len(after.pilar) - len(before.pilar), "ny pil", "nya pilar")
    return " ".join([f"{boxes} och {arrows}. Du kan ångra.", *found.anmarkningar])


FILES: dict[str, Callable[[Session, Desk, Event, Reply], Session]] = {
    "chain_text": text_in,
    "chain_open": open_chain,
    "chain_merge": merge,
    "chain_example": open_example,
    "chain_empty": begin_empty,
}
