"""What she does with whole documents: new, another, a copy, away and back, earlier versions, files, two tabs at once."""

from __future__ import annotations

import base64
import dataclasses as dc
from collections.abc import Callable, Mapping
from typing import Any

from calculators.desk import Desk, Listed, listed_from
from calculators.fault import Rejected
from calculators.files import XLSX, file_name, file_of, spreadsheets, state_of_file, state_of_table
from calculators.saved import State, Unreadable, parsed, state_of, text_of
from calculators.session import Session, empty_state, example_state, opened
from calculators.swedish import counted

Event = Mapping[str, Any]
Reply = dict[str, Any]
POSTER = "poster"  # what she writes beside the work: a table of amounts to be opened


def keep(session: Session, desk: Desk, reply: Reply) -> None:
    """Have the page save the open document."""
    desk.listed(session.name)
    reply["keep"][desk.id] = {"calculator": session.calculator.id, "name": session.name, "document": session.saved()}


def open_page(session: Session, desk: Desk, event: Event, attached: bool) -> Session:
    """A page comes to this session: with a link, with what was saved, or back to what this tab already works with."""
    fragment, document = str(event.get("fragment") or ""), event.get("document")
    if "documents" in event:
        desk.documents = listed_from(event["documents"])
    if attached and not fragment:
        return session
    known = desk.id if attached else str(event.get("id") or session.calculator.id)
    found = opened(session.calculator, fragment, document if isinstance(document, str) else None)
    desk.id = known
    if found.copy:
        kept = any(listed.id == known for listed in desk.documents)
        desk.own = known if document or kept else ""
        desk.id = str(event.get("newId") or f"{known}-kopia")
        if event.get("fresh") and fragment.startswith("k="):  # she comes from elsewhere, and has not seen the page
            found.focus = "kopia"
    return found


