"""Published standard values: one TOML file a value or a table. Dated, cited, never a silent fallback.

A file holds `label`, `unit`, maybe `note`, and dated `entries`. In a table the entries hold `values`
and not `value`, and `items` may give a key its own label, group, unit and note. `span`, or in a table `spans` by key, gives the lowest and
highest value that the source names; a key with a span alone has no likely value of its own.
Ids: "paslagsfaktor", "timkostnad.barnmorska".
"""

from __future__ import annotations

import dataclasses as dc
import datetime as dt
import functools
import os
import tomllib
from typing import Any

from calculators.swedish import exact_amount, exact_span

IN_FORCE_ON = dt.date(2026, 11, 24)  # the engine has no clock: move this when the values have been read again
REVIEW_EVERY = dt.timedelta(days=365)
# Not importlib.resources, nor pathlib: together they cost every browser a dozen modules at start.
FOLDER = os.path.join(os.path.dirname(__file__), "values")


class NoStandardValue(LookupError):
    """No such value, or none that covers the day asked for."""


@dc.dataclass(frozen=True, slots=True)
class Standard:
    """One published figure, as it stood in one source from one day."""

    id: str
    label: str
    table: str
    group: str
    unit: str
    published: float
    valid_from: dt.date
    valid_to: dt.date | None
    source: str
    url: str
    checked: dt.date
    about: str  # the file's note
    note: str  # the row's own
    span: tuple[float, float] | None = None  # the lowest and highest value that the source names, as published
    spanned_only: bool = False  # the source names no likely value: `published` is the middle of the span

    @property
    def amount(self) -> float:
        """The figure that the engine uses: a percentage becomes a fraction here, and only here."""
        return self._used(self.published)

    @property
    def amounts(self) -> tuple[float, float] | None:
        """The span as the engine uses it."""
        return None if self.span is None else (self._used(self.span[0]), self._used(self.span[1]))

    @property
    def figure(self) -> str:
        """What the source says: "1 700 h/år", "10 min (5–15 min)" or "5–10 min"."""
        if self.span is None:
            return exact_amount(self.published, self.unit)
        span = exact_span(*self.span, self.unit)
        return span if self.spanned_only else f"{exact_amount(self.published, self.unit)} ({span})"

    def _used(self, published: float) -> float:
        return published / 100 if self.unit == "%" else published

    def covers(self, day: dt.date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def review_due(self, on: dt.date) -> bool:
        """Whether a person ought to look at the source again."""
        return on - self.checked > REVIEW_EVERY


def standard(id: str, on: dt.date = IN_FORCE_ON) -> Standard:
    entries = history(id)
    for entry in entries:
        if entry.covers(on):
            return entry
    days = ", ".join(f"{e.valid_from}–{e.valid_to or ''}" for e in entries)
    raise NoStandardValue(f"{id!r}: no value covers {on} in calculators/values/{_file(id)}; there is: {days}")


def history(id: str) -> tuple[Standard, ...]:
    """Every dated entry of a value, the newest first."""
    found = _read(_file(id)).get(id)
    if found is None:
        raise NoStandardValue(f"no standard value {id!r}; there are: {', '.join(standards())}")
    return found


def table(id: str, on: dt.date = IN_FORCE_ON) -> dict[str, Standard]:
    """The rows of a table that cover the day, by key, in the order of the file."""
    rows = {key.partition(".")[2]: entries for key, entries in _read(f"{id}.toml").items()}
    found = {key: entry for key, entries in rows.items() for entry in entries if key and entry.covers(on)}
    if not found:
        raise NoStandardValue(f"no table {id!r} that covers {on}; there are: {', '.join(standards())}")
    return found


@functools.cache
def standards() -> tuple[str, ...]:
    """Every id, file by file."""
    return tuple(id for name in sorted(os.listdir(FOLDER)) if name.endswith(".toml") for id in _read(name))


def review_due(on: dt.date) -> tuple[Standard, ...]:
    """The newest entry of each value whose last check lies too far back."""
    return tuple(newest for newest in (history(id)[0] for id in standards()) if newest.review_due(on))


def _file(id: str) -> str:
    return f"{id.partition('.')[0]}.toml"


@functools.cache
def _read(name: str) -> dict[str, tuple[Standard, ...]]:
    path = os.path.join(FOLDER, name)
    if not os.path.isfile(path):
        return {}
    with open(path, "rb") as file:
        data = tomllib.load(file)
    found: dict[str, list[Standard]] = {}
    for entry in sorted(data["entries"], key=lambda entry: entry["from"], reverse=True):
        values, spans = entry.get("values", {"": entry.get("value")}), _spans(entry)
        for key in dict.fromkeys((*data.get("items", ()), *values, *spans)):
            if key not in values and key not in spans:
                continue
            row = _standard(name.removesuffix(".toml"), key, entry, data)
            found.setdefault(row.id, []).append(row)
    return {id: tuple(rows) for id, rows in found.items()}


def _spans(entry: dict[str, Any]) -> dict[str, Any]:
    """Key → lowest and highest; the key of a value that stands alone is empty."""
    found: dict[str, Any] = {"": entry["span"]} if "span" in entry else entry.get("spans", {})
    return found


def _standard(file: str, key: str, entry: dict[str, Any], data: dict[str, Any]) -> Standard:
    item = data.get("items", {}).get(key, {})
    span: Any = _spans(entry).get(key)
    value = entry.get("values", {}).get(key) if key else entry["value"]
    return Standard(
        id=f"{file}.{key}" if key else file,
        label=item.get("label", f"{data['label']} {key}".strip()),
        table=data["label"] if key else "",
        group=item.get("group", ""),
        unit=item.get("unit", data["unit"]),
        published=float((span[0] + span[1]) / 2 if value is None else value),
        valid_from=entry["from"],
        valid_to=entry.get("to"),
        source=entry["source"],
        url=entry["url"],
        checked=entry["checked"],
        about=data.get("note", ""),
        note=item.get("note", entry.get("note", "")),
        span=None if span is None else (float(span[0]), float(span[1])),
        spanned_only=value is None,
    )
