"""What a file is written from: the calculation as it was typed and as the engine computed it, and every cell's place."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from calculators.fault import Fault, Rejected
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Rad, Resultat, evaluate, per_year_by_category, rows_of
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.namngivning import Gemensamma
from calculators.registry import calculator
from calculators.saved import State
from calculators.wire import from_flat
from calculators.workbook.plats import Plan, plan_of

ID = "nyttokalkyl"


@dataclass(frozen=True)
class Underlag:
    """`tomma` are the keys of values that nobody has filled in: they count as 0, and their cells are empty."""

    kalkyl: Nyttokalkyl
    resultat: Resultat
    rader: tuple[Rad, ...]
    gemensamma: Gemensamma
    plan: Plan
    state: State
    tomma: frozenset[str]
    datum: str

    def rad(self, side: str, place: int) -> Rad:
        return next(r for r in self.rader if r.side == side and r.place == place)

    @property
    def titel(self) -> str:
        return self.kalkyl.namn or "Nyttokalkyl"

    @functools.cached_property
    def per_kategori(self) -> Mapping[str, tuple[float, ...]]:
        """Likely benefits per year in discounted kr, by category."""
        return per_year_by_category(self.kalkyl)


def underlag(state: State, datum: str = "") -> Underlag:
    """From a document's state. Raises Rejected with every fault where there is no result to write."""
    calc = calculator(ID)
    read = from_flat(calc, state.flat)
    stopping = [fault for fault in read.faults if not (fault.missing or _not_filled_in(fault, read.faults))]
    if stopping:
        raise Rejected(stopping)
    kalkyl: Nyttokalkyl = read.inputs
    return Underlag(
        kalkyl=kalkyl,
        resultat=evaluate(kalkyl),
        rader=rows_of(kalkyl),
        gemensamma=Gemensamma(shared_values(kalkyl)),
        plan=plan_of(kalkyl),
        state=state,
        tomma=frozenset(f.field for f in read.faults if f.missing),
        datum=datum[:10],
    )


def _not_filled_in(fault: Fault, faults: Iterable[Fault]) -> bool:
    """Whether something only lacks what it is divided by: that counts as nothing, in the sheet as in the engine."""
    divides = fault.code == "E_DIV0" and not fault.field.endswith(("timkostnad.troligt", ".delare"))
    return divides and any(other.missing for other in faults)
