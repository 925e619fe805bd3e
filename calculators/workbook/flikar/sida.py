"""The tabs Nyttor and Kostnader: each row with its factors, its formula, its years and what it comes to."""

from __future__ import annotations

import math
from typing import Any

from calculators.kalkyl.fordelning import parties_of
from calculators.kalkyl.vems_tid import is_own_time
from calculators.kategorier import PENGAKATEGORIER
from calculators.workbook.blad import IN_COLUMNS, Blad
from calculators.workbook.flikar.arbetstid import is_working
from calculators.workbook.flikar.block import ONE, WHEN, Rutor, write_block, write_spare_block
from calculators.workbook.flikar.start import year_label
from calculators.workbook.flikar.varden import soft_checks
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import (
    ANDEL,
    ANDEL_ARBETAR,
    ARBETSDEL,
    FIRST,
    FIRST_YEAR,
    GROUPS,
    HEAD,
    LAST_YEAR,
    NIVAER,
    NIVANAMN,
    SUMMA,
    YEARS,
    Sida,
    letters,
    year,
)  # fmt: skip
from calculators.workbook.utseende import OFF

COLUMNS = {
    "A": "Id", "B": "Del", "C": "Namn", "D": "Enhet", "E": "Lägst", "F": "Troligt", "G": "Högst", "H": "Källa",
    "I": "Att se över", "J": "Vem tillfaller den?", "K": "Kategori", "L": "När gäller värdet?",
    "M": "Diskonterat, lägst (kr)", "N": "Diskonterat, troligt (kr)", "O": "Diskonterat, högst (kr)", "P": "Arbetstid per år (h)",
    "AP": "Summa årsfaktorer", "AQ": "Summa årsfaktor × diskontering", "AR": "Andel hos den som raden nämner",
    "AS": "Andel av tiden som är arbetstid",
}  # fmt: skip
WIDTHS = {"A": 6, "B": 14, "C": 44, "D": 11, "E": 13, "F": 13, "G": 13, "H": 32, "I": 25, "J": 19, "K": 14, "L": 18,
          "M": 14, "N": 14, "O": 14, "P": 13, "AP": 11, "AQ": 12, "AR": 12, "AS": 12}  # fmt: skip
YEAR_WIDTH = 7
NUMBERS = ("E", "F", "G", "M", "N", "O", "P", "AP", "AQ", "AR", "AS")
LEAD = {  # short: pages beside each other repeat the columns that it stands in, and would cut it off
    "nyttor": "En nytta i taget: faktorer, uträkning i ord och årets värde.",
    "kostnader": "En kostnad i taget. Skriv kostnader som positiva belopp.",
}


def write(blad: Blad, u: Underlag, sida: Sida, formats: dict[str, Any]) -> None:
    """Everything of the tab."""
    for column, width in WIDTHS.items():
        blad.sheet.set_column(f"{column}:{column}", width)
    _fold(blad, u)
    blad.title(sida.flik)
    blad.text("A2", LEAD[sida.side], "plain")
    blad.text("A3", "Mer plats: fyll i en ledig rad. Läs mig visar hur du får fler.", "plain")
    _years(blad, u, sida)
    rutor = Rutor(blad, u, sida)
    for n, at in enumerate(sida.block):
        write_block(rutor, n, at)
    for at in sida.lediga:
        write_spare_block(rutor, at)
    _total(blad, u, sida)
    _parts(blad, u, sida)
    soft_checks(blad, FIRST, sida.slut, formats)
    blad.when(
        f"E{FIRST}:{ARBETSDEL}{sida.slut - 1}", f'AND($B{FIRST}="{ONE[sida.side]}",$C{FIRST}="",$F{FIRST}=0)', formats["empty"]
    )
    off = blad.sheet.book.add_format(OFF)
    blad.when(f"{year(1)}{HEAD - 3}:{LAST_YEAR}{sida.slut - 1}", f"{year(1)}${HEAD - 3}>Horisont", off)
    blad.choice(f"J{FIRST}:J{sida.slut - 1}", "=Perspektiv", "Vem tillfaller den?", "Perspektiven står i fliken Start.")
    blad.choice(f"K{FIRST}:K{sida.slut - 1}", [*PENGAKATEGORIER.values()], "Kategori",
                "Finansiell: utgifter eller intäkter ändras. Omfördelning: tid eller annat används på ett nytt sätt.")  # fmt: skip
    blad.choice(f"L{FIRST}:L{sida.slut - 1}", [*WHEN.values()], "När gäller värdet?",
                "Skriv över årsfaktorerna till höger om det ser olika ut: 0 är inget, 0,5 halvt, 1 helt.")  # fmt: skip


