"""Follow-up from the reader's side: plan, calendar, decision, two years of outcome, report, the file there and back, the register."""

import csv
import io
import json
import time
from collections.abc import Callable
from pathlib import Path

from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from bench.documents import nyttokalkyl
from tests.browser.hands import Hands

Open = Callable[..., Page]
START = 40_000  # ms that the engine may take to start on a busy machine
KALKYL, REGISTER = "/kalkylatorer/nyttokalkyl/", "/uppfoljning/register/"
OUTCOME = (
    "Rad\tFaktor\tÅr\tUtfall\tKälla\nN1\tBokningar per år\t2027\t9 000\tSystemet\n"
    "N1\tMinuter per bokning\t2028\t7\tStickprov\nN9\tx\t2027\t1\t"
)
TWO_YEARS = "\n".join(OUTCOME.splitlines()[:-1])


def saved(page: Page, button: str, to: Path) -> Path:
    """What a button saves."""
    with page.expect_download() as download:
        page.locator("#uppfoljning, nytto-kalkyl").get_by_role("button", name=button).first.click()
    file = to / download.value.suggested_filename
    download.value.save_as(file)
    return file


def followed(open_page: Open) -> Page:
    """The example with its follow-up open."""
    page = open_page(KALKYL, accept_downloads=True)
    page.get_by_role("button", name="Planera och följ upp").click()
    expect(page.get_by_role("heading", name="Beslutet")).to_be_visible(timeout=START)
    return page


def planned(page: Page) -> None:
    """A row of the plan for the first benefit that is proposed."""
    page.get_by_role("button", name="Lägg till i planen").first.click()
    page.locator("[id='nyttokalkyl--matningar.0.ansvarig']").fill("Chefen för kundtjänst")
    page.locator("[id='nyttokalkyl--matningar.0.forsta']").fill("2027-03-31")
    page.locator("[id='nyttokalkyl--matningar.0.hur_ofta']").select_option("halvar")
    page.locator("[id='nyttokalkyl--matningar.0.mal_nar']").fill("2028-12-31")
    expect(page.get_by_role("rowheader", name="Chefen för kundtjänst")).to_be_visible()


def frozen(page: Page) -> None:
    page.get_by_label("Vem beslutar?").fill("Socialnämnden")
    page.get_by_role("button", name="Frys beslutet").click()
    expect(page.get_by_text("Beslutat av Socialnämnden")).to_be_visible()


def pasted(page: Page, text: str = OUTCOME) -> None:
    page.get_by_label("Tabell att läsa in").fill(text)
    page.get_by_role("button", name="Läs in tabellen").click()


def test_a_calculation_is_planned_decided_followed_and_reported(new_reader: Open, tmp_path: Path) -> None:
    page = followed(new_reader)
    planned(page)
    events = list(Calendar.from_ical(saved(page, "Spara kalenderfil", tmp_path).read_bytes()).walk("VEVENT"))
    assert [str(e.decoded("DTSTART")) for e in events] == ["2027-03-31", "2027-09-30", "2028-03-31", "2028-09-30", "2028-12-31"]
    frozen(page)
    pasted(page)
    expect(page.get_by_text("Rad 4: Det finns ingen rad som heter N9.")).to_be_visible()
    section = page.locator("[id='nyttokalkyl--uppfoljning']")
    expect(section.get_by_text("Med utfallet för 2027 och 2028")).to_be_visible()
    expect(section.get_by_text("12\u00a0000\u00a0bokningar → 9\u00a0000\u00a0bokningar")).to_be_visible()
    told = section.get_by_text("Med utfallet för").inner_text()
    page.get_by_role("button", name="Visa uppföljningsrapport").click()
    report = page.locator(".nk-report--uppfoljning")
    expect(report.get_by_role("heading", name="Varför blev det annorlunda?")).to_be_visible()
    file = saved(page, "Spara fil", tmp_path)
    assert json.loads(file.read_text(encoding="utf-8"))["beslut"][0]["roll"] == "Socialnämnden"
    other = new_reader(KALKYL)
    other.locator("[id='nyttokalkyl--fil']").set_input_files(file)
    again = other.locator("[id='nyttokalkyl--uppfoljning']")
    expect(again.get_by_text("Beslutat av Socialnämnden")).to_be_visible(timeout=START)
    expect(again.get_by_text("Med utfallet för")).to_have_text(told)


