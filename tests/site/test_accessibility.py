"""No page breaks a rule of WCAG 2.0–2.2 A or AA that axe can check: light, dark, on a phone, and with all steps open."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Playwright

from publish.chromium import chromium
from tests.site.conftest import built_file

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]  # all that the dark colours can change
MODES: dict[str, tuple[Literal["light", "dark"], int]] = {
    "light": ("light", 1280),
    "dark": ("dark", 1280),
    "dark phone": ("dark", 360),
    "phone": ("light", 360),
}
PAGES = [
    f"{page.relative_to(ROOT / 'docs').with_suffix('')}/".removesuffix("index/")
    for page in sorted((ROOT / "docs").rglob("*.md"))
]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def window(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def view(window: Browser) -> Iterator[Page]:
    view = window.new_page(reduced_motion="reduce")
    yield view
    view.close()


@pytest.mark.parametrize("page", [*PAGES, "anvandarforum/arkiv/2023/", "404.html"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(page: str, view: Page, address: str) -> None:
    view.emulate_media(color_scheme="light")
    view.goto(f"{address}/{page}")
    view.evaluate("document.querySelectorAll('article details').forEach((part) => { part.open = true })")
    view.evaluate(AXE.read_text(encoding="utf-8"))
    for mode, (scheme, width) in MODES.items():
        view.set_viewport_size({"width": width, "height": 900})
        view.emulate_media(color_scheme=scheme)
        only = {"type": "rule", "values": COLOURS} if scheme == "dark" else {"type": "tag", "values": RULES}
        found = view.evaluate("(only) => axe.run(document, { runOnly: only })", only)
        told = [(fault["id"], [node["target"] for node in fault["nodes"]][:3]) for fault in found["violations"]]
        assert told == [], mode
        assert view.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, mode


def test_the_keyboard_starts_at_the_heading_of_the_new_page(window: Browser, site: Path) -> None:
    """After an instant page change: the theme itself leaves the focus on <body>."""
    view = window.new_page()
    built_for = "http://127.0.0.1:8000"  # instant navigation works at the site's own address only
    view.route(f"{built_for}/**", lambda route: route.fulfill(path=built_file(site, route.request.url)))
    view.goto(f"{built_for}/")
    view.get_by_role("link", name="Standardvärden").first.click()
    view.get_by_role("heading", level=1, name="Standardvärden").wait_for()
    view.wait_for_function("document.activeElement.tagName === 'H1'")
    assert view.evaluate("document.activeElement.textContent").startswith("Standardvärden")
    view.close()
