"""Data that editors keep beside the pages, in TOML under docs: the glossary, the steps and the sources."""

import posixpath
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1] / "docs"


@cache
def rows(file: str) -> tuple[dict[str, Any], ...]:
    """The rows of docs/`file`, in order. The file holds one array of tables."""
    ((_, found),) = tomllib.loads((DOCS / file).read_text(encoding="utf-8")).items()
    return tuple(found)


def address(target: str, page: str) -> str:
    """`target` (a path under docs, perhaps with an anchor) as a link from `page` (a path under docs)."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def known(id: str, ids: list[str], what: str) -> None:
    """Stop the build when `id` is not one of `ids`."""
    if id not in ids:
        raise KeyError(f"no {what} {id!r}; there are: {', '.join(sorted(ids))}")