def figures(page: Page) -> list[str]:
    """Everything that the page says of plan, outcome and forecast: the sentences and every figure of every table."""
    section = page.locator("[id='nyttokalkyl--uppfoljning']")
    expect(section.get_by_text("Med utfallet för 2027 och 2028")).to_be_visible(timeout=START)
    told = section.locator("p", has_text="Med utfallet för").all_text_contents()
    rows = section.locator("details.nk-outcome")
    return [*told, *rows.locator("summary").all_text_contents(), *rows.locator("p, td").all_text_contents()]


def test_the_whole_way_by_keyboard_to_the_report_and_the_same_figures_from_file_and_workbook(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(KALKYL, accept_downloads=True, permissions=["clipboard-read", "clipboard-write"])
    hands = Hands(page)
    hands.presses("[id='nyttokalkyl--folj-upp']")
    hands.presses("[data-do=plan_one]")
    hands.writes("matningar.0.ansvarig", "Chefen för kundtjänst")
    hands.writes("matningar.0.nollpunkt", "12")
    hands.writes("matningar.0.forsta", "2027-03-31")
    hands.picks("matningar.0.hur_ofta", "Varje halvår")
    calendar = hands.saves("[id='nyttokalkyl--kalender']", tmp_path)
    days = [event.decoded("DTSTART").isoformat() for event in Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")]
    assert days == ["2027-03-31", "2027-09-30", "2028-03-31", "2028-09-30"]
    hands.writes("bredvid.roll", "Socialnämnden")
    hands.presses("[id='nyttokalkyl--frys']")
    hands.pastes("bredvid.tabell", TWO_YEARS)
    hands.presses("[id='nyttokalkyl--las-in']")
    found = figures(page)
    assert any("12\u00a0000\u00a0bokningar → 9\u00a0000\u00a0bokningar" in words for words in found)

    hands.presses("[id='nyttokalkyl--visa-uppfoljning']")
    expect(page.get_by_role("heading", name="Varför blev det annorlunda?")).to_be_visible()
    page.pdf(path=str(tmp_path / "uppfoljning.pdf"), prefer_css_page_size=True)
    sheets = PdfReader(tmp_path / "uppfoljning.pdf").pages
    assert "Socialnämnden" in sheets[0].extract_text()
    assert len(sheets) == 1  # a report of one page

    file = hands.saves("[data-do=save_file]", tmp_path, "Shift+Tab")
    book = hands.saves("[data-do=save_workbook]", tmp_path)
    for kept in (file, book):
        other = new_reader(KALKYL)
        Hands(other).opens("[id='nyttokalkyl--fil']", kept)
        assert figures(other) == found
        expect(other.get_by_text("Beslutat av Socialnämnden")).to_be_visible()


def test_undo_takes_the_outcome_back_and_not_the_decision(new_reader: Open) -> None:
    page = followed(new_reader)
    frozen(page)
    pasted(page)
    section = page.locator("[id='nyttokalkyl--uppfoljning']")
    expect(section.get_by_text("Med utfallet för 2027")).to_be_visible()
    page.locator("[id='nyttokalkyl--undo']").click()
    expect(section.get_by_text("Inget utfall är inläst än.")).to_be_visible()
    expect(section.get_by_text("Beslutat av Socialnämnden")).to_be_visible()
    page.wait_for_timeout(1500)
    page.reload()
    expect(page.get_by_text("Beslutat av Socialnämnden")).to_be_visible(timeout=START)


def test_the_follow_up_fits_a_narrow_screen(new_reader: Open) -> None:
    page = new_reader(KALKYL, viewport={"width": 360, "height": 760})
    page.get_by_role("button", name="Planera och följ upp").click()
    expect(page.get_by_role("heading", name="Beslutet")).to_be_visible(timeout=START)
    planned(page)
    frozen(page)
    pasted(page)
    expect(page.get_by_text("Med utfallet för 2027")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def files(folder: Path, count: int, rows: int) -> list[Path]:
    paths = []
    for n in range(count):
        plan = [{"nytta": "N1", "indikator": "Minuter per ärende"}]
        kalkyl = {**nyttokalkyl(rows), "matningar": plan, "namn": f"Kalkyl {n}"}
        kalkyl |= {"organisation": f"Kommun {n % 5}", "status": ("drift", "ide")[n % 2]}
        path = folder / f"kalkyl-{n}.json"
        path.write_text(json.dumps({"version": 2, "calculator": "nyttokalkyl", "kalkyl": kalkyl}), encoding="utf-8")
        paths.append(path)
    return paths


def test_files_become_a_register_that_can_be_sorted_filtered_asked_and_saved(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(REGISTER, accept_downloads=True)
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    page.locator("#register--fil").set_input_files([*files(tmp_path, 6, 4), bad])
    expect(page.get_by_text("6 kalkyler i registret.")).to_be_visible(timeout=START)
    expect(page.get_by_text("bad.json: Filen är ingen kalkyl härifrån.")).to_be_visible()
    expect(page.get_by_role("heading", name="Räknas något flera gånger?")).to_be_visible()
    page.locator("[id='register--filter.organisation']").select_option("Kommun 0")
    expect(page.get_by_text("8 rader.")).to_be_visible()
    page.locator("[id='register--kalkyler.0']").click()
    page.locator("[id='register--kalkyler.0']").click()
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    first = page.locator("table").filter(has=page.locator("[id='register--kalkyler.0']")).locator("tbody tr").first
    expect(first).to_contain_text("Kalkyl 5")
    page.get_by_label("Hur mycket finns det?").fill("25 000")
    page.get_by_label("Det ni vill ha").select_option("timmar")
    expect(page.get_by_text("2\u00a0kalkyler att välja mellan.")).to_be_visible()  # those of Kommun 0
    page.locator("[id='register--filter.organisation']").select_option("")
    expect(page.get_by_text("Tillsammans tar de 24\u00a0018\u00a0kr och ger 1\u00a0762\u00a0h")).to_be_visible()  # 6 × (2 001 + 2 002)
    text = saved(page, "Spara som csv", tmp_path).read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text), delimiter=";"))) == 1 + 6 * 4
    book = load_workbook(saved(page, "Spara som Excel", tmp_path), read_only=True)
    assert len(list(book["Nyttor och kostnader"].rows)) == 1 + 6 * 4


def test_the_page_asks_for_the_next_files_even_when_it_saves_in_between(new_reader: Open, tmp_path: Path) -> None:
    """A busy page is slow to ask. What it does meanwhile must not make it forget."""
    page = new_reader("about:blank")
    page.add_init_script("const later = setTimeout; window.setTimeout = (f, ms, ...a) => later(f, ms === 1 ? 400 : ms, ...a)")
    page.goto(REGISTER)
    page.locator("#register--fil").set_input_files(files(tmp_path, 20, 4))
    expect(page.get_by_text("20 kalkyler i registret.")).to_be_visible(timeout=START)


def test_200_files_are_read_with_progress_and_without_any_request(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(REGISTER)
    page.locator("#register--fil").set_input_files(files(tmp_path, 1, 4))
    expect(page.get_by_text("1 kalkyl i registret.")).to_be_visible(timeout=START)
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    start = time.perf_counter()
    page.locator("#register--fil").set_input_files(files(tmp_path, 200, 10))
    expect(page.locator("#register--framsteg")).to_be_visible()
    expect(page.get_by_text("201 kalkyler i registret.")).to_be_visible(timeout=60_000)
    print(f"200 files of 10 rows: {time.perf_counter() - start:.1f} s")
    assert not asked
