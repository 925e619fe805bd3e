"""Tables as text files: read in whichever of the common encodings they were saved, written as a Swedish spreadsheet opens them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from calculators.swedish import NBSP, write_number

MARK = "\ufeff"  # what tells a spreadsheet that the text is UTF-8
ACTING = ("=", "+", "-", "@", "\t", "\r")  # begins what a spreadsheet would run as a formula

Cell = str | float | None


def decoded(data: bytes) -> str:
    """UTF-16 and UTF-8 as such, otherwise as the spreadsheets of Windows save text. Never raises."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


class Tabellfil:
    """A text file with semicolons, a row at a time."""

    def __init__(self, till: TextIO) -> None:
        self.out = csv.writer(till, delimiter=";", lineterminator="\r\n")
        till.write(MARK)

    def add(self, row: Iterable[Cell]) -> None:
        """One row."""
        self.out.writerow([written(value) for value in row])


def written(value: Cell) -> str:
    """A cell as text: a number with a comma and no spaces; words that could be run are quoted."""
    if value is None:
        return ""
    if isinstance(value, float):
        return write_number(value).replace(NBSP, "").replace("−", "-")
    plain = value.encode(errors="replace").decode()
    return f"'{plain}" if plain.startswith(ACTING) else plain
