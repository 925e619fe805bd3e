"""Whose time a row is about: what staff are paid for, or the own time of inhabitants and others. Only the first can be årsarbetare.

The method counts perspectives in families: organisations, inhabitants and other people, those near them, and society.
A perspective's name tells which it is, and the row itself can say otherwise.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator

from calculators.kalkyl.document import ARBETSTID, Block
from calculators.kalkyl.fordelning import parties_of

# How a word ends that names people outside work, or society. Organisations that have them in their name end otherwise.
PEOPLE = (
    "invånare", "invånaren", "invånarna", "medborgare", "medborgarna", "patient", "patienter", "patienten", "patienterna",
    "brukare", "brukaren", "brukarna", "elev", "elever", "eleverna", "student", "studenter", "studenterna",
    "klient", "klienter", "klienterna", "kund", "kunder", "kunderna", "vårdtagare", "vårdtagarna", "omsorgstagare",
    "omsorgstagarna", "närstående", "anhörig", "anhöriga", "förälder", "föräldrar", "föräldrarna", "vårdnadshavare",
    "vårdnadshavarna", "privatperson", "privatpersoner", "resenärer", "resenärerna", "besökare", "besökarna",
    "hyresgäster", "hyresgästerna", "allmänheten", "befolkningen", "samhälle", "samhället",
)  # fmt: skip
WORD = re.compile(r"\w+")


@functools.lru_cache(maxsize=500)
def is_own_time(perspektiv: str) -> bool:
    """Whether a perspective is people outside work, or society, so that its time is nobody's working time."""
    return any(word.endswith(PEOPLE) for word in WORD.findall(perspektiv.lower()))


def shares_of_time(block: Block) -> Iterator[tuple[str, float, bool]]:
    """Who gets how much of a row's hours, and whether it is working time."""
    for name, share in parties_of(block):
        yield name, share, block.vems_tid == ARBETSTID if block.vems_tid else not is_own_time(name)


def working_share(block: Block) -> float:
    """The part of a row's hours that is working time."""
    return math.fsum(share for _, share, working in shares_of_time(block) if working)
