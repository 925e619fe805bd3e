"""Nyttobeskrivningar in the method's form, written from the graph: what, for whom, by which change, and towards which goals.

One for each stakeholder, however many ways lead to the benefit: they are told together, step by step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calculators.chain.graph import Effektkedja, Lada, reached
from calculators.chain.loops import against
from calculators.chain.phrasing import Words, joined, stakeholders


@dataclass(frozen=True, slots=True)
class Beskrivning:
    """A draft to go on with: `id` is the box, `rubrik` its heading, `text` two to five sentences."""

    id: str
    intressent: str
    rubrik: str
    text: str


def descriptions(kedja: Effektkedja) -> tuple[Beskrivning, ...]:
    """Of every benefit, one for each stakeholder."""
    words, ahead = Words(kedja), _Ahead(kedja)
    return tuple(
        _described(words, ahead, lada, who)
        for lada in kedja.lador
        if lada.typ == "nytta"
        for who in stakeholders(lada) or [""]
    )


def _described(words: Words, ahead: _Ahead, lada: Lada, who: str) -> Beskrivning:
    behind = ahead.behind(lada.id)
    steps = ahead.steps(behind - {lada.id})
    parts = [
        *_beginning(words, steps),
        _towards(words, ahead, lada),
        *_conditions(words, ahead, behind),
    ]
    return Beskrivning(lada.id, who, _heading(words, lada, who), lada.beskrivning or joined(parts))


def _heading(words: Words, lada: Lada, who: str) -> str:
    """ "Kortare väntetid för patienter", without saying twice for whom."""
    if not who:
        return lada.text
    said = who[: max(4, len(who) - 3)].lower() in lada.text.lower()
    return f"{lada.text} ({who})" if said else f"{lada.text} för {words.inside(who)}"


def _beginning(words: Words, steps: Sequence[Sequence[Lada]]) -> list[str]:
    """By which change, in which new ways of working, and what that leads to."""
    every = [lada for step in steps for lada in step]
    changes = [lada for lada in every if lada.typ == "forandring"]
    ways = [lada for lada in every if lada.typ == "nytt_arbetssatt"]
    effects = [found for step in steps if (found := [x for x in step if x not in changes and x not in ways])]
    by = f"genom {words.all(changes)}" if changes else ""
    said = []
    if ways:
        noun = "arbetssättet" if len(ways) == 1 else "arbetssätten"
        told = _listed(words, ways)
        said.append(f"{by} ändras {noun}: {told}" if by else f"det nya arbetssättet är detta: {told}")
    elif by and effects:
        said.append(f"{by} händer detta: {_listed(words, effects.pop(0))}")
    elif by:
        said.append(f"den uppstår {by}")
    for n in range(0, len(effects), 2):
        verb = "det leder till" if said and n == 0 else "det leder vidare till" if said else "det börjar med"
        more = f", som i sin tur leder till {words.all(effects[n + 1])}" if n + 1 < len(effects) else ""
        said.append(f"{verb} {words.all(effects[n])}{more}")
    return said


def _listed(words: Words, lador: Iterable[Lada]) -> str:
    told = [words.inside(lada.text) for lada in lador]
    return "; ".join(told) if len(told) > 2 or any(" och " in one for one in told) else " och ".join(told)


def _towards(words: Words, ahead: _Ahead, lada: Lada) -> str:
    goals = [ahead.boxes[id].text for id in ahead.goals(lada.id)]
    if not goals:
        return ""
    return f"det bidrar till verksamhetens mål: {words.inside(goals[0]) if len(goals) == 1 else _joined(words, goals)}"


def _joined(words: Words, texts: Sequence[str]) -> str:
    inside = [words.inside(text) for text in texts]
    return f"{', '.join(inside[:-1])} och {inside[-1]}"


def _conditions(words: Words, ahead: _Ahead, behind: set[str]) -> list[str]:
    """What it takes, and what may be in the way."""
    said = []
    needed = ahead.needed(behind)
    if needed:
        said.append(f"det förutsätter {words.all(needed)}")
    said += [ahead.boxes[id].forutsattning for id in ahead.boxes if id in behind and ahead.boxes[id].forutsattning]
    for hinder in ahead.obstacles(behind):
        said += [f"ett hinder kan vara {words.that(hinder.text)}", hinder.atgard]
    return said


class _Ahead:
    """What leads to what, without arrows that go back."""

    def __init__(self, kedja: Effektkedja):
        self.boxes = {lada.id: lada for lada in kedja.lador}
        self.kedja, back = kedja, against(kedja)
        self.into: dict[str, list[str]] = {id: [] for id in self.boxes}
        self.out: dict[str, list[str]] = {id: [] for id in self.boxes}
        for n, pil in enumerate(kedja.pilar):
            if pil.slag == "leder_till" and n not in back:
                self.into[pil.till].append(pil.fran)
                self.out[pil.fran].append(pil.till)

    def behind(self, id: str) -> set[str]:
        return reached((id,), self.into)

    def goals(self, id: str) -> list[str]:
        ahead = reached((id,), self.out)
        return [other for other in self.boxes if other in ahead and self.boxes[other].typ == "verksamhetsmal"]

    def steps(self, among: set[str]) -> list[list[Lada]]:
        """These boxes step by step: each after all that lead to it."""
        left = {id: len([x for x in self.into[id] if x in among]) for id in self.boxes if id in among}
        steps, now = [], [id for id, n in left.items() if not n]
        while now:
            steps.append([self.boxes[id] for id in now])
            ready: dict[str, None] = {}
            for id in now:
                for other in self.out[id]:
                    if other in left:
                        left[other] -= 1
                        if not left[other]:
                            ready[other] = None
            now = [id for id in self.boxes if id in ready]
        return steps

    def needed(self, behind: set[str]) -> list[Lada]:
        found = {
            p.fran: None for p in self.kedja.pilar if p.slag == "kraver" and p.till in behind and p.fran not in behind
        }
        return [self.boxes[id] for id in found]

    def obstacles(self, behind: set[str]) -> list[Lada]:
        found = {p.fran: None for p in self.kedja.pilar if p.slag == "hindrar" and p.till in behind}
        return [self.boxes[id] for id in found]
