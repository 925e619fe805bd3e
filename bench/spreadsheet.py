"""The nyttokalkyl of 40 rows as a spreadsheet in the page: the first time, with what has to be fetched, and then."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from bench.documents import nyttokalkyl
from bench.row import Row
from bench.visit import fresh_profile, served
from calculators import link
from calculators.registry import calculator
from calculators.wire import from_json, to_flat

PAGE = "/kalkylatorer/nyttokalkyl/"
ROWS, TIMES = 40, 6
BARS = {"export": ("1500 ms", "400 ms"), "import": ("2000 ms", "700 ms")}
STARTED = "() => performance.now()"
# From the press until the file is handed over, or until what was read stands in the page.
SHOWN = "() => document.querySelector('nytto-kalkyl').addEventListener('nytto:shown', () => { window.shownAt = performance.now() })"


def rows() -> Iterator[Row]:
    """Export and import, first and after."""
    with served() as address, tempfile.TemporaryDirectory() as folder, fresh_profile() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda r: asked.append(r.url) if "/workbook-" in r.url else None)
        page.goto(f"{address}{PAGE}#{document()}")
        page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
        page.wait_for_timeout(2000)
        early = len(asked)
        page.evaluate(SHOWN)
        file = Path(folder) / "kalkyl.xlsx"
        yield from _told("export", [_export(page, file) for _ in range(TIMES)])
        yield Row("spreadsheet: requests before it is asked for", str(early), "0", "")
    with served() as address, fresh_profile() as context:
        yield from _told("import", [*_imports(context.new_page(), address)])


def document() -> str:
    """The calculation as a link."""
    calc = calculator("nyttokalkyl")
    flat = to_flat(from_json(calc, nyttokalkyl(ROWS)))
    return link.encode({"version": 1, "calculator": calc.id, "flat": flat})


def _export(page: Page, file: Path) -> float:
    began: float = page.evaluate(STARTED)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Spara som Excel").click()
    download.value.save_as(file)
    return float(page.evaluate("() => window.shownAt")) - began


def _imports(page: Page, address: str) -> Iterator[float]:
    from calculators.saved import state_of
    from calculators.workbook.bok import workbook

    calc = calculator("nyttokalkyl")
    state = state_of(calc, {"calculator": calc.id, "texter": to_flat(from_json(calc, nyttokalkyl(ROWS)))})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kalkyl.xlsx"
        file.write_bytes(workbook(state))
        page.goto(f"{address}{PAGE}")
        page.locator("nytto-kalkyl[data-state=ready]").wait_for(timeout=60_000)
        page.evaluate(SHOWN)
        for _ in range(TIMES):
            began: float = page.evaluate(STARTED)
            page.locator("input[type=file]").set_input_files(file)
            page.get_by_text("Kalkylbladet är inläst").wait_for(timeout=60_000)
            yield float(page.evaluate("() => window.shownAt")) - began
            page.get_by_role("button", name="Ny kalkyl", exact=True).click()
            page.get_by_text("Kalkylbladet är inläst").wait_for(state="detached")


def _told(what: str, times: list[float]) -> Iterator[Row]:
    first, after = BARS[what]
    how = f"{ROWS} rows, from the press to the page"
    yield Row(f"spreadsheet {what}, first", f"{times[0]:.0f} ms", f"≤ {first}", f"{how}; fetched and unpacked")
    spread = f"{min(times[1:]):.0f}–{max(times[1:]):.0f} ms"
    yield Row(f"spreadsheet {what}, after", f"{statistics.median(times[1:]):.0f} ms", f"≤ {after}", f"{how}, n={len(times) - 1}; {spread}")
