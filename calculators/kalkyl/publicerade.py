"""Calculations that others have published, as nyttokalkyler: their figures, their sources, and what they came to."""

from __future__ import annotations

from typing import Any

from calculators.schema import Example

LOCKS_BY = "Barry Andrén, Digitala lås i hemtjänst, KTH, TRITA-ITM-EX 2019:628, sammanfattningen"
CENTRE_BY = "successifier.se, AI-automation i kontaktcenter: ROI-kalkyl för svenska beslutsfattare"
ALARM_BY = "Åke Dahlberg, Nyttokostnadsanalys vid införande av välfärdsteknologi – exemplet Posifon, Hjälpmedelsinstitutet 2013"
SPAN = f"{CENTRE_BY}. Källan har lägst och högst, mitten är vår"
FRAME = {"horisont": 6, "diskontering": "ingen"}
ONCE = {"faktor": "engang"}  # the sources count one period, whatever its length


def _varde(namn: str, troligt: float, enhet: str, kalla: str, **span: float) -> dict[str, Any]:
    return {"namn": namn, "troligt": troligt, "enhet": enhet, "kalla": kalla, **span}


LOCKS: dict[str, Any] = FRAME | {
    "namn": "Digitala lås för 77 brukare i Södertälje",
    "alternativ_a": "Personalen hämtar och lämnar nycklar i ett skåp.",
    "alternativ_b": "Personalen öppnar digitala lås hos 77 brukare, på en enhet.",
    "startar": 2019,
    "perspektiv": ["Södertälje kommun"],
    "nyttor": [{
        "id": "N1", "namn": "Kortare tid för nycklar", "perspektiv": "Södertälje kommun", "kategori": "omfordelning",
        "faktorer": [_varde("Minuter", 12, "min", LOCKS_BY, lagst=10, hogst=20),
                     _varde("Värde av en minut", 10000, "kr/min", f"Ur resultaten för 10, 12 och 20 minuter i {LOCKS_BY}")],
        "formel": "minuter × värde av en minut", "kalla": "Källan säger inte för vilken tid. Därför räknas nyttan en gång.", **ONCE,
    }],
    "kostnader": [{
        "id": "K1", "namn": "Licens och hårdvara", "perspektiv": "Södertälje kommun", "kategori": "finansiell",
        "arligt_varde": 50000, "kalla": f"{LOCKS_BY}. Andra kostnader är inte med, skriver källan.", **ONCE,
    }],
}  # fmt: skip

CENTRE: dict[str, Any] = FRAME | {
    "namn": "AI-stöd i ett kontaktcenter med 50 handläggare",
    "alternativ_a": "Handläggarna svarar på alla ärenden utan AI-stöd.",
    "alternativ_b": "AI-stöd svarar på en del av ärendena och hjälper handläggarna med resten.",
    "startar": 2026,
    "perspektiv": ["Kontaktcentret"],
    "gemensamma": {
        "arenden": _varde("Ärenden per år", 100000, "ärenden/år", CENTRE_BY),
        "minuter": _varde("Minuter per ärende", 6, "min/ärende", CENTRE_BY),
        "timkostnad": _varde("Timkostnad", 350, "kr/h", CENTRE_BY),
    },
    "nyttor": [
        {"id": f"N{n}", "namn": namn, "perspektiv": "Kontaktcentret", "kategori": "omfordelning", "timkostnad": {"ref": "timkostnad"},
         "faktorer": [_varde("Andel", troligt, "%", kalla, lagst=lagst, hogst=hogst)],
         "formel": "ärenden per år × minuter per ärende ÷ 60 × timkostnad × andel", **ONCE}
        for n, namn, lagst, troligt, hogst, kalla in (
            (1, "Kortare samtal", 0.15, 0.2, 0.3, CENTRE_BY),
            (2, "Ärenden som AI-stödet löser", 0.2, 0.3, 0.4, SPAN),
            (3, "Färre återkommande samtal", 0.05, 0.075, 0.1, SPAN),
        )
    ] + [
        {"id": "N4", "namn": "Kortare introduktion", "perspektiv": "Kontaktcentret", "kategori": "omfordelning",
         "faktorer": [_varde("Nyanställda", 10, "personer", CENTRE_BY), _varde("Kostnad för introduktion", 40000, "kr/person", CENTRE_BY),
                      _varde("Andel", 0.4, "%", SPAN, lagst=0.3, hogst=0.5)], **ONCE},
    ],
    "kostnader": [{"id": "K1", "namn": "AI-stödet ett år", "perspektiv": "Kontaktcentret", "kategori": "finansiell",
                   "arligt_varde": 1200000, "kalla": f"{CENTRE_BY}, källans exempel på kostnad", **ONCE}],
}  # fmt: skip

ALARM: dict[str, Any] = FRAME | {
    "namn": "Ett mobilt trygghetslarm under tre år",
    "alternativ_a": "Personen har inget mobilt trygghetslarm.",
    "alternativ_b": "Personen har ett mobilt trygghetslarm under tre år.",
    "startar": 2013,
    "perspektiv": ["Samhället"],
    "gemensamma": {
        "overskott": _varde("Överskott", 53000, "kr", ALARM_BY),
        "kvot": _varde("Kvot", 3.1, "", f"{ALARM_BY}: nyttor delade med kostnader"),
    },
    "nyttor": [{"id": "N1", "namn": "Mindre sökande, ledsagning och särskilt boende", "perspektiv": "Samhället",
                "kategori": "omfordelning", "formel": "överskott ÷ (kvot − 1) × kvot",
                "kalla": f"{ALARM_BY}. Källan delar inte upp nyttan på finansiell och omfördelning.", **ONCE}],
    "kostnader": [{"id": "K1", "namn": "Larm, abonnemang, bedömning och utbildning", "perspektiv": "Samhället",
                   "kategori": "finansiell", "formel": "överskott ÷ (kvot − 1)", "kalla": ALARM_BY, **ONCE}],
    "ej_varderade": [{"id": "N2", "namn": "Ökad trygghet för personen och de närstående", "sida": "nytta", "kategori": "kvalitet",
                      "perspektiv": "Samhället", "kalla": ALARM_BY}],
}  # fmt: skip

PUBLISHED = (
    Example(
        "Digitala lås i Södertälje",
        LOCKS,
        {"lagst": {"summa_nyttor": 100000}, "troligt": {"summa_nyttor": 120000, "summa_kostnader": 50000},
         "hogst": {"summa_nyttor": 200000}},
        f"Beloppen för 10, 12 och 20 minuter i {LOCKS_BY}",
        "Publicerad 2019. Ett examensarbete räknar på tid för nycklar, med lägst och högst.",
    ),
    Example(
        "AI-stöd i kontaktcenter",
        CENTRE,
        {"lagst": {"summa_nyttor": 1520000}, "hogst": {"summa_nyttor": 3000000},
         "troligt": {"summa_kostnader": 1200000}},
        f"Raderna och deras lägsta och högsta belopp i {CENTRE_BY}",
        "Publicerad 2026 av ett företag. Flera rader räknar samma minuter: se frågorna vid raderna.",
    ),
    Example(
        "Mobilt trygghetslarm, Posifon",
        ALARM,
        {"troligt": {"nettonytta": 53000, "nettonytta_per_krona": 2.1}},
        f"Överskottet och kvoten i {ALARM_BY}",
        "Publicerad 2013. En samhällsekonomisk analys, där nyttor och kostnader räknas fram ur överskott och kvot.",
    ),
)  # fmt: skip
