"""The meetings of the workshop, from docs/metod/traffar.toml: when each point begins follows from the minutes before it."""

import dataclasses as dc
from itertools import accumulate

from macros.entries import entries
from macros.markup import render

FILE = "metod/traffar.toml"


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    minuter: int
    gor: str


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    titel: str
    punkter: tuple[Point, ...]


def agenda(number: int, clock: bool = False) -> str:
    """The table of meeting 1 or 2; with `clock`, a column to write the time of day in."""
    meeting = entries(FILE, Meeting)[number - 1]
    starts = accumulate((point.minuter for point in meeting.punkter), initial=0)
    points = [(f"{start // 60}.{start % 60:02}", point) for start, point in zip(starts, meeting.punkter, strict=False)]
    return render("agenda.md", meeting=meeting, points=points, clock=clock)
