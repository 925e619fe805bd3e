"""Loops: arrows that lead back to where the chain has been. They are allowed, and get names so that they can be talked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.chain.bands import backward, bands
from calculators.chain.graph import Effektkedja, Pil

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Loop:
    """`pil` closes the loop; `lador` are the boxes on the way round, from where it leads to where it comes from."""

    namn: str
    pil: Pil
    lador: tuple[str, ...]


def ends_of(kedja: Effektkedja) -> list[tuple[int, int]]:
    """The arrows as places in the list of boxes."""
    place = {lada.id: n for n, lada in enumerate(kedja.lador)}
    return [(place[pil.fran], place[pil.till]) for pil in kedja.pilar]


def against(kedja: Effektkedja) -> set[int]:
    """The arrows, by place, that go against the flow."""
    ends = ends_of(kedja)
    return backward(bands(kedja, ends), ends)


def loops(kedja: Effektkedja, back: set[int] | None = None) -> tuple[Loop, ...]:
    """One loop for each arrow against the flow that closes one: Slinga A, Slinga B …"""
    return tuple(
        Loop(f"Slinga {LETTERS[n % 26]}{n // 26 + 1 if n > 25 else ''}", pil, way)
        for n, (pil, way) in enumerate(_found(kedja, against(kedja) if back is None else back))
    )


def _found(kedja: Effektkedja, back: set[int]) -> Iterator[tuple[Pil, tuple[str, ...]]]:
    out: dict[str, list[str]] = {}
    for pil in kedja.pilar if back else ():
        out.setdefault(pil.fran, []).append(pil.till)
    for n in sorted(back):
        way = _way(out, kedja.pilar[n].till, kedja.pilar[n].fran)
        if way:
            yield kedja.pilar[n], way


def _way(out: Mapping[str, list[str]], start: str, end: str) -> tuple[str, ...]:
    """The shortest way along the arrows, both ends included; empty when there is none."""
    before = {start: ""}
    waiting = [start]
    for here in waiting:
        if here == end:
            way = [here]
            while before[way[-1]]:
                way.append(before[way[-1]])
            return tuple(reversed(way))
        for there in out.get(here, ()):
            if there not in before:
                before[there] = here
                waiting.append(there)
    return ()
