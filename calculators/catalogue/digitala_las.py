"""Digitala lås i äldreomsorgen: a reference calculation by SKR and Inera, with our reading of its open points."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.referens.calculator import referenskalkyl
from calculators.referens.declaration import ALLA_DAGAR, ARSFAKTORER, Mellan, Referens, Utan
from calculators.referens.rader import forandringsledning, pengar, tid, utbildning
from calculators.referens.uppgifter import (
    Uppgifter,
    drivmedel,
    drivmedel_eget,
    fragad,
    fragad_andel,
    timkostnad,
    valfri,
)
from calculators.schema import Check, Example, text

OMFATTNING, NYCKLAR, OVERLAMNING, LARM = "Omfattning", "Låsbyten i dag", "Överlämning av nycklar", "Larm"
LASEN, INSTALLATION, INFORANDE, DRIFT = "Låsen", "Installation", "Införande", "Drift och stöd"


@dataclass(frozen=True)
class Inputs(Uppgifter):
    namn: str = text("Förändringens namn", default="Digitala lås", group="Er kommun")
    brukare: float | None = fragad("Brukare som ska få digitalt lås", "personer", group=OMFATTNING,
        help="Bara hem som personalen behöver kunna ta sig in i.")
    extralas: float | None = fragad("Extra lås, till exempel i port eller tvättstuga", group=OMFATTNING)
    lasbyten_per_manad: float | None = fragad("Lås som byts per månad i dag", "st/mån", group=NYCKLAR,
        help="Bara de byten som digitala lås tar bort.")
    las_ersattning_kr: float | None = fragad("Kostnad för att byta ett lås", "kr", group=NYCKLAR)
    overlamningar_per_dag: float | None = fragad("Nyckelöverlämningar per dag", "st/dag", group=OVERLAMNING,
        help="De som sker under passet och som försvinner.")
    overlamning_min: float | None = fragad("Tid per överlämning för en person, med resa", "min", group=OVERLAMNING,
        help="Skriv tiden för en av de två. Vi räknar den för båda.")
    overlamning_andel_bil: float | None = fragad_andel("Andel av överlämningarna som görs med bil", group=OVERLAMNING)
    overlamning_km: float | None = fragad("Extra körning per överlämning och person", "km", group=OVERLAMNING,
        help="Skriv sträckan för en av de två. Vi räknar den för båda.")
    larm_per_dag: float | None = fragad("Larm per dag som kräver besök", "st/dag", group=LARM,
        help="Inte larm som går att lösa på avstånd.")
    hamta_nyckel_min: float | None = fragad("Extra tid att hämta nyckeln vid ett larm", "min", group=LARM,
        help="Inte hela larmbesöket. Skriv 0 om personalen redan har nyckeln med sig.")
    larm_andel_bil: float | None = fragad_andel("Andel av larmen som åtgärdas med bil", group=LARM)
    larm_km: float | None = fragad("Extra körning för att hämta nyckeln, per larm", "km", group=LARM,
        help="Bara omvägen, inte resan till brukaren.")
    drivmedel: str | None = drivmedel(group="Drivmedel")
    drivmedel_eget_kr_per_mil: float | None = drivmedel_eget(group="Drivmedel")
    las_pris_kr: float | None = fragad("Inköpspris per lås", "kr", group=LASEN, help="Skriv 0 om ni hyr låsen eller köper en tjänst.")
    las_ovrigt_kr: float | None = fragad("Annat vid köpet, till exempel nyckelgömmor, totalt", "kr", group=LASEN,
        help="Skriv 0 om det inte behövs.")
    las_kr_per_manad: float | None = fragad("Kostnad per lås och månad", "kr/mån", group=LASEN, help="Hyra, tjänst, drift eller stöd.")
    leverantor_ovrigt_kr_per_ar: float | None = fragad("Annat till leverantören, per år", "kr/år", group=LASEN)
    leverantor_inforande_kr: float | None = fragad("Engångskostnad till leverantören för införandet", "kr", group=INSTALLATION)
    leverantor_installation_kr_per_las: float | None = fragad("Leverantörens installation, per lås", "kr", group=INSTALLATION,
        help="Skriv 0 om kommunen själv installerar.")
    installation_kommun_min: float | None = valfri("Egen tid att installera ett lås", "min", group=INSTALLATION,
        help="Skriv 0 om leverantören installerar.")
    installationsutbildning_personer: float | None = valfri("Egen personal som lär sig installera", "personer", group=INSTALLATION,
        help="Skriv 0 om leverantören installerar.")
    installationsutbildning_h: float | None = valfri("Utbildningstid per installatör", "h", group=INSTALLATION)
    forandringsledning_h: float | None = fragad("Arbetstid för förändringsledning", "h", group=INFORANDE,
        help="Behörigheter, rutiner, larm och kontakter med fastighetsägare.")
    utbildning_personer: float | None = fragad("Omsorgspersonal som ska utbildas", "personer", group=INFORANDE)
    utbildning_h_per_person: float | None = fragad("Utbildningstid per person", "h", group=INFORANDE)
    information_h_per_brukare: float | None = fragad("Tid att informera en brukare", "h", group=INFORANDE)
    hyresvard_kr: float | None = fragad("Kostnad för att informera hyresvärdar, totalt", "kr", group=INFORANDE)
    drift_h_per_ar: float | None = fragad("Egen tid för drift och behörigheter", "h/år", group=DRIFT, help="Summan för alla som berörs.")
    timkostnad_omvardnad: float = timkostnad("Timkostnad omsorgspersonal (undersköterska)", "underskoterska_hemtjanst")
    timkostnad_installation: float | None = timkostnad("Timkostnad för den som installerar", optional=True)
    timkostnad_forandringsledning: float | None = timkostnad("Timkostnad för den som leder förändringen")
    timkostnad_systemadmin: float | None = timkostnad("Timkostnad systemadministratör", seen="timkostnad.systemadministrator")


REFERENS = Referens(
    alternativ_a="Personalen låser upp hemma hos brukaren med vanliga nycklar.",
    alternativ_b="Personalen låser upp med digitala nycklar.",
    passar_inte="Det gäller passersystem i kommunens egna lokaler, eller någon annan teknik.",
    kalla="SKR:s och Ineras referensanalys av digitala lås, maj 2026",
    konstanter={"dagar_per_ar": "kalender.dagar_per_ar"},
    mellan=(
        Mellan("las_totalt", "Lås totalt", "st", "brukare + extralas"),
        Mellan("overlamning_h_per_ar", "Tid för överlämningar", "h/år", "overlamningar_per_dag * overlamning_min / 60 * 2 * dagar_per_ar"),
        Mellan("larm_h_per_ar", "Tid att hämta nyckeln vid larm", "h/år", "larm_per_dag * hamta_nyckel_min / 60 * dagar_per_ar"),
        Mellan("overlamning_mil_per_ar", "Mil för överlämningar", "mil/år",
               "overlamningar_per_dag * overlamning_andel_bil * overlamning_km * 2 / 10 * dagar_per_ar"),
        Mellan("larm_mil_per_ar", "Mil för att hämta nyckeln vid larm", "mil/år",
               "larm_per_dag * larm_andel_bil * larm_km / 10 * dagar_per_ar"),
    ),
    rader=(
        pengar("n1_lasbyten", "Färre låsbyten", "nytta", "lasbyten_per_manad * las_ersattning_kr * 12"),
        tid("n2_overlamning", "Frigjord tid, färre överlämningar", "nytta", "overlamning_h_per_ar", "timkostnad_omvardnad"),
        tid("n3_larm", "Frigjord tid vid larm", "nytta", "larm_h_per_ar", "timkostnad_omvardnad"),
        pengar("n4_drivmedel_overlamning", "Lägre drivmedelskostnad, överlämningar", "nytta",
               "overlamning_mil_per_ar * drivmedel_kr_per_mil"),
        pengar("n5_drivmedel_larm", "Lägre drivmedelskostnad, larm", "nytta", "larm_mil_per_ar * drivmedel_kr_per_mil"),
        pengar("k1_investering", "Köp av lås", "kostnad", "las_totalt * las_pris_kr + las_ovrigt_kr", engang=True),
        pengar("k2_las_per_manad", "Lås per månad", "kostnad", "las_totalt * las_kr_per_manad * 12"),
        pengar("k3_inforande_leverantor", "Införande och installation, leverantör", "kostnad",
               "leverantor_inforande_kr + las_totalt * leverantor_installation_kr_per_las", engang=True),
        pengar("k4_ovrigt_leverantor", "Annat till leverantören", "kostnad", "leverantor_ovrigt_kr_per_ar"),
        forandringsledning("k5_forandringsledning"),
        utbildning("k6_utbildning", "Utbildning av omsorgspersonal"),
        tid("k6b_utbildning_installation", "Utbildning av installatörer", "kostnad",
            "installationsutbildning_personer * installationsutbildning_h", "timkostnad_installation", engang=True),
        tid("k7_information_brukare", "Information till brukare", "kostnad", "brukare * information_h_per_brukare",
            "timkostnad_omvardnad", engang=True),
        pengar("k7b_information_hyresvardar", "Information till hyresvärdar", "kostnad", "hyresvard_kr", kategori="omfordelning",
               engang=True),
        tid("k8_drift", "Drift och stöd, kommunen", "kostnad", "drift_h_per_ar", "timkostnad_systemadmin"),
        tid("k9_installation_kommun", "Installation, kommunen", "kostnad", "las_totalt * installation_kommun_min / 60",
            "timkostnad_installation", engang=True),
    ),
    utan=(
        Utan("Tryggare brukare", "kvalitet", "brukare"),
        Utan("Högre säkerhet, rätt behörighet och spårbarhet", "kvalitet", "brukare"),
        Utan("Lägre kostnad för extranycklar", "finansiell", "brukare"),
        Utan("Bättre arbetsmiljö", "kvalitet", "personal"),
        Utan("Lättare planering", "kvalitet", "kommunen"),
        Utan("Lättare samarbete mellan grupper och aktörer", "kvalitet", "kommunen"),
        Utan("Starkare krisberedskap", "kvalitet", "kommunen"),
        Utan("Mindre miljöpåverkan", "miljo", "samhallet"),
    ),
    tolkningar=(
        "Tiden och sträckan vid en överlämning gäller en person, och räknas för båda. Guiden går att läsa på två sätt: "
        "per dag totalt, eller för en person. Vid larm räknas en person.",
        "Guiden säger inte i vilken enhet kommunens installationstid ska stå. Vi räknar i minuter.",
        "Information till hyresvärdar är ett belopp utan timmar, men sorteras som omfördelning, så som i rapporten.",
        "Annat vid köpet läses som ett totalbelopp, en gång.",
        ALLA_DAGAR,
        ARSFAKTORER,
    ),
)

CHECKS = (
    Check("extralas", "fråga", "extralas > brukare", "Fler extra lås än brukare. Behövs alla? (gränsen är vår)"),
    Check("overlamning_min", "fråga", "overlamning_min > 60", "Är det tiden för en person och en överlämning? (gränsen är vår)"),
    Check("hamta_nyckel_min", "fråga", "hamta_nyckel_min > 40", "Är det bara tiden att hämta nyckeln? (gränsen är vår)"),
    Check("overlamning_km", "fråga", "overlamning_km > 20", "Är det bara den extra körningen, inte hela passet? (gränsen är vår)"),
    Check("larm_km", "fråga", "larm_km > 20", "Är det bara omvägen, inte resan till brukaren? (gränsen är vår)"),
    Check("las_pris_kr", "varning", "las_pris_kr > 0 and las_kr_per_manad > 0",
          "Både köp och månadskostnad är ifyllda. Ingår låset redan i månadspriset?"),
    Check("las_pris_kr", "fråga", "las_pris_kr == 0 and las_kr_per_manad == 0 and brukare > 0",
          "Ingen kostnad för låsen. Köper ni, hyr ni, eller är det en tjänst?"),
    Check("leverantor_installation_kr_per_las", "varning", "leverantor_installation_kr_per_las > 0 and installation_kommun_min > 0",
          "Både leverantören och kommunen installerar. Räkna inte samma lås två gånger."),
    Check("installationsutbildning_personer", "varning",
          "leverantor_installation_kr_per_las > 0 and installationsutbildning_personer > 0",
          "Leverantören installerar. Behöver egen personal ändå lära sig? Annars är det 0 här."),
    Check("information_h_per_brukare", "fråga", "information_h_per_brukare == 0 and brukare > 0", "Behöver ingen brukare information?"),
    Check("forandringsledning_h", "fråga", "0 < forandringsledning_h < 40",
          "Lite tid. Är behörigheter, rutiner, larm och fastighetsägare med? (gränsen är vår)"),
    Check("utbildning_personer", "fråga", "0 < utbildning_personer < 5",
          "Få personer. Kan alla som berörs använda låsen? (gränsen är vår)"),
    Check("utbildning_h_per_person", "fråga", "0 < utbildning_h_per_person < 0.5",
          "Räcker tiden för teknik, rutiner och larm? (gränsen är vår)"),
    Check("drift_h_per_ar", "fråga", "drift_h_per_ar < brukare * 0.25",
          "Lite tid. Är behörigheter och byten av personal med? (gränsen, en kvart per brukare, är vår)"),
)

KOP = {
    "kommun": "Rönnhults kommun", "brukare": 200, "extralas": 20, "drivmedel": "el", "lasbyten_per_manad": 2, "las_ersattning_kr": 2500,
    "overlamningar_per_dag": 10, "overlamning_min": 12, "overlamning_andel_bil": 0.5, "overlamning_km": 3, "larm_per_dag": 6,
    "hamta_nyckel_min": 10, "larm_andel_bil": 0.75, "larm_km": 4, "las_pris_kr": 2000, "las_ovrigt_kr": 10000, "las_kr_per_manad": 50,
    "leverantor_ovrigt_kr_per_ar": 12000, "leverantor_inforande_kr": 60000, "leverantor_installation_kr_per_las": 0,
    "installation_kommun_min": 30, "installationsutbildning_personer": 3, "installationsutbildning_h": 4, "forandringsledning_h": 300,
    "utbildning_personer": 150, "utbildning_h_per_person": 1, "information_h_per_brukare": 0.5, "hyresvard_kr": 15000,
    "drift_h_per_ar": 200, "timkostnad_installation": 415, "timkostnad_forandringsledning": 635, "timkostnad_systemadmin": 502,
}  # fmt: skip
TJANST = {**KOP, "kommun": "Havsnäsets kommun", "brukare": 60, "extralas": 0, "las_pris_kr": 0, "las_ovrigt_kr": 0, "las_kr_per_manad": 120,
          "leverantor_installation_kr_per_las": 900, "installation_kommun_min": 0, "installationsutbildning_personer": 0,
          "installationsutbildning_h": 0, "overlamningar_per_dag": 4, "larm_per_dag": 2, "forandringsledning_h": 120,
          "utbildning_personer": 40, "drift_h_per_ar": 60}  # fmt: skip

CALCULATOR = referenskalkyl(
    id="digitala_las",
    title="Digitala lås",
    summary="Räkna på vad digitala lås i hemtjänsten ger och kräver.",
    inputs=Inputs,
    referens=REFERENS,
    checks=CHECKS,
    examples=(
        Example("Påhittad kommun, köper låsen och installerar själv", KOP,
                {"mellan": {"las_totalt": 220, "overlamning_h_per_ar": 1460, "larm_mil_per_ar": 657},
                 "rader": {"n1_lasbyten": 60000, "k1_investering": 450000, "k9_installation_kommun": 45650}},
                "Räknat för hand: 10 × 12 ÷ 60 × 2 × 365 = 1 460 h, 220 × 2 000 + 10 000 = 450 000 kr, 220 × 30 ÷ 60 × 415 = 45 650 kr"),
        Example("Påhittad kommun, hyr låsen som en tjänst", TJANST,
                {"mellan": {"las_totalt": 60, "overlamning_h_per_ar": 584},
                 "rader": {"k1_investering": 0, "k2_las_per_manad": 86400, "k3_inforande_leverantor": 114000}},
                "Räknat för hand: 4 × 12 ÷ 60 × 2 × 365 = 584 h, 60 × 120 × 12 = 86 400 kr, 60 000 + 60 × 900 = 114 000 kr"),
    ),
)  # fmt: skip
