"""What people do to a sheet is read as what they meant, and where that can't be known it is told, with tab and cell."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from calculators.saved import State
from calculators.session import example_state
from calculators.wire import from_flat
from calculators.workbook.bok import workbook
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.kalkyl import underlag
from calculators.workbook.oppna import read
from calculators.workbook.plats import plan_of
from tests.workbook.strategies import CALC

STATE = example_state(CALC)
PLAN = plan_of(from_flat(CALC, STATE.flat).inputs)
N1 = PLAN.nyttor.block[0]
MINUTES = N1.faktorer[1]  # the row of "Minuter per bokning", 5, 8 and 10


def reopened(change: Callable[[Any], None]) -> tuple[State, Inlast]:
    """The example, changed in the sheet, saved, and opened on the site."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(STATE)))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return read(saved.getvalue())


def put(cell: str, value: Any, tab: str = "Nyttor", form: str = "") -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book[tab][cell] = value
        if form:
            book[tab][cell].number_format = form

    return change


def told(found: Inlast, where: str) -> str:
    return " ".join(a.text for a in found.anmarkningar if a.var == where)


def test_a_number_written_as_text_is_read() -> None:
    state, _ = reopened(put(f"F{MINUTES}", "1 200,5"))
    assert state.flat["nyttor.0.faktorer.1.troligt"] == "1200,5"


def test_a_text_that_is_no_number_stands_in_the_field_and_is_told() -> None:
    state, found = reopened(put(f"F{MINUTES}", "ungefär tio"))
    assert state.flat["nyttor.0.faktorer.1.troligt"] == "ungefär tio"
    assert "går inte att läsa som ett tal" in told(found, f"Nyttor F{MINUTES}")


@pytest.mark.parametrize("value", [dt.date(2026, 8, 5), True, "#DIV/0!"])
def test_what_can_be_no_number_is_told_with_its_place(value: Any) -> None:
    state, found = reopened(put(f"F{MINUTES}", value))
    assert not state.flat.get("nyttor.0.faktorer.1.troligt")
    assert told(found, f"Nyttor F{MINUTES}")


def test_a_cell_that_shows_per_cent_becomes_a_share() -> None:
    def change(book: Any) -> None:
        put(f"F{MINUTES}", 0.4, form="0%")(book)
        put(f"D{MINUTES}", "")(book)

    state, found = reopened(change)
    assert state.flat["nyttor.0.faktorer.1.enhet"] == "%"
    assert state.flat["nyttor.0.faktorer.1.troligt"] == "40"
    assert "procent" in told(found, f"Nyttor F{MINUTES}")


@pytest.mark.parametrize("value", [65, "65", "65 %"])
def test_a_share_written_as_a_whole_number_is_read_as_per_cent(value: Any) -> None:
    def change(book: Any) -> None:
        put(f"F{MINUTES}", value, form="General")(book)
        put(f"D{MINUTES}", "%")(book)

    state, _ = reopened(change)
    assert state.flat["nyttor.0.faktorer.1.troligt"] == "65"


def test_another_formula_becomes_the_words_of_the_formula_line() -> None:
    a, b, c = N1.faktorer[:3]

    def change(book: Any) -> None:
        for column in "EFG":
            book["Nyttor"][f"{column}{N1.head}"] = f"={column}{a}*({column}{b}-2)/60*{column}{c}"

    state, found = reopened(change)
    assert (
        state.flat["nyttor.0.formel"] == "Bokningar per år × (Minuter per bokning − 2) ÷ 60 × Timkostnad i kundtjänst"
    )
    assert not told(found, f"Nyttor F{N1.head}")


def test_a_formula_that_is_changed_only_for_the_likely_value_is_told() -> None:
    state, found = reopened(put(f"F{N1.head}", f"=F{N1.faktorer[0]}*2"))
    assert state.flat["nyttor.0.formel"] == "Bokningar per år × 2"
    assert "räknas inte på samma sätt" in told(found, f"Nyttor E{N1.head}")


def test_a_formula_that_the_site_has_no_words_for_is_told() -> None:
    _, found = reopened(put(f"F{N1.head}", f'=VLOOKUP("x",A1:B9,2)*F{N1.faktorer[0]}'))
    assert "som uträkningen på webbplatsen inte har" in told(found, f"Nyttor F{N1.head}")


def test_a_number_over_the_formula_is_what_counts() -> None:
    state, found = reopened(put(f"F{N1.head}", 700000))
    assert state.flat["nyttor.0.arligt_varde.troligt"] == "700\u00a0000"
    assert "inskrivet som ett tal" in told(found, f"Nyttor F{N1.head}")


