"""What she does with the follow-up of a nyttokalkyl: plan, freeze a decision, paste an outcome, take the calendar away."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from calculators.desk import Desk
from calculators.easel.clues import clues_of
from calculators.files import bytes_of, file_name, file_of, spreadsheets
from calculators.filtext import Tabellfil, decoded
from calculators.rows import count
from calculators.saved import Unreadable
from calculators.session import Session
from calculators.swedish import counted
from calculators.uppfoljning import beslut
from calculators.uppfoljning.kalender import calendar
from calculators.uppfoljning.plan import Forslag, proposals
from calculators.uppfoljning.tabell import Inlast, Line, blank, lines_of, merged, read_table, with_outcome
from calculators.views.view import seen
from calculators.wire import from_flat

Event = Mapping[str, Any]
Reply = dict[str, Any]

BESIDE = "bredvid."  # begins the name of a field beside the work: who decides, and a table to be read
ROLL, TABELL = "roll", "tabell"
LONGEST = 100_000  # characters of a table beside the work
LARGEST = 1_000_000  # bytes of a table in a text file
TOO_LARGE = "Den är större än vi kan läsa. Dela upp den."
PACKED, SHEETS = b"PK", (".xlsx", ".xlsm", ".xls", ".ods", ".numbers")  # what is a spreadsheet, by what it holds or its name


def write_beside(desk: Desk, key: str, value: str) -> None:
    """A text that is no part of the work until a button takes it in."""
    desk.beside[key.removeprefix(BESIDE)] = value[:LONGEST]


def show(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """Show the follow-up, or fold it."""
    desk.following = event.get("value") != "close"


def freeze(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """The calculation as it stands becomes the decision that the outcome is held against."""
    view = seen(session, desk)
    if view.outputs is None or view.missing:
        session.says = "Rätta eller fyll i det som är markerat först. Beslutet fryser hela kalkylen."
        return
    roll = str(event.get("value") or desk.beside.get(ROLL, "")).strip()
    if not roll:
        session.says, session.focus = "Skriv vem som beslutar, till exempel nämnden.", f"{BESIDE}{ROLL}"
        return
    if len(beslut.kept(session.state.rest)) >= beslut.MOST:
        session.says = f"Kalkylen har redan {counted(beslut.MOST, 'beslut', 'beslut')}. Gör en kopia och frys den."
        return
    decision = beslut.frozen(session.document()["kalkyl"], view.outputs, roll, desk.moment[:10])
    session.keep_aside(beslut.added(session.state.rest, decision))
    desk.beside[ROLL], desk.following = "", True
    session.says = "Beslutet är fryst. Du kan ändra kalkylen utan att beslutet ändras."


def plan_one(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """One benefit gets a row in the plan, with what could be measured."""
    _plan(session, [p for p in _proposals(session) if p.nytta == str(event.get("value"))])


def plan_all(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """Every benefit without a plan gets a row."""
    _plan(session, _proposals(session))


def _proposals(session: Session) -> list[Forslag]:
    read = from_flat(session.calculator, session.state.flat)
    return [] if read.stops else list(proposals(read.inputs, clues_of(session.state)))


def _plan(session: Session, chosen: list[Forslag]) -> None:
    if not chosen:
        return
    flat, first = dict(session.state.flat), count(session.state.flat, "matningar")
    for n, proposal in enumerate(chosen, first):
        way = proposal.matsatt
        texts = {
            "nytta": proposal.nytta,
            "indikator": way.indikator,
            "enhet": way.enhet,
            "hur": way.hur,
            "forst": way.forst,
            "ansvarig": proposal.ansvarig,
        }
        flat |= {f"matningar.{n}.{name}": text for name, text in texts.items()}
    session.change(flat)
    session.focus = f"matningar.{first}.ansvarig"
    session.says = f"{counted(len(chosen), 'nytta', 'nyttor')} finns nu i planen."


def add_outcome(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """An empty row for the outcome of a row of the calculation."""
    n, rad = count(session.state.flat, "utfall"), str(event.get("value") or "")
    empty = {f"utfall.{n}.{name}": "" for name in ("rad", "faktor", "ar", "varde", "kalla")}
    session.fill({**empty, f"utfall.{n}.rad": rad})
    session.focus = f"utfall.{n}.rad"


def paste_outcome(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """The outcome of a pasted table."""
    given = event.get("value")
    text = given if isinstance(given, str) and given else desk.beside.get(TABELL, "")
    _take(session, desk, text, lines_of(text))


def save_blank(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """A table of what was decided, to fill in with what it became."""
    read = from_flat(session.calculator, session.state.flat)
    plan = beslut.latest(session.calculator, session.state.rest)
    if plan is None and read.stops:
        session.says = "Rätta det som är markerat i kalkylen först."
        return
    out = io.StringIO(newline="")
    blank(read.inputs if plan is None else plan.kalkyl, Tabellfil(out))
    reply["download"] = {
        "name": f"{file_name(session.name)}-utfall.csv",
        "type": "text/csv;charset=utf-8",
        "text": out.getvalue(),
    }
    session.says = "Tabellen är sparad. Fyll i den och läs in den här."


def outcome_file(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """The outcome of a file: text, or a spreadsheet whose reader has been fetched by now."""
    file = file_of(event)
    try:
        lines = _lines(file)
    except Unreadable as sentence:
        session.says = f"{file.get('name') or 'Filen'} gick inte att läsa. {sentence}"
        desk.misread = (session.says,)
        return
    _take(session, desk, "\n".join("\t".join(cells) for _, cells in lines), lines)


def _lines(file: Mapping[str, Any]) -> Sequence[Line]:
    if file.get("large"):
        raise Unreadable(TOO_LARGE)
    data = bytes_of(file)
    if data.startswith(PACKED) or str(file.get("name") or "").lower().endswith(SHEETS):
        tables: Sequence[Sequence[Line]] = spreadsheets("calculators.workbook.utfall").tables(data)
        return with_outcome(tables)
    if len(data) > LARGEST:
        raise Unreadable(TOO_LARGE)
    return lines_of(decoded(data))


def _take(session: Session, desk: Desk, text: str, lines: Sequence[Line]) -> None:
    read = from_flat(session.calculator, session.state.flat)
    if read.stops:
        session.says = "Rätta det som är markerat i kalkylen först. Tabellen finns kvar."
        return
    plan = beslut.latest(session.calculator, session.state.rest)
    found = _read(lines, read.inputs if plan is None else plan.kalkyl, read.inputs)
    desk.misread, desk.following = tuple(found.fel), True
    if found.rader:
        session.change(merged(session.state.flat, found.rader))
        desk.beside[TABELL] = "" if not found.fel else text[:LONGEST]
    told = f" {counted(len(found.fel), 'rad', 'rader')} gick inte att läsa." if found.fel else ""
    session.says = f"{counted(len(found.rader), 'värde', 'värden')} är inlästa.{told}"


def _read(lines: Sequence[Line], plan: Any, now: Any) -> Inlast:
    """Against the decision; a calculation that has got rows since then may fit better."""
    first = read_table(lines, plan)
    if not first.fel or plan is now:
        return first
    second = read_table(lines, now)
    return second if len(second.rader) > len(first.rader) else first


def save_calendar(session: Session, desk: Desk, event: Event, reply: Reply) -> None:
    """The measuring days as a file that a calendar opens."""
    read = from_flat(session.calculator, session.state.flat)
    text = calendar(read.inputs, desk.moment)
    if "BEGIN:VEVENT" not in text:
        session.says = "Skriv datum för den första mätningen i planen, till exempel 2027-09-01."
        return
    reply["download"] = {
        "name": f"{file_name(session.name)}-uppfoljning.ics",
        "type": "text/calendar;charset=utf-8",
        "text": text,
    }
    session.says = "Kalenderfilen är sparad."


FOLLOW_UP: dict[str, Callable[[Session, Desk, Event, Reply], None]] = {
    "follow_up": show,
    "freeze": freeze,
    "plan_one": plan_one,
    "plan_all": plan_all,
    "add_outcome": add_outcome,
    "paste_outcome": paste_outcome,
    "outcome_file": outcome_file,
    "save_blank": save_blank,
    "save_calendar": save_calendar,
}
