"""Läs kedjan: every way through it told in sentences, and the questions to ask at each arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calculators.chain.graph import Effektkedja, Flow, Pil
from calculators.chain.phrasing import Words, joined

MOST = 200  # ways; a chain with more than that is not read aloud
LEADS = {
    "forandring": "leder till", "nytt_arbetssatt": "innebär", "effekt": "leder till", "nytta": "ger",
    "verksamhetsmal": "bidrar till", "mojlighet": "öppnar för", "hinder": "leder till", "risk": "medför", "kostnad": "medför",
}  # fmt: skip
UNSURE = {"osakert": "kanske", "troligt": "troligen"}


@dataclass(frozen=True, slots=True)
class Vag:
    """One way: its boxes from cause to effect, and the same in words."""

    lador: tuple[str, ...]
    text: str


def read_aloud(kedja: Effektkedja, genom: str = "") -> tuple[Vag, ...]:
    """Every way from what begins to where it ends, then every obstacle. `genom`: only the ways through that box."""
    flow, words = Flow(kedja), Words(kedja)
    ways = [Vag(way, told(flow, words, way)) for way in ways_through(flow, genom)]
    return (*ways, *_obstacles(kedja, flow, words, genom))


def ways_through(flow: Flow, genom: str = "", most: int = MOST) -> tuple[tuple[str, ...], ...]:
    """The ways, at most `most` of them, in the order of the list. A way that comes round to itself ends there."""
    found: list[tuple[str, ...]] = []
    for way in _ways(flow, genom):
        if len(found) == most:
            break
        if len(way) > 1:
            found.append(way)
    return tuple(found)


def _ways(flow: Flow, genom: str) -> Iterator[tuple[str, ...]]:
    near = flow.bak(genom) | flow.fram(genom) if genom else set(flow.lador)
    started: set[str] = set()
    begins = [id for id in flow.lador if not flow.inn[id]]
    for start in [*begins, *flow.lador]:  # what only stands in a loop begins where the list does
        if start in started or start not in near:
            continue
        waiting: list[tuple[str, ...]] = [(start,)]
        while waiting:
            way = waiting.pop()
            started.add(way[-1])
            ahead = [id for id in flow.ut[way[-1]] if id not in way and id in near]
            waiting += [(*way, id) for id in reversed(ahead)]
            if not ahead and (not genom or genom in way):
                yield way


def told(flow: Flow, words: Words, way: Sequence[str]) -> str:
    """The way in sentences of one or two arrows each."""
    boxes = [flow.lador[id] for id in way]
    said: list[str] = []
    for n in range(1, len(way)):
        pil = flow.pil(way[n - 1], way[n])
        if n == 1:
            said.append(f"{words.quoted(boxes[0])} {_verb(pil, boxes[n].typ)} {words.quoted(boxes[n])}")
        elif n % 2:
            said.append(f"det {_verb(pil, boxes[n].typ)} {words.quoted(boxes[n])}")
        else:
            said[-1] += f", som {_verb(pil, boxes[n].typ, after=True)} {words.quoted(boxes[n])}"
    return joined(said)


def _verb(pil: Pil, typ: str, after: bool = False) -> str:
    """ "leder kanske till", or after "som": "kanske leder till"."""
    verb = "behövs för" if pil.slag == "kraver" else LEADS[typ]
    unsure = UNSURE.get(pil.sakerhet, "")
    first, _, rest = verb.partition(" ")
    words = (unsure, first, rest) if after else (first, unsure, rest)
    return " ".join(word for word in words if word)


def _obstacles(kedja: Effektkedja, flow: Flow, words: Words, genom: str) -> Iterator[Vag]:
    near = flow.bak(genom) | flow.fram(genom) if genom else set(flow.lador)
    for pil in kedja.pilar:
        if pil.slag == "hindrar" and ({pil.fran, pil.till} & near):
            here, there = flow.lador[pil.fran], flow.lador[pil.till]
            yield Vag((here.id, there.id), joined([f"{words.quoted(here)} kan stå i vägen för {words.quoted(there)}", here.atgard]))


def questions(kedja: Effektkedja, pil: Pil) -> tuple[str, ...]:
    """What to ask about an arrow when the chain is read together."""
    boxes = {lada.id: lada for lada in kedja.lador}
    words = Words(kedja)
    here, there = words.quoted(boxes[pil.fran]), words.quoted(boxes[pil.till])
    if pil.slag == "hindrar":
        return (f"Hur kan {here} stå i vägen för {there}?", "Hur troligt är det?", "Vad gör ni åt det?")
    if pil.slag == "kraver":
        return (f"Varför behövs {here} för {there}?", "Vem ser till att det finns?", "När behövs det?")
    return (f"Leder {here} till {there}?", "Vad mer krävs?", "Varför tror ni det?")
