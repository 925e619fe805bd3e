"""The report from the reader's side: one printed page, a Word file and slides that open elsewhere, pictures and tables saved."""

import dataclasses as dc
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pptx
import pytest
from playwright.sync_api import Page, expect
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from calculators.registry import calculator
from calculators.session import Session, State, start_state
from calculators.views import rapport
from calculators.views.view import View, seen
from calculators.wire import encode, from_json, to_flat

Open = Callable[..., Page]
KALKYL = "/kalkylatorer/nyttokalkyl/"
DAY = "2026-11-24"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"


def view_of(document: dict[str, Any] | None = None, beside: dict[str, Any] | None = None) -> View:
    """A nyttokalkyl as the page knows it: the example, or a document of its own with what lies beside it."""
    calc = calculator("nyttokalkyl")
    if document is None:
        return seen(Session(calc, start_state(calc)))
    return seen(Session(calc, State(to_flat(from_json(calc, document)), "", beside or {})))


def shown(open: Open, html: str = "", **about: object) -> Page:
    """The nyttokalkyl's page with a piece of HTML last in it, as a slot would hold it."""
    page = open(KALKYL, accept_downloads=True, **about)
    page.evaluate("html => document.querySelector('nytto-kalkyl').insertAdjacentHTML('beforeend', html)", html)
    page.wait_for_function("!!customElements.get('nytto-kalkyl')")
    return page


def saved(page: Page, kind: str, view: View, to: Path) -> Path:
    """What the browser writes when the engine has described a document."""
    with page.expect_download(timeout=60_000) as download:
        page.evaluate(
            "office => document.querySelector('nytto-kalkyl').show({slots: {}, focus: null, say: null, office}, [])",
            json.loads(encode(rapport.office(view, kind, DAY))),
        )
    file = to / download.value.suggested_filename
    download.value.save_as(file)
    expect(page.locator("[data-live]")).to_have_text(f"Sparat: {file.name}.")
    return file


