"""How big each box is: its text, the row of its kind, its stakeholder, and room for its arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from calculators.chain.graph import Lada
from calculators.chain.kinds import KATEGORIER, TYPER
from calculators.chain.layout.form import Form
from calculators.chain.layout.words import width, wrapped

TYPE_ROW = 17
ICON, BADGE = 17, 24  # what stands before the name of the kind, and after it when it is valued in money
LEAST = 20  # of a box's side, beyond its arrows


@dataclass(frozen=True, slots=True)
class Size:
    """`label` names the kind, `who` stands below the text and `figures` last. `along` is the side along the flow; `across` is even."""

    label: str
    rows: tuple[str, ...]
    who: tuple[str, ...]
    figures: tuple[str, ...]
    along: int
    across: int


def size(lada: Lada, form: Form, arrows: int, figures: Sequence[str] = ()) -> Size:
    """The size of a box where `arrows` meet its busiest side. `figures` are what a calculation says of it, a line each."""
    room = form.width - 2 * form.pad
    label, about = TYPER[lada.typ].namn, [lada.intressent] if lada.intressent else []
    if lada.kategori:
        longer = f"{label} · {KATEGORIER[lada.kategori].lower()}"
        if ICON + width(longer, form.small) * 11 // 10 + (BADGE if lada.varderas_i_pengar else 0) <= room:
            label = longer
        else:
            about.append(KATEGORIER[lada.kategori].lower())
    rows = wrapped(lada.text or "…", room, form.size)
    who = wrapped(", ".join(about), room, form.small)
    worth = [line for one in figures for line in wrapped(one, room, form.small)]
    height = 2 * form.pad + TYPE_ROW + form.leading * len(rows) + (form.leading - 1) * (len(who) + len(worth))
    least = LEAST + form.port * arrows
    wide, high = (max(form.width, least), height) if form.stands else (form.width, max(height, least))
    along, across = (high, wide) if form.stands else (wide, high)
    return Size(label, tuple(rows), tuple(who), tuple(worth), along, across + across % 2)
