"""One reader's work with one calculator: her texts, what she has done, and the way back. Knows no HTML."""

from __future__ import annotations

import dataclasses as dc
import functools
import json
from collections.abc import Callable, Collection, Mapping
from typing import Any
from urllib.parse import unquote_plus

from calculators import link
from calculators.nesting import parse_json
from calculators.rows import Flat, RowError, add, closed_up, duplicate, move, remove
from calculators.schema import Calculator
from calculators.wire import from_json, to_flat
from calculators.wire.flat import declared_keys

DEEPEST_UNDO = 200
MOST_KEYS = 20_000
LONGEST = 20_000
MOST_BEHIND = 8  # documents of her own that lie behind a link


@dc.dataclass(frozen=True, slots=True)
class State:
    """What undo goes back to: exactly what was typed, and the example that the figures started from."""

    flat: Mapping[str, str]
    origin: str = ""


@dc.dataclass(slots=True)
class Session:
    """`own` is her saved document while she looks at somebody's link; `focus` is the key to move to after an event.

    `says` is heard once; `notice` stands on the page until she changes something.
    """

    calculator: Calculator
    state: State
    past: list[State] = dc.field(default_factory=list)
    future: list[State] = dc.field(default_factory=list)
    last_key: str = ""
    own: dict[str, Any] | None = None
    focus: str = ""
    says: str = ""
    aside: dict[str, str] = dc.field(default_factory=dict)  # what she tries beside a field, no part of the work
    notice: str = ""

    def change(self, flat: Mapping[str, str], origin: str | None = None, key: str = "") -> None:
        """Make a change that can be undone. Typing on in one field is one change."""
        if not key or key != self.last_key:
            self.past = [*self.past[-DEEPEST_UNDO:], self.state]
        self.future.clear()
        self.last_key, self.notice = key, ""
        self.state = State(dict(flat), self.state.origin if origin is None else origin)

    def undo(self) -> None:
        self._step(self.past, self.future, "Ångrat.")

    def redo(self) -> None:
        self._step(self.future, self.past, "Gjort igen.")

    def _step(self, source: list[State], target: list[State], says: str) -> None:
        if source:
            target.append(self.state)
            self.state = source.pop()
            self.last_key, self.says = "", says

    def type(self, key: str, value: str) -> None:
        """A field now holds this text. An answer takes the place of "Vet ej"."""
        if key.startswith(WAGE):
            self.aside[key] = value[:LONGEST]
        elif len(self.state.flat) < MOST_KEYS and declared_keys(self.calculator.inputs).fullmatch(key):
            flat = {k: v for k, v in self.state.flat.items() if k != f"vet_ej.{key}"} | {key: value[:LONGEST]}
            self.change(flat if key in self.state.flat else closed_up(flat), key=key)

    def fill(self, texts: Mapping[str, str], without: Collection[str] = ()) -> None:
        """Several fields at once, in one step that can be undone."""
        kept = {k: v for k, v in self.state.flat.items() if k not in without}
        self.change({**kept, **texts})

    def edit_rows(self, do: str, path: str) -> None:
        """Add, remove, move or copy a row; a path that leads nowhere changes nothing."""
        try:
            flat, self.focus = ROW_EDITS[do](self.calculator, dict(self.state.flat), path)
        except RowError:
            return
        self.change(flat)
        self.says = ROW_SAYS[do]

    def document(self) -> dict[str, Any]:
        """The work as it is saved and linked."""
        kept: dict[str, Any] = {"calculator": self.calculator.id, "flat": dict(self.state.flat)}
        if self.state.origin:
            kept["origin"] = self.state.origin
        return kept

    def saved(self) -> str:
        """The document for the browser's own store; carries her own earlier work while she looks at a link."""
        own = {"own": self.own} if self.own else {}
        return _stored({"version": link.VERSION, **self.document(), **own})

    def hers(self) -> str:
        """What must not be lost when another link is opened: a copy that she has not touched can be."""
        return self.saved() if self.past or not self.own else _stored(self.own)


