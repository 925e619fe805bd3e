"""What may be counted twice: the same thing in two rows, in kronor and in size, as freed time and as quality.

Rows are compared by what their factors say and by their names, which is a guess: every find is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kalkyl.document import Block, EjVarderad, Nyttokalkyl, block_id
from calculators.kalkyl.formel.names import folded
from calculators.kalkyl.formel.units import ARBETSTID, PENGAR, SHARES, read_unit
from calculators.kalkyl.namngivning import Gemensamma
from calculators.kalkyl.utrakning import of_block
from calculators.latest import each
from calculators.schema import Doubt, Varde

TIME_WORDS = re.compile(
    r"\b(?:fri(?:gjord)?|spara(?:d|r)?|mer|mindre|kortare)\s+(?:arbets)?tid|\btid(?:sbesparing|svinst|en)?\b|\b(?:minut|timm)\w*"
)
PER_LENGTH = re.compile(r"kr\s*(?:/|per)\s*(?:km|mil)\b")
PER_FUEL = re.compile(r"kr\s*(?:/|per)\s*(?:l|liter|kwh)\b")

@dataclass(frozen=True, slots=True)
class Row:
    """A benefit or a cost with its place, and the values that it is worked out from: those that say something."""

    side: str
    place: int
    block: Block
    values: tuple[Varde, ...]
    name: str  # how its name is compared
    amounts: frozenset[tuple[str, float, str]]  # what it counts, where that is enough to compare
    per_length: bool  # whether it counts kronor for a distance
    per_fuel: bool  # or for fuel

    @property
    def key(self) -> str:
        """The field of its name, where it is asked about."""
        return f"{self.side}.{self.place}.namn"

    @property
    def called(self) -> str:
        """What the reader knows it by."""
        id = block_id(self.side, self.place, self.block)
        return f"{self.block.namn} ({id})" if self.block.namn.strip() else id

    @property
    def counts_time(self) -> bool:
        """Whether it is made of working time."""
        return any(_is(v, ARBETSTID) for v in self.values)


def counted_twice(kalkyl: Nyttokalkyl, shared: Gemensamma) -> Iterator[Doubt]:
    """Every row that may be the same thing as an earlier one, asked about at the later."""
    rows = [_row(side, place, block, shared) for side, place, block in kalkyl.blocks]
    sides = {side: [row for row in rows if row.side == side] for side in ("nyttor", "kostnader")}
    for found in sides.values():
        yield from _same_as_before(found)
    yield from _driving(rows)
    for n, thing in enumerate(kalkyl.ej_varderade):
        yield from _in_kronor_too(f"ej_varderade.{n}.namn", thing, sides["nyttor" if thing.sida == "nytta" else "kostnader"])


@each
def _row(side: str, place: int, block: Block, shared: Gemensamma) -> Row:
    values = tuple(_filled(block, shared))
    units = [value.enhet.lower() for value in values]
    lengths, fuels = (any(map(pattern.search, units)) for pattern in (PER_LENGTH, PER_FUEL))
    return Row(side, place, block, values, folded(block.namn.strip()), _amounts(values), lengths, fuels)


def _amounts(values: tuple[Varde, ...]) -> frozenset[tuple[str, float, str]]:
    """What is counted, without its prices and shares: neither makes an hour another hour. Needs two to compare."""
    counted = (v for v in values if v.namn.strip() and v.enhet.strip() not in SHARES and not _is(v, PENGAR))
    found = frozenset((folded(v.namn), v.troligt, folded(v.enhet)) for v in counted)
    return found if len(found) > 1 else frozenset()


def _filled(block: Block, shared: Gemensamma) -> Iterator[Varde]:
    """The values that a row is worked out from and that say something, those that it shares among them."""
    worked = of_block(block, shared) if block.counted else None
    for value in worked.factors.values() if worked and worked.tree is not None else block.values:
        meant = shared.get(value.ref, value) if value.ref else value
        if meant.troligt:
            yield meant


def _is(value: Varde, kind: str) -> bool:
    unit = read_unit(value.enhet)
    return unit is not None and kind in unit.kinds


def _same_as_before(rows: list[Row]) -> Iterator[Doubt]:
    by_name: dict[str, Row] = {}
    by_amounts: dict[frozenset[tuple[str, float, str]], Row] = {}
    for row in rows:
        name, amounts = row.name, row.amounts
        if name in by_name:
            yield Doubt(row.key, "fråga", f"{by_name[name].called} heter likadant. Räknas samma sak två gånger?")
        elif amounts in by_amounts:
            what = "tid" if row.counts_time else "sak"
            words = f"{by_amounts[amounts].called} räknas med samma antal. Räknas samma {what} två gånger?"
            yield Doubt(row.key, "fråga", words)
        if name:
            by_name.setdefault(name, row)
        if amounts:
            by_amounts.setdefault(amounts, row)


def _driving(rows: list[Row]) -> Iterator[Doubt]:
    """A mileage allowance holds the fuel already."""
    by_length = next((row for row in rows if row.per_length), None)
    if by_length is None:
        return
    for row in rows:
        if row.per_fuel:
            words = f"{by_length.called} räknar kronor per sträcka, och här räknas drivmedlet för sig. Välj ett av sätten."
            yield Doubt(row.key, "varning", words)


def _in_kronor_too(key: str, thing: EjVarderad, rows: list[Row]) -> Iterator[Doubt]:
    """A thing with a size that has an amount as well, or quality that is the time which is freed."""
    name = folded(thing.namn.strip())
    same = next((row for row in rows if name and name == row.name), None)
    if same:
        words = f"{same.called} har redan ett belopp. Välj ett sätt att värdera den, i kronor eller med en storlek."
        yield Doubt(key, "varning", words)
    elif thing.sida == "nytta" and thing.kategori == "kvalitet" and TIME_WORDS.search(name):
        freed = (r for r in rows if r.block.kategori == "omfordelning" and (r.block.timmar_per_ar or r.counts_time))
        if row := next(freed, None):
            words = f"Är det samma tid som i {row.called}? Räkna den i så fall på ett ställe, som omfördelning eller som kvalitet."
            yield Doubt(key, "fråga", words)
