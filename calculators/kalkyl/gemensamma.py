"""Shared factors that are worked out from other shared factors: in which order, with which values, and where it goes round."""

from __future__ import annotations

import dataclasses as dc
import functools
from collections.abc import Iterator, Mapping, Sequence

from calculators.kalkyl.document import Gemensam, Nyttokalkyl
from calculators.kalkyl.formel.flaw import Flaw
from calculators.kalkyl.formel.mends import Wanted
from calculators.kalkyl.formel.questions import Question, unit_of
from calculators.kalkyl.formel.tree import names
from calculators.kalkyl.formel.units import read_unit
from calculators.kalkyl.namngivning import Gemensamma, named
from calculators.kalkyl.utrakning import Levels, Utrakning, all_flaws, asked, utrakning
from calculators.latest import latest
from calculators.schema import Varde
from calculators.swedish import listed


def shared_values(kalkyl: Nyttokalkyl) -> Gemensamma:
    """Every shared factor by id with its value, also those with a formula. One that can't be worked out is 0."""
    return values_of(kalkyl.gemensamma)


@latest
def values_of(gemensamma: Sequence[Gemensam]) -> Gemensamma:
    """The same of the shared factors alone."""
    formulas = with_formula(gemensamma)
    found = Gemensamma({g.id: g.varde for g in gemensamma})
    if not formulas:
        return found
    for id in formulas:
        found[id] = _worth(found[id], (0.0, 0.0, 0.0))
    units = Unitwise(found)
    for id in in_order(gemensamma):
        worked = utrakning(formulas[id], (), found)
        found[id] = dc.replace(_worth(found[id], worked.levels), enhet=found[id].enhet or units.learn(id, worked))
    return Gemensamma(found)


def _worth(varde: Varde, levels: Levels) -> Varde:
    lagst, troligt, hogst = levels
    return dc.replace(varde, lagst=lagst, troligt=troligt, hogst=hogst)


class Unitwise:
    """The units of the shared factors, learnt one formula after the other where none is written."""

    def __init__(self, values: Gemensamma) -> None:
        about = named((), values.labels)
        self.units = dict(about.units)
        self.name = {which: name for name, (_, which) in about.sources.items()}

    def learn(self, id: str, worked: Utrakning) -> str:
        """The unit of a formula as text; empty where it can't be told."""
        text = (unit_of(worked.tree, self.units) if worked.tree is not None else "") or ""
        self.units[self.name.get(id, "")] = read_unit(text)
        return text


def with_formula(gemensamma: Sequence[Gemensam]) -> dict[str, str]:
    """The formula of each shared factor that has one, by id."""
    return {g.id: g.formel for g in gemensamma if g.formel.strip()}


def in_order(gemensamma: Sequence[Gemensam]) -> tuple[str, ...]:
    """The shared factors with a formula, each after those that it uses; without those that go round or lean on one that does."""
    uses, users = _dependencies(gemensamma)
    left = {id: len(others) for id, others in uses.items()}
    ready = [id for id, n in left.items() if not n]
    for id in ready:
        for user in users.get(id, ()):
            left[user] -= 1
            if not left[user]:
                ready.append(user)
    return tuple(ready)


def _dependencies(gemensamma: Sequence[Gemensam]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Formula → the formulas that it uses, and the other way round."""
    formulas = with_formula(gemensamma)
    if not formulas:
        return {}, {}
    uses: dict[str, list[str]] = {}
    users: dict[str, list[str]] = {}
    plain = Gemensamma({g.id: g.varde for g in gemensamma})
    for id, text in formulas.items():
        found = utrakning(text, (), plain)
        used = names(found.tree) if found.tree is not None else ()
        others = dict.fromkeys(str(found.named.sources[name][1]) for name in used)
        uses[id] = [other for other in others if other in formulas]
        for other in uses[id]:
            users.setdefault(other, []).append(id)
    return uses, users


def shared_flaws(kalkyl: Nyttokalkyl) -> Iterator[tuple[int, Flaw]]:
    """Every flaw of the shared factors' formulas, with the factor's place."""
    formulas = with_formula(kalkyl.gemensamma)
    if not formulas:
        return
    values, order = shared_values(kalkyl), in_order(kalkyl.gemensamma)
    uses, _ = _dependencies(kalkyl.gemensamma)
    for n, g in enumerate(kalkyl.gemensamma):
        if g.id in formulas:
            circle = () if g.id in order else _circle(g.id, uses, set(order))
            if circle and circle[0] == g.id:
                yield n, _round(g, [values[id].namn or id for id in circle])
            yield from ((n, flaw) for _, flaw in all_flaws(utrakning(g.formel, (), values)))


def _circle(start: str, uses: Mapping[str, list[str]], sound: set[str]) -> tuple[str, ...]:
    """The way from a factor until something comes back."""
    way = [start]
    while True:
        following = min((id for id in uses[way[-1]] if id not in sound), key=lambda id: id != start, default="")
        if not following or following in way:
            return tuple(way[way.index(following) :]) if following else ()
        way.append(following)


def _round(g: Gemensam, way: Sequence[str]) -> Flaw:
    if len(way) == 1:
        text = f"{way[0]} räknas ut med sig själv. Ta bort {way[0]} ur uträkningen."
    else:
        text = f"{way[0]} räknas ut med {listed(way[1:])}, som i sin tur räknas ut med {way[0]}. Ändra en av uträkningarna."
    return Flaw("cirkel", 0, len(g.formel), text)


def shared_questions(kalkyl: Nyttokalkyl) -> Iterator[tuple[int, Question]]:
    """What there is to ask about the units of the shared factors' formulas, with the factor's place."""
    formulas = with_formula(kalkyl.gemensamma)
    values = shared_values(kalkyl)
    for n, g in enumerate(kalkyl.gemensamma):
        if g.id in formulas:
            found = utrakning(g.formel, (), values)
            yield from ((n, question) for question in asked(found, wanted_of(g.varde.enhet)))


@functools.lru_cache(256)
def wanted_of(unit: str) -> Wanted | None:
    """The unit that a shared factor says it has; None where it says none, or a share."""
    read = read_unit(unit)
    return None if read is None or read.share else Wanted(read.powers, loose=True)
