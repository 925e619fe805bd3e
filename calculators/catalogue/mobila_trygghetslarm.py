"""Mobila trygghetslarm i äldreomsorgen: a reference calculation by SKR and Inera, with our reading of its open points."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.referens.calculator import referenskalkyl
from calculators.referens.declaration import ALLA_VECKOR, Mellan, Rad, Referens, Utan
from calculators.referens.rader import drift, forandringsledning, pengar, tid, utbildning
from calculators.referens.uppgifter import (
    Uppgifter,
    drivmedel,
    drivmedel_eget,
    fragad,
    fragad_andel,
    timkostnad,
    valfri,
    valfri_andel,
)
from calculators.schema import Check, Example, number, text

OMFATTNING, RESOR, LARMEN, INFORANDE, DRIFT = "Omfattning", "Resor", "Larmen", "Införande", "Drift och stöd"
PROMENAD, LEDSAGNING, INKOP, EGEN = "Promenad", "Ledsagning", "Inköp", "Egen insats"
HERE = "referenskalkyler.mobila_trygghetslarm_"
MED_INSATS = "Bara de som har insatsen, inte alla med mobilt larm."
BORT = "Bara den tid som helt försvinner."


@dataclass(frozen=True)
class Inputs(Uppgifter):
    namn: str = text("Förändringens namn", default="Mobila trygghetslarm", group="Er kommun")
    brukare: float | None = fragad("Brukare med mobilt larm, snitt för perioden", "personer", group=OMFATTNING,
        help="Inför ni larmen gradvis: ta snittet över åren, inte slutläget.")
    promenad_brukare: float | None = fragad("Brukare med insatsen promenad", "personer", group=PROMENAD, help=MED_INSATS)
    promenad_andel: float | None = fragad_andel("Andel som klarar promenaden själva med larmet", group=PROMENAD)
    promenad_per_vecka: float = number("Promenader per brukare och vecka", unit="st/vecka", group=PROMENAD,
        from_standard=HERE + "promenad_per_vecka")
    promenad_min: float | None = fragad("Tid per promenad", "min", group=PROMENAD, seen=HERE + "promenad_min", help=BORT)
    ledsagning_brukare: float | None = fragad("Brukare med insatsen ledsagning", "personer", group=LEDSAGNING, help=MED_INSATS)
    ledsagning_andel: float | None = fragad_andel("Andel som klarar sig utan ledsagning med larmet", group=LEDSAGNING)
    ledsagning_per_vecka: float | None = fragad("Ledsagningar per brukare och vecka", "st/vecka", group=LEDSAGNING,
        seen=HERE + "ledsagning_per_vecka")
    ledsagning_min: float | None = fragad("Tid per ledsagning", "min", group=LEDSAGNING, seen=HERE + "ledsagning_min", help=BORT)
    inkop_brukare: float | None = fragad("Brukare med insatsen inköp", "personer", group=INKOP, help=MED_INSATS)
    inkop_andel: float | None = fragad_andel("Andel som klarar inköpen själva med larmet", group=INKOP)
    inkop_per_vecka: float = number("Inköp per brukare och vecka", unit="st/vecka", group=INKOP, from_standard=HERE + "inkop_per_vecka")
    inkop_min: float | None = fragad("Tid per inköp", "min", group=INKOP, help=BORT)
    egen_brukare: float | None = valfri("Brukare med den egna insatsen", "personer", group=EGEN, help=MED_INSATS)
    egen_andel: float | None = valfri_andel("Andel som klarar den egna insatsen själva med larmet", group=EGEN)
    egen_per_vecka: float | None = valfri("Egna insatser per brukare och vecka", "st/vecka", group=EGEN)
    egen_min: float | None = valfri("Tid per egen insats", "min", group=EGEN, help=BORT)
    andel_bil: float | None = fragad_andel("Andel av de här insatserna som görs med bil", group=RESOR)
    restid_bil_min: float | None = fragad("Restid med bil, tur och retur", "min", group=RESOR)
    km_per_besok: float | None = fragad("Körsträcka per besök, tur och retur", "km", group=RESOR)
    restid_annat_min: float | None = fragad("Restid utan bil, tur och retur", "min", group=RESOR,
        help="Skriv 0 om alla insatser görs med bil.")
    drivmedel: str | None = drivmedel(group=RESOR)
    drivmedel_eget_kr_per_mil: float | None = drivmedel_eget(group=RESOR)
    larm_kr_per_manad: float | None = fragad("Kostnad per mobilt larm och månad", "kr/mån", group=LARMEN)
    tillagg_kr_per_manad: float | None = valfri("Tilläggstjänst per brukare och månad", "kr/mån", group=LARMEN,
        help="Till exempel ett larm som känner av fall.")
    tillagg_andel: float | None = valfri_andel("Andel av brukarna som har tilläggstjänsten", group=LARMEN)
    stationara_ersatta: float | None = fragad("Stationära larm som tas bort", group=LARMEN, help="Inte de som finns kvar också.")
    stationart_kr_per_manad: float | None = fragad("Kostnad per stationärt larm och månad", "kr/mån", group=LARMEN)
    inforande_leverantor_kr: float | None = fragad("Engångskostnad till leverantören för införandet", "kr", group=INFORANDE)
    forandringsledning_h: float | None = fragad("Arbetstid för förändringsledning", "h", group=INFORANDE)
    utbildning_personer: float | None = fragad("Personer som ska utbildas", "personer", group=INFORANDE)
    utbildning_h_per_person: float | None = fragad("Utbildningstid per person", "h", group=INFORANDE)
    information_h_per_brukare: float | None = fragad("Tid att informera och lära upp en brukare", "h", group=INFORANDE)
    drift_h_per_ar: float | None = fragad("Egen tid för drift och förvaltning", "h/år", group=DRIFT)
    timkostnad_omvardnad: float = timkostnad("Timkostnad omsorgspersonal (undersköterska)", "underskoterska_hemtjanst")
    timkostnad_forandringsledning: float | None = timkostnad("Timkostnad för den som leder förändringen")
    timkostnad_systemadmin: float | None = timkostnad("Timkostnad systemadministratör", seen="timkostnad.systemadministrator")


def bort(insats: str, words: str) -> Mellan:
    """Visits a year of one kind that are no longer needed."""
    formula = f"{insats}_brukare * {insats}_andel * {insats}_per_vecka * veckor_per_ar"
    return Mellan(f"{insats}_bort_per_ar", f"Insatser som försvinner, {words}", "st/år", formula)


def frigjord(id: str, insats: str, words: str) -> Rad:
    """Time freed by the visits of one kind, without travel."""
    return tid(id, f"Frigjord tid, {words}", "nytta", f"{insats}_bort_per_ar * {insats}_min / 60", "timkostnad_omvardnad")


REFERENS = Referens(
    alternativ_a="Brukaren har ett stationärt trygghetslarm, som bara fungerar hemma.",
    alternativ_b="Brukaren har ett mobilt trygghetslarm, som fungerar både hemma och ute.",
    passar_inte="Tekniken är en annan, med gps eller sensorer, eller förändringen gäller hela kedjan från larm till åtgärd.",
    kalla="SKR:s och Ineras referensanalys av mobila trygghetslarm, version 1.0, 2026",
    konstanter={"veckor_per_ar": "kalender.veckor_per_ar"},
    mellan=(
        bort("promenad", "promenad"),
        bort("ledsagning", "ledsagning"),
        bort("inkop", "inköp"),
        bort("egen", "egen insats"),
        Mellan("insatser_bort_per_ar", "Insatser som försvinner, totalt", "st/år",
               "promenad_bort_per_ar + ledsagning_bort_per_ar + inkop_bort_per_ar + egen_bort_per_ar"),
        Mellan("insatser_bil_per_ar", "Insatser med bil som försvinner", "st/år", "insatser_bort_per_ar * andel_bil"),
        Mellan("insatser_annat_per_ar", "Insatser utan bil som försvinner", "st/år", "insatser_bort_per_ar * (1 - andel_bil)"),
        Mellan("mil_per_ar", "Mil som inte körs", "mil/år", "insatser_bil_per_ar * km_per_besok / 10"),
    ),
    rader=(
        frigjord("n1_promenad", "promenad", "promenad"),
        frigjord("n2_ledsagning", "ledsagning", "ledsagning"),
        frigjord("n3_inkop", "inkop", "inköp"),
        frigjord("n4_egen", "egen", "egen insats"),
        tid("n5_restid_bil", "Frigjord restid, bil", "nytta", "insatser_bil_per_ar * restid_bil_min / 60", "timkostnad_omvardnad"),
        pengar("n6_drivmedel", "Lägre drivmedelskostnad", "nytta", "mil_per_ar * drivmedel_kr_per_mil"),
        tid("n7_restid_annat", "Frigjord restid, annat färdsätt", "nytta", "insatser_annat_per_ar * restid_annat_min / 60",
            "timkostnad_omvardnad"),
        pengar("n8_stationara_larm", "Färre stationära larm", "nytta", "stationara_ersatta * stationart_kr_per_manad * 12"),
        pengar("k1_larm", "Mobila larm", "kostnad", "brukare * larm_kr_per_manad * 12"),
        pengar("k2_inforande", "Införande, leverantör", "kostnad", "inforande_leverantor_kr", engang=True),
        pengar("k3_tillagg", "Tilläggstjänst", "kostnad", "brukare * tillagg_andel * tillagg_kr_per_manad * 12"),
        forandringsledning("k4_forandringsledning"),
        utbildning("k5_utbildning"),
        tid("k6_information", "Information och upplärning av brukare", "kostnad", "brukare * information_h_per_brukare",
            "timkostnad_omvardnad", engang=True),
        drift("k7_drift"),
    ),
    utan=(
        Utan("Mer självständig brukare", "kvalitet", "brukare"),
        Utan("Tryggare brukare", "kvalitet", "brukare"),
        Utan("Mer aktiv brukare", "kvalitet", "brukare"),
        Utan("Rikare socialt liv", "kvalitet", "brukare"),
        Utan("Tryggare närstående", "kvalitet", "narstaende"),
        Utan("Bättre arbetsmiljö", "kvalitet", "personal"),
        Utan("Lättare att rekrytera", "omfordelning", "kommunen"),
        Utan("Frigjord tid när hemtjänst kan vänta – räknas inte in", "omfordelning", "kommunen"),
        Utan("Frigjord tid när flytt till särskilt boende kan vänta – räknas inte in", "omfordelning", "kommunen"),
        Utan("Mindre miljöpåverkan", "miljo", "samhallet"),
    ),
    tolkningar=(
        "Tilläggstjänsten läses som kronor per brukare och månad.",
        "Rapporten nämner också att kommunen kan behöva färre bilar. Mallen räknar inte på det, och inte vi heller.",
        "Hemtjänst och flytt till särskilt boende som kan vänta får inte räknas in i nettonyttan. De står bara som nyttor utan kronor.",
        "Rapporten delar själv upp kostnaderna i en gång och varje år. Nyttorna räknar vi varje år, för mallens årsfaktorer är "
        "inte publicerade.",
        ALLA_VECKOR,
    ),
)

NAMES = {"promenad": "promenaden", "ledsagning": "ledsagningen", "inkop": "inköpen", "egen": "den egna insatsen"}
CHECKS = (
    *(Check(f"{insats}_andel", "fråga", f"{insats}_andel > 0.5",
            f"Hög andel. Behöver någon ändå praktisk hjälp eller sällskap vid {namn}? (gränsen är vår)") for insats, namn in NAMES.items()),
    Check("promenad_brukare", "fråga", "promenad_brukare == brukare and brukare > 0",
          "Har verkligen alla med mobilt larm promenad som insats?"),
    *(Check(f"{insats}_brukare", "varning", f"{insats}_brukare * {insats}_andel > brukare * 1.000000001",
            "Fler klarar insatsen med larm än det finns brukare med larm. Ändra antalet eller andelen.") for insats in NAMES),
    Check("inkop_andel", "info", "0 < inkop_andel <= 0.5", "Larmet ersätter inte hjälp att beställa, betala eller bära."),
    Check("inkop_per_vecka", "fråga", "inkop_per_vecka > 1", "Mer än ett inköp i veckan. Är alla beslutade insatser?"),
    Check("promenad_min", "fråga", "promenad_min > 60", "Längre än vad som har setts. Försvinner hela tiden?"),
    Check("ledsagning_min", "fråga", "ledsagning_min > 90", "Längre än vad som har setts. Försvinner allt stöd?"),
    Check("stationara_ersatta", "varning", "stationara_ersatta > brukare",
          "Det tas bort fler stationära larm än det finns mobila. Ändra något av antalen."),
    Check("stationara_ersatta", "fråga", "stationara_ersatta == brukare and brukare > 0",
          "Är det ingen som behåller sitt stationära larm?"),
    Check("tillagg_andel", "fråga", "tillagg_andel > 0.5 and tillagg_kr_per_manad > 0",
          "Behöver mer än hälften tilläggstjänsten? (gränsen är vår)"),
    Check("restid_annat_min", "varning", "andel_bil == 1 and restid_annat_min > 0",
          "Alla insatser görs med bil, så restiden utan bil används inte."),
    Check("forandringsledning_h", "fråga", "0 < forandringsledning_h < 40",
          "Lite tid. Är larm utanför hemmet, laddning och rutiner med? (gränsen är vår)"),
    Check("utbildning_personer", "fråga", "0 < utbildning_personer < 5",
          "Få personer. Är alla som tar emot larm och svarar på frågor med? (gränsen är vår)"),
    Check("information_h_per_brukare", "fråga", "0 < information_h_per_brukare < 0.5",
          "Räcker tiden för att förstå, bära och ladda larmet? (gränsen är vår)"),
    Check("drift_h_per_ar", "fråga", "drift_h_per_ar < 25", "Lite tid. Är trasiga larm, abonnemang och stöd med? (gränsen är vår)"),
)

BLANDAT = {
    "kommun": "Björknäsets kommun", "brukare": 60, "promenad_brukare": 40, "promenad_andel": 0.3, "promenad_min": 60,
    "ledsagning_brukare": 20, "ledsagning_andel": 0.25, "ledsagning_per_vecka": 0.5, "ledsagning_min": 90, "inkop_brukare": 50,
    "inkop_andel": 0.1, "inkop_min": 45, "andel_bil": 0.6, "restid_bil_min": 15, "km_per_besok": 7, "drivmedel": "fordonsgas",
    "restid_annat_min": 10, "stationara_ersatta": 50, "stationart_kr_per_manad": 150, "larm_kr_per_manad": 250,
    "inforande_leverantor_kr": 25000, "forandringsledning_h": 150, "timkostnad_forandringsledning": 551, "utbildning_personer": 70,
    "utbildning_h_per_person": 1, "information_h_per_brukare": 1, "drift_h_per_ar": 80, "timkostnad_systemadmin": 502,
}  # fmt: skip
BIL = {**BLANDAT, "kommun": "Storhaga kommun", "brukare": 25, "promenad_brukare": 15, "promenad_andel": 0.4, "ledsagning_brukare": 10,
       "ledsagning_andel": 0.2, "inkop_brukare": 0, "inkop_andel": 0, "inkop_min": 0, "andel_bil": 1, "restid_bil_min": 24,
       "restid_annat_min": 0, "km_per_besok": 20, "drivmedel": "el", "stationara_ersatta": 15, "utbildning_personer": 30,
       "tillagg_kr_per_manad": 60, "tillagg_andel": 0.2, "forandringsledning_h": 80, "drift_h_per_ar": 40}  # fmt: skip

CALCULATOR = referenskalkyl(
    id="mobila_trygghetslarm",
    title="Mobila trygghetslarm",
    summary="Räkna på vad mobila trygghetslarm i äldreomsorgen ger och kräver.",
    inputs=Inputs,
    referens=REFERENS,
    checks=CHECKS,
    examples=(
        Example("Påhittad kommun, tre insatser", BLANDAT,
                {"mellan": {"promenad_bort_per_ar": 624, "insatser_bort_per_ar": 1014, "mil_per_ar": 425.88},
                 "rader": {"n1_promenad": 224016, "n8_stationara_larm": 90000, "k1_larm": 180000}},
                "Räknat för hand: 40 × 30 % × 52 = 624 promenader, 624 + 130 + 260 = 1 014 insatser, 60 × 250 × 12 = 180 000 kr"),
        Example("Påhittad kommun, långa resor och en tilläggstjänst", BIL,
                {"mellan": {"promenad_bort_per_ar": 312, "ledsagning_bort_per_ar": 52, "mil_per_ar": 728},
                 "rader": {"k1_larm": 75000, "k3_tillagg": 3600}, "timmar_per_rad": {"n5_restid_bil": 145.6}},
                "Räknat för hand: 312 + 52 = 364 insatser, 364 × 24 ÷ 60 = 145,6 h, 364 × 20 ÷ 10 = 728 mil, 5 × 60 × 12 = 3 600 kr"),
    ),
)  # fmt: skip
