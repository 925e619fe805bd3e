"""Why the outcome differs from the plan, in words: how much, in which years, and which part came from what."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from calculators.finance import same
from calculators.kalkyl.explanation import year_name
from calculators.kalkyl.plan import ATGARDER, Matning
from calculators.swedish import amount, apart, listed, lowered
from calculators.uppfoljning.jamforelse import BORTA, NY, Jamforelse, Rad
from calculators.uppfoljning.rakning import ARSFAKTOR, SLAG
from calculators.uppfoljning.utfall import HELA

SMALL = 0.02  # of the plan; less than this is called as planned; the limit is ours
NAMES = {NY: "raden fanns inte i planen", BORTA: "raden är borttagen", HELA: "bara hela värdet är känt"}


@dataclass(frozen=True, slots=True)
class Orsak:
    """One row's difference: the sentence, and each factor's part with what the factor was and became."""

    id: str
    mening: str
    delar: tuple[tuple[str, str, float], ...]  # factor, "8 min → 6 min", kr


def years_of(found: Jamforelse, places: Collection[int]) -> str:
    """ "2027 och 2028"."""
    return listed([year_name(found.ar[y]) for y in places])


def called(rad: Rad) -> str:
    """The row's id with its name."""
    return f"{rad.id} {rad.block.namn}".strip()


def reasons(found: Jamforelse) -> Iterator[Orsak]:
    """For each row of which something is known, the largest difference first."""
    known = [rad for rad in found.rader if rad.kanda_ar]
    for rad in sorted(known, key=lambda rad: -abs(rad.skillnad(rad.kanda_ar))):
        yield reason(found, rad)


def reason(found: Jamforelse, rad: Rad) -> Orsak:
    """Why one row differs: in the years that are measured, otherwise in those that are expected."""
    if rad.kanda_ar:
        return Orsak(rad.id, sentence(found, rad), tuple(_parts(rad, rad.kanda_ar)))
    return Orsak(rad.id, expected(found, rad), tuple(_parts(rad, range(len(found.ar)))))


def sentence(found: Jamforelse, rad: Rad) -> str:
    """How much more or less a row gave than planned in the known years, and what most of it came from."""
    places = rad.kanda_ar
    difference, verb = rad.skillnad(places), "gav" if rad.side == "nyttor" else "kostade"
    years, planned = years_of(found, places), sum_of(rad, places)
    if same(difference, 0.0) or abs(difference) <= SMALL * abs(planned):
        return f"{called(rad)} {verb} ungefär som planerat {years}{_told(difference)}."
    more = "mer" if difference > 0 else "mindre"
    told = f"{called(rad)} {verb} {amount(abs(difference), 'kr')} {more} än planerat {years}."
    kinds = {SLAG[kind]: kr for kind, kr in rad.per_slag(places).items() if not same(kr, 0.0)}
    if [*kinds] == [SLAG["annat"]]:
        return f"{told} Skillnaden går inte att dela upp, för bara hela värdet är känt."
    if len(kinds) < 2:
        return f"{told} Det kommer från {lowered(next(iter(kinds)))}." if kinds else told
    return f"{told} {_sum(kinds)}"


def expected(found: Jamforelse, rad: Rad) -> str:
    """How a row that nobody has measured is expected to differ from the plan, over all its years."""
    places = range(len(found.ar))
    difference, verb = rad.skillnad(places), "ge" if rad.side == "nyttor" else "kosta"
    more = "mer" if difference > 0 else "mindre"
    told = f"{called(rad)} är inte mätt än. Den väntas {verb} {amount(abs(difference), 'kr')} {more} än planerat."
    kinds = [SLAG[kind] for kind, kr in rad.per_slag(places).items() if kind != "annat" and not same(kr, 0.0)]
    return f"{told} Det kommer från {listed([lowered(kind) for kind in kinds])}." if kinds else told


def _told(difference: float) -> str:
    return "" if same(difference, 0.0) else f", {amount(abs(difference), 'kr')} {'mer' if difference > 0 else 'mindre'}"


def _sum(kinds: Mapping[str, float]) -> str:
    order = sorted(kinds.items(), key=lambda pair: -abs(pair[1]))
    signed = [f"{lowered(name)} {'+' if kr > 0 else ''}{amount(kr, 'kr')}" for name, kr in order]
    return f"Delarna: {listed(signed)}."


def sum_of(rad: Rad, places: Collection[int]) -> float:
    """Planned kr over some years."""
    return math.fsum(rad.plan[y] for y in places)


def _parts(rad: Rad, places: Sequence[int]) -> Iterator[tuple[str, str, float]]:
    found = rad.fordelad(places)
    for name, kr in sorted(found.items(), key=lambda pair: -abs(pair[1])):
        yield NAMES.get(name, name), _became(rad, name, places), kr


def _became(rad: Rad, name: str, places: Sequence[int]) -> str:
    """What the factor was in the plan and became, in the last of the years in which it differed."""
    unit = "" if name == ARSFAKTOR else rad.rakning.enheter.get(name, "")
    for y in reversed(places):
        before, now = rad.varden_plan[y].get(name), rad.varden_nu[y].get(name)
        if before is not None and now is not None and before != now:
            return " → ".join(apart(before, now, unit))
    return ""


def in_all(found: Jamforelse) -> str:
    """The net benefit of the plan and as it looks now, in one or two sentences."""
    before, now = found.netto("plan"), found.netto("nu")
    plan = "beslutet" if found.fryst else "kalkylen"
    if not found.kanda_ar:
        told = f"Inget utfall är inläst än. Enligt {plan} blir nettonyttan {amount(before, 'kr')}."
        return told if same(before, now) else f"{told} Som kalkylen är nu väntas den bli {amount(now, 'kr')}."
    told = f"Med utfallet för {years_of(found, found.kanda_ar)} och prognos för resten blir nettonyttan {amount(now, 'kr')}."
    if same(before, now):
        return f"{told} Det är samma som i {plan}."
    more = "mer" if now > before else "mindre"
    return f"{told} Det är {amount(abs(now - before), 'kr')} {more} än i {plan}, som hade {amount(before, 'kr')}."


def not_come(matningar: Collection[Matning], names: Mapping[str, str]) -> Iterator[str]:
    """For each benefit that did not come: what is to be done, or the question what to do."""
    for matning in matningar:
        if matning.lage != "uteblir":
            continue
        name = names.get(matning.nytta, matning.nytta or matning.indikator)
        if matning.atgard is None:
            yield f"{name} har inte kommit. Bestäm om ni ska agera, vänta eller skriva av den."
        else:
            said = f"{ATGARDER[matning.atgard]}: {lowered(matning.atgard_varfor)}"
            what = said if matning.atgard_varfor else f"Ni har valt att {lowered(ATGARDER[matning.atgard])}."
            yield f"{name} har inte kommit. {what}"
