"""Sjukfrånvaro: what fewer days of sick leave are worth, to the employer or to society. Never both at once."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.arligt import belopp, sida, timkostnad
from calculators.derivation import derived
from calculators.fault import Fault
from calculators.kalkyl.bidrag import Bidrag, row
from calculators.schema import Calculator, Check, Example, choice, money, number, result, share
from calculators.underlag import Underlag, counted

PERSPEKTIV = {"organisation": "Arbetsgivaren", "samhalle": "Samhället"}
ORGANISATION, SAMHALLE = ("perspektiv", "organisation"), ("perspektiv", "samhalle")
LON, ERSATTARE = "Ersättning under frånvaron", "De som arbetar i stället"
MINUS = "Färre dagar skrivs som ett vanligt tal. Fler skrivs med minus."


@dataclass(frozen=True)
class Inputs(Underlag):
    perspektiv: str = choice("Vem räknar du för?", PERSPEKTIV, required=True, help="Välj ett. Samma frånvaro räknas aldrig för båda.")
    manadslon: float | None = money("Medellön per månad", unit="kr/mån", when=ORGANISATION, help="Lönen på heltid för gruppen.")
    dagar_2_14: float | None = number("Färre dagar, dag 2–14", unit="dagar/år", low=None, when=ORGANISATION,
        help=f"Kalenderdagar i hela gruppen. Dag 1 är karens och räknas inte. {MINUS}")
    dagar_15_90: float | None = number("Färre dagar, dag 15–90", unit="dagar/år", low=None, when=ORGANISATION,
        help=f"Kalenderdagar i hela gruppen. {MINUS}")
    andel_dag_2_14: float = share("Del av lönen, dag 2–14", from_standard="sjuklon.dag_2_14", when=ORGANISATION, group=LON)
    andel_dag_15_90: float = share("Del av lönen, dag 15–90", default=0.0, seen="sjuklon.dag_15_90", when=ORGANISATION, group=LON,
        help="Står i kollektivavtalet. Alla avtal har den inte.")
    paslag_sjuklon: float = number("Påslag på sjuklönen", unit="×", default=1.0, when=ORGANISATION, group=LON,
        help="1 är inget påslag. Det som betalas utöver sjuklönen läggs på som en faktor.")
    vikarie_kr: float | None = money("Lägre utgift för vikarier", unit="kr/år", low=None, when=ORGANISATION, group=ERSATTARE)
    kollega_h: float | None = number("Mindre tid för kollegor som täcker upp", unit="h/år", low=None, when=ORGANISATION, group=ERSATTARE)
    franvarotimmar: float = number("Färre frånvarotimmar per år", unit="h/år", required=True, when=SAMHALLE)
    andel_i_arbete: float = share("Del av gruppen som arbetar", default=1.0, when=SAMHALLE,
        help="Under 100 % bara för en grupp där alla inte arbetar.")
    ersatta_timmar: float = number("Timmar som någon annan arbetade i stället", unit="h/år", default=0.0, when=SAMHALLE)
    timkostnad: float | None = timkostnad(group=ERSATTARE)


@dataclass(frozen=True, slots=True)
class Outputs:
    dagslon: float | None = result("Lön per kalenderdag", unit="kr/dag", by="perspektiv", formulas={"organisation": "manadslon * 12 / 365"})
    sjuklon_2_14: float | None = result("Sjuklön dag 2–14", unit="kr/år", by="perspektiv", formulas={
        "organisation": "dagslon * dagar_2_14 * andel_dag_2_14 * paslag_sjuklon"})
    ersattning_15_90: float | None = result("Ersättning dag 15–90", unit="kr/år", by="perspektiv", formulas={
        "organisation": "dagslon * dagar_15_90 * andel_dag_15_90"})
    timmar: float | None = result("Arbetstid som inte går förlorad", unit="h/år", by="perspektiv", formulas={
        "samhalle": "franvarotimmar * andel_i_arbete - ersatta_timmar", "organisation": "kollega_h"})
    finansiell: float | None = result("Finansiell del", unit="kr/år", by="perspektiv", formulas={
        "organisation": "sjuklon_2_14 + ersattning_15_90 + vikarie_kr"})
    omfordelning: float = result("Omfördelning", unit="kr/år", formula="timmar * timkostnad")
    arligt_varde: float = result("Årligt värde", unit="kr/år", by="perspektiv", formulas={
        "organisation": "finansiell + omfordelning", "samhalle": "omfordelning"})
    sida: str = sida()
    belopp: float = belopp()


COMPUTE = derived(Outputs)


def faults(inputs: Inputs) -> list[Fault]:
    """A wage where days are counted, and an hourly cost where hours are."""
    found = []
    counted = inputs.vikarie_kr is not None or inputs.kollega_h is not None
    days = inputs.dagar_2_14 is not None or inputs.dagar_15_90 is not None
    if inputs.perspektiv == "organisation" and inputs.manadslon is None and (days or not counted):
        found.append(Fault("E_TAL", "manadslon", "Fyll i medellön per månad.", missing=True))
    if inputs.timkostnad is None and (inputs.perspektiv == "samhalle" or inputs.kollega_h):
        found.append(Fault("E_TAL", "timkostnad", "Fyll i timkostnad.", missing=True))
    return found


def bidrag(inputs: Inputs) -> Bidrag:
    """For the employer a row of money and one of working time; for society one of working time."""
    if inputs.perspektiv == "samhalle":
        return row(COMPUTE, inputs, namn="Förändrad sjukfrånvaro", kategori="omfordelning", output="omfordelning",
                   timkostnad="timkostnad", perspektiv="Samhället")  # fmt: skip
    found = row(COMPUTE, inputs, namn="Sjuklön, ersättning och vikarier", kategori="finansiell", output="finansiell")
    if not counted(inputs, "kollega_h"):
        return found
    return found.with_(row(COMPUTE, inputs, namn="Kollegors tid vid sjukfrånvaro", kategori="omfordelning", output="omfordelning",
                           timkostnad="timkostnad"))  # fmt: skip


CHECKS = (
    Check("kollega_h", "varning", "vikarie_kr > 0 and kollega_h > 0",
          "Täcker vikarien och kollegorna samma timmar? Räkna dem bara en gång."),
    Check("dagar_2_14", "fråga", "dagar_2_14 > 0", "Är dag 1 borträknad? Den är karens."),
    Check("andel_dag_15_90", "fråga", "andel_dag_15_90 > 0.1", "Står den nivån i ert avtal? Skriv det i källan."),
    Check("andel_i_arbete", "fråga", "andel_i_arbete < 1", "Är det en grupp där alla inte arbetar? Annars är andelen 100 %."),
    Check("ersatta_timmar", "varning", "ersatta_timmar > franvarotimmar", "Fler timmar är ersatta än frånvarande."),
)  # fmt: skip

CALCULATOR = Calculator(
    id="sjukfranvaro",
    title="Sjukfrånvaro",
    summary="Räkna fram vad förändrad sjukfrånvaro är värd under ett år.",
    inputs=Inputs,
    outputs=Outputs,
    compute=COMPUTE,
    headline="arligt_varde",
    checks=CHECKS,
    faults=faults,
    blank={"perspektiv": "organisation"},
    bidrag=bidrag,
    examples=(
        Example("Färre sjukdagar i en grupp, för arbetsgivaren",
                {"perspektiv": "organisation", "manadslon": 36500, "dagar_2_14": 50, "dagar_15_90": 20, "andel_dag_15_90": 0.1,
                 "vikarie_kr": 30000, "kollega_h": 40, "timkostnad": 359},
                {"dagslon": 1200, "sjuklon_2_14": 48000, "ersattning_15_90": 2400, "finansiell": 80400, "omfordelning": 14360,
                 "arligt_varde": 94760},
                "Räknat för hand: 36 500 × 12 ÷ 365 = 1 200 kr om dagen; 48 000 + 2 400 + 30 000 kr och 40 × 359 kr"),
        Example("Samma frånvaro, för samhället",
                {"perspektiv": "samhalle", "franvarotimmar": 600, "andel_i_arbete": 0.8, "ersatta_timmar": 80, "timkostnad": 452},
                {"timmar": 400, "arligt_varde": 180800, "sida": "nytta"},
                "Räknat för hand: (600 × 0,8 − 80) × 452 = 400 × 452 kr"),
    ),
)  # fmt: skip
