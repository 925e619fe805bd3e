"""What a file has besides right figures: names, lists, help, print, charts with words, and nothing that older programs lack."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.formula import Tokenizer
from openpyxl.utils import get_column_letter, range_boundaries

from calculators.saved import State
from calculators.session import empty_state, example_state
from calculators.workbook.blad import IN_BOTH, IN_COLUMNS, IN_ROWS
from calculators.workbook.bok import LANGUAGE, TABS, workbook
from calculators.workbook.flikar.kallor import CHANGES
from calculators.workbook.flikar.start import FRAMES, NAMES
from calculators.workbook.plats import (
    EJ_VARDERADE,
    FAKTORER,
    FIRST,
    HEAD,
    KOSTNADER,
    NYTTOR,
    OSAKERHET,
    RESULTAT,
    START,
    UPPFOLJNING,
)  # fmt: skip
from calculators.workbook.utseende import ACCENT
from publish.kalkylmallar import templates
from tests.workbook.office import converted
from tests.workbook.strategies import CALC
from tests.workbook.test_follow_up import followed

# Functions that Excel has had since 2007, and LibreOffice, Numbers and Google Sheets have too.
KNOWN = {
    "ABS", "AND", "COUNT", "COUNTIF", "EXACT", "FIXED", "IF", "IFERROR", "INDEX", "ISNUMBER", "ISTEXT", "MATCH", "MAX", "MIN",
    "OR", "PRODUCT", "SEARCH", "SUBSTITUTE", "SUM", "SUMIF", "SUMPRODUCT",
}  # fmt: skip
FILES: dict[str, State] = {
    "empty": empty_state(CALC), "an example": example_state(CALC), "with follow-up": followed(),
    "a reference template": next(state for name, _, state in templates() if name.endswith("digitala-besok")),
}  # fmt: skip
every = pytest.mark.parametrize("name", FILES)


def parts(name: str) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(workbook(FILES[name], "2026-11-26"))) as archive:
        return {item: archive.read(item).decode() for item in archive.namelist()}


def book(name: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(FILES[name])))


@every
def test_the_tabs_stand_in_their_order(name: str) -> None:
    assert tuple(book(name).sheetnames) == TABS


@every
def test_formulas_use_only_what_excel_2016_and_libreoffice_have(name: str) -> None:
    used = set()
    for sheet in book(name):
        for row in sheet.iter_rows():
            for cell in row:
                assert not hasattr(cell.value, "ref"), f"{sheet.title} {cell.coordinate} is an array formula"
                if cell.data_type == "f":
                    tokens = Tokenizer(cell.value).items
                    used |= {t.value.rstrip("(") for t in tokens if t.type == "FUNC" and t.subtype == "OPEN"}
                    assert "[" not in cell.value, "another file"
    assert used <= KNOWN, used - KNOWN


@every
def test_there_is_nothing_in_the_file_that_runs_fetches_or_locks(name: str) -> None:
    found = parts(name)
    assert not [item for item in found if re.search(r"vba|externalLink|connections|queryTable|embeddings", item)]
    assert not [item for item, text in found.items() if "sheetProtection" in text or "workbookProtection" in text]
    assert not [text for item, text in found.items() if item.endswith(".rels") and 'TargetMode="External"' in text]


@every
def test_every_formula_has_its_value_kept(name: str) -> None:
    for item, text in parts(name).items():
        if item.startswith("xl/worksheets/sheet"):
            assert len(re.findall("<f>", text)) == len(re.findall(r"</f><v>[^<]*</v>", text)), item


@every
def test_names_lead_to_cells_of_the_file(name: str) -> None:
    found = book(name)
    assert {*NAMES, "Perspektiv", "Nettonytta", "Omrakning_timkostnad"} <= {*found.defined_names}
    for defined in found.defined_names.values():
        for tab, cells in defined.destinations:
            assert tab in TABS
            assert found[tab][cells.replace("$", "")]


def header_rows(sheet: Any) -> set[tuple[int, str, str]]:
    """Row, first and last column of each row of cells that look like the header of a table, without empty ones at its ends."""
    found = set()
    for row in sheet.iter_rows():
        heads = [cell for cell in row if cell.value and cell.font.bold and cell.fill.fgColor.rgb == f"FF{ACCENT[1:]}"]
        if heads:
            found.add((heads[0].row, heads[0].column_letter, heads[-1].column_letter))
    return found


def marked(name: str) -> list[tuple[str, str, str, tuple[int, int, int, int]]]:
    """Tab, where the header cells are, the cell that the name leads to, and the table's bounds, of each table with a name."""
    found = []
    for number, sheet in enumerate(book(name), 1):
        for own, defined in sheet.defined_names.items():
            if own in (IN_COLUMNS, IN_BOTH):
                ((_, cell),) = defined.destinations
                first = cell.replace("$", "")
                found.append((sheet.title, own, first, range_boundaries(f"{first}:{sheet.dimensions.split(':')[1]}")))
        for own, defined in sheet.parent.defined_names.items():
            told = re.fullmatch(r"(\w*Title)Region\d+\.([A-Z]+\d+)\.([A-Z]+\d+)\.(\d+)", own)
            if told and int(told[4]) == number:
                assert defined.attr_text.replace("$", "") == f"'{sheet.title}'!{told[2]}", "the name is about another cell"
                found.append((sheet.title, told[1], told[2], range_boundaries(f"{told[2]}:{told[3]}")))
    return found


