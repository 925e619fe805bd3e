"""The picture that can be worked in: every box and arrow a button, the picked one marked, what she looks away from dimmed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape

from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import SLAG
from calculators.chain.layout import Drawing
from calculators.chain.listing import groups
from calculators.chain.siffror import INGA, PerLada
from calculators.easel.workshop import LAS
from calculators.views.chain.picture import heading_shape
from calculators.views.chain.shapes import arrow, box

READABLE = 85  # percent: a picture that fits the page is never drawn smaller; the page scrolls in it instead


def board(
    kedja: Effektkedja, drawing: Drawing, id: str, seen: Mapping[str, str], dim: Collection[str], siffror: PerLada = INGA
) -> str:
    """SVG, and hidden under it what each box's relations are in words, for who listens."""
    picked = seen.get("vald", "")
    first = picked if picked in {lada.id for lada in kedja.lador} else next((b.lada.id for b in drawing.boxes), "")
    boxes = {lada.id: lada for lada in kedja.lador}
    shapes = [heading_shape(one, drawing) for one in drawing.headings]
    shapes += [
        arrow(id, one, drawing.form.stands, _button(one.pil.id, picked, False, f' aria-label="{escape(_said(boxes, one.pil))}"'),
              " nk-dov" if {one.pil.fran, one.pil.till} & set(dim) else "")
        for one in drawing.arrows
    ]  # fmt: skip
    shapes += [
        box(id, one, drawing.form, _button(one.lada.id, picked, one.lada.id == first, f' aria-describedby="{id}-{one.lada.id}-om"'),
            " nk-dov" if one.lada.id in dim else "")
        for one in drawing.boxes
    ]  # fmt: skip
    scale = seen.get("zoom", "") or ("hela" if seen.get("steg") == LAS else "")
    width = drawing.width * int(scale) // 100 if scale.isdecimal() else drawing.width
    fit = "" if scale.isdecimal() else " nk-kedja--hel" if scale == "hela" else " nk-kedja--ryms"
    least = f'<svg width="{drawing.width * READABLE // 100}" height="0" aria-hidden="true"></svg>' if not scale else ""
    return (
        f'<div class="nk-kedja__ram"><svg class="nk-kedja nk-kedja--ritas{fit}" width="{width}" '
        f'viewBox="0 0 {drawing.width} {drawing.height}" role="group" aria-label="Lådor och pilar">{"".join(shapes)}</svg>'
        f'{least}</div><div hidden>{"".join(_relations(kedja, id, siffror))}</div>'
    )


def _button(id: str, picked: str, stop: bool, more: str) -> str:
    pressed = "true" if id == picked else "false"
    return f' role="button" tabindex="{0 if stop else -1}" aria-pressed="{pressed}" data-do="chain_pick" data-path="{id}"{more}'


def _said(boxes: Mapping[str, Lada], pil: Pil) -> str:
    return f"Pil: {boxes[pil.fran].text or '…'} {SLAG[pil.slag]} {boxes[pil.till].text or '…'}"


def _relations(kedja: Effektkedja, id: str, siffror: PerLada) -> list[str]:
    posts = (post for group in groups(kedja, siffror) for post in group.poster)
    told = {p.lada.id: ". ".join(f"{label}: {value.rstrip(' .')}" for label, value in p.fakta) for p in posts}
    return [f'<p id="{id}-{lada}-om">{escape(words or "Inga pilar.")}</p>' for lada, words in told.items()]
