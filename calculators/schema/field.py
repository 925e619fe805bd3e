"""Declare a calculator once: a frozen dataclass for inputs, one for outputs, and a kind for each field.

A field's label, unit, limits, default, help and source stand here and drive the form, the messages, the link,
the tables in the docs and the tests. Shares and rates are fractions (0.65); ×100 happens only at the reader's edge.
"""

from __future__ import annotations

import dataclasses as dc
import functools
import typing
from collections.abc import Mapping
from typing import Any, Literal

from calculators.standard import standard

Kind = Literal[
    "number",
    "numbers",
    "share",
    "choice",
    "flag",
    "text",
    "texts",
    "span",
    "profile",
    "rows",
    "table",
    "overrides",
    "profiles",
    "sources",
    "object",
]


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What the whole house knows about one field."""

    name: str
    kind: Kind
    label: str
    unit: str = ""
    help: str = ""
    low: float | None = None
    high: float | None = None
    above: float | None = None  # limits that the value may not reach
    below: float | None = None
    whole: bool = False
    allowed: tuple[float, ...] = ()
    options: Mapping[str, str] = dc.field(default_factory=dict)
    amounts: Mapping[str, str] = dc.field(default_factory=dict)  # an option → the standard value that formulas read it as
    required: bool = False
    asked: bool = False  # an answer is expected, but the calculation goes on without it
    default: Any = None
    follows: str = ""  # the field whose value an empty one takes
    standard: str | None = None
    end: Literal["", "lowest", "highest"] = ""  # of an output: which end of its standard value's span it is
    seen: str = ""  # id of the standard value that says what others have seen
    guessed: bool = True  # whether what others have seen may stand in for an answer that she does not have
    group: str = ""  # heading that the field stands under in a long form
    unless: str = ""  # a text field that, when filled in, says what this required one would
    when: tuple[str, ...] = ()  # asked only while a choice among the inputs has this value: ("metod", "ab", …)
    code: str = ""  # the E_ code of a broken limit or choice, where it is not the kind's own
    formula: str = ""
    formulas: Mapping[str, str] = dc.field(default_factory=dict)  # an option of the choice `by` → the formula then
    by: str = ""
    told: bool = True  # an output that only repeats another, for machines, is not told to the reader
    one: str = ""  # what one row is called: "nytta"
    length: str = ""  # name of the input that says how many numbers a profile holds
    row: type | None = None


def _declared(
    kind: Kind,
    label: str,
    *,
    default: Any = dc.MISSING,
    required: bool = False,
    from_standard: str | None = None,
    **about: Any,
) -> Any:
    if from_standard is not None:
        default = standard(from_standard).amount
    if kind in KEYED:
        return dc.field(default_factory=dict, metadata=about | {"kind": kind, "label": label}, kw_only=True)
    if default is dc.MISSING:
        default = None if required else EMPTY[kind]
    about |= {"kind": kind, "label": label, "required": required, "standard": from_standard}
    return dc.field(default=default, metadata=about, kw_only=True)


EMPTY: dict[str, Any] = {"text": "", "texts": (), "numbers": (), "rows": (), "table": (), "flag": False}
KEYED = ("overrides", "profiles", "sources")  # an object by name, empty unless something is said
for _kind in ("number", "share", "choice", "span", "profile", "object"):
    EMPTY[_kind] = None


def number(label: str, *, unit: str = "st", low: float | None = 0.0, **about: Any) -> Any:
    """A finite number, not negative unless `low=None`."""
    return _declared("number", label, unit=unit, low=low, **about)


def money(label: str, *, unit: str = "kr", **about: Any) -> Any:
    """An amount in kr (or kr/h, kr/mån …), today's price level."""
    return number(label, unit=unit, **about)


def share(label: str, *, high: float | None = 1.0, **about: Any) -> Any:
    """A fraction 0–1, shown as per cent."""
    return _declared("share", label, unit="%", low=0.0, high=high, **about)


def numbers(label: str, *, unit: str = "kr", one: str, low: float | None = None, **about: Any) -> Any:
    """A list of numbers, one a row; `one` names a row ("belopp"). May be negative unless `low` says otherwise."""
    return _declared("numbers", label, unit=unit, one=one, low=low, **about)


