"""The method's lägst to högst, and under it the true worst to best."""

from __future__ import annotations

from calculators.kalkyl.osakerhet.band import Band
from calculators.views.charts.levels import levels

TITLE = "Nettonytta: metodens lägst till högst, och sämsta till bästa"


def band(id: str, found: Band) -> str:
    """Two lines with the likely net benefit marked on both."""
    method = ("Metodens lägst, troligt och högst", found.lagst, found.troligt, found.hogst)
    return levels(id, [method, ("Sämsta till bästa", found.samst.netto, found.troligt, found.bast.netto)], TITLE)
