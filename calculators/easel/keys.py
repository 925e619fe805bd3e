"""The keys of the picture: arrows follow the chain's arrows, and one letter each does what the buttons do."""

from __future__ import annotations

from collections.abc import Callable

from calculators.chain.graph import Effektkedja
from calculators.chain.kinds import TYPER
from calculators.chain.layout import Box, Drawing

# Every key that the picture takes while something in it has the focus.
KEYS = (
    "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "Enter", "Space", "F2", "Escape", "Delete",
    "n", "l", "d", "f", "Alt+ArrowUp", "Alt+ArrowDown", *(str(n) for n in range(1, len(TYPER) + 1)),
)  # fmt: skip
HELP = (
    ("Piltangenterna", "följ pilarna fram och tillbaka, eller gå till nästa låda i samma kolumn"),
    ("Page Up, Page Down", "till kolumnen före eller efter, även utan pil"),
    ("Home, End", "till första eller sista kolumnen"),
    ("Enter eller F2", "ändra lådan; Escape tar dig tillbaka"),
    ("N", "ny låda som den här leder till"),
    ("L", "dra en pil: gå till en annan låda och tryck Enter"),
    ("D", "kopiera lådan"),
    ("Delete", "ta bort"),
    ("Alt + pil upp eller ner", "flytta i listans ordning"),
    ("1–9", "byt sort: 1 är förändring, 9 är kostnad"),
    ("F", "visa bara vägarna genom lådan"),
    ("Ctrl + Z, Ctrl + Y", "ångra, gör om"),
)
COLUMNS = {"PageUp": -1, "PageDown": 1}  # as the picture is read, whichever way the arrows point
OVER, ALONG = {"ArrowUp": -1, "ArrowDown": 1}, {"ArrowLeft": -1, "ArrowRight": 1}


def moved(kedja: Effektkedja, drawing: Drawing, here: str, key: str) -> str:
    """The box that a key leads to from a box, or "" when there is none that way."""
    boxes = {box.lada.id: box for box in drawing.boxes}
    if here not in boxes:
        return drawing.boxes[0].lada.id if drawing.boxes else ""
    if key in ("Home", "End"):
        return _edge(drawing, key == "Home")
    if key in COLUMNS:
        return _column(drawing, boxes[here], COLUMNS[key])
    along, across = (OVER, ALONG) if drawing.form.stands else (ALONG, OVER)
    if key in along:
        return _followed(kedja, boxes, drawing, here, along[key]) or _column(drawing, boxes[here], along[key])
    return _beside(drawing, boxes[here], across.get(key, 0))


def _place(drawing: Drawing) -> tuple[Callable[[Box], int], Callable[[Box], int]]:
    """Along the flow, and across it, where a box begins."""
    return ((lambda b: b.y), (lambda b: b.x)) if drawing.form.stands else ((lambda b: b.x), (lambda b: b.y))


def _edge(drawing: Drawing, first: bool) -> str:
    along, across = _place(drawing)
    chosen = min(drawing.boxes, key=lambda b: (along(b) if first else -along(b), across(b)))
    return chosen.lada.id


def _followed(kedja: Effektkedja, boxes: dict[str, Box], drawing: Drawing, here: str, way: int) -> str:
    """Along an arrow to the nearest box on that side, whichever way the arrow points."""
    along, across = _place(drawing)
    ends = {pil.till for pil in kedja.pilar if pil.fran == here} | {pil.fran for pil in kedja.pilar if pil.till == here}
    start = boxes[here]
    there = [boxes[id] for id in boxes if id in ends and (along(boxes[id]) - along(start)) * way > 0]
    return min(there, key=lambda b: (abs(across(b) - across(start)), across(b))).lada.id if there else ""


def _column(drawing: Drawing, here: Box, way: int) -> str:
    """To the nearest box of the next column on that side, whatever arrows there are."""
    along, across = _place(drawing)
    there = [b for b in drawing.boxes if (along(b) - along(here)) * way > 0]
    near = min((abs(along(b) - along(here)) for b in there), default=0)
    column = [b for b in there if abs(along(b) - along(here)) == near]
    return min(column, key=lambda b: (abs(across(b) - across(here)), across(b))).lada.id if column else ""


def _beside(drawing: Drawing, here: Box, way: int) -> str:
    along, across = _place(drawing)
    column = sorted((b for b in drawing.boxes if along(b) == along(here)), key=across)
    place = column.index(here) + way
    return column[place].lada.id if 0 <= place < len(column) else ""
