"""One benefit or cost in its tab: its row, its factors, its formula in words, and what turns it into hours."""

from __future__ import annotations

import dataclasses as dc
import math
from collections.abc import Callable

from calculators.kalkyl.document import VEMS_TID, Block
from calculators.kalkyl.evaluation import Rad
from calculators.kalkyl.fordelning import parties_of
from calculators.kalkyl.formel.writing import written
from calculators.kalkyl.hours import hours_a_year
from calculators.kalkyl.namngivning import ROW
from calculators.kalkyl.utrakning import Utrakning, of_block
from calculators.kalkyl.vems_tid import working_share
from calculators.kategorier import PENGAKATEGORIER
from calculators.workbook.blad import Blad
from calculators.workbook.cellformel import LONGEST, cellformula
from calculators.workbook.flikar import arbetstid
from calculators.workbook.flikar.fragor import check, check_formula, lacking
from calculators.workbook.flikar.varden import write_spare, write_value
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import (
    ARBETSDEL,
    FAKTORER,
    FAKTORSUMMA,
    HEAD,
    KVAR,
    LAST_YEAR,
    NIVAER,
    SUMMA,
    TIMMAR,
    VARDE,
    VIKT,
    YEARS,
    Blockplats,
    Sida,
    year,
)  # fmt: skip

ONE = {"nyttor": "Nytta", "kostnader": "Kostnad"}
WHEN = {"lopande": "Varje år", "engang": "Bara första året", "egen": "Egna årsfaktorer"}
FACTOR, FORMULA, DIRECT, HOURLY, HOURS = "Faktor", "Uträkning", "Årligt värde", "Timkostnad", "Timmar per år"
MONEY_WHEN, MONEY_WHO, WHOSE = "Blir pengar när", "Beslutas av", "Vems tid"
NO_HOURS = "saknas"
TOO_LONG = "Uträkningen är för lång för kalkylbladet. Värdena är inskrivna."


@dc.dataclass(frozen=True, slots=True)
class Rutor:
    """What is needed to write a block: the tab, what it is written from, and the side."""

    blad: Blad
    u: Underlag
    sida: Sida


def write_block(r: Rutor, place: int, at: Blockplats) -> None:
    """A block of the document."""
    rad = r.u.rad(r.sida.side, place)
    block, key = rad.block, f"{r.sida.side}.{place}"
    _head(r, at, rad)
    if block.arligt_varde is not None and at.direkt:
        _label(r, at.direkt, DIRECT)
        write_value(r.blad, r.u, at.direkt, block.arligt_varde, f"{key}.arligt_varde", name=block.arligt_varde.namn,
                    unit="" if block.arligt_varde.ref else "kr")  # fmt: skip
    found = of_block(block, r.u.gemensamma)
    for n, (row, value) in enumerate(zip(at.faktorer, block.faktorer, strict=False)):
        _label(r, row, FACTOR)
        name = value.namn or (r.u.gemensamma[value.ref].namn or value.ref if value.ref else "")
        if not name and f"{key}.faktorer.{n}.troligt" in r.u.tomma:
            name = f"Faktor {n + 1}"  # a row that has a name and no value counts as nothing
        write_value(r.blad, r.u, row, value, f"{key}.faktorer.{n}", name=name)
    if at.faktorer:
        _label(r, at.faktorer[-1], FACTOR)
        write_spare(r.blad, at.faktorer[-1])
    _annual(r, at, rad, found)
    _below(r, at, block, key)


def _below(r: Rutor, at: Blockplats, block: Block, key: str) -> None:
    """The rows about hours and about when freed time becomes money."""
    for row, value, words, unit, name in (
        (at.timkostnad, block.timkostnad, HOURLY, "kr/h", "timkostnad"),
        (at.timmar, block.timmar_per_ar, HOURS, "h", "timmar_per_ar"),
    ):
        if row:
            _label(r, row, words)
            if value is None:
                _empty(r, row, unit)
            else:
                write_value(r.blad, r.u, row, value, f"{key}.{name}", name=value.namn, unit="" if value.ref else unit)
    for row, words, label in (
        (at.vems_tid, VEMS_TID.get(block.vems_tid or "", ""), WHOSE),
        (at.pengar_nar, block.blir_pengar_nar, MONEY_WHEN),
        (at.pengar_beslut, block.blir_pengar_beslut, MONEY_WHO),
    ):
        if row:
            _label(r, row, label)
            r.blad.text(f"C{row}", words, "in_text")
    if at.vems_tid:
        r.blad.choice(f"C{at.vems_tid}", [*VEMS_TID.values()], WHOSE, "Tomt: perspektivets namn avgör. Bara arbetstid blir årsarbetare.")


