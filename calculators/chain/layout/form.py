"""The forms that a chain is drawn in, and their measures. Every measure is a whole number of pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """`stands`: the flow goes downwards, with at most `most` boxes in a row. `gap` is between columns or rows."""

    name: str
    width: int = 178  # of a box
    size: int = 14  # of the text
    small: int = 12  # of the kind and the stakeholder
    leading: int = 18
    pad: int = 10
    gap: int = 60
    widest_gap: int = 120
    between: int = 20  # boxes in a column
    lane: int = 16  # between an arrow that passes and a box
    lanes: int = 11  # between two arrows that pass
    port: int = 12  # between arrows at a box
    stands: bool = False
    most: int = 0
    room: int = 0  # across the flow, if there is a limit; more only when boxes and arrows can't be nearer
    margin: int = 16
    head: int = 44  # where the names of the columns stand: above, or beside when it stands


FORMS = {
    "bred": Form("bred"),
    "kompakt": Form(
        "kompakt", width=138, size=13, small=11, leading=16, pad=8, gap=40, widest_gap=56, between=14, lane=10, lanes=9, port=10, margin=8
    ),
    "sida": Form("sida", width=150, gap=36, widest_gap=72, between=16, stands=True, most=4, room=700, margin=8, head=26),
    "mobil": Form(
        "mobil", width=118, size=13, small=11, leading=16, pad=8, gap=30, widest_gap=64, between=10, lane=8, lanes=8,
        stands=True, most=2, room=320, margin=4, head=22,
    ),
}  # fmt: skip
