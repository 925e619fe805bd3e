"""Year by year in the tab Resultat: one table for each level, and one for hours. Years after the horizon are empty and folded away."""

from __future__ import annotations

from typing import Any

from calculators.kalkyl.evaluation import Niva
from calculators.workbook.blad import IN_BOTH, Blad
from calculators.workbook.flikar.sida import year_name
from calculators.workbook.flikar.start import year_label
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import GROUPS, HEAD, NIVANAMN, TIMMAR, VARDE, YEARS, Plan, year

STEP = YEARS + 4
ORDER = ("troligt", "lagst", "hogst")
COLUMNS = {
    "A": "År nummer", "B": "År", "C": "Diskonteringsfaktor", "D": "Nyttor (kr)", "E": "Kostnader (kr)", "F": "Nettonytta (kr)",
    "G": "Ackumulerade nyttor (kr)", "H": "Ackumulerade kostnader (kr)", "I": "Ackumulerad nettonytta (kr)",
    "J": "Nyttorna överstiger (1 = ja)", "K": "Finansiella nyttor (kr)", "L": "Omfördelningsnyttor (kr)", "M": "Kostnader nedåt (kr)",
}  # fmt: skip
NAMED = {
    "nyttor": "D",
    "kostnader": "E",
    "netto": "F",
    "ack_nyttor": "G",
    "ack_kostnader": "H",
    "ack_netto": "I",
    "over": "J",
}
HOURS = {
    "A": "År nummer", "B": "År", "C": "Frigjord arbetstid (h)", "D": "Satsad arbetstid (h)", "E": "Netto arbetstid (h)",
    "F": "Frigjorda årsarbetare", "G": "Satsade årsarbetare", "H": "Netto årsarbetare",
}  # fmt: skip
HOUR_KEYS = {
    "C": "frigjorda", "D": "satsade", "E": "netto",
    "F": "arsarbetare_frigjorda", "G": "arsarbetare_satsade", "H": "arsarbetare_netto",
}  # fmt: skip


def column(name: str) -> str:
    return NAMED[name]


def table_rows(plan: Plan, level: str) -> tuple[int, int]:
    """The rows of the 25 years of a level's table."""
    first = plan.ar_for_ar + 2 + STEP * ORDER.index(level)
    return first, first + YEARS - 1


def hour_rows(plan: Plan) -> tuple[int, int]:
    """The rows of the 25 years of hours."""
    first = plan.ar_for_ar + 2 + STEP * len(ORDER)
    return first, first + YEARS - 1


def write_years(blad: Blad, u: Underlag, formats: dict[str, Any]) -> None:
    """A table for each level."""
    for level in ORDER:
        first, last = table_rows(u.plan, level)
        heads = {k: v for k, v in COLUMNS.items() if k < "K" or level == "troligt"}
        blad.text(f"A{first - 2}", f"År för år, {NIVANAMN[level].lower()}", "section")
        blad.table(IN_BOTH, f"A{first - 1}:{[*heads][-1]}{last}")
        blad.row(first - 1, "".join([*heads][2:]), heads)
        for n in range(1, YEARS + 1):
            _year(blad, u, level, n, first + n - 1, first)
        _off(blad, f"A{first}:{'M' if level == 'troligt' else 'J'}{last}", first, formats)
        _fold(blad, u, first)


def _off(blad: Blad, cells: str, first: int, formats: dict[str, Any]) -> None:
    blad.when(cells, f"$A{first}>Horisont", formats["hidden"])


def _fold(blad: Blad, u: Underlag, first: int) -> None:
    """Years after the horizon are folded away; charts leave hidden rows out."""
    for begin, end in GROUPS:
        for n in range(begin, end + 1):
            if begin > u.kalkyl.horisont:
                blad.sheet.set_row(
                    first + n - 2, None, None, {"level": 1 if begin == GROUPS[0][0] else 2, "hidden": True}
                )


