"""The worked examples of the nyttokalkyl page. Names and figures are invented, except those with a published source."""

from __future__ import annotations

from typing import Any

from calculators.beside import CHAIN
from calculators.kalkyl.ekhamns_kedja import KEDJA
from calculators.schema import Example
from calculators.standard import standard

KOMMUN, INVANARE = "Ekhamns kommun", "Invånarna"
INVENTED = "Påhittad siffra i exemplet"
START = [0.5, 1, 1, 1, 1, 1]  # half of the bookings move during the first year


def _varde(namn: str, troligt: float, enhet: str, kalla: str = INVENTED, **span: float) -> dict[str, Any]:
    return {"namn": namn, "troligt": troligt, "enhet": enhet, "kalla": kalla, **span}


def _published(id: str) -> dict[str, Any]:
    value = standard(id)
    return _varde(value.label, value.amount, value.unit, value.source)


BOOKINGS: dict[str, Any] = {
    "namn": "Digital bokning av besök",
    "syfte": "Många ringer för att boka, och kön är lång på morgnarna.",
    "alternativ_a": "Invånarna ringer kundtjänst när de vill boka ett besök. En medarbetare söker en ledig tid och lägger in bokningen.",
    "alternativ_b": "Invånarna bokar besök på kommunens webbplats. Den som vill ringer som i dag.",
    "geografi": "Hela kommunen",
    "startar": 2027,
    "horisont": 6,
    "perspektiv": [KOMMUN, INVANARE],
    "gemensamma": {
        "bokningar": _varde("Bokningar per år", 12000, "bokningar"),
        "timkostnad": _varde("Timkostnad i kundtjänst", 420, "kr/h"),
    },
    "nyttor": [
        {
            "id": "N1", "namn": "Kortare tid per bokning", "perspektiv": KOMMUN, "kategori": "omfordelning",
            "termer": [{"faktorer": [{"ref": "bokningar"}, _varde("Minuter per bokning", 8, "min", lagst=5, hogst=10),
                                     {"ref": "timkostnad"}], "delare": 60}],
            "timkostnad": {"ref": "timkostnad"}, "faktor": START,
        },
        {
            "id": "N2", "namn": "Färre brev", "perspektiv": KOMMUN, "kategori": "finansiell",
            "termer": [{"faktorer": [_varde("Brev per år", 6000, "brev"), _varde("Kostnad per brev", 15, "kr/brev")]}],
            "faktor": START,
        },
        {
            "id": "N3", "namn": "Mindre väntan i telefon", "perspektiv": INVANARE, "kategori": "omfordelning",
            "termer": [{"faktorer": [{"ref": "bokningar"}, _varde("Minuter i telefonkö", 6, "min", lagst=4, hogst=7),
                                     _published("invanare_fritid")], "delare": 60}],
            "timkostnad": _published("invanare_fritid"), "faktor": START,
        },
    ],
    "kostnader": [
        {
            "id": "K1", "namn": "Licens och drift hos leverantören", "perspektiv": KOMMUN, "kategori": "finansiell",
            "termer": [{"faktorer": [_varde("Månadskostnad", 20000, "kr/mån", lagst=18000, hogst=25000),
                                     _varde("Månader", 12, "mån", "Månader på ett år")]}],
        },
        {
            "id": "K2", "namn": "Förändringsledning", "perspektiv": KOMMUN, "kategori": "omfordelning",
            "termer": [{"faktorer": [_varde("Arbetstid", 300, "h"), _published("timkostnad.verksamhetsutvecklare")]}],
            "timkostnad": _published("timkostnad.verksamhetsutvecklare"), "faktor": "engang",
        },
        {
            "id": "K3", "namn": "Utbildning", "perspektiv": KOMMUN, "kategori": "omfordelning",
            "termer": [{"faktorer": [_varde("Deltagare", 40, "personer"), _varde("Timmar per deltagare", 2, "h"),
                                     {"ref": "timkostnad"}]}],
            "timkostnad": {"ref": "timkostnad"}, "faktor": "engang",
        },
        {
            "id": "K4", "namn": "Förvaltning", "perspektiv": KOMMUN, "kategori": "omfordelning",
            "termer": [{"faktorer": [_varde("Timmar per månad", 10, "h/mån"), _varde("Månader", 12, "mån", "Månader på ett år"),
                                     _published("timkostnad.systemadministrator")]}],
            "timkostnad": _published("timkostnad.systemadministrator"),
        },
    ],
    "ej_varderade": [
        {"id": "N4", "namn": "Möjligt att boka när telefonen är stängd", "sida": "nytta", "kategori": "kvalitet",
         "perspektiv": INVANARE, "storlek": "mattlig"},
        {"id": "N5", "namn": "Mindre papper och transporter", "sida": "nytta", "kategori": "miljo",
         "perspektiv": INVANARE, "storlek": "liten"},
        {"id": "K5", "namn": "Svårare för den som inte använder digitala tjänster", "sida": "kostnad",
         "kategori": "kvalitet", "perspektiv": INVANARE},
    ],
}  # fmt: skip

LEVEL: dict[str, Any] = {
    "namn": "Lika mycket varje år",
    "perspektiv": [KOMMUN],
    "nyttor": [{"id": "N1", "namn": "Lägre utgift", "perspektiv": KOMMUN, "kategori": "finansiell",
                "arligt_varde": 100000, "kalla": INVENTED}],
    "kostnader": [{"id": "K1", "namn": "Ny utgift", "perspektiv": KOMMUN, "kategori": "finansiell",
                   "arligt_varde": 50000, "kalla": INVENTED}],
}  # fmt: skip

EXAMPLES = (
    Example(
        "Digital bokning i Ekhamns kommun",
        BOOKINGS,
        {"troligt": {"odiskonterat": {"summa_nyttor": 4857600, "summa_kostnader": 2025540, "nettonytta": 2832060},
                     "overstiger_ar": 2028},
         "timmar": {"frigjorda_per_ar": [800, 1600, 1600, 1600, 1600, 1600], "egen_tid": {INVANARE: {"frigjord": 6600, "tagen": 0}}}},
        "Räknat för hand utan diskontering, rad för rad",
        "Påhittad kommun. Frigjord tid, lägre utgift, invånarnas tid och sådant som inte värderas i pengar.",
        beside={CHAIN: KEDJA},
    ),
    Example(
        "Lika mycket varje år",
        LEVEL,
        {"troligt": {"nettonytta": 278985.3593597267, "nettonytta_per_krona": 1.0, "overstiger_ar": 1}},
        "Annuitetsfaktorn för 6 år och 3 %, första året odiskonterat: 5,579707187 gånger 50 000 kr",
        "Påhittat. Den minsta kalkylen: en nytta, en kostnad och samma belopp varje år.",
    ),
)  # fmt: skip
