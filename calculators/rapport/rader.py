"""Every benefit and cost with all its factors, and what is not valued in money."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Iterator, Mapping, Sequence

from calculators.derivation import Step
from calculators.kalkyl.document import SIDOR, Gemensam, Nyttokalkyl
from calculators.kalkyl.evaluation import Rad, Resultat, resolved, rows_of
from calculators.kalkyl.explanation import row_steps
from calculators.kalkyl.fordelning import parties_of
from calculators.kalkyl.gemensamma import shared_values
from calculators.kategorier import KATEGORIER
from calculators.rapport.document import Block, Cell, Facts, Heading, Paragraph, Table, row
from calculators.rapport.kallor import values_of
from calculators.rapport.om_kvalitet import name_of as unpriced_name
from calculators.rapport.om_kvalitet import size_of
from calculators.rapport.om_tid import becomes_money
from calculators.rapport.pengar import name_of, tidrader
from calculators.schema import Varde
from calculators.swedish import amount, fifteen_figures, listed, lowered, show_number

FACTORS = ("Faktor", "Troligt", "Lägst", "Högst", "Källa")


def side_blocks(kalkyl: Nyttokalkyl, result: Resultat, side: str) -> Iterator[Block]:
    """All rows of one side ("nyttor"), one after the other."""
    steps = row_steps(kalkyl)
    freed = {r.id: r for r in tidrader(kalkyl) if r.side == "nyttor" and r.arbetstid}
    shared = shared_values(kalkyl)
    rader = [r for r in rows_of(kalkyl) if r.side == side]
    if not rader:
        yield Paragraph(f"Kalkylen har inga {side} i pengar.")
    for rad in rader:
        yield from _row(kalkyl, result, rad, steps.get(rad.id, ()), shared)
        if rad.id in freed:
            yield Paragraph(becomes_money(freed[rad.id]))


def _row(
    kalkyl: Nyttokalkyl, result: Resultat, rad: Rad, steps: Sequence[Step], shared: Mapping[str, Varde]
) -> Iterator[Block]:
    name = name_of(rad)
    yield Heading(f"{rad.id} {name}" if name != rad.id else name)
    yield Facts(tuple(_about(result, rad)))
    values = [(label, value) for label, value in values_of(rad.block)]
    if values:
        rows = tuple(dict.fromkeys(factor_row(label, resolved(value, shared)) for label, value in values))
        yield Table(f"Faktorer i {rad.id}", FACTORS, rows)
    words = [f"{s.label}: {s.words} = {s.numbers} = {s.result}." for s in steps]
    yield Paragraph(" ".join(words) if words else "Raden har inget värde än och räknas som 0.")


def _about(result: Resultat, rad: Rad) -> Iterator[tuple[str, str]]:
    yield "Perspektiv", _parties(rad)
    yield "Kategori", lowered(KATEGORIER[rad.block.kategori])
    likely = amount(rad.arligt[1], "kr")
    low, high = amount(rad.arligt[0], "kr"), amount(rad.arligt[2], "kr")
    yield "Årligt värde", likely if low == high == likely else f"{likely} (lägst {low}, högst {high})"
    yield "När", profile(rad)
    yield "Sammanlagt", amount(result.troligt.per_rad[rad.id], "kr")
    if rad.block.kalla.strip():
        yield "Källa", rad.block.kalla


def _parties(rad: Rad) -> str:
    """Who the row falls to, with shares where there are several."""
    parties = parties_of(rad.block)
    return listed([f"{name} {amount(share, '%')}" for name, share in parties]) if len(parties) > 1 else rad.block.perspektiv


def profile(rad: Rad) -> str:
    """When the value counts."""
    if rad.block.faktor == "lopande":
        return "varje år"
    if rad.block.faktor == "engang":
        return "bara första året"
    return f"med årsfaktorerna {listed([show_number(f) for f in rad.faktorer])}"


def factor_row(label: str, value: Varde) -> tuple[Cell, ...]:
    """A value with its unit, its span and its source."""
    unit = value.enhet.strip()
    likely, low, high = (
        Cell(amount(x, unit), as_read(x, unit), unit) for x in (value.troligt, value.lagst, value.hogst)
    )
    span = (low, high) if value.varies else ("", "")
    return row(value.namn or label, likely, *span, value.kalla)


def as_read(x: float, unit: str) -> float:
    """The number that stands before the unit: per cent are fractions in the engine."""
    return fifteen_figures(x * 100) if unit == "%" else x


def shared_table(kalkyl: Nyttokalkyl) -> Table:
    """Factors that several rows use."""
    worth = shared_values(kalkyl)
    rows = tuple(factor_row(g.id, dc.replace(worth[g.id], kalla=_told_from(g))) for g in kalkyl.gemensamma)
    return Table("Faktorer som används på flera ställen", FACTORS, rows)


def _told_from(g: Gemensam) -> str:
    """The source of a shared factor, and the formula that works it out."""
    return ". ".join(text for text in (f"Uträknad: {g.formel.strip()}" if g.formel.strip() else "", g.varde.kalla.strip()) if text)


def unpriced_table(kalkyl: Nyttokalkyl) -> Table:
    """What is not valued in money, with the size that people have chosen."""
    rows = tuple(
        row(
            f"{i.id} {unpriced_name(i)}".strip(),
            lowered(SIDOR[i.sida]),
            lowered(KATEGORIER[i.kategori]),
            i.perspektiv or "–",
            size_of(i),
            i.kalla,
        )
        for i in kalkyl.ej_varderade
    )
    head = ("Namn", "Nytta eller kostnad", "Kategori", "Perspektiv", "Storlek", "Underlag")
    return Table("Värderas inte i pengar", head, rows)
