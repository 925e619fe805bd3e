"""Digitala besök i äldreomsorgen: a reference calculation by SKR and Inera, with our reading of its open points."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.referens.calculator import referenskalkyl
from calculators.referens.declaration import ALLA_DAGAR, ARSFAKTORER, Mellan, Rad, Referens, Utan
from calculators.referens.rader import forandringsledning, pengar, tid, utbildning
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
from calculators.schema import Check, Example, choice, text

OMFATTNING, INSATSER, TIDER, RESOR = "Omfattning", "Besök som kan bli digitala", "Tid för insatserna", "Resor"
TEKNIK, INFORANDE, DRIFT = "Plattform och utrustning", "Införande", "Drift och stöd"
HERE = "referenskalkyler.digitala_besok_"
TID = {"unit": "min", "group": TIDER}
DEL = {"group": INSATSER, "help": "Ta den ur planeringen, eller gör ett stickprov."}
ERSATT = {"group": INSATSER, "help": "Bara där ingen fysisk hjälp behövs."}
SKALNING = {"ingen": "Nej, bara antalet besök och resorna", "proportionell": "Ja, också tiden för dusch, promenad och inköp"}


@dataclass(frozen=True)
class Inputs(Uppgifter):
    namn: str = text("Förändringens namn", default="Digitala besök", group="Er kommun")
    hemtjanstbesok_per_dag: float | None = fragad("Hemtjänstbesök per dag i kommunen", "besök/dag", group=OMFATTNING,
        help="Antalet besök en vanlig dag, inte antalet brukare.")
    brukare: float | None = fragad("Brukare med digitala besök", "personer", group=OMFATTNING,
        help="Räkna varje person en gång, hur många besök hen än får.")
    andel_av_besok_dusch: float | None = fragad_andel("Dusch, andel av alla besök", **DEL)
    andel_ersatt_dusch: float | None = fragad_andel("Andel av duscharna som kan få digitalt stöd", **ERSATT)
    andel_av_besok_promenad: float | None = fragad_andel("Promenad, andel av alla besök", **DEL)
    andel_ersatt_promenad: float | None = fragad_andel("Andel av promenaderna som kan få digitalt stöd", **ERSATT)
    andel_av_besok_inkop: float | None = fragad_andel("Inköp, andel av alla besök", **DEL)
    andel_ersatt_inkop: float | None = fragad_andel("Andel av inköpen som kan få digitalt stöd", **ERSATT)
    andel_av_besok_tillsyn: float | None = fragad_andel("Tillsyn, andel av alla besök", **DEL)
    andel_ersatt_tillsyn: float | None = fragad_andel("Andel av tillsynen som kan bli digital", **ERSATT)
    andel_av_besok_samvaro: float | None = fragad_andel("Social samvaro, andel av alla besök", **DEL)
    andel_ersatt_samvaro: float | None = fragad_andel("Andel av samvaron som kan bli digital", **ERSATT)
    andel_av_besok_extra: float | None = valfri_andel("Egen insats, andel av alla besök", **DEL)
    andel_ersatt_extra: float | None = valfri_andel("Andel av den egna insatsen som kan bli digital", **ERSATT)
    korrigering_besok_per_dag: float | None = fragad("Avdrag för besök som ändå görs eller räknas två gånger", "besök/dag",
        group=INSATSER, help="En resa med flera insatser är ett besök. Skriv 0 om inget avdrag behövs.")
    dusch_fysisk_min: float | None = fragad("Tid för dusch vid fysiskt besök, utan resa", **TID, seen=HERE + "dusch_fysisk_min")
    dusch_digital_min: float | None = fragad("Tid för digitalt stöd före och efter dusch", **TID, seen=HERE + "dusch_digital_min")
    promenad_fysisk_min: float | None = fragad("Tid för promenad vid fysiskt besök, utan resa", **TID, seen=HERE + "promenad_fysisk_min")
    promenad_digital_min: float | None = fragad("Tid för digitalt stöd före och efter promenad", **TID, seen=HERE + "promenad_digital_min")
    inkop_fysisk_min: float | None = fragad("Tid för inköp vid fysiskt besök, utan resa", **TID,
        seen="referenskalkyler.digitala_inkop_fysisk_min", help="Handlar ni åt flera samtidigt: dela tiden på dem.")
    inkop_digital_min: float | None = fragad("Tid för digitalt stöd vid inköp", **TID, help="Ofta är personalen med under hela inköpet.")
    andel_bil: float | None = fragad_andel("Andel av de ersatta besöken som görs med bil", group=RESOR)
    km_per_besok: float | None = fragad("Körsträcka per besök, tur och retur", "km", group=RESOR)
    restid_bil_min: float | None = fragad("Restid per besök med bil, tur och retur", "min", group=RESOR)
    restid_annat_min: float | None = fragad("Restid per besök utan bil, tur och retur", "min", group=RESOR,
        help="Skriv 0 om alla besök görs med bil.")
    drivmedel: str | None = drivmedel(group=RESOR)
    drivmedel_eget_kr_per_mil: float | None = drivmedel_eget(group=RESOR)
    licens_kr_per_brukare_manad: float | None = fragad("Licens per brukare och månad", "kr/mån", group=TEKNIK)
    plattform_kr_per_manad: float | None = fragad("Fast kostnad för plattformen per månad", "kr/mån", group=TEKNIK,
        help="Den är lika stor hur få brukarna än är.")
    hardvara1_kr_per_manad: float | None = fragad("Utrustning av typ 1, per brukare och månad", "kr/mån", group=TEKNIK,
        help="Surfplatta, uppkoppling och tillbehör.")
    hardvara1_andel: float | None = fragad_andel("Andel av brukarna som får utrustning av typ 1", group=TEKNIK)
    hardvara2_kr_per_manad: float | None = valfri("Utrustning av typ 2, per brukare och månad", "kr/mån", group=TEKNIK)
    hardvara2_andel: float | None = valfri_andel("Andel av brukarna som får utrustning av typ 2", group=TEKNIK)
    inforande_leverantor_kr: float | None = fragad("Engångskostnad till leverantören för införandet", "kr", group=INFORANDE)
    forandringsledning_h: float | None = fragad("Arbetstid för förändringsledning", "h", group=INFORANDE, guessed=False,
        seen=HERE + "forandringsledning_h", help="Inför gärna en insats i taget.")
    utbildning_personer: float | None = fragad("Personer som ska utbildas", "personer", group=INFORANDE,
        help="Också den fysiska hemtjänsten behöver känna till arbetssättet.")
    utbildning_h_per_person: float | None = fragad("Utbildningstid per person", "h", group=INFORANDE)
    information_h_per_brukare: float | None = fragad("Tid att informera och lära upp en brukare", "h", group=INFORANDE)
    drift_h_per_ar: float | None = fragad("Egen tid för drift och förvaltning", "h/år", group=DRIFT)
    support_h_per_brukare_ar: float | None = fragad("Stöd med surfplattan per brukare och år", "h/år", group=DRIFT)
    timkostnad_omvardnad: float = timkostnad("Timkostnad omsorgspersonal (undersköterska)", "underskoterska_hemtjanst")
    timkostnad_forandringsledning: float | None = timkostnad("Timkostnad för den som leder förändringen")
    timkostnad_systemadmin: float | None = timkostnad("Timkostnad systemadministratör", seen="timkostnad.systemadministrator")
    timkostnad_support: float | None = timkostnad("Timkostnad för den som ger brukarna stöd")
    insatstid_skalning: str = choice("Ska avdraget också minska insatstiden?", SKALNING, default="ingen", group="Ramar",
        help="Guiden till mallen säger inte vilket.")


def ersatta(insats: str, words: str) -> Mellan:
    """Visits a day of one kind that become digital."""
    formula = f"hemtjanstbesok_per_dag * andel_av_besok_{insats} * andel_ersatt_{insats}"
    return Mellan(f"ersatta_per_dag_{insats}", f"Ersatta besök per dag, {words}", "besök/dag", formula)


def kortare(id: str, insats: str, words: str) -> Rad:
    """Time freed because the digital visit is shorter."""
    hours = f"ersatta_per_dag_{insats} * dagar_per_ar * insatstid_del * ({insats}_fysisk_min - {insats}_digital_min) / 60"
    return tid(id, f"Kortare insats, {words}", "nytta", hours, "timkostnad_omvardnad")


REFERENS = Referens(
    alternativ_a="Personal åker hem till brukaren för samvaro, tillsyn, dusch, promenad och inköp.",
    alternativ_b="Brukaren får samma insatser som digitala besök på en surfplatta.",
    passar_inte="Tekniken är en annan än video på surfplatta, insatsen kräver fysisk hjälp, eller en stor insats tillkommer.",
    kalla="SKR:s och Ineras referensanalys av digitala besök, version 1.2, 2025",
    konstanter={"dagar_per_ar": "kalender.dagar_per_ar"},
    mellan=(
        ersatta("dusch", "dusch"),
        ersatta("promenad", "promenad"),
        ersatta("inkop", "inköp"),
        ersatta("tillsyn", "tillsyn"),
        ersatta("samvaro", "social samvaro"),
        ersatta("extra", "egen insats"),
        Mellan("ersatta_per_dag_summa", "Ersatta besök per dag före avdrag", "besök/dag",
               "ersatta_per_dag_dusch + ersatta_per_dag_promenad + ersatta_per_dag_inkop"
               " + ersatta_per_dag_tillsyn + ersatta_per_dag_samvaro + ersatta_per_dag_extra"),
        Mellan("ersatta_per_dag_netto", "Besök per dag som inte behöver göras fysiskt", "besök/dag",
               "max(0, ersatta_per_dag_summa - korrigering_besok_per_dag)"),
        Mellan("andel_ersatt_totalt", "Andel av alla besök som ersätts", "%", "delat(ersatta_per_dag_netto, hemtjanstbesok_per_dag)"),
        Mellan("ersatta_per_ar", "Besök per år som inte behöver göras fysiskt", "besök/år", "ersatta_per_dag_netto * dagar_per_ar"),
        Mellan("mil_per_ar", "Mil som inte körs", "mil/år", "ersatta_per_ar * andel_bil * km_per_besok / 10"),
        Mellan("insatstid_del", "Del av insatstiden som räknas", "%",
               "om(insatstid_skalning == 1, delat(ersatta_per_dag_netto, ersatta_per_dag_summa), 1)", hidden=True),
    ),
    rader=(
        pengar("n1_drivmedel", "Lägre drivmedelskostnad", "nytta", "mil_per_ar * drivmedel_kr_per_mil"),
        tid("n2_restid_bil", "Frigjord restid, bil", "nytta", "ersatta_per_ar * andel_bil * restid_bil_min / 60",
            "timkostnad_omvardnad"),
        tid("n3_restid_annat", "Frigjord restid, annat färdsätt", "nytta",
            "ersatta_per_ar * (1 - andel_bil) * restid_annat_min / 60", "timkostnad_omvardnad"),
        kortare("n4_dusch", "dusch", "dusch"),
        kortare("n5_promenad", "promenad", "promenad"),
        kortare("n6_inkop", "inkop", "inköp"),
        pengar("k1_plattform", "Plattform och licenser", "kostnad",
               "(brukare * licens_kr_per_brukare_manad + plattform_kr_per_manad) * 12"),
        pengar("k2_hardvara", "Utrustning", "kostnad",
               "brukare * hardvara1_andel * hardvara1_kr_per_manad * 12 + brukare * hardvara2_andel * hardvara2_kr_per_manad * 12"),
        pengar("k3_inforande", "Införande, leverantör", "kostnad", "inforande_leverantor_kr", engang=True),
        forandringsledning("k4_forandringsledning"),
        utbildning("k5_utbildning"),
        tid("k6_information", "Information och upplärning av brukare", "kostnad", "brukare * information_h_per_brukare",
            "timkostnad_omvardnad", engang=True),
        tid("k7_drift", "Drift och förvaltning", "kostnad", "drift_h_per_ar", "timkostnad_systemadmin"),
        tid("k8_support", "Stöd för brukarnas surfplattor", "kostnad", "brukare * support_h_per_brukare_ar", "timkostnad_support"),
    ),
    utan=(
        *(Utan(f"{mer} brukare", "kvalitet", "brukare") for mer in ("Mer delaktig", "Mer självständig", "Tryggare", "Mer aktiv")),
        Utan("Bättre arbetsmiljö", "kvalitet", "personal"),
        Utan("Lättare att rekrytera", "kvalitet", "kommunen"),
        Utan("Frigjord tid, färre otrygghetslarm", "omfordelning", "personal"),
        Utan("Frigjord tid när mer hemtjänst kan vänta", "omfordelning", "kommunen"),
        Utan("Mindre miljöpåverkan", "miljo", "samhallet"),
    ),
    tolkningar=(
        "Avdraget minskar antalet besök och resorna, men inte tiden för dusch, promenad och inköp. "
        "Guiden säger inte vilket. Under Ramar kan du låta det minska tiden också.",
        "Tillsyn och social samvaro tar lika lång tid digitalt, så där räknas bara resan. Det står uttryckligen i guiden.",
        "Omsorgspersonalens timkostnad är förifylld i mallen, men guiden säger inte med vilket belopp. Vi tar Ineras för hemtjänsten.",
        "Drift och stöd är ett block i guiden. Här är det två rader, med var sin timkostnad.",
        ALLA_DAGAR,
        ARSFAKTORER,
    ),
)

INSATS = ("dusch", "promenad", "inkop", "tillsyn", "samvaro", "extra")
SUMMA = " + ".join(f"andel_av_besok_{insats}" for insats in INSATS)
HALFTEN = "Mer än hälften av {} är en hög andel. Den behöver en stark grund hos er. Skriv den i Källa."
NEGATIV = "Den digitala tiden är längre än den fysiska, så nyttan blir negativ."
CHECKS = (
    # Shares of a whole may add up to a hair more than 1 in binary fractions.
    *(Check(f"andel_av_besok_{insats}", "fel", f"andel_av_besok_{insats} > 0 and {SUMMA} > 1.000000001",
            "Insatserna blir tillsammans mer än alla besök. Sänk andelarna.") for insats in INSATS),
    Check("andel_av_besok_dusch", "fråga", "andel_av_besok_dusch > 0.3", "Hög andel dusch. Finns det planeringsdata? (gränsen är vår)"),
    Check("andel_ersatt_dusch", "varning", "andel_ersatt_dusch > 0.5", HALFTEN.format("duscharna")),
    Check("andel_ersatt_promenad", "varning", "andel_ersatt_promenad > 0.5", HALFTEN.format("promenaderna")),
    Check("andel_ersatt_tillsyn", "fråga", "andel_ersatt_tillsyn > 0.8", "Passar nästan all tillsyn digitalt? (gränsen är vår)"),
    Check("andel_ersatt_samvaro", "fråga", "andel_ersatt_samvaro > 0.5",
          "Hög andel. Har ni prövat vad det gör med ensamhet och kvalitet? (gränsen är vår)"),
    Check("andel_av_besok_extra", "info", "andel_av_besok_extra > 0", "Är den egna insatsen tydlig, och inte redan räknad i en annan?"),
    Check("korrigering_besok_per_dag", "fråga", "korrigering_besok_per_dag == 0 and ersatta_per_dag_summa > 0.3 * hemtjanstbesok_per_dag",
          "Många besök ersätts. Behövs ett avdrag för besök som ändå görs? (gränsen är vår)"),
    Check("korrigering_besok_per_dag", "fel", "korrigering_besok_per_dag > ersatta_per_dag_summa * 1.000000001",
          "Avdraget är större än alla besök som ersätts. Vi räknar med noll besök. Sänk avdraget."),
    Check("brukare", "fråga", "brukare > 0 and belopp(brukare - ersatta_per_dag_netto) <= brukare * 0.000000001",
          "Lika många som besöken per dag. Har du räknat personer, och inte besök?"),
    Check("brukare", "fråga", "delat(ersatta_per_dag_netto, brukare) > 4",
          "Det blir många digitala besök per brukare och dag. Är alla brukare med? (gränsen är vår)"),
    Check("dusch_digital_min", "fråga", "dusch_digital_min < 5 and dusch_digital_min <= dusch_fysisk_min and andel_ersatt_dusch > 0",
          "Mycket kort tid. Att komma i gång, följa upp och skapa trygghet tar också tid."),
    Check("promenad_digital_min", "fråga",
          "promenad_digital_min < 5 and promenad_digital_min <= promenad_fysisk_min and andel_ersatt_promenad > 0",
          "Mycket kort tid. Är uppföljningen efter promenaden med?"),
    Check("inkop_digital_min", "fråga", "inkop_digital_min < 0.5 * inkop_fysisk_min",
          "Mindre än hälften av den fysiska tiden. Är brukaren själv med och handlar? (gränsen är vår)"),
    *(Check(f"{insats}_digital_min", "varning", f"{insats}_digital_min > {insats}_fysisk_min", NEGATIV) for insats in INSATS[:3]),
    Check("dusch_fysisk_min", "fråga", "dusch_fysisk_min > 45", "Det är över spannet som har setts. Är restid med?"),
    Check("promenad_fysisk_min", "fråga", "promenad_fysisk_min > 60", "Det är över spannet som har setts. Varför är det så hos er?"),
    Check("hardvara1_andel", "fel", "hardvara1_andel + hardvara2_andel > 1.000000001",
          "Andelarna för utrustning blir mer än 100 %. Sänk en av dem."),
    Check("plattform_kr_per_manad", "info", "plattform_kr_per_manad > 0 and brukare < 30",
          "En fast kostnad väger tungt när brukarna är få. (gränsen, 30 brukare, är vår)"),
    Check("forandringsledning_h", "fråga", "0 < forandringsledning_h < brukare * 3",
          "Lågt jämfört med vad som har setts. Är alla roller med? (gränsen, 3 timmar per brukare, är vår)"),
    Check("utbildning_h_per_person", "fråga", "0 < utbildning_h_per_person < 1",
          "Räcker tiden för teknik, rutiner och samspel med brukaren? (gränsen är vår)"),
    Check("information_h_per_brukare", "fråga", "0 < information_h_per_brukare < 0.5",
          "Räcker tiden för den som är ovan vid surfplatta? (gränsen är vår)"),
)

FEM = {
    "kommun": "Sjövalla kommun", "hemtjanstbesok_per_dag": 1000, "brukare": 50, "korrigering_besok_per_dag": 14,
    "andel_av_besok_dusch": 0.05, "andel_av_besok_promenad": 0.04, "andel_av_besok_inkop": 0.03, "andel_av_besok_tillsyn": 0.2,
    "andel_av_besok_samvaro": 0.02, "andel_ersatt_dusch": 0.2, "andel_ersatt_promenad": 0.25, "andel_ersatt_inkop": 0.4,
    "andel_ersatt_tillsyn": 0.3, "andel_ersatt_samvaro": 0.1, "dusch_fysisk_min": 30, "dusch_digital_min": 10,
    "promenad_fysisk_min": 40, "promenad_digital_min": 10, "inkop_fysisk_min": 30, "inkop_digital_min": 25, "andel_bil": 0.7,
    "km_per_besok": 6, "restid_bil_min": 12, "restid_annat_min": 8, "drivmedel": "hvo100", "licens_kr_per_brukare_manad": 200,
    "plattform_kr_per_manad": 5000, "hardvara1_kr_per_manad": 300, "hardvara1_andel": 0.8, "hardvara2_kr_per_manad": 150,
    "hardvara2_andel": 0.2, "inforande_leverantor_kr": 80000, "forandringsledning_h": 500, "utbildning_personer": 60,
    "utbildning_h_per_person": 2, "information_h_per_brukare": 1.5, "drift_h_per_ar": 120, "support_h_per_brukare_ar": 1,
    "timkostnad_forandringsledning": 635, "timkostnad_systemadmin": 502, "timkostnad_support": 341,
}  # fmt: skip
TILLSYN = {**FEM, "kommun": "Granhults kommun", "hemtjanstbesok_per_dag": 400, "brukare": 16, "korrigering_besok_per_dag": 0,
           **{f"andel_{vad}_{insats}": 0 for vad in ("av_besok", "ersatt") for insats in ("dusch", "promenad", "inkop", "samvaro")},
           "forandringsledning_h": 120, "utbildning_personer": 20, "inforande_leverantor_kr": 30000}  # fmt: skip

CALCULATOR = referenskalkyl(
    id="digitala_besok",
    title="Digitala besök",
    summary="Räkna på vad digitala besök i hemtjänsten ger och kräver.",
    inputs=Inputs,
    referens=REFERENS,
    checks=CHECKS,
    options=("insatstid_skalning",),
    examples=(
        Example("Påhittad kommun, fem insatser", FEM,
                {"mellan": {"ersatta_per_dag_netto": 80, "ersatta_per_ar": 29200, "mil_per_ar": 12264},
                 "rader": {"n1_drivmedel": 153300, "k1_plattform": 180000}, "timmar_per_rad": {"n5_promenad": 1825}},
                "Räknat för hand: 10 + 10 + 12 + 60 + 2 − 14 = 80 besök, 80 × 365 = 29 200, 3 650 promenader × 30 ÷ 60 = 1 825 h"),
        Example("Påhittad kommun, bara tillsyn", TILLSYN,
                {"mellan": {"ersatta_per_dag_netto": 24, "ersatta_per_ar": 8760}, "rader": {"n4_dusch": 0, "k1_plattform": 98400},
                 "timmar_per_rad": {"n2_restid_bil": 1226.4}},
                "Räknat för hand: 400 × 20 % × 30 % = 24 besök, 24 × 365 = 8 760, 8 760 × 70 % × 12 ÷ 60 = 1 226,4 h"),
    ),
)  # fmt: skip
