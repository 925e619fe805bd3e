"""The fields of a form in groups, and what stands beside each: source, lowest and highest, "Vet ej", published hourly costs."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.answers import HOURLY, known
from calculators.schema import Field, active, fields_of
from calculators.standard import standard, table
from calculators.underlag import Underlag
from calculators.views.view import View
from calculators.wire.flat import unflattened

FRAMES = "Ramar"
FIGURES = ("number", "share")
SHOWN = (*FIGURES, "choice", "flag", "text", "texts", "numbers", "rows")


@dc.dataclass(frozen=True, slots=True)
class EntryPage:
    """What the template of a form asks for: groups of fields, the frames apart, and the row tree of what was typed."""

    groups: tuple[tuple[str, tuple[Field, ...]], ...]
    frames: tuple[Field, ...]
    underlag: bool
    tree: Mapping[str, Any]
    wages: Mapping[str, Mapping[str, str]]

    def beside(self, field: Field) -> bool:
        """Whether a source and a span belong beside the field."""
        return self.underlag and field.kind in FIGURES and field.group != FRAMES and not field.whole

    @staticmethod
    def known(field: Field) -> bool:
        """Whether there is a published answer for who does not know."""
        return known(field) is not None

    @staticmethod
    def hourly(field: Field) -> bool:
        """Whether the field holds what an hour of work costs, which can be fetched; the time of others has no wage."""
        return field.unit == HOURLY and field.name.startswith("timkostnad")

    @staticmethod
    def seen(field: Field) -> str:
        """What others have seen, in words; empty where nothing is published."""
        if not field.seen and not field.standard:
            return ""
        value = standard(field.seen or field.standard or "")
        told = field.seen or value.span
        words = "Sett i kommuner" if value.id.startswith("referenskalkyler.") else "Publicerat värde"
        return f"{words}: {value.figure}{_note(value.note)}." if told else ""

    @staticmethod
    def row_fields(field: Field) -> tuple[Field, ...]:
        """The fields of a row."""
        return tuple(fields_of(field.row).values()) if field.row else ()

    @staticmethod
    def rows(tree: Mapping[str, Any], name: str) -> list[tuple[int, Any]]:
        """The rows under a name, in order."""
        found = tree.get(name)
        return sorted((int(n), row) for n, row in found.items()) if isinstance(found, dict) else []


def _note(note: str) -> str:
    return f" ({note.rstrip('.').lower()})" if note else ""


def entry_page(view: View) -> EntryPage:
    """The fields that are asked now, by group, in the order of the declaration."""
    declared = fields_of(view.calculator.inputs)
    choices = {name: view.flat.get(name, f.default) for name, f in declared.items() if f.kind == "choice"}
    asked = [f for f in declared.values() if f.kind in SHOWN and active(f, choices)]
    groups: dict[str, list[Field]] = {}
    for field in asked:
        groups.setdefault(field.group, []).append(field)
    frames = groups.pop(FRAMES, [])
    if not groups:
        groups, frames = {"": frames}, []
    return EntryPage(
        groups=tuple((name, tuple(fields)) for name, fields in _own_first(groups).items()),
        frames=tuple(frames),
        underlag=issubclass(view.calculator.inputs, Underlag),
        tree=unflattened(view.flat),
        wages=wages(),
    )


def _own_first(groups: dict[str, list[Field]]) -> dict[str, list[Field]]:
    """The municipality's name is asked first: it stands last in the base class."""
    first = [name for name, fields in groups.items() if any(f.name == "kommun" for f in fields)]
    return {name: sorted(groups[name], key=lambda f: f.name != "kommun") for name in first} | groups


def wages() -> dict[str, dict[str, str]]:
    """Published hourly costs to choose from: group → standard id → words."""
    found: dict[str, dict[str, str]] = {}
    for row in table("timkostnad").values():
        found.setdefault(row.group, {})[row.id] = f"{row.label}, {row.figure}"
    return found
