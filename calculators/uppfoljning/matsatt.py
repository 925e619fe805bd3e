"""Ready ways to measure: by what a benefit is counted with, and for quality and environment by what it is called. Our proposals."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.kalkyl.document import Block
from calculators.swedish import lowered
from calculators.uppfoljning.rakning import Rakning


@dataclass(frozen=True, slots=True)
class Matsatt:
    """What to measure, in which unit, how, and what shows earlier."""

    indikator: str
    enhet: str
    hur: str
    forst: str


ANVANDS = "Hur stor del som använder det nya"
TID = "Mät tiden för samma uppgift en vanlig vecka, före och efter. Låt dem som gör arbetet notera."
ANTAL = "Hämta antalet ur verksamhetens system, för samma månader före och efter."
UTGIFT = "Följ kontot i bokföringen, för samma månader före och efter."

KVALITET: tuple[tuple[tuple[str, ...], Matsatt], ...] = (
    (
        ("trygg", "oro"),
        Matsatt(
            "Andel som svarar att de känner sig trygga",
            "%",
            "Ställ samma fråga till samma grupp före och efter.",
            "Larm, avvikelser och oro som nämns i samtal",
        ),
    ),
    (
        ("tillgäng", "vänta", "väntan", "kö"),
        Matsatt(
            "Väntetid till första kontakt",
            "dagar",
            "Hämta tiden ur ärendesystemet eller telefonin.",
            "Ärenden som kommer in när det annars är stängt",
        ),
    ),
    (
        ("självständ", "själv"),
        Matsatt(
            "Andel som klarar momentet själva",
            "%",
            "Notera en vanlig vecka vilka moment som görs utan hjälp.",
            "Antal moment med hjälp",
        ),
    ),
    (
        ("arbetsmilj", "stress"),
        Matsatt(
            "Andel som svarar att de hinner med sitt arbete",
            "%",
            "Ta en fråga ur medarbetarenkäten, före och efter.",
            "Avbrott och övertid",
        ),
    ),
    (
        ("jämlik", "jämställ", "lika"),
        Matsatt(
            "Skillnad mellan grupper i hur många som använder tjänsten",
            "procentenheter",
            "Jämför användningen mellan grupperna, före och efter.",
            "Frågor och avbrutna försök från varje grupp",
        ),
    ),
    (
        ("säker", "fel", "avvikelse"),
        Matsatt(
            "Antal fel som upptäcks",
            "st/månad",
            "Räkna avvikelser av ett bestämt slag. Bestäm slaget före start.",
            "Rättningar som görs innan felet når någon",
        ),
    ),
    (
        ("hälsa", "vård"),
        Matsatt(
            "Andel som svarar att de mår bra",
            "%",
            "Ställ samma fråga till samma grupp före och efter.",
            "Att insatsen ges som det var tänkt",
        ),
    ),
    (
        ("nöjd", "upplev", "bemöt", "service"),
        Matsatt(
            "Andel som är nöjda",
            "%",
            "Ställ en kort fråga direkt efter kontakten, före och efter.",
            "Hur många som kommer tillbaka med samma ärende",
        ),
    ),
    (
        ("delaktig", "inflytande"),
        Matsatt(
            "Andel som svarar att de kan påverka",
            "%",
            "Ställ samma fråga till samma grupp före och efter.",
            "Hur många som deltar",
        ),
    ),
    (
        ("integritet", "sekretess"),
        Matsatt(
            "Antal gånger uppgifter nått fel person",
            "st/år",
            "Räkna anmälda händelser.",
            "Att det nya sättet att skicka uppgifter används",
        ),
    ),
)
OVRIG_KVALITET = Matsatt(
    "Andel som svarar att det har blivit bättre", "%", "Ställ samma fråga till samma grupp före och efter.", ANVANDS
)
MILJO: tuple[tuple[tuple[str, ...], Matsatt], ...] = (
    (
        ("utsläpp", "koldioxid", "resa", "resor", "bil"),
        Matsatt("Körda mil", "mil/år", "Läs av mätarställning eller körjournal, före och efter.", ANVANDS),
    ),
    (
        ("energi", "el", "värme"),
        Matsatt("Energianvändning", "kWh/år", "Läs av mätaren för samma månader, före och efter.", ANVANDS),
    ),
    (
        ("avfall", "papper", "material"),
        Matsatt("Inköpt eller kasserad mängd", "kg/år", "Summera fakturor eller väg under en vecka.", ANVANDS),
    ),
)
OVRIG_MILJO = Matsatt("Förbrukad mängd", "per år", "Summera fakturor eller läs av mätare, före och efter.", ANVANDS)


def of_money(block: Block, worth: Rakning) -> Matsatt:
    """The time where the row counts time, then the volume, and last the price."""
    by_kind: dict[str, str] = {}
    for name in worth.varden:
        by_kind.setdefault(worth.slag(name), name)
    for kind, how in (("tid", TID), ("volym", ANTAL), ("pris", UTGIFT)):
        if kind in by_kind:
            name = by_kind[kind]
            first = f"{ANVANDS}, och {lowered(by_kind['volym'])}" if kind == "tid" and "volym" in by_kind else ANVANDS
            return Matsatt(name, worth.enheter.get(name, ""), how, first)
    return Matsatt(block.namn, "kr", UTGIFT, ANVANDS)


def of_quality(namn: str, kategori: str) -> Matsatt:
    """The first way whose words the name holds."""
    known, other = (MILJO, OVRIG_MILJO) if kategori == "miljo" else (KVALITET, OVRIG_KVALITET)
    low = namn.lower()
    return next((way for words, way in known if any(word in low for word in words)), other)
