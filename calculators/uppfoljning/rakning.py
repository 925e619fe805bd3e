"""A row as a function of its factors: what each is called, what it is in the plan, and what they give together in a year."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from calculators.kalkyl.document import Block
from calculators.kalkyl.evaluation import resolved
from calculators.kalkyl.formel.computing import value
from calculators.kalkyl.formel.names import folded
from calculators.kalkyl.formel.units import ARBETSTID, PENGAR, read_unit
from calculators.kalkyl.utrakning import of_block
from calculators.schema import Varde

ARSVARDE = "Årligt värde"  # the one factor of a row that is written as an amount
ARSFAKTOR = "Årsfaktor"  # how large a part of the year's value falls in the year
SLAG = {
    "volym": "Volym",
    "tid": "Tid per fall",
    "pris": "Pris",
    "start": "När det kom i gång",
    "annat": "Det som inte går att dela upp",
}


@dataclass(frozen=True, slots=True)
class Rakning:
    """`varden` are the planned values and `enheter` the units, by factor. `arsvarde` gives kr in a full year."""

    varden: Mapping[str, float]
    enheter: Mapping[str, str]
    arsvarde: Callable[[Mapping[str, float]], float]

    def named(self, name: str) -> str | None:
        """The factor that somebody means by a name, in any case; None where there is none."""
        return {folded(known): known for known in (*self.varden, ARSFAKTOR)}.get(folded(name.strip()))

    def slag(self, name: str) -> str:
        """What kind of factor it is: volume, time for each case, price, or when the benefit began."""
        if name == ARSFAKTOR:
            return "start"
        unit = read_unit(self.enheter.get(name, ""))
        kinds = unit.kinds if unit else frozenset()
        return "pris" if PENGAR in kinds else "tid" if ARBETSTID in kinds else "volym"


def rakning(block: Block, shared: Mapping[str, Varde]) -> Rakning:
    """The row as a function of its factors (troligt)."""
    if block.arligt_varde is not None:
        amount = resolved(block.arligt_varde, shared).troligt
        return Rakning({ARSVARDE: amount}, {ARSVARDE: "kr"}, lambda values: values[ARSVARDE])
    return _counted(block, shared) if block.counted else _of_terms(block, shared)


def _counted(block: Block, shared: Mapping[str, Varde]) -> Rakning:
    """A formula; a factor that it mentions by two names is one factor."""
    found = of_block(block, shared)
    first: dict[str, str] = {}
    for name in found.used:
        first.setdefault(found.key(name), name)
    chosen = {name: first[found.key(name)] for name in found.used}
    factors = {name: found.factor(name) for name in first.values()}

    def arsvarde(values: Mapping[str, float]) -> float:
        if found.tree is None:
            return 0.0
        x = value(found.tree, {name: values[one] for name, one in chosen.items()})
        return 0.0 if math.isnan(x) else x  # what is divided by 0 counts as nothing, as in the calculation

    return Rakning(
        {n: f.troligt for n, f in factors.items()}, {n: f.enhet.strip() for n, f in factors.items()}, arsvarde
    )


def _of_terms(block: Block, shared: Mapping[str, Varde]) -> Rakning:
    """Sums of products, as the JSON of earlier versions has them: equal factors of one name are one factor."""
    factors: dict[str, Varde] = {}
    terms = []
    for term in block.termer:
        names = [_placed(factors, resolved(factor, shared), factor.ref) for factor in term.faktorer]
        terms.append((-1.0 if term.tecken == "-" else 1.0, names, term.delare))

    def arsvarde(values: Mapping[str, float]) -> float:
        return math.fsum(sign * math.prod(values[n] for n in names) / divisor for sign, names, divisor in terms)

    return Rakning(
        {n: f.troligt for n, f in factors.items()}, {n: f.enhet.strip() for n, f in factors.items()}, arsvarde
    )


def _placed(factors: dict[str, Varde], factor: Varde, ref: str) -> str:
    """The factor's name among those of the row, made different from another of the same name."""
    wanted = factor.namn or ref or f"Faktor {len(factors) + 1}"
    name, n = wanted, 1
    while name in factors and factors[name] != factor:
        n += 1
        name = f"{wanted} {n}"
    factors[name] = factor
    return name
