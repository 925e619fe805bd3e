"""A set of slides: one section a slide, with native figures for charts. Long tables go on over several slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.rapport import diagram, osakerhet, resultat, timmar
from calculators.rapport.document import Block, Bullets, Document, Paragraph, Section, Table
from calculators.rapport.kallor import kallor
from calculators.rapport.limits import shortened
from calculators.rapport.om_kvalitet import described
from calculators.rapport.pengar import budget, parter, tidrader
from calculators.rapport.ramar import comparison, frames, parties
from calculators.rapport.svar import svar
from calculators.rapport.utgava import Utgava, file_name, title_of

TEXT, NAME, PARTY, ROWS, ITEMS = 260, 90, 50, 8, 7  # what can be read on a slide


def slides(kalkyl: Nyttokalkyl, result: Resultat, utgava: Utgava) -> Document:
    """The title stands in the document; each section is a slide."""
    title = shortened(title_of(kalkyl), NAME)
    sections = tuple(_slides(kalkyl, result, utgava))
    return Document("slides", title, utgava.lines, title, file_name("bildspel", kalkyl), sections)


def _slides(kalkyl: Nyttokalkyl, result: Resultat, utgava: Utgava) -> Iterator[Section]:
    niva = result.troligt
    budget_words, time_words, rest_words = (s.till["politiker"] for s in svar(kalkyl, result))
    missing = resultat.unfinished(result, utgava.saknas)
    yield Section(
        "I korthet", (resultat.key_figures(kalkyl, result), Paragraph(missing or resultat.in_words(kalkyl, result)))
    )
    yield Section("Vad jämförs?", (comparison(kalkyl, TEXT), parties(kalkyl, PARTY), frames(kalkyl, NAME)))
    yield Section("Kostnader och nyttor per år", (diagram.yearly_chart(kalkyl, result),))
    yield Section("Finansiellt och omfördelning", (diagram.category_chart(niva), resultat.category_table(kalkyl, niva)))
    table = resultat.party_table(kalkyl, niva, parter(kalkyl, result))
    yield from _over_several("Vem får nyttan och vem bär kostnaden?", table)
    yield Section("Budgeten", (Bullets(budget_words), diagram.budget_chart(kalkyl, budget(kalkyl, result))))
    yield Section("Tiden", (timmar.in_all(kalkyl, result), Bullets(time_words)))
    rader = tidrader(kalkyl)
    if any(r.side == "nyttor" for r in rader):
        yield from _over_several("När blir frigjord tid pengar?", timmar.decision_table(rader, NAME))
    items = [described(item, NAME) for item in kalkyl.ej_varderade]
    yield from _lists("Det som inte har något pris", items, rest_words[-1])
    words = tuple(osakerhet.in_words(kalkyl, result))
    yield Section("Hur osäkert är det?", (Bullets(words), osakerhet.level_table(result)))
    if utgava.hinder:
        told = [shortened(one, TEXT) for one in utgava.hinder]
        yield from _lists("Hinder och risker", told, "De kommer från effektkedjan.")
    yield from _lists(
        "Källor", [shortened(k.text, TEXT) for k in kallor(kalkyl)], "Alla källor och vad de gäller står i rapporten."
    )


def _over_several(title: str, table: Table) -> Iterator[Section]:
    """A slide for each ROWS rows; the sums stand on the last one."""
    parts = [table.rows[n : n + ROWS] for n in range(0, len(table.rows), ROWS)] or [()]
    for n, rows in enumerate(parts):
        foot = table.foot if n == len(parts) - 1 else ()
        yield Section(_numbered(title, n, len(parts)), (Table(table.caption, table.header, rows, foot),))


def _lists(title: str, items: Sequence[str], last: str) -> Iterator[Section]:
    parts = [tuple(items[n : n + ITEMS]) for n in range(0, len(items), ITEMS)] or [()]
    for n, part in enumerate(parts):
        blocks: tuple[Block, ...] = (Bullets(part),) if part else ()
        yield Section(_numbered(title, n, len(parts)), (*blocks, *((Paragraph(last),) if n == len(parts) - 1 else ())))


def _numbered(title: str, n: int, of: int) -> str:
    return title if of == 1 else f"{title} ({n + 1} av {of})"
