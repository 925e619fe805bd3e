"""Nyttokalkyl: benefits and costs of a change over 6, 15 or 25 years."""

from __future__ import annotations

from calculators.kalkyl.document import Nyttokalkyl
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
    own_page="nyttokalkyl",
    examples=EXAMPLES,
)
