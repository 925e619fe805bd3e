"""A template as PowerPoint slides: one a heading, Swedish, with notes for the speaker and named tables."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import pptx
from pptx.enum.shapes import MSO_SHAPE
from pptx.presentation import Presentation
from pptx.util import Emu, Pt

from macros.mallar import Mall
from macros.office import slide_theme
from macros.office.parts import Chain, Heading, Items, Part, Spoken, Table

FIRST, LIST, TITLE = 0, 1, 5  # layouts: title slide, title and content, title only


def presentation(mall: Mall, parts: list[Part]) -> bytes:
    """The file, with title, language and version."""
    made: Presentation = pptx.Presentation()
    slide_theme.prepare(made)
    for n, (heading, inside) in enumerate(_slides(parts)):
        drawn = [part for part in inside if isinstance(part, Table | Chain)]
        layout = FIRST if n == 0 else TITLE if drawn else LIST
        slide = made.slides.add_slide(made.slide_layouts[layout])
        slide.shapes.title.text = heading
        for part in inside:
            _write(slide, part)
        for shape in slide.shapes:
            slide_theme.speak_swedish(shape._element)
    _properties(made, mall)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _slides(parts: list[Part]) -> Iterator[tuple[str, list[Part]]]:
    starts = [n for n, part in enumerate(parts) if isinstance(part, Heading)]
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
        heading = parts[start]
        assert isinstance(heading, Heading)
        yield heading.text, parts[start + 1 : end]


def _write(slide: Any, part: Part) -> None:
    match part:
        case Items(words):
            frame = slide.placeholders[1].text_frame
            frame.text = words[0]
            for item in words[1:]:
                frame.add_paragraph().text = item
        case Spoken(words):
            slide.notes_slide.notes_text_frame.text = words
            slide_theme.speak_swedish(slide.notes_slide._element)
        case Table():
            _table(slide, part)
        case Chain(boxes):
            _chain(slide, boxes)
        case _:
            raise ValueError(f"a slide can't hold {part}")


def _table(slide: Any, table: Table) -> None:
    left, top, width = slide_theme.ROOM
    frame = slide.shapes.add_table(len(table.rows) + 1, len(table.header), left, top, width, Emu(Pt(40) * (len(table.rows) + 1)))
    about = frame._element.nvGraphicFramePr.cNvPr
    about.set("name", table.caption)
    about.set("descr", f"{table.caption}: tabell att fylla i, med en rubrikrad.")
    frame.table.first_row = True
    for row, cells in zip(frame.table.rows, (table.header, *table.rows), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
            cell.text_frame.paragraphs[0].font.size = Pt(18)


def _chain(slide: Any, boxes: tuple[str, ...]) -> None:
    """Boxes from left to right, with arrows that a screen reader names."""
    left, top, width = slide_theme.ROOM
    step = width // len(boxes)
    gap = Emu(Pt(30))
    for n, words in enumerate(boxes):
        box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left + n * step, top, step - gap, Pt(150))
        box.text_frame.text = words
        slide_theme.quiet(box)
        if n:
            arrow = slide.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, left + n * step - gap + Pt(4), top + Pt(66), gap - Pt(8), Pt(18))
            arrow._element.nvSpPr.cNvPr.set("descr", "leder till")


def _properties(made: Presentation, mall: Mall) -> None:
    about = made.core_properties
    about.title, about.subject, about.comments, about.language = mall.titel, "Nyttokalkyl", mall.om, "sv-SE"
    about.author, about.last_modified_by, about.version = "Nyttokalkyl", "", mall.newest.nummer
    about.created = about.modified = dt.datetime.combine(mall.newest.datum, dt.time())
