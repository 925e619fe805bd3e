"""The register of benefits as a page: files, sums, questions, a picture, two tables to sort and filter, and a portfolio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from calculators.filtext import Cell
from calculators.register import rader
from calculators.register.jamfort import compared
from calculators.register.portfolj import MOST as MOST_CANDIDATES
from calculators.register.rader import Kolumn
from calculators.register.summor import DIMENSIONS, summed
from calculators.registerbord import FILTERS, ID, Registerbord
from calculators.swedish import amount, exact_amount
from calculators.views import charts
from calculators.views.charts.bubbles import certainty
from calculators.views.environment import render

SHOWN = 200  # rows of a table on the page; the file has them all
QUESTIONS = 50
FEW = 5  # questions that are not folded
FILE = "Fil"
FIRST = (
    "Kalkyl", "Faktor", "Rad", "Namn", "Sida", "Organisation", "Kategori", "Budget", "Budget, netto", "Timmar", "Frigjorda timmar",
    "Storlek", "Nyttor utan kronor", "Kostnader", "Nettonytta", "Ansvarig", "Läge", "Status",
)  # fmt: skip
RESURSER = {"pengar": "En budget", "timmar": "Ett antal arbetstimmar"}
MAL = {"pengar": "Så stor nettonytta i budgeten som möjligt", "timmar": "Så många frigjorda timmar som möjligt"}


def slots(bord: Registerbord) -> dict[str, str]:
    """The slots of the page: name → HTML. Only the files' while they are being read."""
    found = {"filer": render("register_filer.html", id=ID, bord=bord)}
    if bord.vantar:
        return found
    about: dict[str, Any] = {"id": ID, "bord": bord}
    found["summor"] = render("register_summor.html", dimensions=DIMENSIONS, sizes=rader.SIZES, **about)
    found["fragor"] = render(
        "register_fragor.html", fragor=bord.fragor[:QUESTIONS], fler=len(bord.fragor) - QUESTIONS, few=FEW, **about
    )
    found["diagram"] = _picture(bord)
    chosen = bord.rader
    kalkyler = _table("kalkyler", "Kalkyler", on_page(rader.KALKYLER), bord.poster, bord)
    nyttor = _table("nyttor", "Nyttor och kostnader", on_page(rader.NYTTOR), chosen, bord)
    filters = {name: (label, bord.choices(name)) for name, label in FILTERS.items()}
    found["tabeller"] = render(
        "register_tabeller.html", tables=(kalkyler, nyttor), filters=filters, chosen=summed(chosen), **about
    )
    found["jamforelse"] = _factors(bord)
    found["val"] = render(
        "register_val.html", val=bord.val(), resurser=RESURSER, mal=MAL, most=MOST_CANDIDATES, **about
    )
    return found


def on_page(columns: Sequence[Kolumn[Any]]) -> list[Kolumn[Any]]:
    """The columns as they are read: what the row is about and comes to first, the file that it came from last, and no ids."""
    kept = [c for c in columns if c.namn != "Id"]
    return sorted(kept, key=lambda c: FIRST.index(c.namn) if c.namn in FIRST else len(FIRST) + (c.namn == FILE))


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
    """What was assumed and what it became: the same factor of several organisations together, then every measured value."""
    rows = [(post, faktor) for post in bord.poster for faktor in post.faktorer]
    if not rows:
        return ""
    columns = on_page(rader.FAKTORER)
    shown = [[_text(c, c.varde(row)) for c in columns] for row in rows[:SHOWN]]
    together = [(one, _span(one.antaget, one.enhet), _span(one.utfall, one.enhet)) for one in compared(rows)[:SHOWN]]
    return render("register_faktorer.html", columns=columns, rows=shown, total=len(rows), together=together)


def _span(ends: tuple[float, float], unit: str) -> str:
    low, high = ends
    return amount(high, unit) if low == high else f"{amount(low, unit)} till {amount(high, unit)}"
