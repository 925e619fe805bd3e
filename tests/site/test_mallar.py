"""The templates: each is a page to print and a real file with the same words, Swedish, structured and the same at every build."""

import datetime as dt
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Playwright
from pypdf import PdfReader

from calculators.workbook.bok import TABS
from calculators.workbook.flikar.kallor import CHANGES
from macros.mallar import SHEETS, Mall, mallar
from macros.markup import date
from macros.office import parts, write
from macros.office.parts import Chain, Field, Heading, Items, Part, Slips, Spoken, Table, Text, Ticks
from publish.chromium import chromium
from publish.kalkylmallar import templates
from tests.site.conftest import built_file
from tests.workbook.office import converted

each = pytest.mark.parametrize("mall", mallar(), ids=lambda mall: mall.id)
WORD = [mall for mall in mallar() if mall.ending == "docx"]
SLIDES = [mall for mall in mallar() if mall.ending == "pptx"]
every_word = pytest.mark.parametrize("mall", WORD, ids=lambda mall: mall.id)
every_slides = pytest.mark.parametrize("mall", SLIDES, ids=lambda mall: mall.id)


def page(mall: Mall, site: Path) -> str:
    return (site / "mallar" / mall.id / "index.html").read_text(encoding="utf-8")


def file(mall: Mall, site: Path) -> Path:
    return site / "mallar" / mall.id / mall.fil


def words(part: Part) -> list[str]:
    """What a reader of the file must meet of one part of the page."""
    match part:
        case Heading(_, text, _):
            return [text]
        case Text(told) | Spoken(told):
            return [told]
        case Items(several, _) | Chain(several):
            return list(several)
        case Field(label, help, _):
            return [label, *([help] if help else [])]
        case Ticks(label, options):
            return [label, *options]
        case Table(_, header, rows, _):
            return [*header, *(cell for row in rows for cell in row if cell)]
        case Slips(_, prompts):
            return list(prompts)


@each
def test_the_page_offers_its_file_and_says_its_version(mall: Mall, site: Path) -> None:
    shown = unescape(page(mall, site))
    assert f'href="{mall.fil}"' in shown
    assert f"version {mall.newest.nummer}" in shown
    assert file(mall, site).is_file()


@each
def test_every_version_stands_on_the_page_of_templates(mall: Mall, site: Path) -> None:
    shown = unescape((site / "mallar/index.html").read_text(encoding="utf-8"))
    for version in mall.versioner:
        assert version.andring in shown


def test_every_version_of_the_spreadsheets_stands_there_too(site: Path) -> None:
    shown = unescape((site / "mallar/index.html").read_text(encoding="utf-8")).partition('id="versioner"')[2]
    for form, day, new in CHANGES:
        row = f"<td>{date(dt.date.fromisoformat(day))}</td>\n<td>{SHEETS}</td>\n<td>{form}</td>\n<td>{new}</td>"
        assert row in shown


@each
def test_the_file_says_what_the_page_says(mall: Mall, site: Path) -> None:
    told = "\n".join(all_text(file(mall, site)))
    missing = [text for part in parts(page(mall, site), mall.id) for text in words(part) if text not in told]
    assert missing == []


def all_text(path: Path) -> Iterator[str]:
    if path.suffix == ".docx":
        yield from ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in docx.Document(str(path)).element.body.iter(qn("w:p")))
        return
    for slide in pptx.Presentation(str(path)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)
        yield slide.notes_slide.notes_text_frame.text


@each
def test_the_file_has_a_title_a_day_and_is_in_swedish(mall: Mall, site: Path) -> None:
    opened: Any = (docx.Document if mall.ending == "docx" else pptx.Presentation)(str(file(mall, site)))
    about = opened.core_properties
    assert (about.title, about.language, about.version) == (mall.titel, "sv-SE", mall.newest.nummer)
    assert about.modified.date() == mall.newest.datum