def test_moved_rows_renamed_tabs_hidden_rows_and_merged_cells_change_nothing() -> None:
    before, _ = read(workbook(STATE))

    def change(book: Any) -> None:
        book["Nyttor"].title = "Våra nyttor"
        book["Start"].title = "Början"
        book["Kostnader"].row_dimensions[9].hidden = True
        book["Våra nyttor"].merge_cells("A1:C1")
        book["Ej värderade"].insert_rows(3, 4)
        book["Källor och versioner"].insert_rows(1, 3)
        book.move_sheet("Kostnader", -3)

    state, found = reopened(change)
    assert state.flat == before.flat
    assert [a.var for a in found.anmarkningar] == ["Kostnader"]
    assert "dolda rader" in found.anmarkningar[0].text


def test_a_factor_in_a_new_row_is_read_and_told() -> None:
    spare = N1.faktorer[-1]

    def change(book: Any) -> None:
        put(f"C{spare}", "Andel som bokar")(book)
        put(f"F{spare}", 0.5)(book)
        put(f"B{spare}", None)(book)

    state, found = reopened(change)
    assert state.flat["nyttor.0.faktorer.3.namn"] == "Andel som bokar"
    assert "läst som en faktor" in told(found, f"Nyttor C{spare}")


def test_a_new_benefit_in_a_spare_block_gets_an_id() -> None:
    spare = PLAN.nyttor.lediga[0]

    def change(book: Any) -> None:
        for cell, value in {f"C{spare.head}": "Färre resor", f"J{spare.head}": "Invånarna", f"K{spare.head}": "Finansiell",
                            f"C{spare.faktorer[0]}": "Resor", f"F{spare.faktorer[0]}": 100, f"C{spare.faktorer[1]}": "Kr per resa",
                            f"F{spare.faktorer[1]}": 40}.items():  # fmt: skip
            put(cell, value)(book)

    state, _ = reopened(change)
    assert (state.flat["nyttor.3.id"], state.flat["nyttor.3.namn"]) == ("N6", "Färre resor")
    assert underlag(state).rad("nyttor", 3).arligt == (4000.0, 4000.0, 4000.0)


def test_text_that_looks_like_a_formula_goes_out_as_text() -> None:
    for words in ("=1+1", "+46", "-x", "@SUM(A1)", '=HYPERLINK("http://x")'):
        made = workbook(State({**STATE.flat, "namn": words, "nyttor.0.namn": words}))
        book = openpyxl.load_workbook(io.BytesIO(made))
        for tab, cell in (("Start", "B4"), ("Nyttor", f"C{N1.head}")):
            assert (book[tab][cell].data_type, book[tab][cell].value) == ("s", words)
        assert read(made)[0].flat["namn"] == words


TABLES = {
    "semicolons": b"Namn;Typ;Kategori;2027;2028;2029\nPorto;Nytta;Finansiell;1000;2000;2000\nLicens;Kostnad;Finansiell;500,5;500,5;500,5\n",
    "tabs, as pasted": "Namn\tÅr 1\tÅr 2\nPorto\t1 000\t2 000\nLicens\t-500\t-500\n".encode("utf-16"),
    "an old code page": "Namn;År 1\nPåsar;100\nLön;-5\n".encode("cp1252"),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_plain_table_becomes_rows(name: str) -> None:
    state, found = read(TABLES[name])
    inputs = from_flat(CALC, state.flat).inputs
    assert (len(inputs.nyttor), len(inputs.kostnader)) == (1, 1)
    assert inputs.horisont == 6
    assert found.hittat == ["1\u00a0nytta", "1\u00a0kostnad"]


def foreign() -> bytes:
    """A file of the form that the mapping describes, made up here."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    start = book.active
    start.title = "Start"
    for row in (
        ["Namn på förändringen", "Digital bokning"],
        ["Vilket år vill ni räkna från?", 2027],
        ["Perspektiv"],
        ["Ekhamns kommun"],
    ):
        start.append(row)
    for tab, letter in (("Värde nyttor", "N"), ("Värde kostnader", "K")):
        sheet = book.create_sheet(tab)
        for row in (
            [f"{letter}1"], ["Namn", "Färre brev"], ["Perspektiv", "Ekhamns kommun"], ["Kategori", "Finansiell"],
            ["Faktor", "Troligt", "Lägst", "Högst", "Källa"], ["Brev", 6000, 5000, 7000, "Posten"], ["Kr per brev", 15, 15, 15, "Posten"],
            ["Årligt värde (kr)", "=B6*B7", "=C6*C7", "=D6*D7"], ["Faktor", 0.5, 1, 1, 1, 1, 1],
        ):  # fmt: skip
            sheet.append(row)
    book.save(made)
    return made.getvalue()


def test_a_foreign_template_is_read_by_its_mapping() -> None:
    state, found = read(foreign())
    found_rad = underlag(state).rad("nyttor", 0)
    assert found_rad.arligt == (75000.0, 90000.0, 105000.0)
    assert found_rad.faktorer == (0.5, 1.0, 1.0, 1.0, 1.0, 1.0)
    assert (state.flat["namn"], state.flat["startar"]) == ("Digital bokning", "2027")
    assert "vi har inte sett den mallen" in found.anmarkningar[0].text
