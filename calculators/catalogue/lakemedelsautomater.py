"""Läkemedelsautomater i äldreomsorgen: a reference calculation by SKR and Inera, with our reading of its open points."""

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
)
from calculators.schema import Check, Example, number, share, text

OMFATTNING, BESOK, RESOR = "Omfattning", "Besöken som faller bort", "Resor"
KVALITET, TEKNIK, INFORANDE = "Planering och avvikelser", "Automaterna", "Införande och drift"
HERE = "referenskalkyler.lakemedelsautomater_"


@dataclass(frozen=True)
class Inputs(Uppgifter):
    namn: str = text("Förändringens namn", default="Användning av läkemedelsautomater", group="Er kommun")
    brukare_lakemedel: float | None = fragad("Brukare som får hjälp att ta läkemedel", group=OMFATTNING,
        help="Bara de som analysen gäller, inte alla i hemtjänsten.")
    andel_automat: float = share("Andel av dem som kan ha automat", from_standard=HERE + "andel_automat", group=OMFATTNING,
        help="Tänk försiktigt: ett snitt för hela perioden, inte läget på slutet.")
    borttagna_besok_per_dag: float = number("Besök som försvinner per brukare och dag", unit="besök/dag", group=OMFATTNING,
        from_standard=HERE + "borttagna_besok_per_dag", help="Räkna besök där allt som görs försvinner eller kan flyttas.")
    besokstid_min: float | None = fragad("Tid hos brukaren per besök, utan resa", "min", group=BESOK, seen=HERE + "besokstid_min",
        help="Bara den del av besöket som verkligen faller bort.")
    andel_bil: float | None = fragad_andel("Andel av besöken som görs med bil", group=RESOR,
        help="Ett vägt snitt för hela området som analysen gäller.")
    km_per_besok: float | None = fragad("Körsträcka per besök", "km", group=RESOR,
        help="Sträckan för ett besök, inte hela rutten. Dela gärna en vanlig periods körning med antalet besök.")
    drivmedel: str | None = drivmedel(group=RESOR)
    drivmedel_eget_kr_per_mil: float | None = drivmedel_eget(group=RESOR)
    snitthastighet_kmh: float | None = fragad("Verklig snitthastighet", "km/h", above=0.0, group=RESOR,
        help="Hur fort bilen rullar i snitt, inte vad skyltarna säger.")
    restid_annat_min: float | None = fragad("Restid per besök utan bil", "min", group=RESOR, seen=HERE + "restid_annat_min",
        help="Skriv 0 om alla besök görs med bil.")
    planerare_antal: float | None = fragad("Personer som planerar scheman och berörs", "personer", group=KVALITET,
        help="Ta reda på om planeringen är central eller sköts i varje grupp.")
    planering_h_per_person: float = number("Frigjord planeringstid per person och år", unit="h/år", group=KVALITET,
        from_standard=HERE + "planering_h_per_person", help="Betyder lite för helheten. Lägg inte mycket tid på den.")
    avvikelser_per_ar: float | None = fragad("Läkemedelsavvikelser per år", "st/år", group=KVALITET,
        help="Er egen statistik, med er egen definition av avvikelse.")
    andel_avvikelser_bort: float | None = fragad_andel("Andel avvikelser som försvinner för dem som får automat", group=KVALITET,
        help="Tänk främst på doser som missas eller tas för sent.")
    avvikelse_min: float | None = fragad("Tid att hantera en avvikelse", "min", group=KVALITET, seen=HERE + "avvikelse_min",
        help="All tid: den som skriver, den som följer upp och andra som berörs.")
    automat_kr_per_manad: float | None = fragad("Månadskostnad per automat", "kr/mån", group=TEKNIK,
        help="Ur avtal eller offert. Ta reda på vad som ingår.")
    forandringsledning_h: float | None = fragad("Arbetstid för förändringsledning, totalt", "h", group=INFORANDE, guessed=False,
        seen=HERE + "forandringsledning_h", help="Sjuksköterskor, omsorgspersonal, planerare och chefer, rutiner och kommunikation.")
    utbildning_personer: float | None = fragad("Personer som ska utbildas", "personer", group=INFORANDE,
        help="Alla roller som berörs av införandet.")
    utbildning_h_per_person: float = number("Utbildningstid per person", unit="h", group=INFORANDE,
        from_standard=HERE + "utbildning_h_per_person")
    installation_min: float = number("Tid att installera en automat och informera brukaren", unit="min", group=INFORANDE,
        from_standard=HERE + "installation_min")
    drift_h_per_ar: float | None = fragad("Egen tid för drift, stöd och förvaltning", "h/år", group=INFORANDE, guessed=False,
        seen=HERE + "drift_h_per_ar", help="Ta reda på vad leverantören redan gör inom hyran.")
    timkostnad_omvardnad: float = timkostnad("Timkostnad omsorgspersonal (undersköterska)", "underskoterska_hemtjanst")
    timkostnad_sjukskoterska: float = timkostnad("Timkostnad grundutbildad sjuksköterska", "grundutbildad_sjukskoterska")
    timkostnad_forandringsledning: float | None = timkostnad("Timkostnad för den som leder förändringen")
    timkostnad_systemadmin: float | None = timkostnad("Timkostnad systemadministratör", seen="timkostnad.systemadministrator")


