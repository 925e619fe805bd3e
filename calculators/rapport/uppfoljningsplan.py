"""Uppföljningsplan: what is measured of each benefit, who answers for what, and the days on which to measure."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.plan import ATGARDER, HUR_OFTA, LAGEN, Matning
from calculators.rapport.document import Block, Bullets, Document, Facts, Heading, Paragraph, Section, Table, row
from calculators.rapport.utgava import Utgava, file_name, title_of
from calculators.swedish import amount
from calculators.uppfoljning.kalender import days
from calculators.uppfoljning.plan import UTAN, by_responsible, cost, names, without_plan

KIND = "plan"
MISSING = "inte bestämt"


def follow_up_plan(kalkyl: Nyttokalkyl, utgava: Utgava) -> Document:
    """The plan, for those who are going to measure."""
    sections = (
        Section("Det vi följer", tuple(_benefits(kalkyl))),
        Section("Vem gör vad?", tuple(_responsible(kalkyl))),
        Section("När mäter vi?", tuple(_calendar(kalkyl))),
    )
    title = f"Plan för uppföljning: {title_of(kalkyl)}"
    return Document(KIND, title, utgava.lines, title, file_name("uppfoljningsplan", kalkyl), sections)


def _benefits(kalkyl: Nyttokalkyl) -> Iterator[Block]:
    known = names(kalkyl)
    for matning in kalkyl.matningar:
        yield Heading(_called(matning, known))
        yield Facts(tuple(_facts(matning)))
    if not kalkyl.matningar:
        yield Paragraph("Ingen nytta har någon plan än.")
    if left := without_plan(kalkyl):
        yield Paragraph("De här nyttorna följs inte upp enligt planen:")
        yield Bullets(tuple(known[id] for id in left))


def _called(matning: Matning, known: dict[str, str]) -> str:
    return known.get(matning.nytta, matning.nytta) or matning.indikator or "Nytta utan namn"


def _facts(matning: Matning) -> Iterator[tuple[str, str]]:
    """What is said of the benefit; what every plan needs is named when it is missing."""
    unit = f" ({matning.enhet.strip()})" if matning.enhet.strip() else ""
    yield "Mått", f"{matning.indikator}{unit}" if matning.indikator else MISSING
    yield "Ansvarig", matning.ansvarig or MISSING
    yield "Nollpunkt", _level(matning, matning.nollpunkt, matning.nollpunkt_nar, matning.nollpunkt_hur) or MISSING
    yield "Mål", _level(matning, matning.mal, matning.mal_nar) or MISSING
    often = HUR_OFTA.get(matning.hur_ofta or "", "")
    told = (
        ("Mät först", matning.forst),
        ("Så mäter vi", matning.hur),
        ("När", ", ".join(filter(None, (matning.forsta and f"första gången {matning.forsta}", often.lower())))),
        ("Kostnad per mätning", "" if matning.kostnad is None else amount(matning.kostnad, "kr")),
        ("Hur det går", LAGEN.get(matning.lage or "", "")),
        ("Om nyttan inte kom", ": ".join(filter(None, (ATGARDER.get(matning.atgard or "", ""), matning.atgard_varfor)))),
    )
    yield from ((name, words) for name, words in told if words)


def _level(matning: Matning, x: float | None, when: str, how: str = "") -> str:
    value = "" if x is None else f"{amount(x)} {matning.enhet}".strip()
    return ", ".join(filter(None, (value, when, how)))


def _responsible(kalkyl: Nyttokalkyl) -> Iterator[Block]:
    known = names(kalkyl)
    rows = [
        row(who, _called(m, known), m.indikator or MISSING, m.forst, m.forsta or MISSING)
        for who, found in by_responsible(kalkyl).items()
        for m in found
    ]
    if rows:
        yield Table("Vem ansvarar för vad", ("Ansvarig", "Nytta", "Mått", "Mät först", "Första mätningen"), tuple(rows))
    if any(r[0].text == UTAN for r in rows):
        yield Paragraph("Bestäm en roll som får ändra i verksamheten för varje nytta som saknar ansvarig.")


def _calendar(kalkyl: Nyttokalkyl) -> Iterator[Block]:
    """Every day of the plan in order, and what it all costs."""
    found = sorted((day, what, m.ansvarig) for m in kalkyl.matningar for day, what in days(kalkyl, m))
    if found:
        rows = tuple(row(day.isoformat(), what, who or UTAN) for day, what, who in found)
        yield Table("Mätningar och mål, dag för dag", ("Dag", "Vad", "Ansvarig"), rows)
    else:
        yield Paragraph("Inga dagar är bestämda än. Skriv datum för den första mätningen av varje nytta.")
    if total := cost(kalkyl):
        unpriced = [m for m in kalkyl.matningar if m.kostnad is None]
        more = " Några mätningar saknar kostnad." if unpriced else ""
        yield Paragraph(f"Mätningarna kostar {amount(total, 'kr')} tillsammans.{more}")
