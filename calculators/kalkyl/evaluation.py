"""From a nyttokalkyl to its result: kr a year, discounted, for lägst, troligt and högst. Nothing is rounded here.

The value of a year is annual value × year factor; its discounted value is that × the year's discount factor.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from calculators.fault import Fault, Rejected
from calculators.finance import discount_factors, first_above, running_sums, same
from calculators.kalkyl.document import Block, Nyttokalkyl, Term, block_id, factors_of
from calculators.kalkyl.fordelning import by_name, parties_of, shares
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.hours import Timmar, hours, hours_a_year
from calculators.kalkyl.namngivning import Gemensamma
from calculators.kalkyl.utrakning import levels
from calculators.kategorier import PENGAKATEGORIER
from calculators.latest import each, latest
from calculators.schema import Varde, result

LARGEST = 1e100  # kr a year; keeps every sum finite
LEVELS = ("lagst", "troligt", "hogst")
SIDES = {"nyttor": "nytta", "kostnader": "kostnad"}
MARGIN = 0.5  # from here on the margin is called larger; the standard value troskel_marginal says why


@dataclass(frozen=True, slots=True)
class Rad:
    """A block with its annual value (kr at each level), its year factors, and these times the discount factors."""

    id: str
    side: str
    place: int
    block: Block
    arligt: tuple[float, float, float]
    faktorer: tuple[float, ...]
    vikter: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Niva:
    """All results at one level. Kr, discounted unless `odiskonterat`; shares and the ratio are fractions."""

    nyttor_per_ar: tuple[float, ...] = result("Nyttor per år", unit="kr", kind="object")
    kostnader_per_ar: tuple[float, ...] = result("Kostnader per år", unit="kr", kind="object")
    netto_per_ar: tuple[float, ...] = result("Nettonytta per år", unit="kr", kind="object")
    ackumulerade_nyttor: tuple[float, ...] = result("Ackumulerade nyttor", unit="kr", kind="object")
    ackumulerade_kostnader: tuple[float, ...] = result("Ackumulerade kostnader", unit="kr", kind="object")
    ackumulerad_nettonytta: tuple[float, ...] = result("Ackumulerad nettonytta", unit="kr", kind="object")
    summa_nyttor: float = result("Nyttor", unit="kr")
    summa_kostnader: float = result("Kostnader", unit="kr")
    nettonytta: float = result("Nettonytta", unit="kr")
    nettonytta_per_krona: float | None = result("Nettonytta per satsad krona", unit="kr")
    tolkning: str = result("Tolkning", kind="text")
    overstiger_ar: int | str = result("Året då nyttorna överstiger kostnaderna", kind="object")
    andelar: Mapping[str, float | None] = result("Andelar", unit="%", kind="object")
    per_kategori: Mapping[str, Mapping[str, float]] = result("Per kategori", unit="kr", kind="object")
    per_perspektiv: Mapping[str, Mapping[str, float]] = result("Per perspektiv", unit="kr", kind="object")
    per_rad: Mapping[str, float] = result("Per rad", unit="kr", kind="object")
    odiskonterat: Mapping[str, float] = result("Utan diskontering", unit="kr", kind="object")


@dataclass(frozen=True, slots=True)
class Resultat:
    """What `answer nyttokalkyl` gives."""

    ar: tuple[int, ...] = result("År", kind="object")
    diskonteringsfaktorer: tuple[float, ...] = result("Diskonteringsfaktorer", kind="object")
    lagst: Niva = result("Lägst", kind="object", row=Niva)
    troligt: Niva = result("Troligt", kind="object", row=Niva)
    hogst: Niva = result("Högst", kind="object", row=Niva)
    arligt_varde: Mapping[str, Mapping[str, float]] = result("Årligt värde per rad", unit="kr", kind="object")
    timmar: Timmar = result("Timmar och årsarbetare", unit="h", kind="object", row=Timmar)
    ej_varderade_antal: Mapping[str, int] = result("Antal som inte värderas i pengar", kind="object")
    saknas: tuple[str, ...] = result("Rader utan värde", kind="object")


def evaluate(kalkyl: Nyttokalkyl) -> Resultat:
    """The result of a checked nyttokalkyl. Raises Rejected for amounts that no number can hold."""
    rader = rows_of(kalkyl)
    _hold_in_numbers(kalkyl, rader)
    troligt = _level(kalkyl, rader, 1)
    varies = any(not r.arligt[0] == r.arligt[1] == r.arligt[2] for r in rader)
    sidor = [item.sida for item in kalkyl.ej_varderade]
    return Resultat(
        ar=kalkyl.ar,
        diskonteringsfaktorer=discount_factors(kalkyl.ranta, kalkyl.horisont, kalkyl.raknad_diskontering),
        lagst=_level(kalkyl, rader, 0) if varies else troligt,
        troligt=troligt,
        hogst=_level(kalkyl, rader, 2) if varies else troligt,
        arligt_varde={r.id: dict(zip(LEVELS, r.arligt, strict=True)) for r in rader},
        timmar=hours(kalkyl, [(r.id, r.side, r.block, r.arligt[1], r.faktorer) for r in rader]),
        ej_varderade_antal={"nyttor": sidor.count("nytta"), "kostnader": sidor.count("kostnad")},
        saknas=tuple(sorted(r.id for r in rader if not r.block.valued)),
    )


@latest
def rows_of(kalkyl: Nyttokalkyl) -> tuple[Rad, ...]:
    """Every block with its annual values."""
    shared = shared_values(kalkyl)
    discount = discount_factors(kalkyl.ranta, kalkyl.horisont, kalkyl.raknad_diskontering)
    return tuple(_rad(side, n, block, shared, discount) for side, n, block in kalkyl.blocks)


@each
def _rad(side: str, place: int, block: Block, shared: Gemensamma, discount: tuple[float, ...]) -> Rad:
    factors = factors_of(block, len(discount))
    weights = tuple(map(float.__mul__, factors, discount))
    return Rad(block_id(side, place, block), side, place, block, annual_value(block, shared), factors, weights)


def _hold_in_numbers(kalkyl: Nyttokalkyl, rader: Sequence[Rad]) -> None:
    """Refuse annual values (kr, and hours) so large that a sum of them would be infinite."""
    shared = shared_values(kalkyl)
    for rad in rader:
        lagst, troligt, hogst = rad.arligt
        each_year = hours_a_year(rad.block, troligt, kalkyl.omrakning_timkostnad, shared) or 0.0
        sizes = (lagst, troligt, hogst, each_year, each_year / kalkyl.arsarbetstid)
        if not all(-LARGEST <= x <= LARGEST for x in sizes):
            words = "Värdet blir större än vi kan räkna med. Se över faktorerna."
            raise Rejected([Fault("E_TAL", f"{rad.side}.{rad.place}.namn", words)])


def resolved(value: Varde, shared: Mapping[str, Varde]) -> Varde:
    """The value itself, or the shared factor that it refers to."""
    return shared[value.ref] if value.ref else value


def annual_value(block: Block, shared: Mapping[str, Varde]) -> tuple[float, float, float]:
    """Kr a year at each level: what is written, the formula of the factors, or Σ sign × Π factors ÷ divisor."""
    if block.arligt_varde is not None:
        value = resolved(block.arligt_varde, shared)
        return value.lagst, value.troligt, value.hogst
    if block.counted:
        return levels(block.formel, block.faktorer, shared)
    terms = [term_value(term, shared) for term in block.termer]
    if len(terms) == 1:
        return terms[0]
    lagst, troligt, hogst = (math.fsum(column) for column in zip(*terms, strict=True)) if terms else (0.0, 0.0, 0.0)
    return lagst, troligt, hogst


def term_value(term: Term, shared: Mapping[str, Varde]) -> tuple[float, float, float]:
    """The signed product of one term at each level."""
    lagst = troligt = hogst = -1.0 if term.tecken == "-" else 1.0
    for factor in term.faktorer:
        value = resolved(factor, shared)
        lagst, troligt, hogst = lagst * value.lagst, troligt * value.troligt, hogst * value.hogst
    return lagst / term.delare, troligt / term.delare, hogst / term.delare


def _level(kalkyl: Nyttokalkyl, rader: Sequence[Rad], level: int) -> Niva:
    years = [[annual * w for w in r.vikter] for r in rader for annual in (r.arligt[level],)]
    totals = {r.id: math.fsum(row) for r, row in zip(rader, years, strict=True)}
    nyttor = _per_year(rader, years, "nyttor", kalkyl.horisont)
    kostnader = _per_year(rader, years, "kostnader", kalkyl.horisont)
    more, less = running_sums(nyttor), running_sums(kostnader)
    ratio = _ratio(more[-1] - less[-1], less[-1])
    above = first_above(more, less)
    kategorier = by_name(PENGAKATEGORIER, ((r.block.kategori, SIDES[r.side], totals[r.id]) for r in rader))
    parter = by_name(kalkyl.perspektiv, _of_parties(rader, totals))
    return Niva(
        nyttor_per_ar=nyttor,
        kostnader_per_ar=kostnader,
        netto_per_ar=tuple(n - k for n, k in zip(nyttor, kostnader, strict=True)),
        ackumulerade_nyttor=more,
        ackumulerade_kostnader=less,
        ackumulerad_nettonytta=tuple(n - k for n, k in zip(more, less, strict=True)),
        summa_nyttor=more[-1],
        summa_kostnader=less[-1],
        nettonytta=more[-1] - less[-1],
        nettonytta_per_krona=ratio,
        tolkning=interpretation(ratio),
        overstiger_ar="aldrig" if above is None else kalkyl.ar[above],
        andelar=shares(kategorier, more[-1], less[-1]),
        per_kategori=kategorier,
        per_perspektiv={p: s | {"netto": s["nytta"] - s["kostnad"]} for p, s in parter.items()},
        per_rad=totals,
        odiskonterat=_undiscounted(rader, level),
    )


def _per_year(rader: Sequence[Rad], years: Sequence[Sequence[float]], side: str, horisont: int) -> tuple[float, ...]:
    rows = [row for r, row in zip(rader, years, strict=True) if r.side == side]
    return tuple(map(math.fsum, zip(*rows, strict=True))) if rows else (0.0,) * horisont


def per_year_by_category(kalkyl: Nyttokalkyl) -> dict[str, tuple[float, ...]]:
    """Likely benefits per year in discounted kr, for each category of money."""
    rader = rows_of(kalkyl)
    found = {}
    for kategori in PENGAKATEGORIER:
        rows = [
            [r.arligt[1] * w for w in r.vikter] for r in rader if r.side == "nyttor" and r.block.kategori == kategori
        ]
        found[kategori] = tuple(map(math.fsum, zip(*rows, strict=True))) if rows else (0.0,) * kalkyl.horisont
    return found


def _of_parties(rader: Sequence[Rad], totals: Mapping[str, float]) -> Iterator[tuple[str, str, float]]:
    for r in rader:
        for name, share in parties_of(r.block):
            yield name, SIDES[r.side], totals[r.id] if share == 1.0 else totals[r.id] * share


def _ratio(nettonytta: float, kostnader: float) -> float | None:
    """Net benefit ÷ costs; None where there are no costs to divide by."""
    return None if kostnader <= 0 or same(kostnader, 0.0) else nettonytta / kostnader


def interpretation(ratio: float | None) -> str:
    """Which neutral sentence fits the ratio."""
    if ratio is None:
        return "kan_inte_beraknas"
    if same(ratio, 0.0):
        return "noll"
    if ratio < 0:
        return "under_noll"
    return "storre_marginal" if ratio > MARGIN or same(ratio, MARGIN) else "liten_marginal"


def _undiscounted(rader: Sequence[Rad], level: int) -> dict[str, float]:
    nyttor = math.fsum(r.arligt[level] * math.fsum(r.faktorer) for r in rader if r.side == "nyttor")
    kostnader = math.fsum(r.arligt[level] * math.fsum(r.faktorer) for r in rader if r.side == "kostnader")
    return {"summa_nyttor": nyttor, "summa_kostnader": kostnader, "nettonytta": nyttor - kostnader}
