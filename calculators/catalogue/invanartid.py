"""Invånartid: what the time is worth that inhabitants get back, or have to give."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.arligt import belopp, sida
from calculators.derivation import derived
from calculators.kalkyl.bidrag import Bidrag, row
from calculators.schema import Calculator, Check, Example, money, number, result, share
from calculators.underlag import Underlag

VARDEN = "Värdet av en timme"


@dataclass(frozen=True)
class Inputs(Underlag):
    forandrad_min: float = number("Förändrad tid per tillfälle", unit="min", low=None, required=True,
        help="Tid som invånaren får tillbaka. Skriv minus om det tar mer tid i B.")
    tillfallen_per_ar: float = number("Tillfällen per invånare och år", unit="st/år", required=True,
        help="Hur ofta en invånare berörs, inte alla tillsammans.")
    invanare: float = number("Invånare som berörs", unit="personer", required=True)
    andel_arbetstid: float = share("Del som är arbetstid", default=0.0,
        help="Resten är fritid. En timme räknas aldrig som båda.")
    varde_arbetstid: float = money("Värde av arbetstid", unit="kr/h", from_standard="invanare_arbetstid", group=VARDEN)
    varde_fritid: float = money("Värde av fritid", unit="kr/h", from_standard="invanare_fritid", group=VARDEN)


@dataclass(frozen=True, slots=True)
class Outputs:
    timmar_totalt: float = result("Timmar per år", unit="h/år", formula="forandrad_min * tillfallen_per_ar * invanare / 60")
    andel_fritid: float = result("Del som är fritid", unit="%", kind="share", formula="1 - andel_arbetstid")
    timmar_arbetstid: float = result("Varav arbetstid", unit="h/år", formula="timmar_totalt * andel_arbetstid")
    timmar_fritid: float = result("Varav fritid", unit="h/år", formula="timmar_totalt * andel_fritid")
    varde_arbetstid_kr: float = result("Arbetstiden i kronor", unit="kr/år", formula="timmar_arbetstid * varde_arbetstid")
    varde_fritid_kr: float = result("Fritiden i kronor", unit="kr/år", formula="timmar_fritid * varde_fritid")
    arligt_varde: float = result("Årligt värde", unit="kr/år", formula="varde_arbetstid_kr + varde_fritid_kr")
    sida: str = sida()
    belopp: float = belopp()


COMPUTE = derived(Outputs)


def bidrag(inputs: Inputs) -> Bidrag:
    """One row of omfördelning that falls to the inhabitants. Their hours are no working hours of ours."""
    return row(COMPUTE, inputs, namn="Förändrad tid för invånare", kategori="omfordelning", perspektiv="Invånarna")


CHECKS = (
    Check("tillfallen_per_ar", "fråga", "tillfallen_per_ar > 365",
          "Det är mer än en gång om dagen. Gäller talet en invånare, och ett år? (gränsen är vår)"),
    Check("andel_arbetstid", "fråga", "andel_arbetstid > 0.5",
          "Gör de flesta det här på sin arbetstid? (gränsen är vår)"),
    Check("forandrad_min", "info", "forandrad_min < 0", "Invånarna lägger mer tid i B. Det blir en kostnad för dem."),
)  # fmt: skip

CALCULATOR = Calculator(
    id="invanartid",
    title="Invånartid",
    summary="Räkna fram vad invånarnas förändrade tid är värd under ett år.",
    inputs=Inputs,
    outputs=Outputs,
    compute=COMPUTE,
    headline="arligt_varde",
    checks=CHECKS,
    bidrag=bidrag,
    examples=(
        Example("Ett ärende som går att göra hemifrån", {"forandrad_min": 30, "tillfallen_per_ar": 2, "invanare": 5000},
                {"timmar_totalt": 5000, "timmar_fritid": 5000, "arligt_varde": 505000, "sida": "nytta"},
                "Räknat för hand: 30 × 2 × 5 000 ÷ 60 = 5 000 timmar fritid, gånger 101 kr"),
        Example("Besök som ersätts, delvis på arbetstid",
                {"forandrad_min": 60, "tillfallen_per_ar": 1, "invanare": 1000, "andel_arbetstid": 0.25},
                {"timmar_arbetstid": 250, "timmar_fritid": 750, "varde_arbetstid_kr": 113000, "varde_fritid_kr": 75750,
                 "arligt_varde": 188750},
                "Räknat för hand: 250 × 452 + 750 × 101 kr"),
    ),
)  # fmt: skip
