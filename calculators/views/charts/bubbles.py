"""Each calculation as a circle: what it costs, its net benefit, and by its filling how certain it is."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.swedish import amount, counted
from calculators.views.charts.axis import axis, clipped, escape, figure, legend, line, px, svg, text

Bubble = tuple[str, float, float, str]  # name, cost, net benefit, kind of certainty
SURE, UNSURE, OPEN = "finansiell", "omfordelning", "kostnad"
CERTAINTY = {SURE: "Smalt spann", UNSURE: "Brett spann", OPEN: "Kan bli mindre än noll"}
LETTER, LINE, AWAY = 7.4, 14.0, 13.0  # pixels: of a letter, between two lines, and from a circle to its name
NAMED = 12  # with more circles than this the names would cover each other; they stand in the table


def certainty(netto: float, lagst: float, hogst: float) -> str:
    """Open where lowest and highest lie on each side of 0, sure where they differ by less than half of the likely one."""
    if lagst < 0 < hogst or lagst > 0 > hogst:
        return OPEN
    return SURE if abs(hogst - lagst) <= 0.5 * abs(netto) else UNSURE


def bubbles(id: str, found: Sequence[Bubble]) -> str:
    """Costs along, net benefits upwards."""
    return figure(_picture(f"{id}-bred", "wide", 720, 420, found), _picture(f"{id}-smal", "narrow", 340, 400, found))


def _picture(id: str, kind: str, width: float, height: float, found: Sequence[Bubble]) -> str:
    left, right, top, bottom = (74.0, 20.0, 34.0, height - 100) if kind == "wide" else (56.0, 14.0, 34.0, height - 120)
    along = axis([cost for _, cost, _, _ in found], left, width - right, 5 if kind == "wide" else 3)
    up = axis([netto for _, _, netto, _ in found], bottom, top, 5)
    shapes = [text(left - 8, top - 16, up.unit, "end", "unit"), text(left, top - 16, "Nettonytta", "start")]
    for tick in up.ticks():
        y = up.at(tick)
        shapes.append(line(left, y, width - right, y, "zero" if abs(tick) < up.step / 2 else "grid"))
        shapes.append(text(left - 8, y + 4, up.label(tick), "end"))
    for tick in along.ticks():
        x = along.at(tick)
        shapes += [line(x, top, x, bottom, "grid"), text(x, bottom + 16, along.label(tick))]
    shapes.append(text((left + width - right) / 2, bottom + 38, f"Kostnader, {along.unit}"))
    for name, cost, netto, how in found:
        x, y = along.at(cost), up.at(netto)
        says = f"{name}: kostnader {amount(cost, 'kr')}, nettonytta {amount(netto, 'kr')}, {CERTAINTY[how].lower()}"
        shapes.append(
            f'<circle class="nk-bar nk-bubble nk-bar--{how}" cx="{px(x)}" cy="{px(y)}" r="8"><title>{escape(says)}</title></circle>'
        )
    if len(found) <= NAMED and kind == "wide":
        shapes += _names([(name, along.at(cost), up.at(netto)) for name, cost, netto, _ in found], width)
    marks, last = legend(
        ((how, words, "") for how, words in CERTAINTY.items()), left, bottom + 66, width - left - right
    )
    about = f"{counted(len(found), 'kalkyl', 'kalkyler')}. Varje kalkyl står med sina siffror i tabellen."
    return svg(id, kind, width, max(height, last + 12), "Kostnader, nettonytta och osäkerhet", about, [*shapes, *marks])


def _names(circles: Sequence[tuple[str, float, float]], width: float) -> list[str]:
    """The name at one side of its circle; where it would cover a circle or a name at both, the table has it."""
    shapes: list[str] = []
    taken = [(x - 8, x + 8, y) for _, x, y in circles]
    for name, x, y in circles:
        words = clipped(name, 200)
        long = LETTER * len(words)
        for start, at, anchor in ((x + AWAY, x + AWAY, "start"), (x - AWAY - long, x - AWAY, "end")):
            inside = start > 0 and start + long < width
            if inside and not any(a < start + long and b > start and abs(y - other) < LINE for a, b, other in taken):
                shapes.append(text(at, y + 4, words, anchor))
                taken.append((start, start + long, y))
                break
    return shapes