def write_spare_block(r: Rutor, at: Blockplats) -> None:
    """A block to fill in."""
    value = Rad(
        "", r.sida.side, -1, Block(), (0.0, 0.0, 0.0), (1.0,) * r.u.kalkyl.horisont, r.u.resultat.diskonteringsfaktorer
    )
    _head(r, at, value, spare=True)
    for row in at.faktorer:
        _label(r, row, FACTOR)
        write_spare(r.blad, row)
    for level in NIVAER:
        r.blad.formula(f"{VARDE[level]}{at.head}", _product(at, VARDE[level]), 0, "item_kr")
    if at.utrakning:
        _label(r, at.utrakning, FORMULA)
        r.blad.text(
            f"C{at.utrakning}",
            "Faktorerna multipliceras om du inte ändrar formeln.",
            "words",
        )
    for place, words, unit in ((at.timkostnad, HOURLY, "kr/h"), (at.timmar, HOURS, "h")):
        if place:
            _label(r, place, words)
            _empty(r, place, unit)


def _label(r: Rutor, row: int, words: str) -> None:
    r.blad.text(f"B{row}", words, "part")


def _empty(r: Rutor, row: int, unit: str) -> None:
    write_spare(r.blad, row)
    r.blad.text(f"C{row}", "", "in_text")
    r.blad.text(f"D{row}", unit, "in_words")


def _head(r: Rutor, at: Blockplats, rad: Rad, *, spare: bool = False) -> None:
    blad, row, block = r.blad, at.head, rad.block
    blad.text(f"A{row}", rad.id, "item_in")
    blad.text(f"B{row}", ONE[r.sida.side], "item")
    blad.text(f"C{row}", block.namn, "item_in")
    blad.text(f"D{row}", "kr/år", "item")
    blad.text(f"H{row}", block.kalla, "item_in")
    blad.tall(row, (block.namn, 40), (block.kalla, 36))
    blad.formula(f"I{row}", check_formula(at), "" if spare else check(r.u, rad), "check")
    blad.text(f"J{row}", block.perspektiv, "item_in")
    blad.text(f"K{row}", "" if spare else PENGAKATEGORIER[block.kategori], "item_in")
    egen = not isinstance(block.faktor, str)
    blad.text(f"L{row}", WHEN["egen" if egen else str(block.faktor)], "item_in")
    _years(r, row, rad)
    for level in NIVAER:
        total = 0 if spare else getattr(r.u.resultat, level).per_rad[rad.id]
        blad.formula(f"{SUMMA[level]}{row}", f"{VARDE[level]}{row}*${VIKT}{row}", total, "item_kr")
    _hours(r, at, rad, spare)
    years = f"${year(1)}{{0}}:${LAST_YEAR}{{0}}"
    numbers, factors, own = (years.replace("{0}", x) for x in (f"${HEAD - 3}", f"${HEAD - 1}", str(row)))
    blad.formula(
        f"{FAKTORSUMMA}{row}", f"SUMPRODUCT(1*({numbers}<=Horisont),{own})", math.fsum(rad.faktorer), "item_factor"
    )
    blad.formula(f"{VIKT}{row}", f"SUMPRODUCT({factors},{own})", math.fsum(rad.vikter), "item_factor")
    first, last = r.sida.delar
    kept = 1.0 - math.fsum(share for _, share in parties_of(block)[1:])
    formula = f'IF($A{row}="",1,1-SUMPRODUCT(1*EXACT($A${first}:$A${last},$A{row}),$F${first}:$F${last}))'
    blad.formula(f"{KVAR}{row}", formula, kept, "item_percent")