@every
def test_screen_readers_find_the_header_cells_of_every_table(name: str) -> None:
    made, tables = book(name), marked(name)
    for tab in TABS:
        begun = {(top, get_column_letter(left), get_column_letter(right)) for where, headers, _, (left, top, right, _) in tables
                 if where == tab and headers != IN_ROWS}  # fmt: skip
        rows = header_rows(made[tab])
        assert {row for row, _, _ in begun} == {row for row, _, _ in rows}, tab
        if len(begun) > 1:
            assert begun == rows, tab
    for tab, headers, cell, (left, top, right, bottom) in tables:
        assert made[tab][cell].value
        assert made[tab][cell].font.bold
        if headers != IN_COLUMNS and bottom < made[tab].max_row:
            assert made[tab].cell(bottom, left).value is not None, f"{tab} {cell}: the last row has no header cell"
        others = [b for where, _, c, b in tables if where == tab and c != cell]
        assert not [b for b in others if left <= b[2] and b[0] <= right and top <= b[3] and b[1] <= bottom], "tables overlap"


@pytest.mark.slow
def test_the_marks_outlive_libreoffice(tmp_path: Path) -> None:
    source = tmp_path / "kalkyl.xlsx"
    source.write_bytes(workbook(FILES["with follow-up"]))
    saved = openpyxl.load_workbook(converted([source], tmp_path) / source.name)
    before = {own for own in book("with follow-up").defined_names if "Title" in own}
    assert len(before) > 20
    assert before <= {*saved.defined_names}


@every
def test_there_are_lists_to_pick_from_and_help_beside_the_cells(name: str) -> None:
    found = book(name)
    lists = {tab: {str(v.formula1) for v in found[tab].data_validations.dataValidation if v.type == "list"} for tab in TABS}
    assert any("6,15,25" in words for words in lists[START])
    wanted = {"Perspektiv", '"Finansiell,Omfördelning"', '"Varje år,Bara första året,Egna årsfaktorer"'}
    for tab in (NYTTOR, KOSTNADER):
        assert wanted <= {words.lstrip("=") for words in lists[tab]}
    assert len(lists[EJ_VARDERADE]) == 4
    assert any("Varje kvartal" in words for words in lists[UPPFOLJNING])
    for tab in TABS:
        for validation in found[tab].data_validations.dataValidation:
            assert validation.promptTitle
            assert validation.errorStyle in (None, "warning"), "another word is allowed, and asked about"
    assert found[START][f"C{FRAMES['horisont']}"].value


@every
def test_soft_checks_colour_the_cells_and_lock_nothing(name: str) -> None:
    found = book(name)
    for tab in (FAKTORER, NYTTOR, KOSTNADER, EJ_VARDERADE):
        assert len(found[tab].conditional_formatting)


@every
def test_every_tab_is_set_up_for_print(name: str) -> None:
    found = book(name)
    for tab in TABS:
        sheet = found[tab]
        assert sheet.page_setup.paperSize == 9
        assert sheet.oddFooter.center.text
        assert sheet.sheet_properties.pageSetUpPr.fitToPage or int(sheet.page_setup.scale) >= 50
    assert found[NYTTOR].print_title_rows == f"${HEAD}:${HEAD}"
    assert found[NYTTOR].freeze_panes == f"D{FIRST}"


@every
def test_charts_are_native_in_swedish_and_told_in_words(name: str) -> None:
    found = parts(name)
    charts = [text for item, text in found.items() if item.startswith("xl/charts/chart")]
    tornado = "xl/drawings/drawing2.xml" in found
    assert len(charts) == 3 + tornado
    assert all(f'lang="{LANGUAGE}"' in text for text in charts)
    drawings = "".join(text for item, text in found.items() if item.startswith("xl/drawings/drawing"))
    words = re.findall(r'descr="([^"]*)"', drawings)
    assert len(words) == len(charts)
    assert all(len(text) > 40 for text in words)
    assert f"<dc:language>{LANGUAGE}</dc:language>" in found["docProps/core.xml"]


def test_the_example_has_all_four_charts_over_its_years_and_factors() -> None:
    found = book("an example")
    assert len(found[RESULTAT]._charts) == 3
    assert len(found[OSAKERHET]._charts) == 1


@every
def test_the_file_says_its_version_and_what_has_changed(name: str) -> None:
    cells = [cell.value for row in book(name)["Källor och versioner"].iter_rows() for cell in row]
    assert "Filens form" in cells
    for form, day, words in CHANGES:
        assert {f"{form}, {day}", words} <= {*cells}
