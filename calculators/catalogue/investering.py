"""Investering: net present value, internal rate, pay-back, annuity and benefit–cost ratio of a row of yearly amounts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.derivation import Step
from calculators.fault import Fault
from calculators.finance import annuity, annuity_factor, discount_factors, payback, same
from calculators.internal_rate import internal_rates, sign_changes
from calculators.kalkyl.arsvarden import kategori, sum_step, year_steps
from calculators.kalkyl.bidrag import LONGEST, Bidrag, over_years
from calculators.kalkyl.ramar import ranta_field, rate_doubts
from calculators.schema import Calculator, Doubt, Example, number, numbers, result
from calculators.swedish import amount, counted, listed, show_number
from calculators.underlag import Underlag

MOST_YEARS = 100
ALDRIG = "aldrig"


@dataclass(frozen=True)
class Inputs(Underlag):
    belopp: tuple[float, ...] = numbers("Belopp per år", one="belopp", required=True,
        help="Ett belopp per år i dagens prisnivå. Det som går ut skrivs med minus.")
    forsta_ar: int = number("Första beloppets år", unit="", low=None, whole=True, default=0, allowed=(0.0, 1.0), code="E_TAL",
        help="0 om det första beloppet betalas direkt, 1 om det kommer under det första året.")
    kategori: str = kategori()
    ranta: float = ranta_field()


@dataclass(frozen=True, slots=True)
class Outputs:
    nuvarde: float = result("Nettonuvärde", unit="kr")
    annuitet: float | None = result("Annuitet: lika mycket varje år", unit="kr/år")
    nytta_per_kostnad: float | None = result("Det som kommer in per krona som går ut", unit="kr")
    internranta_i_ord: str = result("Internränta", kind="text")
    internrantor: tuple[float, ...] = result("Internräntor", unit="%", kind="object", told=False)
    aterbetalningstid: float | str = result("Återbetalningstid", unit="år", kind="object")
    aterbetalningstid_diskonterad: float | str = result("Återbetalningstid med ränta", unit="år", kind="object")
    summa_odiskonterad: float = result("Summa utan diskontering", unit="kr")
    diskonterade: tuple[float, ...] = result("Diskonterade belopp per år", unit="kr", kind="object")
    faktorer: tuple[float, ...] = result("Diskonteringsfaktor per år", kind="object")


def compute(inputs: Inputs) -> Outputs:
    """All measures of the row. The first amount is not discounted in year 0, and by one year in year 1."""
    faktorer = discount_factors(inputs.ranta, len(inputs.belopp), "t1" if inputs.forsta_ar else "t0")
    diskonterade = tuple(map(float.__mul__, inputs.belopp, faktorer))
    nuvarde = math.fsum(diskonterade)
    incoming = math.fsum(x for x in diskonterade if x > 0)
    outgoing = math.fsum(-x for x in diskonterade if x < 0)
    rates = internal_rates(inputs.belopp)
    simple, discounted = payback(inputs.belopp, inputs.forsta_ar), payback(diskonterade, inputs.forsta_ar)
    return Outputs(
        nuvarde=nuvarde,
        annuitet=annuity(nuvarde, inputs.ranta, years_of(inputs)),
        nytta_per_kostnad=None if same(outgoing, 0.0) else incoming / outgoing,
        internranta_i_ord=in_words(rates),
        internrantor=rates,
        aterbetalningstid=ALDRIG if simple is None else simple,
        aterbetalningstid_diskonterad=ALDRIG if discounted is None else discounted,
        summa_odiskonterad=math.fsum(inputs.belopp),
        diskonterade=diskonterade,
        faktorer=faktorer,
    )


def years_of(inputs: Inputs) -> int:
    """The last year of the row."""
    return len(inputs.belopp) - 1 + inputs.forsta_ar


def in_words(rates: tuple[float, ...]) -> str:
    """ "8,4 %", or how many there are, or that there is none."""
    if not rates:
        return "Ingen. Det finns ingen ränta där det som kommer in är lika mycket värt som det som går ut."
    found = listed([amount(rate, "%") for rate in rates])
    if len(rates) == 1:
        return found
    return f"{found}. Det finns {counted(len(rates), 'internränta', 'internräntor')}, så ingen av dem säger något ensam."


def faults(inputs: Inputs) -> list[Fault]:
    """A row that is longer than we look for rates in."""
    if len(inputs.belopp) <= MOST_YEARS:
        return []
    return [Fault("E_TAL", f"belopp.{MOST_YEARS}", f"Det är fler än {amount(MOST_YEARS, 'år')}. Ta bort de sista.")]


def explain(inputs: Inputs, outputs: Outputs) -> Mapping[str, tuple[Step, ...]]:
    """The years behind the present value, and what it is divided with."""
    years = year_steps(inputs.belopp, outputs.faktorer, inputs.forsta_ar)
    found = {
        "nuvarde": (*years, sum_step("nuvarde", outputs.diskonterade, outputs.nuvarde)),
        "summa_odiskonterad": (sum_step("summa_odiskonterad", inputs.belopp, outputs.summa_odiskonterad),),
    }
    if outputs.annuitet is not None:
        factor = annuity_factor(inputs.ranta, years_of(inputs), "t1")
        numbers = f"{amount(outputs.nuvarde, 'kr')} ÷ {show_number(factor, 4)}"
        found["annuitet"] = (Step("annuitet", "Annuitet", "nettonuvärde ÷ annuitetsfaktor", numbers, amount(outputs.annuitet, "kr/år")),)
    if outputs.nytta_per_kostnad is not None:
        found["nytta_per_kostnad"] = (_ratio(outputs, outputs.nytta_per_kostnad),)
    return found


def _ratio(outputs: Outputs, ratio: float) -> Step:
    incoming, outgoing = ([sign * x for x in outputs.diskonterade if sign * x > 0] for sign in (1, -1))
    numbers = f"{amount(math.fsum(incoming), 'kr')} ÷ {amount(math.fsum(outgoing), 'kr')}"
    return Step("nytta_per_kostnad", "Per krona som går ut", "diskonterat in ÷ diskonterat ut", numbers, amount(ratio, "kr"))


def bidrag(inputs: Inputs) -> Bidrag:
    """What comes in as a benefit and what goes out as a cost. The first amount falls in the first year of the nyttokalkyl."""
    return over_years(inputs.belopp, namn="Investering", kategori=inputs.kategori)


def doubts(inputs: Inputs) -> list[Doubt]:
    """What makes one of the measures say less."""
    return [*rate_doubts(inputs.ranta), *(Doubt(field, level, words) for field, level, words in _doubts(inputs))]


def _doubts(inputs: Inputs) -> Iterator[tuple[str, str, str]]:
    turns = sign_changes(inputs.belopp)
    if turns == 0:
        yield "belopp.0", "fråga", "Alla belopp går åt samma håll. Har du skrivit minus framför det som går ut?"
    if turns > 1:
        yield "belopp.0", "info", "Beloppen byter tecken flera gånger. Titta på nettonuvärdet först: internräntorna kan vara flera, " \
            "och det som är återbetalt kan gå ut igen."  # fmt: skip
    if any(inputs.belopp[LONGEST:]):
        yield f"belopp.{LONGEST}", "info", f"En nyttokalkyl rymmer {amount(LONGEST, 'år')}. Beloppen efter det följer inte med dit."


CALCULATOR = Calculator(
    id="investering",
    title="Investering",
    summary="Räkna fram nettonuvärde, internränta, återbetalningstid och annuitet för belopp år för år.",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    headline="nuvarde",
    faults=faults,
    doubts=doubts,
    explain=explain,
    blank={"belopp.0": "", "belopp.1": ""},
    bidrag=bidrag,
    examples=(
        Example("Utgift nu, och fem års inkomster",
                {"belopp": [-75000, 12000, 15000, 18000, 21000, 24000], "forsta_ar": 0, "ranta": 0.12},
                {"internrantor": [0.05715142887178467], "nuvarde": -12551.637478059754, "aterbetalningstid_diskonterad": "aldrig"},
                "Publicerat testfall för Excels internränta och nuvärde (formula.js)"),
        Example("En maskin som betalar sig", {"belopp": [-4300000, *[800000] * 8], "forsta_ar": 0},
                {"aterbetalningstid": 5.375},
                "Övningsuppgift med facit (logilu.se): 4 300 000 ÷ 800 000 = 5,375 år"),
    ),
)  # fmt: skip
