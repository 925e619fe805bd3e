"""draw.io: a drawing with boxes that can be moved and arrows that follow, and every known thing as data on them."""

from __future__ import annotations

import dataclasses as dc
import json
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from calculators.chain.document import to_data
from calculators.chain.formats import label
from calculators.chain.formats.draft import Draft, Opened
from calculators.chain.formats.safe_xml import LARGEST, parsed, refused
from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import SLAG, TYPER
from calculators.chain.layout import Arrow, Box, layout
from calculators.chain.palette import COLOURS, SOFT
from calculators.chain.siffror import INGA, PerLada
from calculators.nesting import parse_json

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FILLS = {colours.wash.lower(): typ for typ, colours in reversed(COLOURS.items()) if colours.wash != "#ffffff"}
FILL = re.compile(r"fillColor=(#[0-9a-fA-F]{6})")
LADA = tuple(field.name for field in dc.fields(Lada) if field.name not in ("id", "ovrigt"))
FIGURES = "siffror"
PIL = tuple(field.name for field in dc.fields(Pil) if field.name not in ("id", "fran", "till", "ovrigt"))


def write(kedja: Effektkedja, riktning: str = "", siffror: PerLada = INGA) -> str:
    """The file as draw.io saves it, uncompressed, with what a calculation says in the boxes."""
    drawing = layout(kedja, "bred", riktning, siffror=siffror)
    whole = {key: value for key, value in to_data(kedja).items() if key not in ("lador", "pilar")}
    cells = [
        f'<UserObject label="" effektkedja="{_attribute(json.dumps(whole, ensure_ascii=False))}" id="0"><mxCell/></UserObject>',
        '<mxCell id="1" parent="0"/>',
        *(_box(box) for box in drawing.boxes),
        *(_arrow(arrow) for arrow in drawing.arrows),
    ]
    model = f'<mxGraphModel grid="0" page="0"><root>{"".join(cells)}</root></mxGraphModel>'
    name = _attribute(kedja.titel or "Effektkedja")
    return f'<mxfile host="nyttokalkyl"><diagram id="effektkedja" name="{name}">{model}</diagram></mxfile>\n'


def _attribute(text: str) -> str:
    return escape(text).replace("\n", "&#10;")


def _about(thing: Any, names: tuple[str, ...], figures: Sequence[str] = ()) -> str:
    """What is known, as data: true and false as words. `figures` stand in the label and are no part of its text."""
    found = {name: getattr(thing, name) for name in names} | {FIGURES: "\n".join(figures)}
    if thing.ovrigt:
        found["ovrigt"] = json.dumps(dict(thing.ovrigt), ensure_ascii=False)
    told = {name: str(value).lower() if isinstance(value, bool) else value for name, value in found.items()}
    return "".join(f' {name}="{_attribute(value)}"' for name, value in told.items() if value not in ("", None))


def _box(box: Box) -> str:
    lada, colours = box.lada, COLOURS[box.lada.typ]
    style = (
        "rounded=1;arcSize=8;whiteSpace=wrap;html=1;align=left;verticalAlign=top;spacing=6;fontColor=#16262c;"
        f"fillColor={colours.wash};strokeColor={colours.line};{'dashed=1;' if colours.dashed else ''}"
    )
    place = f'<mxGeometry x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" as="geometry"/>'
    return (
        f'<UserObject label="{_attribute(label.written(lada, figures=box.figures))}"{_about(lada, LADA, box.figures)} id="{lada.id}">'
        f'<mxCell style="{style}" vertex="1" parent="1">{place}</mxCell></UserObject>'
    )


def _arrow(arrow: Arrow) -> str:
    pil = arrow.pil
    ends = {"leder_till": "endArrow=block;", "hindrar": "endArrow=dash;dashed=1;", "kraver": "endArrow=oval;"}[pil.slag]
    style = f"edgeStyle=entityRelationEdgeStyle;curved=1;html=1;strokeColor={SOFT};{ends}{'dashed=1;' if arrow.back else ''}"
    words = "" if pil.slag == "leder_till" else SLAG[pil.slag]
    return (
        f'<UserObject label="{words}"{_about(pil, PIL)} id="pil-{pil.id}"><mxCell style="{style}" edge="1" parent="1" '
        f'source="{pil.fran}" target="{pil.till}"><mxGeometry relative="1" as="geometry"/></mxCell></UserObject>'
    )


