"""What is wrong in a formula, as data: where, a sentence that says what to do, and texts that would mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """A whole formula that takes the place of the one written; `label` says in a few words what it does."""

    label: str
    formel: str


@dataclass(frozen=True, slots=True)
class Flaw:
    """`kind` is one of those below; `start` and `end` mark the characters of the text."""

    kind: str
    start: int
    end: int
    text: str
    mends: tuple[Mend, ...] = ()


KINDS = (
    "namn", "tva_lika", "tecken_saknas", "tal_saknas", "tva_tecken", "parentes", "okant_tecken",
    "tal", "enhet", "procent", "citat", "lang", "djup", "noll", "cirkel",
)  # fmt: skip
