"""Every file that is no spreadsheet, opened in the page: a sentence, soon, in little room, and the page goes on as before."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.workbook.test_broken_files import REFUSED

Open = Callable[..., Page]
KALKYL = "/kalkylatorer/nyttokalkyl/"
SOON = 3.0  # seconds from the choice to the sentence
ROOM = 200_000_000  # bytes that the engine's memory may grow by
KINDS = {"an old .xls": "xls", "OpenDocument": "ods", "Numbers": "numbers", "a PDF": "pdf", "a text": "csv"}


def test_no_broken_file_stops_the_page(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader(KALKYL, accept_downloads=True)
    page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
    page.get_by_label("Förändringens namn").fill("Står kvar")
    took: dict[str, float] = {}
    grown: dict[str, int] = {}
    for n, (name, made) in enumerate({"the first one fetches the reader": REFUSED["empty"], **REFUSED}.items()):
        file = tmp_path / f"fil{n}.{KINDS.get(name, 'xlsx')}"
        file.write_bytes(made())
        before, began = memory(page), time.perf_counter()
        page.locator("input[type=file]").first.set_input_files(file)
        expect(page.locator(".nk-notice")).to_contain_text(f"{file.name} gick inte att öppna", timeout=60_000)
        took[name], grown[name] = time.perf_counter() - began, most_memory(page) - before
        expect(page.get_by_label("Förändringens namn")).to_have_value("Står kvar")
    assert not {name: seconds for name, seconds in list(took.items())[1:] if seconds > SOON}
    assert not {name: room for name, room in grown.items() if room > ROOM}
    with page.expect_download(timeout=60_000):
        page.get_by_role("button", name="Spara som Excel").click()


def memory(page: Page) -> int:
    """What the renderer of the page has in memory now, in bytes. The most that it has had is counted from now on."""
    for folder in renderers(page):
        (folder / "clear_refs").write_text("5")
    return told(page, "VmRSS")


def most_memory(page: Page) -> int:
    return told(page, "VmHWM")


def told(page: Page, what: str) -> int:
    status = "".join((folder / "status").read_text(encoding="utf-8") for folder in renderers(page))
    return 1024 * max(int(kilobytes) for kilobytes in re.findall(rf"{what}:\s+(\d+) kB", status))


def renderers(page: Page) -> list[Path]:
    """Where Linux tells of the processes that show pages in this browser."""
    browser = page.context.browser
    assert browser
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [Path(f"/proc/{p['id']}") for p in processes if p["type"] == "renderer"]
