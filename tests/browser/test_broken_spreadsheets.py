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
    before = 0
    for n, (name, made) in enumerate({"the first one fetches the reader": REFUSED["empty"], **REFUSED}.items()):
        file = tmp_path / f"fil{n}.{KINDS.get(name, 'xlsx')}"
        file.write_bytes(made())
        began = time.perf_counter()
        page.locator("input[type=file]").first.set_input_files(file)
        expect(page.locator(".nk-notice")).to_contain_text(f"{file.name} gick inte att öppna", timeout=60_000)
        took[name] = time.perf_counter() - began
        before = before or most_memory(page)
        expect(page.get_by_label("Förändringens namn")).to_have_value("Står kvar")
    print(sorted(((round(t, 2), n) for n, t in took.items()), reverse=True)[:6], (most_memory(page) - before) / 1e6)
    assert not {name: seconds for name, seconds in list(took.items())[1:] if seconds > SOON}
    assert most_memory(page) - before < ROOM
    with page.expect_download(timeout=60_000):
        page.get_by_role("button", name="Spara som Excel").click()


def most_memory(page: Page) -> int:
    """The most that the renderers of this browser have had in memory, in bytes."""
    browser = page.context.browser
    assert browser
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    renderers = [int(p["id"]) for p in processes if p["type"] == "renderer"]
    status = "".join(Path(f"/proc/{pid}/status").read_text(encoding="utf-8") for pid in renderers)
    return 1024 * max(int(kilobytes) for kilobytes in re.findall(r"VmHWM:\s+(\d+) kB", status))
