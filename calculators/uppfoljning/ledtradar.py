"""What the effektkedja knows of how a benefit can be followed: what comes before it, what shows it, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.chain.graph import Effektkedja, Flow, Lada
from calculators.chain.kinds import TYPER
from calculators.swedish import listed, lowered

EARLIER = ("nytt_arbetssatt", "effekt")  # kinds of boxes that can be seen before the benefit
MOST = 2  # effects to look at first; the chain itself shows the rest


@dataclass(frozen=True, slots=True)
class Ledtrad:
    """Texts for the plan of one benefit; empty where its chain says nothing."""

    forst: str = ""
    indikator: str = ""
    ansvarig: str = ""


def clues(kedja: Effektkedja) -> dict[str, Ledtrad]:
    """The clue of each benefit by its row. What is measured first is what lies nearest the change on the way to it."""
    flow = Flow(kedja)
    return {
        lada.kalkylrad: Ledtrad(_first(flow, lada), lada.indikator.strip(), lada.ansvarig.strip())
        for lada in kedja.lador
        if lada.typ == "nytta" and lada.kalkylrad
    }


def _first(flow: Flow, nytta: Lada) -> str:
    before = flow.bak(nytta.id) - {nytta.id}
    early = [lada for lada in flow.av(*EARLIER) if lada.id in before and lada.text.strip()]
    away = _steps(flow)
    early.sort(key=lambda lada: (TYPER[lada.typ].band, away.get(lada.id, 0)))
    told = [_seen_by(lada) for lada in early[:MOST]]
    return listed([told[0], *map(lowered, told[1:])]) if told else ""


def _seen_by(lada: Lada) -> str:
    """The effect, with what shows it where somebody has written that."""
    text, indikator = lada.text.strip(), lada.indikator.strip()
    return f"{text} ({lowered(indikator)})" if indikator else text


def _steps(flow: Flow) -> Mapping[str, int]:
    """How many arrows each box lies from a change."""
    found = {lada.id: 0 for lada in flow.av("forandring")}
    waiting = list(found)
    for id in waiting:
        for other in flow.ut[id]:
            if other not in found:
                found[other] = found[id] + 1
                waiting.append(other)
    return found
