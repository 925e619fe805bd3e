"""Utgifter: how much spending or income changes in a year. Working time never belongs here."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.arligt import belopp, sida
from calculators.derivation import derived
from calculators.kalkyl.bidrag import Bidrag, row
from calculators.schema import Calculator, Check, Example, choice, money, number, result
from calculators.underlag import Underlag

METODER = {
    "ab": "Utgift i A och i B",
    "handelser": "Färre händelser som kostar",
    "intakt": "Ändrad intäkt",
    "per_enhet": "Ny utgift per enhet",
    "licens": "Licenser",
    "manadskostnad": "Ny månadskostnad",
}
NAMN = {"intakt": "Ändrad intäkt", "licens": "Licenser", "manadskostnad": "Månadskostnad", "per_enhet": "Ny utgift"}
PERIODER = {"ar": "Per år", "manad": "Per månad"}
AB, HANDELSER, INTAKT = ("metod", "ab"), ("metod", "handelser"), ("metod", "intakt")
PER_ENHET, LICENS, MANADSKOSTNAD = ("metod", "per_enhet"), ("metod", "licens"), ("metod", "manadskostnad")


@dataclass(frozen=True)
class Inputs(Underlag):
    metod: str = choice("Vad räknar du på?", METODER, required=True)
    utgift_a: float = money("Utgift i A", unit="kr/år", required=True, when=AB,
        help="Det som verkligen betalas. Arbetstid hör inte hit om lönerna betalas som förut.")
    utgift_b: float = money("Utgift i B", unit="kr/år", required=True, when=AB)
    farre_handelser_per_ar: float = number("Färre händelser per år", unit="st/år", low=None, required=True, when=HANDELSER,
        help="Hur många som försvinner. Fler händelser skrivs med minus.")
    kostnad_per_handelse: float = money("Utgift per händelse", required=True, when=HANDELSER,
        help="Bara det som verkligen betalas, till exempel en faktura eller ett porto.")
    enheter_per_ar: float = number("Enheter per år", unit="st/år", required=True, when=INTAKT)
    forandrad_intakt_per_enhet: float = money("Förändrad intäkt per enhet", low=None, required=True, when=INTAKT,
        help="Högre intäkt skrivs som ett vanligt tal. Lägre skrivs med minus.")
    antal: float = number("Antal enheter per år", unit="st/år", required=True, when=PER_ENHET)
    utgift_per_enhet: float = money("Utgift per enhet", required=True, when=PER_ENHET)
    antal_licenser: float = number("Antal licenser", unit="st", required=True, when=LICENS)
    pris: float = money("Pris per licens", required=True, when=LICENS, help="Ur avtal eller offert. Ta reda på vad som ingår.")
    period: str = choice("Priset gäller", PERIODER, default="ar", when=LICENS)
    kr_per_manad: float = money("Utgift per månad", unit="kr/mån", required=True, when=MANADSKOSTNAD)


@dataclass(frozen=True, slots=True)
class Outputs:
    arligt_varde: float = result("Årligt värde", unit="kr/år", by="metod", formulas={
        "ab": "utgift_a - utgift_b",
        "handelser": "farre_handelser_per_ar * kostnad_per_handelse",
        "intakt": "enheter_per_ar * forandrad_intakt_per_enhet",
        "per_enhet": "-antal * utgift_per_enhet",
        "licens": "-antal_licenser * pris * om(period, 12, 1)",
        "manadskostnad": "-kr_per_manad * 12",
    })
    sida: str = sida()
    belopp: float = belopp()


COMPUTE = derived(Outputs)


def bidrag(inputs: Inputs) -> Bidrag:
    """One row of money."""
    return row(COMPUTE, inputs, namn=NAMN.get(inputs.metod, "Förändrad utgift"), kategori="finansiell")


CHECKS = (
    Check("utgift_b", "fråga", "utgift_a > 0 and utgift_a == utgift_b", "Utgiften är lika stor i A och B. Vad skiljer dem åt?"),
    Check("pris", "info", "pris > 0", "Vad ingår i priset, för vilken enhet och period, och tillkommer något?"),
    Check("kr_per_manad", "info", "kr_per_manad > 0", "Vad ingår i månadskostnaden, och tillkommer något?"),
    Check("kostnad_per_handelse", "fråga", "kostnad_per_handelse > 0 and farre_handelser_per_ar > 0",
          "Betalas det här för varje händelse? Om det är tid, räkna den som personaltid."),
)  # fmt: skip

CALCULATOR = Calculator(
    id="utgifter",
    title="Utgifter och intäkter",
    summary="Räkna fram hur utgifter eller intäkter ändras under ett år.",
    inputs=Inputs,
    outputs=Outputs,
    compute=COMPUTE,
    headline="arligt_varde",
    checks=CHECKS,
    blank={"metod": "ab", "period": "ar"},
    bidrag=bidrag,
    examples=(
        Example("Lägre utgift för inhyrd tjänst", {"metod": "ab", "utgift_a": 250000, "utgift_b": 180000},
                {"arligt_varde": 70000, "sida": "nytta", "belopp": 70000},
                "Räknat för hand: 250 000 − 180 000 kr"),
        Example("Nya licenser med pris per månad", {"metod": "licens", "antal_licenser": 120, "pris": 85, "period": "manad"},
                {"arligt_varde": -122400, "sida": "kostnad", "belopp": 122400},
                "Räknat för hand: 120 × 85 × 12 = 122 400 kr, en kostnad"),
    ),
)  # fmt: skip
