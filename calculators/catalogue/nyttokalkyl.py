"""Nyttokalkyl: benefits and costs of a change over 6, 15 or 25 years."""

from __future__ import annotations

import dataclasses as dc
from typing import Any

from calculators.kalkyl.document import BLANK, Nyttokalkyl, new_row
from calculators.kalkyl.doubts import doubts
from calculators.kalkyl.evaluation import Resultat, evaluate
from calculators.kalkyl.examples import EXAMPLES
from calculators.kalkyl.faults import faults
from calculators.kalkyl.fran_termer import flat_with_formulas
from calculators.kalkyl.publicerade import PUBLISHED
from calculators.schema import Calculator, Doubt
from calculators.uppfoljning import datum, utfall


def in_formulas(state: Any) -> Any:
    """An opened document with factors and a formula where an earlier one had terms."""
    return dc.replace(state, flat=flat_with_formulas(state.flat))


def all_doubts(kalkyl: Nyttokalkyl) -> list[Doubt]:
    """What there is to ask about the calculation, and about its follow-up."""
    return [*doubts(kalkyl), *datum.doubts(kalkyl), *utfall.doubts(kalkyl)]


CALCULATOR = Calculator(
    id="nyttokalkyl",
    title="Nyttokalkyl",
    summary="Räkna på nyttor och kostnader av en förändring, år för år.",
    inputs=Nyttokalkyl,
    outputs=Resultat,
    compute=evaluate,
    headline="nettonytta",
    faults=faults,
    doubts=all_doubts,
    counts_missing_as_zero=True,
    blank=BLANK,
    fill=new_row,
    modernised=in_formulas,
    own_page="nyttokalkyl",
    examples=(*EXAMPLES, *PUBLISHED),
)
