"""Personalomsättning: what it is worth that fewer leave. The rule of thumb is there to compare with, never to add."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.arligt import belopp, sida, timkostnad
from calculators.derivation import derived
from calculators.fault import Fault
from calculators.kalkyl.bidrag import Bidrag, row
from calculators.schema import Calculator, Check, Example, fields_of, money, number, result, share
from calculators.swedish import lowered
from calculators.underlag import Underlag, counted

SLUTAR, LON, DELAR = "Hur många färre slutar?", "Att jämföra med", "Vad ett avslut kostar hos er"
SCHABLON = "personalomsattning"
RATES = ("omsattning_a", "omsattning_b", "medarbetare")


@dataclass(frozen=True)
class Inputs(Underlag):
    slutar_farre_per_ar: float | None = number("Färre som slutar per år", unit="personer/år", low=None, group=SLUTAR,
        help="Fyll i antalet här, eller låt det räknas fram ur omsättningen nedan.")
    omsattning_a: float | None = share("Personalomsättning i A", group=SLUTAR, help="Del av gruppen som slutar under ett år.")
    omsattning_b: float | None = share("Personalomsättning i B", group=SLUTAR)
    medarbetare: float | None = number("Medarbetare i gruppen", unit="personer", group=SLUTAR)
    extern_kr_per_avslut: float | None = money("Utgifter per avslut", group=DELAR,
        help="Det som betalas: annons, rekrytering, inhyrd personal.")
    intern_h_per_avslut: float | None = number("Egen tid per avslut", unit="h", group=DELAR,
        help="Rekrytering, introduktion och tid innan den nya kan arbetet.")
    timkostnad: float | None = timkostnad(group=DELAR)
    manadslon: float = money("Medellön per månad", unit="kr/mån", required=True, group=LON)
    paslagsfaktor: float = number("Arbetsgivarens påslag", unit="×", from_standard="paslagsfaktor", group=LON)

    @property
    def antal_enligt(self) -> str:
        """Which field says how many leave."""
        return "omsattning_a" if self.slutar_farre_per_ar is None else "slutar_farre_per_ar"


@dataclass(frozen=True, slots=True)
class Outputs:
    farre_avslut: float = result("Färre avslut per år", unit="personer/år", by="antal_enligt", formulas={
        "slutar_farre_per_ar": "slutar_farre_per_ar", "omsattning_a": "(omsattning_a - omsattning_b) * medarbetare"})
    finansiell: float = result("Utgifter som uteblir", unit="kr/år", formula="farre_avslut * extern_kr_per_avslut")
    omfordelning: float = result("Egen tid som frigörs", unit="kr/år", formula="farre_avslut * intern_h_per_avslut * timkostnad")
    delberaknat: float = result("Summan av delarna", unit="kr/år", formula="finansiell + omfordelning")
    arligt_varde: float = result("Årligt värde", unit="kr/år", formula="delberaknat", told=False)
    sida: str = sida()
    belopp: float = belopp()
    manadskostnad: float = result("Månadskostnad", unit="kr/mån", formula="manadslon * paslagsfaktor")
    schablon_manader: float = result("Schablonen i månadskostnader", unit="", from_standard=SCHABLON, told=False)
    lag_manader: float = result("Schablonens lägsta", unit="", from_standard=SCHABLON, end="lowest", told=False)
    hog_manader: float = result("Schablonens högsta", unit="", from_standard=SCHABLON, end="highest", told=False)
    schablon: float = result("Schablon att jämföra med", unit="kr", formula="farre_avslut * manadskostnad * schablon_manader")
    schablon_lag: float = result("Schablon, lägst", unit="kr", formula="farre_avslut * manadskostnad * lag_manader")
    schablon_hog: float = result("Schablon, högst", unit="kr", formula="farre_avslut * manadskostnad * hog_manader")


COMPUTE = derived(Outputs)


def faults(inputs: Inputs) -> list[Fault]:
    """A number of leavers, and an hourly cost where hours are counted."""
    found = []
    empty = [name for name in RATES if getattr(inputs, name) is None]
    if inputs.slutar_farre_per_ar is None and len(empty) == len(RATES):
        words = "Fyll i hur många färre som slutar, eller omsättningen i A och B och antalet medarbetare."
        found.append(Fault("E_TAL", "slutar_farre_per_ar", words, missing=True))
    elif inputs.slutar_farre_per_ar is None:
        labels = {name: lowered(field.label) for name, field in fields_of(Inputs).items()}
        found += [Fault("E_TAL", name, f"Fyll i {labels[name]}.", missing=True) for name in empty]
    if inputs.intern_h_per_avslut and inputs.timkostnad is None:
        found.append(Fault("E_TAL", "timkostnad", "Fyll i timkostnad, så räknas den egna tiden i kronor.", missing=True))
    return found


def bidrag(inputs: Inputs) -> Bidrag:
    """A row of money and one of working time, for the parts that are filled in. The rule of thumb never comes along."""
    found = Bidrag()
    if counted(inputs, "extern_kr_per_avslut"):
        found = found.with_(row(COMPUTE, inputs, namn="Utgifter när medarbetare slutar", kategori="finansiell", output="finansiell"))
    if counted(inputs, "intern_h_per_avslut"):
        found = found.with_(row(COMPUTE, inputs, namn="Egen tid när medarbetare slutar", kategori="omfordelning",
                                output="omfordelning", timkostnad="timkostnad"))  # fmt: skip
    return found


CHECKS = (
    Check("manadslon", "varning", "extern_kr_per_avslut > 0 or intern_h_per_avslut > 0",
          "Jämför summan av delarna med schablonen, men lägg inte ihop dem."),
    Check("slutar_farre_per_ar", "varning", "belopp(slutar_farre_per_ar) > 0 and (omsattning_a > 0 or omsattning_b > 0)",
          "Antalet här gäller. Omsättningen nedan används inte."),
    Check("omsattning_b", "fråga", "omsattning_a > 0 and omsattning_a == omsattning_b",
          "Omsättningen är lika stor i A och B. Vad skiljer dem åt?"),
    Check("omsattning_b", "fråga", "omsattning_a > 0 and omsattning_b < omsattning_a / 2",
          "Omsättningen blir mindre än hälften. Vad talar för det, som snitt för hela perioden? (gränsen är vår)"),
)  # fmt: skip

CALCULATOR = Calculator(
    id="personalomsattning",
    title="Personalomsättning",
    summary="Räkna fram vad det betyder under ett år att färre slutar.",
    inputs=Inputs,
    outputs=Outputs,
    compute=COMPUTE,
    headline="delberaknat",
    checks=CHECKS,
    faults=faults,
    bidrag=bidrag,
    examples=(
        Example("Färre slutar, med egna delar",
                {"slutar_farre_per_ar": 4, "manadslon": 33000, "extern_kr_per_avslut": 25000, "intern_h_per_avslut": 100,
                 "timkostnad": 400},
                {"farre_avslut": 4, "finansiell": 100000, "omfordelning": 160000, "delberaknat": 260000, "schablon": 1829520},
                "Räknat för hand: 4 × 25 000 + 4 × 100 × 400 kr; schablonen 4 × 33 000 × 1,54 × 9 kr"),
        Example("Omsättningen sjunker, bara schablonen",
                {"omsattning_a": 0.15, "omsattning_b": 0.12, "medarbetare": 200, "manadslon": 33000},
                {"farre_avslut": 6, "manadskostnad": 50820, "schablon": 2744280, "schablon_lag": 914760, "schablon_hog": 7318080,
                 "delberaknat": 0},
                "Räknat för hand: (15 − 12) % × 200 = 6 avslut, gånger 50 820 kr, gånger 9, 3 och 24"),
    ),
)  # fmt: skip
