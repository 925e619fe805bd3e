"""Patterns of year factors: a slow start, a start during the year, an end. A pattern fills in the years; they can be changed."""

from __future__ import annotations

from calculators.swedish import MONTHS, counted

YEARS_UP = (2, 3, 4)
LAST = 25


def year_patterns(horisont: int) -> dict[str, dict[str, str]]:
    """Group → pattern → words."""
    return {
        "Trappas upp": {f"upp:{n}": f"Trappas upp under {counted(n, 'år', 'år')}" for n in YEARS_UP},
        "Börjar under första året": {f"start:{m}": f"Börjar i {MONTHS[m - 1]}" for m in range(2, 13)},
        "Upphör": {f"slut:{n}": f"Upphör efter år {n}" for n in range(1, horisont)},
    }


def factors(pattern: str, horisont: int) -> tuple[float, ...] | None:
    """One factor a year; None for what is no pattern."""
    kind, _, text = pattern.partition(":")
    n = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
    if kind == "upp" and n in YEARS_UP:
        return tuple(min(1.0, year / n) for year in range(1, horisont + 1))
    if kind == "start" and 2 <= n <= 12:
        return ((13 - n) / 12,) + (1.0,) * (horisont - 1)
    if kind == "slut" and 1 <= n <= LAST:
        return tuple(float(year <= n) for year in range(1, horisont + 1))
    return None
