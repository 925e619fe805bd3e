"""What a page shows of a session: its texts read, checked and computed once."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.derivation import doubts_of
from calculators.desk import Desk
from calculators.fault import Fault, Rejected
from calculators.schema import Calculator, Doubt
from calculators.session import Session, empty_state, example_state
from calculators.underlag import Underlag, at_level, varies
from calculators.underlag import doubts as doubts_of_figures
from calculators.wire import Read, from_flat


@dc.dataclass(frozen=True, slots=True)
class View:
    """`outputs` is None where a fault holds the result back. `example` is the flat example that the work started from."""

    session: Session
    read: Read
    outputs: Any
    faults: tuple[Fault, ...]
    doubts: tuple[Doubt, ...]
    example: Mapping[str, str]
    desk: Desk

    @property
    def calculator(self) -> Calculator:
        return self.session.calculator

    @property
    def id(self) -> str:
        return self.calculator.id

    @property
    def flat(self) -> Mapping[str, str]:
        return self.session.state.flat

    @property
    def inputs(self) -> Any:
        return self.read.inputs

    @property
    def is_example(self) -> bool:
        """Nothing has been changed since the example was shown."""
        same = bool(self.example) and _same_texts(self.flat, self.example)
        return same and self.session.state.rest == example_state(self.calculator, self.session.state.origin).rest

    @property
    def untouched(self) -> bool:
        """Nothing has been filled in beside the defaults."""
        return _same_texts(self.flat, empty_state(self.calculator).flat)

    @property
    def levels(self) -> tuple[Any, Any] | None:
        """The answers at the lowest and highest values, where any figure has such a value."""
        if self.outputs is None or self.calculator.reference or not varies(self.inputs):
            return None
        compute = self.calculator.compute
        try:
            return compute(at_level(self.inputs, "lagst")), compute(at_level(self.inputs, "hogst"))
        except Rejected:
            return None

    @property
    def missing(self) -> tuple[Fault, ...]:
        return tuple(f for f in self.faults if f.missing)

    @property
    def wrong(self) -> tuple[Fault, ...]:
        return tuple(f for f in self.faults if not f.missing)


def _same_texts(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two forms hold the same texts: an empty field is as none. Tells two that differ apart at the first difference."""
    return all(other.get(key, "") == text for key, text in one.items()) and all(
        one.get(key, "") == text for key, text in other.items()
    )


def seen(session: Session, desk: Desk | None = None) -> View:
    """Read the texts, compute, and gather what there is to say. A check of level "fel" holds the result back."""
    calc = session.calculator
    read = from_flat(calc, session.state.flat)
    faults, outputs = read.faults, None
    doubts: tuple[Doubt, ...] = ()
    if not read.stops:
        try:
            outputs = calc.compute(read.inputs)
            doubts = (*calc.doubts(read.inputs), *doubts_of(calc.checks, read.inputs), *_of_figures(read.inputs))
        except Rejected as rejected:
            faults = (*faults, *rejected.faults)
    if stops := tuple(Fault("E_KONTROLL", d.field, d.text) for d in doubts if d.level == "fel"):
        faults, outputs, doubts = (*faults, *stops), None, tuple(d for d in doubts if d.level != "fel")
    origin = session.state.origin
    example = example_state(calc, origin).flat if origin else {}
    return View(session, read, outputs, faults, doubts, example, desk or Desk(calc.id))


def _of_figures(inputs: Any) -> list[Doubt]:
    return doubts_of_figures(inputs) if isinstance(inputs, Underlag) else []
