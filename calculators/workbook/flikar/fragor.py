"""What a row of Nyttor or Kostnader asks about itself: as a live formula, and as the words that it says now."""

from __future__ import annotations

from calculators.kalkyl.evaluation import Rad
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import LAST_YEAR, VARDE, Blockplats, year

SPAN, PARTY, CATEGORY, NEGATIVE, ABOVE = (
    "En rad saknar ett värde", "Välj vem den tillfaller", "Välj kategori", "Raden är negativ", "En årsfaktor är över 1,2",
)  # fmt: skip


def lacking(column: str, first: int, last: int) -> str:
    """How many factors have a name and no value."""
    return f'SUMPRODUCT(($C{first}:$C{last}<>"")*({column}{first}:{column}{last}=""))'


def check_formula(at: Blockplats) -> str:
    row = at.head
    value = f"MIN(E{row}:G{row})<0"
    lacks = "FALSE"
    if at.faktorer:
        first, last = at.faktorer[0], at.faktorer[-1]
        lacks = f"{'+'.join(lacking(c, first, last) for c in VARDE.values())}>0"
    rest = f'IF({value},"{NEGATIVE}",IF(MAX({year(1)}{row}:{LAST_YEAR}{row})>1.2,"{ABOVE}",""))'
    chosen = f'IF(J{row}="","{PARTY}",IF(K{row}="","{CATEGORY}",{rest}))'
    return f'IF(AND(C{row}="",F{row}=0),"",IF({lacks},"{SPAN}",{chosen}))'


def check(u: Underlag, rad: Rad) -> str:
    """What the check says of the row as it is."""
    key, block = f"{rad.side}.{rad.place}", rad.block
    if not block.namn and rad.arligt[1] == 0:
        return ""
    if any(f"{key}.faktorer.{n}.troligt" in u.tomma for n in range(len(block.faktorer))):
        return SPAN
    if not block.perspektiv:
        return PARTY
    if min(rad.arligt) < 0:
        return NEGATIVE
    return ABOVE if max(rad.faktorer) > 1.2 else ""
