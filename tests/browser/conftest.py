"""The built site, served as in production, in a real Chromium. Each test gets a reader who has never been here."""

import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from publish import SITE
from publish.chromium import chromium
from publish.server import server

expect.set_options(timeout=15_000)  # what is promised is that it comes; how soon is for the bench
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group("browser"))  # one server at the site's own address


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    assert (SITE / "index.html").is_file(), "build the site first: make site"
    with _server() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def _server() -> ThreadingHTTPServer:
    """At the address that the pages are built for, where it is free: elsewhere the theme loads each page in full."""
    try:
        return server(8000)
    except OSError:
        return server(0)


@pytest.fixture(scope="session")
def window(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def new_reader(window: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page as somebody who has nothing saved. Fails if a request leaves the site or the console complains."""
    contexts: list[BrowserContext] = []
    heard: list[str] = []

    def opened(path: str, **about: object) -> Page:
        context = window.new_context(locale="sv-SE", base_url=address, **about)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("request", lambda r: heard.append(f"left the site: {r.url}") if not _ours(r.url, address) else None)
        page.on("console", lambda m: heard.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        assert not context.cookies()
        context.close()
    assert not [words for words in heard if "the engine stopped" not in words]


def _ours(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))
