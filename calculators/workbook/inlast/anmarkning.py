"""What there is to say of a file that was read: what was found, what was not understood, and in which cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from calculators.swedish import counted

MOST = 60  # told one by one; a file with more has another form than ours


@dataclass(frozen=True, slots=True)
class Anmarkning:
    """`var` is the tab and the cell ("Nyttor F12"), or only the tab."""

    var: str
    text: str


@dataclass(slots=True)
class Inlast:
    """What a file gave: the document as JSON, what was found in words, and everything that she should look at."""

    kalkyl: dict[str, Any] = field(default_factory=dict)
    hittat: list[str] = field(default_factory=list)
    anmarkningar: list[Anmarkning] = field(default_factory=list)
    exempel: str = ""
    rest: dict[str, Any] = field(default_factory=dict)

    def say(self, where: str, words: str) -> None:
        """One more thing to look at."""
        if len(self.anmarkningar) < MOST:
            self.anmarkningar.append(Anmarkning(where, words))
        elif len(self.anmarkningar) == MOST:
            self.anmarkningar.append(
                Anmarkning("", "Det finns fler ställen att se över. Filen har en annan form än våra.")
            )

    def count(self, n: int, one: str, many: str) -> None:
        """Something that was found, when there is any."""
        if n:
            self.hittat.append(counted(n, one, many))
