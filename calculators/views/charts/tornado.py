"""A tornado: for each factor how the net benefit moves from the factor's lägst to its högst, the widest at the top."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.kalkyl.osakerhet.tornado import Stapel
from calculators.swedish import amount, counted
from calculators.views.charts.axis import Axis, across, axis, bar, clipped, figure, legend, line, svg, text

MOST, TOP, EACH, HIGH = 12, 38.0, 46.0, 18.0
KINDS = {"lagst": "Vid lägst", "hogst": "Vid högst"}


def tornado(id: str, bars: Sequence[Stapel]) -> str:
    """The twelve widest bars; the table beside holds them all. Empty where there is none."""
    if not bars:
        return ""
    return figure(_picture(f"{id}-bred", "wide", 720, bars), _picture(f"{id}-smal", "narrow", 340, bars))


def _picture(id: str, kind: str, width: float, bars: Sequence[Stapel]) -> str:
    shown = bars[:MOST]
    side = 92.0 if kind == "wide" else 64.0
    bottom = TOP + EACH * len(shown) + 4
    netto = shown[0].troligt
    at = [x for b in shown for x in (b.vid_lagst, b.vid_hogst, b.troligt)]
    scale = axis(at, side, width - side, 6 if kind == "wide" else 3, zero=False)
    shapes = across(scale, TOP, bottom, width - 2)
    for n, stapel in enumerate(shown):
        shapes += _row(scale, stapel, TOP + EACH * n, width)
    shapes.append(line(scale.at(netto), TOP - 6, scale.at(netto), bottom, "base"))
    anchor, room = ("start", -4.0) if scale.at(netto) < width / 2 else ("end", 4.0)
    shapes.append(text(scale.at(netto) + room, TOP - 14, f"Troligt: {amount(netto, 'kr')}", anchor, "name"))
    marks, last = legend([(k, name, "") for k, name in KINDS.items()], 12, bottom + 44, width - 24)
    return svg(id, kind, width, last + 12, "En faktor i taget", _about(bars, shown), [*shapes, *marks])


def _row(scale: Axis, stapel: Stapel, top: float, width: float) -> list[str]:
    """The name, and a bar to each end: side by side where they lie on each side of the likely, else one above the other."""
    spak, base = stapel.spak, scale.at(stapel.troligt)
    y, shapes = top + 20, [text(12, top + 14, clipped(spak.namn, width - 24), "start", "name")]
    one_side = (stapel.vid_lagst - stapel.troligt) * (stapel.vid_hogst - stapel.troligt) > 0
    high = HIGH / 2 if one_side else HIGH
    for n, (kind, value, netto) in enumerate(_ends(stapel)):
        x, says = scale.at(netto), f"{spak.namn} {amount(value, spak.enhet)}: nettonytta {amount(netto, 'kr')}"
        shapes.append(bar(min(x, base), y + n * (HIGH - high), abs(x - base), high, kind, says))
    return shapes + _labels(scale, stapel, one_side, y + 14, width)


def _ends(stapel: Stapel) -> tuple[tuple[str, float, float], ...]:
    return ("lagst", stapel.spak.lagst, stapel.vid_lagst), ("hogst", stapel.spak.hogst, stapel.vid_hogst)


def _beside(stapel: Stapel, one_side: bool, unit: str) -> list[tuple[str, float, bool]]:
    """What stands beside the bars: the words, the net benefit where they stand, and whether to the left of it."""
    low, high = stapel.vid_lagst, stapel.vid_hogst
    lowest, highest = amount(stapel.spak.lagst, unit), amount(stapel.spak.hogst, unit)
    if one_side:
        left = low < stapel.troligt
        return [(f"{lowest} / {highest}", min(low, high) if left else max(low, high), left)]
    return [(lowest, low, low <= high), (highest, high, low > high)]


def _labels(scale: Axis, stapel: Stapel, one_side: bool, y: float, width: float) -> list[str]:
    """The factor's values beside the bars, with their unit where there is room for it."""
    for unit in (stapel.spak.enhet, "%" if stapel.spak.enhet == "%" else ""):
        beside = _beside(stapel, one_side, unit)
        rooms = [scale.at(netto) if left else width - scale.at(netto) for _, netto, left in beside]
        if all(7.2 * len(words) + 8 <= room for (words, _, _), room in zip(beside, rooms, strict=True)):
            break
    return [
        text(scale.at(netto) + (-6 if left else 6), y, words, "end" if left else "start")
        for words, netto, left in beside
    ]


def _about(bars: Sequence[Stapel], shown: Sequence[Stapel]) -> str:
    few = " ".join(
        f"{b.spak.namn}: {amount(b.vid_lagst, 'kr')} vid lägst, {amount(b.vid_hogst, 'kr')} vid högst."
        for b in shown[:3]
    )
    left = len(bars) - len(shown)
    rest = f" Bilden visar de {len(shown)} faktorer som ändrar mest; {counted(left, 'faktor', 'faktorer')} till finns i tabellen."
    return f"Nettonytta när en faktor i taget går från lägst till högst. Mest ändrar: {few}{rest if left else ''}"
