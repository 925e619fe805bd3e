"""Hur pratar vi om pengarna? Three questions that are never answered with one figure: the budget, the time, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.rapport import om_budget, om_kvalitet, om_tid
from calculators.rapport.pengar import budget, tidrader

MOTTAGARE = {"politiker": "Till politiker", "ekonomer": "Till ekonomer", "medarbetare": "Till medarbetare"}


@dataclass(frozen=True, slots=True)
class Svar:
    """One question, with ready sentences for each audience of MOTTAGARE."""

    id: str
    fraga: str
    till: Mapping[str, tuple[str, ...]]


def svar(kalkyl: Nyttokalkyl, result: Resultat) -> tuple[Svar, Svar, Svar]:
    """Budget, time and what has no price, in that order."""
    money, rader = budget(kalkyl, result), tidrader(kalkyl)
    return (
        _svar(
            "budget", "Vad händer med budgeten?",
            om_budget.to_politicians(kalkyl, money), om_budget.to_economists(kalkyl, money), om_budget.to_staff(money),
        ),
        _svar(
            "tid", "Vad händer med tiden?",
            om_tid.to_politicians(kalkyl, result, rader), om_tid.to_economists(kalkyl, result), om_tid.to_staff(kalkyl, rader),
        ),
        _svar(
            "kvalitet", "Vad händer med det som inte har något pris?",
            om_kvalitet.to_politicians(kalkyl), om_kvalitet.to_economists(kalkyl), om_kvalitet.to_staff(kalkyl),
        ),
    )  # fmt: skip


def _svar(id: str, fraga: str, *sentences: Iterator[str]) -> Svar:
    return Svar(id, fraga, dict(zip(MOTTAGARE, map(tuple, sentences), strict=True)))
