"""The templates: docs/mallar/mallar.toml, one [[mall]] each, with every version and what changed in it."""

import dataclasses as dc
import datetime as dt
from functools import cache
from itertools import pairwise

from calculators.workbook.flikar.kallor import CHANGES
from macros.entries import entries
from macros.markup import render
from macros.words import address, known, rows

FILE = "mallar/mallar.toml"
PROGRAMS = {"docx": "Word", "pptx": "PowerPoint"}
SHEETS = "Kalkylblad"


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """`tack` names those who pointed it out."""

    nummer: str
    datum: dt.date
    andring: str
    tack: str = ""


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Mall:
    """Its page is mallar/<id>.md; `fil` is made from the part of that page that is to be filled in."""

    id: str
    titel: str
    om: str
    fil: str
    steg: tuple[int, ...]
    versioner: tuple[Version, ...]
    liggande: bool = False

    def __post_init__(self) -> None:
        if self.ending not in PROGRAMS:
            raise ValueError(f"fil should end with {' or '.join(PROGRAMS)}, not {self.fil!r}")
        if not self.versioner:
            raise ValueError("versioner is empty")
        if any(newer.datum < older.datum for newer, older in pairwise(self.versioner)):
            raise ValueError("versioner should have the newest first")

    @property
    def ending(self) -> str:
        return self.fil.rpartition(".")[2]

    @property
    def program(self) -> str:
        return PROGRAMS.get(self.ending, "")

    @property
    def newest(self) -> Version:
        return self.versioner[0]

    @property
    def page(self) -> str:
        return f"mallar/{self.id}.md"


@cache
def mallar() -> tuple[Mall, ...]:
    return entries(FILE, Mall)


def mall(id: str) -> Mall:
    found = {one.id: one for one in mallar()}
    known(id, list(found), "mall")
    return found[id]


def download(id: str, page: str) -> str:
    """The file of one template, its version and the steps that it is for."""
    return render("mall.md", mall=mall(id), **_about(page))


def every(page: str) -> str:
    """All templates as a list of cards."""
    return render("mallar.md", mallar=mallar(), **_about(page))


def history() -> str:
    """Every version of every template and of the spreadsheets, the newest first."""
    told = [(one.titel, version) for one in mallar() for version in one.versioner]
    told += [(SHEETS, Version(nummer=form, datum=dt.date.fromisoformat(day), andring=new)) for form, day, new in CHANGES]
    found = sorted(told, key=lambda pair: pair[1].datum)
    return render("versioner.md", found=found[::-1])


def _about(page: str) -> dict[str, object]:
    steps = {row["steg"]: row for row in rows("metod/steg.toml")}
    return {"steps": steps, "address": lambda target: address(target, page)}
