"""The live page: from navigation to the first recomputed result, and from a keystroke to the painted result.

The stock variant is the same site with the npm package's own Pyodide files and the engine as a wheel of sources.
"""

import contextlib
import json
import re
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from bench.chains import generated
from bench.documents import nyttokalkyl
from bench.row import Row
from bench.visit import fresh_profile, served, window
from calculators import link
from calculators.chain.document import write
from calculators.registry import calculator
from calculators.saved import State, text_of
from calculators.schema import Calculator
from calculators.wire import from_json, to_flat
from publish import SITE
from publish.compression import compress
from publish.headers import write_headers
from publish.runtime import CORE, PYODIDE
from publish.wheel import build_wheel

PAGE = "/kalkylatorer/timkostnad/"
KEYSTROKES, FILES, EDITS = 80, 9, 40
BOX_TEXT = "[id^='nyttokalkyl--lada.'][id$='.text']"


def rows(runs: int) -> Iterator[Row]:
    """Starts, ours and stock by turns, then keystrokes and files."""
    yield from starts(runs)
    yield from keystrokes()
    yield from opening()
    yield from chain_edits()


def starts(runs: int) -> Iterator[Row]:
    """Cold is a browser that has never been here; warm is the next visit of the same browser."""
    with tempfile.TemporaryDirectory() as folder:
        times: dict[str, list[float]] = {}
        with served() as ours, served(stock_site(Path(folder) / "site")) as stock:
            for _ in range(runs):
                for name, address in (("ours", ours), ("stock", stock)):
                    with fresh_profile() as context:
                        times.setdefault(f"{name} cold", []).append(first_result(context, address))
                        context.pages[-1].wait_for_timeout(1000)
                        times.setdefault(f"{name} warm", []).append(first_result(context, address))
    for kind, bar in (("cold", 0.45), ("warm", 0.35)):
        mine, theirs = (statistics.median(times[f"{who} {kind}"]) for who in ("ours", "stock"))
        spread = ", ".join(f"{who} {min(t):.0f}–{max(t):.0f} ms" for who, t in times.items() if who.endswith(kind))
        yield Row(
            f"first recomputed result, {kind}: ours / stock",
            f"{mine / theirs:.2f}",
            f"≤ {bar}",
            f"{mine:.0f} / {theirs:.0f} ms, n={runs}; {spread}",
        )


def first_result(context: BrowserContext, address: str) -> float:
    """Milliseconds from navigation until a changed wage has a new answer."""
    page = context.new_page()
    page.goto(address + PAGE, wait_until="commit")
    page.fill("#timkostnad--manadslon", "50800")
    expect(page.locator("output[name=timkostnad_avrundad]")).to_have_text(re.compile("551"), timeout=60_000)
    taken: float = page.evaluate("performance.getEntriesByName('nytto:answered')[0].startTime")
    page.evaluate("indexedDB.deleteDatabase('nyttokalkyl')")
    return taken


