"""When somebody last read a page through, said at its foot."""

import datetime as dt

from macros.markup import date

LONGEST = dt.timedelta(days=400)


def reviewed(day: dt.date, today: dt.date, change: str = "") -> str:
    """The line at the foot of a page that was read through on `day`, with what was changed then and why."""
    told = f"Granskad {date(day)}.{f' Ändrat då: {change}' if change else ''}"
    return f"{told} Det är mer än 400 dagar sedan, så något kan ha hunnit ändras." if today - day > LONGEST else told
