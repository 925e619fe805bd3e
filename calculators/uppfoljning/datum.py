"""Dates of the plan: read as they are written, and the days on which to measure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.plan import Matning
from calculators.schema import Doubt

MONTHS = {"manad": 1, "kvartal": 3, "halvar": 6, "ar": 12}
USUAL, MOST = 4, 60  # measurings, where the plan does not say how many, and at most
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of each month; `calendar` brings a lot to a page
DATES = ("nollpunkt_nar", "mal_nar", "forsta")


def read_date(text: str) -> dt.date | None:
    """The day of "2027-03-01"; None for anything else."""
    try:
        return dt.date.fromisoformat(text.strip()) if len(text.strip()) == 10 else None
    except ValueError:
        return None


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or its last day where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    longest = 29 if month == 1 and year % 4 == 0 and (year % 100 or year % 400 == 0) else DAYS[month]
    return dt.date(year, month + 1, min(day.day, longest))


def measuring_days(matning: Matning) -> tuple[dt.date, ...]:
    """When to measure: from the first day, as often and as many times as the plan says, or until the day of the target."""
    first, last = read_date(matning.forsta), read_date(matning.mal_nar)
    if first is None:
        return ()
    step = MONTHS.get(matning.hur_ofta or "", 0)
    most = matning.antal or (MOST if last else USUAL)
    days = [
        months_later(first, n * step) for n in range(most if step else 1) if first.year + n * step // 12 < dt.MAXYEAR
    ]
    return tuple(day for day in days if matning.antal or last is None or day <= last or day == first)


def doubts(kalkyl: Nyttokalkyl) -> Iterator[Doubt]:
    """A date that can't be read, and a first measuring after the day of the target."""
    for n, matning in enumerate(kalkyl.matningar):
        for name in DATES:
            text = getattr(matning, name)
            if text and read_date(text) is None:
                yield Doubt(f"matningar.{n}.{name}", "varning", "Skriv datumet med år, månad och dag: 2027-03-01.")
        first, last = read_date(matning.forsta), read_date(matning.mal_nar)
        if first and last and first > last:
            yield Doubt(f"matningar.{n}.forsta", "fråga", "Ska ni mäta första gången efter att målet ska vara nått?")
        before = read_date(matning.nollpunkt_nar)
        if before and first and before > first:
            yield Doubt(
                f"matningar.{n}.nollpunkt_nar", "fråga", "Nollpunkten mäts efter den första mätningen. Stämmer datumen?"
            )
