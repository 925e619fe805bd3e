"""An outcome that lies in a spreadsheet or a text file is taken in as if it had been pasted, and nothing of it is left out unsaid."""

import base64
import datetime as dt
import io
import json
from typing import Any

import openpyxl
import pytest

from calculators.browser import OPEN, forget, handle

HEAD = ["Rad", "Faktor", "År", "Utfall", "Källa"]


def send(*events: dict[str, Any]) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(handle(json.dumps({"calculator": "nyttokalkyl", "events": list(events)})))
    return reply


def read(name: str, data: bytes) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The outcome of the example once the file is read, and what could not be used."""
    forget()
    file = {"name": name, "base64": base64.b64encode(data).decode()}
    send({"do": "open", "fragment": "", "document": None}, {"do": "outcome_file", "files": [file]})
    place = OPEN["nyttokalkyl"]
    outcome = [row for row in place.session.document()["kalkyl"].get("utfall", []) if row]
    return [tuple(str(row.get(k, "")) for k in ("rad", "faktor", "ar", "varde")) for row in outcome], place.desk.misread


def sheet(*tabs: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for n, rows in enumerate(tabs):
        tab = book.create_sheet(f"Flik {n}")
        for row in rows:
            tab.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_spreadsheet_with_a_title_and_several_tabs_is_read_where_the_columns_are_named() -> None:
    notes = [["Anteckningar"], ["Ring chefen", dt.date(2027, 3, 1)]]
    table = [["Utfall 2027"], [], HEAD, ["N1", "Bokningar per år", 2027, 9000, "Systemet"], ["N1", "Minuter per bokning", 2028, 7.5, None]]
    outcome, misread = read("utfall.xlsx", sheet(notes, table))
    assert outcome == [("N1", "Bokningar per år", "2027", "9000.0"), ("N1", "Minuter per bokning", "2028", "7.5")]
    assert misread == ()


def test_a_table_of_something_else_is_not_taken_for_an_outcome() -> None:
    budget = [["Budget"], ["Nytta", 2027, 2028], ["N1", 100, 200]]
    table = [HEAD, ["N1", "Bokningar per år", 2027, 9000]]
    outcome, _ = read("utfall.xlsx", sheet(budget, table))
    assert outcome == [("N1", "Bokningar per år", "2027", "9000.0")]


def test_a_whole_calculation_is_opened_where_whole_calculations_are() -> None:
    forget()
    send({"do": "open", "fragment": "", "document": None})
    book = send({"do": "save_workbook", "now": "2026-11-25"})["download"]["base64"]
    outcome, misread = read("kalkyl.xlsx", base64.b64decode(book))
    assert outcome == []
    assert "Öppna fil" in misread[0]


def test_two_years_stand_in_a_column_each() -> None:
    outcome, _ = read("utfall.xlsx", sheet([["Rad", "Faktor", 2027, 2028], ["N1", "Minuter per bokning", 7, 6]]))
    assert [row[2:] for row in outcome] == [("2027", "7.0"), ("2028", "6.0")]


def test_what_a_cell_holds_that_is_no_value_is_told_with_the_row_of_the_sheet() -> None:
    rows = [HEAD, ["N1", "Bokningar per år", 2027, "=1+1"], ["N1", "Bokningar per år", 2027, dt.date(2027, 1, 1)], ["N1", "x", 2027, 5]]
    outcome, misread = read("utfall.xlsx", sheet(rows))
    assert outcome == []
    assert [words.split(":")[0] for words in misread] == ["Rad 2", "Rad 3", "Rad 4"]


def test_a_text_file_from_a_spreadsheet_on_windows_is_read() -> None:
    text = "Rad;Faktor;År;Utfall\r\nN1;Bokningar per år;2027;9 000\r\n"
    for encoding in ("cp1252", "utf-8-sig", "utf-16"):
        outcome, misread = read("utfall.csv", text.encode(encoding))
        assert (outcome, misread) == ([("N1", "Bokningar per år", "2027", "9000.0")], ())


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", sheet([[]])[:-50]])
def test_a_spreadsheet_that_can_not_be_read_gets_a_sentence_and_changes_nothing(data: bytes) -> None:
    outcome, misread = read("utfall.xlsx", data)
    assert outcome == []
    assert len(misread) == 1
    assert misread[0].endswith(".")
