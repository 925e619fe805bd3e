"""The nine steps of the method: the map, and the box at the top of each step's page."""

from itertools import groupby
from typing import Any

from macros.mallar import mallar
from macros.markup import render
from macros.words import address, rows

FILE = "metod/steg.toml"


def overview(page: str) -> str:
    """The map: three phases with their steps and what each gives."""
    return render("stegkarta.md", phases=_phases(), address=lambda target: address(target, page))


def box(number: int, page: str) -> str:
    """All steps in a row with this one marked, and its time, people, documents, tools and templates."""
    steps = rows(FILE)
    (step,) = (row for row in steps if row["steg"] == number)
    templates = [mall for mall in mallar() if number in mall.steg and len(mall.steg) < len(steps)]
    return render("steg.md", steps=steps, step=step, templates=templates, address=lambda target: address(target, page))


def _phases() -> list[tuple[str, list[dict[str, Any]]]]:
    return [(phase, list(found)) for phase, found in groupby(rows(FILE), lambda row: str(row["fas"]))]