def choice(label: str, options: Mapping[str, str], *, code: str = "E_METOD", **about: Any) -> Any:
    """One of the named options; any other raises `code`. A formula reads its place (0, 1 …), or the standard value in `amounts`."""
    return _declared("choice", label, options=options, code=code, **about)


def flag(label: str, **about: Any) -> Any:
    """Yes or no."""
    return _declared("flag", label, **about)


def text(label: str, **about: Any) -> Any:
    """Any words."""
    return _declared("text", label, **about)


def texts(label: str, **about: Any) -> Any:
    """A list of words, one a row."""
    return _declared("texts", label, **about)


def span(label: str, *, unit: str = "", **about: Any) -> Any:
    """A `Varde`: one number, or lägst/troligt/högst, or a reference to a shared factor."""
    return _declared("span", label, unit=unit, **about)


def profile(label: str, *, length: str, **about: Any) -> Any:
    """Year factors: "lopande", "engang", or one number for each of the years that the input `length` says."""
    return _declared("profile", label, length=length, code="E_FAKTOR", default="lopande", **about)


def overrides(label: str, **about: Any) -> Any:
    """Field name → number, read as that field: another value for lägst or högst."""
    return _declared("overrides", label, **about)


def profiles(label: str, *, length: str, **about: Any) -> Any:
    """Row id → year factors."""
    return _declared("profiles", label, length=length, code="E_FAKTOR", **about)


def sources(label: str, **about: Any) -> Any:
    """Field name → where its value comes from."""
    return _declared("sources", label, **about)


def rows(label: str, row: type, *, one: str, **about: Any) -> Any:
    """Repeated rows of the dataclass `row`; `one` names a row ("nytta")."""
    return _declared("rows", label, row=row, one=one, **about)


def table(label: str, row: type, *, one: str, **about: Any) -> Any:
    """Rows that are an object by `id` in JSON: {"usk": 359}."""
    return _declared("table", label, row=row, one=one, **about)


def result(label: str, *, unit: str = "", formula: str = "", kind: Kind = "number", **about: Any) -> Any:
    """A figure of the outputs. With `formula` it is computed from inputs and earlier outputs.

    With `formulas` and `by` the formula follows a choice: an option that has none leaves the figure at None.
    With `from_standard` it is a published value, for the formulas after it. A `kind="choice"` has a formula that gives
    the place of one of its `options`.
    """
    return _declared(kind, label, unit=unit, formula=formula, low=None, **about)


def active(field: Field, chosen: Mapping[str, Any]) -> bool:
    """Whether a field is asked, given the value of each choice."""
    return not field.when or chosen.get(field.when[0]) in field.when[1:]


def figure_of(inputs: Any, name: str) -> Any:
    """What a formula reads an input as: an empty one as 0 or as the field that it follows, a choice as its amount or place."""
    field = fields_of(type(inputs))[name]
    value = getattr(inputs, name)
    if value is None:
        return figure_of(inputs, field.follows) if field.follows else 0.0
    if field.amounts:
        return standard(field.amounts[value]).amount
    return float([*field.options].index(value)) if field.kind == "choice" else value


def formula_of(field: Field, inputs: Any) -> str:
    """The formula of an output for these inputs; empty where it has none."""
    return field.formulas.get(getattr(inputs, field.by), "") if field.by else field.formula


def fields_of(cls: type) -> Mapping[str, Field]:
    """The declared fields of a dataclass, by name, in order."""
    return _fields_of(cls)


@functools.cache
def _fields_of(cls: type) -> Mapping[str, Field]:
    return {
        f.name: Field(name=f.name, default={} if f.default is dc.MISSING else f.default, **f.metadata)
        for f in dc.fields(cls)
        if f.metadata
    }


@dc.dataclass(frozen=True, slots=True)
class Varde:
    """A value with its uncertainty, or a reference. `lagst` and `hogst` are equal to `troligt` when not given."""

    troligt: float = 0.0
    lagst: float = 0.0
    hogst: float = 0.0
    ref: str = ""
    namn: str = ""
    enhet: str = ""
    kalla: str = ""

    @property
    def varies(self) -> bool:
        return not self.lagst == self.troligt == self.hogst


def hints(cls: type) -> dict[str, Any]:
    """The resolved type of each field."""
    return typing.get_type_hints(cls)
