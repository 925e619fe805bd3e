"""One reading of a formula's text: the tokens so far, the flaws so far, and where each piece stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from calculators.kalkyl.formel.flaw import Flaw, swapped
from calculators.kalkyl.formel.names import Names
from calculators.kalkyl.formel.tree import Name, Number, Place

MOST_FLAWS = 5

Kind = Literal["leaf", "sign", "(", ")"]


@dataclass(frozen=True, slots=True)
class Token:
    """`at` is its place in the text, `span` in the squeezed text."""

    kind: Kind
    at: Place
    span: Place
    sign: str = ""
    leaf: Name | Number | None = None
    bare: bool = False  # a name without quotes


@dataclass(slots=True)
class Scan:
    """One reading of a text. `folded` is the squeezed text, `at` the place in it."""

    text: str
    names: Names
    at: int = 0
    tokens: list[Token] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    folded: str = ""
    places: Sequence[int] = ()

    def place(self, start: int, end: int) -> Place:
        """Where a piece of the squeezed text stands in the text."""
        return self.places[start], self.places[end - 1] + 1

    def written(self, start: int, end: int) -> str:
        first, last = self.place(start, end)
        return self.text[first:last]

    @property
    def after_operand(self) -> bool:
        return bool(self.tokens) and self.tokens[-1].kind in ("leaf", ")")

    def add(self, kind: Kind, end: int, sign: str = "", leaf: Name | Number | None = None, bare: bool = False) -> None:
        self.tokens.append(Token(kind, self.place(self.at, end), (self.at, end), sign, leaf, bare))
        self.at = end

    def flaw(self, kind: str, start: int, end: int, text: str, *swaps: tuple[str, str]) -> None:
        """A flaw; each swap is a label and what would stand in the place of the marked text."""
        first, last = self.place(start, end)
        if len(self.flaws) < MOST_FLAWS:
            self.flaws.append(Flaw(kind, first, last, text, swapped(self.text, first, last, swaps)))
