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
    """`kind` is one of those below; `start` and `end` mark the characters of the text in composed form (NFC)."""

    kind: str
    start: int
    end: int
    text: str
    mends: tuple[Mend, ...] = ()


def swapped(text: str, start: int, end: int, swaps: tuple[tuple[str, str], ...]) -> tuple[Mend, ...]:
    """A mend for each (label, new text of the marked place); nothing new leaves one space at most."""
    before, after = text[:start], text[end:]
    gap = " " if before.strip() and after.strip() else ""
    return tuple(
        Mend(label, (f"{before}{new}{after}" if new else f"{before.rstrip()}{gap}{after.lstrip()}").strip())
        for label, new in swaps
    )


KINDS = (
    "namn", "tva_lika", "tecken_saknas", "tal_saknas", "tva_tecken", "parentes", "okant_tecken",
    "tal", "enhet", "procent", "citat", "lang", "djup", "noll", "cirkel",
)  # fmt: skip
