"""The tab Osäkerhet: the three levels side by side, and one factor at a time from lägst to högst, as live formulas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculators.kalkyl.document import block_id
from calculators.kalkyl.formel.tree import Formula, Name
from calculators.kalkyl.osakerhet.arsvarde import Arsvarde
from calculators.kalkyl.osakerhet.formelvarde import Formelvarde
from calculators.kalkyl.osakerhet.modell import model_of
from calculators.kalkyl.osakerhet.spakar import Spak, annual_values
from calculators.kalkyl.osakerhet.tornado import tornado
from calculators.workbook.blad import IN_BOTH, Blad
from calculators.workbook.cellformel import LONGEST, cellformula
from calculators.workbook.flikar.resultat import LEVELS
from calculators.workbook.flikar.resultat import ROWS as RESULT_ROWS
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import NIVAER, NIVANAMN, RESULTAT, VIKT

WIDTHS = {"A": 46, "B": 14, "C": 16, "D": 16, "E": 20, "F": 16, "G": 16, "H": 16, "I": 14, "J": 14, "K": 26}
COLUMNS = {
    "A": "Faktor", "B": "Enhet", "C": "Lägst", "D": "Troligt", "E": "Högst",
    "F": "Nettonytta vid lägst (kr)", "G": "Nettonytta vid högst (kr)", "H": "Skillnad (kr)", "I": "Ändring vid lägst (kr)",
    "J": "Ändring vid högst (kr)", "K": "Att se över",
}  # fmt: skip
HEAD = 15
CHANGED = "En uträkning är ändrad i filen"


def bars_of(u: Underlag) -> list[Any]:
    return list(tornado(model_of(u.kalkyl)))


def write(blad: Blad, u: Underlag, formats: dict[str, Any]) -> int:
    """Everything of the tab; how many factors have a span."""
    for column, width in WIDTHS.items():
        blad.sheet.set_column(f"{column}:{column}", width)
    blad.title("Osäkerhet")
    blad.text(
        "A2",
        "Lägst, troligt och högst hör till varje faktor. Ett lågt värde kan ge en hög nytta, så de är inte bästa och sämsta fall.",
        "plain",
    )
    _levels(blad)
    for level in NIVAER:
        _level(blad, u, level)
    blad.text(f"A{HEAD - 3}", "En faktor i taget", "section")
    blad.text(
        f"A{HEAD - 2}",
        "Nettonyttan när en faktor går till sitt lägsta och högsta och alla andra är troliga. Störst skillnad först, som filen skapades.",
        "plain",
    )
    blad.row(HEAD, "CDEFGHIJ", COLUMNS)
    trees = {
        block_id(side, n, block): _tree(found)
        for (side, n, block), found in zip(u.kalkyl.blocks, annual_values(u.kalkyl), strict=True)
    }
    bars = bars_of(u)
    blad.table(IN_BOTH, f"A{HEAD}:K{HEAD + max(1, len(bars))}")
    for n, bar in enumerate(bars):
        _bar(blad, u, HEAD + 1 + n, bar, trees)
    if not bars:
        blad.text(
            f"A{HEAD + 1}", "Ingen faktor har ett lägsta eller högsta värde som skiljer sig från det troliga.", "plain"
        )
    blad.when(f"K{HEAD + 1}:K{HEAD + 1 + len(bars)}", f"LEN($K{HEAD + 1})>0", formats["doubt"])
    return len(bars)


def _levels(blad: Blad) -> None:
    blad.text("A4", "Tre nivåer", "section")
    blad.table(IN_BOTH, f"A5:E{5 + len(NIVAER)}")
    blad.row(
        5,
        "BCDE",
        {"A": "Nivå", "B": "Nyttor (kr)", "C": "Kostnader (kr)", "D": "Nettonytta (kr)", "E": "Per satsad krona (kr)"},
    )


def _level(blad: Blad, u: Underlag, level: str) -> None:
    row = 6 + NIVAER.index(level)
    niva = getattr(u.resultat, level)
    name = NIVANAMN[level].lower()
    blad.text(f"A{row}", f"{NIVANAMN[level]} nytta med {name} kostnad", "cell")
    for column, key in (("B", "summa_nyttor"), ("C", "summa_kostnader"), ("D", "nettonytta")):
        blad.formula(f"{column}{row}", f"{RESULTAT}!{LEVELS[level]}{RESULT_ROWS[key]}", getattr(niva, key), "kr")
    ratio = niva.nettonytta_per_krona
    blad.formula(
        f"E{row}",
        f"{RESULTAT}!{LEVELS[level]}{RESULT_ROWS['nettonytta_per_krona']}",
        "kan inte beräknas" if ratio is None else ratio,
        "ratio",
    )


def _tree(found: Arsvarde) -> Formula | None:
    """The annual value over keys, where it is one formula or one written value."""
    if isinstance(found, Formelvarde):
        return found.tree
    return Name(found.nycklar[0]) if len(found.nycklar) == 1 else None


def _bar(blad: Blad, u: Underlag, row: int, bar: Any, trees: Mapping[str, Formula | None]) -> None:
    spak: Spak = bar.spak
    share = spak.enhet.strip() == "%"
    blad.text(f"A{row}", spak.namn, "cell")
    blad.text(f"B{row}", spak.enhet, "cell")
    for column, level in zip("CDE", NIVAER, strict=True):
        blad.formula(
            f"{column}{row}", u.plan.cell(spak.nyckel, level), getattr(spak, level), "same_percent" if share else "same"
        )
    for column, level, net in (("F", "lagst", bar.vid_lagst), ("G", "hogst", bar.vid_hogst)):
        formula = _net(u, spak, level, trees)
        if formula and len(formula) < LONGEST:
            blad.formula(f"{column}{row}", formula, net, "kr")
        else:
            blad.number(f"{column}{row}", net, "kr")
    blad.formula(f"H{row}", f"MAX(F{row},G{row},Nettonytta)-MIN(F{row},G{row},Nettonytta)", bar.svang, "kr")
    for column, moved, net in (("I", "F", bar.vid_lagst), ("J", "G", bar.vid_hogst)):
        blad.formula(f"{column}{row}", f"{moved}{row}-Nettonytta", net - u.resultat.troligt.nettonytta, "kr")
    check = _check(u, spak, trees)
    if check and len(check) < LONGEST:
        blad.formula(f"K{row}", f'IF({check},"","{CHANGED}")', "", "check")


def _rows(u: Underlag, spak: Spak) -> list[tuple[str, str, int]]:
    """Sign, tab and head row of every row that uses the lever."""
    found = []
    for rad in u.rader:
        if rad.id in spak.rader:
            sida = u.plan.sida(rad.side)
            found.append(("+" if rad.side == "nyttor" else "-", rad.id, sida.block[rad.place].head))
    return found


def _net(u: Underlag, spak: Spak, level: str, trees: Mapping[str, Formula | None]) -> str:
    """The net benefit, and for each row the difference that the moved factor makes."""
    text = "Nettonytta"
    for sign, id, head in _rows(u, spak):
        tree = trees[id]
        if tree is None:
            return ""
        flik = "Nyttor" if sign == "+" else "Kostnader"
        moved = cellformula(tree, lambda key: u.plan.cell(key, level if key == spak.nyckel else "troligt"))
        text += f"{sign}({moved}-{flik}!$F${head})*{flik}!${VIKT}${head}"
    return text


def _check(u: Underlag, spak: Spak, trees: Mapping[str, Formula | None]) -> str:
    """Whether the rows still are worked out as when the file was made."""
    tests = []
    for sign, id, head in _rows(u, spak):
        tree = trees[id]
        flik = "Nyttor" if sign == "+" else "Kostnader"
        if tree is None:
            return ""
        here = cellformula(tree, lambda key: u.plan.cell(key, "troligt"))
        tests.append(f"ABS({here}-{flik}!$F${head})<=1E-9*MAX(1,ABS({flik}!$F${head}))")
    return f"AND({','.join(tests)})"
