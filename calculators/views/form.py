"""The form of a calculator, and the shape that says when it must be drawn again."""

from __future__ import annotations

import dataclasses as dc
import functools
from collections.abc import Mapping
from typing import Any

from calculators.chaining import way_back
from calculators.easel.reasons import reasons
from calculators.kalkyl.arsmonster import year_patterns
from calculators.kalkyl.document import Block, EjVarderad, Term
from calculators.kalkyl.explanation import year_name
from calculators.kalkyl.formel.writing import written
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.utrakning import of_block
from calculators.monster import forgotten, patterns
from calculators.schema import Field, fields_of
from calculators.swedish import NotANumber, parse_number
from calculators.views.charts.years import year_bar
from calculators.views.entries import entry_page
from calculators.views.environment import render
from calculators.views.view import View
from calculators.wire.flat import unflattened

Slots = Mapping[str, str]

# Texts that other fields show: a name in a list, a year over a column, a choice that opens more fields;
# and a year's factor, which later years repeat.
SHAPING = (".ref", ".typ", ".id", ".namn", "horisont", "startar")
PROFILES = {"lopande": "Varje år", "engang": "Bara första året", "egen": "Olika mycket olika år"}


@dc.dataclass(frozen=True, slots=True)
class KalkylPage:
    """What the templates of the nyttokalkyl form ask for."""

    tree: Mapping[str, Any]
    names: Mapping[str, str]
    shared: Mapping[str, str]
    years: tuple[str, ...]
    slots: Slots
    forgotten: Mapping[str, str]
    formulas: Mapping[str, str]  # key of each formula line → what it counts with while it is empty
    year_patterns: Mapping[str, Mapping[str, str]]
    reasons: Mapping[str, tuple[str, ...]]  # place of a row → the ways through the chain that lead to it
    profiles: Mapping[str, str] = dc.field(default_factory=lambda: PROFILES)
    block_fields: Mapping[str, Field] = dc.field(default_factory=lambda: fields_of(Block))
    term_fields: Mapping[str, Field] = dc.field(default_factory=lambda: fields_of(Term))
    unvalued_fields: Mapping[str, Field] = dc.field(default_factory=lambda: fields_of(EjVarderad))

    @staticmethod
    def rows(tree: Mapping[str, Any], name: str) -> list[tuple[int, Any]]:
        """The rows under a name, in order."""
        found = tree.get(name)
        return sorted((int(n), row) for n, row in found.items()) if isinstance(found, dict) else []

    @staticmethod
    def patterns(side: str) -> dict[str, str]:
        """Pattern → label, for the buttons under a side."""
        return patterns(side)

    def automatic(self, key: str) -> str:
        """What an empty formula line counts with."""
        return self.formulas.get(key, "")

    def bar(self, flat: Mapping[str, str], key: str, place: int) -> str:
        """A small bar over the factor of a year."""
        try:
            x = parse_number(self.filled(flat, key, place)[f"{key}.ar.{place}"])
        except NotANumber:
            x = 0.0
        return year_bar(x)

    @staticmethod
    def way_back(fran: str) -> tuple[str, str] | None:
        """The calculator that a row came from, and the fragment that fills it in again."""
        return way_back(fran)

    @staticmethod
    def filled(flat: Mapping[str, str], key: str, place: int) -> Mapping[str, str]:
        """The texts with a factor for this year: one that was never shown repeats the last, as the engine reads it."""
        start = f"{key}.ar."
        if f"{start}{place}" in flat:
            return flat
        before = [flat[f"{start}{n}"] for n in range(place) if f"{start}{n}" in flat]
        return {**flat, f"{start}{place}": before[-1] if before else "1"}


def form_html(view: View, notes: Slots, slots: Slots) -> str:
    """All fields, filled in with what was typed. While the guide asks one question at a time, there are no others."""
    if view.desk.guide is not None:
        return ""
    if view.calculator.own_page:
        page: Any = _kalkyl_page(view, slots)
        fields = fields_of(view.calculator.inputs)
        return render(
            f"{view.calculator.own_page}.html", view=view, fields=fields, flat=view.flat, notes=notes, page=page
        )
    return render("fields.html", view=view, flat=view.flat, notes=notes, page=entry_page(view))


def _kalkyl_page(view: View, slots: Slots) -> KalkylPage:
    return KalkylPage(
        tree=unflattened(view.flat),
        names={name: name for name in view.inputs.perspektiv},
        shared={g.id: g.varde.namn or g.id for g in view.inputs.gemensamma if g.id},
        years=tuple(year_name(year) for year in view.inputs.ar),
        slots=slots,
        forgotten=forgotten(view.flat),
        formulas=_automatic(view),
        year_patterns=year_patterns(int(view.inputs.horisont)),
        reasons=reasons(view.session.state),
    )


def _automatic(view: View) -> dict[str, str]:
    """For each formula line, the factors multiplied."""
    shared = shared_values(view.inputs)
    found = {}
    for side, n, block in view.inputs.blocks:
        if block.faktorer:
            tree = of_block(dc.replace(block, formel=""), shared).tree
            found[f"{side}.{n}.formel"] = written(tree) if tree is not None else ""
    return found


def shape(view: View) -> tuple[object, ...]:
    """Equal for two states whose forms differ only in what the reader has typed into them."""
    keys, flat = tuple(view.flat), view.flat
    shaping, beside = _shaping(view.calculator.inputs, keys)
    told = reasons(view.session.state).items()
    return (view.session.state.origin, view.desk.guide, keys, *map(flat.get, shaping), *filter(flat.get, beside), *told)


@functools.lru_cache(8)  # while she types, the fields are the same
def _shaping(inputs: type, keys: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields whose texts are part of the shape, and those that are while they hold any: an annual value that is written
    in a row that has factors too. One of the two has to go, so both are shown."""
    choices = {name for name, field in fields_of(inputs).items() if field.kind == "choice"}
    found = [k for k in keys if k.endswith(SHAPING) or k.startswith(("perspektiv.", "vet_ej.")) or ".ar." in k or k in choices]
    factors = {key.partition(".faktorer.0.")[0] for key in keys if key.partition(".faktorer.0.")[2] in ("namn", "troligt", "ref")}
    beside = [key for key in keys if ".arligt_varde." in key and key.partition(".arligt_varde.")[0] in factors]
    return tuple(found), tuple(beside)
