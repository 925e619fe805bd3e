"""Uppföljningsrapport: one page about what was planned, what it became and why, and what is done about it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.explanation import year_name
from calculators.rapport.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Document,
    KeyFigures,
    Paragraph,
    Section,
    Series,
    Table,
    row,
)
from calculators.rapport.limits import shortened
from calculators.rapport.utgava import Utgava, file_name, title_of
from calculators.swedish import amount, counted
from calculators.uppfoljning.beslut import Beslut
from calculators.uppfoljning.forsening import forsening
from calculators.uppfoljning.jamforelse import Ar, Jamforelse, Rad, per_ar
from calculators.uppfoljning.orsaker import in_all, not_come, reasons, years_of
from calculators.uppfoljning.plan import by_responsible, names

NAME, REASONS, ROWS, TITLE = 60, 5, 6, 75  # what fits on a page


def kr(x: float) -> Cell:
    return Cell(amount(x, "kr", 0), x, "kr")


def follow_up(kalkyl: Nyttokalkyl, found: Jamforelse, beslut: Beslut | None, utgava: Utgava) -> Document:
    """The report of the follow-up."""
    sections = (
        Section("Hur gick det?", tuple(_outcome(found, beslut))),
        Section("Varför blev det annorlunda?", tuple(_reasons(found))),
        Section("Försening", (Paragraph(delay_in_words(kalkyl)),)),
        Section("Vad händer nu?", tuple(_now(kalkyl))),
    )
    title = f"Uppföljning: {shortened(title_of(kalkyl), TITLE)}"
    return Document("uppfoljning", title, utgava.lines, title, file_name("uppfoljning", kalkyl), sections)


def decided(beslut: Beslut | None) -> str:
    """What the outcome is held against, in words."""
    if beslut is None:
        return "Inget beslut är fryst. Jämförelsen görs mot kalkylen som den är i dag."
    who = f" av {beslut.roll}" if beslut.roll else ""
    changed = "" if beslut.orord else " Beslutet i filen har ändrats sedan det frystes."
    return (
        f"Jämförelsen görs mot beslutet{who} {beslut.nar}, räknat med Nyttokalkyl {beslut.motor} "
        f"och standardvärden genomgångna {beslut.varden}.{changed}"
    )


def _outcome(found: Jamforelse, beslut: Beslut | None) -> Iterator[Block]:
    yield KeyFigures(
        (
            ("Nettonytta med utfall och prognos", amount(found.netto("nu"), "kr")),
            ("Nettonytta i beslutet" if found.fryst else "Nettonytta i kalkylen", amount(found.netto("plan"), "kr")),
        )
    )
    yield Paragraph(f"{in_all(found)} {decided(beslut)}")
    if nyttor := found.av("nyttor"):
        yield yearly_chart(found.ar, nyttor)
    if found.kanda_ar:
        yield known_table(found)


def yearly_chart(years: Sequence[int], rader: Collection[Rad], what: str = "Nyttor") -> Chart:
    """Plan, outcome and forecast of some rows year by year; what is not measured in a year stands as forecast."""
    found, names = per_ar(rader), tuple(map(year_name, years))
    told = " ".join(f"{name}: {_year_in_words(year)}." for name, year in zip(names, found, strict=True))
    series = (
        Series("Plan", tuple(year.plan for year in found), "band", "group"),
        Series("Utfall", tuple(year.utfall or 0.0 for year in found), "benefit", "group"),
        Series("Prognos", tuple(year.prognos or 0.0 for year in found), "net", "group"),
    )
    return Chart("uppfoljning", f"{what} per år: plan, utfall och prognos", told, names, series)


def _year_in_words(year: Ar) -> str:
    parts = (("plan", year.plan), ("utfall", year.utfall), ("prognos", year.prognos))
    return ", ".join(f"{name} {amount(x, 'kr')}" for name, x in parts if x is not None)


def yearly_table(years: Sequence[int], rader: Collection[Rad], what: str = "Nyttor") -> Table:
    """The same in figures, in today's prices."""
    shown = []
    for name, year in zip(map(year_name, years), per_ar(rader), strict=True):
        now = [Cell("") if x is None else kr(x) for x in (year.utfall, year.prognos)]
        shown.append(row(name, kr(year.plan), *now, kr(year.skillnad)))
    header = ("År", "Plan", "Utfall", "Prognos", "Skillnad mot planen")
    return Table(f"{what} per år i dagens priser, utan diskontering", header, tuple(shown))


def known_table(found: Jamforelse) -> Table:
    """Plan and outcome of each row over its known years, in today's prices."""
    rows = [rad for rad in found.rader if rad.kanda_ar]
    shown = []
    for rad in rows[:ROWS]:
        plan = [rad.plan[y] for y in rad.kanda_ar]
        now = [rad.nu[y] for y in rad.kanda_ar]
        p, n = math.fsum(plan), math.fsum(now)
        shown.append(
            row(
                shortened(f"{rad.id} {rad.block.namn}".strip(), NAME),
                years_of(found, rad.kanda_ar),
                kr(p),
                kr(n),
                kr(n - p),
            )
        )
    more = f" {counted(len(rows) - ROWS, 'rad', 'rader')} till står på sidan." if len(rows) > ROWS else ""
    return Table(
        f"Plan och utfall i dagens priser, utan diskontering.{more}",
        ("Rad", "År", "Plan", "Utfall", "Skillnad"),
        tuple(shown),
    )


def _reasons(found: Jamforelse) -> Iterator[Block]:
    told = [reason.mening for reason in reasons(found)]
    if not told:
        yield Paragraph("Det går att säga när något utfall är inläst.")
        return
    rest = [f"{counted(len(told) - REASONS, 'rad', 'rader')} till står på sidan."] if len(told) > REASONS else []
    yield Bullets((*told[:REASONS], *rest))


def delay_in_words(kalkyl: Nyttokalkyl) -> str:
    """What the delay costs, or what a delay of one year would cost."""
    late = kalkyl.forsening or 0
    found = forsening(kalkyl, late or 1)
    years = amount(float(found.ar), "år")
    when = f"Starten har flyttats {years}. Det kostar" if late else f"Flyttas starten {years} kostar det"
    more = amount(found.kostar, "kr")
    return (
        f"{when} {more} i nettonytta om kostnaderna löper som planerat, och {amount(found.kostar_om_allt_flyttas, 'kr')} "
        f"om också kostnaderna flyttas. Det räknas inom samma {amount(float(kalkyl.horisont), 'år')}."
    )


def _now(kalkyl: Nyttokalkyl) -> Iterator[Block]:
    known = names(kalkyl)
    missing = tuple(not_come(kalkyl.matningar, known))
    if missing:
        yield Bullets(missing)
    who = tuple(
        f"{name}: {', '.join(known.get(m.nytta, m.nytta or m.indikator) for m in found)}"
        for name, found in by_responsible(kalkyl).items()
    )
    if who:
        yield Bullets(who[:ROWS])
    if not missing and not who:
        yield Paragraph("Planen för uppföljning är tom. Skriv vem som ansvarar för varje nytta.")
