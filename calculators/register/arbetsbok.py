"""The register as a workbook, written as it is read: no sheet is ever held whole in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from types import TracebackType
from typing import IO, Any

import xlsxwriter

from calculators.register import rader
from calculators.register.ansprak import Fraga
from calculators.register.post import Olast, Post
from calculators.register.rader import Kolumn
from calculators.register.summor import Summor

MOST_ROWS = 1_048_576  # of a sheet; what is more goes on in another
SAFE = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FORMATS = {"kr": "#,##0", "h": "#,##0", "st": "#,##0", "%": "0 %", "": "#,##0.##"}
CREATED = "2026-01-01T00:00:00"  # the engine has no clock, and the same register is the same file
LONGEST = 32_000  # characters of a cell


class _Blad:
    """One table, in as many sheets as it needs."""

    def __init__(self, bok: Any, namn: str, kolumner: Sequence[Kolumn[Any]], formats: dict[str, Any]) -> None:
        self.bok, self.namn, self.kolumner, self.formats = bok, namn, kolumner, formats
        self.sheets = 0
        self._turn()

    def _turn(self) -> None:
        self.sheets += 1
        name = self.namn if self.sheets == 1 else f"{self.namn} {self.sheets}"
        self.blad, self.n = self.bok.add_worksheet(name), 1
        self.blad.freeze_panes(1, 0)
        for c, kolumn in enumerate(self.kolumner):
            unit = f" ({kolumn.enhet})" if kolumn.enhet else ""
            self.blad.set_column(c, c, 16 if kolumn.enhet else 24)
            self.blad.write_string(0, c, f"{kolumn.namn}{unit}", self.formats["head"])

    def add(self, row: Any) -> None:
        if self.n >= MOST_ROWS:
            self._turn()
        for c, kolumn in enumerate(self.kolumner):
            value = kolumn.varde(row)
            if isinstance(value, float):
                self.blad.write_number(self.n, c, value, self.formats[kolumn.enhet])
            elif value:
                self.blad.write_string(self.n, c, value.encode(errors="replace").decode()[:LONGEST])
        self.n += 1

    def filtered(self) -> None:
        """Buttons to filter and sort by, over what was written."""
        self.blad.autofilter(0, 0, max(self.n - 1, 1), len(self.kolumner) - 1)


class Arbetsbok:
    """The workbook of a register. Use as a context: it is finished when the context ends."""

    def __init__(self, till: str | IO[bytes]) -> None:
        self.bok = xlsxwriter.Workbook(till, SAFE)
        self.bok.set_properties({"title": "Nyttoregister", "created": dt.datetime.fromisoformat(CREATED)})
        formats = {unit: self.bok.add_format({"num_format": pattern}) for unit, pattern in FORMATS.items()}
        formats["head"] = self.bok.add_format({"bold": True, "text_wrap": True})
        self.kalkyler = _Blad(self.bok, "Kalkyler", rader.KALKYLER, formats)
        self.nyttor = _Blad(self.bok, "Nyttor och kostnader", rader.NYTTOR, formats)
        self.faktorer = _Blad(self.bok, "Antaget och utfall", rader.FAKTORER, formats)
        self.summor = _Blad(self.bok, "Summor", rader.SUMMOR, formats)
        self.fragor = _Blad(self.bok, "Frågor", rader.FRAGOR, formats)
        self.olasta = _Blad(self.bok, "Inte inlästa", rader.OLASTA, formats)

    def __enter__(self) -> Arbetsbok:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for blad in (self.kalkyler, self.nyttor, self.faktorer, self.summor):
            blad.filtered()
        self.bok.close()

    def take(self, post: Post | Olast) -> None:
        """One file of the register."""
        if isinstance(post, Olast):
            self.olasta.add(post)
            return
        self.kalkyler.add(post)
        for nytta in post.nyttor:
            self.nyttor.add((post, nytta))
        for faktor in post.faktorer:
            self.faktorer.add((post, faktor))

    def end(self, summor: Summor, fragor: Sequence[Fraga] | Any) -> None:
        """What is known when all is read."""
        for row in rader.summed(summor):
            self.summor.add(row)
        for fraga in fragor:
            self.fragor.add(fraga)