REFERENS = Referens(
    alternativ_a="Personal åker hem till brukaren för att ge läkemedel.",
    alternativ_b="Brukaren tar läkemedlen själv med en automat, och hela eller delar av besök faller bort.",
    passar_inte="Personal behöver ändå vara på plats vid varje dos, tekniken är en annan, "
    "eller kostnaden byggs upp på ett helt annat sätt än hyra per automat.",
    kalla="SKR:s och Ineras referensanalys av läkemedelsautomater, 2024, reviderad 2026",
    konstanter={"dagar_per_ar": "kalender.dagar_per_ar"},
    mellan=(
        Mellan("automater", "Antal automater", "st", "brukare_lakemedel * andel_automat"),
        Mellan("besok_bort_per_ar", "Besök som försvinner per år", "besök/år", "automater * borttagna_besok_per_dag * dagar_per_ar"),
        Mellan("besok_bil_per_ar", "Besök med bil som försvinner", "besök/år", "besok_bort_per_ar * andel_bil"),
        Mellan("mil_per_ar", "Mil som inte körs", "mil/år", "besok_bil_per_ar * km_per_besok / 10"),
        Mellan("restid_bil_min", "Restid per besök med bil", "min", "delat(km_per_besok, snitthastighet_kmh) * 60"),
        Mellan("besok_annat_per_ar", "Besök utan bil som försvinner", "besök/år", "besok_bort_per_ar * (1 - andel_bil)"),
        Mellan("avvikelser_minskning_per_ar", "Färre avvikelser per år", "st/år",
               "delat(avvikelser_per_ar, brukare_lakemedel) * automater * andel_avvikelser_bort"),
    ),
    rader=(
        pengar("n1_drivmedel", "Lägre drivmedelskostnad", "nytta", "mil_per_ar * drivmedel_kr_per_mil"),
        tid("n2_besok_bil", "Frigjord tid, färre besök med bil", "nytta",
            "besok_bil_per_ar * (restid_bil_min + besokstid_min) / 60", "timkostnad_omvardnad"),
        tid("n3_planering", "Frigjord tid, enklare planering", "nytta",
            "planerare_antal * planering_h_per_person", "timkostnad_sjukskoterska"),
        tid("n4_avvikelser", "Frigjord tid, färre avvikelser", "nytta",
            "avvikelser_minskning_per_ar * avvikelse_min / 60", "timkostnad_sjukskoterska"),
        tid("n5_besok_annat", "Frigjord tid, färre besök utan bil", "nytta",
            "besok_annat_per_ar * (restid_annat_min + besokstid_min) / 60", "timkostnad_omvardnad"),
        pengar("k1_hyra", "Hyra för automater", "kostnad", "automater * automat_kr_per_manad * 12"),
        forandringsledning("k2_forandringsledning"),
        utbildning("k3_utbildning"),
        tid("k4_installation", "Installation och information", "kostnad", "automater * installation_min / 60",
            "timkostnad_omvardnad", engang=True),
        drift("k5_drift"),
    ),
    utan=(
        Utan("Tryggare brukare när läkemedlen verkar bättre", "kvalitet", "brukare"),
        Utan("Mer självständig brukare som sköter sina läkemedel", "kvalitet", "brukare"),
        Utan("Mer självständig brukare tack vare bättre effekt", "kvalitet", "brukare"),
        Utan("Högre patientsäkerhet, rätt dos i rätt tid", "kvalitet", "brukare"),
        Utan("Bättre arbetsmiljö när brukaren klarar mer", "kvalitet", "personal"),
        Utan("Färre trafikolyckor i tjänsten", "kvalitet", "personal"),
        Utan("Jämnare arbetsdag och mer flexibilitet", "kvalitet", "personal"),
        Utan("Lägre koldioxidutsläpp", "miljo", "samhallet"),
    ),
    tolkningar=(
        "Planering och avvikelser värderas med sjuksköterskans timkostnad, också när någon annan gör arbetet.",
        "Antalet automater avrundas inte, för det är ett snitt för perioden.",
        "Besöken i raden om bil läses som besök med bil. De andra besöken ligger i raden utan bil.",
        "Mallen säger inte vem som bär kostnaderna. Vi lägger dem på kommunen, som i de andra mallarna.",
        ARSFAKTORER,
    ),
)

