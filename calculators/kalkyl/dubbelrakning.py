"""What may be counted twice: the same thing in two rows, in kronor and in size, as freed time and as quality.

Rows are compared by what their factors say and by their names, which is a guess: every find is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.kalkyl.document import Block, EjVarderad, Nyttokalkyl, block_id
from calculators.kalkyl.formel.names import folded
from calculators.kalkyl.formel.units import ARBETSTID, PENGAR, SHARES, read_unit
from calculators.kalkyl.namngivning import Gemensamma
from calculators.kalkyl.utrakning import of_block
from calculators.schema import Doubt, Varde

TIME_WORDS = re.compile(
    r"\b(?:fri(?:gjord)?|spara(?:d|r)?|mer|mindre|kortare)\s+(?:arbets)?tid|\btid(?:sbesparing|svinst|en)?\b|\b(?:minut|timm)\w*"
)
PER_LENGTH = re.compile(r"kr\s*(?:/|per)\s*(?:km|mil)\b")
PER_FUEL = re.compile(r"kr\s*(?:/|per)\s*(?:l|liter|kwh)\b")

Row = tuple[str, int, Block]


def counted_twice(kalkyl: Nyttokalkyl, shared: Gemensamma) -> Iterator[Doubt]:
    """Every row that may be the same thing as an earlier one, asked about at the later."""
    for side in ("nyttor", "kostnader"):
        yield from _same_as_before([row for row in kalkyl.blocks if row[0] == side], shared)
    yield from _driving(kalkyl, shared)
    for n, thing in enumerate(kalkyl.ej_varderade):
        yield from _in_kronor_too(kalkyl, f"ej_varderade.{n}", thing, shared)


def _same_as_before(rows: list[Row], shared: Gemensamma) -> Iterator[Doubt]:
    by_name: dict[str, Row] = {}
    by_amounts: dict[frozenset[tuple[str, float, str]], Row] = {}
    for row in rows:
        side, place, block = row
        name, amounts = folded(block.namn.strip()), _amounts(block, shared)
        if name in by_name:
            words = f"{_named(by_name[name])} heter likadant. Räknas samma sak två gånger?"
            yield Doubt(f"{side}.{place}.namn", "fråga", words)
        elif amounts in by_amounts:
            what = "tid" if _counts_time(block, shared) else "sak"
            words = f"{_named(by_amounts[amounts])} räknas med samma antal. Räknas samma {what} två gånger?"
            yield Doubt(f"{side}.{place}.namn", "fråga", words)
        if name:
            by_name.setdefault(name, row)
        if amounts:
            by_amounts.setdefault(amounts, row)


def _named(row: Row) -> str:
    side, place, block = row
    id = block_id(side, place, block)
    return f"{block.namn} ({id})" if block.namn.strip() else id


def _filled(block: Block, shared: Gemensamma) -> Iterator[Varde]:
    """The values that a row is worked out from and that say something, those that it shares among them."""
    worked = of_block(block, shared) if block.counted else None
    for value in worked.factors.values() if worked and worked.tree is not None else block.values:
        meant = shared.get(value.ref, value) if value.ref else value
        if meant.troligt:
            yield meant


def _amounts(block: Block, shared: Gemensamma) -> frozenset[tuple[str, float, str]]:
    """What a row counts, without its prices and shares: neither makes an hour another hour. Needs two to compare."""
    counted = (v for v in _filled(block, shared) if v.namn.strip() and v.enhet.strip() not in SHARES and not _is(v, PENGAR))
    found = frozenset((folded(v.namn), v.troligt, folded(v.enhet)) for v in counted)
    return found if len(found) > 1 else frozenset()


def _is(value: Varde, kind: str) -> bool:
    unit = read_unit(value.enhet)
    return unit is not None and kind in unit.kinds


def _counts_time(block: Block, shared: Gemensamma) -> bool:
    return any(_is(v, ARBETSTID) for v in _filled(block, shared))


def _driving(kalkyl: Nyttokalkyl, shared: Gemensamma) -> Iterator[Doubt]:
    """A mileage allowance holds the fuel already."""
    rows = kalkyl.blocks
    by_length = [row for row in rows if any(PER_LENGTH.search(v.enhet.lower()) for v in _filled(row[2], shared))]
    for side, place, block in rows if by_length else ():
        if any(PER_FUEL.search(v.enhet.lower()) for v in _filled(block, shared)):
            words = f"{_named(by_length[0])} räknar kronor per sträcka, och här räknas drivmedlet för sig. Välj ett av sätten."
            yield Doubt(f"{side}.{place}.namn", "varning", words)


def _in_kronor_too(kalkyl: Nyttokalkyl, key: str, thing: EjVarderad, shared: Gemensamma) -> Iterator[Doubt]:
    """A thing with a size that has an amount as well, or quality that is the time which is freed."""
    side = "nyttor" if thing.sida == "nytta" else "kostnader"
    rows = [row for row in kalkyl.blocks if row[0] == side]
    name = folded(thing.namn.strip())
    for row in rows:
        if name and name == folded(row[2].namn.strip()):
            words = f"{_named(row)} har redan ett belopp. Välj ett sätt att värdera den, i kronor eller med en storlek."
            yield Doubt(f"{key}.namn", "varning", words)
            return
    freed = [row for row in rows if row[2].kategori == "omfordelning" and (row[2].timmar_per_ar or _counts_time(row[2], shared))]
    if side == "nyttor" and thing.kategori == "kvalitet" and freed and TIME_WORDS.search(name):
        words = f"Är det samma tid som i {_named(freed[0])}? Räkna den i så fall på ett ställe, som omfördelning eller som kvalitet."
        yield Doubt(f"{key}.namn", "fråga", words)
