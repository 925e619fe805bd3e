"""The figures behind the charts of Fördjupning, as tables that can be read, copied and saved."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.kalkyl.osakerhet.band import Band
from calculators.kalkyl.osakerhet.rutnat import Rutnat
from calculators.kalkyl.osakerhet.simulering import Utfall
from calculators.kalkyl.osakerhet.tornado import Stapel
from calculators.rapport.document import Cell, Table, row
from calculators.rapport.resultat import kr
from calculators.swedish import amount


def tornado_table(bars: Sequence[Stapel]) -> Table:
    """For each lever its ends, and the net benefit there."""
    head = ("Faktor", "Lägst", "Högst", "Nettonytta vid lägst", "Nettonytta vid högst")
    rows = (
        row(b.spak.namn, *(amount(x, b.spak.enhet) for x in (b.spak.lagst, b.spak.hogst)), kr(b.vid_lagst), kr(b.vid_hogst))
        for b in bars
    )
    return Table("Nettonytta när en faktor i taget ändras", head, tuple(rows))


def band_table(found: Band) -> Table:
    """The method's pairings beside the true worst and best."""
    named = {
        "Sämsta utfall": found.samst.netto,
        "Metodens lägst": found.lagst,
        "Troligt": found.troligt,
        "Metodens högst": found.hogst,
        "Bästa utfall": found.bast.netto,
    }
    return Table("Nettonytta i olika lägen", ("Läge", "Nettonytta"), tuple(row(name, kr(x)) for name, x in named.items()))


def grid_table(found: Rutnat) -> Table:
    """The net benefit for each pair of values; the one lever downwards, the other across."""
    down, across = found.spak_rad, found.spak_kolumn
    head = (down.namn, *(f"{across.namn} {amount(x, across.enhet)}" for x in found.kolumner))
    rows = (row(amount(x, down.enhet), *map(kr, netto)) for x, netto in zip(found.rader, found.netto, strict=True))
    return Table("Nettonytta när två faktorer ändras samtidigt", head, tuple(rows))


def simulation_table(found: Utfall) -> Table:
    """How many draws came out in each interval."""
    rows = (row(f"{amount(s.fran, 'kr')} till {amount(s.till, 'kr')}", Cell(amount(s.antal), s.antal)) for s in found.stolpar)
    return Table("Hur många dragningar som gav vilken nettonytta", ("Nettonytta", "Dragningar"), tuple(rows))