def _year(blad: Blad, u: Underlag, level: str, n: int, row: int, first: int) -> None:
    niva: Niva = getattr(u.resultat, level)
    on = n <= u.kalkyl.horisont
    last = niva.ackumulerade_nyttor[-1], niva.ackumulerade_kostnader[-1], niva.ackumulerad_nettonytta[-1]
    _name(blad, u, n, row)
    blad.formula(
        f"C{row}", f"Nyttor!{year(n)}${HEAD - 1}", u.resultat.diskonteringsfaktorer[n - 1] if on else 0, "factor"
    )
    values = {"D": niva.nyttor_per_ar, "E": niva.kostnader_per_ar}
    for name, side in (("D", "nyttor"), ("E", "kostnader")):
        s = u.plan.sida(side)
        formula = f"$C{row}*SUMPRODUCT({s.span(VARDE[level])},{s.span(year(n))})"
        blad.formula(f"{name}{row}", formula, values[name][n - 1] if on else 0, "kr")
    blad.formula(f"F{row}", f"D{row}-E{row}", niva.netto_per_ar[n - 1] if on else 0, "kr")
    sums = (niva.ackumulerade_nyttor, niva.ackumulerade_kostnader, niva.ackumulerad_nettonytta)
    for name, source, series, end in zip("GHI", "DEF", sums, last, strict=True):
        formula = f"G{row}-H{row}" if name == "I" else f"SUM({source}${first}:{source}{row})"
        blad.formula(f"{name}{row}", formula, series[n - 1] if on else end, "kr")
    above = f"IF(AND(A{row}<=Horisont,I{row}>1E-9*MAX(1,ABS(G{row}),ABS(H{row}))),1,0)"
    blad.formula(f"J{row}", above, _above(niva, n) if on else 0, "count")
    if level == "troligt":
        _parts(blad, u, n, row)


def _above(niva: Niva, n: int) -> int:
    more, less = niva.ackumulerade_nyttor[n - 1], niva.ackumulerade_kostnader[n - 1]
    return int(more - less > 1e-9 * max(1.0, abs(more), abs(less)))


def _parts(blad: Blad, u: Underlag, n: int, row: int) -> None:
    """What the chart shows: financial benefits, redistribution, and costs below the line."""
    s = u.plan.nyttor
    on = n <= u.kalkyl.horisont
    for name, word, kategori in (("K", "Finansiell", "finansiell"), ("L", "Omfördelning", "omfordelning")):
        formula = f'$C{row}*SUMPRODUCT(1*({s.span("K")}="{word}"),{s.span("F")},{s.span(year(n))})'
        blad.formula(f"{name}{row}", formula, u.per_kategori[kategori][n - 1] if on else 0, "kr")
    blad.formula(f"M{row}", f"-E{row}", -u.resultat.troligt.kostnader_per_ar[n - 1] if on else 0, "kr")


def _name(blad: Blad, u: Underlag, n: int, row: int) -> None:
    blad.number(f"A{row}", n, "year")
    blad.formula(f"B{row}", year_label(f"$A{row}"), year_name(u, n), "year")


def write_hours(blad: Blad, u: Underlag, formats: dict[str, Any]) -> None:
    """Redistribution as hours and årsarbetare."""
    first, last = hour_rows(u.plan)
    blad.text(f"A{first - 2}", "Arbetstid i omfördelning: timmar och årsarbetare", "section")
    blad.table(IN_BOTH, f"A{first - 1}:H{last + 2}")
    blad.row(first - 1, "CDEFGH", HOURS)
    found = u.resultat.timmar
    for n in range(1, YEARS + 1):
        row, on = first + n - 1, n <= u.kalkyl.horisont
        _name(blad, u, n, row)
        formulas = {
            "E": f"C{row}-D{row}",
            "F": f"C{row}/Arsarbetstid",
            "G": f"D{row}/Arsarbetstid",
            "H": f"E{row}/Arsarbetstid",
        }
        for name, side in (("C", "nyttor"), ("D", "kostnader")):
            s = u.plan.sida(side)
            formulas[name] = f"IF($A{row}>Horisont,0,SUMPRODUCT({s.span(TIMMAR)},{s.span(year(n))}))"
        for name, key in HOUR_KEYS.items():
            blad.formula(f"{name}{row}", formulas[name], getattr(found, f"{key}_per_ar")[n - 1] if on else 0, "hours")
    _off(blad, f"A{first}:H{last}", first, formats)
    _fold(blad, u, first)
    _hour_sums(blad, u, first, last)


def _hour_sums(blad: Blad, u: Underlag, first: int, last: int) -> None:
    found, row = u.resultat.timmar, last + 1
    blad.text(f"A{row}", "Summa timmar", "total")
    blad.text(f"B{row}", "", "total")
    for name in "CDE":
        blad.formula(
            f"{name}{row}",
            f"SUM({name}{first}:{name}{last})",
            getattr(found, f"{HOUR_KEYS[name]}_summa"),
            "total_hours",
        )
    blad.text(f"A{row + 1}", "Årsarbetare i snitt", "label")
    for name in "FGH":
        formula = f"SUM({name}{first}:{name}{last})/Horisont"
        blad.formula(f"{name}{row + 1}", formula, getattr(found, f"{HOUR_KEYS[name]}_snitt"), "hours")
    blad.text(f"A{row + 2}", "Rader som inte går att räkna om till timmar", "label")
    counts = "+".join(f'COUNTIF({s.span(TIMMAR)},"saknas")' for s in (u.plan.nyttor, u.plan.kostnader))
    blad.formula(f"C{row + 2}", counts, len(found.rader_utan_timmar), "count")
