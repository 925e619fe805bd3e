"""Lägst, troligt and högst beside each other: benefits, costs and net benefit."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.swedish import amount
from calculators.views.charts.axis import Axis, across, axis, dot, figure, line, svg, text

Row = tuple[str, float, float, float]  # name, lägst, troligt, högst in kr


def levels(id: str, rows: Sequence[Row], title: str = "Lägst, troligt och högst") -> str:
    """One line a row from the lowest to the highest value, with a dot at the likely one."""
    wide = _picture(f"{id}-bred", "wide", 720, rows, title)
    return figure(wide, _picture(f"{id}-smal", "narrow", 340, rows, title))


def _picture(id: str, kind: str, width: float, rows: Sequence[Row], title: str) -> str:
    left, right, top, each = 12.0, 12.0, 16.0, 54.0
    height = top + each * len(rows) + 26
    scale = axis((v for row in rows for v in row[1:]), left + 8, width - right - 28, 6 if kind == "wide" else 3)
    shapes = across(scale, top, height - 24, width - 2)
    for n, row in enumerate(rows):
        shapes += _row(scale, row, top + each * n + 34)
    about = " ".join(
        f"{name}: {amount(low, 'kr')}, {amount(likely, 'kr')} och {amount(high, 'kr')}."
        for name, low, likely, high in rows
    )
    return svg(id, kind, width, height, title, about, shapes)


def _row(scale: Axis, row: Row, y: float) -> list[str]:
    name, low, likely, high = row
    ends = (scale.at(min(low, likely, high)), scale.at(max(low, likely, high)))
    marks = [line(x, y - 6, x, y + 6, "line") for x in (scale.at(low), scale.at(high))]
    return [
        text(scale.start, y - 14, name, "start", "name"),
        line(ends[0], y, ends[1], y, "span"),
        *marks,
        dot(scale.at(likely), y),
    ]
