"""Diskontering: what a row of yearly amounts is worth today."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass

from calculators.derivation import Step
from calculators.finance import discount_factors
from calculators.kalkyl.arsvarden import kategori, sum_step, year_steps
from calculators.kalkyl.bidrag import LONGEST, Bidrag, over_years
from calculators.kalkyl.ramar import diskontering_field, ranta_field, rate_doubts
from calculators.schema import Calculator, Doubt, Example, numbers, result
from calculators.swedish import amount
from calculators.underlag import Underlag


@dataclass(frozen=True)
class Inputs(Underlag):
    varden: tuple[float, ...] = numbers("Belopp per år", one="belopp", required=True,
        help="Ett belopp per år i dagens prisnivå, år 1 först. Det som går ut skrivs med minus.")
    kategori: str = kategori()
    ranta: float = ranta_field()
    diskontering: str = diskontering_field()


@dataclass(frozen=True, slots=True)
class Outputs:
    summa: float = result("Summa, diskonterad", unit="kr")
    summa_odiskonterad: float = result("Summa utan diskontering", unit="kr")
    diskonterade: tuple[float, ...] = result("Diskonterade belopp per år", unit="kr", kind="object")
    faktorer: tuple[float, ...] = result("Diskonteringsfaktor per år", kind="object")


def compute(inputs: Inputs) -> Outputs:
    """Each amount times the discount factor of its year."""
    faktorer = discount_factors(inputs.ranta, len(inputs.varden), inputs.diskontering)
    diskonterade = tuple(map(float.__mul__, inputs.varden, faktorer))
    return Outputs(
        summa=math.fsum(diskonterade),
        summa_odiskonterad=math.fsum(inputs.varden),
        diskonterade=diskonterade,
        faktorer=faktorer,
    )


def explain(inputs: Inputs, outputs: Outputs) -> Mapping[str, tuple[Step, ...]]:
    """The years behind the sums."""
    return {
        "summa": (*year_steps(inputs.varden, outputs.faktorer), sum_step("summa", outputs.diskonterade, outputs.summa)),
        "summa_odiskonterad": (sum_step("summa_odiskonterad", inputs.varden, outputs.summa_odiskonterad),),
    }


def bidrag(inputs: Inputs) -> Bidrag:
    """The amounts as they are: the nyttokalkyl discounts them itself."""
    return over_years(inputs.varden, namn="Belopp över tid", kategori=inputs.kategori)


def doubts(inputs: Inputs) -> list[Doubt]:
    """The rate of the method, amounts that grow by the same per cent, and more years than a nyttokalkyl holds."""
    found = [*rate_doubts(inputs.ranta)]
    if _grows(inputs.varden):
        words = "Beloppen växer lika mycket varje år. Är inflation inräknad? Skriv dem i så fall i dagens prisnivå. (gränsen är vår)"
        found.append(Doubt("varden.0", "fråga", words))
    if any(inputs.varden[LONGEST:]):
        words = f"En nyttokalkyl rymmer {amount(LONGEST, 'år')}. Beloppen efter det följer inte med dit."
        found.append(Doubt(f"varden.{LONGEST}", "info", words))
    return found


def _grows(row: tuple[float, ...]) -> bool:
    """Four amounts or more, each larger than the one before by the same part of it."""
    if len(row) < 4 or row[0] <= 0 or row[1] <= row[0]:
        return False
    growth = row[1] / row[0]
    return all(abs(b - a * growth) <= 1e-3 * b for a, b in itertools.pairwise(row))


CALCULATOR = Calculator(
    id="diskontering",
    title="Diskontering",
    summary="Räkna om belopp som faller olika år, så att de går att jämföra i dag.",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    headline="summa",
    doubts=doubts,
    explain=explain,
    blank={"varden.0": ""},
    bidrag=bidrag,
    examples=(
        Example("Belopp som växer med räntan", {"varden": [100, 103, 106.09]},
                {"diskonterade": [100, 100, 100], "summa": 300, "summa_odiskonterad": 309.09},
                "Räknat för hand: 103 ÷ 1,03 = 100 och 106,09 ÷ 1,03 ÷ 1,03 = 100"),
        Example("Fem års inkomster med tolv procents ränta",
                {"varden": [12000, 15000, 18000, 21000, 24000], "ranta": 0.12, "diskontering": "t1"},
                {"summa": 62448.362521940246},
                "Publicerat testfall för Excels nuvärde (formula.js), med första beloppet i slutet av år 1"),
    ),
)  # fmt: skip