def _years(r: Rutor, row: int, rad: Rad) -> None:
    """The year factors: numbers where they are the row's own, otherwise what the choice beside them says."""
    horizon, own = r.u.kalkyl.horisont, not isinstance(rad.block.faktor, str)
    for n in range(1, YEARS + 1):
        at = f"{year(n)}{row}"
        if own and n <= horizon:
            r.blad.number(at, rad.faktorer[n - 1], "item_year")
        elif own:
            r.blad.formula(at, f"{year(n - 1)}{row}", rad.faktorer[-1], "item_year")
        elif n == 1:
            r.blad.formula(at, f'IF($L{row}="",1,1)', 1, "item_year")
        else:
            once = rad.block.faktor == "engang"
            r.blad.formula(at, f'IF($L{row}="{WHEN["engang"]}",0,1)', 0 if once else 1, "item_year")


def _hours(r: Rutor, at: Blockplats, rad: Rad, spare: bool) -> None:
    steps = f'IF(COUNT(Omrakning_timkostnad)=1,F{at.head}/Omrakning_timkostnad,"{NO_HOURS}")'
    if at.timkostnad:
        steps = f"IF(COUNT(F{at.timkostnad})=1,F{at.head}/F{at.timkostnad},{steps})"
    if at.timmar:
        steps = f"IF(COUNT(F{at.timmar})=1,F{at.timmar},{steps})"
    value: float | str = ""
    working = working_share(rad.block)
    r.blad.formula(f"{ARBETSDEL}{at.head}", arbetstid.working_share(at, r.sida), working, "item_percent")
    if not spare and rad.block.kategori == "omfordelning":
        found = hours_a_year(rad.block, rad.arligt[1], r.u.kalkyl.omrakning_timkostnad, r.u.gemensamma)
        value = NO_HOURS if found is None else found * working
    formula = f'IF($K{at.head}<>"{PENGAKATEGORIER["omfordelning"]}","",IFERROR(({steps})*{ARBETSDEL}{at.head},"{NO_HOURS}"))'
    r.blad.formula(f"{TIMMAR}{at.head}", formula, value, "item_hours")


def _annual(r: Rutor, at: Blockplats, rad: Rad, found: Utrakning) -> None:
    """The annual value at each level, and its formula in words."""
    for n, level in enumerate(NIVAER):
        column, value = VARDE[level], rad.arligt[n]
        if at.direkt:
            formula = f"{column}{at.direkt}"
        elif rad.block.formel.strip() and found.tree is not None:
            formula = cellformula(found.tree, _cell_of(r, at, found, column))
        else:
            formula = _product(at, column)
        if len(formula) < LONGEST:
            r.blad.formula(f"{column}{at.head}", formula, value, "item_kr")
        else:
            r.blad.number(f"{column}{at.head}", value, "item_kr")
            r.blad.sheet.write_comment(f"{column}{at.head}", TOO_LONG)
    if at.utrakning:
        _label(r, at.utrakning, FORMULA)
        words = rad.block.formel if rad.block.formel.strip() else written(found.tree) if found.tree is not None else ""
        r.blad.text(f"C{at.utrakning}", words, "words")


def _cell_of(r: Rutor, at: Blockplats, found: Utrakning, column: str) -> Callable[[str], str]:
    """Where each name of the formula stands: in the block where it can be, otherwise among the shared factors."""
    rows = {
        value.ref: row
        for row, value in zip(reversed(at.faktorer[:-1]), reversed(found.faktorer), strict=True)
        if value.ref
    }

    def cell(name: str) -> str:
        kind, which = found.named.sources[name]
        if kind == ROW:
            return f"{column}{at.faktorer[int(which)]}"
        here = rows.get(str(which))
        return f"{column}{here}" if here else f"{FAKTORER}!{column}${r.u.plan.gemensamma[str(which)]}"

    return cell


def _product(at: Blockplats, column: str) -> str:
    """All factors multiplied; nothing while none is filled in, or a named one lacks its value."""
    first, last = at.faktorer[0], at.faktorer[-1]
    cells = f"{column}{first}:{column}{last}"
    return f"IF(OR(COUNT({cells})=0,{lacking(column, first, last)}>0),0,PRODUCT({cells}))"
