"""Årsprofil: how much of an annual value falls in each year, and what it is worth over the years."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from calculators.derivation import Step
from calculators.fault import Fault
from calculators.finance import discount_factors
from calculators.kalkyl.arsvarden import kategori, sum_step, year_steps
from calculators.kalkyl.bidrag import LONGEST, Bidrag
from calculators.kalkyl.document import Block
from calculators.kalkyl.ramar import diskontering_field, horisont_field, ranta_field, rate_doubts
from calculators.schema import Calculator, Check, Example, choice, fields_of, money, number, numbers, result
from calculators.swedish import amount
from calculators.underlag import Underlag, source_of, value_of

TYPER = {
    "lopande": "Lika mycket varje år",
    "engang": "Bara ett år",
    "upptrappning": "Trappas upp",
    "manadsstart": "Börjar en månad under året",
    "avslut": "Upphör efter ett år",
}


@dataclass(frozen=True)
class Inputs(Underlag):
    typ: str = choice("Hur fördelar sig värdet över åren?", TYPER, required=True)
    ar: int = number("Vilket år?", unit="", low=None, default=1, whole=True, code="E_FAKTOR", when=("typ", "engang", "manadsstart"),
        help="1 är det första året.")
    steg: tuple[float, ...] = numbers("Del av värdet, år för år", unit="%", one="steg", low=0.0, code="E_FAKTOR", required=True,
        when=("typ", "upptrappning"), help="Det sista steget gäller alla år som följer.")
    manad: float = number("Från och med månad", unit="", low=None, required=True, when=("typ", "manadsstart"), help="7 är juli.")
    sista_ar: float = number("Sista året", unit="", low=None, required=True, when=("typ", "avslut"), help="1 är det första året.")
    arligt_varde: float | None = money("Årligt värde", unit="kr/år", low=None, help="Vad ett helt år är värt. En kostnad skrivs med minus.")
    kategori: str = kategori()
    horisont: int = horisont_field()
    ranta: float = ranta_field()
    diskontering: str = diskontering_field()


@dataclass(frozen=True, slots=True)
class Outputs:
    faktorer: tuple[float, ...] = result("Årsfaktorer", kind="object")
    varden_per_ar: tuple[float, ...] | None = result("Värde per år", unit="kr", kind="object")
    summa_odiskonterad: float | None = result("Summa utan diskontering", unit="kr")
    diskonterade_per_ar: tuple[float, ...] | None = result("Diskonterat värde per år", unit="kr", kind="object")
    summa_diskonterad: float | None = result("Summa, diskonterad", unit="kr")


def _first_month(inputs: Inputs, year: int) -> float:
    return 0.0 if year < inputs.ar else (13 - inputs.manad) / 12 if year == inputs.ar else 1.0


FACTORS: dict[str, Callable[[Inputs, int], float]] = {
    "lopande": lambda inputs, year: 1.0,
    "engang": lambda inputs, year: float(year == inputs.ar),
    "upptrappning": lambda inputs, year: inputs.steg[min(year, len(inputs.steg)) - 1],
    "manadsstart": _first_month,
    "avslut": lambda inputs, year: float(year <= inputs.sista_ar),
}


def factors_of(inputs: Inputs) -> tuple[float, ...]:
    """One factor a year."""
    return tuple(FACTORS[inputs.typ](inputs, year) for year in range(1, inputs.horisont + 1))


def compute(inputs: Inputs) -> Outputs:
    """The factors, and with an annual value its kr year by year."""
    faktorer = factors_of(inputs)
    if inputs.arligt_varde is None:
        return Outputs(faktorer=faktorer)
    varden = tuple(inputs.arligt_varde * f for f in faktorer)
    diskonterade = tuple(map(float.__mul__, varden, discount_factors(inputs.ranta, inputs.horisont, inputs.diskontering)))
    return Outputs(
        faktorer=faktorer,
        varden_per_ar=varden,
        summa_odiskonterad=math.fsum(varden),
        diskonterade_per_ar=diskonterade,
        summa_diskonterad=math.fsum(diskonterade),
    )


def faults(inputs: Inputs) -> list[Fault]:
    """A year or a month that isn't there, and more steps than years."""
    return [Fault("E_FAKTOR", field, words) for field, words in _faults(inputs)]


