"""The few shapes that a chain is drawn with. Colours come from classes, so that a page can be light, dark or printed."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from calculators.chain.layout import Arrow, Box, Form
from calculators.chain.layout.sizes import ICON, TYPE_ROW

ICONS = {  # in a square of twelve; what tells the kinds apart without colour and without reading
    "forandring": "M1 6h8M6 2l4 4-4 4",
    "nytt_arbetssatt": "M10.5 4A5 5 0 0 0 2 4.5M2 1v3.5h3.5M1.500 8A5 5 0 0 0 10 7.500M10 11V7.500H6.500",
    "effekt": "M6 1.500a4.500 4.500 0 1 0 .01 0z",
    "nytta": "M6 1v10M1 6h10",
    "verksamhetsmal": "M2.500 11V1.500M2.500 2h7.500l-2.500 2.500L10 7H2.500",
    "mojlighet": "M6 1.500a4.500 4.500 0 1 0 .01 0zM6 4v4M4 6h4",
    "hinder": "M2 1v10M10 1v10M2 6h8",
    "risk": "M6 1L11.500 11H.500zM6 4.500v3M6 9v.500",
    "kostnad": "M1 6h10",
}
HEAD = 9  # the arrowhead's length


def text(x: int, y: int, words: str, kind: str, size: int, more: str = "") -> str:
    return f'<text class="nk-kedja__{kind}" x="{x}" y="{y}" font-size="{size}"{more}>{escape(words)}</text>'


def box(id: str, box: Box, form: Form, more: str = "", state: str = "") -> str:
    """A box with its kind, text, stakeholder, figures and, when it is valued in money, a coin. `more`: attributes of its own."""
    lada, left, y = box.lada, box.x + form.pad, box.y + form.pad
    dash = ' stroke-dasharray="6 4"' if lada.typ in ("mojlighet", "hinder", "risk") else ""
    parts = [
        f'<g class="nk-lada nk-lada--{lada.typ}{state}" id="{id}-{lada.id}" data-lada="{lada.id}"{more}>',
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="7" stroke-width="1.5"{dash}/>',
        f'<path class="nk-lada__tecken" transform="translate({left} {y})" stroke-width="1.6" d="{ICONS[lada.typ]}"/>',
        text(left + ICON, y + 10, box.label, "typ", form.small, ' font-weight="700"'),
    ]
    if lada.varderas_i_pengar:
        right = box.x + box.width - form.pad - 9
        parts += [
            f'<circle class="nk-lada__mynt" cx="{right}" cy="{y + 5}" r="9" stroke-width="1.4"/>',
            text(right, y + 9, "kr", "kr", 10, ' text-anchor="middle" font-weight="700"'),
        ]
    y += TYPE_ROW + form.size - 1
    parts.append(_lines(left, y, box.rows, "text", form.size, form.leading))
    y += form.leading * len(box.rows)
    if box.who:
        parts.append(_lines(left, y, box.who, "vem", form.small, form.leading - 1))
        y += (form.leading - 1) * len(box.who)
    if box.figures:
        parts.append(_lines(left, y, box.figures, "belopp", form.small, form.leading - 1, ' font-weight="700"'))
    return "".join([*parts, "</g>"])


def _lines(x: int, y: int, rows: tuple[str, ...], kind: str, size: int, leading: int, more: str = "") -> str:
    """One text in several lines; the spaces between them keep it one sentence for who listens or copies."""
    spans = " ".join(f'<tspan x="{x}" y="{y + n * leading}">{escape(row)}</tspan>' for n, row in enumerate(rows))
    return f'<text class="nk-kedja__{kind}" font-size="{size}"{more}>{spans}</text>'


def arrow(id: str, arrow: Arrow, stands: bool, more: str = "", state: str = "") -> str:
    """A line with its head: a triangle where it leads to, a bar where it hinders, a ring where it is needed.

    With attributes of its own (`more`), it is also wide enough to be hit.
    """
    pil, kind = arrow.pil, "slinga" if arrow.back else arrow.pil.slag
    points = [(y, x) for x, y in arrow.points] if stands else list(arrow.points)
    ahead = 1 if points[-2][0] >= points[-3][0] else -1
    points[-1] = points[-2] = (points[-2][0] - ahead * HEAD, points[-2][1])
    dash = {"slinga": ' stroke-dasharray="9 5"', "hindrar": ' stroke-dasharray="4 4"'}.get(kind, "")
    line = _path(points, stands)
    wide = f'<path class="nk-pil__yta" d="{line}"/>' if more else ""
    return (
        f'<g class="nk-pil nk-pil--{pil.slag}{state}" id="{id}-{pil.id}" data-pil="{pil.id}"{more}>{wide}'
        f'<path class="nk-pil__linje" stroke-width="1.6"{dash} d="{line}"/>'
        f"{_head(*points[-1], ahead, pil.slag, stands)}{_sign(arrow, points, ahead, stands)}</g>"
    )


def _path(points: list[tuple[int, int]], stands: bool) -> str:
    """Straight and bent by turns. Points are (along the flow, across it)."""
    at = _turned(stands)
    parts, here = [f"M{at(*points[0])}"], points[0]
    for n, there in enumerate(points[1:]):
        if n % 2 and here[1] != there[1]:
            half = (here[0] + there[0]) // 2
            parts.append(f"C{at(half, here[1])} {at(half, there[1])} {at(*there)}")
        elif here != there:
            parts.append(f"L{at(*there)}")
        here = there
    return "".join(parts)


def _turned(stands: bool) -> Callable[[int, int], str]:
    """Along and across the flow as x and y."""
    return (lambda along, across: f"{across} {along}") if stands else (lambda along, across: f"{along} {across}")


def _head(along: int, across: int, ahead: int, slag: str, stands: bool) -> str:
    at = _turned(stands)
    tip = along + ahead * HEAD
    if slag == "hindrar":
        stop = tip - ahead * 3
        bar = f"M{at(stop, across - 7)}L{at(stop, across + 7)}"
        return f'<path class="nk-pil__spets" stroke-width="3" d="M{at(along, across)}L{at(stop, across)}{bar}"/>'
    if slag == "kraver":
        x, y = (across, along + ahead * 4) if stands else (along + ahead * 4, across)
        return f'<circle class="nk-pil__spets" cx="{x}" cy="{y}" r="4" stroke-width="1.6"/>'
    return f'<path class="nk-pil__spets" d="M{at(tip, across)}L{at(along, across - 5)}L{at(along, across + 5)}Z"/>'


def _sign(arrow: Arrow, points: list[tuple[int, int]], ahead: int, stands: bool) -> str:
    """The letter of a loop, or a question mark on an arrow that nobody is sure of."""
    words = arrow.loop.removeprefix("Slinga ") or ("?" if arrow.pil.sakerhet == "osakert" else "")
    if not words:
        return ""
    along, across = points[0][0] + ahead * 13, points[0][1]
    x, y = (across, along) if stands else (along, across)
    return f'<circle class="nk-pil__marke" cx="{x}" cy="{y}" r="8" stroke-width="1.2"/>' + text(
        x, y + 4, words, "marke", 11, ' text-anchor="middle" font-weight="700"'
    )
