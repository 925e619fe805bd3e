"""Kr year by year: discounted, and the same as steps that a reader can follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calculators.derivation import Step
from calculators.kategorier import PENGAKATEGORIER
from calculators.schema import choice
from calculators.swedish import amount, show_number, write_number


def kategori() -> Any:
    """What the row will be in a nyttokalkyl."""
    return choice("Kategori i nyttokalkylen", PENGAKATEGORIER, code="E_KATEGORI", default="finansiell", group="I nyttokalkylen",
                  help="Finansiell om utgifter eller intäkter ändras på riktigt. Annars omfördelning.")  # fmt: skip


def year_steps(amounts: Sequence[float], factors: Sequence[float], first_year: int = 1) -> tuple[Step, ...]:
    """For each year: the amount times its discount factor."""
    return tuple(
        Step(f"ar.{n}", f"År {write_number(float(first_year + n))}", "belopp × diskonteringsfaktor",
             f"{amount(x, 'kr')} × {show_number(f, 4)}", amount(x * f, "kr"))
        for n, (x, f) in enumerate(zip(amounts, factors, strict=True))
    )  # fmt: skip


def sum_step(name: str, amounts: Sequence[float], total: float) -> Step:
    """The sum of the years."""
    numbers = " + ".join(amount(x, "kr") for x in amounts)
    return Step(name, "Summa", "summan av åren", numbers.replace("+ −", "− "), amount(total, "kr"))
