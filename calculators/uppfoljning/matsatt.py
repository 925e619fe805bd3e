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


@dataclass(frozen=True, slots=True)
class Slag:
    """A kind of benefit without money: what it is called, what names of such benefits hold, and what to ask those who get it."""

    namn: str
    ord: tuple[str, ...]
    fraga: str
    matsatt: Matsatt


ANVANDS = "Hur stor del som använder det nya"
TID = "Mät tiden för samma uppgift en vanlig vecka, före och efter. Låt dem som gör arbetet notera."
ANTAL = "Hämta antalet ur verksamhetens system, för samma månader före och efter."
UTGIFT = "Följ kontot i bokföringen, för samma månader före och efter."

KVALITET = (
    Slag(
        "Ökad trygghet",
        ("trygg", "oro"),
        "Hur trygg känner du dig när …?",
        Matsatt(
            "Andel som svarar att de känner sig trygga",
            "%",
            "Ställ samma fråga till samma grupp före och efter.",
            "Larm, avvikelser och oro som nämns i samtal",
        ),
    ),
    Slag(
        "Bättre tillgänglighet",
        ("tillgäng", "vänta", "väntan", "kö"),
        "Fick du hjälp när du behövde?",
        Matsatt(
            "Väntetid till första kontakt",
            "dagar",
            "Hämta tiden ur ärendesystemet eller telefonin.",
            "Ärenden som kommer in när det annars är stängt",
        ),
    ),
    Slag(
        "Ökad självständighet",
        ("självständ", "själv"),
        "Kan du göra det själv?",
        Matsatt(
            "Andel som klarar momentet själva",
            "%",
            "Notera en vanlig vecka vilka moment som görs utan hjälp.",
            "Antal moment med hjälp",
        ),
    ),
    Slag(
        "Bättre arbetsmiljö",
        ("arbetsmilj", "stress"),
        "Hinner du det du ska?",
        Matsatt(
            "Andel som svarar att de hinner med sitt arbete",
            "%",
            "Ta en fråga ur medarbetarenkäten, före och efter.",
            "Avbrott och övertid",
        ),
    ),
    Slag(
        "Ökad jämlikhet",
        ("jämlik", "jämställ", "lika"),
        "Var det lätt att förstå?",
        Matsatt(
            "Skillnad mellan grupper i hur många som använder tjänsten",
            "procentenheter",
            "Jämför användningen mellan grupperna, före och efter.",
            "Frågor och avbrutna försök från varje grupp",
        ),
    ),
    Slag(
        "Ökad säkerhet",
        ("säker", "fel", "avvikelse"),
        "Litar du på uppgifterna?",
        Matsatt(
            "Antal fel som upptäcks",
            "st/månad",
            "Räkna avvikelser av ett bestämt slag. Bestäm slaget före start.",
            "Rättningar som görs innan felet når någon",
        ),
    ),
    Slag(
        "Bättre hälsa",
        ("hälsa", "vård"),
        "Hur mår du?",
        Matsatt(
            "Andel som svarar att de mår bra",
            "%",
            "Ställ samma fråga till samma grupp före och efter.",
            "Att insatsen ges som det var tänkt",
        ),
    ),
    Slag(
        "Bättre service",
        ("nöjd", "upplev", "bemöt", "service"),
        "Hur nöjd är du med hjälpen du fick?",
        Matsatt(
            "Andel som är nöjda",
            "%",
            "Ställ en kort fråga direkt efter kontakten, före och efter.",
            "Hur många som kommer tillbaka med samma ärende",
        ),
    ),
    Slag(
        "Ökad delaktighet",
        ("delaktig", "inflytande"),
        "Kunde du påverka det som gällde dig?",
        Matsatt(
            "Andel som svarar att de kan påverka",
            "%",
            "Ställ samma fråga till samma grupp före och efter.",
            "Hur många som deltar",
        ),
    ),
    Slag(
        "Ökad integritet",
        ("integritet", "sekretess"),
        "Litar du på att bara rätt person ser dina uppgifter?",
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
MILJO = (
    Slag(
        "Minskade utsläpp",
        ("utsläpp", "koldioxid", "resa", "resor", "bil"),
        "",
        Matsatt("Körda mil", "mil/år", "Läs av mätarställning eller körjournal, före och efter.", ANVANDS),
    ),
    Slag(
        "Minskad energianvändning",
        ("energi", "el", "värme"),
        "",
        Matsatt("Energianvändning", "kWh/år", "Läs av mätaren för samma månader, före och efter.", ANVANDS),
    ),
    Slag(
        "Mindre avfall och material",
        ("avfall", "papper", "material"),
        "",
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
    return next((slag.matsatt for slag in known if any(word in low for word in slag.ord)), other)
