"""One file of the register: what the calculation says in brief, and its benefits and costs row by row."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from calculators.beside import DECISIONS
from calculators.fault import Rejected
from calculators.kalkyl.document import STORLEKAR, Nyttokalkyl
from calculators.kalkyl.evaluation import Rad, Resultat, rows_of
from calculators.kalkyl.explanation import year_name
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.hours import hours_a_year
from calculators.kalkyl.namngivning import Gemensamma
from calculators.kalkyl.plan import LAGEN, STATUSAR, Matning
from calculators.kalkyl.vems_tid import working_share
from calculators.kategorier import KATEGORIER
from calculators.register.ansprak import claims_of
from calculators.register.portfolj import Kandidat
from calculators.registry import calculator
from calculators.saved import Unreadable, parsed, state_of
from calculators.schema import Calculator
from calculators.uppfoljning import beslut
from calculators.uppfoljning.plan import unpriced_id
from calculators.uppfoljning.rakning import rakning
from calculators.uppfoljning.utfall import matched
from calculators.wire import from_flat, from_json

KALKYL = "nyttokalkyl"
UNKNOWN = "Inte angivet"


@dataclass(frozen=True, slots=True)
class Nytta:
    """A row of a calculation. `kronor` and `timmar` (working time) by year, not discounted; None where the row has none of that kind.

    `kronor` are those of the budget, so an omfördelning row has hours instead; `varde` is what either is worth in kr.
    """

    rad: str
    namn: str
    sida: str
    kategori: str
    vem: str
    ansvarig: str
    lage: str
    indikator: str
    storlek: str
    kronor: tuple[float, ...] | None
    timmar: tuple[float, ...] | None
    varde: float | None
    ansprak: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Faktor:
    """A factor as it was assumed and as it became in a year."""

    rad: str
    faktor: str
    enhet: str
    ar: str
    antaget: float
    utfall: float


@dataclass(frozen=True, slots=True)
class Post:
    """A calculation in brief. Sums in kr are discounted as the method has it; `budget` and the hours are not."""

    fil: str
    id: str
    namn: str
    organisation: str
    status: str
    beslutad: str
    ar: tuple[str, ...]
    nettonytta: float
    lagst: float
    hogst: float
    kostnad: float
    budget: float
    budgetkostnad: float
    timmar: float
    satsade_timmar: float
    nyttor: tuple[Nytta, ...]
    faktorer: tuple[Faktor, ...]

    @property
    def kvalitet(self) -> int:
        """How many benefits have a size and no amount."""
        return len([n for n in self.nyttor if n.storlek and n.sida == "nytta"])


@dataclass(frozen=True, slots=True)
class Olast:
    """A file that could not be taken in, with the reason."""

    fil: str
    varfor: str


def read_post(fil: str, text: str) -> Post | Olast:
    """The calculation of a saved document. Never raises for what a file holds."""
    calc = calculator(KALKYL)
    try:
        document = parsed(text)
        kalkyl = _as_saved(calc, document) or _as_typed(calc, document)
        result = calc.compute(kalkyl)
    except Unreadable as sentence:
        return Olast(fil, str(sentence))
    except Rejected as rejected:
        return Olast(fil, rejected.faults[0].message)
    frozen = beslut.latest(calc, document) if DECISIONS in document else None
    id = document.get("id")
    return _post(fil, id if isinstance(id, str) else "", kalkyl, result, frozen)


def _as_saved(calc: Calculator, document: Mapping[str, Any]) -> Nyttokalkyl | None:
    """The calculation straight from its values, which is quicker; None where some of it must be read as a form does."""
    kalkyl = document.get("kalkyl")
    if document.get("calculator") != calc.id or "texter" in document or not isinstance(kalkyl, dict):
        return None
    sides = [kalkyl.get(side) for side in ("nyttor", "kostnader")]
    if any(isinstance(row, dict) and "termer" in row for side in sides if isinstance(side, list) for row in side):
        return None  # from before there were formulas
    try:
        found: Nyttokalkyl = from_json(calc, kalkyl)
    except Rejected:
        return None
    return found


def _as_typed(calc: Calculator, document: Mapping[str, Any]) -> Nyttokalkyl:
    """The calculation as its page opens it. Raises Unreadable where something has to be mended."""
    read = from_flat(calc, state_of(calc, document).flat)
    if read.stops:
        first = next(f for f in read.faults if not f.missing)
        raise Unreadable(f"Något i kalkylen behöver rättas först. {first.message}")
    found: Nyttokalkyl = read.inputs
    return found


def _post(fil: str, id: str, kalkyl: Nyttokalkyl, result: Resultat, frozen: beslut.Beslut | None) -> Post:
    shared = shared_values(kalkyl)
    nyttor = (*_priced(kalkyl, shared), *_unpriced(kalkyl))
    budget = {side: _budget(nyttor, side) for side in ("nytta", "kostnad")}
    return Post(
        fil=fil,
        id=id,
        namn=kalkyl.namn or "Utan namn",
        organisation=kalkyl.organisation or UNKNOWN,
        status=STATUSAR.get(kalkyl.status or "", UNKNOWN),
        beslutad=frozen.nar if frozen else "",
        ar=tuple(map(year_name, kalkyl.ar)),
        nettonytta=result.troligt.nettonytta,
        lagst=result.lagst.nettonytta,
        hogst=result.hogst.nettonytta,
        kostnad=result.troligt.summa_kostnader,
        budget=budget["nytta"] - budget["kostnad"],
        budgetkostnad=budget["kostnad"],
        timmar=result.timmar.frigjorda_summa,
        satsade_timmar=result.timmar.satsade_summa,
        nyttor=nyttor,
        faktorer=tuple(_factors(kalkyl, frozen.kalkyl if frozen else kalkyl)),
    )


def _budget(nyttor: tuple[Nytta, ...], side: str) -> float:
    return math.fsum(kr for n in nyttor if n.sida == side and n.kronor for kr in n.kronor)


def _priced(kalkyl: Nyttokalkyl, shared: Gemensamma) -> Iterator[Nytta]:
    plan = {m.nytta: m for m in kalkyl.matningar}
    for rad in rows_of(kalkyl):
        each_year = _hours(kalkyl, rad, shared)
        budget = rad.block.kategori == "finansiell"
        yield Nytta(
            rad=rad.id,
            namn=rad.block.namn,
            sida="nytta" if rad.side == "nyttor" else "kostnad",
            kategori=KATEGORIER[rad.block.kategori],
            vem=rad.block.perspektiv or UNKNOWN,
            **_followed(plan.get(rad.id)),
            storlek="",
            kronor=tuple(rad.arligt[1] * f for f in rad.faktorer) if budget else None,
            timmar=None if budget or each_year is None else tuple(each_year * working_share(rad.block) * f for f in rad.faktorer),
            varde=math.fsum(rad.arligt[1] * f for f in rad.faktorer),
            ansprak=claims_of(kalkyl, rad, plan.get(rad.id), shared) if rad.side == "nyttor" else (),
        )


def _hours(kalkyl: Nyttokalkyl, rad: Rad, shared: Gemensamma) -> float | None:
    return hours_a_year(rad.block, rad.arligt[1], kalkyl.omrakning_timkostnad, shared)


def _followed(matning: Matning | None) -> dict[str, str]:
    if matning is None:
        return {"ansvarig": UNKNOWN, "lage": UNKNOWN, "indikator": ""}
    lage = LAGEN.get(matning.lage or "", UNKNOWN)
    return {"ansvarig": matning.ansvarig or UNKNOWN, "lage": lage, "indikator": matning.indikator}


def _unpriced(kalkyl: Nyttokalkyl) -> Iterator[Nytta]:
    plan = {m.nytta: m for m in kalkyl.matningar}
    for n, item in enumerate(kalkyl.ej_varderade):
        id = unpriced_id(n, item)
        yield Nytta(
            rad=id,
            namn=item.namn,
            sida=item.sida,
            kategori=KATEGORIER[item.kategori],
            vem=item.perspektiv or UNKNOWN,
            **_followed(plan.get(id)),
            storlek=STORLEKAR.get(item.storlek or "", "Inte bedömd"),
            kronor=None,
            timmar=None,
            varde=None,
            ansprak=(),
        )


def _factors(kalkyl: Nyttokalkyl, plan: Nyttokalkyl) -> Iterator[Faktor]:
    """Each measured factor with what it was assumed to be."""
    if not kalkyl.utfall:
        return
    shared = shared_values(plan)
    worth = {rad.id: rakning(rad.block, shared) for rad in rows_of(plan)}
    for id, years in matched(plan, kalkyl.utfall, worth).kanda.items():
        for y, values in sorted(years.items()):
            for name, x in values.items():
                if name in worth[id].varden:
                    unit = worth[id].enheter.get(name, "")
                    yield Faktor(id, name, unit, year_name(plan.ar[y]), worth[id].varden[name], x)


def candidate(post: Post, id: str, resurs: str, mal: str) -> Kandidat:
    """A calculation that may be chosen: budget or hours that it takes, budget or hours that it gives."""
    kostar = post.budgetkostnad if resurs == "pengar" else post.satsade_timmar
    return Kandidat(
        id, post.namn, max(kostar, 0.0), post.budget if mal == "pengar" else post.timmar - post.satsade_timmar
    )
