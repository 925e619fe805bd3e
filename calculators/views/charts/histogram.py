"""The net benefit over all draws of a simulation: how often each came out, and the middle nine tenths."""

from __future__ import annotations

from calculators.kalkyl.osakerhet.simulering import Utfall
from calculators.swedish import amount, counted
from calculators.views.charts.axis import Axis, across, axis, bar, dot, figure, legend, line, svg, text

KINDS = {"under": "Kostnaderna är större", "over": "Nyttorna är större"}
TOP, HIGH = 62.0, 190.0


def histogram(id: str, utfall: Utfall) -> str:
    """Empty where no factor has a span, since all draws are then the same."""
    if len(utfall.stolpar) < 2:
        return ""
    return figure(_picture(f"{id}-bred", "wide", 720, utfall), _picture(f"{id}-smal", "narrow", 340, utfall))


def _picture(id: str, kind: str, width: float, utfall: Utfall) -> str:
    edges = [utfall.stolpar[0].fran, utfall.stolpar[-1].till]
    scale = axis(edges, 24, width - 44, 6 if kind == "wide" else 3, zero=False)
    bottom = TOP + HIGH
    shapes = [*across(scale, TOP, bottom, width - 2), *_bars(scale, utfall, bottom), *_interval(scale, utfall, width)]
    marks, last = legend([(k, name, "") for k, name in KINDS.items()], 12, bottom + 44, width - 24)
    return svg(id, kind, width, last + 12, "Nettonytta i dragningarna", _about(utfall), [*shapes, *marks])


def _bars(scale: Axis, utfall: Utfall, bottom: float) -> list[str]:
    most = max(s.antal for s in utfall.stolpar)
    shapes = []
    for s in utfall.stolpar:
        if s.antal:
            left, right, high = scale.at(s.fran), scale.at(s.till), HIGH * s.antal / most
            says = f"{amount(s.fran, 'kr')} till {amount(s.till, 'kr')}: {counted(s.antal, 'dragning', 'dragningar')}"
            kind = "over" if s.fran >= 0 else "under"
            shapes.append(bar(left, bottom - high, right - left, high, kind, says))
    return shapes


def _interval(scale: Axis, utfall: Utfall, width: float) -> list[str]:
    """The fifth to the ninety-fifth percentile as a line above the bars, with a dot at the median."""
    low, middle, high = (scale.at(x) for x in (utfall.p5, utfall.p50, utfall.p95))
    y = TOP - 16
    words = f"Nio av tio: {_short(scale, utfall.p5)} till {_short(scale, utfall.p95)} {scale.unit}"
    half = 3.7 * len(words)
    at = min(max((low + high) / 2, half), width - half)
    marks = [line(x, y - 6, x, y + 6, "line") for x in (low, high)]
    return [text(at, y - 14, words, "middle", "name"), line(low, y, high, y, "span"), *marks, dot(middle, y)]


def _short(scale: Axis, x: float) -> str:
    return amount(x / scale.scale, "", 1 if scale.scale > 1 else 0)


def _about(utfall: Utfall) -> str:
    return (
        f"{counted(utfall.dragningar, 'dragning', 'dragningar')}. Nio av tio ligger mellan {amount(utfall.p5, 'kr')} och "
        f"{amount(utfall.p95, 'kr')}, hälften under {amount(utfall.p50, 'kr')}. "
        f"Nyttorna är större än kostnaderna i {amount(utfall.andel_over, '%')} av dem."
    )
