"""The result as charts: the figures and the point of each, not how it is drawn."""

from __future__ import annotations

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Niva, Resultat, per_year_by_category
from calculators.kalkyl.explanation import year_name
from calculators.kategorier import PENGAKATEGORIER
from calculators.rapport.document import Chart, Series
from calculators.rapport.osakerhet import LEVELS, SUMS
from calculators.rapport.pengar import Budget
from calculators.swedish import amount

TONES = {"lagst": "band", "troligt": "benefit", "hogst": "net"}


def yearly_chart(kalkyl: Nyttokalkyl, result: Resultat) -> Chart:
    """Costs downwards, benefits upwards, and the accumulated net benefit as a line."""
    niva, by_category = result.troligt, per_year_by_category(kalkyl)
    years = tuple(map(year_name, result.ar))
    line = niva.ackumulerad_nettonytta
    lowest = min(range(len(line)), key=line.__getitem__)
    return Chart(
        name="per_ar",
        title="Kostnader och nyttor per år",
        alt=f"Nyttor på {amount(niva.summa_nyttor, 'kr')} och kostnader på {amount(niva.summa_kostnader, 'kr')}, år för år. "
        f"Ackumulerad nettonytta är {amount(line[-1], 'kr')} efter {amount(kalkyl.horisont, 'år')}. "
        f"Lägst är den {years[lowest]}: {amount(line[lowest], 'kr')}.",
        categories=years,
        series=(
            Series("Finansiell nytta", by_category["finansiell"], "benefit"),
            Series("Omfördelningsnytta", by_category["omfordelning"], "band"),
            Series("Kostnad", tuple(-x for x in niva.kostnader_per_ar), "cost"),
            Series("Ackumulerad nettonytta", line, "net", "line"),
        ),
    )


def level_chart(result: Resultat) -> Chart:
    """Benefits, costs and net benefit from the lowest to the highest value."""
    niva = {level: getattr(result, level) for level in LEVELS}
    return Chart(
        name="nivaer",
        title="Lägst, troligt och högst",
        alt=" ".join(
            f"{label}: {', '.join(amount(getattr(niva[level], name), 'kr') for level in LEVELS)}."
            for name, label in SUMS.items()
        ),
        categories=tuple(SUMS.values()),
        series=tuple(
            Series(label, tuple(getattr(niva[level], name) for name in SUMS), TONES[level], "group")
            for level, label in LEVELS.items()
        ),
    )


def category_chart(niva: Niva) -> Chart:
    """Benefits and costs beside each other for each category."""
    sums = [niva.per_kategori[key] for key in PENGAKATEGORIER]
    alt = " ".join(
        f"{label}: nyttor {amount(s['nytta'], 'kr')} och kostnader {amount(s['kostnad'], 'kr')}."
        for label, s in zip(PENGAKATEGORIER.values(), sums, strict=True)
    )
    series = (
        Series("Nyttor", tuple(s["nytta"] for s in sums), "benefit", "group"),
        Series("Kostnader", tuple(s["kostnad"] for s in sums), "cost", "group"),
    )
    return Chart("kategorier", "Nyttor och kostnader per kategori", alt, tuple(PENGAKATEGORIER.values()), series)


def budget_chart(kalkyl: Nyttokalkyl, money: Budget) -> Chart:
    """What the budget feels each year, undiscounted."""
    years = tuple(map(year_name, kalkyl.ar))
    ends = {years[n]: amount(money.per_ar[n], "kr") for n in (0, -1)}
    alt = " ".join(f"{year}: {kr}." for year, kr in ends.items())
    return Chart(
        "budget", "Budgeteffekt per år", alt, years, (Series("Budgeteffekt", money.per_ar, "benefit", "group"),)
    )
