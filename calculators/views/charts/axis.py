"""A value axis with round steps, and the few shapes that every chart is made of."""

from __future__ import annotations

import dataclasses as dc
import math
import re
from collections.abc import Iterable
from html import escape as escaped

from calculators.scale import round_step
from calculators.swedish import show_number

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
UNITS = ((1e6, "mkr"), (1e3, "tkr"), (1.0, "kr"))


@dc.dataclass(frozen=True, slots=True)
class Axis:
    """Values from `low` to `high` in round steps, laid out between two pixels; `scale` and `unit` for the labels."""

    low: float
    high: float
    step: float
    start: float
    end: float
    scale: float
    unit: str

    def at(self, value: float) -> float:
        """The pixel of a value."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """Every round value on the axis."""
        return [self.low + n * self.step for n in range(round((self.high - self.low) / self.step) + 1)]

    def label(self, value: float) -> str:
        """The value in the axis' unit, with the decimals that its steps need."""
        decimals = 0 if self.step / self.scale >= 1 else 1 if self.step / self.scale >= 0.1 else 2
        return show_number(value / self.scale, decimals)


def axis(values: Iterable[float], start: float, end: float, ticks: int, zero: bool = True) -> Axis:
    """An axis that holds every value, in at most about `ticks` round steps.

    It holds 0 too; without `zero` only when 0 is nearer than the values are wide.
    """
    kept = list(values) or [0.0]
    low, high = min(kept), max(kept)
    if zero or max(low, -high) < high - low or low == high:
        low, high = min(low, 0.0), max(high, 0.0)
    span = (high - low) or 1.0
    step = round_step(span, ticks)
    scale, unit = next(((s, u) for s, u in UNITS if max(-low, high) >= s), UNITS[-1])
    return Axis(math.floor(low / step) * step, math.ceil(high / step) * step or step, step, start, end, scale, unit)


def across(scale: Axis, top: float, bottom: float, right: float) -> list[str]:
    """The lines of a horizontal axis with their labels below, and the unit at the right."""
    shapes = []
    for tick in scale.ticks():
        x = scale.at(tick)
        shapes.append(line(x, top, x, bottom, "zero" if abs(tick) < scale.step / 2 else "grid"))
        shapes.append(text(x, bottom + 16, scale.label(tick)))
    return [*shapes, text(right, bottom + 16, scale.unit, "end", "unit")]


def escape(words: str) -> str:
    """Words for the picture, without the characters that a saved SVG file cannot hold."""
    return escaped(NOT_XML.sub("", words))


def px(x: float) -> str:
    """A coordinate, to a tenth of a pixel."""
    return format(round(x * 10) / 10, "g")


def text(x: float, y: float, words: str, anchor: str = "middle", kind: str = "label") -> str:
    return f'<text class="nk-chart__{kind}" x="{px(x)}" y="{px(y)}" text-anchor="{anchor}">{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<path class="nk-chart__{kind}" d="M{px(x1)} {px(y1)}L{px(x2)} {px(y2)}"/>'


def bar(x: float, y: float, width: float, height: float, kind: str, says: str, fill: str = "") -> str:
    """A bar that says its value when pointed at."""
    fill = f' fill="{fill}"' if fill else ""
    return (
        f'<rect class="nk-bar nk-bar--{kind}"{fill} x="{px(x)}" y="{px(y)}" width="{px(width)}" height="{px(height)}">'
        f"<title>{escape(says)}</title></rect>"
    )


def cell(x: float, y: float, width: float, height: float, kind: str, shade: float, says: str) -> str:
    """A square of a grid, filled by how strong (0–1) it is."""
    return (
        f'<rect class="nk-cell nk-cell--{kind}" fill-opacity="{px(shade)}" x="{px(x)}" y="{px(y)}" '
        f'width="{px(width)}" height="{px(height)}"><title>{escape(says)}</title></rect>'
    )


def clipped(words: str, width: float) -> str:
    """As much of a name as there is room for."""
    most = int(width / 7.4)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def hatch(id: str) -> str:
    """A pattern of lines, so that costs are told apart without colour."""
    return (
        f'<pattern id="{id}" class="nk-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="6" height="6"/><path d="M0 0V6"/></pattern>'
    )


def svg(id: str, kind: str, width: float, height: float, title: str, about: str, shapes: Iterable[str]) -> str:
    """The picture with its name and its point in words."""
    return (
        f'<svg class="nk-chart nk-chart--{kind}" viewBox="0 0 {px(width)} {px(height)}" role="img" '
        f'aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{escape(title)}</title><desc id="{id}-d">{escape(about)}</desc>'
        f"{''.join(shapes)}</svg>"
    )


def figure(*pictures: str) -> str:
    """The wide and the narrow picture; the stylesheet shows the one that fits."""
    return f'<figure class="nk-charts">{"".join(pictures)}</figure>'


def legend(items: Iterable[tuple[str, str, str]], x: float, y: float, width: float) -> tuple[list[str], float]:
    """Marks with names (kind, name, fill), wrapped to the width; the shapes and the last line's y."""
    shapes, at = [], x
    for kind, name, fill in items:
        wide = 26 + 7.4 * len(name) + 14
        if at > x and at + wide > x + width:
            at, y = x, y + 22
        if kind == "line":
            shapes += [line(at, y - 4, at + 18, y - 4, "line"), dot(at + 9, y - 4)]
        else:
            shapes.append(bar(at, y - 12, 16, 14, kind, name, fill))
        shapes.append(text(at + 24, y, name, "start"))
        at += wide
    return shapes, y


def dot(x: float, y: float) -> str:
    return f'<circle class="nk-chart__point" cx="{px(x)}" cy="{px(y)}" r="4"/>'
