"""The frozen decisions in the tab Uppföljning: who decided, when, by which engine, and what the calculation says now."""

from __future__ import annotations

from calculators.registry import calculator
from calculators.uppfoljning.beslut import Beslut, kept, read
from calculators.workbook.blad import IN_COLUMNS, Blad
from calculators.workbook.kalkyl import ID, Underlag

DECISIONS = "Fryst beslut"
HEADS = {
    "A": "Nummer", "B": "Vem beslutade?", "C": "När", "D": "Nettonytta vid beslutet (kr)", "E": "Nettonytta nu (kr)",
    "F": "Skillnad (kr)", "G": "Räknemotor", "H": "Standardvärden", "I": "Oförändrat i filen",
}  # fmt: skip
NONE = "Inget beslut är fryst. Det gör du på webbplatsen, i kalkylens uppföljning."
FROZEN = "Ett fryst beslut ändras inte här. Hela den beslutade kalkylen följer med i filen."


def decisions_of(u: Underlag) -> list[Beslut]:
    """Every decision of the document that can be read, the newest last."""
    calc = calculator(ID)
    return [decision for one in kept(u.state.rest) if (decision := read(calc, one)) is not None]


def write_decisions(blad: Blad, u: Underlag, row: int) -> int:
    """A row for each decision, or a sentence. Returns the row after."""
    decisions = decisions_of(u)
    blad.text(f"A{row}", DECISIONS, "section")
    blad.text(f"A{row + 1}", FROZEN if decisions else NONE, "note_line")
    if not decisions:
        return row + 2
    blad.table(IN_COLUMNS, f"A{row + 2}:I{row + 2 + len(decisions)}")
    blad.row(row + 2, "ADEF", HEADS, height=46)
    for n, decision in enumerate(decisions):
        _decision(blad, row + 3 + n, n + 1, decision, u.resultat.troligt.nettonytta)
    return row + 3 + len(decisions)


def _decision(blad: Blad, row: int, number: int, decision: Beslut, now: float) -> None:
    blad.number(f"A{row}", number, "count")
    words = {"B": decision.roll, "C": decision.nar, "G": decision.motor, "H": decision.varden, "I": "Ja" if decision.orord else "Nej"}
    for column, text in words.items():
        blad.text(f"{column}{row}", text, "cell")
    blad.number(f"D{row}", decision.nettonytta, "kr")
    blad.formula(f"E{row}", "Nettonytta", now, "kr")
    blad.formula(f"F{row}", f"E{row}-D{row}", now - decision.nettonytta, "kr")
    blad.tall(row, (decision.roll, 36))
