"""Standard values in prose and as the tables of the page Standardvärden."""

import datetime as dt
import posixpath
from itertools import groupby

from calculators.standard import Standard, history, standard, standards
from macros.markup import render

PAGE = "standardvarden.md"


def inline(id: str, page: str) -> str:
    """The figure in force with its unit, as a link from `page` (a path under docs) to its row and source."""
    value = standard(id)
    return f"[{value.figure}]({row_address(id, page)})"


def row_address(id: str, page: str) -> str:
    """Where the value stands with its source, seen from `page`."""
    return f"{posixpath.relpath(PAGE, posixpath.dirname(page) or '.')}#{anchor(id)}"


def anchor(id: str) -> str:
    return f"varde-{id.replace('.', '-')}"


def every() -> str:
    """All values: first the single ones, then one section a table."""
    tables = {file: tuple(ids) for file, ids in groupby(standards(), lambda id: id.partition(".")[0])}
    single = [history(file) for file, ids in tables.items() if ids == (file,)]
    several = [[history(id) for id in ids] for file, ids in tables.items() if ids != (file,)]
    return render(
        "varden.md",
        single=sorted(single, key=lambda entries: entries[0].label),
        tables=sorted(map(_editions, several), key=lambda table: table["title"]),
        today=dt.date.today(),  # a page may know the day; the engine may not
        anchor=anchor,
    )


def _editions(rows: list[tuple[Standard, ...]]) -> dict[str, object]:
    """A table as its dated editions, newest first, each with its rows under their groups."""
    first = rows[0][0]
    days = sorted({entry.valid_from for entries in rows for entry in entries}, reverse=True)
    editions = [[entry for entries in rows for entry in entries if entry.valid_from == day] for day in days]
    return {
        "id": first.id.partition(".")[0],
        "title": first.table,
        "editions": [_grouped(edition) for edition in editions],
        "newest": days[0],
    }


def _grouped(edition: list[Standard]) -> list[tuple[str, list[Standard]]]:
    return [(name, list(rows)) for name, rows in groupby(edition, lambda row: row.group)]
