"""The year factors of a row: a pattern, or a number for each year of the horizon."""

from __future__ import annotations

from typing import Any

from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.rutnat import Ruta
from calculators.workbook.inlast.tabell import Tabell
from calculators.workbook.inlast.tal import read_number


def read_years(found: Inlast, t: Tabell, row: int, chosen: str | None, horizon: int) -> Any:
    """ "lopande", "engang", or a factor for each year. The cells are what counts; the choice beside them tells the pattern."""
    first = t.columns.get("Faktor")
    cells = [t.flik.at(row, first + n) for n in range(horizon)] if first else []
    if not first or (chosen in ("lopande", "engang", None) and all(cell.formula or cell.empty for cell in cells)):
        return chosen if chosen in ("lopande", "engang") else "lopande"
    factors = [_factor(found, t, cell, n, cells, chosen) for n, cell in enumerate(cells)]
    pattern = {"lopande": [1.0] * horizon, "engang": [1.0] + [0.0] * (horizon - 1)}
    return chosen if chosen in pattern and factors == pattern[chosen] else factors


def _factor(found: Inlast, t: Tabell, cell: Ruta, n: int, cells: list[Ruta], chosen: str | None) -> Any:
    """The factor of a year; a formula that repeats the year before has its value."""
    if cell.formula and cell.value is None:
        earlier = cells[n - 1] if n else cell
        return (
            _factor(found, t, earlier, n - 1, cells, chosen)
            if n and chosen not in ("lopande", "engang")
            else float(chosen != "engang" or not n)
        )
    x = read_number(found, t.flik, cell, quiet=True)
    if x is None:
        found.say(t.flik.where(cell.row, cell.column), "Årsfaktorn saknas och är läst som 0.")
        return 0.0
    return x
