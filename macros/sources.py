"""Where facts come from: each outside page once, in docs/kallor.toml or beside the films and calculations it is about."""

from collections.abc import Mapping
from functools import cache

from macros.calculations import calculations
from macros.entries import entries
from macros.films import films
from macros.markup import render
from macros.source import Source
from macros.words import known

FILE = "kallor.toml"


@cache
def every() -> Mapping[str, Source]:
    """All outside pages by id. Raises ValueError for an id or an address that stands twice."""
    found = [*entries(FILE, Source), *films(), *calculations()]
    for names in ([source.id for source in found], [source.url for source in found if source.url]):
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"these stand twice among the sources: {', '.join(sorted(twice))}")
    return {source.id: source for source in found}


def link(id: str, words: str = "") -> str:
    """One source in a sentence, with its own title unless `words` are given."""
    source = _by_id(id)
    return f"[{words or source.titel}]({source.url})" if source.url else words or source.titel


def listed(*ids: str) -> str:
    """Several sources as a list, each with what it says."""
    return render("kallor.md", sources=[_by_id(id) for id in ids])


def _by_id(id: str) -> Source:
    known(id, list(every()), "source")
    return every()[id]
