"""Prisomräkning: an older amount in the prices of a later year, by the consumer price index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.derivation import Step
from calculators.fault import Fault
from calculators.kalkyl.bidrag import Bidrag, factor
from calculators.schema import Calculator, Check, Example, Varde, money, number, result, span, table, text
from calculators.standard import IN_FORCE_ON, history
from calculators.standard import table as published
from calculators.swedish import amount, exact_amount, listed, write_number
from calculators.underlag import Underlag

INDEX = "Eget indextal, om året saknas i tabellen"
TABLE = {int(year): row.amount for year, row in published("kpi").items()}


@dataclass(frozen=True, slots=True)
class Indextal:
    """A year and its index."""

    id: str = text("År")
    varde: Varde = span("Index", required=True)


@dataclass(frozen=True)
class Inputs(Underlag):
    belopp: float = money("Belopp", required=True, help="Det gamla beloppet, i det årets priser.")
    fran_ar: float = number("Från år", unit="", low=None, required=True, whole=True, code="E_KPI_AR", help="Året som beloppet gäller.")
    till_ar: float = number("Till år", unit="", low=None, required=True, whole=True, code="E_KPI_AR",
        help="Året vars prisnivå du vill ha. Det kan inte ligga i framtiden.")
    kpi_fran: float | None = number("Konsumentprisindex för från-året", unit="", low=None, above=0.0, group=INDEX,
        help="Årsmedel från SCB. Ta båda åren ur samma tabell.")
    kpi_till: float | None = number("Konsumentprisindex för till-året", unit="", low=None, above=0.0, group=INDEX)
    kpi_tabell: tuple[Indextal, ...] = table("Egen indextabell", Indextal, one="år", group=INDEX)


@dataclass(frozen=True, slots=True)
class Outputs:
    belopp: float = result("Belopp i det nya årets priser", unit="kr")
    kvot: float = result("Så många gånger större", unit="×")
    forandring_andel: float = result("Förändring av prisnivån", unit="%", kind="share")


def indices(inputs: Inputs) -> tuple[float | None, float | None]:
    """The index of both years: her own, or that of the table. None where a year is not there."""
    known = {row.id: row.varde.troligt for row in inputs.kpi_tabell} or {str(year): x for year, x in TABLE.items()}
    return (
        known.get(_year(inputs.fran_ar)) if inputs.kpi_fran is None else inputs.kpi_fran,
        known.get(_year(inputs.till_ar)) if inputs.kpi_till is None else inputs.kpi_till,
    )


def _year(year: float | None) -> str:
    return "" if year is None else write_number(year)


def compute(inputs: Inputs) -> Outputs:
    """The amount times the index of the later year divided by that of the earlier one."""
    fran, till = indices(inputs)
    kvot = (till or 0.0) / (fran or 1.0)
    return Outputs(belopp=inputs.belopp * kvot, kvot=kvot, forandring_andel=kvot - 1)


def faults(inputs: Inputs) -> list[Fault]:
    """A year without an index, a year that has not come, or an index that can't be divided with."""
    return [Fault(code, field, words) for code, field, words in _faults(inputs)]


def _faults(inputs: Inputs) -> Iterator[tuple[str, str, str]]:
    for name, index in zip(("fran", "till"), indices(inputs), strict=True):
        year = getattr(inputs, f"{name}_ar")
        if year is None:
            continue
        if year > IN_FORCE_ON.year:
            yield "E_KPI_AR", f"{name}_ar", "Det året har inte varit. Räkna om till dagens prisnivå, aldrig till ett kommande år."
        elif index is None:
            years = f"{write_number(min(TABLE))}–{write_number(max(TABLE))}"
            words = f"Index finns för {years}. Välj ett av åren, eller fyll i årets index från SCB."
            yield "E_KPI_AR", f"{name}_ar", words
    for n, row in enumerate(inputs.kpi_tabell):
        if row.varde.troligt <= 0:
            zero = row.varde.troligt == 0
            yield "E_DIV0" if zero else "E_NEGATIV", f"kpi_tabell.{n}.varde", "Ett index är mer än 0."


def explain(inputs: Inputs, outputs: Outputs) -> Mapping[str, tuple[Step, ...]]:
    """The two indices, and what is done with them."""
    fran, till = (exact_amount(x or 0.0) for x in indices(inputs))
    kvot = exact_amount(outputs.kvot)
    years = f"index {_year(inputs.till_ar)} ÷ index {_year(inputs.fran_ar)}"
    return {
        "kvot": (Step("kvot", "Kvot", years, f"{till} ÷ {fran}", kvot),),
        "belopp": (Step("belopp", "Belopp", "belopp × kvot", f"{amount(inputs.belopp, 'kr')} × {kvot}", amount(outputs.belopp, "kr")),),
        "forandring_andel": (Step("forandring_andel", "Förändring", "kvot − 1", f"{kvot} − 1", amount(outputs.forandring_andel, "%")),),
    }


def bidrag(inputs: Inputs) -> Bidrag:
    """The amount as a factor, with the year, the index and the way that it was computed."""
    own = inputs.kpi_fran is not None or inputs.kpi_till is not None or inputs.kpi_tabell
    index = "eget index" if own else history(f"kpi.{max(TABLE)}")[0].source
    years = listed([_year(inputs.fran_ar), _year(inputs.till_ar)], "till")
    kalla = "; ".join(filter(None, [inputs.kallor.get("belopp", ""), f"{amount(inputs.belopp, 'kr')} omräknat från {years} med {index}"]))
    return factor(compute, inputs, "belopp", namn=f"Belopp i {_year(inputs.till_ar)} års prisnivå", kalla=kalla)


CHECKS = (
    Check("till_ar", "fråga", "till_ar < fran_ar", "Räknar du baklänges? Metoden räknar om äldre belopp till dagens prisnivå."),
    Check("till_ar", "fråga", "fran_ar == till_ar", "Det är samma år. Då ändras inget."),
    Check("kpi_till", "varning", "(kpi_fran > 0) != (kpi_till > 0)",
          "Bara det ena indextalet är ditt eget. Kommer de ur samma tabell, med samma basår?"),
)  # fmt: skip

CALCULATOR = Calculator(
    id="prisomrakning",
    title="Prisomräkning",
    summary="Räkna om ett äldre belopp till en senare prisnivå.",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    headline="belopp",
    checks=CHECKS,
    faults=faults,
    explain=explain,
    bidrag=bidrag,
    examples=(
        Example("Ett pris från 2015", {"belopp": 1000, "fran_ar": 2015, "till_ar": 2023},
                {"kvot": 1.2883357268230413, "belopp": 1288.3357268230413, "forandring_andel": 0.2883357268230413},
                "Räknat för hand med SCB:s årsmedel: 1 000 × 403,70 ÷ 313,35 = 1 288,34 kr"),
        Example("Med indextal ur en annan tabell",
                {"belopp": 1000, "fran_ar": 1980, "till_ar": 1990, "kpi_fran": 100, "kpi_till": 208},
                {"kvot": 2.08, "belopp": 2080, "forandring_andel": 1.08},
                "Publicerat räkneexempel (mathleaks.se): index 208 är en ökning med 108 procent"),
    ),
)  # fmt: skip
