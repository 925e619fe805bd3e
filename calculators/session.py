"""One reader's work with one calculator: her texts, what she has done, and the way back. Knows no HTML."""

from __future__ import annotations

import dataclasses as dc
import functools
from collections.abc import Callable, Collection, Mapping
from typing import Any
from urllib.parse import unquote_plus

from calculators import link
from calculators.beside import DECISIONS
from calculators.rows import Flat, RowError, add, closed_up, duplicate, move, remove
from calculators.saved import LONGEST, MOST_KEYS, State, Unreadable, migrated, parsed, state_of, text_of, written
from calculators.schema import Calculator
from calculators.wire import from_json, to_flat
from calculators.wire.flat import declared_keys

DEEPEST_UNDO = 200


@dc.dataclass(slots=True)
class Session:
    """`focus` is the key to move to after an event; `copy` says that the work came with somebody's link.

    `says` is heard once; `notice` stands on the page until she changes something.
    """

    calculator: Calculator
    state: State
    past: list[State] = dc.field(default_factory=list)
    future: list[State] = dc.field(default_factory=list)
    last_key: str = ""
    copy: bool = False
    focus: str = ""
    says: str = ""
    aside: dict[str, str] = dc.field(default_factory=dict)  # what she tries beside a field, no part of the work
    notice: str = ""

    def change(
        self, flat: Mapping[str, str], origin: str | None = None, key: str = "", rest: Mapping[str, Any] | None = None
    ) -> None:
        """Make a change that can be undone. Typing on in one field is one change. `rest`: what stands beside the fields."""
        if not key or key != self.last_key:
            self.past = [*self.past[-DEEPEST_UNDO:], self.state]
        self.future.clear()
        self.last_key, self.notice = key, ""
        whole = dict(flat) if flat.keys() == self.state.flat.keys() else closed_up(flat)
        beside = self.state.rest if rest is None else self._as_decided(rest)
        self.state = State(whole, self.state.origin if origin is None else origin, beside)

    def undo(self) -> None:
        self._step(self.past, self.future, "Ångrat.")

    def redo(self) -> None:
        self._step(self.future, self.past, "Gjort igen.")

    def _step(self, source: list[State], target: list[State], says: str) -> None:
        if source:
            target.append(self.state)
            other = source.pop()
            self.state = dc.replace(other, rest=self._as_decided(other.rest))
            self.last_key, self.says = "", says

    def _as_decided(self, rest: Mapping[str, Any]) -> Mapping[str, Any]:
        """What lies beside the fields, with the decisions as they are now: they are no part of what she changes and undoes."""
        decided = {DECISIONS: self.state.rest[DECISIONS]} if DECISIONS in self.state.rest else {}
        return {**{key: value for key, value in rest.items() if key != DECISIONS}, **decided}

    def type(self, key: str, value: str) -> None:
        """A field now holds this text. An answer takes the place of "Vet ej"."""
        if key.startswith(WAGE):
            self.aside[key] = value[:LONGEST]
        elif len(self.state.flat) < MOST_KEYS and declared_keys(self.calculator.inputs).fullmatch(key):
            flat = {k: v for k, v in self.state.flat.items() if k != f"vet_ej.{key}"} | {key: value[:LONGEST]}
            self.change(flat, key=key)

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

    def keep_aside(self, rest: Mapping[str, Any]) -> None:
        """What lies beside the fields is this from now on, whatever she undoes."""
        self.state = dc.replace(self.state, rest=rest)
        self.last_key, self.notice = "", ""

    def document(self) -> dict[str, Any]:
        """The work as it is saved and linked."""
        return written(self.calculator, self.state)

    def saved(self) -> str:
        """The document as text."""
        return text_of(self.calculator, self.state)

    @property
    def name(self) -> str:
        """What the work is called in a list."""
        return self.state.flat.get("namn", "").strip() or self.calculator.title


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
    state = State(to_flat(from_json(calc, dict(example.given))), example.name, example.beside)
    return calc.modernised(state) if calc.modernised else state


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
    """A session from a link, from named fields, from what was saved, or as the page is built. Never raises."""
    session = Session(calc, start_state(calc))
    if saved:
        try:
            session.state = state_of(calc, parsed(saved))
        except Unreadable as sentence:
            session.says = session.notice = str(sentence)
    if fragment.startswith(link.KEY):
        _open_link(session, fragment)
    elif "=" in fragment:
        _open_named(session, fragment)
    return session


def _open_link(session: Session, fragment: str) -> None:
    try:
        session.state = state_of(session.calculator, migrated(link.decode(fragment)))
    except (link.UnreadableLink, Unreadable) as sentence:
        session.says = session.notice = f"Länken gick inte att öppna. {sentence}"
        return
    session.says, session.copy = "Du ser en kopia av kalkylen i länken.", True


def _open_named(session: Session, fragment: str) -> None:
    keys = declared_keys(session.calculator.inputs)
    pairs = (pair.partition("=") for pair in fragment.split("&"))
    given = {unquote_plus(k): unquote_plus(v)[:LONGEST] for k, _, v in pairs if keys.fullmatch(unquote_plus(k))}
    if given:
        session.state = State(closed_up({**empty_state(session.calculator).flat, **given}))
        session.says, session.copy = "Uppgifterna i länken är ifyllda.", True
