"""Resor: what fewer or more journeys by car cost in a year, and the time that they take."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.arligt import belopp, sida, timkostnad
from calculators.derivation import derived
from calculators.drivmedel import FUELS, PRICES
from calculators.fault import Fault
from calculators.kalkyl.bidrag import Bidrag, row
from calculators.schema import Calculator, Check, Example, choice, flag, money, number, result
from calculators.underlag import Underlag, counted

PRIS, TID = "Pris per mil: välj ett sätt", "Restid, om du vill räkna den också"
ONE_WAY = "Fyll i ett sätt att räkna priset: drivmedel, pris per mil, eller förbrukning och pris. Töm de andra."


@dataclass(frozen=True)
class Inputs(Underlag):
    resor_a_per_ar: float = number("Resor per år i A", unit="resor/år", required=True, help="Bara de resor som förändringen påverkar.")
    resor_b_per_ar: float = number("Resor per år i B", unit="resor/år", required=True)
    km_per_resa: float = number("Sträcka per resa", unit="km", required=True,
        help="Sträckan för en resa, inte hela rutten. Kryssa i enkel väg om det är sträckan dit.")
    enkel_vag: bool = flag("Sträckan är enkel väg", help="Sträckan räknas då fram och tillbaka.")
    fordon: float = number("Fordon per resa", unit="st", default=1.0)
    drivmedel: str | None = choice("Drivmedel", FUELS, code="E_DRIVMEDEL", amounts=PRICES, unit="kr/mil", group=PRIS,
        help="Ger ett publicerat pris per mil för en mindre bil.")
    kr_per_mil: float | None = money("Eget pris per mil", unit="kr/mil", group=PRIS,
        help="Till exempel er milersättning. Den täcker redan drivmedlet.")
    forbrukning_per_mil: float | None = number("Förbrukning per mil", unit="enheter/mil", group=PRIS, help="Liter, kWh eller kg per mil.")
    pris_per_enhet: float | None = money("Pris per enhet", unit="kr/enhet", group=PRIS, help="Per liter, kWh eller kg.")
    restid_min_per_resa: float | None = number("Restid per resa", unit="min", group=TID, help="Hela resan, även tillbaka.")
    personer_per_resa: float = number("Personer per resa", unit="personer", default=1.0, group=TID)
    timkostnad: float | None = timkostnad(group=TID)

    @property
    def pris_enligt(self) -> str:
        """Which field gives the price of a mil; empty where none is filled in."""
        found = next((name for name in (*WAYS, "pris_per_enhet") if getattr(self, name) is not None), "")
        return "forbrukning_per_mil" if found == "pris_per_enhet" else found

    @property
    def restid(self) -> str:
        """Which field says that travelling time is counted; empty where it is not."""
        return "" if self.restid_min_per_resa is None else "restid_min_per_resa"


WAYS = {
    "drivmedel": "drivmedel",
    "kr_per_mil": "kr_per_mil",
    "forbrukning_per_mil": "forbrukning_per_mil * pris_per_enhet",
}


@dataclass(frozen=True, slots=True)
class Outputs:
    forandrade_resor: float = result("Färre resor", unit="resor/år", formula="resor_a_per_ar - resor_b_per_ar")
    mil_per_ar: float = result("Mil som inte körs", unit="mil/år",
        formula="forandrade_resor * km_per_resa * om(enkel_vag, 2, 1) * fordon / 10")
    kr_per_mil: float = result("Pris per mil", unit="kr/mil", by="pris_enligt", formulas=WAYS)
    arligt_varde: float = result("Årligt värde av resorna", unit="kr/år", formula="mil_per_ar * kr_per_mil")
    sida: str = sida()
    belopp: float = belopp()
    restid_h_per_ar: float | None = result("Restid som frigörs", unit="h/år", by="restid", formulas={
        "restid_min_per_resa": "forandrade_resor * restid_min_per_resa * personer_per_resa / 60"})
    restid_arligt_varde: float | None = result("Årligt värde av restiden", unit="kr/år", by="restid", formulas={
        "restid_min_per_resa": "restid_h_per_ar * timkostnad"})


COMPUTE = derived(Outputs)


def faults(inputs: Inputs) -> list[Fault]:
    """One price, and an hourly cost where travelling time is counted."""
    found = []
    by_use = inputs.forbrukning_per_mil is not None or inputs.pris_per_enhet is not None
    if [inputs.drivmedel is not None, inputs.kr_per_mil is not None, by_use].count(True) > 1:
        found.append(Fault("E_DUBBEL_METOD", "kr_per_mil" if inputs.kr_per_mil is not None else "forbrukning_per_mil", ONE_WAY))
    elif not inputs.pris_enligt:
        found.append(Fault("E_TAL", "drivmedel", "Välj drivmedel, eller fyll i ett eget pris.", missing=True))
    elif by_use and inputs.forbrukning_per_mil is None:
        found.append(Fault("E_TAL", "forbrukning_per_mil", "Fyll i förbrukning per mil.", missing=True))
    elif by_use and inputs.pris_per_enhet is None:
        found.append(Fault("E_TAL", "pris_per_enhet", "Fyll i pris per enhet.", missing=True))
    if inputs.restid_min_per_resa and inputs.timkostnad is None:
        found.append(Fault("E_TAL", "timkostnad", "Fyll i timkostnad, så räknas restiden i kronor.", missing=True))
    return found


def bidrag(inputs: Inputs) -> Bidrag:
    """One row of money, and one of travelling time where it is counted."""
    found = row(COMPUTE, inputs, namn="Förändrade resor med bil", kategori="finansiell")
    if not counted(inputs, "restid_min_per_resa"):
        return found
    time = row(COMPUTE, inputs, namn="Förändrad restid", kategori="omfordelning", output="restid_arligt_varde", timkostnad="timkostnad")
    return found.with_(time)


CHECKS = (
    Check("resor_b_per_ar", "fråga", "resor_a_per_ar > 0 and resor_a_per_ar == resor_b_per_ar",
          "Det är lika många resor i A och B. Vad skiljer dem åt?"),
    Check("km_per_resa", "fråga", "km_per_resa > 100", "Avser sträckan en resa eller hela rutten? (gränsen är vår)"),
    Check("kr_per_mil", "info", "kr_per_mil > 0", "Är det milersättning? Då är drivmedlet redan med. Lägg inte till det en gång till."),
    Check("restid_min_per_resa", "varning", "restid_min_per_resa > 0",
          "Finns restiden redan i tiden för besöket eller ärendet? Räkna den bara en gång."),
    Check("restid_min_per_resa", "fråga", "restid_min_per_resa > 0 and enkel_vag",
          "Sträckan är enkel väg. Är restiden räknad fram och tillbaka?"),
)  # fmt: skip

CALCULATOR = Calculator(
    id="resor",
    title="Resor",
    summary="Räkna fram vad färre eller fler bilresor betyder under ett år.",
    inputs=Inputs,
    outputs=Outputs,
    compute=COMPUTE,
    headline="arligt_varde",
    checks=CHECKS,
    faults=faults,
    bidrag=bidrag,
    examples=(
        Example("Färre resor till möten",
                {"resor_a_per_ar": 1000, "resor_b_per_ar": 400, "km_per_resa": 12, "enkel_vag": True, "fordon": 2, "drivmedel": "diesel"},
                {"forandrade_resor": 600, "mil_per_ar": 2880, "kr_per_mil": 10.8, "arligt_varde": 31104, "sida": "nytta"},
                "Räknat för hand: 600 × 12 × 2 × 2 ÷ 10 = 2 880 mil, gånger 10,8 kr"),
        Example("Fler hembesök med elbil, och restiden",
                {"resor_a_per_ar": 200, "resor_b_per_ar": 500, "km_per_resa": 10, "forbrukning_per_mil": 2, "pris_per_enhet": 1.9,
                 "restid_min_per_resa": 20, "timkostnad": 359},
                {"mil_per_ar": -300, "kr_per_mil": 3.8, "arligt_varde": -1140, "sida": "kostnad", "restid_h_per_ar": -100,
                 "restid_arligt_varde": -35900},
                "Räknat för hand: 300 × 10 ÷ 10 = 300 mil och 300 × 20 ÷ 60 = 100 timmar mer än i A"),
    ),
)  # fmt: skip
