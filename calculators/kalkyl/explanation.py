"""How each result of a nyttokalkyl came about, in words and in the numbers of this very calculation."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from calculators.derivation import Step
from calculators.finance import same
from calculators.kalkyl.distribution import distribution, levels
from calculators.kalkyl.document import Nyttokalkyl, Term
from calculators.kalkyl.evaluation import Niva, Rad, Resultat, resolved, rows_of, term_value
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.namngivning import Gemensamma
from calculators.kalkyl.rakneled import Inner, counted_steps, inner_formulas
from calculators.kalkyl.vems_tid import working_share
from calculators.kategorier import PENGAKATEGORIER
from calculators.latest import each
from calculators.schema import Varde
from calculators.swedish import amount, counted, listed, lowered, show_number

NAMES = {"nyttor": "Nyttor", "kostnader": "Kostnader"}


def row_steps(kalkyl: Nyttokalkyl) -> dict[str, tuple[Step, ...]]:
    """For each row id: its annual value at the likely level, factor by factor."""
    shared, inner = shared_values(kalkyl), inner_formulas(kalkyl.gemensamma)
    return {rad.id: _steps(rad, shared, inner) for rad in rows_of(kalkyl)}


@each
def _steps(rad: Rad, shared: Gemensamma, inner: Inner) -> tuple[Step, ...]:
    return tuple(counted_steps(rad, shared, inner) if rad.block.counted else _row(rad, shared))


def _row(rad: Rad, shared: Mapping[str, Varde]) -> Iterator[Step]:
    terms = rad.block.termer
    for n, term in enumerate(terms):
        label = f"Del {n + 1}" if len(terms) > 1 else "Årligt värde"
        yield Step(f"{rad.id}.{n}", label, *_product(term, shared), amount(term_value(term, shared)[1], "kr"))
    if len(terms) > 1:
        parts = " + ".join(amount(term_value(term, shared)[1], "kr") for term in terms)
        yield Step(rad.id, "Årligt värde", "summan av delarna", parts, amount(rad.arligt[1], "kr"))
    if not terms and rad.block.arligt_varde is not None:
        yield Step(
            rad.id,
            "Årligt värde",
            "ett belopp som är ifyllt direkt",
            amount(rad.arligt[1], "kr"),
            amount(rad.arligt[1], "kr"),
        )


def _product(term: Term, shared: Mapping[str, Varde]) -> tuple[str, str]:
    values = [resolved(factor, shared) for factor in term.faktorer]
    words = " × ".join(lowered(v.namn) or "faktor" for v in values) or "inga faktorer"
    numbers = " × ".join(amount(v.troligt, v.enhet.strip()) for v in values) or "0"
    sign = "− " if term.tecken == "-" else ""
    over = f" ÷ {show_number(term.delare)}" if term.delare != 1 else ""
    return f"{sign}{words}{over}", f"{sign}{numbers}{over}"


def result_steps(kalkyl: Nyttokalkyl, result: Resultat) -> dict[str, tuple[Step, ...]]:
    """For each shown result: its steps at the likely level."""
    niva, rader = result.troligt, rows_of(kalkyl)
    return {
        "summa_nyttor": tuple(_totals(kalkyl, rader, niva, "nyttor")),
        "summa_kostnader": tuple(_totals(kalkyl, rader, niva, "kostnader")),
        "nettonytta": (_net(niva),),
        "nettonytta_per_krona": tuple(_ratio(niva)),
        "overstiger_ar": tuple(_crossing(result, niva)),
        "andelar": tuple(_shares(niva)),
        "timmar": tuple(_hours(kalkyl, rader, result)),
        "nivaer": tuple(levels(rader, result)),
        "fordelning": tuple(distribution(rader, niva)),
    }


def _totals(kalkyl: Nyttokalkyl, rader: Sequence[Rad], niva: Niva, side: str) -> Iterator[Step]:
    for rad in rader:
        if rad.side == side:
            yield _total(rad, kalkyl.raknad_diskontering)
    parts = " + ".join(amount(niva.per_rad[r.id], "kr") for r in rader if r.side == side) or amount(0.0, "kr")
    total = niva.summa_nyttor if side == "nyttor" else niva.summa_kostnader
    yield Step(side, NAMES[side], "summan av raderna", parts, amount(total, "kr"))


@each
def _total(rad: Rad, diskontering: str) -> Step:
    factor = "" if diskontering == "ingen" else " × diskonteringsfaktor"
    return Step(
        rad.id,
        f"{rad.id} {rad.block.namn}",
        f"årligt värde × summan av årsfaktor{factor} för varje år",
        f"{amount(rad.arligt[1], 'kr')} × {show_number(math.fsum(rad.vikter), 4)} ({_profile(rad)})",
        amount(math.fsum(rad.arligt[1] * w for w in rad.vikter), "kr"),
    )


def _profile(rad: Rad) -> str:
    years = counted(len(rad.faktorer), "år", "år")
    if rad.block.faktor == "lopande":
        return f"varje år i {years}"
    if rad.block.faktor == "engang":
        return "bara första året"
    return f"med årsfaktorerna {listed([show_number(f) for f in rad.faktorer])}"


def _net(niva: Niva) -> Step:
    return Step(
        "nettonytta",
        "Nettonytta",
        "nyttor − kostnader",
        f"{amount(niva.summa_nyttor, 'kr')} − {amount(niva.summa_kostnader, 'kr')}",
        amount(niva.nettonytta, "kr"),
    )


def _ratio(niva: Niva) -> Iterator[Step]:
    if niva.nettonytta_per_krona is not None:
        yield Step(
            "nettonytta_per_krona",
            "Nettonytta per satsad krona",
            "nettonytta ÷ kostnader",
            f"{amount(niva.nettonytta, 'kr')} ÷ {amount(niva.summa_kostnader, 'kr')}",
            amount(niva.nettonytta_per_krona, "kr", 2),
        )


def _crossing(result: Resultat, niva: Niva) -> Iterator[Step]:
    for year, more, less in zip(result.ar, niva.ackumulerade_nyttor, niva.ackumulerade_kostnader, strict=True):
        here = year == niva.overstiger_ar
        yield Step(
            f"ar.{year}",
            year_name(year),
            "sammanlagda nyttor mot sammanlagda kostnader",
            f"{amount(more, 'kr')} mot {amount(less, 'kr')}",
            "nyttorna är större" if here else "inte än",
        )
        if here:
            return


def _shares(niva: Niva) -> Iterator[Step]:
    for side, total, name in (("nytta", niva.summa_nyttor, "nyttor"), ("kostnad", niva.summa_kostnader, "kostnader")):
        for kategori, label in PENGAKATEGORIER.items():
            share = niva.andelar[f"{kategori}_{side}"]
            if share is not None:
                yield Step(
                    f"{kategori}_{side}",
                    f"{label}, {side}",
                    f"{label.lower()} ÷ alla {name}",
                    f"{amount(niva.per_kategori[kategori][side], 'kr')} ÷ {amount(total, 'kr')}",
                    amount(share, "%", 0),
                )


def _hours(kalkyl: Nyttokalkyl, rader: Sequence[Rad], result: Resultat) -> Iterator[Step]:
    shared = shared_values(kalkyl)
    for rad in rader:
        if rad.block.kategori != "omfordelning" or rad.id in result.timmar.rader_utan_timmar:
            continue
        if rad.block.timmar_per_ar is not None:
            hours = resolved(rad.block.timmar_per_ar, shared).troligt
            yield Step(
                rad.id,
                _of_time(rad),
                "timmar per år som är ifyllda",
                amount(hours, "h"),
                amount(hours, "h/år"),
            )
        else:
            hourly = resolved(
                rad.block.timkostnad or kalkyl.omrakning_timkostnad or Varde(1.0, 1.0, 1.0), shared
            ).troligt
            yield Step(
                rad.id,
                _of_time(rad),
                "årligt värde ÷ timkostnad",
                f"{amount(rad.arligt[1], 'kr')} ÷ {amount(hourly, 'kr/h')}",
                amount(rad.arligt[1] / hourly, "h/år"),
            )
    yield Step(
        "arsarbetare",
        "Årsarbetare i snitt",
        "frigjord − satsad arbetstid, per år i snitt ÷ timmar per årsarbetare",
        f"({amount(result.timmar.frigjorda_summa, 'h')} − {amount(result.timmar.satsade_summa, 'h')}) ÷ "
        f"{amount(kalkyl.horisont, 'år')} ÷ {amount(kalkyl.arsarbetstid, 'h')}",
        amount(result.timmar.arsarbetare_netto_snitt, "årsarbetare"),
    )


def _of_time(rad: Rad) -> str:
    """A row's name, and how much of its time is working time where not all of it is."""
    name, share = f"{rad.id} {rad.block.namn}".rstrip(), working_share(rad.block)
    if same(share, 1.0):
        return name
    return f"{name} ({amount(share, '%')} är arbetstid)" if share else f"{name} (ej arbetstid)"


def year_name(year: int) -> str:
    """ "År 3" when years are counted from 1, otherwise the calendar year."""
    return f"År {year}" if year < 1900 else str(year)
