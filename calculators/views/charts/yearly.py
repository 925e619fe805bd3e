"""Costs and benefits year by year, with the accumulated net benefit as a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from calculators.swedish import amount
from calculators.views.charts.axis import Axis, axis, bar, dot, figure, hatch, legend, line, svg, text

NAMES = {"finansiell": "Finansiell nytta", "omfordelning": "Omfördelningsnytta", "kostnad": "Kostnad"}


def yearly(
    id: str,
    years: Sequence[str],
    kostnader: Sequence[float],
    finansiell: Sequence[float],
    omfordelning: Sequence[float],
    ackumulerad: Sequence[float],
) -> str:
    """Kr for each year. Benefits are stacked upwards, costs downwards; a negative benefit goes down as well."""
    series = {"finansiell": finansiell, "omfordelning": omfordelning, "kostnad": [-k for k in kostnader]}
    wide = _picture(f"{id}-bred", "wide", 720, 360, years, series, ackumulerad)
    narrow = _picture(f"{id}-smal", "narrow", 340, 340, years, series, ackumulerad)
    return figure(wide, narrow)


def _picture(
    id: str,
    kind: str,
    width: float,
    height: float,
    years: Sequence[str],
    series: dict[str, Sequence[float]],
    line_: Sequence[float],
) -> str:
    left, right, top = (70.0, 12.0, 30.0) if kind == "wide" else (52.0, 6.0, 30.0)
    names = [
        ("line", "Ackumulerad nettonytta", ""),
        *((k, NAMES[k], f"url(#{id}-h)" if k == "kostnad" else "") for k in NAMES),
    ]
    marks, last = legend(names, left, height - 30 if kind == "wide" else height - 74, width - left - right)
    bottom = (height - 30 if kind == "wide" else height - 74) - 44
    ups = [sum_of(v[n] for v in series.values() if v[n] > 0) for n in range(len(years))]
    downs = [sum_of(v[n] for v in series.values() if v[n] < 0) for n in range(len(years))]
    scale = axis((*ups, *downs, *line_), bottom, top, 6 if kind == "wide" else 5)
    shapes = [f"<defs>{hatch(f'{id}-h')}</defs>", *_grid(scale, left, width - right, top)]
    step = (width - left - right) / len(years)
    for n, year in enumerate(years):
        shapes += _stack(scale, series, n, left + step * (n + 0.2), step * 0.6, year, id)
        if _labelled(n, len(years), step):
            shapes.append(text(left + step * (n + 0.5), bottom + 20, year))
    points = [(left + step * (n + 0.5), scale.at(v)) for n, v in enumerate(line_)]
    shapes += [line(*a, *b, "line") for a, b in pairwise(points)]
    shapes += [dot(x, y) for x, y in points]
    shapes.append(_end(points[-1], line_[-1], scale, width - right, top))
    return svg(
        id, kind, width, max(height, last + 12), "Kostnader och nyttor per år", _about(years, line_), [*shapes, *marks]
    )


def sum_of(values: Iterable[float]) -> float:
    """A plain running sum, in order: for places on a picture, not for results."""
    total = 0.0
    for value in values:
        total += value
    return total


def _grid(scale: Axis, left: float, right: float, top: float) -> list[str]:
    shapes = [text(left - 8, top - 14, scale.unit, "end", "unit")]
    for tick in scale.ticks():
        y = scale.at(tick)
        shapes.append(line(left, y, right, y, "zero" if abs(tick) < scale.step / 2 else "grid"))
        shapes.append(text(left - 8, y + 4, scale.label(tick), "end"))
    return shapes


def _stack(
    scale: Axis, series: dict[str, Sequence[float]], n: int, x: float, width: float, year: str, id: str
) -> list[str]:
    shapes, up, down = [], 0.0, 0.0
    for kind, values in series.items():
        value = values[n]
        if not value:
            continue
        base = up if value > 0 else down
        y = sorted((scale.at(base), scale.at(base + value)))
        up, down = (base + value, down) if value > 0 else (up, base + value)
        shown = abs(value) if kind == "kostnad" else value
        fill = f"url(#{id}-h)" if kind == "kostnad" else ""
        shapes.append(
            bar(x, y[0], width, y[1] - y[0], kind, f"{year}, {NAMES[kind].lower()}: {amount(shown, 'kr')}", fill)
        )
    return shapes


def _labelled(n: int, years: int, step: float) -> bool:
    """As many years as there is room for, and always the first."""
    every = max(1, -int(-46 // step))
    return n % every == 0 and (years - n >= every or n == 0 or every == 1)


def _end(point: tuple[float, float], value: float, scale: Axis, right: float, top: float) -> str:
    x, y = point
    above = y - 12 if y - 12 > top else y + 22
    return text(
        min(x + 20, right), above, amount(value / scale.scale, scale.unit, 1 if scale.scale > 1 else None), "end", "end"
    )


def _about(years: Sequence[str], line_: Sequence[float]) -> str:
    lowest = min(range(len(line_)), key=lambda n: line_[n])
    return (
        f"Ackumulerad nettonytta är {amount(line_[-1], 'kr')} efter {amount(len(years), 'år')}. "
        f"Lägst är den {years[lowest]}: {amount(line_[lowest], 'kr')}."
    )
