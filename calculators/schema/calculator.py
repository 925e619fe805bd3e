"""A calculator as it is declared: inputs, outputs, how they are computed, soft checks and worked examples."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Callable, Mapping
from typing import Any

from calculators.fault import Fault


@dc.dataclass(frozen=True, slots=True)
class Doubt:
    """A soft check: `level` is "fråga", "varning" or "info"; the text is a question or a piece of advice."""

    field: str
    level: str
    text: str


@dc.dataclass(frozen=True, slots=True)
class Check:
    """A soft check of a declaration: the doubt is shown at `field` while the formula `when` holds."""

    field: str
    level: str
    when: str
    text: str


@dc.dataclass(frozen=True, slots=True)
class Example:
    """A filled-in case. `given` and `expect` are in the wire's JSON; `checked_against` says where the figures come from."""

    name: str
    given: Mapping[str, Any]
    expect: Mapping[str, Any]
    checked_against: str
    about: str = ""  # what the case is, for whoever chooses among examples
    beside: Mapping[str, Any] = dc.field(default_factory=dict)  # what its document holds beside the fields


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Calculator:
    """A calculator: what it asks, what it answers, and how. `compute` is pure and may raise `Rejected` only."""

    id: str
    title: str
    summary: str
    inputs: type
    outputs: type
    compute: Callable[[Any], Any]
    examples: tuple[Example, ...]
    headline: str  # name of the output that sums up the answer
    checks: tuple[Check, ...] = ()
    faults: Callable[[Any], list[Fault]] = lambda inputs: []
    doubts: Callable[[Any], list[Doubt]] = lambda inputs: []
    options: tuple[str, ...] = ()  # names of the inputs that the command line calls options
    counts_missing_as_zero: bool = False  # an empty figure is 0 and named in the result, instead of holding it back
    blank: Mapping[str, str] = dc.field(default_factory=dict)  # texts of an empty form, beyond the defaults
    fill: Callable[[Mapping[str, str], str], Mapping[str, str]] = lambda flat, row: {}  # texts of a new row
    explain: Callable[[Any, Any], Mapping[str, Any]] | None = None  # steps by output, where no formula is declared
    bidrag: Callable[[Any], Any] | None = None  # inputs → what the calculator adds to a nyttokalkyl
    reference: Any = None  # the declaration of a reference calculation
    modernised: Callable[[Any], Any] | None = None  # an opened state → the same in today's way of counting
    own_page: str = ""  # template of a calculator whose page is more than fields and figures
