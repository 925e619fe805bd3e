"""Soft doubts about a nyttokalkyl: questions and advice beside the fields. None of them stops the result."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kalkyl.document import Block, Nyttokalkyl, factors_of
from calculators.kalkyl.evaluation import annual_value
from calculators.kalkyl.ramar import rate_doubts
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
FEW = 5  # more values than this with their own lowest and highest make the result hard to read; the limit is ours


def doubts(kalkyl: Nyttokalkyl) -> list[Doubt]:
    """Every doubt, in the order of the page."""
    found = [*_frame(kalkyl)]
    for side, n, block in kalkyl.blocks:
        found += _block(kalkyl, side, f"{side}.{n}", block)
    return found


def _frame(kalkyl: Nyttokalkyl) -> Iterator[Doubt]:
    yield from rate_doubts(kalkyl.ranta)
    if kalkyl.startar != 1 and abs(kalkyl.startar - IN_FORCE_ON.year) > 10:
        yield Doubt("startar", "varning", "Stämmer första året? Det ligger långt ifrån i dag. (gränsen är vår)")
    for n, name in enumerate(kalkyl.perspektiv):
        if name.lower().endswith(ROLES):
            yield Doubt(
                f"perspektiv.{n}",
                "fråga",
                "Är det här en yrkesroll? Skriv i så fall organisationen som rollen hör till.",
            )
    if sum(value.varies for value in _all_values(kalkyl)) > FEW:
        yield Doubt(
            "nyttor", "info", "Många värden har lägst och högst. Variera några få, så syns det vad som betyder mest."
        )


def _all_values(kalkyl: Nyttokalkyl) -> Iterator[Varde]:
    yield from (g.varde for g in kalkyl.gemensamma)
    for _, _, block in kalkyl.blocks:
        yield from _values(block)


def _values(block: Block) -> Iterator[Varde]:
    for term in block.termer:
        yield from term.faktorer
    if block.arligt_varde is not None:
        yield block.arligt_varde


def _block(kalkyl: Nyttokalkyl, side: str, key: str, block: Block) -> Iterator[Doubt]:
    lagst, troligt, hogst = annual_value(block, {g.id: g.varde for g in kalkyl.gemensamma})
    if min(lagst, troligt, hogst) < 0:
        other = "kostnad" if side == "nyttor" else "nytta"
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
    if max(factors_of(block, kalkyl.horisont)) > 1.2:
        yield Doubt(
            f"{key}.faktor.typ",
            "fråga",
            "En årsfaktor är över 1,2. Är det större omfattning, eller har inflation räknats in? (gränsen är vår)",
        )
    values = tuple(_values(block))
    if any(v.troligt for v in values) and not block.kalla and not any(v.kalla or v.ref for v in values):
        place = ".termer.0.faktorer.0" if block.termer and block.termer[0].faktorer else ""
        yield Doubt(f"{key}{place}.kalla", "fråga", "Var kommer siffrorna ifrån? Skriv källan, så kan andra följa dig.")
    for t, term in enumerate(block.termer):
        for f, value in enumerate(term.faktorer):
            if value.enhet.strip() == "%" and 0 < value.troligt < 0.01:
                yield Doubt(
                    f"{key}.termer.{t}.faktorer.{f}.troligt",
                    "fråga",
                    f"Menade du {amount(value.troligt * 100, '%')}? Nu står det {amount(value.troligt, '%')}.",
                )


def _counts_time(block: Block) -> bool:
    return any(value.enhet.strip().lower() in TIME_UNITS for value in _values(block))
