"""The notes of a workshop: written, put together in groups, and made into boxes. Each change gives a new chain."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from calculators.chain.checks.wording import nearly, words_of
from calculators.chain.edits import added, removed
from calculators.chain.graph import Effektkedja, Lapp, free_id, number_of

LETTER = "l"


def noted(kedja: Effektkedja, texts: Sequence[str]) -> Effektkedja:
    """With a note for each text, last among them."""
    made = kedja
    for text in texts:
        id = free_id([lapp.id for lapp in made.lappar], LETTER, made.raknare)
        made = dc.replace(made, lappar=(*made.lappar, Lapp(id, text)))
    return made


def rewritten(kedja: Effektkedja, id: str, text: str) -> Effektkedja:
    """With another text on the note."""
    return _each(kedja, {id}, text=text)


def gathered(kedja: Effektkedja, ids: Collection[str], grupp: str) -> Effektkedja:
    """With these notes in the group; "" takes them out of theirs."""
    return _each(kedja, ids, grupp=grupp)


def regrouped(kedja: Effektkedja, before: str, now: str) -> Effektkedja:
    """With another name for a group."""
    return _each(kedja, {lapp.id for lapp in kedja.lappar if lapp.grupp == before}, grupp=now)


def torn(kedja: Effektkedja, ids: Collection[str]) -> Effektkedja:
    """Without these notes. Their ids don't come back."""
    highest = max([kedja.raknare, *(number_of(id) for id in ids)])
    return dc.replace(kedja, lappar=tuple(x for x in kedja.lappar if x.id not in ids), raknare=highest)


def boxed(kedja: Effektkedja, id: str, typ: str) -> tuple[Effektkedja, str]:
    """With the note as a box of this kind, in its group still, and the id of the box."""
    lapp = next(lapp for lapp in kedja.lappar if lapp.id == id)
    return added(torn(kedja, {id}), typ, lapp.text, grupp=lapp.grupp)


def unboxed(kedja: Effektkedja, id: str) -> Effektkedja:
    """With the box as a note again, without its arrows."""
    lada = next(lada for lada in kedja.lador if lada.id == id)
    made = noted(removed(kedja, id), [lada.text])
    return gathered(made, {made.lappar[-1].id}, lada.grupp)


def by_group(kedja: Effektkedja) -> dict[str, list[Lapp]]:
    """The notes by group, those in none first, then the groups in the order that they came."""
    found: dict[str, list[Lapp]] = {"": []}
    for lapp in kedja.lappar:
        found.setdefault(lapp.grupp, []).append(lapp)
    return found


def twins(kedja: Effektkedja) -> Iterator[tuple[Lapp, Lapp]]:
    """Notes that say nearly the same, the one that came first before the other."""
    words = [(lapp, words_of(lapp.text)) for lapp in kedja.lappar]
    return ((one, other) for (one, mine), (other, theirs) in combinations(words, 2) if nearly(mine, theirs))


def _each(kedja: Effektkedja, ids: Collection[str], **values: str) -> Effektkedja:
    lappar = tuple(dc.replace(lapp, **values) if lapp.id in ids else lapp for lapp in kedja.lappar)  # type: ignore[arg-type]
    return dc.replace(kedja, lappar=lappar)
