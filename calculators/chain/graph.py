"""What an effektkedja holds: boxes, and arrows from cause to effect. Whatever direction it is drawn in."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Iterable, Mapping
from typing import Any

from calculators.chain.kinds import TYPER


@dc.dataclass(frozen=True, slots=True)
class Lada:
    """A box. `kalkylrad` is the row of the calculation that it is; `ovrigt` holds keys that we don't know."""

    id: str
    typ: str
    text: str
    intressent: str = ""
    kategori: str = ""
    varderas_i_pengar: bool | None = None  # None: nobody has decided
    nar: str = ""
    forutsattning: str = ""
    atgard: str = ""
    indikator: str = ""
    ansvarig: str = ""
    kalkylrad: str = ""
    notering: str = ""
    grupp: str = ""  # which notes on the wall it was put together with
    beskrivning: str = ""  # the nyttobeskrivning, where somebody has gone on with the draft
    ovrigt: Mapping[str, Any] = dc.field(default_factory=dict)


@dc.dataclass(frozen=True, slots=True)
class Pil:
    """An arrow from cause to effect: `fran` leder till, hindrar, or krävs för `till`."""

    id: str
    fran: str
    till: str
    slag: str = "leder_till"
    varfor: str = ""
    sakerhet: str = ""
    kalla: str = ""
    ovrigt: Mapping[str, Any] = dc.field(default_factory=dict)


@dc.dataclass(frozen=True, slots=True)
class Lapp:
    """A note from the workshop that nobody has made a box of yet. `grupp` is the name that it was put together under."""

    id: str
    text: str
    grupp: str = ""
    ovrigt: Mapping[str, Any] = dc.field(default_factory=dict)


@dc.dataclass(frozen=True, slots=True)
class Avfardad:
    """A question that somebody has answered with "not here": its code, what it was about, and why."""

    kod: str
    om: tuple[str, ...] = ()
    varfor: str = ""
    ovrigt: Mapping[str, Any] = dc.field(default_factory=dict)


@dc.dataclass(frozen=True, slots=True)
class Effektkedja:
    """The order of the boxes is the order in the list. `riktning` is only how it is drawn.

    `lappar` are no part of the chain until they are boxes.

    `raknare` is the highest number of an id that has been taken away, so that none comes back as something else.
    """

    titel: str = ""
    lador: tuple[Lada, ...] = ()
    pilar: tuple[Pil, ...] = ()
    avfardade: tuple[Avfardad, ...] = ()
    lappar: tuple[Lapp, ...] = ()
    riktning: str = "hoger"
    exempel: bool = False  # made up to show how: said wherever it is shown
    raknare: int = 0
    ovrigt: Mapping[str, Any] = dc.field(default_factory=dict)


class Flow:
    """A chain with its neighbours looked up: `ut` and `inn` along every arrow that is not an obstacle."""

    def __init__(self, kedja: Effektkedja):
        self.kedja = kedja
        self.lador = {lada.id: lada for lada in kedja.lador}
        self.ut: dict[str, list[str]] = {id: [] for id in self.lador}
        self.inn: dict[str, list[str]] = {id: [] for id in self.lador}
        for pil in kedja.pilar:
            if pil.slag != "hindrar":
                self.ut[pil.fran].append(pil.till)
                self.inn[pil.till].append(pil.fran)

    def av(self, *typer: str) -> list[Lada]:
        """The boxes of these kinds, in order."""
        return [lada for lada in self.kedja.lador if lada.typ in typer]

    def fram(self, *start: str) -> set[str]:
        """These boxes and all that follow from them."""
        return reached(start, self.ut)

    def bak(self, *start: str) -> set[str]:
        """These boxes and all that lead to them."""
        return reached(start, self.inn)

    def pil(self, fran: str, till: str) -> Pil:
        """The first arrow between two boxes that is not an obstacle."""
        return next(p for p in self.kedja.pilar if (p.fran, p.till) == (fran, till) and p.slag != "hindrar")


def reached(start: tuple[str, ...], along: Mapping[str, list[str]]) -> set[str]:
    """These boxes and all that the arrows `along` (box → next boxes) lead to."""
    seen, waiting = set(start), list(start)
    while waiting:
        for other in along[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def number_of(id: str) -> int:
    """The number in an id of ours: 12 in "n12"; 0 in any other."""
    return int(id[1:]) if id[1:].isascii() and id[1:].isdigit() and len(id) < 10 else 0


def free_id(taken: Iterable[str], letter: str, least: int = 0) -> str:
    """The next id with this letter: one more than the highest number with it, and than `least`."""
    return f"{letter}{max([least, *(number_of(id) for id in taken if id[:1] == letter)]) + 1}"


def new_id(kedja: Effektkedja, typ: str = "") -> str:
    """An id for a new box of this kind, or for a new arrow."""
    taken = [*(lada.id for lada in kedja.lador), *(pil.id for pil in kedja.pilar)]
    return free_id(taken, TYPER[typ].bokstav if typ else "p", kedja.raknare)
