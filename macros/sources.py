"""Where facts come from: each outside page once, in docs/kallor.toml."""

from macros.markup import render
from macros.words import known, rows

FILE = "kallor.toml"


def link(id: str, words: str = "") -> str:
    """One source in a sentence, with its own title unless `words` are given."""
    source = _by_id(id)
    return f"[{words or source['titel']}]({source['url']})" if source.get("url") else words or source["titel"]


def listed(*ids: str) -> str:
    """Several sources as a list, each with what it says."""
    return render("kallor.md", sources=[_by_id(id) for id in ids])


def _by_id(id: str) -> dict[str, str]:
    found = {row["id"]: row for row in rows(FILE)}
    known(id, list(found), "source")
    return found[id]
