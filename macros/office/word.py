"""A template as a Word document: Swedish, with real headings, repeated header rows and boxes to write in."""

import datetime as dt
import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from macros.mallar import Mall
from macros.office import word_style, word_table
from macros.office.parts import Chain, Field, Heading, Items, Part, Slips, Spoken, Table, Text, Ticks

MARGIN = Mm(20)


def document(mall: Mall, parts: list[Part]) -> bytes:
    """The file, with title, language and version."""
    made = docx.Document()
    _page(made, mall)
    word_style.prepare(made)
    _properties(made, mall)
    made.add_paragraph(mall.titel, style="Title")
    made.add_paragraph(mall.om, style="Subtitle")
    for part in parts:
        _write(made, part)
    word_style.footer(made, f"{mall.titel}, version {mall.newest.nummer}, {mall.newest.datum}")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _page(made: Document, mall: Mall) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if mall.liggande:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def _properties(made: Document, mall: Mall) -> None:
    about = made.core_properties
    moment = dt.datetime.combine(mall.newest.datum, dt.time())
    about.title, about.subject, about.comments, about.language = mall.titel, "Nyttokalkyl", mall.om, "sv-SE"
    about.author, about.last_modified_by, about.version = "Nyttokalkyl", "", mall.newest.nummer
    about.created = about.modified = moment


def _write(made: Document, part: Part) -> None:
    match part:
        case Heading(level, text, new_page):
            made.add_paragraph(text, style=f"Heading {level}").paragraph_format.page_break_before = new_page
        case Text(words) | Spoken(words):
            made.add_paragraph(words, style="Vägledning")
        case Items(words, numbered):
            _items(made, words, numbered)
        case Chain(boxes):
            _items(made, boxes, numbered=True)
        case Field():
            _field(made, part)
        case Ticks(label, options):
            made.add_paragraph(label, style="Ledtext")
            for option in options:
                ticked = made.add_paragraph(f"☐ {option}", style="Kryssruta")
                ticked.paragraph_format.keep_with_next = option != options[-1]
        case Table():
            word_table.add(made, part)
        case Slips():
            word_table.add_slips(made, part)


def _items(made: Document, words: tuple[str, ...], numbered: bool) -> None:
    number = word_style.new_numbering(made) if numbered else None
    for item in words:
        paragraph = made.add_paragraph(item, style="List Number" if numbered else "List Bullet")
        if number is not None:
            word_style.number(paragraph, number)


def _field(made: Document, field: Field) -> None:
    label = made.add_paragraph(field.label, style="Ledtext")
    if field.help:
        label.add_run(f" {field.help}", style="Hjälp")
    answer = made.add_paragraph(style="Svar")
    for _ in range(field.lines - 1):
        answer.add_run().add_break()
