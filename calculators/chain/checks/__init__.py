"""The questions: what to talk about in a chain, each with its reason. Never a score, and each may be put aside."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Collection

from calculators.chain.checks import flow, shape, wording, worth
from calculators.chain.checks.question import Fraga, Regel, Sight
from calculators.chain.graph import Avfardad, Effektkedja
from calculators.swedish import counted

RULES: tuple[Regel, ...] = tuple(
    sorted((*flow.RULES, *shape.RULES, *wording.RULES, *worth.RULES), key=lambda r: r.nummer)
)
MOST = 40  # of one rule: more than that are not talked about one by one

__all__ = ["RULES", "Fraga", "Regel", "checks", "dismissed", "left", "restored"]


def checks(kedja: Effektkedja, rader: Collection[str] | None = None) -> tuple[Fraga, ...]:
    """Every question, those put aside marked. `rader`: the ids of the calculation's rows, when there is a calculation."""
    seen, found = Sight(kedja, rader), []
    aside = {(one.kod, one.om) for one in kedja.avfardade}
    for rule in RULES:
        for _, (text, lador, pilar) in zip(range(MOST), rule.find(seen), strict=False):
            aside_now = (rule.kod, (*lador, *pilar)) in aside
            found.append(Fraga(rule.kod, rule.slag, text, rule.varfor, lador, pilar, aside_now))
    return tuple(found)


def left(fragor: Collection[Fraga]) -> str:
    """ "3 frågor kvar att prata om"."""
    n = len([fraga for fraga in fragor if not fraga.avfardad])
    return f"{counted(n, 'fråga', 'frågor')} kvar att prata om" if n else "Inga frågor kvar att prata om"


def dismissed(kedja: Effektkedja, fraga: Fraga, varfor: str = "") -> Effektkedja:
    """The chain with the question put aside."""
    rest = restored(kedja, fraga).avfardade
    return dc.replace(kedja, avfardade=(*rest, Avfardad(fraga.kod, fraga.om, varfor)))


def restored(kedja: Effektkedja, fraga: Fraga) -> Effektkedja:
    """The chain with the question asked again."""
    return dc.replace(kedja, avfardade=tuple(x for x in kedja.avfardade if (x.kod, x.om) != (fraga.kod, fraga.om)))
