"""A Chromium and a server of the built site."""

import contextlib
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from publish import SITE
from publish.chromium import chromium
from publish.server import server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextlib.contextmanager
def served(site: Path = SITE) -> Iterator[str]:
    with server(0, site) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@contextlib.contextmanager
def window() -> Iterator[tuple[Browser, str]]:
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser, address
        browser.close()


@contextlib.contextmanager
def fresh_profile() -> Iterator[BrowserContext]:
    """A browser that has never been anywhere: nothing in its caches."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(folder, executable_path=chromium(), args=FLAGS)
        yield context
        context.close()