def stock_site(site: Path) -> Path:
    """A copy of the site with Pyodide as npm gives it and the engine uncompiled and untrimmed."""
    shutil.copytree(SITE, site, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    (core,) = (site / "assets/runtime").glob("pyodide-*")
    (engine,) = (site / "assets/runtime").glob("engine-*")
    for name in (*CORE, "python_stdlib.zip"):
        shutil.copyfile(PYODIDE / name, core / name)
    (old,) = engine.glob("*.whl")
    wheel = build_wheel()
    old.unlink()
    shutil.copyfile(wheel, engine / wheel.name)
    (script,) = (site / "assets/javascripts").glob("runtime.*.js")
    text = re.sub(r'"sha256": "[0-9a-f]+"', f'"sha256": "{_sha256(wheel)}"', script.read_text(encoding="utf-8"))
    script.write_text(text.replace(old.name, wheel.name), encoding="utf-8")
    write_headers(site)
    compress(site)
    return site


def _sha256(file: Path) -> str:
    import hashlib

    return hashlib.sha256(file.read_bytes()).hexdigest()


def keystrokes() -> Iterator[Row]:
    """From the input event until the frame after the one in which the new result was drawn."""
    for size, bar, slow in ((40, 20, 40), (150, 33, None)):
        with opened(size) as page:
            taken = json.loads(page.evaluate(PAINTED + TYPING, KEYSTROKES + 5))
        how = f"n={len(taken)}, {min(taken):.1f}–{max(taken):.1f} ms; input event → drawn → painted frame"
        what = f"keystroke to painted result, {size} rows"
        yield Row(f"{what}: median", f"{statistics.median(taken):.1f} ms", f"≤ {bar} ms", how)
        if slow:
            page95 = sorted(taken)[int(len(taken) * 0.95)]
            yield Row(f"{what}: p95", f"{page95:.1f} ms", f"≤ {slow} ms", "same run")


def opening() -> Iterator[Row]:
    """From the moment that a file is chosen until its form and result are painted; the engine runs."""
    size = 150
    calc = calculator("nyttokalkyl")
    with opened(2) as page:
        taken = json.loads(page.evaluate(PAINTED + OPENING, [saved_text(calc, size), FILES]))
    how = f"n={len(taken)}, {min(taken):.1f}–{max(taken):.1f} ms; file chosen → drawn → painted frame"
    yield Row(f"opening a {size}-row file", f"{statistics.median(taken):.0f} ms", "≤ 300 ms", how)


def chain_edits() -> Iterator[Row]:
    """A letter more in a box: from the input event until the chain that it changed is painted."""
    for size, bar in ((25, 60), (60, 150)):
        with window() as (browser, address):
            page = drawn(browser.new_page(), address, size)
            page.locator(".nk-kedja--ritas .nk-lada").nth(size // 2).click()
            expect(page.locator(BOX_TEXT)).to_have_count(1)
            taken = json.loads(page.evaluate(PAINTED + DRAWING, [BOX_TEXT, EDITS + 5]))
        how = f"n={len(taken)}, {min(taken):.1f}–{max(taken):.1f} ms; input event → drawn → painted frame"
        yield Row(
            f"edit to painted picture, {size} boxes: median", f"{statistics.median(taken):.1f} ms", f"≤ {bar} ms", how
        )


def drawn(page: Page, address: str, size: int) -> Page:
    """The page where a chain is drawn, with a made-up one of so many boxes."""
    page.goto(f"{address}/effektkedja/rita/")
    page.locator("nytto-kalkyl input").first.focus()
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=60_000)
    content = write(generated(1, size)).encode()
    page.locator("#nyttokalkyl--oppna").set_input_files(
        {"name": "kedja.json", "mimeType": "application/json", "buffer": content}
    )
    expect(page.locator(".nk-kedja--ritas .nk-lada")).to_have_count(size)
    return page


def saved_text(calc: Calculator, size: int) -> str:
    """A file as "Spara fil" writes it."""
    flat = to_flat(from_json(calc, nyttokalkyl(size)))
    return text_of(calc, State(flat))


@contextlib.contextmanager
def opened(size: int) -> Iterator[Page]:
    """The page with a calculation of so many rows."""
    document = {"calculator": "nyttokalkyl", "flat": to_flat(from_json(calculator("nyttokalkyl"), nyttokalkyl(size)))}
    with window() as (browser, address):
        page = browser.new_page()
        page.goto(f"{address}/kalkylatorer/nyttokalkyl/#{link.encode(document)}")
        last = page.locator(f"[id='nyttokalkyl--nyttor.{size // 2 - 1}.namn']")
        expect(last).to_have_value(f"Nytta {size // 2}", timeout=60_000)
        yield page


PAINTED = """async (given) => {
  const element = document.querySelector('nytto-kalkyl')
  const painted = () => new Promise((done) => {
    const shown = () => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => done(performance.now())
      requestAnimationFrame(() => channel.port2.postMessage(null))
    }
    element.addEventListener('nytto:shown', shown, { once: true })
  })
  const rest = () => new Promise((rested) => setTimeout(rested, 700))
  const taken = []
"""
TYPING = """
  const field = document.getElementById('nyttokalkyl--nyttor.3.faktorer.0.troligt')
  field.closest('details').open = true
  field.focus()
  for (let n = 0; n < given; n++) {
    await rest()
    const seen = painted()
    field.value = String(1000 + n * 7)
    const start = performance.now()
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    taken.push((await seen) - start)
  }
  return JSON.stringify(taken.slice(5))
}"""
DRAWING = """
  const [where, times] = given
  const field = document.querySelector(where)
  field.focus()
  for (let n = 0; n < times; n++) {
    await rest()
    const seen = painted()
    field.value = `${field.value.slice(0, 30)}${n % 10}`
    const start = performance.now()
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    taken.push((await seen) - start)
  }
  return JSON.stringify(taken.slice(5))
}"""
OPENING = """
  const [text, times] = given
  for (let n = 0; n < times; n++) {
    await rest()
    const field = element.querySelector('input[type=file]')
    const chosen = new DataTransfer()
    chosen.items.add(new File([text], `kalkyl-${n}.json`, { type: 'application/json' }))
    const seen = painted()
    const start = performance.now()
    field.files = chosen.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
    taken.push((await seen) - start)
  }
  return JSON.stringify(taken)
}"""
