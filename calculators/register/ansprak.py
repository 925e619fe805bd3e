"""Benefits that several calculations may claim: the same indicator, the same time of the same staff, the same premises.

Keys are compared within one organisation, for every organisation frees its own time. They are spread over shelves: with
files as shelves, the memory stays the same however many calculations there are.
"""

from __future__ import annotations

import io
import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Rad
from calculators.kalkyl.formel.names import folded
from calculators.kalkyl.formel.units import ARBETSTID, read_unit
from calculators.kalkyl.hours import HOURLY
from calculators.kalkyl.namngivning import Gemensamma
from calculators.kalkyl.plan import Matning
from calculators.swedish import counted, listed, write_number
from calculators.uppfoljning.rakning import rakning

PREMISES = re.compile(r"\b(?:lokal|kvm|m2|m²|kvadratmeter|kontor)\w*")
SHELVES = 64
NAMED = 4  # calculations that a question names
KINDS = {
    "indikator": "följs med samma indikator",
    "tid": "räknar med samma tid för samma personal",
    "lokal": "frigör lokaler med samma namn",
}


def claims_of(
    kalkyl: Nyttokalkyl, rad: Rad, matning: Matning | None, shared: Gemensamma
) -> tuple[tuple[str, str], ...]:
    """What the benefit could be mistaken for: (kind, key) with the key of another that claims the same."""
    found = []
    if matning and matning.indikator:
        found.append(("indikator", folded(matning.indikator)))
    worth = rakning(rad.block, shared)
    if PREMISES.search(folded(f"{rad.block.namn} {' '.join(worth.varden)} {' '.join(worth.enheter.values())}")):
        found.append(("lokal", folded(rad.block.namn)))
    if rad.block.kategori == "omfordelning":
        staff, times = [], []
        for name, x in worth.varden.items():
            unit = read_unit(worth.enheter[name])
            if unit and unit.powers == HOURLY:
                staff.append(folded(name))
            elif unit and ARBETSTID in unit.kinds:
                times.append(f"{folded(name)}={write_number(x)}")
        if staff and times:
            found.append(("tid", "|".join([*sorted(staff), *sorted(times)])))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Fraga:
    """Benefits of several calculations that may be one: the kind, and each with its file."""

    slag: str
    nyttor: tuple[tuple[str, str], ...]  # file, "N1 Kortare tid"

    @property
    def text(self) -> str:
        """The question."""
        told = [f"{name} i {fil}" for fil, name in self.nyttor[:NAMED]]
        more = [counted(len(self.nyttor) - NAMED, "till", "till")] if len(self.nyttor) > NAMED else []
        return f"{listed([*told, *more])} {KINDS[self.slag]}. Räknas samma nytta flera gånger?"


class Ansprak:
    """Every claim that has been seen. Use as a context; `questions` may be asked once all are in."""

    def __init__(self, shelf: Callable[[], IO[str]] = io.StringIO) -> None:
        self.new = shelf
        self.shelves: dict[int, IO[str]] = {}

    def __enter__(self) -> Ansprak:
        return self

    def __exit__(self, *about: object) -> None:
        for shelf in self.shelves.values():
            shelf.close()

    def add(self, organisation: str, fil: str, nytta: str, claim: tuple[str, str]) -> None:
        """One benefit's claim."""
        line = json.dumps([claim[0], organisation, claim[1], fil, nytta])
        place = zlib.crc32("\x00".join((*claim, organisation)).encode(errors="replace")) % SHELVES
        if place not in self.shelves:
            self.shelves[place] = self.new()
        self.shelves[place].write(line + "\n")

    def questions(self) -> Iterator[Fraga]:
        """Each claim that more than one file makes, shelf by shelf."""
        for _, shelf in sorted(self.shelves.items()):
            shelf.seek(0)
            seen: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
            for line in shelf:
                slag, organisation, key, fil, nytta = json.loads(line)
                seen.setdefault((slag, organisation, key), []).append((fil, nytta))
            for (slag, _, _), found in seen.items():
                if len({fil for fil, _ in found}) > 1:
                    yield Fraga(slag, tuple(found))
            shelf.seek(0, io.SEEK_END)
