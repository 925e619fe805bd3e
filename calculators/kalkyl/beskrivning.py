"""What a nyttokalkyl says in words: purpose, the alternatives that are compared, and choices about how to work with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.schema import Doubt, choice, sources, text

NIVAER = {
    "full": "Full kalkyl",
    "overslag": "Överslag",
    "poang": "Bara storlekar",
    "avsta": "Avstå från att räkna",
}
LAGEN = {"metod": "Ineras metod", "fordjupning": "Fördjupning"}


@dataclass(frozen=True)
class Beskrivning:
    """Texts that the calculation does not use, but that whoever decides needs. `besvarade`: question → "ja"."""

    namn: str = text("Förändringens namn", help="Kort och utan värderingar, till exempel ”Digital bokning av besök”.")
    syfte: str = text("Syfte", long=True, help="Vilket problem gäller det, och varför tas frågan upp nu?")
    alternativ_a: str = text("Alternativ A", long=True, help="Det ni jämför med. Ofta som ni arbetar i dag.")
    alternativ_b: str = text("Alternativ B", long=True, help="Det ni prövar: nya arbetssätt, ny teknik eller båda.")
    geografi: str = text("Var gäller kalkylen?", help="Till exempel hela kommunen, två vårdcentraler eller länet.")
    utfort_av: str = text("Vilka har gjort kalkylen?", help="Roller räcker, till exempel verksamhetsutvecklare och controller.")
    niva: str = choice("Hur noga behöver ni räkna?", NIVAER, code="E_METOD", default="full")
    lage: str = choice("Vad ska visas?", LAGEN, code="E_METOD", default="metod")
    effekter: str = text("Effekter", long=True, help="Skriv en effekt på varje rad: vad händer när ni arbetar på det nya sättet?")
    besvarade: Mapping[str, str] = sources("Frågor som är besvarade")


SAYS = {
    "overslag": "Ett överslag räknas utan diskontering och visas som en grov uppskattning.",
    "poang": "Skriv nyttor och kostnader bland det som inte värderas i pengar, och bedöm hur stora de är.",
    "avsta": "Beskriv syfte, alternativ och effekter. Ofta räcker det för ett beslut.",
}


def level_doubts(niva: str, in_money: bool) -> Iterator[Doubt]:
    """What each level means, and a question where rows in kronor stand against it."""
    if niva in SAYS:
        yield Doubt("niva", "info", SAYS[niva])
    if in_money and niva in ("poang", "avsta"):
        yield Doubt("niva", "fråga", "Kalkylen har rader i kronor, och de räknas. Ska de tas bort, eller ska nivån vara en annan?")
