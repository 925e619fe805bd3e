"""The measuring days as a calendar file (iCalendar, RFC 5545): UTF-8, lines of at most 75 octets, ended by CRLF."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.plan import Matning
from calculators.swedish import amount
from calculators.uppfoljning.datum import measuring_days, read_date
from calculators.uppfoljning.plan import named

OCTETS = 75
STAMP = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?.*")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


def calendar(kalkyl: Nyttokalkyl, moment: str) -> str:
    """Every measuring and every target day of the plan. `moment` is when the file was made, "2026-11-25T14:05"."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nyttokalkyl//Uppfoljning//SV", "CALSCALE:GREGORIAN"]
    title = kalkyl.namn or "Uppföljning"
    lines.append(f"X-WR-CALNAME:{escaped(f'Uppföljning: {title}')}")
    for matning in kalkyl.matningar:
        for day, summary in days(kalkyl, matning):
            lines += _event(kalkyl, matning, day, summary, stamp(moment))
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in fold(line))


def days(kalkyl: Nyttokalkyl, matning: Matning) -> Iterator[tuple[dt.date, str]]:
    """Each day of a benefit's plan with what is done on it: "Mät: …", and last "Mål: …"."""
    what = matning.indikator or named(kalkyl, matning.nytta)
    for n, day in enumerate(measuring_days(matning)):
        yield day, f"Mät: {matning.forst if n == 0 and matning.forst else what}"
    target = read_date(matning.mal_nar)
    if target:
        yield target, f"Mål: {what}"


def _event(kalkyl: Nyttokalkyl, matning: Matning, day: dt.date, summary: str, made: str) -> Iterator[str]:
    """One whole day, with a reminder a week before."""
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(kalkyl, matning, day, summary)}@nyttokalkyl"
    yield f"DTSTAMP:{made}"
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    if day < dt.date.max:
        yield f"DTEND;VALUE=DATE:{_basic(day + dt.timedelta(days=1))}"
    yield f"SUMMARY:{escaped(summary)}"
    yield f"DESCRIPTION:{escaped(_about(kalkyl, matning))}"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(summary)}", "TRIGGER:-P7D", "END:VALARM")
    yield "END:VEVENT"


def _about(kalkyl: Nyttokalkyl, matning: Matning) -> str:
    unit = matning.enhet.strip()
    told = (
        ("Nytta", named(kalkyl, matning.nytta)),
        ("Kalkyl", kalkyl.namn),
        ("Ansvarig", matning.ansvarig),
        ("Så mäter ni", matning.hur),
        ("Nollpunkt", "" if matning.nollpunkt is None else amount(matning.nollpunkt, "") + f" {unit}".rstrip()),
        ("Mål", "" if matning.mal is None else amount(matning.mal, "") + f" {unit}".rstrip()),
    )
    return "\n".join(f"{name}: {words}" for name, words in told if words)


def _uid(kalkyl: Nyttokalkyl, matning: Matning, day: dt.date, summary: str) -> str:
    """The same for the same measuring of the same calculation, so that a file opened again replaces and does not repeat."""
    told = (
        kalkyl.organisation,
        kalkyl.namn,
        kalkyl.alternativ_b,
        matning.nytta,
        matning.indikator,
        day.isoformat(),
        summary,
    )
    return hashlib.sha256("\x00".join(told).encode(errors="replace")).hexdigest()[:24]


def stamp(moment: str) -> str:
    """The moment as a time of the calendar; the page's clock is taken as it is."""
    match = STAMP.fullmatch(moment)
    year, month, day, hour, minute = match.groups() if match else ("1970", "01", "01", None, None)
    return f"{year}{month}{day}T{hour or '00'}{minute or '00'}00Z"


def _basic(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """A text as the value of a property."""
    plain = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).encode(errors="replace").decode()
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> Iterable[str]:
    """The line in pieces of at most 75 octets, the later ones begun by a space; no character is cut in two."""
    piece, size = "", 0
    for c in line:
        wide = len(c.encode())
        if size + wide > OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + c, size + wide
    yield piece