@every_word
def test_a_word_file_has_real_headings_and_swedish_as_its_language(mall: Mall, site: Path) -> None:
    opened = docx.Document(str(file(mall, site)))
    assert opened.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "sv-SE"
    wanted = [(f"Heading {part.level}", part.text) for part in parts(page(mall, site), mall.id) if isinstance(part, Heading)]
    found = [(p.style.name, p.text) for p in opened.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert found == wanted
    assert [p.text for p in opened.paragraphs if p.style and p.style.name == "Title"] == [mall.titel]


@every_word
def test_a_table_in_word_repeats_its_header_and_is_named_for_screen_readers(mall: Mall, site: Path) -> None:
    tables = docx.Document(str(file(mall, site))).tables
    made = [part for part in parts(page(mall, site), mall.id) if isinstance(part, Table | Slips)]
    assert len(tables) == len(made)
    for table, part in zip(tables, made, strict=True):
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        repeated = table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert repeated == isinstance(part, Table)


@every_slides
def test_every_slide_has_a_title_notes_and_named_tables(mall: Mall, site: Path) -> None:
    slides = list(pptx.Presentation(str(file(mall, site))).slides)
    headings = [part.text for part in parts(page(mall, site), mall.id) if isinstance(part, Heading)]
    assert [slide.shapes.title.text for slide in slides] == headings
    for slide in slides:
        assert slide.notes_slide.notes_text_frame.text
        languages = {found.get("lang") for found in slide._element.iter() if found.tag.endswith(("}rPr", "}endParaRPr"))}
        assert languages == {"sv-SE"}
        for shape in slide.shapes:
            if shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
                assert shape.table.first_row


def test_the_same_pages_give_the_same_bytes(site: Path) -> None:
    before = {mall.id: file(mall, site).read_bytes() for mall in mallar()}
    write(site)
    assert {mall.id: file(mall, site).read_bytes() for mall in mallar()} == before


@each
def test_nothing_in_the_file_tells_when_or_where_it_was_built(mall: Mall, site: Path) -> None:
    with zipfile.ZipFile(file(mall, site)) as archive:
        days = {dt.date(*about.date_time[:3]) for about in archive.infolist()}
    assert days == {mall.newest.datum}


def test_a_template_without_a_version_stops_the_build(
    build_with: Callable[[str, str], subprocess.CompletedProcess[str]],
) -> None:
    wrong = '[[mall]]\nid = "ny"\ntitel = "Ny"\nom = "Ny."\nfil = "ny.odt"\nsteg = [1]\nversioner = [{ nummer = "1.0" }]'
    built = build_with("mallar/mallar.toml", wrong)
    said = built.stdout + built.stderr
    assert built.returncode != 0
    for fault in ("(Ny): versioner 1: andring is missing", "(Ny): versioner 1: datum is missing"):
        assert fault in said


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_opens_every_template_and_shows_its_headings(site: Path, tmp_path: Path) -> None:
    sheets = [site / f"mallar/{name}.xlsx" for name, *_ in templates()]
    folder = converted([*(file(mall, site) for mall in mallar()), *sheets], tmp_path, "pdf")
    for mall in mallar():
        told = squeezed(folder / f"{mall.id}.pdf")
        headings = [part.text for part in parts(page(mall, site), mall.id) if isinstance(part, Heading)]
        assert [text for text in headings if "".join(text.split()) not in told] == []
    for sheet in sheets:
        assert [tab for tab in TABS if "".join(tab.split()) not in squeezed(folder / f"{sheet.stem}.pdf")] == []


def tags(element: Any) -> Iterator[str]:
    """The kinds of all that the document is made of: headings, tables, lists."""
    found = element.get_object()
    if isinstance(found, dict):
        yield str(found.get("/S", ""))
        inside = found.get("/K", [])
        for part in inside if isinstance(inside, list) else [inside]:
            yield from tags(part)


def outline(entries: Any) -> list[str]:
    """The titles of a document's bookmarks, whatever they stand under."""
    return [title for entry in entries for title in (outline(entry) if isinstance(entry, list) else [str(entry.title)])]


def squeezed(pdf: Path) -> str:
    """All words of a document without the spaces between them: how those are kept is each program's own."""
    return "".join("".join(sheet.extract_text().split()) for sheet in PdfReader(pdf).pages)


@pytest.mark.slow
def test_the_workbook_for_self_study_is_printed_with_its_structure(playwright: Playwright, site: Path, tmp_path: Path) -> None:
    """Language, title and headings go with the page to paper as PDF: a screen reader finds its way in it."""
    printed = tmp_path / "arbetshafte.pdf"
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
    view = browser.new_page()
    view.route("**/*", lambda route: route.fulfill(path=built_file(site, route.request.url)))
    view.goto("http://127.0.0.1:8000/mallar/arbetshafte/")
    view.pdf(path=printed, tagged=True, outline=True, prefer_css_page_size=True)
    browser.close()
    about = PdfReader(printed)
    root: Any = about.trailer["/Root"]
    assert root["/Lang"] == "sv"
    assert root["/MarkInfo"]["/Marked"]
    assert str(about.metadata.title).startswith("Arbetshäfte")  # type: ignore[union-attr]
    (booklet,) = [mall for mall in mallar() if mall.id == "arbetshafte"]
    headings = [part.text for part in parts(page(booklet, site), booklet.id) if isinstance(part, Heading)]
    kinds = list(tags(root["/StructTreeRoot"]))
    assert [title for title in headings if title not in outline(about.outline)] == []
    assert kinds.count("/H3") >= len(headings)
    assert {"/Table", "/TR", "/TH"} <= set(kinds)
    assert "Gåtillinnehållet" not in squeezed(printed)
