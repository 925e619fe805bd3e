"""From many files to the register: each is read, taken in by whoever writes, summed, and let go of."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Protocol

from calculators.cores import in_order
from calculators.register.ansprak import Ansprak, Fraga
from calculators.register.post import Olast, Post, read_post
from calculators.register.summor import Summor
from calculators.saved import LARGEST

AHEAD = 8  # files read ahead for each core
SHORT = 64  # fewer files than this are read by one process


class Mottagare(Protocol):
    """Whoever the register is written by."""

    def take(self, post: Post | Olast) -> None:
        """One file."""

    def end(self, summor: Summor, fragor: Iterable[Fraga]) -> None:
        """All is read."""


@dataclass(slots=True)
class Facit:
    """What the register came to."""

    summor: Summor = field(default_factory=Summor)
    olasta: list[Olast] = field(default_factory=list)
    fragor: int = 0


MOST_TOLD = 200  # files that could not be read, by name


def register(poster: Iterable[Post | Olast], till: Mottagare | None) -> Facit:
    """Everything into `till`, one at a time."""
    facit = Facit()
    with Ansprak(_file) as ansprak:
        for post in poster:
            if till is not None:
                till.take(post)
            if isinstance(post, Olast):
                facit.olasta = [*facit.olasta, post][:MOST_TOLD]
                continue
            facit.summor.take(post)
            for nytta in post.nyttor:
                for claim in nytta.ansprak:
                    ansprak.add(post.organisation, post.fil, f"{nytta.rad} {nytta.namn}".strip(), claim)
        if till is not None:
            till.end(facit.summor, _counted(ansprak.questions(), facit))
        else:
            for _ in _counted(ansprak.questions(), facit):
                pass
    return facit


def _file() -> IO[str]:
    """A shelf that takes no memory; it is gone when it is closed."""
    return tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")


def _counted(fragor: Iterable[Fraga], facit: Facit) -> Iterator[Fraga]:
    for fraga in fragor:
        facit.fragor += 1
        yield fraga


def read_file(path: str) -> Post | Olast:
    """The calculation of a file."""
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return read_post(path, file.read(LARGEST + 1))
    except OSError as error:
        return Olast(path, f"Filen gick inte att läsa: {error.strerror or 'okänt fel'}.")


def read_files(paths: Iterable[str], many: bool = True) -> Iterator[Post | Olast]:
    """Every file in order. With `many`, every core takes its share, and only a few files are held at a time."""
    yield from in_order(read_file, paths, AHEAD) if many else map(read_file, paths)
