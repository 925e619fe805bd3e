"""Where everything in the picture stands, in whole pixels: what a view draws and another program opens."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.chain.graph import Lada, Pil
from calculators.chain.layout.form import Form


@dataclass(frozen=True, slots=True)
class Box:
    """`label` names the kind and perhaps the category. The lines: `rows` of the text, `who` of the stakeholder, `figures` last."""

    lada: Lada
    x: int
    y: int
    width: int
    height: int
    label: str
    rows: tuple[str, ...]
    who: tuple[str, ...]
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """Points from cause to effect. Between the first and the second it bends, to the third it is straight, and so on.

    `loop` is the name of the loop that it closes, if it does; `back`: it is drawn against the flow.
    """

    pil: Pil
    points: tuple[tuple[int, int], ...]
    back: bool
    loop: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A kind's columns, from one side to the other (or from top to bottom when the flow goes downwards)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture. `crossings` counts pairs of arrows that cross."""

    form: Form
    riktning: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    headings: tuple[Heading, ...]
    crossings: int