CHECKS = (
    Check("brukare_lakemedel", "info", "brukare_lakemedel > 0",
          "Gäller siffran bara dem som får hjälp med läkemedel, inte hela hemtjänsten?"),
    Check("andel_automat", "fråga", "andel_automat == 0.65",
          "Är 65 % ett rimligt snitt för hela perioden, eller en nivå ni når först på sikt?"),
    Check("andel_automat", "varning", "andel_automat > 0.65", "Över 65 % behöver en tydlig lokal motivering. Skriv den i Källa."),
    Check("andel_automat", "fråga", "andel_automat < 0.2", "Låg andel. Vad begränsar införandet? (gränsen är vår)"),
    Check("borttagna_besok_per_dag", "varning", "borttagna_besok_per_dag >= 2",
          "Två eller fler besök per dag är mycket. Räknas samma besök flera gånger?"),
    Check("borttagna_besok_per_dag", "fråga", "1.5 < borttagna_besok_per_dag < 2",
          "Det är över spannet som har setts i kommuner. Varför är det så hos er?"),
    Check("snitthastighet_kmh", "fråga", "snitthastighet_kmh >= 70 or (0 < snitthastighet_kmh < 15)",
          "Är det verklig snittfart för de här resorna? (gränserna är våra)"),
    Check("km_per_besok", "fråga", "km_per_besok > 30",
          "Lång sträcka per besök. Är det hela rutten eller ett ytterområde? (gränsen är vår)"),
    Check("besokstid_min", "fråga", "besokstid_min > 15", "Längre än 15 minuter. Finns det andra insatser i besöket som blir kvar?"),
    Check("andel_avvikelser_bort", "varning", "andel_avvikelser_bort >= 1", "Alla avvikelser kan inte försvinna. Sänk andelen."),
    Check("andel_avvikelser_bort", "fråga", "0.7 < andel_avvikelser_bort < 1",
          "Hög andel. Ingår avvikelser som automaten inte kan påverka? (gränsen är vår)"),
    Check("avvikelse_min", "fråga", "0 < avvikelse_min <= 10", "Kort tid. Är alla roller och moment med?"),
    Check("restid_annat_min", "varning", "andel_bil == 1 and restid_annat_min > 0",
          "Alla besök görs med bil, så restiden utan bil används inte."),
    Check("planering_h_per_person", "fråga", "planering_h_per_person > 25", "Mer än 25 timmar per person. Vilket arbete försvinner?"),
    Check("forandringsledning_h", "fråga", "0 < forandringsledning_h < brukare_lakemedel * 3",
          "Lågt jämfört med vad som har setts. Är alla roller med? (gränsen, 3 timmar per brukare, är vår)"),
    Check("forandringsledning_h", "fråga", "forandringsledning_h > brukare_lakemedel * 16",
          "Högt. Ligger utbildning, installation eller drift med här? (gränsen är vår)"),
    Check("utbildning_personer", "fråga", "0 < utbildning_personer < 5", "Få personer. Räcker det när personal byts ut? (gränsen är vår)"),
    Check("drift_h_per_ar", "fråga", "drift_h_per_ar == 0", "Ingen egen tid för drift. Sköter leverantören allt?"),
    Check("automat_kr_per_manad", "info", "automat_kr_per_manad > 0",
          "Ingår installation, utbildning, uppkoppling eller stöd i priset? Räkna dem då inte en gång till."),
)

TYPISK = {
    "kommun": "Ekhamns kommun", "brukare_lakemedel": 100, "andel_bil": 0.8, "km_per_besok": 4, "drivmedel": "el",
    "snitthastighet_kmh": 40, "besokstid_min": 10, "planerare_antal": 4, "avvikelser_per_ar": 600, "andel_avvikelser_bort": 0.4,
    "avvikelse_min": 45, "restid_annat_min": 6, "automat_kr_per_manad": 600, "forandringsledning_h": 700,
    "timkostnad_forandringsledning": 635, "timkostnad_systemadmin": 502, "utbildning_personer": 120, "drift_h_per_ar": 60,
}  # fmt: skip
GLES = {**TYPISK, "kommun": "Norrvinge kommun", "brukare_lakemedel": 40, "andel_bil": 1, "km_per_besok": 12, "snitthastighet_kmh": 60,
        "restid_annat_min": 0, "drivmedel": "diesel", "planerare_antal": 2, "avvikelser_per_ar": 200, "forandringsledning_h": 300,
        "utbildning_personer": 50, "drift_h_per_ar": 30}  # fmt: skip

CALCULATOR = referenskalkyl(
    id="lakemedelsautomater",
    title="Läkemedelsautomater",
    summary="Räkna på vad läkemedelsautomater i äldreomsorgen ger och kräver.",
    inputs=Inputs,
    referens=REFERENS,
    checks=CHECKS,
    examples=(
        Example("Påhittad kommun, korta avstånd", TYPISK,
                {"mellan": {"automater": 65, "besok_bort_per_ar": 23725}, "rader": {"n1_drivmedel": 28849.6, "k1_hyra": 468000},
                 "timmar_per_rad": {"k2_forandringsledning": 700}, "troligt": {"overstiger_ar": 1}},
                "Räknat för hand: 100 × 65 % = 65 automater, 65 × 1 × 365 = 23 725 besök, 65 × 600 × 12 = 468 000 kr"),
        Example("Påhittad kommun, långa avstånd", GLES,
                {"mellan": {"automater": 26, "restid_bil_min": 12, "mil_per_ar": 11388}, "rader": {"k1_hyra": 187200}},
                "Räknat för hand: 12 km i 60 km/h = 12 minuter, 26 × 365 × 12 ÷ 10 = 11 388 mil, 26 × 600 × 12 = 187 200 kr"),
    ),
)  # fmt: skip
