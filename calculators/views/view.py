"""What a page shows of a session: its texts read, checked and computed once."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.derivation import doubts_of
from calculators.fault import Fault, Rejected
from calculators.schema import Calculator, Doubt
from calculators.session import Session, example_state
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
    link: str = ""

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
        return bool(self.example) and self.flat == self.example

    @property
    def missing(self) -> tuple[Fault, ...]:
        return tuple(f for f in self.faults if f.missing)

    @property
    def wrong(self) -> tuple[Fault, ...]:
        return tuple(f for f in self.faults if not f.missing)


def seen(session: Session, link: str = "") -> View:
    """Read the texts, compute, and gather what there is to say."""
    calc = session.calculator
    read = from_flat(calc, session.state.flat)
    faults, outputs = read.faults, None
    doubts: tuple[Doubt, ...] = ()
    if not read.stops:
        try:
            outputs = calc.compute(read.inputs)
            doubts = (*calc.doubts(read.inputs), *doubts_of(calc.checks, read.inputs))
        except Rejected as rejected:
            faults = (*faults, *rejected.faults)
    origin = session.state.origin
    example = example_state(calc, origin).flat if origin else {}
    return View(session, read, outputs, faults, doubts, example, link)