def pressed(page: Page, name: str, to: Path) -> Path:
    """What a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).last.click()
    file = to / download.value.suggested_filename
    download.value.save_as(file)
    return file


def crowded() -> dict[str, Any]:
    """A calculation with far more of everything than a page holds."""
    words = (
        "Verksamheten ska kunna erbjuda samma sak till fler utan att det blir svårare att följa upp vad som hände. " * 8
    )
    parties = [f"Samverkansnämnden för hälsa, skola och omsorg nummer {n} i regionen" for n in range(12)]
    rows = [
        {"namn": f"{n} {words[:150]}", "perspektiv": parties[n % 12], "kategori": ("finansiell", "omfordelning")[n % 2],
         "termer": [{"faktorer": [{"namn": f"{words[:100]} {n}", "troligt": 90_000_000, "lagst": 80_000_000, "hogst": 120_000_000,
                                   "enhet": "kr", "kalla": f"Källa {n}: {words[:200]}"}]}],
         "timkostnad": 512, "blir_pengar_nar": words, "blir_pengar_beslut": words}
        for n in range(36)
    ]  # fmt: skip
    others = [
        {"id": f"E{n}", "namn": f"{n} {words}", "kategori": "kvalitet", "perspektiv": parties[n % 12]}
        for n in range(30)
    ]
    return {
        "namn": words, "syfte": words, "alternativ_a": words, "alternativ_b": words, "geografi": words, "startar": 2027,
        "horisont": 25, "perspektiv": parties, "nyttor": rows, "kostnader": rows[:30], "ej_varderade": others,
    }  # fmt: skip


def obstructed() -> dict[str, Any]:
    """A chain with far more obstacles and risks, and longer ones, than a page holds."""
    words = "Den som inte har e-legitimation kan inte använda tjänsten och måste få hjälp av någon annan " * 3
    lador = [
        {"id": f"{typ[0]}{n}", "typ": typ, "text": f"{n} {words}".strip(), "atgard": f"Vi ringer. {words}".strip()}
        for n, typ in enumerate(("hinder", "risk") * 15, 1)
    ]
    return {"effektkedja": {"format": "effektkedja", "version": 2, "lador": lador, "pilar": []}}


def sides(kalkyl: dict[str, Any]) -> dict[str, Any]:
    """Only what the document declares: texts that describe it may be declared by then, or not."""
    declared = {f.name for f in dc.fields(calculator("nyttokalkyl").inputs)}
    return {name: value for name, value in kalkyl.items() if name in declared}


def printed(page: Page, to: Path) -> PdfReader:
    page.pdf(path=str(to), prefer_css_page_size=True)
    return PdfReader(to)


@pytest.mark.parametrize("kalkyl", [None, crowded()], ids=["the example", "far too much of everything"])
def test_the_decision_basis_is_one_page_of_a4(new_reader: Open, tmp_path: Path, kalkyl: dict[str, Any] | None) -> None:
    view = view_of(kalkyl and sides(kalkyl), obstructed())
    page = shown(new_reader, rapport.report_html(view, "brief", DAY))
    pdf = printed(page, tmp_path / "underlag.pdf")
    assert len(pdf.pages) == 1
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
    words = re.sub(r"\s+", " ", pdf.pages[0].extract_text())
    for said in (
        "Beslutsunderlag",
        "Alternativ A",
        "Nettonytta",
        "Budgeten",
        "Tiden",
        "inte har något pris",
        "osäkert",
        "Hinder och risker",
        "Källor",
        DAY,
    ):
        assert said in words, said
    for others in ("Så räknas det", "Lägg till", "Kopiera", "Ångra"):
        assert others not in words, others


def test_the_report_prints_with_every_row(new_reader: Open, tmp_path: Path) -> None:
    pdf = printed(shown(new_reader, rapport.report_html(view_of(), "long", DAY)), tmp_path / "rapport.pdf")
    words = " ".join(page.extract_text() for page in pdf.pages)
    assert 4 < len(pdf.pages) < 14
    for said in (
        "N1 Kortare tid per bokning",
        "K4 Förvaltning",
        "Lägst, troligt och högst",
        "Påhittad siffra i exemplet",
    ):
        assert said in words


def test_the_writers_are_fetched_only_when_a_file_is_asked_for(new_reader: Open, tmp_path: Path) -> None:
    page = shown(new_reader)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("nytto-kalkyl input").first.focus()
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=30_000)
    assert not [url for url in asked if "/office-" in url]
    saved(page, "brief", view_of(), tmp_path)
    assert [url.rpartition("/")[2] for url in asked if "/office-" in url] == ["docx.js"]
    saved(page, "slides", view_of(), tmp_path)
    assert [url.rpartition("/")[2] for url in asked if "/office-" in url] == ["docx.js", "pptx.js"]


def test_the_word_file_opens_with_headings_header_rows_pictures_and_language(new_reader: Open, tmp_path: Path) -> None:
    page = shown(new_reader)
    for kind, headings in (("brief", 8), ("long", 13)):
        file = saved(page, kind, view_of(), tmp_path)
        found = docx.Document(str(file))
        assert found.core_properties.title in {
            "Beslutsunderlag: Digital bokning av besök",
            "Nyttokalkyl: Digital bokning av besök",
        }
        assert found.paragraphs[0].style.name == "Title"
        assert [p.style.name for p in found.paragraphs].count("Heading 1") == headings
        assert {e.get(f"{W}val") for e in found.styles.element.iter(f"{W}lang")} == {"sv-SE"}
        for table in found.tables:
            header = table.rows[0]._tr.trPr
            assert header is not None
            assert header.find(f"{W}tblHeader") is not None
        pictures = [e for e in found.element.iter() if e.tag.endswith("}docPr")]
        assert pictures
        assert all("Ackumulerad nettonytta" in e.get("descr") or "Nyttor:" in e.get("descr") for e in pictures)
        with zipfile.ZipFile(file) as parts:
            names = [n for n in parts.namelist() if n.startswith("word/media/")]
            assert {n.rpartition(".")[2] for n in names} == {"svg", "png"}
            for name in (n for n in names if n.endswith(".svg")):
                ElementTree.fromstring(parts.read(name))
    words = "\n".join(p.text for p in found.paragraphs)
    assert "Kortare tid per bokning" in words
    assert any("672\u00a0000\u00a0kr" in p.text for p in found.paragraphs)


def test_the_slides_open_with_native_charts_and_tables_titles_and_language(new_reader: Open, tmp_path: Path) -> None:
    view = view_of()
    file = saved(shown(new_reader), "slides", view, tmp_path)
    found = pptx.Presentation(str(file))
    titles = [slide.shapes.title.text for slide in found.slides]
    assert titles[0] == "Digital bokning av besök"
    assert {
        "I korthet",
        "Hinder och risker",
        "Kostnader och nyttor per år",
        "Vem får nyttan och vem bär kostnaden?",
        "Tiden",
        "Källor",
    } <= set(titles)
    charts = {shape.name: shape for slide in found.slides for shape in slide.shapes if shape.has_chart}
    plots = charts["Kostnader och nyttor per år"].chart.plots
    assert [s.name for plot in plots for s in plot.series] == [
        "Finansiell nytta",
        "Omfördelningsnytta",
        "Kostnad",
        "Ackumulerad nettonytta",
    ]
    line = next(iter(plots[-1].series))
    assert list(line.values) == pytest.approx(view.outputs.troligt.ackumulerad_nettonytta)
    assert list(plots[0].categories) == ["2027", "2028", "2029", "2030", "2031", "2032"]
    tables = [shape for slide in found.slides for shape in slide.shapes if shape.has_table]
    assert all(shape.table.first_row for shape in tables)
    assert any(cell.text == "Ekhamns kommun" for shape in tables for cell in shape.table.iter_cells())
    for slide in found.slides:
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(ids) == len(set(ids))
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
                assert shape._element.xpath(".//p:cNvPr/@descr")[0], shape.name
    with zipfile.ZipFile(file) as parts:
        xml = "".join(parts.read(n).decode() for n in parts.namelist() if n.startswith("ppt/") and n.endswith(".xml"))
        assert set(re.findall(r'[ <]lang="([^"]+)"', xml)) == {"sv-SE"}
        assert [n for n in parts.namelist() if n.startswith("ppt/embeddings/") and n.endswith(".xlsx")]


@pytest.fixture
def report(new_reader: Open) -> Page:
    """The decision basis open on a dark page."""
    html = rapport.report_html(view_of(), "brief", DAY)
    return shown(new_reader, html, color_scheme="dark", permissions=["clipboard-read", "clipboard-write"])


def test_a_chart_is_saved_as_svg_that_stands_alone_in_light_colours(report: Page, tmp_path: Path) -> None:
    file = pressed(report, "Spara Kostnader och nyttor per år som SVG", tmp_path)
    assert file.name == "kostnader-och-nyttor-per-ar.svg"
    text = file.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.find(f"{SVG}title") is not None
    assert "Ackumulerad nettonytta är" in (root.findtext(f"{SVG}desc") or "")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "sv"
    assert (root.get("width"), root.get("height")) == ("720", "360")
    assert "var(" not in text
    assert "class=" not in text
    assert " style=" not in text
    fills = {e.get("fill") for e in root.iter()}
    assert {"rgb(13, 110, 128)", "#ffffff"} <= fills
    hatch = next(e.get("fill") for e in root.iter(f"{SVG}rect") if "url(" in (e.get("fill") or ""))
    assert hatch[5:-1] in {e.get("id") for e in root.iter(f"{SVG}pattern")}


def test_a_chart_is_saved_as_png_at_twice_its_size(report: Page, tmp_path: Path) -> None:
    content = pressed(report, "Spara Kostnader och nyttor per år som PNG", tmp_path).read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (1440, 720)


def test_a_table_is_saved_as_csv_with_exact_figures_and_swedish_letters(report: Page, tmp_path: Path) -> None:
    file = pressed(report, "Spara Diskonterade belopp per perspektiv som CSV", tmp_path)
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = [line.split(";") for line in content.decode("utf-8-sig").split("\r\n")]
    assert rows[0] == ["Perspektiv", "Får nytta (kr)", "Bär kostnad (kr)", "Netto (kr)", "Varav finansiellt (kr)"]
    own = view_of().outputs.troligt.per_perspektiv["Ekhamns kommun"]
    assert rows[1][0] == "Ekhamns kommun"
    assert [float(x.replace(",", ".")) for x in rows[1][1:4]] == [own["nytta"], own["kostnad"], own["netto"]]
    assert rows[2][0] == "Invånarna"


def test_a_table_is_saved_as_a_picture_too(report: Page, tmp_path: Path) -> None:
    root = ElementTree.fromstring(
        pressed(report, "Spara Diskonterade belopp per perspektiv som SVG", tmp_path).read_bytes()
    )
    words = [e.text for e in root.iter(f"{SVG}text")]
    assert "Invånarna" in words
    assert "615\u00a0661\u00a0kr" in words
    assert pressed(report, "Spara Diskonterade belopp per perspektiv som PNG", tmp_path).read_bytes()[1:4] == b"PNG"


def test_a_name_that_a_spreadsheet_would_run_is_text(new_reader: Open, tmp_path: Path) -> None:
    kalkyl = {
        "perspektiv": ['=HYPERLINK("x";1)'],
        "nyttor": [{"perspektiv": '=HYPERLINK("x";1)', "kategori": "finansiell", "arligt_varde": 5}],
    }
    page = shown(new_reader, rapport.report_html(view_of(kalkyl), "brief", DAY))
    text = pressed(page, "Spara Diskonterade belopp per perspektiv som CSV", tmp_path).read_text(encoding="utf-8-sig")
    assert '\n"\'=HYPERLINK(""x"";1)";' in text


def test_copying_by_keyboard_puts_the_table_on_the_clipboard_and_says_so(report: Page) -> None:
    report.get_by_role("button", name="Kopiera Diskonterade belopp per perspektiv").last.focus()
    report.keyboard.press("Enter")
    expect(report.locator("[data-live]")).to_have_text("Kopierat: Diskonterade belopp per perspektiv.")
    kinds = report.evaluate("navigator.clipboard.read().then(([item]) => item.types)")
    assert {"text/html", "text/plain"} <= set(kinds)
    plain = report.evaluate("navigator.clipboard.readText()")
    assert plain.splitlines()[2].split("\t")[0] == "Invånarna"
    report.get_by_role("button", name="Kopiera Kostnader och nyttor per år").last.press("Enter")
    expect(report.locator("[data-live]")).to_have_text("Kopierat: Kostnader och nyttor per år.")
    assert report.evaluate("navigator.clipboard.read().then(([item]) => item.types)") == ["image/png"]


def test_where_the_clipboard_says_no_a_file_is_saved_and_she_is_told(report: Page, tmp_path: Path) -> None:
    report.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')) }")
    file = pressed(report, "Kopiera Kostnader och nyttor per år", tmp_path)
    assert file.name == "kostnader-och-nyttor-per-ar.png"
    expect(report.locator("[data-live]")).to_contain_text("sparades som fil")


def test_a_ready_sentence_is_copied_as_text(new_reader: Open) -> None:
    page = shown(new_reader, rapport.pengar_html(view_of()), permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera Vad händer med budgeten? Till politiker").last.click()
    expect(page.locator("[data-live]")).to_contain_text("Kopierat")
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        "Budgeten belastas med sammanlagt 945\u00a0000\u00a0kr"
    )
