"""The register's benefits and costs as a text file with semicolons, as a Swedish spreadsheet opens it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Any, TextIO

from calculators.register import rader
from calculators.register.post import Olast, Post
from calculators.register.rader import Cell
from calculators.swedish import write_number

NBSP = "\u00a0"
ACTING = ("=", "+", "-", "@", "\t", "\r")  # begins what a spreadsheet would run as a formula


class Textfil:
    """One row for each benefit and cost."""

    def __init__(self, till: TextIO) -> None:
        self.out = csv.writer(till, delimiter=";", lineterminator="\r\n")
        till.write("\ufeff")  # what tells a spreadsheet that the text is UTF-8
        self.out.writerow([f"{k.namn} ({k.enhet})" if k.enhet else k.namn for k in rader.NYTTOR])

    def take(self, post: Post | Olast) -> None:
        """One file of the register; one that could not be read has no rows."""
        if isinstance(post, Post):
            for nytta in post.nyttor:
                self.out.writerow([written(k.varde((post, nytta))) for k in rader.NYTTOR])

    def end(self, summor: Any, fragor: Sequence[Any] | Any) -> None:
        """Nothing: the file holds rows only."""


def written(value: Cell) -> str:
    """A cell as text: a number with a comma and no spaces; words that could be run are quoted."""
    if value is None:
        return ""
    if isinstance(value, float):
        return write_number(value).replace(NBSP, "").replace("−", "-")
    plain = value.encode(errors="replace").decode()
    return f"'{plain}" if plain.startswith(ACTING) else plain
