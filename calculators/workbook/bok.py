"""The whole file: tabs in order, names, charts, print, and Swedish as its language."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any

import xlsxwriter

from calculators.saved import State
from calculators.workbook import diagram
from calculators.workbook.blad import Blad, ExactSheet
from calculators.workbook.flikar import (
    ej_varderade,
    faktorer,
    kallor,
    las_mig,
    osakerhet,
    resultat,
    sida,
    start,
    uppfoljning,
)
from calculators.workbook.flikar.varden import conditional_formats
from calculators.workbook.kalkyl import Underlag, underlag
from calculators.workbook.plats import (
    EJ_VARDERADE,
    FAKTORER,
    HEAD,
    KALLOR,
    KOSTNADER,
    LAS_MIG,
    NYTTOR,
    OSAKERHET,
    RESULTAT,
    START,
    UPPFOLJNING,
)  # fmt: skip
from calculators.workbook.utseende import ACCENT, BENEFIT, COST, FONT, HIDDEN, SIZE, looks

TABS = (LAS_MIG, START, FAKTORER, NYTTOR, KOSTNADER, EJ_VARDERADE, RESULTAT, OSAKERHET, UPPFOLJNING, KALLOR)
COLOURS = {NYTTOR: BENEFIT, KOSTNADER: COST, RESULTAT: ACCENT}
HEADERS = {  # the rows that stay in sight and are printed on each page, and the cell under them
    FAKTORER: (9, "D10"), NYTTOR: (HEAD, "D9"), KOSTNADER: (HEAD, "D9"), EJ_VARDERADE: (ej_varderade.HEAD, "D6"),
}  # fmt: skip
LANDSCAPE = {FAKTORER, NYTTOR, KOSTNADER, EJ_VARDERADE, RESULTAT, OSAKERHET, UPPFOLJNING}
MADE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # the date of a file whose reader told no date
LANGUAGE = "sv-SE"
WIDE = {  # printed on pages beside each other: the columns that all of them have, those of the first page, and the scale
    NYTTOR: ("A:C", 9, 50), KOSTNADER: ("A:C", 9, 50), UPPFOLJNING: ("A:B", 11, 65),
}  # fmt: skip


def workbook(state: State, datum: str = "") -> bytes:
    """The .xlsx of a nyttokalkyl. `datum` is the reader's own day, "2026-11-24".

    Raises Rejected with every fault where there is no result to write.
    """
    return _written(underlag(state, datum))


def _written(u: Underlag) -> bytes:
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(
        memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties(
        {"title": u.titel, "subject": "Nyttokalkyl", "author": u.kalkyl.utfort_av[:200], "created": _day(u.datum)}
    )
    book.set_size(2400, 1500)
    plain = book.formats[0]
    plain.set_font_name(FONT)
    plain.set_font_size(SIZE)
    made: dict[str, Any] = looks(book)
    names: dict[str, str] = {}
    tabs: dict[str, Blad] = {}
    for name in TABS:
        sheet = book.add_worksheet(name, ExactSheet)
        sheet.book, sheet.book_names = book, names
        tabs[name] = Blad(sheet, made)
        _print(sheet, name, u)
    formats = {**conditional_formats(book), "hidden": book.add_format(HIDDEN)}
    bars = _fill(tabs, u, formats)
    _charts(book, tabs, u, bars)
    for name, place in names.items():
        book.define_name(name, place)
    for number, tab in enumerate(TABS, 1):
        for name, place in tabs[tab].marks(number):
            book.define_name(name, place)
    tabs[START if u.state.origin or u.kalkyl.namn else LAS_MIG].sheet.activate()
    book.close()
    return _in_swedish(memory.getvalue())


def _fill(tabs: dict[str, Blad], u: Underlag, formats: dict[str, Any]) -> int:
    las_mig.write(tabs[LAS_MIG], u)
    start.write(tabs[START], u)
    faktorer.write(tabs[FAKTORER], u, formats)
    for side in (u.plan.nyttor, u.plan.kostnader):
        sida.write(tabs[side.flik], u, side, formats)
    ej_varderade.write(tabs[EJ_VARDERADE], u, formats)
    resultat.write(tabs[RESULTAT], u, formats)
    uppfoljning.write(tabs[UPPFOLJNING], u, formats)
    kallor.write(tabs[KALLOR], u)
    return osakerhet.write(tabs[OSAKERHET], u, formats)


def _charts(book: Any, tabs: dict[str, Blad], u: Underlag, bars: int) -> None:
    for name, cell, (chart, about) in (
        (RESULTAT, "F5", diagram.yearly(book, u)),
        (RESULTAT, f"A{u.plan.diagram}", diagram.by_category(book, u)),
        (RESULTAT, f"E{u.plan.diagram}", diagram.by_party(book, u)),
        *(((OSAKERHET, f"A{osakerhet.HEAD + bars + 3}", diagram.one_at_a_time(book, u, bars)),) if bars else ()),
    ):
        width, height = about.pop("size")
        chart.set_size({"width": width, "height": height})
        tabs[name].sheet.insert_chart(cell, chart, about)


def _print(sheet: Any, name: str, u: Underlag) -> None:
    """A4, one page wide, with what the page is and where in the file it stands."""
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    if name in WIDE:
        repeated, after, scale = WIDE[name]
        sheet.set_print_scale(scale)
        sheet.set_v_pagebreaks([after])
        sheet.repeat_columns(repeated)
    else:
        sheet.fit_to_pages(1, 0)
    title = re.sub("&", "&&", u.titel)[:100]
    sheet.set_footer(f"&L&8{title}&C&8&A&R&8&P (&N)")
    sheet.outline_settings(True, False, True, False)
    if name in LANDSCAPE:
        sheet.set_landscape()
    if name in HEADERS:
        row, cell = HEADERS[name]
        sheet.freeze_panes(cell)
        sheet.repeat_rows(row - 1)
    if name == RESULTAT:
        sheet.set_h_pagebreaks([u.plan.diagram - 2])
    if name in COLOURS:
        sheet.set_tab_color(COLOURS[name])


def _day(iso: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(iso).replace(tzinfo=dt.UTC)
    except ValueError:
        return MADE


def _in_swedish(given: bytes) -> bytes:
    """The file with its language told: in its properties, and in the words of its charts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(given)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            text = old.read(item)
            if item.filename.startswith("xl/charts/"):
                text = text.replace(b'"en-US"', f'"{LANGUAGE}"'.encode())
            elif item.filename == "docProps/core.xml":
                language = f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
                text = text.replace(b"</cp:coreProperties>", language.encode())
            new.writestr(item, text)
    return made.getvalue()
