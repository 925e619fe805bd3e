"""Files to take away: each with its name's ending and media type, made from the chain alone."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass

from calculators.chain.benefits import descriptions
from calculators.chain.checks import checks, left
from calculators.chain.document import write as write_document
from calculators.chain.formats import drawio, mermaid, powerpoint, table
from calculators.chain.graph import Effektkedja
from calculators.chain.listing import write_list
from calculators.chain.outline import write_lines
from calculators.chain.reading import read_aloud
from calculators.chain.siffror import INGA, PerLada
from calculators.files import file_name
from calculators.views.chain.picture import standalone


@dataclass(frozen=True, slots=True)
class Export:
    """`make` takes the chain, the form of the picture, which way it is drawn ("" as the chain says), and the calculation's figures."""

    name: str
    ending: str
    media: str
    make: Callable[[Effektkedja, str, str, PerLada], str | bytes]


def in_words(kedja: Effektkedja, siffror: PerLada = INGA) -> str:
    """The list, the chain read aloud, and the benefit descriptions."""
    parts = [write_list(kedja, siffror)]
    ways = read_aloud(kedja)
    if ways:
        parts += ["Läs kedjan\n", *(f"- {way.text}" for way in ways), ""]
    told = descriptions(kedja)
    if told:
        parts += [
            "Nyttobeskrivningar\n",
            *(f"{one.rubrik}\n  {one.text or 'Inga pilar leder hit än.'}\n" for one in told),
        ]
    return "\n".join(parts)


def questions(kedja: Effektkedja) -> str:
    """Every question as JSON, and how many are left to talk about."""
    asked = checks(kedja)
    rows = [
        {"kod": x.kod, "slag": x.slag, "text": x.text, "varfor": x.varfor, "lador": list(x.lador), "pilar": list(x.pilar),
         "avfardad": x.avfardad}
        for x in asked
    ]  # fmt: skip
    return json.dumps({"sammanfattning": left(asked), "fragor": rows}, ensure_ascii=False, indent=2) + "\n"


EXPORTS = {
    "svg": Export("Bild (SVG)", "svg", "image/svg+xml", lambda kedja, form, way, siffror: standalone(kedja, form, way, siffror)),
    "pptx": Export(
        "PowerPoint", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        lambda kedja, form, way, siffror: powerpoint.write(kedja, way, siffror),
    ),
    "drawio": Export("draw.io", "drawio", "application/xml", lambda kedja, form, way, siffror: drawio.write(kedja, way, siffror)),
    "mermaid": Export("Mermaid", "mmd", "text/plain", lambda kedja, form, way, siffror: mermaid.write(kedja, way)),
    "csv": Export("Tabell (CSV)", "csv", "text/csv", lambda kedja, form, way, siffror: table.write(kedja, siffror)),
    "text": Export("I ord", "txt", "text/plain", lambda kedja, form, way, siffror: in_words(kedja, siffror)),
    "rader": Export("Indragna rader", "txt", "text/plain", lambda kedja, form, way, siffror: write_lines(kedja)),
    "json": Export("Effektkedja", "effektkedja.json", "application/json", lambda kedja, form, way, siffror: write_document(kedja)),
    "checks": Export("Frågor", "json", "application/json", lambda kedja, form, way, siffror: questions(kedja)),
}  # fmt: skip


def downloaded(kedja: Effektkedja, what: str, form: str = "", siffror: PerLada = INGA) -> dict[str, str] | None:
    """A file for the browser to save; None for one that there is not. "png" is a picture that the browser makes of ours."""
    picture = what == "png"
    export = EXPORTS.get("svg" if picture else what)
    if export is None:
        return None
    content = exported(kedja, "svg" if picture else what, form or "bred", siffror=siffror)
    name = f"{file_name(kedja.titel or 'effektkedja')}.{'png' if picture else export.ending}"
    packed = export.media.startswith("application/vnd.")
    about = {"name": name, "type": "image/png" if picture else export.media}
    return about | ({"base64": base64.b64encode(content).decode()} if packed else {"text": content.decode()})


def exported(
    kedja: Effektkedja, what: str, form: str = "bred", riktning: str = "", siffror: PerLada = INGA
) -> bytes:
    """The bytes of a file of EXPORTS; text is UTF-8."""
    made = EXPORTS[what].make(kedja, form, riktning, siffror)
    return made.encode() if isinstance(made, str) else made
