"""Our file as other programs write it, made here from what is known of them. No such program has been run.

Google Sheets: no <dimension> (tidyverse/readxl issue 26) and no workbook view (xlnt-community/xlnt issue 6).
Numbers: a first tab "Export Summary" that says so, and each table on a worksheet of its own, by the words of that tab.
Power BI and others: strings inside the cells, every element with a prefix (dilshod/xlsx2csv pull request 311).
That lists, colours and names of cells are lost, and what Numbers calls its worksheets, is assumed: harsher than what is known.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from calculators.saved import State
from calculators.session import empty_state, example_state
from calculators.workbook.bok import workbook
from calculators.workbook.oppna import read
from tests.workbook.strategies import CALC
from tests.workbook.test_follow_up import followed
from tests.workbook.test_round_trip import settled

STATES: dict[str, State] = {"the empty calculation": empty_state(CALC), "with follow-up": followed()}
STATES |= {example.name: example_state(CALC, example.name) for example in CALC.examples}
SUMMARY = (
    "This document was exported from Numbers. Each table was converted to an Excel worksheet. "
    "All other objects on each Numbers sheet were placed on separate worksheets. "
    "Please be aware that formula calculations may differ in Excel."
)
TABLE = " - Tabell 1"


def rewritten(given: bytes, change: Callable[[str, str], str]) -> bytes:
    """The file with each part of XML changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(given)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            data = old.read(item)
            new.writestr(item, change(item, data.decode()) if item.endswith(".xml") else data)
    return made.getvalue()


def as_google_sheets(given: bytes) -> bytes:
    def change(item: str, text: str) -> str:
        text = re.sub(r"<(bookViews|dataValidations|conditionalFormatting|definedNames)\b.*?</\1>|<dimension [^>]*/>", "", text)
        return re.sub(r"<v>(-?\d+)</v>", _with_decimal, text) if "worksheets/" in item else text

    return rewritten(given, change)


def _with_decimal(found: re.Match[str]) -> str:
    """12 as 12.0, but not the number of a shared string."""
    before = found.string[max(0, found.start() - 200) : found.start()]
    return found[0] if before.rpartition("<c ")[2].find('t="s"') >= 0 else f"<v>{found[1]}.0</v>"


def as_numbers(given: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(given))
    kept = openpyxl.load_workbook(io.BytesIO(given), data_only=True)
    names = {name: f"{name}{TABLE}" for name in book.sheetnames}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cell.value = _renamed(cell.value, names)
        sheet.title = names[sheet.title]
        sheet.data_validations.dataValidation.clear()
        sheet.conditional_formatting = type(sheet.conditional_formatting)()
    book.defined_names.clear()
    summary = book.create_sheet("Export Summary", 0)
    summary["B2"] = SUMMARY
    for n, (name, table) in enumerate(names.items(), 4):
        for column, words in enumerate((name, "Tabell 1", table), 2):
            summary.cell(n, column).value = words
    return _with_values(book, {names[sheet.title]: sheet for sheet in kept.worksheets})


def _renamed(formula: str, names: dict[str, str]) -> str:
    for name, table in names.items():
        formula = formula.replace(f"'{name}'!", f"'{table}'!")
        formula = re.sub(rf"(?<![\w']){re.escape(name)}!", f"'{table}'!", formula)
    return formula


def _with_values(book: Any, kept: dict[str, Any]) -> bytes:
    """The file, with the value that each formula had beside it: openpyxl itself writes none."""
    saved = io.BytesIO()
    book.save(saved)
    order = {f"xl/worksheets/sheet{n}.xml": kept.get(sheet.title) for n, sheet in enumerate(book.worksheets, 1)}

    def change(item: str, text: str) -> str:
        sheet = order.get(item)
        return re.sub(r'(<c r="([A-Z]+\d+)"[^>]*>)<f>(.*?)</f><v ?/?>(</v>)?', lambda m: _cell(m, sheet), text) if sheet else text

    return rewritten(saved.getvalue(), change)


def _cell(found: re.Match[str], sheet: Any) -> str:
    value = sheet[found[2]].value
    return f"{found[1]}<f>{found[3]}</f><v>{value}</v>" if isinstance(value, int | float) else f"{found[1]}<f>{found[3]}</f>"


def as_power_bi(given: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(given)) as archive:
        strings = re.findall(r"<si>(.*?)</si>", archive.read("xl/sharedStrings.xml").decode(), re.DOTALL)

    def change(item: str, text: str) -> str:
        if not item.startswith("xl/worksheets/"):
            return text
        text = re.sub(r't="s"><v>(\d+)</v>', lambda m: f't="inlineStr"><is>{strings[int(m[1])]}</is>', text)
        text = re.sub(r"<(/?)(?![?/!x]|x:)(\w+)", r"<\1x:\2", text)
        return text.replace("<x:worksheet xmlns=", "<x:worksheet xmlns:x=").replace("x:x:", "x:")

    return rewritten(given, change)


WRITERS: dict[str, Callable[[bytes], bytes]] = {
    "as Google Sheets writes": as_google_sheets,
    "as Numbers writes": as_numbers,
    "with strings in the cells and prefixes": as_power_bi,
}
SILENT = ("as Google Sheets writes", "with strings in the cells and prefixes")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("writer", WRITERS)
def test_a_file_that_another_program_has_written_comes_home(writer: str, state: str) -> None:
    made = WRITERS[writer](workbook(STATES[state]))
    home, found = read(made)
    assert settled(home) == settled(STATES[state])
    assert home.rest == STATES[state].rest
    told = [(a.var, a.text) for a in found.anmarkningar]
    assert told == ([] if writer in SILENT else [("Export Summary", "Fliken hör inte till kalkylen. Den är inte inläst.")])