def _fold(blad: Blad, u: Underlag) -> None:
    """Years after the horizon are folded away."""
    blad.sheet.set_column(f"{year(1)}:{LAST_YEAR}", YEAR_WIDTH)
    for first, last in GROUPS:
        if first > u.kalkyl.horisont:
            blad.sheet.set_column(
                f"{year(first)}:{year(last)}", YEAR_WIDTH, None, {"level": 1 if first == GROUPS[0][0] else 2, "hidden": True}
            )
    if u.kalkyl.horisont < YEARS:
        blad.sheet.set_column("AP:AP", WIDTHS["AP"], None, {"collapsed": True})


def _years(blad: Blad, u: Underlag, sida: Sida) -> None:
    number, name, factor = HEAD - 3, HEAD - 2, HEAD - 1
    for row, words in ((number, "År nummer"), (name, "År"), (factor, "Diskonteringsfaktor")):
        blad.text(f"P{row}", words, "label_right")
    for n in range(1, YEARS + 1):
        column, on = year(n), n <= u.kalkyl.horisont
        blad.number(f"{column}{number}", n, "yearhead")
        blad.formula(f"{column}{name}", year_label(f"{column}${number}"), year_name(u, n), "yearhead")
        formula = f"IF({column}${number}>Horisont,0,1/(1+Raknad_ranta)^({column}${number}-Avdrag_ar))"
        blad.formula(f"{column}{factor}", formula, u.resultat.diskonteringsfaktorer[n - 1] if on else 0, "factor")
        blad.text(f"{column}{HEAD}", "Faktor", "head_number")
    blad.table(IN_COLUMNS, f"A{HEAD}:{ARBETSDEL}{sida.slut}")
    blad.row(HEAD, "", {k: v for k, v in COLUMNS.items() if k not in NUMBERS})
    for column in NUMBERS:
        blad.text(f"{column}{HEAD}", COLUMNS[column], "head_number")
    blad.sheet.set_row(HEAD - 1, 46)


def year_name(u: Underlag, n: int) -> str | int:
    """What year n is called: "År 1", or 2027."""
    return f"År {n}" if u.kalkyl.startar == 1 else int(u.kalkyl.startar) + n - 1


def _total(blad: Blad, u: Underlag, sida: Sida) -> None:
    row = sida.slut
    for n in range(1, FIRST_YEAR):
        blad.text(f"{letters(n)}{row}", "", "total")
    blad.text(f"A{row}", "Summa", "total")
    blad.text(f"C{row}", "Infoga nya rader ovanför den här raden.", "total")
    for level in NIVAER:
        whole = getattr(getattr(u.resultat, level), f"summa_{sida.side}")
        column = SUMMA[level]
        blad.formula(f"{column}{row}", f"SUM({column}{FIRST}:{column}{row - 1})", whole, "total")


def _parts(blad: Blad, u: Underlag, sida: Sida) -> None:
    first, last = sida.delar
    one = ONE[sida.side].lower()
    blad.text(f"A{first - 3}", "Fördelas på fler", "section")
    blad.text(
        f"A{first - 2}",
        f"När en del av en {one} tillfaller någon annan. Resten blir kvar hos den som raden nämner.",
        "plain",
    )
    blad.table(IN_COLUMNS, f"A{first - 1}:{SUMMA['hogst']}{last}")
    heads = {"A": "Id", "B": "Del", "C": "Vem", "D": "Arbetstid (1\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}ja)", "E": "", "F": "Andel"}
    blad.row(first - 1, "DFMNO", heads | {
        SUMMA[level]: f"{NIVANAMN[level]} (kr)" for level in NIVAER})  # fmt: skip
    parts = [(r, name, share) for r in u.rader if r.side == sida.side for name, share in parties_of(r.block)[1:]]
    for n, row in enumerate(range(first, last + 1)):
        rad, name, share = parts[n] if n < len(parts) else (None, "", None)
        blad.text(f"A{row}", rad.id if rad else "", "in_text")
        blad.text(f"B{row}", "Andel", "part")
        blad.text(f"C{row}", name, "in_text")
        working = int(bool(rad) and not is_own_time(name))
        blad.formula(f"{ANDEL_ARBETAR}{row}", f'IF($A{row}="",0,{is_working(f"$C{row}")})', working, "count")
        blad.number(f"{ANDEL}{row}", share, "in_percents")
        for level, column in SUMMA.items():
            whole = f"SUMPRODUCT(1*EXACT($A${FIRST}:$A${sida.slut},$A{row}),{column}${FIRST}:{column}${sida.slut})"
            total = getattr(u.resultat, level).per_rad[rad.id] * (share or 0.0) if rad else 0.0
            blad.formula(f"{column}{row}", f'IF($A{row}="",0,$F{row}*{whole})', total, "kr")
    blad.choice(f"C{first}:C{last}", "=Perspektiv", "Vem", "Perspektiven står i fliken Start.")


def kept(u: Underlag, sida: Sida, place: int) -> float:
    """The share that stays with the one that the row names."""
    return 1.0 - math.fsum(share for _, share in parties_of(u.rad(sida.side, place).block)[1:])