def new(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """An empty document, or one that begins with an example."""
    calc, name = session.calculator, str(event.get("value") or "")
    desk.id, desk.own, desk.read = str(event["newId"]), "", None
    fresh = Session(calc, example_state(calc, name) if name else empty_state(calc))
    fresh.says = "En ny kalkyl är öppnad. Den förra finns kvar i listan."
    return fresh


def switch(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """Another of her documents."""
    loaded = event.get("loaded")
    if not isinstance(loaded, str):
        session.says = "Kalkylen finns inte kvar i webbläsaren."
        return session
    other = opened(session.calculator, "", loaded)
    desk.id, desk.own, desk.read = str(event["loadedId"]), "", None
    other.says = other.says or f"{other.name} är öppnad."
    return other


def duplicate(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """The same work under another name."""
    desk.id, desk.own = str(event["newId"]), ""
    flat = {**session.state.flat, "namn": f"{session.name} (kopia)"}
    copy = Session(session.calculator, dc.replace(session.state, flat=flat))
    copy.says = "En kopia är gjord och öppnad."
    keep(copy, desk, reply)
    return copy


def delete(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """A document leaves the list. It comes back with `restore` as long as nothing else has been done."""
    id, text = str(event["loadedId"]), event.get("loaded")
    gone = next((d for d in desk.documents if d.id == id), Listed(id, session.name))
    reply["forget"].append(id)
    desk.documents = tuple(d for d in desk.documents if d.id != id)
    kept = text if isinstance(text, str) and id != desk.id else session.saved()
    desk.deleted = (gone, kept)
    if id == desk.id:
        session = new(session, desk, event, reply)
    session.says = f"{gone.name or 'Kalkylen'} är borttagen. Du kan ångra det."
    return session


def restore(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """The document that was just taken away is back, and open."""
    if desk.deleted is None:
        return session
    gone, text = desk.deleted
    desk.deleted, desk.id = None, gone.id
    back = opened(session.calculator, "", text)
    keep(back, desk, reply)
    back.says = f"{gone.name or 'Kalkylen'} är tillbaka."
    return back


def list_versions(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """The earlier versions of the open document."""
    desk.versions = listed_from(event.get("loaded"))
    session.says = f"{counted(len(desk.versions), 'version', 'versioner')} finns sparade."
    return session


def restore_version(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """The open document as it was; what it was just now can be had back with undo."""
    _replace(session, event.get("loaded"), "Den äldre versionen är öppnad. Du kan ångra.")
    return session


def save_file(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """The document as a file."""
    text = text_of(session.calculator, session.state, indent=1)
    reply["download"] = {"name": f"{file_name(session.name)}.json", "type": "application/json", "text": text}
    session.says = "Filen är sparad."
    return session


def save_workbook(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """The document as a spreadsheet. Its libraries have been fetched by now: the button says that they are needed."""
    try:
        made = spreadsheets("calculators.workbook.bok").workbook(session.state, desk.moment)
    except Rejected:
        session.says = "Rätta det som är markerat först."
        return session
    except Unreadable as sentence:
        session.says = desk.notice = str(sentence)
        return session
    packed = base64.b64encode(made).decode()
    reply["download"] = {"name": f"{file_name(session.name)}.xlsx", "type": XLSX, "base64": packed}
    session.says = "Kalkylbladet är sparat."
    return session


def open_file(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """A file as a new document; what was open stays as it was."""
    file = file_of(event)
    return _opened(session, desk, event, reply, str(file.get("name") or "Filen"), lambda: state_of_file(session.calculator, file))


def open_table(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """A pasted table of amounts as a new document; one that can't be read stays where she pasted it."""
    found = _opened(session, desk, event, reply, "Tabellen", lambda: state_of_table(desk.beside.get(POSTER, "")))
    if found is not session:
        desk.beside[POSTER] = ""
    return found


def _opened(
    session: Session, desk: Desk, event: Event, reply: Reply, name: str, read: Callable[[], tuple[State, Any]]
) -> Session:
    desk.read = None
    try:
        state, told = read()
    except Unreadable as sentence:
        session.says = desk.notice = f"{name} gick inte att öppna. {sentence}"
        return session
    desk.id, desk.own, desk.notice, desk.read = str(event["newId"]), "", "", told
    found = Session(session.calculator, state)
    found.says = f"{name} är öppnad."
    if told:
        found.says += f" {counted(len(told.anmarkningar), 'sak', 'saker')} att se över." if told.anmarkningar else ""
    keep(found, desk, reply)
    return found


def conflict(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """Another tab has saved the same document: this tab's work goes on as a copy, and both are kept."""
    desk.id, desk.notice = str(event["newId"]), "konflikt"
    flat = {**session.state.flat, "namn": f"{session.name} (från den andra fliken)"}
    session.change(flat)
    keep(session, desk, reply)
    session.says = "Kalkylen ändrades i en annan flik. Det du har gjort här fortsätter i en kopia."
    return session


def compare(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """Another document beside the open one; without one, no longer."""
    desk.compared = str(event.get("loaded") or "")
    session.says = "Kalkylerna står bredvid varandra under Resultat." if desk.compared else ""
    return session


def unsaved(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """The browser could not save."""
    desk.notice = "fullt" if event.get("value") == "QuotaExceededError" else "osparat"
    session.says = "Webbläsaren kan inte spara. Spara kalkylen som en fil."
    return session


def _replace(session: Session, text: Any, says: str) -> None:
    try:
        state = state_of(session.calculator, parsed(str(text or "")))
    except Unreadable as sentence:
        session.says = str(sentence)
        return
    session.change(state.flat, state.origin, rest=state.rest)
    session.says = says


DOCUMENTS: dict[str, Callable[[Session, Desk, Event, Reply], Session]] = {
    "new": new,
    "switch": switch,
    "duplicate": duplicate,
    "delete": delete,
    "restore": restore,
    "versions": list_versions,
    "restore_version": restore_version,
    "save_file": save_file,
    "open_file": open_file,
    "open_table": open_table,
    "save_workbook": save_workbook,
    "conflict": conflict,
    "unsaved": unsaved,
    "compare": compare,
}
