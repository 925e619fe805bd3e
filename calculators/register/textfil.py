"""The register's benefits and costs as a text file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from calculators.filtext import Tabellfil
from calculators.register import rader
from calculators.register.post import Olast, Post


class Textfil:
    """One row for each benefit and cost."""

    def __init__(self, till: TextIO) -> None:
        self.fil = Tabellfil(till)
        self.fil.add(f"{k.namn} ({k.enhet})" if k.enhet else k.namn for k in rader.NYTTOR)

    def take(self, post: Post | Olast) -> None:
        """One file of the register; one that could not be read has no rows."""
        if isinstance(post, Post):
            for nytta in post.nyttor:
                self.fil.add(k.varde((post, nytta)) for k in rader.NYTTOR)

    def end(self, summor: Any, fragor: Sequence[Any] | Any) -> None:
        """Nothing: the file holds rows only."""
