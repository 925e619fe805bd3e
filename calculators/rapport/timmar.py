"""Omfördelning in hours: year by year, row by row, and when freed hours become money, if ever."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.kalkyl.explanation import year_name
from calculators.kalkyl.tolkning import own_time
from calculators.rapport.document import Cell, Facts, Table, row
from calculators.rapport.limits import shortened
from calculators.rapport.om_tid import NOT_SAID, NOT_WORK
from calculators.rapport.pengar import Tidrad
from calculators.swedish import amount


def h(x: float) -> Cell:
    return Cell(amount(x, "h", 0), x, "h")


def in_all(kalkyl: Nyttokalkyl, result: Resultat) -> Facts:
    """Freed and spent working hours over the horizon, årsarbetare on average, and the own time of inhabitants and others."""
    t, years = result.timmar, amount(kalkyl.horisont, "år")
    return Facts(
        (
            (f"Frigjord arbetstid på {years}", amount(t.frigjorda_summa, "h", 0)),
            (f"Satsad arbetstid på {years}", amount(t.satsade_summa, "h", 0)),
            ("Netto i snitt per år", amount(t.arsarbetare_netto_snitt, "årsarbetare")),
            *((f"{shortened(name, 60)}, ej arbetstid", own_time(sums)) for name, sums in t.egen_tid.items()),
        )
    )


def yearly_table(result: Resultat) -> Table:
    """Working hours year by year."""
    t = result.timmar
    columns = (t.frigjorda_per_ar, t.satsade_per_ar, t.netto_per_ar)
    rows = tuple(row(year_name(y), *map(h, hours)) for y, *hours in zip(result.ar, *columns, strict=True))
    sums = row("Summa", h(t.frigjorda_summa), h(t.satsade_summa), h(t.netto_summa))
    return Table("Arbetstid i timmar per år, utan diskontering", ("År", "Frigjorda", "Satsade", "Netto"), rows, sums)


def decision_table(rader: Sequence[Tidrad], most: int) -> Table:
    """For each row that frees hours, and each who gets them: when and by whose decision they become money, if ever."""
    return Table(
        "När blir den frigjorda tiden pengar, och vem beslutar det?",
        ("Nytta", "Vem får tiden?", "Frigjord tid", "När?", "Vem beslutar?"),
        tuple(
            row(
                shortened(f"{r.id} {r.namn}" if r.namn != r.id else r.id, most),
                shortened(r.perspektiv, 60),
                h(r.timmar),
                (shortened(r.nar, most) or NOT_SAID) if r.arbetstid else NOT_WORK,
                (shortened(r.beslut, most) or NOT_SAID) if r.arbetstid else "",
            )
            for r in rader
            if r.side == "nyttor"
        ),
    )
