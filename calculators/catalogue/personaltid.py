"""Personaltid: what a change of the staff's working time is worth in a year."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.arligt import belopp, sida, timkostnad
from calculators.derivation import derived
from calculators.kalkyl.bidrag import Bidrag, row
from calculators.schema import Calculator, Check, Example, choice, number, result, share
from calculators.underlag import Underlag

METODER = {
    "ab": "Jämför tiden i A och i B",
    "kand_forandring": "Förändrad tid per person",
    "utveckling": "Utvecklingsarbete",
    "utbildning": "Utbildning",
    "drift": "Drift och förvaltning",
}
COSTS = {"utveckling": "Utvecklingsarbete", "utbildning": "Utbildning", "drift": "Drift och förvaltning"}
AB, KAND = ("metod", "ab"), ("metod", "kand_forandring")
UTVECKLING, UTBILDNING, DRIFT = ("metod", "utveckling"), ("metod", "utbildning"), ("metod", "drift")


@dataclass(frozen=True)
class Inputs(Underlag):
    metod: str = choice("Vad räknar du på?", METODER, required=True)
    handelser_per_ar: float = number("Händelser per år", unit="st/år", required=True, when=AB,
        help="Hur ofta arbetsmomentet görs i hela gruppen under ett år.")
    min_a: float = number("Tid per händelse i A", unit="min", required=True, when=AB, help="Arbetad tid, utan väntetid.")
    min_b: float = number("Tid per händelse i B", unit="min", required=True, when=AB,
        help="Räkna med det stöd som ändå behövs.")
    handelser_per_ar_b: float | None = number("Händelser per år i B", unit="st/år", when=AB, follows="handelser_per_ar",
        help="Lämna tomt om det är lika många i A och B.")
    personer: float = number("Personer", unit="personer", required=True, when=KAND, help="Alla som får sin tid förändrad.")
    handelser_per_person_ar: float = number("Händelser per person och år", unit="st/år", required=True, when=KAND)
    forandrad_min: float = number("Förändrad tid per händelse", unit="min", low=None, required=True, when=KAND,
        help="Mindre tid skrivs som ett vanligt tal. Mer tid skrivs med minus.")
    medarbetare: float = number("Medarbetare i arbetet", unit="personer", required=True, when=UTVECKLING)
    arsarbetstid: float = number("Arbetad tid per medarbetare och år", unit="h/år", when=UTVECKLING, from_standard="arsarbetstid")
    andel_av_aret: float = share("Del av året som arbetet pågår", required=True, when=UTVECKLING,
        help="Ett halvår är 50 %.")
    andel_av_arbetstiden: float = share("Del av arbetstiden som går åt", required=True, when=UTVECKLING)
    deltagare: float = number("Deltagare", unit="personer", required=True, when=UTBILDNING,
        help="Alla roller som ska utbildas.")
    h_per_deltagare: float = number("Utbildningstid per deltagare", unit="h", required=True, when=UTBILDNING,
        help="Kursavgifter och resor räknas för sig.")
    h_per_manad: float = number("Arbetstid per månad", unit="h/mån", required=True, when=DRIFT,
        help="Egen tid för drift, stöd och förvaltning.")
    timkostnad: float = timkostnad(required=True)


@dataclass(frozen=True, slots=True)
class Outputs:
    timmar_a: float | None = result("Tid i A", unit="h/år", by="metod", formulas={"ab": "handelser_per_ar * min_a / 60"})
    timmar_b: float | None = result("Tid i B", unit="h/år", by="metod", formulas={"ab": "handelser_per_ar_b * min_b / 60"})
    forandrade_timmar: float = result("Timmar per år", unit="h/år", by="metod", formulas={
        "ab": "timmar_a - timmar_b",
        "kand_forandring": "personer * handelser_per_person_ar * forandrad_min / 60",
        "utveckling": "medarbetare * arsarbetstid * andel_av_aret * andel_av_arbetstiden",
        "utbildning": "deltagare * h_per_deltagare",
        "drift": "h_per_manad * 12",
    })
    timmar: float = result("Timmar per år", unit="h/år", formula="forandrade_timmar", told=False)
    arligt_varde: float = result("Årligt värde", unit="kr/år", formula="forandrade_timmar * timkostnad")
    sida: str = sida()
    belopp: float = belopp()


COMPUTE = derived(Outputs)


def bidrag(inputs: Inputs) -> Bidrag:
    """One row of omfördelning: a cost for development, training and operation, otherwise by the sign."""
    namn, side = COSTS.get(inputs.metod, "Förändrad arbetstid"), "kostnader" if inputs.metod in COSTS else ""
    return row(COMPUTE, inputs, namn=namn, kategori="omfordelning", timkostnad="timkostnad", side=side)


CHECKS = (
    Check("min_b", "fråga", "min_a > 0 and min_a == min_b and handelser_per_ar == handelser_per_ar_b",
          "A och B tar lika lång tid. Vad skiljer dem åt?"),
    Check("min_b", "fråga", "min_a > 0 and min_b < min_a / 2",
          "Tiden blir mindre än hälften i B. Vilket stöd behövs fortfarande? (gränsen är vår)"),
    Check("h_per_deltagare", "varning", "h_per_deltagare > 1700", "Det är mer än ett helt arbetsår. Är det timmar, och för en person?"),
    Check("h_per_manad", "varning", "h_per_manad > 1700", "Är det timmar per månad och inte per år? (gränsen är vår)"),
    Check("andel_av_arbetstiden", "fråga", "andel_av_aret * andel_av_arbetstiden == 1",
          "Arbetar alla med det här hela året? Annat arbete och drift hör inte hit."),
    Check("metod", "info", "metod == 2", "Räkna bara arbete som tar slut. Det som fortsätter år efter år är drift och får en egen rad."),
)  # fmt: skip

CALCULATOR = Calculator(
    id="personaltid",
    title="Personaltid",
    summary="Räkna fram vad förändrad arbetstid är värd under ett år.",
    inputs=Inputs,
    outputs=Outputs,
    compute=COMPUTE,
    headline="arligt_varde",
    checks=CHECKS,
    blank={"metod": "ab"},
    bidrag=bidrag,
    examples=(
        Example("Kortare ärenden i ett kontaktcenter",
                {"metod": "ab", "handelser_per_ar": 100000, "min_a": 6, "min_b": 4.8, "timkostnad": 350},
                {"timmar_a": 10000, "timmar_b": 8000, "forandrade_timmar": 2000, "arligt_varde": 700000, "sida": "nytta"},
                "Publicerat räkneexempel om kontaktcenter (successifier.se): 20 procent kortare ärenden"),
        Example("Kortare väg till samma uppgift",
                {"metod": "ab", "handelser_per_ar": 6000, "min_a": 20, "min_b": 5, "timkostnad": 400},
                {"timmar_a": 2000, "timmar_b": 500, "forandrade_timmar": 1500, "arligt_varde": 600000},
                "Räknat för hand: 6 000 × 20 ÷ 60 − 6 000 × 5 ÷ 60 = 1 500 timmar"),
        Example("Utbildning inför ett nytt arbetssätt",
                {"metod": "utbildning", "deltagare": 40, "h_per_deltagare": 3, "timkostnad": 359},
                {"timmar": 120, "belopp": 43080},
                "Räknat för hand: 40 × 3 = 120 timmar, gånger 359 kr"),
    ),
)  # fmt: skip
