"""The plan for each benefit: which are followed, what to propose for the others, who answers for what, and the cost of measuring."""

from __future__ import annotations

import dataclasses as dc
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.kalkyl.document import EjVarderad, Nyttokalkyl, block_id
from calculators.kalkyl.evaluation import rows_of
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.plan import Matning
from calculators.uppfoljning.datum import measuring_days
from calculators.uppfoljning.ledtradar import Ledtrad
from calculators.uppfoljning.matsatt import Matsatt, of_money, of_quality
from calculators.uppfoljning.rakning import rakning

UTAN = "Ingen ansvarig än"


@dataclass(frozen=True, slots=True)
class Forslag:
    """A benefit without a plan, with what could be measured. `ur_kedjan` says that the effektkedja has had its say."""

    nytta: str
    namn: str
    matsatt: Matsatt
    ansvarig: str = ""
    ur_kedjan: bool = False


def names(kalkyl: Nyttokalkyl) -> dict[str, str]:
    """Every benefit by id, also those without money: "N1 Kortare tid per bokning"."""
    found = {}
    for n, block in enumerate(kalkyl.nyttor):
        id = block_id("nyttor", n, block)
        found[id] = f"{id} {block.namn}".strip()
    for n, item in enumerate(kalkyl.ej_varderade):
        if item.sida == "nytta":
            found[unpriced_id(n, item)] = f"{unpriced_id(n, item)} {item.namn}".strip()
    return found


def unpriced_id(n: int, item: EjVarderad) -> str:
    """The row's own id, or E1, E2 … by place."""
    return item.id or f"E{n + 1}"


def named(kalkyl: Nyttokalkyl, id: str) -> str:
    """The benefit's id with its name; the id itself where there is no such benefit."""
    return names(kalkyl).get(id, id)


def without_plan(kalkyl: Nyttokalkyl) -> list[str]:
    """The ids of the benefits that no row of the plan is about."""
    planned = {m.nytta for m in kalkyl.matningar}
    return [id for id in names(kalkyl) if id not in planned]


def proposals(kalkyl: Nyttokalkyl, ledtradar: Mapping[str, Ledtrad] | None = None) -> Iterator[Forslag]:
    """For each benefit that has no plan: what to measure, by its chain, its factors, its kind and its name.

    Largest amounts first. What the chain says of a benefit goes before what its kind says.
    """
    left, called = {*without_plan(kalkyl)}, names(kalkyl)
    for id, way in _ways(kalkyl):
        if id in left:
            yield _with_clue(Forslag(id, called[id], way), (ledtradar or {}).get(id, Ledtrad()))


def _ways(kalkyl: Nyttokalkyl) -> Iterator[tuple[str, Matsatt]]:
    shared = shared_values(kalkyl)
    money = [rad for rad in rows_of(kalkyl) if rad.side == "nyttor"]
    for rad in sorted(money, key=lambda rad: -abs(rad.arligt[1])):
        yield rad.id, of_money(rad.block, rakning(rad.block, shared))
    for n, item in enumerate(kalkyl.ej_varderade):
        if item.sida == "nytta":
            yield unpriced_id(n, item), of_quality(item.namn, item.kategori)


def _with_clue(proposal: Forslag, clue: Ledtrad) -> Forslag:
    """An indicator of the chain has a unit and a way of its own, which nobody has written yet."""
    way = proposal.matsatt
    if clue.indikator:
        way = dc.replace(way, indikator=clue.indikator, enhet="", hur="")
    if clue.forst:
        way = dc.replace(way, forst=clue.forst)
    return dc.replace(proposal, matsatt=way, ansvarig=clue.ansvarig, ur_kedjan=clue != Ledtrad())


def by_responsible(kalkyl: Nyttokalkyl) -> dict[str, list[Matning]]:
    """The plan's rows by who answers for them; those that nobody answers for come last."""
    found: dict[str, list[Matning]] = {}
    for matning in kalkyl.matningar:
        found.setdefault(matning.ansvarig or UTAN, []).append(matning)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == UTAN, pair[0].lower())))


def cost(kalkyl: Nyttokalkyl) -> float:
    """Kr for all measurings together: the cost of each times how many there are, at least one."""
    return math.fsum((m.kostnad or 0.0) * max(1, len(measuring_days(m))) for m in kalkyl.matningar)
