"""What the pages about the site are made from: software and licences, changes, and every address that leads out of it."""

import dataclasses as dc
import datetime as dt
from functools import cache

from calculators.standard import history, standards
from macros import sources
from macros.entries import entries
from macros.markup import render
from macros.source import Source
from macros.words import address

PROGRAMS, CHANGES = "om/programvara.toml", "om/andringar.toml"


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Program(Source):
    """`licensfil` is a path under docs where the licence is sent along."""

    licens: str
    licensfil: str = ""


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    datum: dt.date
    vad: str
    tack: str = ""


@cache
def programs() -> tuple[Program, ...]:
    return entries(PROGRAMS, Program)


def software(page: str) -> str:
    """What is sent to the browser, with its licence."""
    return render("programvara.md", programs=programs(), address=lambda target: address(target, page))


def changes() -> str:
    """What has changed, with thanks."""
    return render("andringar.md", changes=entries(CHANGES, Change))


def outside() -> list[Source]:
    """Every address that leads out of the site, once, by title: sources, software, and where the standard values stand."""
    found = {source.url: source for source in (*sources.every().values(), *programs()) if source.url}
    for value in (one for id in standards() for one in history(id)):
        found.setdefault(value.url, Source(id="varde", titel=value.source, om="", url=value.url, sedd=value.checked))
    return sorted(found.values(), key=lambda source: source.titel.lower())


def addresses() -> str:
    """The list of them as a table."""
    return render("externa.md", outside=outside())
