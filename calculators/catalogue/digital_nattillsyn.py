"""Digital nattillsyn i äldreomsorgen: a reference calculation by SKR and Inera, with our reading of its open points."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.referens.calculator import referenskalkyl
from calculators.referens.declaration import ARSFAKTORER, Mellan, Referens, Utan
from calculators.referens.rader import drift, forandringsledning, pengar, tid, utbildning
from calculators.referens.uppgifter import (
    Uppgifter,
    drivmedel,
    drivmedel_eget,
    fragad,
    fragad_andel,
    timkostnad,
    valfri,
)
from calculators.schema import Check, Example, number, text

OMFATTNING, BESOK, RESOR, PLANERING = "Omfattning", "Besöken som faller bort", "Resor", "Planering"
TEKNIK, UTFORARE, INFORANDE = "Kamerorna", "Vem gör den digitala tillsynen?", "Införande och drift"
HERE = "referenskalkyler.digital_nattillsyn_"


@dataclass(frozen=True)
class Inputs(Uppgifter):
    namn: str = text("Förändringens namn", default="Digital nattillsyn", group="Er kommun")
    brukare: float | None = fragad("Brukare som får digital nattillsyn", group=OMFATTNING,
        help="Bara de vars nattbesök är ren tillsyn.")
    besok_per_natt: float | None = fragad("Tillsynsbesök per brukare och natt", "besök/natt", group=OMFATTNING,
        help="Räkna inte besök med toaletthjälp eller annan omvårdnad.")
    besokstid_min: float = number("Tid hos brukaren för en person, utan resa", unit="min", group=BESOK,
        from_standard=HERE + "besokstid_min")
    restid_min: float | None = fragad("Restid till och från brukaren för en person", "min", group=BESOK,
        help="Ett snitt för besöken som ersätts, vad ni än reser med.")
    personal_per_besok: float | None = fragad("Personal per besök", "personer", group=BESOK, seen=HERE + "personal_per_besok",
        help="Ta ett snitt om det varierar. Tiden räknas för alla som är med.")
    andel_bil: float | None = fragad_andel("Andel av tillsynsbesöken som görs med bil", group=RESOR,
        help="Ett snitt för hela verksamheten, inte för en patrull.")
    km_per_besok: float | None = fragad("Körsträcka per besök, tur och retur", "km", group=RESOR,
        help="Sträckan för ett besök som ersätts, inte nattens hela rutt.")
    drivmedel: str | None = drivmedel(group=RESOR)
    drivmedel_eget_kr_per_mil: float | None = drivmedel_eget(group=RESOR)
    planerare_antal: float | None = fragad("Personer som planerar scheman och berörs", "personer", group=PLANERING)
    planering_h_per_person: float | None = fragad("Frigjord planeringstid per person och år", "h/år", group=PLANERING,
        help="Brukar betyda lite för helheten. Lägg inte mycket tid på den.")
    kamera_kr_per_manad: float | None = fragad("Månadskostnad per kamera", "kr/mån", group=TEKNIK,
        help="Ur avtal eller offert. Vi räknar med en kamera per brukare.")
    egen_personal_antal: float | None = valfri("Egna medarbetare i digital tillsyn per natt", "personer", group=UTFORARE,
        help="Fyll i om kommunen själv gör tillsynen.")
    egen_personal_h_per_natt: float | None = valfri("Tid för digital tillsyn per medarbetare och natt", "h/natt", group=UTFORARE,
        help="Bara den del av passet som går till digital tillsyn.")
    extern_kr_per_besok: float | None = valfri("Leverantörens pris per tillsyn", "kr/besök", group=UTFORARE,
        help="Fyll i om en leverantör gör tillsynen.")
    forandringsledning_h: float | None = fragad("Arbetstid för förändringsledning under införandet", "h", group=INFORANDE,
        guessed=False, seen=HERE + "forandringsledning_h",
        help="Rutiner, beslut, förtroende, nattpersonalens arbete och kontakter med leverantören.")
    utbildning_personer: float | None = fragad("Personer som ska utbildas", "personer", group=INFORANDE,
        help="Beror på vem som gör tillsynen.")
    utbildning_h_per_person: float = number("Utbildningstid per person", unit="h", group=INFORANDE,
        from_standard=HERE + "utbildning_h_per_person")
    installation_h_per_brukare: float = number("Tid per brukare att informera, installera och registrera", unit="h", group=INFORANDE,
        from_standard=HERE + "installation_h_per_brukare")
    drift_h_per_ar: float | None = fragad("Egen tid för drift, stöd och förvaltning", "h/år", group=INFORANDE,
        seen=HERE + "drift_h_per_ar", help="Ta reda på vad leverantören redan gör inom månadskostnaden.")
    timkostnad_omvardnad: float = timkostnad("Timkostnad omsorgspersonal (undersköterska)", "underskoterska_hemtjanst")
    timkostnad_sjukskoterska: float = timkostnad("Timkostnad grundutbildad sjuksköterska", "grundutbildad_sjukskoterska")
    timkostnad_forandringsledning: float | None = timkostnad("Timkostnad för den som leder förändringen")
    timkostnad_systemadmin: float | None = timkostnad("Timkostnad systemadministratör", seen="timkostnad.systemadministrator")


REFERENS = Referens(
    alternativ_a="Personal åker hem till brukaren på natten för att se att allt är bra.",
    alternativ_b="Tillsynen görs på avstånd, genom en kamera i bostaden.",
    passar_inte="Lösningen bygger främst på sensorer eller trygghetspaket, eller besöken innehåller omvårdnad.",
    kalla="SKR:s och Ineras referensanalys av digital nattillsyn, version 3.0.0, 2026",
    konstanter={"dagar_per_ar": "kalender.dagar_per_ar"},
    mellan=(
        Mellan("besok_per_natt_totalt", "Tillsynsbesök per natt", "besök/natt", "brukare * besok_per_natt"),
        Mellan("besok_per_ar", "Tillsynsbesök per år", "besök/år", "besok_per_natt_totalt * dagar_per_ar"),
        Mellan("mil_per_ar", "Mil som inte körs", "mil/år", "besok_per_ar * andel_bil * km_per_besok / 10"),
    ),
    rader=(
        pengar("n1_drivmedel", "Lägre drivmedelskostnad", "nytta", "mil_per_ar * drivmedel_kr_per_mil"),
        tid("n2_besok", "Frigjord tid, färre fysiska besök", "nytta",
            "besok_per_ar * (besokstid_min + restid_min) / 60 * personal_per_besok", "timkostnad_omvardnad"),
        tid("n3_planering", "Frigjord tid, enklare planering", "nytta",
            "planerare_antal * planering_h_per_person", "timkostnad_sjukskoterska"),
        pengar("k1_kamera", "Kameror", "kostnad", "brukare * kamera_kr_per_manad * 12"),
        forandringsledning("k2_forandringsledning"),
        utbildning("k3_utbildning"),
        tid("k4_installation", "Installation, information och registrering", "kostnad",
            "brukare * installation_h_per_brukare", "timkostnad_omvardnad", engang=True),
        drift("k5_drift"),
        tid("k6_egen_personal", "Egen personal i digital tillsyn", "kostnad",
            "egen_personal_antal * egen_personal_h_per_natt * dagar_per_ar", "timkostnad_omvardnad"),
        pengar("k7_extern", "Leverantör som gör tillsynen", "kostnad", "extern_kr_per_besok * besok_per_ar"),
    ),
    utan=(
        Utan("Säkrare arbetsmiljö med färre nattresor", "kvalitet", "personal"),
        Utan("Jämnare arbetsbelastning", "kvalitet", "personal"),
        Utan("Tryggare brukare som inte får besök när hen sover", "kvalitet", "brukare"),
        Utan("Bättre sömn och hälsa", "kvalitet", "brukare"),
        Utan("Mindre miljöpåverkan", "miljo", "samhallet"),
    ),
    tolkningar=(
        "Tiden räknas för alla som är med på besöket, drivmedlet för en bil per besök.",
        "Restiden räknas för alla besök, också dem som görs utan bil. Så ligger fälten i mallen.",
        "Egen personals tid läses som timmar per person och natt.",
        "En leverantörs pris per tillsyn är med som kostnad. Guiden till mallen har den, rapporten nämner den inte.",
        "Alla nätter på året räknas. Guiden säger inte hur många.",
        ARSFAKTORER,
    ),
)

EGEN_TID = "egen_personal_antal * egen_personal_h_per_natt"
CHECKS = (
    Check("besok_per_natt", "fråga", "besok_per_natt > 4", "Många besök per natt. Är alla ren tillsyn? (gränsen är vår)"),
    Check("besokstid_min", "fråga", "besokstid_min > 10",
          "Längre än en ren tillsyn brukar ta. Ingår andra insatser? (gränsen är vår)"),
    Check("restid_min", "fråga", "restid_min > 40 or restid_min == 0",
          "Är det snittet för ett besök, och inte för hela rutten? (gränsen är vår)"),
    Check("km_per_besok", "fråga", "km_per_besok > 50", "Lång sträcka tur och retur. Är det ett ytterområde? (gränsen är vår)"),
    Check("personal_per_besok", "info", "personal_per_besok == 2", "Två personer ger dubbelt så mycket frigjord tid. Stämmer det i snitt?"),
    Check("personal_per_besok", "varning", "personal_per_besok > 2",
          "Fler än två personer per besök är ovanligt, och all tid räknas. Se efter att snittet stämmer."),
    Check("egen_personal_antal", "varning", EGEN_TID + " > 0 and extern_kr_per_besok > 0",
          "Både egen personal och leverantör är ifyllda. Räkna inte samma tillsyn två gånger."),
    Check("egen_personal_antal", "varning", EGEN_TID + " == 0 and extern_kr_per_besok == 0",
          "Vem gör den digitala tillsynen? Fyll i egen personal med timmar, eller leverantörens pris."),
    Check("egen_personal_h_per_natt", "fråga", "egen_personal_h_per_natt > 10",
          "Gäller tiden bara den digitala tillsynen? (gränsen är vår)"),
    Check("forandringsledning_h", "fråga", "0 < forandringsledning_h < brukare * 2",
          "Lågt jämfört med vad som har setts. Är samtalen med personal, brukare och närstående med? "
          "(gränsen, 2 timmar per brukare, är vår)"),
    Check("utbildning_personer", "fråga", "0 < utbildning_personer < 5",
          "Få personer. Kan alla som berörs rutinerna och svara på frågor? (gränsen är vår)"),
    Check("drift_h_per_ar", "fråga", "drift_h_per_ar < 25 and egen_personal_antal > 0",
          "Lite tid när ni gör tillsynen själva. Är stöd, felsökning och uppföljning med?"),
    Check("drift_h_per_ar", "fråga", "drift_h_per_ar > 400", "Det är över spannet som har setts i kommuner. Varför är det så hos er?"),
    Check("kamera_kr_per_manad", "info", "kamera_kr_per_manad > 0", "Gäller priset bara kamera, och inte ett paket med sensorer?"),
)

EGEN = {
    "kommun": "Lindåkra kommun", "brukare": 90, "besok_per_natt": 2, "andel_bil": 0.9, "km_per_besok": 10, "drivmedel": "diesel",
    "restid_min": 15, "personal_per_besok": 1.5, "planerare_antal": 3, "planering_h_per_person": 10, "kamera_kr_per_manad": 700,
    "forandringsledning_h": 400, "timkostnad_forandringsledning": 551, "timkostnad_systemadmin": 502, "utbildning_personer": 40,
    "drift_h_per_ar": 100, "egen_personal_antal": 1, "egen_personal_h_per_natt": 3,
}  # fmt: skip
LEVERANTOR = {
    "kommun": "Tallmo kommun", "brukare": 20, "besok_per_natt": 1.5, "andel_bil": 1, "km_per_besok": 16, "drivmedel": "el",
    "restid_min": 20, "personal_per_besok": 1, "planerare_antal": 1, "planering_h_per_person": 10, "kamera_kr_per_manad": 800,
    "forandringsledning_h": 150, "timkostnad_forandringsledning": 551, "timkostnad_systemadmin": 502, "utbildning_personer": 25,
    "drift_h_per_ar": 40, "extern_kr_per_besok": 45,
}  # fmt: skip

CALCULATOR = referenskalkyl(
    id="digital_nattillsyn",
    title="Digital nattillsyn",
    summary="Räkna på vad tillsyn med kamera på natten ger och kräver i äldreomsorgen.",
    inputs=Inputs,
    referens=REFERENS,
    checks=CHECKS,
    examples=(
        Example("Påhittad kommun, egen personal gör tillsynen", EGEN,
                {"mellan": {"besok_per_ar": 65700, "mil_per_ar": 59130}, "rader": {"n1_drivmedel": 638604, "k1_kamera": 756000},
                 "timmar_per_rad": {"n2_besok": 32850, "k6_egen_personal": 1095}},
                "Räknat för hand: 90 × 2 × 365 = 65 700 besök, 65 700 × 20 ÷ 60 × 1,5 = 32 850 h, 90 × 700 × 12 = 756 000 kr"),
        Example("Påhittad kommun, leverantör gör tillsynen", LEVERANTOR,
                {"mellan": {"besok_per_ar": 10950, "mil_per_ar": 17520}, "rader": {"n1_drivmedel": 66576, "k7_extern": 492750},
                 "timmar_per_rad": {"n2_besok": 4562.5, "k6_egen_personal": 0}},
                "Räknat för hand: 20 × 1,5 × 365 = 10 950 besök, 10 950 × 25 ÷ 60 = 4 562,5 h, 10 950 × 45 = 492 750 kr"),
    ),
)  # fmt: skip
