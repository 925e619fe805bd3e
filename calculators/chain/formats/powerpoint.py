"""PowerPoint: a slide with boxes that can be moved, and arrows glued to them so that they follow."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from html import escape

from calculators.chain.formats.deck import HEIGHT, WIDTH, parts
from calculators.chain.graph import Effektkedja, Lada
from calculators.chain.kinds import KATEGORIER, SLAG, TYPER
from calculators.chain.layout import Arrow, Box, layout
from calculators.chain.listing import heading
from calculators.chain.palette import COLOURS, INK, SOFT
from calculators.chain.siffror import INGA, PerLada

MARGIN, TOP = 300_000, 850_000  # EMU
POINT = 12_700
SMALLEST = 500  # hundredths of a point
FIRST_ID = 10  # of the shapes; the slide and its title have lower ones
DATE = (2026, 1, 1, 0, 0, 0)  # of the parts: the same chain gives the same file
TOUCHING = {"top": 0, "left": 1, "bottom": 2, "right": 3}  # where a connector meets a rounded box


def write(kedja: Effektkedja, riktning: str = "", siffror: PerLada = INGA) -> bytes:
    """The .pptx file, with what a calculation says in the boxes."""
    import zipfile  # heavy, and only this file needs it

    drawing = layout(kedja, "kompakt", riktning, siffror=siffror)
    scale = _Scale(drawing.width, drawing.height)
    ids = {lada.id: n for n, lada in enumerate(kedja.lador, FIRST_ID)}
    boxes = {box.lada.id: box for box in drawing.boxes}
    title = heading(kedja)
    shapes = [
        _title(title),
        *(_box(scale, box, ids[box.lada.id]) for box in drawing.boxes),
        *(_arrow(scale, arrow, boxes, ids, n) for n, arrow in enumerate(drawing.arrows, FIRST_ID + len(ids))),
    ]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, text in parts(title, "".join(shapes)).items():
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, text)
    return made.getvalue()


class _Scale:
    """Pixels of the drawing as EMU on the slide, all of it in view."""

    def __init__(self, width: int, height: int):
        room = (WIDTH - 2 * MARGIN, HEIGHT - TOP - MARGIN)
        self.emu = min(POINT, room[0] // max(1, width), room[1] // max(1, height))
        self.left = (WIDTH - width * self.emu) // 2

    def x(self, x: int) -> int:
        return self.left + x * self.emu

    def y(self, y: int) -> int:
        return TOP + y * self.emu

    def size(self, pixels: int) -> int:
        """Of a text, in hundredths of a point."""
        return max(SMALLEST, pixels * self.emu * 100 // POINT)


def _title(words: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Rubrik"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/>'
        f"</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>"
        f'<a:rPr lang="sv-SE"/><a:t>{escape(words)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def described(lada: Lada, figures: Sequence[str] = ()) -> str:
    """The box for who can't see it: "Nytta: Kortare väntetid, för Patient, kvalitet"."""
    about = [f"för {lada.intressent}"] if lada.intressent else []
    about += [KATEGORIER[lada.kategori].lower()] if lada.kategori else []
    about += ["värderas i pengar"] if lada.varderas_i_pengar else []
    return ", ".join([f"{TYPER[lada.typ].namn}: {lada.text}", *about, *figures])


def _box(scale: _Scale, box: Box, id: int) -> str:
    lada, colours, size = box.lada, COLOURS[box.lada.typ], scale.size(13)
    dash = '<a:prstDash val="dash"/>' if colours.dashed else ""
    who = " ".join(box.who)
    rows = [_row(box.label, colours.line, size * 5 // 6, 1), _row(lada.text, INK, size, 0)]
    rows += [_row(who, SOFT, size * 5 // 6, 0)] if who else []
    rows += [_row(" ".join(box.figures), INK, size * 5 // 6, 1)] if box.figures else []
    inset = 6 * scale.emu
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{_attribute(lada.text or TYPER[lada.typ].namn)}" '
        f'descr="{_attribute(described(lada, box.figures))}"/>'
        f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{scale.x(box.x)}" y="{scale.y(box.y)}"/>'
        f'<a:ext cx="{box.width * scale.emu}" cy="{box.height * scale.emu}"/></a:xfrm>'
        '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 8000"/></a:avLst></a:prstGeom>'
        f'{_fill(colours.wash)}<a:ln w="12700">{_fill(colours.line)}{dash}</a:ln></p:spPr><p:txBody>'
        f'<a:bodyPr wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" anchor="t"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{''.join(rows)}</p:txBody></p:sp>"
    )


def _attribute(text: str) -> str:
    return escape(text).replace("\n", " ")


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>'


def _row(words: str, colour: str, size: int, bold: int) -> str:
    return (
        f'<a:p><a:pPr algn="l"/><a:r><a:rPr lang="sv-SE" sz="{size}" b="{bold}">{_fill(colour)}</a:rPr>'
        f"<a:t>{escape(words)}</a:t></a:r></a:p>"
    )


def _arrow(scale: _Scale, arrow: Arrow, boxes: Mapping[str, Box], ids: Mapping[str, int], id: int) -> str:
    """A bent connector from the side of one box to the side of the other."""
    pil, here, there = arrow.pil, boxes[arrow.pil.fran], boxes[arrow.pil.till]
    ahead = there.x > here.x
    x0, x1 = (scale.x(box.x + (box.width if side else 0)) for box, side in ((here, ahead), (there, not ahead)))
    y0, y1 = (scale.y(box.y + box.height // 2) for box in (here, there))
    flips = (' flipH="1"' if x1 < x0 else "") + (' flipV="1"' if y1 < y0 else "")
    ends = [TOUCHING["right" if side else "left"] for side in (ahead, not ahead)]
    head = {"leder_till": "triangle", "hindrar": "diamond", "kraver": "oval"}[pil.slag]
    colour = COLOURS["hinder"].line if pil.slag == "hindrar" else SOFT
    dash = '<a:prstDash val="dash"/>' if pil.slag == "hindrar" or arrow.back else ""
    words = _attribute(f"{here.lada.text} {SLAG[pil.slag]} {there.lada.text}{f', {arrow.loop}' if arrow.loop else ''}")
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id}" name="Pil {id}" descr="{words}"/><p:cNvCxnSpPr>'
        f'<a:stCxn id="{ids[pil.fran]}" idx="{ends[0]}"/><a:endCxn id="{ids[pil.till]}" idx="{ends[1]}"/></p:cNvCxnSpPr><p:nvPr/>'
        f'</p:nvCxnSpPr><p:spPr><a:xfrm{flips}><a:off x="{min(x0, x1)}" y="{min(y0, y1)}"/>'
        f'<a:ext cx="{abs(x1 - x0)}" cy="{abs(y1 - y0)}"/></a:xfrm><a:prstGeom prst="curvedConnector3"><a:avLst/></a:prstGeom>'
        f'<a:ln w="9525">{_fill(colour)}{dash}<a:tailEnd type="{head}"/></a:ln></p:spPr></p:cxnSp>'
    )