def read(text: str) -> Opened:
    """The chain of a drawing, ours or anybody's. Raises Rejected."""
    root = parsed(text)
    model = root if root.tag == "mxGraphModel" else root.find(".//mxGraphModel")
    diagram = root.find(".//diagram")
    if model is None and diagram is not None and diagram.text:
        model = parsed(_unpacked(diagram.text))
    if model is None:
        raise refused("Filen är ingen ritning från draw.io. Välj en fil som slutar på .drawio.")
    draft = Draft(diagram.get("name", "") if diagram is not None else "")
    for cell, data in _cells(model):
        _take(draft, cell, data)
    return draft.opened()


def _unpacked(text: str) -> str:
    """draw.io's older way of saving: percent signs, squeezed, in base 64. Stops at what is far too big."""
    import base64
    import binascii
    import zlib
    from urllib.parse import unquote

    try:
        squeezed = zlib.decompressobj(-15)
        raw = squeezed.decompress(base64.b64decode(text.strip(), validate=True), LARGEST)
        if squeezed.unconsumed_tail:
            raise ValueError("a bomb")
        return unquote(raw.decode())
    except (ValueError, binascii.Error, zlib.error):
        raise refused("Ritningen går inte att packa upp. Spara den på nytt och försök igen.") from None


def _cells(model: Element) -> Iterator[tuple[Element, Element]]:
    """Each cell with the element that carries its label and data."""
    for part in model.iterfind("./root/*"):
        cell = part if part.tag == "mxCell" else part.find("mxCell")
        if cell is not None:
            yield cell, part


def _take(draft: Draft, cell: Element, data: Element) -> None:
    id = data.get("id", "")
    known = data.get("effektkedja")
    if known:
        rest = {"titel": "", **_json(known)}
        draft.rest = {
            key: value for key, value in rest.items() if key not in ("lador", "pilar", "noder", "format", "version")
        }
    elif cell.get("edge") == "1":
        about = {name: data.get(name, "") for name in PIL if data.get(name)}
        words = label.read(data.get("label") or data.get("value") or "")[1].lower()
        slag = about.pop("slag", "") or next((slag for slag, word in SLAG.items() if word == words), "")
        own = {"id": id.removeprefix("pil-")} if id.startswith("pil-") else {}
        draft.arrow(
            cell.get("source", ""), cell.get("target", ""), slag, **own, **about, **_json(data.get("ovrigt", ""))
        )
    elif cell.get("vertex") == "1" and "edgeLabel" not in cell.get("style", ""):
        _take_box(draft, id, cell, data)


def _take_box(draft: Draft, id: str, cell: Element, data: Element) -> None:
    about: dict[str, Any] = {name: data.get(name, "") for name in LADA if data.get(name)}
    figures = data.get(FIGURES, "").splitlines()
    typ, text, who = label.read(data.get("label") or data.get("value") or "", figures)
    if "varderas_i_pengar" in about:
        about["varderas_i_pengar"] = about["varderas_i_pengar"] == "true"
    if (data.get("label") or "") != _own_label(about, figures):  # drawn elsewhere, or written in since
        fill = FILL.search(cell.get("style", ""))
        about["typ"] = typ or about.get("typ") or (FILLS.get(fill[1].lower(), "") if fill else "")
        about |= {"text": text, "intressent": who}
    draft.box(id, **{"typ": "", "text": "", **about}, **_json(data.get("ovrigt", "")))


def _own_label(about: dict[str, Any], figures: Sequence[str]) -> str | None:
    if about.get("typ") not in TYPER:
        return None
    return label.written(Lada("", about["typ"], about.get("text", ""), about.get("intressent", "")), figures=figures)


def _json(text: str) -> dict[str, Any]:
    """What we once wrote as data; anything else is nothing."""
    try:
        found = parse_json(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}
