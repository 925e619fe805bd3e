"""A grid of two factors with the net benefit written in each cell, and a thick line where it changes sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from calculators.kalkyl.osakerhet.rutnat import Rutnat
from calculators.kalkyl.osakerhet.spakar import Spak
from calculators.swedish import amount, lowered, show_number
from calculators.views.charts.axis import UNITS, cell, clipped, figure, line, svg, text

TOP, HIGH = 66.0, 38.0
THOUSANDS = ((1e6, "miljoner"), (1e3, "tusental"))
SHADES = (0.4, 0.7, 1.0)


def grid(id: str, found: Rutnat) -> str:
    """The one factor downwards, the other across; the likely values stand in the middle where they have room."""
    return figure(_picture(f"{id}-bred", "wide", 720, found), _picture(f"{id}-smal", "narrow", 340, found))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the cells stand, and what their numbers are counted in."""

    left: float
    wide: float
    largest: float
    scale: float
    unit: str

    def corner(self, r: int, k: int) -> tuple[float, float]:
        return self.left + self.wide * k, TOP + HIGH * r

    def number(self, x: float) -> str:
        """As few decimals as the cells can be told apart with."""
        shown = x / self.scale
        whole = abs(shown) >= 100 or (self.scale == 1 and self.largest >= 10)
        return show_number(shown, 0 if whole else 1)

    def shade(self, x: float) -> float:
        """Stronger the larger the amount."""
        return SHADES[min(int(abs(x) / self.largest * len(SHADES)), len(SHADES) - 1)] if self.largest else 0.0


def _picture(id: str, kind: str, width: float, found: Rutnat) -> str:
    left = 96.0 if kind == "wide" else 58.0
    largest = max(abs(x) for row in found.netto for x in row)
    scale, unit = next(((s, u) for s, u in UNITS if largest >= s), UNITS[-1])
    frame = Frame(left, (width - left - 4) / len(found.kolumner), largest, scale, unit)
    cells = [s for r in range(len(found.rader)) for k in range(len(found.kolumner)) for s in _cell(found, frame, r, k)]
    height = TOP + HIGH * len(found.rader) + 6
    shapes = [*_names(found, frame, width), *cells, *_zero_line(found, frame)]
    return svg(id, kind, width, height, "Två faktorer i taget", _about(found), shapes)


def _names(found: Rutnat, frame: Frame, width: float) -> list[str]:
    across, labels = _labels(found.spak_kolumn, found.kolumner)
    down, sides = _labels(found.spak_rad, found.rader)
    return [
        text(width - 4, 16, clipped(f"{across} →", width - 8), "end", "name"),
        text(4, 36, clipped(f"↓ {down}", width - 130), "start", "name"),
        text(width - 4, 36, f"nettonytta, {frame.unit}", "end", "unit"),
        *(text(frame.corner(0, n)[0] + frame.wide / 2, TOP - 8, label) for n, label in enumerate(labels)),
        *(text(frame.left - 8, TOP + HIGH * (n + 0.5) + 5, label, "end") for n, label in enumerate(sides)),
    ]


def _labels(spak: Spak, values: Sequence[float]) -> tuple[str, list[str]]:
    """The lever's name with its unit, and its values as short as they can be told apart."""
    if spak.enhet == "%":
        return f"{spak.namn}, %", [amount(x, "%").rstrip("%").rstrip() for x in values]
    largest = max(abs(x) for x in values)
    scale, words = next(((s, w) for s, w in THOUSANDS if largest >= 100 * s), (1.0, ""))
    unit = " ".join(w for w in (words, spak.enhet) if w)
    return f"{spak.namn}, {unit}" if unit else spak.namn, [show_number(x / scale) for x in values]


def _cell(found: Rutnat, frame: Frame, r: int, k: int) -> list[str]:
    (x, y), netto = frame.corner(r, k), found.netto[r][k]
    at = f"{_at(found.spak_rad, found.rader[r])}, {_at(found.spak_kolumn, found.kolumner[k])}"
    likely = found.rader[r] == found.spak_rad.troligt and found.kolumner[k] == found.spak_kolumn.troligt
    kind, says = "under" if found.sida(r, k) < 0 else "over", f"{at}: nettonytta {amount(netto, 'kr')}"
    number = text(x + frame.wide / 2, y + HIGH / 2 + 5, frame.number(netto), "middle", "likely" if likely else "cell")
    return [cell(x, y, frame.wide, HIGH, kind, frame.shade(netto), says), number]


def _at(spak: Spak, x: float) -> str:
    return f"{lowered(spak.namn)} {amount(x, spak.enhet)}"


def _zero_line(found: Rutnat, frame: Frame) -> list[str]:
    """Along every edge between a cell where costs exceed benefits and one where they do not."""
    below = [[found.sida(r, k) < 0 for k in range(len(found.kolumner))] for r in range(len(found.rader))]
    shapes = []
    for r, row in enumerate(below):
        for k, here in enumerate(row):
            x, y = frame.corner(r, k)
            if k and here != row[k - 1]:
                shapes.append(line(x, y, x, y + HIGH, "turn"))
            if r and here != below[r - 1][k]:
                shapes.append(line(x, y, x + frame.wide, y, "turn"))
    return shapes


def _about(found: Rutnat) -> str:
    rows, columns = len(found.rader), len(found.kolumner)
    under = len([1 for r in range(rows) for k in range(columns) if found.sida(r, k) < 0])
    corners = (found.netto[0][0], found.netto[-1][-1])
    return (
        f"Nettonyttan när {lowered(found.spak_rad.namn)} och {lowered(found.spak_kolumn.namn)} ändras tillsammans: "
        f"{amount(corners[0], 'kr')} i övre vänstra hörnet, {amount(corners[1], 'kr')} i nedre högra. "
        f"Kostnaderna är större i {under} av {rows * columns} rutor."
    )
