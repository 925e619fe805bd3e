"""Digitala inköp i äldreomsorgen: a reference calculation by SKR and Inera, with our reading of its open points."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.referens.calculator import referenskalkyl
from calculators.referens.declaration import ALLA_VECKOR, ARSFAKTORER, Mellan, Referens, Utan
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
from calculators.schema import Check, Example, flag, number, share, text

OMFATTNING, TIDER, RESOR, TEKNIK = "Omfattning", "Tid för ett inköp", "Resor till butiken", "Surfplattorna"
INFORANDE, BRUKARENS = "Införande", "Brukarens kostnad"
HERE = "referenskalkyler.digitala_inkop_"


@dataclass(frozen=True)
class Inputs(Uppgifter):
    namn: str = text("Förändringens namn", default="Digitala inköp", group="Er kommun")
    personer_inkopshjalp: float | None = fragad("Personer som får hjälp med inköp", "personer", group=OMFATTNING,
        help="Inte alla äldre, och inte alla med hemtjänst.")
    andel_digitala: float = share("Andel av dem som kan handla digitalt", group=OMFATTNING, from_standard=HERE + "andel_digitala",
        help="Några behöver hjälp på annat sätt. Ta ett försiktigt snitt för hela perioden.")
    inkop_per_vecka: float | None = fragad("Inköp per brukare och vecka", "st/vecka", group=OMFATTNING, seen=HERE + "inkop_per_vecka",
        help="Bara de inköp som personalen gör.")
    fysisk_min: float | None = fragad("Tid i butik per brukare och inköp, utan resa", "min", group=TIDER, seen=HERE + "fysisk_min",
        help="Handlar ni åt flera samtidigt: dela tiden på dem.")
    resa_min: float | None = fragad("Restid till och från butik per brukare och inköp", "min", group=TIDER,
        help="Dela rundans tid på brukarna som ni handlar åt.")
    digital_min: float | None = fragad("Tid att stödja ett digitalt inköp", "min", group=TIDER,
        help="Utan resa. Ofta ungefär lika lång som tiden i butik.")
    andel_bil: float | None = fragad_andel("Andel av inköpen som görs med bil", group=RESOR,
        help="Bara inköpen, inte alla hemtjänstens resor.")
    km_per_inkop: float | None = fragad("Körsträcka per inköp", "km", group=RESOR, help="Dela rundans sträcka på brukarna.")
    drivmedel: str | None = drivmedel(group=RESOR)
    drivmedel_eget_kr_per_mil: float | None = drivmedel_eget(group=RESOR)
    brukare_per_surfplatta: float = number("Brukare som delar en surfplatta", unit="personer", above=0.0, group=TEKNIK,
        from_standard=HERE + "brukare_per_surfplatta", help="Personalen tar med surfplattan till brukaren.")
    surfplatta_kr_per_ar: float | None = fragad("Kostnad per surfplatta och år", "kr/år", group=TEKNIK, help="Hyra och abonnemang.")
    drift_h_per_surfplatta: float = number("Drift och stöd per surfplatta och år", unit="h/år", group=TEKNIK,
        from_standard=HERE + "drift_h_per_surfplatta")
    forandringsledning_h: float | None = fragad("Arbetstid för förändringsledning, totalt", "h", group=INFORANDE, guessed=False,
        seen=HERE + "forandringsledning_h_per_brukare", help="Det som har setts gäller per brukare. Här skriver du summan för alla.")
    utbildning_personer: float | None = fragad("Personer som ska utbildas", "personer", group=INFORANDE,
        help="All personal som ska ge stödet.")
    utbildning_h_per_person: float = number("Utbildningstid per person", unit="h", group=INFORANDE,
        from_standard=HERE + "utbildning_h_per_person")
    information_min: float = number("Tid att informera en brukare första gången", unit="min", group=INFORANDE,
        from_standard=HERE + "information_min", help="Inte det stöd som ges vid varje inköp.")
    leveransavgift_kr_per_inkop: float | None = valfri("Leveransavgift som brukaren betalar", "kr/inköp", group=BRUKARENS,
        help="Vårt tillägg: mallen saknar fältet. Lämna det tomt för att räkna som mallen.")
    timkostnad_omvardnad: float = timkostnad("Timkostnad omsorgspersonal (undersköterska)", "underskoterska_hemtjanst")
    timkostnad_enhetschef: float = timkostnad("Timkostnad enhetschef", "enhetschef_aldreomsorg_niva2",
        help="Finns i mallen, men ingen rad använder den. Resultatet ändras inte av den.")
    timkostnad_forandringsledning: float | None = timkostnad("Timkostnad för den som leder förändringen")
    timkostnad_systemadmin: float | None = timkostnad("Timkostnad systemadministratör", seen="timkostnad.systemadministrator")
    avrunda_plattor_uppat: bool = flag("Avrunda surfplattorna uppåt till hela", group="Ramar",
        help="I mallen får antalet ha decimaler.")


REFERENS = Referens(
    alternativ_a="Hemtjänsten handlar mat och annat till hemmet i en butik.",
    alternativ_b="Brukaren handlar på nätet med stöd av personal, och butiken kör hem varorna.",
    passar_inte="Hemtjänsten kör själv hem varorna, eller stödet ges på avstånd med video.",
    kalla="SKR:s och Ineras referensanalys av digitala inköp, version 3.0.0, 2026",
    konstanter={"veckor_per_ar": "kalender.veckor_per_ar"},
    mellan=(
        Mellan("brukare_digitala", "Brukare med digitala inköp", "personer", "personer_inkopshjalp * andel_digitala"),
        Mellan("inkop_per_ar", "Inköp per år", "st/år", "personer_inkopshjalp * inkop_per_vecka * veckor_per_ar"),
        Mellan("inkop_digitala_per_ar", "Digitala inköp per år", "st/år", "brukare_digitala * inkop_per_vecka * veckor_per_ar"),
        Mellan("inkop_fysiska_kvar", "Inköp som ändå görs i butik", "st/år", "inkop_per_ar - inkop_digitala_per_ar"),
        Mellan("frigjord_h_per_ar", "Frigjord tid per år", "h/år",
               "inkop_per_ar * (fysisk_min + resa_min) / 60"
               " - (inkop_digitala_per_ar * digital_min / 60 + inkop_fysiska_kvar * (fysisk_min + resa_min) / 60)"),
        Mellan("mil_per_ar", "Mil som inte körs", "mil/år", "inkop_digitala_per_ar * andel_bil * km_per_inkop / 10"),
        Mellan("surfplattor", "Surfplattor som behövs", "st",
               "om(avrunda_plattor_uppat, uppat(delat(brukare_digitala, brukare_per_surfplatta)),"
               " delat(brukare_digitala, brukare_per_surfplatta))"),
    ),
    rader=(
        tid("n1_frigjord_tid", "Frigjord tid från inköp", "nytta", "frigjord_h_per_ar", "timkostnad_omvardnad"),
        pengar("n2_transport", "Lägre drivmedelskostnad", "nytta", "mil_per_ar * drivmedel_kr_per_mil"),
        pengar("k1_teknik", "Surfplattor", "kostnad", "surfplattor * surfplatta_kr_per_ar"),
        forandringsledning("k2_forandringsledning"),
        utbildning("k3_utbildning"),
        tid("k4_information", "Information till brukare", "kostnad", "brukare_digitala * information_min / 60",
            "timkostnad_omvardnad", engang=True),
        tid("k5_drift", "Drift och stöd", "kostnad", "surfplattor * drift_h_per_surfplatta", "timkostnad_systemadmin"),
        pengar("k6_leveransavgift", "Leveransavgift för brukaren (vårt tillägg)", "kostnad",
               "inkop_digitala_per_ar * leveransavgift_kr_per_inkop", perspektiv="brukare"),
    ),
    utan=(
        Utan("Mer delaktig brukare", "kvalitet", "brukare"),
        Utan("Mer självständig brukare", "kvalitet", "brukare"),
        Utan("Tryggare brukare, mindre hantering av kort och kontanter", "kvalitet", "brukare"),
        Utan("Bättre arbetsmiljö", "kvalitet", "personal"),
    ),
    tolkningar=(
        "Antalet surfplattor avrundas inte, för det är ett snitt för perioden. Under Ramar kan du välja hela surfplattor.",
        "Leveransavgiften är vårt tillägg. Rapporten nämner den som en kostnad för brukaren, men mallen har inget fält för den.",
        "Enhetschefens timkostnad är förifylld i mallen, men ingen rad som vi har läst använder den.",
        "Mallen varierar några värden med 12 procent uppåt och nedåt, men det står inte vilka. Vi låter dig sätta lägsta och högsta själv.",
        ALLA_VECKOR,
        ARSFAKTORER,
    ),
)

CHECKS = (
    Check("andel_digitala", "fråga", "andel_digitala < 0.3",
          "Låg andel. Är det arbetssättet som ska ändras, eller bara för några få? (gränsen är vår)"),
    Check("andel_digitala", "fråga", "andel_digitala > 0.9",
          "Mycket hög andel. Finns det brukare som behöver hjälp på annat sätt? (gränsen är vår)"),
    Check("inkop_per_vecka", "fråga", "inkop_per_vecka > 1", "Mer än ett inköp i veckan. Är alla beslutade insatser?"),
    Check("fysisk_min", "fråga", "45 <= fysisk_min < 60", "Är det tiden för en brukare, och inte för alla som ni handlar åt samtidigt?"),
    Check("fysisk_min", "varning", "fysisk_min >= 60", "En timme eller mer per brukare. Handlar ni åt flera samtidigt: dela tiden på dem."),
    Check("digital_min", "fråga", "digital_min < 0.5 * fysisk_min",
          "Mindre än hälften av tiden i butik. Är brukaren själv med, eller skriver personalen bara in en lista? (gränsen är vår)"),
    Check("digital_min", "varning", "digital_min > fysisk_min + resa_min",
          "Det digitala inköpet tar längre tid än butik och resa, så nyttan blir negativ."),
    Check("andel_bil", "fråga", "0 < andel_bil < 0.3", "Få inköp med bil. Hur kommer varorna hem? (gränsen är vår)"),
    Check("km_per_inkop", "fråga", "km_per_inkop > 20", "Lång sträcka för ett inköp. Är rundan delad på brukarna? (gränsen är vår)"),
    Check("brukare_per_surfplatta", "fråga", "brukare_per_surfplatta < 5",
          "Få brukare per surfplatta. Behövs så många, eller går de att dela? (gränsen är vår)"),
    Check("forandringsledning_h", "fråga", "0 < forandringsledning_h < brukare_digitala",
          "Lågt jämfört med vad som har setts. Är alla roller med? (gränsen, 1 timme per brukare, är vår)"),
    Check("utbildning_personer", "fråga", "0 < utbildning_personer < 5",
          "Få personer. Är all personal som ska ge stödet med? (gränsen är vår)"),
    Check("drift_h_per_surfplatta", "fråga", "drift_h_per_surfplatta > 5",
          "Mycket tid per surfplatta. Ligger införande eller utbildning med här? (gränsen är vår)"),
)

STAD = {
    "kommun": "Åsvinge kommun", "personer_inkopshjalp": 300, "inkop_per_vecka": 1, "fysisk_min": 30, "resa_min": 20, "digital_min": 25,
    "andel_bil": 0.9, "km_per_inkop": 5, "drivmedel": "bensin", "surfplatta_kr_per_ar": 3600, "forandringsledning_h": 630,
    "timkostnad_forandringsledning": 551, "timkostnad_systemadmin": 502, "utbildning_personer": 80,
}  # fmt: skip
BY = {**STAD, "kommun": "Vikholma kommun", "personer_inkopshjalp": 60, "andel_digitala": 0.5, "resa_min": 35, "km_per_inkop": 14,
      "andel_bil": 1, "drivmedel": "diesel", "forandringsledning_h": 120, "utbildning_personer": 25,
      "leveransavgift_kr_per_inkop": 49}  # fmt: skip

CALCULATOR = referenskalkyl(
    id="digitala_inkop",
    title="Digitala inköp",
    summary="Räkna på vad digitala inköp av dagligvaror i hemtjänsten ger och kräver.",
    inputs=Inputs,
    referens=REFERENS,
    checks=CHECKS,
    options=("avrunda_plattor_uppat",),
    examples=(
        Example("Påhittad kommun, nära till butiken", STAD,
                {"mellan": {"brukare_digitala": 210, "inkop_digitala_per_ar": 10920, "frigjord_h_per_ar": 4550, "surfplattor": 14},
                 "rader": {"n1_frigjord_tid": 1633450, "k1_teknik": 50400}},
                "Räknat för hand: 300 × 70 % × 52 = 10 920 digitala inköp, 10 920 × (30 + 20 − 25) ÷ 60 = 4 550 h, 210 ÷ 15 × 3 600 kr"),
        Example("Påhittad kommun, långt till butiken och avgift för leverans", BY,
                {"mellan": {"inkop_digitala_per_ar": 1560, "frigjord_h_per_ar": 1040, "mil_per_ar": 2184, "surfplattor": 2},
                 "rader": {"k6_leveransavgift": 76440}},
                "Räknat för hand: 60 × 50 % × 52 = 1 560 inköp, 1 560 × (30 + 35 − 25) ÷ 60 = 1 040 h, 1 560 × 49 = 76 440 kr"),
    ),
)  # fmt: skip
