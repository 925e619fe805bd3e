"""The look and language of the slides: wide, our colours, Swedish everywhere."""

from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.util import Emu, Inches, Pt

LANGUAGE = "sv-SE"
WIDE = Inches(13.333)
ROOM = (Inches(0.67), Inches(1.9), Inches(12))  # left, top and width of what stands under a slide's title
THEME = {
    b'typeface="Calibri"': b'typeface="Arial"',
    b'<a:srgbClr val="4F81BD"/>': b'<a:srgbClr val="0B5566"/>',
    b'<a:srgbClr val="1F497D"/>': b'<a:srgbClr val="16262C"/>',
}
NAMES = {0: "Titelbild", 1: "Rubrik och lista", 5: "Rubrik och tabell"}


def prepare(made: Presentation) -> None:
    """Sixteen by nine, with every shape of the master and its layouts stretched; only the layouts that are used."""
    stretch = WIDE / made.slide_width
    made.slide_width = WIDE
    master = made.slide_master
    for place in (master, *made.slide_layouts):
        for shape in place.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = Emu(int(shape.left * stretch)), Emu(int(shape.width * stretch))
        speak_swedish(place._element)
    speak_swedish(made.element)
    _left_aligned(master)
    _first(made.slide_layouts[0])
    for n, layout in enumerate(made.slide_layouts):
        layout._element.cSld.set("name", NAMES.get(n, layout.name))
    _recolour(master)


def _left_aligned(master: Any) -> None:
    """Titles to the left, in the accent colour, as on the site."""
    levels = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle"))
    first = levels.find(qn("a:lvl1pPr"))
    first.set("algn", "l")
    words = first.find(qn("a:defRPr"))
    words.set("sz", "3200")
    words.set("b", "1")
    words.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "accent1")


def _first(layout: Any) -> None:
    """The title slide: its two lines begin where the titles of the other slides begin."""
    for shape in layout.placeholders:
        if shape.placeholder_format.idx in (0, 1):
            shape.left, shape.width = ROOM[0], ROOM[2]
        for level in shape._element.iter(qn("a:lvl1pPr")):
            level.set("algn", "l")


def quiet(box: Any) -> None:
    """A white box with a line and dark words."""
    box.fill.background()
    box.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
    frame = box.text_frame
    frame.word_wrap = True
    for paragraph in frame.paragraphs:
        paragraph.font.size = Pt(16)
        paragraph.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _recolour(master: Any) -> None:
    theme = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))
    for old, new in THEME.items():
        theme._blob = theme._blob.replace(old, new)


def speak_swedish(element: Any) -> None:
    """Mark every run of text as Swedish, and the place where the next is written."""
    for about in element.iter(qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr")):
        about.set("lang", LANGUAGE)
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", LANGUAGE)
    for paragraph in element.iter(qn("a:p")):
        if paragraph.find(qn("a:endParaRPr")) is None:
            end = paragraph.makeelement(qn("a:endParaRPr"), {"lang": LANGUAGE})
            paragraph.append(end)
