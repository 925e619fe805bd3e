"""Plan, outcome and forecast beside each other, year by year."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.rapport.document import Series
from calculators.swedish import amount
from calculators.views.charts.axis import Axis, axis, bar, figure, hatch, legend, line, svg, text

KINDS = {"Plan": "kostnad", "Utfall": "finansiell", "Prognos": "omfordelning"}
EVERY = 46.0  # pixels that the name of a year needs


def followed(id: str, title: str, about: str, years: Sequence[str], series: Sequence[Series]) -> str:
    """Kr for each year: the plan hatched, then what it became or is expected to become."""
    wide = _picture(f"{id}-bred", "wide", 720, 320, title, about, years, series)
    narrow = _picture(f"{id}-smal", "narrow", 340, 300, title, about, years, series)
    return figure(wide, narrow)


def _picture(
    id: str, kind: str, width: float, height: float, title: str, about: str, years: Sequence[str], series: Sequence[Series]
) -> str:
    left, right, top, bottom = (70.0, 12.0, 30.0, height - 74) if kind == "wide" else (52.0, 6.0, 30.0, height - 74)
    stacked = [_of(series, "Utfall", n) + _of(series, "Prognos", n) for n in range(len(years))]
    scale = axis([*stacked, *(x for one in series for x in one.values)], bottom, top, 5)
    shapes = [f"<defs>{hatch(f'{id}-h')}</defs>", text(left - 8, top - 14, scale.unit, "end", "unit")]
    for tick in scale.ticks():
        y = scale.at(tick)
        shapes += [
            line(left, y, width - right, y, "zero" if abs(tick) < scale.step / 2 else "grid"),
            text(left - 8, y + 4, scale.label(tick), "end"),
        ]
    step = (width - left - right) / len(years)
    every = max(1, -int(-EVERY // step))
    for n, year in enumerate(years):
        shapes += _year(scale, series, n, left + step * n, step, year, id)
        if n % every == 0:
            shapes.append(text(left + step * (n + 0.5), bottom + 20, year))
    names = [(KINDS[s.name], s.name, f"url(#{id}-h)" if s.name == "Plan" else "") for s in series]
    marks, last = legend(names, left, height - 22, width - left - right)
    return svg(id, kind, width, max(height, last + 12), title, about, [*shapes, *marks])


def _year(scale: Axis, series: Sequence[Series], n: int, x: float, step: float, year: str, id: str) -> list[str]:
    """The plan at the left of the year's place; at the right the outcome, and the forecast of the rest on top of it."""
    shapes, wide, outcome = [], step * 0.36, _of(series, "Utfall", n)
    for one in series:
        value = one.values[n]
        if value:
            at = x + step * 0.12 + (0.0 if one.name == "Plan" else wide + step * 0.04)
            base = outcome if one.name == "Prognos" and outcome * value > 0 else 0.0
            y = sorted((scale.at(base), scale.at(base + value)))
            fill = f"url(#{id}-h)" if one.name == "Plan" else ""
            says = f"{year}, {one.name.lower()}: {amount(value, 'kr')}"
            shapes.append(bar(at, y[0], wide, y[1] - y[0], KINDS[one.name], says, fill))
    return shapes


def _of(series: Sequence[Series], name: str, n: int) -> float:
    return next((one.values[n] for one in series if one.name == name), 0.0)
