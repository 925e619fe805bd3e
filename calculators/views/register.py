"""The register of benefits as a page: files, sums, questions, a picture, two tables to sort and filter, and a portfolio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from calculators.register import rader
from calculators.register.portfolj import MOST as MOST_CANDIDATES
from calculators.register.rader import Cell, Kolumn
from calculators.register.summor import DIMENSIONS
from calculators.registerbord import FILTERS, ID, Registerbord
from calculators.swedish import amount, exact_amount
from calculators.views import charts
from calculators.views.charts.bubbles import certainty
from calculators.views.environment import render

SHOWN = 200  # rows of a table on the page; the file has them all
QUESTIONS = 50
RESURSER = {"pengar": "En budget", "timmar": "Ett antal arbetstimmar"}
MAL = {"pengar": "Så stor nettonytta i budgeten som möjligt", "timmar": "Så många frigjorda timmar som möjligt"}


def slots(bord: Registerbord) -> dict[str, str]:
    """The slots of the page: name → HTML. Only the files' while they are being read."""
    found = {"filer": render("register_filer.html", id=ID, bord=bord)}
    if bord.vantar:
        return found
    about: dict[str, Any] = {"id": ID, "bord": bord}
    found["fragor"] = render(
        "register_fragor.html", fragor=bord.fragor[:QUESTIONS], fler=len(bord.fragor) - QUESTIONS, **about
    )
    found["summor"] = render("register_summor.html", dimensions=DIMENSIONS, sizes=rader.SIZES, **about)
    found["diagram"] = _picture(bord)
    kalkyler = _table("kalkyler", "Kalkyler", rader.KALKYLER, bord.poster, bord)
    nyttor = _table("nyttor", "Nyttor och kostnader", rader.NYTTOR, bord.rader, bord)
    filters = {name: (label, bord.choices(name)) for name, label in FILTERS.items()}
    found["tabeller"] = render("register_tabeller.html", tables=(kalkyler, nyttor), filters=filters, **about)
    found["jamforelse"] = _factors(bord)
    found["val"] = render(
        "register_val.html", val=bord.val(), resurser=RESURSER, mal=MAL, most=MOST_CANDIDATES, **about
    )
    return found


def page() -> str:
    """The element as it stands in the built page: empty."""
    return render("register.html", id=ID, parts=slots(Registerbord()))


def _picture(bord: Registerbord) -> str:
    if len(bord.poster) < 2:
        return ""
    found = [(p.namn, p.kostnad, p.nettonytta, certainty(p.nettonytta, p.lagst, p.hogst)) for p in bord.poster[:SHOWN]]
    return render("register_diagram.html", chart=charts.bubbles(ID, found))


def _table(
    key: str, title: str, columns: Sequence[Kolumn[Any]], rows: Sequence[Any], bord: Registerbord
) -> Mapping[str, Any]:
    """The first rows in her order, as texts."""
    place, falling = bord.ordning.get(key, (-1, False))
    if 0 <= place < len(columns):
        rows = sorted(rows, key=lambda row: _order(columns[place].varde(row)), reverse=falling)
    shown = [[_text(c, c.varde(row)) for c in columns] for row in rows[:SHOWN]]
    return {
        "key": key,
        "title": title,
        "columns": columns,
        "rows": shown,
        "total": len(rows),
        "place": place,
        "falling": falling,
    }


def _order(value: Cell) -> tuple[int, float, str]:
    """Figures by size, words by the alphabet, nothing last."""
    if value is None or value == "":
        return 2, 0.0, ""
    return (0, value, "") if isinstance(value, float) else (1, 0.0, value.lower())


def _text(column: Kolumn[Any], value: Cell) -> str:
    if isinstance(value, float):
        return amount(value, column.enhet) if column.enhet else exact_amount(value)
    return value or ""


def _factors(bord: Registerbord) -> str:
    rows = [(post, faktor) for post in bord.poster for faktor in post.faktorer]
    if not rows:
        return ""
    shown = [[_text(c, c.varde(row)) for c in rader.FAKTORER] for row in rows[:SHOWN]]
    return render("register_faktorer.html", columns=rader.FAKTORER, rows=shown, total=len(rows))
