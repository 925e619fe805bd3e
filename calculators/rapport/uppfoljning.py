"""Uppföljningsrapport: one page about what was planned, what it became and why, and what is done about it."""

from __future__ import annotations

import math
from collections.abc import Iterator

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
from calculators.uppfoljning.jamforelse import Jamforelse
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
            ("Nettonytta i dag", amount(found.netto("nu"), "kr")),
            ("Nettonytta i planen", amount(found.netto("plan"), "kr")),
        )
    )
    yield Paragraph(f"{in_all(found)} {decided(beslut)}")
    yield yearly_chart(found)
    if found.kanda_ar:
        yield known_table(found)


def yearly_chart(found: Jamforelse, id: str | None = None) -> Chart:
    """Plan, outcome and forecast of the benefits year by year, of all rows or of one."""
    if id is None:
        plan, now, known = found.per_ar("nyttor", "plan"), found.per_ar("nyttor", "nu"), {*found.kanda_ar}
    else:
        rad = next(rad for rad in found.rader if rad.id == id)
        plan, now, known = rad.plan, rad.nu, {*rad.kanda_ar}
    outcome = tuple(x if y in known else 0.0 for y, x in enumerate(now))
    forecast = tuple(0.0 if y in known else x for y, x in enumerate(now))
    years = tuple(map(year_name, found.ar))
    told = [f"{year}: plan {amount(p, 'kr')}, {'utfall' if y in known else 'prognos'} {amount(n, 'kr')}." for y, (year, p, n) in
            enumerate(zip(years, plan, now, strict=True))]  # fmt: skip
    series = (
        Series("Plan", plan, "band", "group"),
        Series("Utfall", outcome, "benefit", "group"),
        Series("Prognos", forecast, "net", "group"),
    )
    return Chart("uppfoljning", "Nyttor per år: plan, utfall och prognos", " ".join(told), years, series)


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
