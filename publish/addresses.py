"""The public addresses of a built site: its pages, and on them the headings, rows and fields that others may link to.

Once published an address stays: tests/site/adresser.txt holds those that may not disappear without a redirect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from publish import ROOT

FILE = ROOT / "tests/site/adresser.txt"
PLACES = {"h1", "h2", "h3", "h4", "tr"}
FIELDS = {"input", "select", "textarea"}
FIELD = re.compile(r"[a-z_]+--[a-z_]+")  # a field of its own; what stands in rows has numbers in its id
MOVABLE = re.compile(r"--|\.|^bokstav-")  # parts of a calculator, and a letter's place in the alphabet


class Places(HTMLParser):
    """The ids in a page's <article> that others may link to, and whether the page only leads to another."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.moved = False
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        id = about.get("id") or ""
        self._inside = self._inside or tag == "article"
        self.moved = self.moved or about.get("http-equiv") == "refresh"
        lasts = FIELD.fullmatch(id) if tag in FIELDS else tag in PLACES and not MOVABLE.search(id)
        if self._inside and id and lasts:
            self.ids.append(id)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "article"


def addresses(site: Path) -> Iterator[str]:
    """As "/film/" and "/film/#film-hsa". A page that has moved is there whatever stands after its #."""
    for page in sorted(site.rglob("index.html")):
        address = f"/{page.parent.relative_to(site)}/".replace("/./", "/")
        yield address
        yield from (f"{address}#{id}" for id in Places(page.read_text(encoding="utf-8")).ids)


def kept() -> list[str]:
    """The addresses that may not disappear."""
    return FILE.read_text(encoding="utf-8").split()


def lost(site: Path) -> list[str]:
    """Those that have disappeared without a redirect."""
    found = set(addresses(site))
    return [address for address in kept() if address not in found and not _moved(site, address)]


def _moved(site: Path, address: str) -> bool:
    page = site / address.partition("#")[0][1:] / "index.html"
    return page.is_file() and Places(page.read_text(encoding="utf-8")).moved


def keep(site: Path) -> int:
    """Add the addresses of `site` to the list; how many were new."""
    before = set(kept()) if FILE.is_file() else set()
    after = before | set(addresses(site))
    FILE.write_text("\n".join(sorted(after)) + "\n", encoding="utf-8")
    return len(after) - len(before)
