"""Överslag: a rough estimate of a change. The same document as a nyttokalkyl, never discounted."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.kalkyl.bidrag import Bidrag
from calculators.kalkyl.document import BLANK, Nyttokalkyl, new_row
from calculators.kalkyl.doubts import doubts as kalkyl_doubts
from calculators.kalkyl.evaluation import Resultat, evaluate
from calculators.kalkyl.faults import faults
from calculators.kalkyl.ramar import diskontering_field, ranta_field
from calculators.schema import Calculator, Doubt, Example

NEVER = ("diskontering",)  # asked while the choice has one of no values


@dataclass(frozen=True)
class Overslag(Nyttokalkyl):
    """A nyttokalkyl without discounting, whatever rate or convention it is given."""

    ranta: float = ranta_field(when=NEVER)
    diskontering: str = diskontering_field(when=NEVER)

    @property
    def grov(self) -> bool:
        """Shown as a rough estimate."""
        return True

    def __post_init__(self) -> None:
        object.__setattr__(self, "diskontering", "ingen")


def doubts(overslag: Overslag) -> list[Doubt]:
    """Those of a nyttokalkyl, but for the rate, which is not used."""
    return [doubt for doubt in kalkyl_doubts(overslag) if doubt.field != "ranta"]


def bidrag(overslag: Overslag) -> Bidrag:
    """All of its rows, shared factors and items without money."""
    return Bidrag(overslag.nyttor, overslag.kostnader, overslag.gemensamma, overslag.ej_varderade)


ROW = {"perspektiv": "Solstad kommun", "kategori": "omfordelning"}
ROUGH = {
    "startar": 2026,
    "perspektiv": ["Solstad kommun"],
    "nyttor": [{**ROW, "id": "N1", "namn": "Frigjord tid", "arligt_varde": 100000, "faktor": [0.5, 1, 1, 1, 1, 1]}],
    "kostnader": [{**ROW, "id": "K1", "namn": "Inköp", "kategori": "finansiell", "arligt_varde": 200000, "faktor": "engang"}],
}
CENTRE = {
    "perspektiv": ["Kontaktcentret"],
    "nyttor": [{"id": "N1", "namn": "Kortare ärenden", "perspektiv": "Kontaktcentret", "kategori": "omfordelning",
                "arligt_varde": 1800000, "faktor": "engang"}],
    "kostnader": [{"id": "K1", "namn": "Tjänsten", "perspektiv": "Kontaktcentret", "kategori": "finansiell",
                   "arligt_varde": 1200000, "faktor": "engang"}],
}  # fmt: skip

CALCULATOR = Calculator(
    id="overslag",
    title="Överslag",
    summary="Gör en grov uppskattning av nyttor och kostnader, utan diskontering.",
    inputs=Overslag,
    outputs=Resultat,
    compute=evaluate,
    headline="nettonytta",
    faults=faults,
    doubts=doubts,
    counts_missing_as_zero=True,
    blank=BLANK,
    fill=new_row,
    bidrag=bidrag,
    own_page="nyttokalkyl",
    examples=(
        Example("En engångsutgift och frigjord tid", ROUGH,
                {"troligt": {"summa_nyttor": 550000, "summa_kostnader": 200000, "nettonytta": 350000, "nettonytta_per_krona": 1.75,
                             "overstiger_ar": 2028}},
                "Räknat för hand: (0,5 + 5) × 100 000 − 200 000 kr; 50 000 + 100 000 + 100 000 kr passerar 200 000 år 2028"),
        Example("Ett år i ett kontaktcenter", CENTRE,
                {"troligt": {"nettonytta": 600000, "nettonytta_per_krona": 0.5}},
                "Publicerat räkneexempel om kontaktcenter (successifier.se): 1,8 miljoner i nytta, 1,2 i kostnad"),
    ),
)  # fmt: skip
