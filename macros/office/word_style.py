"""Styles, language, footer and numbering of a Word document."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

LANGUAGE = "sv-SE"
FONT = "Arial"  # on every computer, and LibreOffice has one as wide
ACCENT, SOFT = RGBColor(0x0B, 0x55, 0x66), RGBColor(0x47, 0x5A, 0x61)
SIZES = {"Normal": 10.5, "Title": 24, "Subtitle": 11, "Heading 1": 15, "Heading 2": 12}


def prepare(made: Document) -> None:
    """Fonts, colours, language and the styles of our own."""
    defaults = made.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), LANGUAGE)
    for name, size in SIZES.items():
        _font(made.styles[name], size, ACCENT if name.startswith(("Title", "Heading")) else None)
    _rule_off(made.styles["Title"])
    made.styles["Title"].font.bold = True
    _font(made.styles["Subtitle"], SIZES["Subtitle"], SOFT)
    _loosen(made.styles["Subtitle"])
    _own(made, "Vägledning", color=SOFT)
    _own(made, "Ledtext", bold=True, before=9, after=3, together=True)
    _own(made, "Svar", after=4, box=True)
    _own(made, "Kryssruta", after=2)
    help = made.styles.add_style("Hjälp", WD_STYLE_TYPE.CHARACTER)
    help.font.bold, help.font.color.rgb = False, SOFT
    _modern(made)


def _font(style: Any, size: float, color: RGBColor | None = None) -> None:
    style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if color is not None:
        style.font.color.rgb = color


def _own(
    made: Document,
    name: str,
    *,
    bold: bool = False,
    color: RGBColor | None = None,
    before: float = 0,
    after: float = 6,
    together: bool = False,
    box: bool = False,
) -> None:
    style: Any = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = made.styles["Normal"], True
    style.font.bold = bold
    if color is not None:
        style.font.color.rgb = color
    about = style.paragraph_format
    about.space_before, about.space_after, about.keep_with_next = Pt(before), Pt(after), together
    if box:
        about.keep_together = True
        style.element.get_or_add_pPr().insert_element_before(_box(), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _box() -> Any:
    box = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", "66797F")):
            line.set(qn(f"w:{name}"), value)
        box.append(line)
    return box


def _rule_off(style: Any) -> None:
    border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)


def _loosen(style: Any) -> None:
    """The template's own subtitle has its letters apart."""
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)


def _modern(made: Document) -> None:
    """Without this Word opens the file as one of an old version."""
    settings = made.settings.element
    compat = settings.find(qn("w:compat"))
    mode = OxmlElement("w:compatSetting")
    for name, value in (("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", "15")):
        mode.set(qn(f"w:{name}"), value)
    compat.append(mode)


def footer(made: Document, words: str) -> None:
    """The template, its version, and which page this is."""
    paragraph = made.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{words}. Sida ")
    _page_field(paragraph, "PAGE")
    paragraph.add_run(" av ")
    _page_field(paragraph, "NUMPAGES")
    paragraph.style.font.size, paragraph.style.font.color.rgb = Pt(8.5), SOFT


def _page_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run: Any = OxmlElement("w:r")
    run.text = "1"
    field.append(run)
    paragraph._p.append(field)


def new_numbering(made: Document) -> int:
    """A numbering of its own for one list, so that it begins at 1."""
    numbering: Any = made.part.numbering_part.element
    style = made.styles["List Number"].element.pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def number(paragraph: Paragraph, numbering: int) -> None:
    about: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    about.get_or_add_ilvl().val = 0
    about.get_or_add_numId().val = numbering
