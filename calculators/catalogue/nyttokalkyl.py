"""Nyttokalkyl: benefits and costs of a change over 6, 15 or 25 years."""

from __future__ import annotations

from calculators.kalkyl.document import BLANK, Nyttokalkyl, new_row
from calculators.kalkyl.doubts import doubts
from calculators.kalkyl.evaluation import Resultat, evaluate
from calculators.kalkyl.examples import EXAMPLES
from calculators.kalkyl.faults import faults
from calculators.schema import Calculator

CALCULATOR = Calculator(
    id="nyttokalkyl",
    title="Nyttokalkyl",
    summary="Räkna på nyttor och kostnader av en förändring, år för år.",
    inputs=Nyttokalkyl,
    outputs=Resultat,
    compute=evaluate,
    headline="nettonytta",
    faults=faults,
    doubts=doubts,
    counts_missing_as_zero=True,
    blank=BLANK,
    fill=new_row,
    own_page="nyttokalkyl",
    examples=EXAMPLES,
)
