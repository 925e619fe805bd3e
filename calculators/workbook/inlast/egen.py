"""A file of our own, whatever a spreadsheet program has made of it: tabs are known by what stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calculators.workbook.flikar.kallor import TECHNICAL
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.delade import Shared
from calculators.workbook.inlast.faktorer import factor_table, places, read_conversion, read_factors
from calculators.workbook.inlast.ovriga import listed_table, read_listed, read_remembered
from calculators.workbook.inlast.rutnat import Flik
from calculators.workbook.inlast.sidor import read_side, side_table
from calculators.workbook.inlast.start import is_start, read_start
from calculators.workbook.inlast.tabell import Tabell
from calculators.workbook.inlast.uppfoljning import compare_decisions, is_follow_up, read_follow_up
from calculators.workbook.plats import LAS_MIG, OSAKERHET, RESULTAT, SIDES, UPPFOLJNING

COMPUTED = {LAS_MIG, RESULTAT, OSAKERHET, "Nyttokalkyl"}  # names or titles of tabs that are worked out anew on the site
HORIZONS = range(1, 101)
LETTERS = {"nyttor": "N", "kostnader": "K"}


def is_own(tabs: Sequence[Flik]) -> bool:
    """Whether any tab has the blocks of our files."""
    return any(side_table(flik) for flik in tabs)


def read_own(tabs: Sequence[Flik], names: Mapping[str, str]) -> Inlast:
    """Everything that the file says."""
    found, used = Inlast(), set()
    for flik in tabs:
        if is_start(flik):
            read_start(found, flik)
            used.add(flik.name)
            break
    else:
        found.say("", "Fliken Start hittades inte: namn, ramar och perspektiv får du skriva i formuläret.")
    shared = _factors(found, tabs, names, used)
    _sides(found, tabs, names, shared, used)
    _others(found, tabs, used)
    _number(found)
    _count(found)
    return found


def _factors(found: Inlast, tabs: Sequence[Flik], names: Mapping[str, str], used: set[str]) -> Shared:
    for flik in tabs:
        t = factor_table(flik)
        if t:
            used.add(flik.name)
            shared = places(t)
            found.kalkyl["gemensamma"] = read_factors(found, t, shared, names)
            conversion = read_conversion(found, t, names, shared)
            if conversion:
                found.kalkyl["omrakning_timkostnad"] = conversion
            return shared
    return Shared()


def _sides(found: Inlast, tabs: Sequence[Flik], names: Mapping[str, str], shared: Shared, used: set[str]) -> None:
    horizon = found.kalkyl.get("horisont", 6)
    years = horizon if isinstance(horizon, int) and horizon in HORIZONS else 6
    sides: dict[str, Tabell] = {}
    for flik in tabs:
        known = side_table(flik)
        if known and known[0] not in sides:
            sides[known[0]] = known[1]
            used.add(flik.name)
        elif known:
            found.say(flik.name, "Fliken ser ut som en kopia av en annan. Den är inte inläst.")
            used.add(flik.name)
    for side, name in SIDES.items():
        if side in sides:
            read_side(found, side, sides[side], names, shared, years)
        else:
            found.say("", f"Fliken {name} hittades inte.")


def _others(found: Inlast, tabs: Sequence[Flik], used: set[str]) -> None:
    followed: Flik | None = None
    for flik in tabs:
        if flik.name in used:
            if flik.secret:
                found.say(flik.name, "Fliken är dold. Den är också inläst.")
            continue
        if {flik.name, flik.at(1, 1).text} & COMPUTED:
            continue
        t = listed_table(flik)
        if t:
            read_listed(found, t)
        elif any(cell.text == TECHNICAL for cell in flik.cells.values()):
            read_remembered(found, flik)
        elif is_follow_up(flik):
            read_follow_up(found, flik)
            followed = flik
        elif flik.cells:
            found.say(flik.name, "Fliken hör inte till kalkylen. Den är inte inläst.")
    if followed:
        compare_decisions(found, followed)
    elif not any(flik.name == UPPFOLJNING for flik in tabs):
        found.say("", f"Fliken {UPPFOLJNING} hittades inte. Planen och utfallet är inte inlästa.")


def _number(found: Inlast) -> None:
    """Rows without an id get the first free one."""
    rows = [(letter, row) for key, letter in LETTERS.items() for row in found.kalkyl.get(key, ())]
    taken = {row.get("id") for row in (*(row for _, row in rows), *found.kalkyl.get("ej_varderade", ()))}
    for letter, row in rows:
        if not row.get("id"):
            row["id"] = next(id for n in range(1, len(rows) + 2) if (id := f"{letter}{n}") not in taken)
            taken.add(row["id"])


def _count(found: Inlast) -> None:
    for key, one, many in (
        ("gemensamma", "gemensam faktor", "gemensamma faktorer"), ("nyttor", "nytta", "nyttor"),
        ("kostnader", "kostnad", "kostnader"), ("ej_varderade", "rad utan kronor", "rader utan kronor"),
        ("matningar", "mätning", "mätningar"), ("utfall", "utfall", "utfall"),
    ):  # fmt: skip
        found.count(len(found.kalkyl.get(key, ())), one, many)
