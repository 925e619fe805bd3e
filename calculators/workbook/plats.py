"""Where everything stands in the file: the tabs, their columns, and the rows of each block. Rows count from 1, as in the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from calculators.kalkyl.document import Block, Nyttokalkyl

LAS_MIG, START, FAKTORER, NYTTOR, KOSTNADER = "Läs mig", "Start", "Faktorer", "Nyttor", "Kostnader"
EJ_VARDERADE, RESULTAT, OSAKERHET = "Ej värderade", "Resultat", "Osäkerhet"
UPPFOLJNING, KALLOR = "Uppföljning", "Källor och versioner"
SIDES = {"nyttor": NYTTOR, "kostnader": KOSTNADER}

YEARS = 25  # columns and rows for years; those after the horizon are switched off
GROUPS = ((7, 15), (16, 25))  # years that can be folded away
NIVAER = ("lagst", "troligt", "hogst")
NIVANAMN = {"lagst": "Lägst", "troligt": "Troligt", "hogst": "Högst"}
VARDE = {"lagst": "E", "troligt": "F", "hogst": "G"}  # the same columns in every tab with values
SUMMA = {"lagst": "M", "troligt": "N", "hogst": "O"}
TIMMAR, FAKTORSUMMA, VIKT, KVAR, ARBETSDEL = "P", "AP", "AQ", "AR", "AS"
ANDEL, ANDEL_ARBETAR = "F", "D"  # how much falls to another, and whether that is working time
FIRST_YEAR = 17  # column Q

HEAD, FIRST = 8, 9  # the header row of Nyttor and Kostnader, and the first row of the first block
SPARE_BLOCKS, SPARE_FACTORS, SPARE_PARTS = 3, 4, 5
ROOM_FOR_PARTIES = 12
ROOM_FOR_FACTORS = 8


def letters(column: int) -> str:
    """1 → A, 27 → AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def year(n: int) -> str:
    """The column of year n, which counts from 1."""
    return letters(FIRST_YEAR + n - 1)


LAST_YEAR = year(YEARS)


@dataclass(frozen=True, slots=True)
class Blockplats:
    """The rows of a block. `faktorer` has one more than the block, for a new factor; a written value has `direkt` instead."""

    head: int
    faktorer: tuple[int, ...] = ()
    direkt: int | None = None
    utrakning: int | None = None
    timkostnad: int | None = None
    timmar: int | None = None
    vems_tid: int | None = None
    pengar_nar: int | None = None
    pengar_beslut: int | None = None

    @property
    def last(self) -> int:
        ends = (self.direkt, self.utrakning, self.timkostnad, self.timmar, self.vems_tid, self.pengar_nar, self.pengar_beslut)
        return max(self.head, *self.faktorer, *(row for row in ends if row))


@dataclass(frozen=True, slots=True)
class Sida:
    """A side: its tab, its blocks, the spare ones, the row after the last block, and the rows for shares."""

    side: str
    flik: str
    block: tuple[Blockplats, ...]
    lediga: tuple[Blockplats, ...]
    slut: int
    delar: tuple[int, int]

    def span(self, column: str) -> str:
        """The whole column of the blocks, from anywhere: Nyttor!$F$9:$F$60."""
        return f"{self.flik}!${column}${FIRST}:${column}${self.slut}"

    def delspan(self, column: str) -> str:
        """The whole column of the shares."""
        first, last = self.delar
        return f"{self.flik}!${column}${first}:${column}${last}"


