"""The tab Uppföljning: how far the work has come, the plan and the outcome. A frozen decision is compared, never read."""

from __future__ import annotations

import dataclasses as dc
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from calculators.kalkyl.plan import Matning, Utfall
from calculators.schema import Field, fields_of
from calculators.swedish import fifteen_figures
from calculators.uppfoljning.beslut import kept
from calculators.workbook.flikar.beslut import DECISIONS, HEADS
from calculators.workbook.flikar.uppfoljning import FIELDS, PLAN
from calculators.workbook.flikar.utfall import EXPECTED, OUTCOME
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.rutnat import Flik, Ruta
from calculators.workbook.inlast.start import no_option, option
from calculators.workbook.inlast.tabell import Tabell, beside, plain, table
from calculators.workbook.inlast.tal import read_number

SECTIONS = {plain(title) for title in (DECISIONS, PLAN, OUTCOME, EXPECTED)}
MEASURED, BECAME = ("Nytta", "Indikator", "Nollpunkt", "Mål"), ("Rad", "Faktor", "År", "Utfall")
DECIDED = {"roll": HEADS["B"], "nar": HEADS["C"], "nettonytta": HEADS["D"]}
FROZEN = "Beslutet är fryst, så ändringen i rutan är inte inläst."


def is_follow_up(flik: Flik) -> bool:
    """Whether the tab has the plan or the outcome."""
    return bool(_table(flik, PLAN, MEASURED, Matning) or _table(flik, OUTCOME, BECAME, Utfall))


def read_follow_up(found: Inlast, flik: Flik) -> None:
    """The follow-up into the document."""
    for name, field in FIELDS.items():
        cell = beside(flik, field.label)
        value = _read(found, flik, cell, field) if cell is not None else None
        if value is not None:
            found.kalkyl[name] = value
    for name, title, needed, row in (("matningar", PLAN, MEASURED, Matning), ("utfall", OUTCOME, BECAME, Utfall)):
        t = _table(flik, title, needed, row)
        found.kalkyl[name] = list(_rows(found, t, fields_of(row))) if t else []
        if t is None:
            found.say(flik.name, f"Tabellen {title} hittades inte.")


def compare_decisions(found: Inlast, flik: Flik) -> None:
    """Tell where a cell of a frozen decision says something else than the decision itself."""
    decisions = [one for one in kept(found.rest) if isinstance(one, dict)]
    t = table(flik, tuple(DECIDED.values()))
    if t is None:
        return
    for n, decision in enumerate(decisions):
        for key, label in DECIDED.items():
            cell = t.cell(t.head + 1 + n, label)
            known = decision.get(key)
            same = cell.value == known if isinstance(known, int | float) else cell.text == str(known or "").strip()
            if not same:
                found.say(flik.where(cell.row, cell.column), FROZEN)


def _table(flik: Flik, title: str, needed: tuple[str, ...], row: type) -> Tabell | None:
    """The table under its title, or wherever its labels stand if the title is gone."""
    heading = next((key[0] for key in sorted(flik.cells) if plain(flik.cells[key].text) == plain(title)), 0)
    labels = tuple(field.label for field in fields_of(row).values() if field.label not in needed)
    units = tuple(f"{field.label} ({field.unit})" for field in fields_of(row).values() if field.unit)
    return table(flik, needed, (*labels, *units), after=heading)


def _rows(found: Inlast, t: Tabell, fields: Mapping[str, Field]) -> Iterator[dict[str, Any]]:
    """The JSON of each row that anybody has written in, until the next title."""
    for n in range(t.head + 1, t.flik.last + 1):
        if plain(t.flik.at(n, 1).text) in SECTIONS:
            return
        cells = {name: _cell(t, n, field) for name, field in fields.items()}
        if any(not cell.empty for cell in cells.values()):
            read = {name: _read(found, t.flik, cell, fields[name]) for name, cell in cells.items()}
            yield {name: value for name, value in read.items() if value is not None}


def _cell(t: Tabell, row: int, field: Field) -> Ruta:
    with_unit = f"{field.label} ({field.unit})"
    return t.cell(row, with_unit if with_unit in t.columns else field.label)


def _read(found: Inlast, flik: Flik, cell: Ruta, field: Field) -> Any:
    """What a cell says of a field; None where it is empty."""
    if cell.empty:
        return None
    if field.kind == "number":
        return _number(found, flik, cell, whole=field.whole)
    if isinstance(cell.value, dt.date):
        return cell.value.isoformat()[:10]
    if not field.options or not cell.text:
        return cell.text or None
    chosen = option(cell.text, field.options)
    if chosen is None:
        found.say(flik.where(cell.row, cell.column), no_option(cell.text, field.label))
    return chosen


def _number(found: Inlast, flik: Flik, cell: Ruta, *, whole: bool) -> Any:
    """A number in its own unit: per cent as per cent, 65 for 65 %."""
    value = cell.value
    if cell.percent and isinstance(value, float):
        value = fifteen_figures(value * 100)
    elif isinstance(value, str):
        value = value.strip().removesuffix("%").strip()
    x = read_number(found, flik, dc.replace(cell, value=value, percent=False))
    return int(x) if whole and isinstance(x, float) and x == int(x) else x
