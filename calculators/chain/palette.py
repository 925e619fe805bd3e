"""The colours of a chain on white paper: for files that leave the site. farger.css has the same, and dark ones beside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Of one kind of box: its edge and label, and its ground. `dashed`: what may happen, or may be in the way."""

    line: str
    wash: str
    dashed: bool = False


INK, SOFT, EDGE, PAPER = "#16262c", "#475a61", "#66797f", "#ffffff"
COLOURS = {
    "forandring": Colours("#1d4f91", "#e7eff9"),
    "nytt_arbetssatt": Colours("#0b5566", "#e1eff1"),
    "effekt": Colours("#475a61", "#ffffff"),
    "nytta": Colours("#1b6a3a", "#e4f3e8"),
    "verksamhetsmal": Colours("#5a3793", "#f2ecfa"),
    "mojlighet": Colours("#1b6a3a", "#ffffff", dashed=True),
    "hinder": Colours("#744600", "#fff3d9", dashed=True),
    "risk": Colours("#a11d1b", "#fdeeed", dashed=True),
    "kostnad": Colours("#97411f", "#fbece4"),
}
