"""Spreadsheets from the reader's side: saved from the page, opened in it, and told what was and was not read."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from calculators.workbook.bok import TABS
from tests.workbook.test_odd_cells import foreign

Open = Callable[..., Page]
KALKYL = "/kalkylatorer/nyttokalkyl/"


def saved(page: Page, to: Path) -> Path:
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Spara som Excel").click()
    file = to / download.value.suggested_filename
    download.value.save_as(file)
    return file


def opened(page: Page, file: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(file)


def test_a_calculation_goes_out_is_changed_and_comes_home(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(KALKYL, accept_downloads=True)
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "/workbook-" in r.url else None)
    page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
    assert not asked
    file = saved(page, tmp_path)
    assert len(asked) == 1
    book = openpyxl.load_workbook(file)
    assert tuple(book.sheetnames) == TABS
    book["Start"]["B4"] = "Ändrad i kalkylbladet"
    book["Nyttor"]["F11"] = "ungefär tio"
    book.save(file)
    opened(page, file)
    notice = page.locator(".nk-notice")
    expect(notice).to_contain_text("Kalkylbladet är inläst", timeout=60_000)
    expect(notice).to_contain_text("Nyttor F11")
    expect(page.get_by_label("Förändringens namn")).to_have_value("Ändrad i kalkylbladet")
    assert len(asked) == 1


def test_a_file_that_is_none_is_told_and_the_page_goes_on(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(KALKYL, accept_downloads=True)
    page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
    for name, data, words in (
        ("a.xlsx", b"PK\x03\x04 half", "skadad"),
        ("b.xlsx", b"<html><table></table></html>", "webbsida"),
        ("c.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), ".xls"),
        ("d.json", b"{", "ingen kalkyl"),
    ):
        (tmp_path / name).write_bytes(data)
        opened(page, tmp_path / name)
        expect(page.locator(".nk-notice")).to_contain_text(words, timeout=60_000)
    saved(page, tmp_path)


def test_a_table_becomes_rows(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(KALKYL, accept_downloads=True)
    file = tmp_path / "tabell.csv"
    file.write_text("Namn;2027;2028\nPorto;1000;2000\nLicens;-500;-500\n", encoding="utf-8")
    page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
    opened(page, file)
    expect(page.locator(".nk-notice")).to_contain_text("1 nytta och 1 kostnad", timeout=60_000)
    assert openpyxl.load_workbook(io.BytesIO(saved(page, tmp_path).read_bytes()))["Nyttor"]["C9"].value == "Porto"


def test_a_pasted_table_becomes_rows_by_keyboard_alone_on_a_phone(new_reader: Open) -> None:
    page = new_reader(KALKYL, viewport={"width": 360, "height": 740}, color_scheme="dark")
    page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
    page.get_by_text("Klistra in en tabell").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("Namn\t2027\t2028\nPorto\t1000\t2000")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".nk-notice")).to_contain_text("1 nytta.", timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_table_in_a_spreadsheet_and_a_template_that_is_not_ours_become_rows(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(KALKYL, accept_downloads=True)
    page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
    table, made = tmp_path / "tabell.xlsx", openpyxl.Workbook()
    for row in (["Namn", 2027, 2028], ["Porto", 1000, 2000], ["Licens", -500, "-500"]):
        made.active.append(row)
    made.save(table)
    opened(page, table)
    expect(page.locator(".nk-notice")).to_contain_text("1 nytta och 1 kostnad", timeout=60_000)
    template = tmp_path / "mall.xlsx"
    template.write_bytes(foreign())
    opened(page, template)
    expect(page.locator(".nk-notice")).to_contain_text("vi har inte sett den mallen", timeout=60_000)
    expect(page.get_by_label("Förändringens namn")).to_have_value("Digital bokning")


def test_an_outcome_that_is_changed_in_the_sheet_comes_home(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(KALKYL, accept_downloads=True)
    page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
    file = saved(page, tmp_path)
    book = openpyxl.load_workbook(file)
    tab = book["Uppföljning"]
    head = next(cell for row in tab.iter_rows() for cell in row if cell.value == "Faktor")
    for column, value in ((1, "N1"), (4, 2027), (5, 300000)):
        tab.cell(head.row + 1, column).value = value
    book.save(file)
    opened(page, file)
    expect(page.locator(".nk-notice")).to_contain_text("1 utfall", timeout=60_000)
