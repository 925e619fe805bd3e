"""The result in the method's order: the figures to be seen first, year by year, by category, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Niva, Resultat
from calculators.kalkyl.explanation import year_name
from calculators.kalkyl.tolkning import crossing, interpretation, per_krona
from calculators.kategorier import PENGAKATEGORIER
from calculators.rapport.document import Cell, KeyFigures, Table, row
from calculators.rapport.limits import shortened
from calculators.rapport.pengar import Budget, Part
from calculators.swedish import amount, counted, show_number


def kr(x: float) -> Cell:
    return Cell(amount(x, "kr"), x, "kr")


def amounts_are(kalkyl: Nyttokalkyl) -> str:
    """What kind of kronor the tables hold, first in their captions."""
    return "Odiskonterade belopp" if kalkyl.raknad_diskontering == "ingen" else "Diskonterade belopp"


def key_figures(kalkyl: Nyttokalkyl, result: Resultat) -> KeyFigures:
    """Net benefit, per krona, the year, benefits and costs."""
    niva = result.troligt
    return KeyFigures(
        (
            (f"Nettonytta efter {amount(kalkyl.horisont, 'år')}", amount(niva.nettonytta, "kr")),
            ("Nettonytta per satsad krona", per_krona(niva)),
            ("Året då nyttorna överstiger kostnaderna", crossing(kalkyl, niva)),
            ("Nyttor", amount(niva.summa_nyttor, "kr")),
            ("Kostnader", amount(niva.summa_kostnader, "kr")),
        )
    )


def in_words(kalkyl: Nyttokalkyl, result: Resultat) -> str:
    """What the ratio says, and what the figures are made of."""
    niva = result.troligt
    parts = [
        f"Av {whole} är {amount(share, '%', 0)} finansiella och {amount(other, '%', 0)} omfördelning."
        for side, whole in (("nytta", "nyttorna"), ("kostnad", "kostnaderna"))
        for share, other in ((niva.andelar[f"finansiell_{side}"], niva.andelar[f"omfordelning_{side}"]),)
        if share is not None and other is not None
    ]
    outside = " Det som inte värderas i pengar ingår inte i siffrorna." if kalkyl.ej_varderade else ""
    return " ".join([interpretation(niva), *parts]) + outside


def unfinished(result: Resultat, saknas: Sequence[str]) -> str:
    """What the calculation lacks, in a sentence; empty where nothing is missing."""
    gone = len(saknas) + len(result.saknas)
    if not gone:
        return ""
    return f"Kalkylen är inte komplett: {counted(gone, 'uppgift', 'uppgifter')} saknas och räknas som 0, eller som det förvalda värdet."


def yearly_table(kalkyl: Nyttokalkyl, result: Resultat) -> Table:
    """Kr year by year, as the method counts them."""
    niva = result.troligt
    columns = (niva.kostnader_per_ar, niva.nyttor_per_ar, niva.netto_per_ar, niva.ackumulerad_nettonytta)
    return Table(
        f"{amounts_are(kalkyl)} per år, troligt värde",
        ("År", "Faktor", "Kostnader", "Nyttor", "Netto", "Ackumulerad nettonytta"),
        tuple(
            row(year_name(year), Cell(show_number(factor, 3), factor), *map(kr, amounts))
            for year, factor, *amounts in zip(result.ar, result.diskonteringsfaktorer, *columns, strict=True)
        ),
        row("Summa", "", kr(niva.summa_kostnader), kr(niva.summa_nyttor), kr(niva.nettonytta), ""),
    )


def category_table(kalkyl: Nyttokalkyl, niva: Niva) -> Table:
    """Benefits, costs and net for each category that is valued in money."""
    rows = [
        row(label, kr(sums["nytta"]), kr(sums["kostnad"]), kr(sums["nytta"] - sums["kostnad"]))
        for key, label in PENGAKATEGORIER.items()
        for sums in (niva.per_kategori[key],)
    ]
    sums = row("Summa", kr(niva.summa_nyttor), kr(niva.summa_kostnader), kr(niva.nettonytta))
    return Table(f"{amounts_are(kalkyl)} per kategori", ("Kategori", "Nyttor", "Kostnader", "Netto"), tuple(rows), sums)


def party_table(kalkyl: Nyttokalkyl, niva: Niva, parts: Sequence[Part]) -> Table:
    """Who pays and who gains. `Varav finansiellt` is the part of the net that changes what is paid or earned."""
    rows = [row(shortened(p.namn, 60), kr(p.nytta), kr(p.kostnad), kr(p.netto), kr(p.finansiellt)) for p in parts]
    money = niva.per_kategori["finansiell"]
    sums = row(
        "Summa",
        kr(niva.summa_nyttor),
        kr(niva.summa_kostnader),
        kr(niva.nettonytta),
        kr(money["nytta"] - money["kostnad"]),
    )
    head = ("Perspektiv", "Får nytta", "Bär kostnad", "Netto", "Varav finansiellt")
    return Table(f"{amounts_are(kalkyl)} per perspektiv", head, tuple(rows), sums)


def budget_table(kalkyl: Nyttokalkyl, money: Budget) -> Table:
    """What the budget feels each year, undiscounted."""
    rows = tuple(row(year_name(year), kr(x)) for year, x in zip(kalkyl.ar, money.per_ar, strict=True))
    caption = "Budgeteffekt per år, i dagens priser utan diskontering. Plus avlastar budgeten, minus belastar den."
    return Table(caption, ("År", "Budgeteffekt"), rows, row("Summa", kr(money.summa)))
