"""Bytes on the wire, as a browser with brotli gets them."""

from collections.abc import Iterator

from bench.row import Row
from bench.visit import window
from publish import SITE


def rows() -> Iterator[Row]:
    """A reading page with all that it asks for, and the runtime."""
    with window() as (browser, address):
        page = browser.new_page()
        sizes: dict[str, int] = {}
        page.on("response", lambda r: sizes.update({r.url: _sent(r.url.removeprefix(address))}))
        page.goto(f"{address}/sa-raknar-vi/", wait_until="networkidle")
        page.wait_for_timeout(3000)
    runtime = sum(n for url, n in sizes.items() if "/runtime/" in url)
    yield Row("reading page, compressed", f"{sum(sizes.values()) / 1000:.0f} kB", "≤ 200 kB", f"{len(sizes)} requests")
    yield Row("runtime fetched by a reading page", f"{runtime} B", "0 B", "")
    every = [*(SITE / "assets/runtime").rglob("*.br")]
    asked = [p for p in every if p.parent.name.startswith("workbook-")]
    office = [p for p in every if p.parent.name.startswith("office-")]
    files = [p for p in every if p not in asked and p not in office]
    total = sum(p.stat().st_size for p in files)
    each = ", ".join(f"{p.name} {p.stat().st_size / 1000:.0f} kB" for p in files)
    yield Row("runtime, compressed", f"{total / 1e6:.2f} MB", "≤ 3.5 MB", each)
    writers = sum(p.stat().st_size for p in office)
    yield Row("Word and slides, compressed", f"{writers / 1e6:.2f} MB", "–", "fetched when somebody saves one")
    books = sum(p.stat().st_size for p in asked)
    yield Row("spreadsheets, compressed", f"{books / 1e6:.2f} MB", "–", "fetched when somebody saves or opens one")


def _sent(address: str) -> int:
    file = SITE / (address.partition("?")[0].lstrip("/") + ("index.html" if address.endswith("/") else ""))
    packed = file.with_name(f"{file.name}.br")
    found = packed if packed.is_file() else file
    return found.stat().st_size if found.is_file() else 0
