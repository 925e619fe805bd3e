"""The tab Start: what the change is, the frames of the calculation, and whose benefits and costs are counted."""

from __future__ import annotations

from calculators.kalkyl.beskrivning import NIVAER
from calculators.kalkyl.ramar import DISKONTERINGAR
from calculators.schema import fields_of
from calculators.standard import table
from calculators.swedish import listed, write_number
from calculators.workbook.blad import IN_BOTH, Blad, sum_of_lines
from calculators.workbook.flikar.arbetstid import TIMES, write_time
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import START

TEXTS = {
    "namn": 4,
    "syfte": 5,
    "alternativ_a": 6,
    "alternativ_b": 7,
    "geografi": 8,
    "utfort_av": 9,
    "niva": 10,
    "effekter": 11,
}
LONG = {"syfte": 48, "alternativ_a": 48, "alternativ_b": 48, "effekter": 78}  # heights in points
SHORT = 22
FRAMES = {"startar": 14, "horisont": 15, "ranta": 16, "diskontering": 17, "arsarbetstid": 18}
COUNTED = {"raknad_ranta": 19, "avdrag": 20}
NAMES = {
    "Forsta_aret": FRAMES["startar"], "Horisont": FRAMES["horisont"], "Ranta": FRAMES["ranta"],
    "Arsarbetstid": FRAMES["arsarbetstid"], "Raknad_ranta": COUNTED["raknad_ranta"], "Avdrag_ar": COUNTED["avdrag"],
}  # fmt: skip
HORIZONS = tuple(int(v.amount) for v in table("tidshorisont").values())


def write(blad: Blad, u: Underlag) -> None:
    """Everything of the tab."""
    sheet = blad.sheet
    sheet.set_column("A:A", 32)
    sheet.set_column("B:B", 62)
    sheet.set_column("C:C", 66)
    blad.title("Start")
    blad.text("A2", "Skriv i de vita rutorna. De gråblå räknas fram.", "note_line")
    _words(blad, u)
    _frames(blad, u)
    _parties(blad, u)
    for name, row in NAMES.items():
        sheet.book_names[name] = f"={START}!$B${row}"


def _words(blad: Blad, u: Underlag) -> None:
    fields = fields_of(type(u.kalkyl))
    blad.table(IN_BOTH, f"A3:C{max(TEXTS.values())}")
    blad.row(3, "", {"A": "Om förändringen", "B": "Din text", "C": "Hjälp"})
    for key, row in TEXTS.items():
        value = getattr(u.kalkyl, key)
        blad.text(f"A{row}", fields[key].label, "label")
        blad.text(f"B{row}", NIVAER[value] if key == "niva" else value, "in_text")
        words = f"Välj i listan: {listed([*NIVAER.values()], 'eller')}." if key == "niva" else fields[key].help
        blad.text(f"C{row}", words, "note")
        blad.sheet.set_row(row - 1, LONG.get(key, SHORT if key != "niva" else 32))
        if sum_of_lines(value, 62) > 3:
            blad.tall(row, (value, 62))
    blad.choice(f"B{TEXTS['niva']}", [*NIVAER.values()], "Hur noga?", "Ett överslag diskonteras aldrig.")


def _frames(blad: Blad, u: Underlag) -> None:
    k, fields = u.kalkyl, fields_of(type(u.kalkyl))
    blad.table(IN_BOTH, f"A13:C{max(COUNTED.values())}")
    blad.row(13, "", {"A": "Ramar", "B": "Värde", "C": "Hjälp"})
    for key, row in FRAMES.items():
        blad.text(f"A{row}", fields[key].label, "label")
        blad.text(f"C{row}", fields[key].help, "note")
        blad.sheet.set_row(row - 1, SHORT)
    blad.number(f"B{FRAMES['startar']}", k.startar, "in_whole")
    blad.number(f"B{FRAMES['horisont']}", k.horisont, "in_whole")
    blad.number(f"B{FRAMES['ranta']}", k.ranta, "in_rate")
    blad.text(f"B{FRAMES['diskontering']}", DISKONTERINGAR[k.diskontering], "in_text")
    blad.number(f"B{FRAMES['arsarbetstid']}", k.arsarbetstid, "in_whole")
    years = [write_number(n) for n in HORIZONS]
    blad.choice(f"B{FRAMES['horisont']}", years, "Tidshorisont",
                f"{listed(years, 'eller')} år. Årskolumnerna efter horisonten stängs av. Öppna dolda år med + i kanten.")  # fmt: skip
    blad.choice(f"B{FRAMES['diskontering']}", [*DISKONTERINGAR.values()], "Diskontering",
                "År 1 räknas fullt ut, eller diskonteras som de andra åren.")  # fmt: skip
    _counted(blad, u)


def _counted(blad: Blad, u: Underlag) -> None:
    k = u.kalkyl
    level, start, rate = (f"$B${row}" for row in (TEXTS["niva"], FRAMES["diskontering"], FRAMES["ranta"]))
    row = COUNTED["raknad_ranta"]
    none = k.raknad_diskontering == "ingen"
    blad.text(f"A{row}", "Ränta som kalkylen räknar med", "label")
    never = f'OR({level}="{NIVAER["overslag"]}",{start}="{DISKONTERINGAR["ingen"]}")'
    blad.formula(f"B{row}", f"IF({never},0,{rate})", 0 if none else k.ranta, "rate")
    blad.text(f"C{row}", "Noll för ett överslag, och när inget diskonteras.", "note")
    row = COUNTED["avdrag"]
    blad.text(f"A{row}", "År som inte diskonteras", "label")
    blad.formula(f"B{row}", f'IF({start}="{DISKONTERINGAR["t1"]}",0,1)', 0 if k.diskontering == "t1" else 1, "year")
    blad.text(
        f"C{row}",
        "1 när år 1 räknas fullt ut. Diskonteringsfaktorn är 1 ÷ (1 + räntan) upphöjt till år minus det här talet.",
        "note",
    )
    for row in COUNTED.values():
        blad.sheet.set_row(row - 1, 32)


def _parties(blad: Blad, u: Underlag) -> None:
    first, last = u.plan.perspektiv
    blad.table(IN_BOTH, f"A{first - 1}:C{last}")
    blad.row(first - 1, "", {"A": "Perspektiv", "B": "Vems nyttor och kostnader?", "C": "Vems tid?"})
    blad.text(
        f"A{first - 2}",
        "En organisation eller grupp på varje rad, med samma ord överallt. Yrkesroller hör till sin organisation.",
        "note_line",
    )
    for n in range(last - first + 1):
        names = u.kalkyl.perspektiv
        blad.text(f"A{first + n}", f"Perspektiv {write_number(n + 1)}", "label")
        name = names[n] if n < len(names) else ""
        blad.text(f"B{first + n}", name, "in_text")
        write_time(blad, f"C{first + n}", f"$B{first + n}", name)
    for name, column in (("Perspektiv", "B"), (TIMES, "C")):
        blad.sheet.book_names[name] = f"={START}!${column}${first}:${column}${last}"


def year_label(n: str) -> str:
    """The formula that says what year n is called."""
    return f'IF(Forsta_aret=1,"År "&{n},Forsta_aret+{n}-1)'
