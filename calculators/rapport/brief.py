"""Beslutsunderlag: one printed page that stands on its own. What does not fit is counted, and stands in the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.rapport import diagram, osakerhet, resultat
from calculators.rapport.document import Block, Bullets, Document, Facts, Paragraph, Section, Table
from calculators.rapport.kallor import kallor
from calculators.rapport.limits import shortened
from calculators.rapport.om_kvalitet import described
from calculators.rapport.pengar import parter
from calculators.rapport.ramar import comparison, frames
from calculators.rapport.svar import svar
from calculators.rapport.utgava import Utgava, file_name, title_of
from calculators.swedish import counted

TEXT, TITLE, NAME, ROWS, ITEMS, SOURCES, OBSTACLES = 230, 75, 56, 4, 4, 4, 2  # what fits on a page
FEWER = 2  # of items and sources, where obstacles need their room


def brief(kalkyl: Nyttokalkyl, result: Resultat, utgava: Utgava) -> Document:
    """The decision basis on one page."""
    niva, words = result.troligt, [s.till["politiker"] for s in svar(kalkyl, result)]
    rest = Paragraph(words[2][-1]) if kalkyl.ej_varderade else Paragraph(words[2][0])
    sections = (
        Section("Vad jämförs?", (comparison(kalkyl, TEXT),)),
        Section("Resultat", tuple(_result(kalkyl, result, utgava))),
        Section("Budgeten", (Paragraph(" ".join(words[0])),)),
        Section("Tiden", (Paragraph(" ".join(words[1])),)),
        Section("Vem får nyttan och vem bär kostnaden?", (_parties(kalkyl, resultat.party_table(kalkyl, niva, parter(kalkyl, result))),)),
        Section("Det som inte har något pris", (*_unpriced(kalkyl, FEWER if utgava.hinder else ITEMS), rest)),
        Section("Hur osäkert är det?", (Paragraph(" ".join(osakerhet.in_words(kalkyl, result, 3))), *_obstacles(utgava))),
        Section("Det här bygger kalkylen på", (frames(kalkyl, NAME), *_sources(kalkyl, FEWER if utgava.hinder else SOURCES))),
    )  # fmt: skip
    title = f"Beslutsunderlag: {shortened(title_of(kalkyl), TITLE)}"
    return Document("brief", title, utgava.lines, title, file_name("beslutsunderlag", kalkyl), sections)


def _result(kalkyl: Nyttokalkyl, result: Resultat, utgava: Utgava) -> Iterator[Block]:
    yield resultat.key_figures(kalkyl, result)
    missing = resultat.unfinished(result, utgava.saknas)
    yield Paragraph(" ".join(filter(None, (missing, resultat.in_words(kalkyl, result)))))
    yield diagram.yearly_chart(kalkyl, result)


def _unpriced(kalkyl: Nyttokalkyl, most: int) -> Iterator[Block]:
    if kalkyl.ej_varderade:
        yield Bullets(_first([described(i, NAME) for i in kalkyl.ej_varderade], most))


def _obstacles(utgava: Utgava) -> Iterator[Block]:
    if utgava.hinder:
        told = [shortened(one, 2 * NAME) for one in utgava.hinder]
        yield Facts((("Hinder och risker", " ".join(_first(told, OBSTACLES))),))


def _parties(kalkyl: Nyttokalkyl, table: Table) -> Table:
    """The first rows and the sum; the rest is counted in the caption."""
    if len(table.rows) <= ROWS:
        return table
    more = f"{table.caption}. {counted(len(table.rows) - ROWS, 'perspektiv', 'perspektiv')} till står i rapporten."
    return Table(more, table.header, table.rows[:ROWS], table.foot)


def _sources(kalkyl: Nyttokalkyl, most: int) -> Iterator[Block]:
    found = [shortened(k.text, TITLE) for k in kallor(kalkyl)]
    yield Facts((("Källor", "; ".join(_first(found, most)) or "inga källor är angivna"),))


def _first(items: Sequence[str], most: int) -> tuple[str, ...]:
    """The first ones, and how many more there are."""
    if len(items) <= most:
        return tuple(items)
    return (*items[: most - 1], f"{counted(len(items) - most + 1, 'till', 'till')} står i rapporten")
