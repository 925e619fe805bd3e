"""The calculation's figures at the boxes that are its rows: the amount of a year or the size, and what came out. Never a sum."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from calculators.chain.graph import Effektkedja
from calculators.chain.siffror import PerLada, Siffror
from calculators.kalkyl.document import STORLEKAR, Nyttokalkyl
from calculators.kalkyl.evaluation import Rad, rows_of
from calculators.kalkyl.explanation import year_name
from calculators.kalkyl.plan import LAGEN
from calculators.swedish import amount, lowered
from calculators.uppfoljning.jamforelse import Jamforelse
from calculators.uppfoljning.jamforelse import Rad as Compared
from calculators.uppfoljning.plan import unpriced_id

HOW_OFTEN = {"lopande": "per år", "engang": "en gång"}
IN_PART = "per helt år"  # when only a part of it falls in some years
NOTHING = "Inget än"
POSSIBLE = Siffror((), (("I kalkylen", "Räknas inte med"),))


def figures(kedja: Effektkedja, kalkyl: Nyttokalkyl, found: Jamforelse | None, empty: Collection[str] = ()) -> PerLada:
    """Box → what the calculation says of it. `found` is what came out, where anything has been measured.

    `empty` are the ids of rows that lack something, and so say nothing yet.
    """
    rows = {rad.id: _of_row(rad, rad.id not in empty) for rad in rows_of(kalkyl)}
    rows |= {unpriced_id(n, item): _of_size(item.storlek) for n, item in enumerate(kalkyl.ej_varderade)}
    came = {rad.id: rad for rad in found.rader if rad.kanda_ar} if found else {}
    places = {m.nytta: LAGEN[m.lage] for m in kalkyl.matningar if m.lage}
    said = {}
    for lada in kedja.lador:
        if lada.typ == "mojlighet":
            said[lada.id] = POSSIBLE
        elif lada.kalkylrad in rows:
            outcome = _of_outcome(came[lada.kalkylrad], found.ar) if found and lada.kalkylrad in came else Siffror()
            said[lada.id] = _joined(rows[lada.kalkylrad], outcome, _of_place(places.get(lada.kalkylrad, "")))
    return said


def _of_row(rad: Rad, filled: bool) -> Siffror:
    if not (filled and rad.block.valued):
        return Siffror((), (("Belopp", NOTHING),))
    low, likely, high = (amount(x, "kr") for x in rad.arligt)
    often = HOW_OFTEN[rad.block.faktor] if isinstance(rad.block.faktor, str) else IN_PART
    band = f", mellan {low} och {high}" if low != high else ""
    return Siffror((f"{likely} {often}",), (("Belopp", f"{likely} {often}{band}"),))


def _of_size(size: str | None) -> Siffror:
    if not size:
        return Siffror((), (("Storlek", NOTHING),))
    return Siffror((f"Storlek: {lowered(STORLEKAR[size])}",), (("Storlek", STORLEKAR[size]),))


def _of_outcome(rad: Compared, years: Sequence[int]) -> Siffror:
    """What came out in the latest year that is known, beside what was planned for it."""
    y = rad.kanda_ar[-1]
    year, came, planned = year_name(years[y]), amount(rad.nu[y], "kr"), amount(rad.plan[y], "kr")
    return Siffror((f"Utfall {year}: {came}",), ((f"Utfall {year}", f"{came}, planerat {planned}"),))


def _of_place(words: str) -> Siffror:
    return Siffror((words,), (("Uppföljning", words),)) if words else Siffror()


def _joined(*parts: Siffror) -> Siffror:
    return Siffror(tuple(x for one in parts for x in one.ritas), tuple(x for one in parts for x in one.fakta))