@dataclass(frozen=True, slots=True)
class Plan:
    """Every place that formulas of other tabs point to."""

    nyttor: Sida
    kostnader: Sida
    gemensamma: Mapping[str, int]  # id → row of Faktorer
    faktorer_last: int
    perspektiv: tuple[int, int]  # first and last row of Start
    ar_for_ar: int  # the heading of the first year table of Resultat
    keys: Mapping[str, tuple[str, int]] = field(default_factory=dict)  # key of a value in the document → tab and row

    def sida(self, side: str) -> Sida:
        return self.nyttor if side == "nyttor" else self.kostnader

    @property
    def diagram(self) -> int:
        """The row of the charts under the perspectives of Resultat."""
        return self.ar_for_ar - CHART_ROWS - 1

    def cell(self, key: str, level: str, column: str = "") -> str:
        """Where a value stands, seen from another tab: Nyttor!$F$12."""
        flik, row = self.keys[key]
        return f"{flik}!${column or VARDE[level]}${row}"


OMRAKNING_ROW = 6  # of Faktorer
FIRST_FACTOR = 10
PARTIES_FROM = 24  # of Start
PARTY_TABLE = 31  # the header row of the perspectives in Resultat
CHART_ROWS = 17  # room for the charts under them


def plan_of(kalkyl: Nyttokalkyl) -> Plan:
    """The places of a nyttokalkyl whose blocks hold no terms."""
    gemensamma = {g.id: FIRST_FACTOR + n for n, g in enumerate(kalkyl.gemensamma)}
    parties = max(ROOM_FOR_PARTIES, len(kalkyl.perspektiv) + 4)
    nyttor, kostnader = (_side(side, getattr(kalkyl, side)) for side in SIDES)
    return Plan(
        nyttor=nyttor,
        kostnader=kostnader,
        gemensamma=gemensamma,
        faktorer_last=FIRST_FACTOR + len(kalkyl.gemensamma) + ROOM_FOR_FACTORS,
        perspektiv=(PARTIES_FROM, PARTIES_FROM + parties - 1),
        ar_for_ar=PARTY_TABLE + parties + 1 + CHART_ROWS + 2,
        keys=dict(_keys(kalkyl, nyttor, kostnader)),
    )


def _keys(kalkyl: Nyttokalkyl, *sides: Sida) -> Iterator[tuple[str, tuple[str, int]]]:
    for n in range(len(kalkyl.gemensamma)):
        yield f"gemensamma.{n}.varde", (FAKTORER, FIRST_FACTOR + n)
    for sida in sides:
        for n, at in enumerate(sida.block):
            yield from ((f"{sida.side}.{n}.faktorer.{f}", (sida.flik, row)) for f, row in enumerate(at.faktorer[:-1]))
            if at.direkt:
                yield f"{sida.side}.{n}.arligt_varde", (sida.flik, at.direkt)


def _side(side: str, blocks: tuple[Block, ...]) -> Sida:
    at, found = FIRST, []
    for block in blocks:
        found.append(_block(block, at))
        at = found[-1].last + 1
    spare = []
    for _ in range(SPARE_BLOCKS):
        spare.append(_block(None, at))
        at = spare[-1].last + 1
    parts = 0
    for block in blocks:
        parts += len(block.fordelning)
    first = at + 5
    return Sida(side, SIDES[side], tuple(found), tuple(spare), at, (first, first + parts + SPARE_PARTS - 1))


def _block(block: Block | None, head: int) -> Blockplats:
    at = head
    given: dict[str, int] = {}

    def row(wanted: bool, name: str) -> None:
        nonlocal at
        if wanted:
            at += 1
            given[name] = at

    direct = block is not None and block.arligt_varde is not None
    row(direct, "direkt")
    count = 0 if direct else (SPARE_FACTORS if block is None else len(block.faktorer) + 1)
    faktorer = tuple(range(at + 1, at + 1 + count))
    at += count
    timed = block is None or block.kategori == "omfordelning"
    row(not direct, "utrakning")
    row(timed or bool(block and block.timkostnad), "timkostnad")
    row(timed or bool(block and block.timmar_per_ar), "timmar")
    row(bool(block and block.vems_tid), "vems_tid")
    row(bool(block and block.blir_pengar_nar), "pengar_nar")
    row(bool(block and block.blir_pengar_beslut), "pengar_beslut")
    return Blockplats(head, faktorer, **given)
