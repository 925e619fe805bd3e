"""Soft doubts about a nyttokalkyl: questions and advice beside the fields. None of them stops the result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.kalkyl.beskrivning import level_doubts
from calculators.kalkyl.document import Block, Nyttokalkyl
from calculators.kalkyl.dubbelrakning import counted_twice
from calculators.kalkyl.evaluation import Rad, rows_of
from calculators.kalkyl.formel.names import folded
from calculators.kalkyl.gemensamma import shared_questions, shared_values
from calculators.kalkyl.namngivning import Gemensamma
from calculators.kalkyl.ordval import judging_words
from calculators.kalkyl.ramar import rate_doubts
from calculators.kalkyl.utrakning import asked, of_block
from calculators.latest import each
from calculators.schema import Doubt, Varde
from calculators.standard import IN_FORCE_ON
from calculators.swedish import amount

ROLES = (
    "sköterska",
    "sköterskor",
    "läkare",
    "handläggare",
    "chef",
    "chefer",
    "lärare",
    "personal",
    "assistent",
    "administratör",
)
TIME_UNITS = ("h", "tim", "timmar", "min", "minuter")
WORKDAY, WORKYEAR = 480.0, 1700.0  # min and h; more for one visit or one person is most often another unit
OLD = 2  # years; the limit is ours
YEAR = re.compile(r"\b20[0-9][0-9]\b")
PER_PERSON = re.compile(r"per (?:person|anställd|medarbetare|brukare)|/(?:person|anställd|medarbetare|brukare)")
FEW = 5  # more values than this with their own lowest and highest make the result hard to read; the limit is ours


def doubts(kalkyl: Nyttokalkyl) -> list[Doubt]:
    """Every doubt, in the order of the page."""
    found = [*judging_words(kalkyl), *_frame(kalkyl)]
    shared = shared_values(kalkyl)
    found += [Doubt(f"gemensamma.{n}.formel", "fråga", q.text) for n, q in shared_questions(kalkyl)]
    found += _said_twice(kalkyl)
    for rad in rows_of(kalkyl):
        found += _row(rad, shared, kalkyl.perspektiv)
    found += counted_twice(kalkyl, shared)
    return found


def _said_twice(kalkyl: Nyttokalkyl) -> Iterator[Doubt]:
    """A shared factor with both a number and a formula: the formula is what counts."""
    for n, g in enumerate(kalkyl.gemensamma):
        if g.formel.strip() and (g.varde.troligt or g.varde.varies):
            words = "Uträkningen gäller, inte talet. Ska talet eller uträkningen bort?"
            yield Doubt(f"gemensamma.{n}.varde.troligt", "fråga", words)


def _frame(kalkyl: Nyttokalkyl) -> Iterator[Doubt]:
    yield from rate_doubts(kalkyl.ranta)
    yield from level_doubts(kalkyl.niva, any(block.valued for _, _, block in kalkyl.blocks))
    if kalkyl.startar != 1 and abs(kalkyl.startar - IN_FORCE_ON.year) > 10:
        yield Doubt("startar", "varning", "Stämmer första året? Det ligger långt ifrån i dag. (gränsen är vår)")
    for n, name in enumerate(kalkyl.perspektiv):
        if name.lower().endswith(ROLES):
            yield Doubt(
                f"perspektiv.{n}",
                "fråga",
                "Är det här en yrkesroll? Skriv i så fall organisationen som rollen hör till.",
            )
    varying = sum(g.varde.varies for g in kalkyl.gemensamma) + sum(_varying(block) for _, _, block in kalkyl.blocks)
    if varying > FEW:
        yield Doubt(
            "nyttor", "info", "Många värden har lägst och högst. Variera några få, så syns det vad som betyder mest."
        )


@each
def _varying(block: Block) -> int:
    return sum(value.varies for value in block.values)


@each
def _row(rad: Rad, shared: Gemensamma, perspektiv: tuple[str, ...]) -> tuple[Doubt, ...]:
    """What there is to ask of a row by itself."""
    formula = _formula(shared, f"{rad.side}.{rad.place}", rad.block) if rad.block.counted else ()
    return (*_block(rad, perspektiv), *formula)


def _block(rad: Rad, perspektiv: tuple[str, ...]) -> Iterator[Doubt]:
    key, block, (lagst, troligt, hogst) = f"{rad.side}.{rad.place}", rad.block, rad.arligt
    if min(lagst, troligt, hogst) < 0:
        other = "kostnad" if rad.side == "nyttor" else "nytta"
        yield Doubt(f"{key}.namn", "varning", f"Raden är negativ. Lägg den hellre som {other}.")
    if not lagst <= troligt <= hogst:
        yield Doubt(
            f"{key}.namn",
            "varning",
            "Lägst, troligt och högst kommer inte i ordning. Det kan stämma när ett lågt värde ger hög nytta.",
        )
    if block.kategori == "finansiell" and (block.timkostnad or block.timmar_per_ar or _counts_time(block)):
        yield Doubt(
            f"{key}.kategori",
            "fråga",
            "Raden räknar tid. Vilken utgift hade annars uppstått? Annars är det omfördelning.",
        )
    if max(rad.faktorer) > 1.2:
        yield Doubt(
            f"{key}.faktor.typ",
            "fråga",
            "En årsfaktor är över 1,2. Är det större omfattning, eller har inflation räknats in? (gränsen är vår)",
        )
    told = block.kalla or any(v.kalla or v.ref for v in block.values)
    if any(v.troligt for v in block.values) and not told:
        place = ".faktorer.0" if block.faktorer else ""
        yield Doubt(f"{key}{place}.kalla", "fråga", "Var kommer siffrorna ifrån? Skriv källan, så kan andra följa dig.")
    for place, value in _factors(block):
        yield from _one(f"{key}.{place}", value)
    whose = block.perspektiv.lower()
    if "samhäll" in whose and any(folded(p) in folded(block.namn) for p in perspektiv if p.strip() and p != block.perspektiv):
        yield Doubt(f"{key}.perspektiv", "fråga", "Raden nämner en organisation. Är det den och inte hela samhället som raden gäller?")


def _one(key: str, value: Varde) -> Iterator[Doubt]:
    """A single value: percent written as a part, units that look like others, prices of another year."""
    unit = value.enhet.strip().lower()
    if unit == "%" and 0 < value.troligt < 0.01:
        words = f"Menade du {amount(value.troligt * 100, '%')}? Nu står det {amount(value.troligt, '%')}."
        yield Doubt(f"{key}.troligt", "fråga", words)
    if unit == "%" and value.troligt > 1:
        yield Doubt(f"{key}.troligt", "fråga", "Är det mer än hela? Andelen är över 100 %.")
    if (unit.startswith("min") and "år" not in unit and value.troligt > WORKDAY) or (
        unit in TIME_UNITS[:3] and value.troligt > WORKYEAR and PER_PERSON.search(f"{value.namn} {unit}".lower())
    ):
        yield Doubt(f"{key}.enhet", "varning", "Är enheten rätt? Det är mer tid än en arbetsdag eller ett arbetsår rymmer.")
    priced = max(map(int, YEAR.findall(value.kalla)), default=IN_FORCE_ON.year)
    if "kr" in unit and priced < IN_FORCE_ON.year - OLD:
        words = f"Källan är från {priced}. Är priset omräknat till dagens prisnivå? (gränsen är vår)"
        yield Doubt(f"{key}.kalla", "fråga", words)


def _factors(block: Block) -> Iterator[tuple[str, Varde]]:
    """The factors of a block with their places."""
    for t, term in enumerate(block.termer):
        yield from ((f"termer.{t}.faktorer.{f}", value) for f, value in enumerate(term.faktorer))
    yield from ((f"faktorer.{f}", value) for f, value in enumerate(block.faktorer))


def _formula(shared: Gemensamma, key: str, block: Block) -> Iterator[Doubt]:
    """The units of the formula, and factors that it leaves out."""
    found = of_block(block, shared)
    yield from (Doubt(f"{key}.formel", "fråga", question.text) for question in asked(found))
    if found.tree is not None:
        for n, name in enumerate(found.named.own):
            if not found.uses(name):
                yield Doubt(f"{key}.faktorer.{n}.namn", "fråga", f"{name} är inte med i uträkningen. Ska den vara det?")


def _counts_time(block: Block) -> bool:
    return any(value.enhet.strip().lower() in TIME_UNITS for value in block.values)
