"""One reader's register: the files that she has opened, how she has sorted and filtered them, and what she asks a budget to buy.

Files are taken in a few at a time, so that the page can say how far it has come.
"""

from __future__ import annotations

import base64
import dataclasses as dc
import io
from collections.abc import Callable, Mapping
from typing import Any

from calculators.files import XLSX, spreadsheets
from calculators.register.ansprak import Ansprak, Fraga
from calculators.register.portfolj import Kandidat, Val, choose, in_words
from calculators.register.post import Nytta, Olast, Post, candidate, read_post
from calculators.register.summor import Summor
from calculators.register.textfil import Textfil
from calculators.registry import REGISTER
from calculators.saved import Unreadable
from calculators.swedish import NotANumber, counted, parse_number

ID = REGISTER
AT_A_TIME = 8  # files between two looks at the page
MOST = 2_000  # files in the browser; more are for the command line
FILTERS = {
    "organisation": "Organisation",
    "status": "Status",
    "ansvarig": "Ansvarig",
    "lage": "Läge",
    "kategori": "Kategori",
    "vem": "Vem tillfaller den?",
}

OF_CALCULATIONS = ("organisation", "status")  # filters on the whole calculation

Event = Mapping[str, Any]


@dc.dataclass(slots=True)
class Registerbord:
    """`vantar` are files that are not read yet; `ordning` is the column and direction of each table's order."""

    poster: list[Post] = dc.field(default_factory=list)
    olasta: list[Olast] = dc.field(default_factory=list)
    summor: Summor = dc.field(default_factory=Summor)
    fragor: tuple[Fraga, ...] = ()
    vantar: list[Mapping[str, Any]] = dc.field(default_factory=list)
    antal: int = 0
    filter: dict[str, str] = dc.field(default_factory=dict)
    ordning: dict[str, tuple[int, bool]] = dc.field(default_factory=dict)
    fraga: dict[str, str] = dc.field(default_factory=dict)  # what she asks the portfolio
    villkor: dict[str, str] = dc.field(default_factory=dict)  # file → "maste", "aldrig" or another file's place
    drawn: dict[str, str] = dc.field(default_factory=dict)  # what the page shows, by slot
    says: str = ""
    download: dict[str, str] | None = None

    @property
    def rader(self) -> list[tuple[Post, Nytta]]:
        """Every benefit and cost that passes the filters."""
        return [(p, n) for p in self.poster for n in p.nyttor if self._passes(p, n)]

    def _passes(self, post: Post, nytta: Nytta | None) -> bool:
        """Whether a row passes the filters; without a row, whether the calculation passes those that are about it."""
        for name, wanted in self.filter.items():
            about = post if name in OF_CALCULATIONS else nytta
            if wanted and about is not None and getattr(about, name) != wanted:
                return False
        return True

    @property
    def valbara(self) -> list[tuple[str, Post]]:
        """The calculations that there is to choose among, each with its place."""
        return [(str(n), post) for n, post in enumerate(self.poster) if self._passes(post, None)]

    def choices(self, name: str) -> list[str]:
        """What there is to filter by."""
        if name in OF_CALCULATIONS:
            return sorted({str(getattr(p, name)) for p in self.poster})
        return sorted({str(getattr(n, name)) for p in self.poster for n in p.nyttor})

    def kandidater(self) -> list[Kandidat]:
        """The calculations that a budget, or a number of hours, is to be spent on."""
        resurs, mal = self.fraga.get("resurs", "pengar"), self.fraga.get("mal", "pengar")
        return [candidate(p, n, resurs, mal) for n, p in self.valbara if self.villkor.get(n) != "aldrig"]

    def val(self) -> tuple[Val, list[str]] | None:
        """The choice and its words; None until she has said how much there is."""
        try:
            ram = parse_number(self.fraga.get("ram", ""))
        except NotANumber:
            return None
        kandidater = self.kandidater()
        maste = [k.id for k in kandidater if self.villkor.get(k.id) == "maste"]
        pairs = [(a, b.removeprefix("inte:")) for a, b in self.villkor.items() if b.startswith("inte:")]
        found = choose(kandidater, ram, maste, pairs)
        resurs, mal = self.fraga.get("resurs", "pengar"), self.fraga.get("mal", "pengar")
        return found, in_words(found, kandidater, ram, resurs, mal)


