"""Timkostnad: what an hour of work costs the employer, from the monthly wage."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.derivation import derived
from calculators.kalkyl.bidrag import Bidrag, factor
from calculators.schema import Calculator, Check, Example, fields_of, money, number, result
from calculators.swedish import amount
from calculators.underlag import Underlag, source_of


@dataclass(frozen=True)
class Inputs(Underlag):
    manadslon: float = money(
        "Medellön per månad", unit="kr/mån", required=True, help="Medellönen för gruppen före skatt, inte medianlönen."
    )
    arbetstid_h_per_manad: float = number(
        "Arbetad tid per månad",
        unit="h/mån",
        low=None,
        above=0.0,
        from_standard="manadsarbetstid",
        help="Tiden som en heltidsanställd faktiskt arbetar, i snitt över året.",
    )
    paslagsfaktor: float = number(
        "Arbetsgivarens påslag",
        unit="×",
        from_standard="paslagsfaktor",
        help="Lönen gånger påslaget är arbetsgivarens kostnad. 54 procents påslag skrivs 1,54.",
    )


@dataclass(frozen=True, slots=True)
class Outputs:
    timkostnad: float = result("Timkostnad", unit="kr/h", formula="manadslon / arbetstid_h_per_manad * paslagsfaktor")
    timkostnad_avrundad: int = result(
        "Timkostnad i hela kronor", unit="kr/h", formula="avrunda(timkostnad)", whole=True
    )
    manadskostnad: float = result("Månadskostnad", unit="kr/mån", formula="manadslon * paslagsfaktor")


COMPUTE = derived(Outputs)


def bidrag(inputs: Inputs) -> Bidrag:
    """The hourly cost as a factor that several rows can use."""
    written = source_of(inputs, fields_of(Inputs)["manadslon"])
    kalla = f"Ur medellönen {amount(inputs.manadslon, 'kr/mån')}{f': {written}' if written else ''}"
    return factor(COMPUTE, inputs, "timkostnad", kalla=kalla)


CHECKS = (
    Check("manadslon", "fråga", "0 < manadslon < 15000", "Är det en månadslön på heltid? (gränsen är vår)"),
    Check("manadslon", "fråga", "manadslon > 150000", "Är det en månadslön och inte en årslön? (gränsen är vår)"),
    Check("paslagsfaktor", "fråga", "20 <= paslagsfaktor <= 100", "Menade du ett påslag i procent? 54 procent skrivs 1,54."),
    Check("paslagsfaktor", "fråga", "paslagsfaktor < 1.3 or 1.8 < paslagsfaktor < 20 or paslagsfaktor > 100",
          "Är påslaget rätt? Skriv i så fall varför i din källa. (gränserna är våra)"),
)  # fmt: skip

CALCULATOR = Calculator(
    id="timkostnad",
    title="Timkostnad",
    summary="Räkna fram vad en arbetad timme kostar arbetsgivaren.",
    inputs=Inputs,
    outputs=Outputs,
    compute=COMPUTE,
    headline="timkostnad",
    checks=CHECKS,
    bidrag=bidrag,
    examples=(
        Example("En grupp med medellönen 41 800 kr", {"manadslon": 41800}, {"timkostnad_avrundad": 453},
                "Ineras publicerade timkostnad för grundutbildad sjuksköterska"),
        Example("En grupp med medellönen 33 100 kr", {"manadslon": 33100}, {"timkostnad_avrundad": 359, "manadskostnad": 50974},
                "Ineras publicerade timkostnad för undersköterska i hemtjänst"),
    ),
)  # fmt: skip
