"""How uncertain the result is: the method's table of lägst, troligt and högst, and what it says in words."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.kalkyl.tolkning import per_krona
from calculators.rapport.document import Cell, Table, row
from calculators.rapport.kallor import all_values
from calculators.rapport.limits import named, quoted
from calculators.rapport.resultat import kr
from calculators.schema import Varde
from calculators.swedish import amount, counted

LEVELS = {"lagst": "Lägst", "troligt": "Troligt", "hogst": "Högst"}
SUMS = {"summa_nyttor": "Nyttor", "summa_kostnader": "Kostnader", "nettonytta": "Nettonytta"}


def varying(kalkyl: Nyttokalkyl) -> tuple[tuple[str, Varde], ...]:
    """Every value with its own lägst or högst, with what to call it."""
    return tuple((name, value) for name, value in all_values(kalkyl) if value.varies)


def in_words(kalkyl: Nyttokalkyl, result: Resultat, most: int = 5) -> Iterator[str]:
    """What the reader should know about how sure the figures are, in sentences."""
    found = varying(kalkyl)
    if not found:
        yield "Ingen uppgift har ett lägst och ett högst värde. Därför syns det inte hur osäkert resultatet är."
        return
    spans = [f"{quoted(name)} ({span(value)})" for name, value in found]
    yield f"{counted(len(found), 'uppgift', 'uppgifter')} är osäkra eller kan variera: {named(spans, most)}."
    low, likely, high = (amount(getattr(result, level).nettonytta, "kr") for level in LEVELS)
    yield f"Nettonyttan är {low} med de lägsta värdena, {likely} med de troliga och {high} med de högsta."
    signs = {getattr(result, level).nettonytta > 0 for level in LEVELS}
    if len(signs) > 1:
        yield "Inom spannet finns både nyttor som är större och nyttor som är mindre än kostnaderna."
    yield "Lägst nytta paras med lägst kostnad och högst med högst. Det är alltså inte det sämsta och det bästa utfallet."


def span(value: Varde) -> str:
    """ "5 min till 10 min"."""
    unit = value.enhet.strip()
    return f"{amount(value.lagst, unit)} till {amount(value.hogst, unit)}"


def level_table(result: Resultat) -> Table:
    """The method's table: one row for each level."""
    rows = tuple(
        row(label, *(kr(getattr(niva, name)) for name in SUMS), Cell(per_krona(niva), niva.nettonytta_per_krona, "kr"))
        for level, label in LEVELS.items()
        for niva in (getattr(result, level),)
    )
    return Table("Lägst, troligt och högst", ("Nivå", *SUMS.values(), "Per satsad krona"), rows)