def _faults(inputs: Inputs) -> Iterator[tuple[str, str]]:
    if inputs.typ in ("engang", "manadsstart") and not 1 <= inputs.ar <= inputs.horisont:
        yield "ar", f"Skriv ett år från 1 till {amount(inputs.horisont)}."
    if inputs.typ == "manadsstart" and inputs.manad is not None and inputs.manad not in range(1, 13):
        yield "manad", "Skriv en månad från 1 till 12."
    if inputs.typ == "avslut" and inputs.sista_ar is not None and (inputs.sista_ar < 1 or inputs.sista_ar != math.floor(inputs.sista_ar)):
        yield "sista_ar", "Skriv ett år, 1 för det första."
    if inputs.typ == "upptrappning" and len(inputs.steg) > inputs.horisont:
        yield f"steg.{inputs.horisont}", f"Det är fler steg än år. Skriv högst {amount(inputs.horisont, 'steg')}."


def explain(inputs: Inputs, outputs: Outputs) -> Mapping[str, tuple[Step, ...]]:
    """The years behind the sums."""
    varden, diskonterade, total = outputs.varden_per_ar, outputs.diskonterade_per_ar, outputs.summa_diskonterad
    if varden is None or diskonterade is None or total is None or outputs.summa_odiskonterad is None:
        return {}
    factors = discount_factors(inputs.ranta, inputs.horisont, inputs.diskontering)
    return {
        "summa_diskonterad": (*year_steps(varden, factors), sum_step("summa_diskonterad", diskonterade, total)),
        "summa_odiskonterad": (sum_step("summa_odiskonterad", varden, outputs.summa_odiskonterad),),
    }


def bidrag(inputs: Inputs) -> Bidrag:
    """A row of the annual value with the factors; a cost where the value is negative."""
    if not inputs.arligt_varde:
        return Bidrag()
    value, cost = value_of(inputs, "arligt_varde"), inputs.arligt_varde < 0
    if cost:
        value = replace(value, troligt=-value.troligt, lagst=-value.lagst, hogst=-value.hogst)
    block = Block(
        namn="Värde över tid",
        kategori=inputs.kategori,
        arligt_varde=value,
        faktor=factors_of(replace(inputs, horisont=LONGEST)),
        kalla=source_of(inputs, fields_of(Inputs)["arligt_varde"]),
    )
    return Bidrag(kostnader=(block,)) if cost else Bidrag(nyttor=(block,))


CHECKS = (
    Check("sista_ar", "fråga", "sista_ar > horisont", "Året ligger efter tidshorisonten. Är det år 1, 2, 3 … och inte ett kalenderår?"),
)  # fmt: skip

CALCULATOR = Calculator(
    id="arsprofil",
    title="Årsprofil",
    summary="Räkna fram hur stor del av ett årligt värde som faller vilket år.",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    headline="summa_diskonterad",
    checks=CHECKS,
    doubts=lambda inputs: [*rate_doubts(inputs.ranta)],
    faults=faults,
    explain=explain,
    blank={"steg.0": ""},
    bidrag=bidrag,
    examples=(
        Example("En nytta som kommer stegvis",
                {"typ": "upptrappning", "steg": [0.25, 0.5, 0.75, 1], "horisont": 6, "arligt_varde": 100000, "diskontering": "ingen"},
                {"faktorer": [0.25, 0.5, 0.75, 1, 1, 1], "summa_odiskonterad": 450000, "summa_diskonterad": 450000},
                "Räknat för hand: (0,25 + 0,5 + 0,75 + 1 + 1 + 1) × 100 000 kr"),
        Example("En kostnad som börjar i juli", {"typ": "manadsstart", "ar": 1, "manad": 7, "arligt_varde": -60000},
                {"faktorer": [0.5, 1, 1, 1, 1, 1], "summa_odiskonterad": -330000},
                "Ineras exempel: en start i juli ger halva värdet det första året"),
    ),
)  # fmt: skip