def add_files(bord: Registerbord, event: Event) -> None:
    """Files to be read. They are read a few at a time: see `read_on`."""
    files = event.get("files")
    found = [f for f in files if isinstance(f, Mapping)] if isinstance(files, list) else []
    room = MOST - len(bord.poster) - len(bord.vantar)
    bord.vantar += found[: max(room, 0)]
    bord.antal = len(bord.vantar)
    if len(found) > room:
        bord.says = f"Här ryms {counted(MOST, 'fil', 'filer')}. Fler går att läsa på kommandoraden."
    read_on(bord)


def read_on(bord: Registerbord) -> None:
    """The next few files."""
    now, bord.vantar = bord.vantar[:AT_A_TIME], bord.vantar[AT_A_TIME:]
    for file in now:
        _take(bord, file)
    if now and not bord.vantar:
        _ask(bord)
        missed = f" {counted(len(bord.olasta), 'fil', 'filer')} gick inte att läsa in." if bord.olasta else ""
        bord.says = f"{counted(len(bord.poster), 'kalkyl', 'kalkyler')} är inlästa.{missed}"


def _take(bord: Registerbord, file: Mapping[str, Any]) -> None:
    fil = str(file.get("name") or "Filen")
    if file.get("large"):
        bord.olasta.append(Olast(fil, "Den är större än vi kan läsa."))
        return
    names = {post.fil for post in bord.poster}
    same = len([name for name in names if name == fil or name.startswith(f"{fil} (")])
    found = read_post(f"{fil} ({same + 1})" if same else fil, str(file.get("text") or ""))
    if isinstance(found, Olast):
        bord.olasta.append(found)
    else:
        bord.poster.append(found)
        bord.summor.take(found)


def _ask(bord: Registerbord) -> None:
    with Ansprak() as ansprak:
        for post in bord.poster:
            for nytta in post.nyttor:
                for claim in nytta.ansprak:
                    ansprak.add(post.organisation, post.fil, f"{nytta.rad} {nytta.namn}".strip(), claim)
        bord.fragor = tuple(ansprak.questions())


def write(bord: Registerbord, event: Event) -> None:
    """A filter, or what she asks the portfolio."""
    kind, _, name = str(event.get("key")).partition(".")
    value = str(event.get("value") or "")[:200]
    if kind == "filter" and name in FILTERS:
        bord.filter[name] = value
    elif kind == "fraga":
        bord.fraga[name] = value
    elif kind == "villkor" and name.isdecimal():
        bord.villkor[name] = value


def sort(bord: Registerbord, event: Event) -> None:
    """Order a table by a column; the same column once more turns it round."""
    table, column = str(event.get("path")), str(event.get("value"))
    if table in ("kalkyler", "nyttor") and column.isascii() and column.isdecimal() and len(column) < 3:
        place, falling = bord.ordning.get(table, (-1, False))
        bord.ordning[table] = (int(column), not falling if place == int(column) else False)
        bord.says = "Tabellen är sorterad."


def save_text(bord: Registerbord, event: Event) -> None:
    """Every benefit and cost as a text file."""
    out = io.StringIO(newline="")
    writer = Textfil(out)
    for post in bord.poster:
        writer.take(post)
    bord.download = {"name": "nyttoregister.csv", "type": "text/csv;charset=utf-8", "text": out.getvalue()}
    bord.says = "Filen är sparad."


def save_workbook(bord: Registerbord, event: Event) -> None:
    """The whole register as a workbook. Its library has been fetched by now: the button says that it is needed."""
    out = io.BytesIO()
    try:
        book = spreadsheets("calculators.register.arbetsbok")
    except Unreadable as sentence:
        bord.says = str(sentence)
        return
    with book.Arbetsbok(out) as bok:
        for one in (*bord.poster, *bord.olasta):
            bok.take(one)
        bok.end(bord.summor, bord.fragor)
    bord.download = {"name": "nyttoregister.xlsx", "type": XLSX, "base64": base64.b64encode(out.getvalue()).decode()}
    bord.says = "Arbetsboken är sparad."


def clear(bord: Registerbord, event: Event) -> None:
    """An empty register."""
    fresh = Registerbord(says="Registret är tomt.")
    for field in dc.fields(bord):
        if field.name != "drawn":
            setattr(bord, field.name, getattr(fresh, field.name))


EVENTS: dict[str, Callable[[Registerbord, Event], None]] = {
    "register_files": add_files,
    "settle": lambda bord, event: read_on(bord),
    "input": write,
    "sort": sort,
    "save_text": save_text,
    "save_workbook": save_workbook,
    "clear_register": clear,
}
