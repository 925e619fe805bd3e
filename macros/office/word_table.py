"""Tables of a Word document: a name for screen readers, a header row on every page, rows with room to write."""

from typing import Any

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Row

from macros.office.parts import Slips, Table

SHADE, LINE = "E1EFF1", "8A9AA0"
SLIP = Mm(54)
LONGEST = 32  # letters: a longer text is broken into lines, and gives its column no more room


def add(made: Document, table: Table) -> None:
    """The caption as a label, and the table under it."""
    made.add_paragraph(table.caption, style="Ledtext")
    added = _table(made, len(table.rows) + 1, _shares(table), table.caption)
    _fill(added.rows[0], table.header, bold=True, shade=True)
    _mark(added.rows[0], "w:tblHeader")
    for row, cells in zip(list(added.rows)[1:], table.rows, strict=True):
        row.height, row.height_rule = Mm(9), WD_ROW_HEIGHT_RULE.AT_LEAST
        _fill(row, cells)
        if table.named:
            row.cells[0].paragraphs[0].runs[0].font.bold = True
    made.add_paragraph().paragraph_format.space_after = Pt(2)


def add_slips(made: Document, slips: Slips) -> None:
    """Two slips a row, all of one size."""
    added = _table(made, -(-slips.count // 2), [1, 1], "Lappar att klippa isär. Varje lapp har samma frågor.")
    for row in added.rows:
        row.height, row.height_rule = SLIP, WD_ROW_HEIGHT_RULE.EXACTLY
        for cell in row.cells:
            for n, prompt in enumerate(slips.prompts):
                paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
                paragraph.style = "Vägledning"
                paragraph.add_run(prompt)
                paragraph.paragraph_format.space_after = Pt(24)


def _shares(table: Table) -> list[int]:
    """How much room each column needs beside the others: what is named is written beside its name, or first of all."""
    columns = list(zip(table.header, *table.rows, strict=True))
    shares = [max(8, *(min(LONGEST, len(words)) for words in column)) for column in columns]
    if table.named:
        return [share if any(column[1:]) else LONGEST for share, column in zip(shares, columns, strict=True)]
    return shares if any(columns[0][1:]) else [max(shares), *shares[1:]]


def _table(made: Document, rows: int, shares: list[int], description: str) -> WordTable:
    added: WordTable = made.add_table(rows, len(shares), style="Table Grid")
    added.autofit = False
    section: Any = made.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    for column, share in zip(added.columns, shares, strict=True):
        column.width = Emu(width * share // sum(shares))
        for cell in column.cells:
            cell.width = column.width
    about: Any = added._tbl.tblPr
    about.append(_sides("w:tblBorders", ("top", "left", "bottom", "right", "insideH", "insideV"), val="single", sz="4", color=LINE))
    about.append(_sides("w:tblCellMar", ("top", "bottom"), w="50", type="dxa"))
    for name in ("w:tblCaption", "w:tblDescription"):
        told = OxmlElement(name)
        told.set(qn("w:val"), description)
        about.append(told)
    for row in added.rows:
        _mark(row, "w:cantSplit")
    return added


def _fill(row: _Row, words: tuple[str, ...], *, bold: bool = False, shade: bool = False) -> None:
    for cell, text in zip(row.cells, words, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(text).bold = bold or None
        if shade:
            color: Any = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
                color.set(qn(f"w:{name}"), value)
            cell._tc.get_or_add_tcPr().append(color)


def _sides(name: str, sides: tuple[str, ...], **about: str) -> Any:
    found = OxmlElement(name)
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in about.items():
            line.set(qn(f"w:{key}"), value)
        found.append(line)
    return found


def _mark(row: _Row, name: str) -> None:
    properties: Any = row._tr.get_or_add_trPr()
    properties.append(OxmlElement(name))
