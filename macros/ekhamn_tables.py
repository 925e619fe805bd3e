"""The worked thread as tables: its rows, how each is multiplied together, and the result with its picture."""

from typing import Any

from calculators.kalkyl.document import STORLEKAR
from calculators.kalkyl.evaluation import LEVELS, per_year_by_category
from calculators.kalkyl.explanation import row_steps, year_name
from calculators.kategorier import KATEGORIER
from calculators.swedish import amount
from calculators.views import charts
from macros.ekhamn import worked
from macros.markup import render

TITLES = {"nyttor": "Nytta", "kostnader": "Kostnad", "ej_varderade": "Värderas inte i pengar"}
RESULTS = {
    "summa_nyttor": "Nyttor",
    "summa_kostnader": "Kostnader",
    "nettonytta": "Nettonytta",
    "nettonytta_per_krona": "Nettonytta per satsad krona",
    "overstiger_ar": "Året då nyttorna överstiger kostnaderna",
}


def rows(side: str, amounts: bool = True) -> str:
    """The benefits, the costs or what has no money: name, for whom, category, and a year's value or a size."""
    kalkyl, result = worked()
    if side == "ej_varderade":
        found = [_row(row, STORLEKAR.get(row.storlek or "", "inte bedömd")) for row in kalkyl.ej_varderade]
    else:
        found = [_row(row, amount(result.arligt_varde[row.id]["troligt"], "kr")) for row in getattr(kalkyl, side)]
    value = "Storlek" if side == "ej_varderade" else "Årligt värde"
    return render("ekhamn_rader.md", title=TITLES[side], rows=found, value=value if amounts else "")


def _row(row: Any, value: str) -> dict[str, str]:
    about = {"id": row.id, "namn": row.namn, "perspektiv": row.perspektiv, "value": value}
    return about | {"kategori": KATEGORIER[row.kategori]}


def working(id: str) -> str:
    """How one row's year is computed: in words, in figures, and what it comes to."""
    kalkyl, _ = worked()
    return render("ekhamn_rakning.md", steps=row_steps(kalkyl)[id])


def results() -> str:
    """The main results at each level, in the method's order."""
    _, result = worked()
    table = [
        (label, [_shown(getattr(getattr(result, level), name), name) for level in LEVELS])
        for name, label in RESULTS.items()
    ]
    return render("ekhamn_resultat.md", table=table)


def _shown(value: float | int | str | None, name: str) -> str:
    if name == "overstiger_ar":
        return str(value)
    return "kan inte beräknas" if value is None else amount(float(value), "kr", 2 if "per_krona" in name else None)


def picture() -> str:
    """Costs and benefits year by year, as the calculator draws them."""
    kalkyl, result = worked()
    by_category = per_year_by_category(kalkyl)
    niva = result.troligt
    chart = charts.yearly(
        "ekhamn",
        [year_name(year) for year in result.ar],
        niva.kostnader_per_ar,
        by_category["finansiell"],
        by_category["omfordelning"],
        niva.ackumulerad_nettonytta,
    )
    return f'<div class="nk-page" markdown="0">\n{chart}\n</div>'
