"""The building blocks of the method: kinds of boxes and arrows, and what may be said about them."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.kategorier import KATEGORIER


@dataclass(frozen=True, slots=True)
class Typ:
    """A kind of box. `band` is its column, cause to the left; `bokstav` begins the ids of such boxes."""

    namn: str
    flera: str
    band: int
    bokstav: str
    fraga: str


TYPER = {
    "forandring": Typ("Förändring", "Förändringar", 0, "f", "Vad inför ni?"),
    "nytt_arbetssatt": Typ("Nytt arbetssätt", "Nya arbetssätt", 1, "a", "Vad gör någon annorlunda?"),
    "effekt": Typ("Effekt", "Effekter", 2, "e", "Vad händer då, och för vem?"),
    "nytta": Typ("Nytta", "Nyttor", 3, "n", "Vad blir värdefullt, och för vem?"),
    "verksamhetsmal": Typ("Verksamhetsmål", "Verksamhetsmål", 4, "m", "Vilket beslutat mål bidrar det till?"),
    "mojlighet": Typ("Möjlighet", "Möjligheter", 3, "o", "Vilken nytta blir möjlig, om ni gör mer?"),
    "hinder": Typ("Hinder", "Hinder", 0, "h", "Vad kan stå i vägen?"),
    "risk": Typ("Risk", "Risker", 3, "r", "Vad kan gå fel?"),
    "kostnad": Typ("Kostnad", "Kostnader", 1, "k", "Vad kräver det, eller vad blir sämre?"),
}
BAND = ("Förändring", "Nytt arbetssätt", "Effekter", "Nyttor", "Verksamhetsmål")
HUVUDTYPER = ("forandring", "nytt_arbetssatt", "effekt", "nytta", "verksamhetsmal")
SLAG = {"leder_till": "leder till", "hindrar": "hindrar", "kraver": "krävs för"}
SAKERHET = {"kant": "känt", "troligt": "troligt", "osakert": "osäkert"}
NAR = {"kort": "på kort sikt", "medel": "på medellång sikt", "lang": "på lång sikt"}
RIKTNINGAR = {"hoger": "målen till höger", "vanster": "målen till vänster"}
MED_KATEGORI = ("nytta", "mojlighet", "kostnad")  # risks and obstacles are not sorted into categories

__all__ = ["BAND", "HUVUDTYPER", "KATEGORIER", "MED_KATEGORI", "NAR", "RIKTNINGAR", "SAKERHET", "SLAG", "TYPER", "Typ"]


def slag_of(typ: str) -> str:
    """What an arrow from a box of this kind says unless something else is said."""
    return "hindrar" if typ == "hinder" else "leder_till"
