"""A question about a chain, the rule that asks it, and what a rule sees."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from calculators.chain.graph import Effektkedja, Flow, Lada, Pil
from calculators.chain.loops import Loop, against, loops

Asked = tuple[str, tuple[str, ...], tuple[str, ...]]  # the question, and the boxes and arrows that it is about


@dataclass(frozen=True, slots=True)
class Fraga:
    """`slag` is "varning", "fråga" or "tips", as in the calculators. `varfor` says why it is asked."""

    kod: str
    slag: str
    text: str
    varfor: str
    lador: tuple[str, ...]
    pilar: tuple[str, ...]
    avfardad: bool = False

    @property
    def om(self) -> tuple[str, ...]:
        """What the question is about, as a dismissal keeps it."""
        return (*self.lador, *self.pilar)


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule. `kod` never changes: files keep it. `nummer` is its number in our list of rules."""

    kod: str
    nummer: int
    slag: str
    varfor: str
    find: Callable[[Sight], Iterator[Asked]]


class Sight:
    """The chain as the rules see it. `rader`: the ids of the calculation's rows, or None when there is no calculation."""

    def __init__(self, kedja: Effektkedja, rader: Collection[str] | None = None):
        self.kedja, self.rader, self.flow = kedja, rader, Flow(kedja)
        back = against(kedja)
        self.against = [kedja.pilar[n] for n in sorted(back)]
        self.loops: tuple[Loop, ...] = loops(kedja, back)
        touched = {end for pil in kedja.pilar for end in (pil.fran, pil.till)}
        self.alone = [lada for lada in kedja.lador if lada.id not in touched]

    def av(self, *typer: str) -> list[Lada]:
        return self.flow.av(*typer)

    def ends(self, pil: Pil) -> tuple[Lada, Lada]:
        return self.flow.lador[pil.fran], self.flow.lador[pil.till]


def named(lada: Lada) -> str:
    """A box in a question."""
    return f"”{lada.text or '…'}”"
