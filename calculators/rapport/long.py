"""The report: everything that the calculation holds, with every factor and every source."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.kalkyl.tolkning import convention
from calculators.rapport import diagram, osakerhet, resultat, timmar
from calculators.rapport.document import Block, Bullets, Document, Facts, Heading, Paragraph, Section, Table, row
from calculators.rapport.kallor import kallor, published, unsourced
from calculators.rapport.limits import named
from calculators.rapport.pengar import budget, parter, tidrader
from calculators.rapport.rader import shared_table, side_blocks, unpriced_table
from calculators.rapport.ramar import comparison, frames, parties
from calculators.rapport.svar import MOTTAGARE, svar
from calculators.rapport.utgava import Utgava, file_name, title_of
from calculators.swedish import amount

WHOLE = 20_000  # characters: nothing is cut in the report


def long(kalkyl: Nyttokalkyl, result: Resultat, utgava: Utgava) -> Document:
    """All blocks, factors and sources."""
    sections = (
        Section("Resultatet i korthet", tuple(_in_brief(kalkyl, result, utgava))),
        Section("Vad jämförs?", (comparison(kalkyl, WHOLE),)),
        Section("Ramar", (parties(kalkyl, WHOLE), frames(kalkyl, WHOLE), Paragraph(convention(kalkyl)))),
        Section("Nyttor", tuple(side_blocks(kalkyl, result, "nyttor"))),
        Section("Kostnader", tuple(side_blocks(kalkyl, result, "kostnader"))),
        *((Section("Gemensamma faktorer", (shared_table(kalkyl),)),) if kalkyl.gemensamma else ()),
        Section("Det som inte värderas i pengar", tuple(_unpriced(kalkyl))),
        Section("År för år", (diagram.yearly_chart(kalkyl, result), resultat.yearly_table(kalkyl, result))),
        Section("Vem får nyttan och vem bär kostnaden?", tuple(_split(kalkyl, result))),
        Section("Hur pratar vi om pengarna?", tuple(_answers(kalkyl, result))),
        Section("Hur osäkert är det?", tuple(_uncertainty(kalkyl, result, utgava))),
        *((Section("Hinder och risker", (Bullets(utgava.hinder),)),) if utgava.hinder else ()),
        Section("Källor", tuple(_sources(kalkyl))),
    )
    title = f"Nyttokalkyl: {title_of(kalkyl)}"
    return Document("long", title, utgava.lines, title, file_name("rapport", kalkyl), sections)


def _in_brief(kalkyl: Nyttokalkyl, result: Resultat, utgava: Utgava) -> Iterator[Block]:
    yield resultat.key_figures(kalkyl, result)
    yield Paragraph(resultat.in_words(kalkyl, result))
    if missing := resultat.unfinished(result, utgava.saknas):
        yield Paragraph(missing)
        yield Bullets((*utgava.saknas, *(f"{id} har inget värde än." for id in result.saknas)))


def _unpriced(kalkyl: Nyttokalkyl) -> Iterator[Block]:
    if kalkyl.ej_varderade:
        yield unpriced_table(kalkyl)
        yield Paragraph("Storleken är en bedömning av dem som gjort kalkylen. Den ingår inte i kronorna.")
    else:
        yield Paragraph("Kalkylen nämner inget som saknar pris.")


def _split(kalkyl: Nyttokalkyl, result: Resultat) -> Iterator[Block]:
    yield resultat.party_table(kalkyl, result.troligt, parter(kalkyl, result))
    yield resultat.category_table(kalkyl, result.troligt)


def _answers(kalkyl: Nyttokalkyl, result: Resultat) -> Iterator[Block]:
    for answer in svar(kalkyl, result):
        yield Heading(answer.fraga)
        yield Facts(tuple((MOTTAGARE[whom], " ".join(words)) for whom, words in answer.till.items()))
        if answer.id == "budget":
            yield resultat.budget_table(kalkyl, budget(kalkyl, result))
        elif answer.id == "tid" and (rader := tidrader(kalkyl)):
            yield timmar.yearly_table(result)
            if any(r.side == "nyttor" for r in rader):
                yield timmar.decision_table(rader, WHOLE)


def _uncertainty(kalkyl: Nyttokalkyl, result: Resultat, utgava: Utgava) -> Iterator[Block]:
    yield Paragraph(" ".join(osakerhet.in_words(kalkyl, result, WHOLE)))
    yield osakerhet.level_table(result)
    yield diagram.level_chart(result)
    yield from utgava.osakerhet


def _sources(kalkyl: Nyttokalkyl) -> Iterator[Block]:
    if found := kallor(kalkyl):
        rows = tuple(row(k.text, named(k.galler, WHOLE)) for k in found)
        yield Table("Källor och vad de gäller", ("Källa", "Gäller"), rows)
    if without := unsourced(kalkyl):
        yield Paragraph(f"De här raderna saknar källa: {named(without, WHOLE)}.")
    if used := published(kalkyl):
        head = ("Publicerat värde", "Siffra", "Källa", "Läst", "Adress")
        rows = tuple(row(v.label, v.figure, v.source, v.checked.isoformat(), v.url) for v in used)
        yield Table("Publicerade värden som används oförändrade", head, rows)
    yield Paragraph(f"En årsarbetare räknas som {amount(kalkyl.arsarbetstid, 'h')} per år.")