def _stored(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


WAGE = "lon."  # begins the name of a wage that is tried beside a field for an hourly cost


ROW_EDITS: dict[str, Callable[[Calculator, Flat, str], tuple[Flat, str]]] = {
    "add": add,
    "remove": remove,
    "up": functools.partial(move, step=-1),
    "down": functools.partial(move, step=1),
    "copy": duplicate,
}
ROW_SAYS = {"add": "En rad är tillagd.", "remove": "Raden är borttagen. Du kan ångra.", "up": "Raden är flyttad uppåt.",
            "down": "Raden är flyttad nedåt.", "copy": "Raden är kopierad."}  # fmt: skip


def example_state(calc: Calculator, name: str = "") -> State:
    """An example, filled in; the first one when none is named."""
    example = next((e for e in calc.examples if e.name == name), calc.examples[0])
    return State(to_flat(from_json(calc, dict(example.given))), example.name)


def empty_state(calc: Calculator) -> State:
    """Nothing filled in but the defaults."""
    return State({**to_flat(calc.inputs()), **calc.blank})


def start_state(calc: Calculator) -> State:
    """What a page is built with: a reference calculation asks for the municipality's own figures, others show an example."""
    return empty_state(calc) if calc.reference else example_state(calc)


def without_example(calc: Calculator, state: State) -> State:
    """Her own figures and the defaults, without those that still are the example's."""
    example, empty = example_state(calc, state.origin).flat, empty_state(calc).flat
    kept = {key: value for key, value in state.flat.items() if example.get(key) != value or empty.get(key) == value}
    return State({**empty, **kept})


def opened(calc: Calculator, fragment: str, saved: str | None) -> Session:
    """A session from a link, from named fields, from what was saved, or from the example. Never raises."""
    session = Session(calc, start_state(calc))
    mine = _read_saved(calc, saved)
    if mine:
        session.state, session.own = _state(calc, mine), _own(mine)
    if fragment.startswith(link.KEY):
        _open_link(session, fragment, mine)
    elif "=" in fragment:
        _open_named(session, fragment, mine)
    return session


def _open_link(session: Session, fragment: str, mine: dict[str, Any] | None) -> None:
    try:
        document = link.decode(fragment)
        if document.get("calculator") != session.calculator.id:
            raise link.UnreadableLink("Länken hör till en annan kalkylator.")
    except link.UnreadableLink as sentence:
        session.says = session.notice = str(sentence)
        return
    _show(session, _state(session.calculator, document), mine, "Du ser en kopia av kalkylen i länken.")


def _open_named(session: Session, fragment: str, mine: dict[str, Any] | None) -> None:
    keys = declared_keys(session.calculator.inputs)
    pairs = (pair.partition("=") for pair in fragment.split("&"))
    given = {unquote_plus(k): unquote_plus(v)[:LONGEST] for k, _, v in pairs if keys.fullmatch(unquote_plus(k))}
    if given:
        state = State(closed_up({**empty_state(session.calculator).flat, **given}))
        _show(session, state, mine, "Uppgifterna i länken är ifyllda.")


def _show(session: Session, state: State, mine: dict[str, Any] | None, says: str) -> None:
    """What a link holds, with her own work behind it: also a copy of an earlier link that she has changed."""
    session.state, session.own = state, mine and _shallower(mine)
    session.says, session.notice = says, "" if mine else says


def _own(document: Mapping[str, Any]) -> dict[str, Any] | None:
    own = document.get("own")
    return own if isinstance(own, dict) else None


def _shallower(document: dict[str, Any]) -> dict[str, Any]:
    """The document with no more behind it than we keep. What she made herself lies last, and is never dropped."""
    behind, own = [], _own(document)
    while own:
        behind.append(own)
        own = _own(own)
    kept: dict[str, Any] | None = None
    for one in reversed([document, *behind[: MOST_BEHIND - 1], *behind[MOST_BEHIND - 1 :][-1:]]):
        kept = {k: v for k, v in one.items() if k != "own"} | ({"own": kept} if kept else {})
    return kept or document


def _read_saved(calc: Calculator, saved: str | None) -> dict[str, Any] | None:
    try:
        document = parse_json(saved) if saved else None
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) and document.get("calculator") == calc.id else None


def _state(calc: Calculator, document: Mapping[str, Any]) -> State:
    """The state in a document, whatever it holds: only texts at declared keys are kept."""
    flat, origin = document.get("flat"), document.get("origin")
    keys = declared_keys(calc.inputs)
    kept: Flat = {}
    for key, value in (flat if isinstance(flat, dict) else {}).items():
        if isinstance(value, str) and len(kept) < MOST_KEYS and keys.fullmatch(key):
            kept[key] = value[:LONGEST]
    names = [e.name for e in calc.examples]
    return State(closed_up(kept), origin if isinstance(origin, str) and origin in names else "")
