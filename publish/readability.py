"""How easily a built page is read: its running text, the number of words, and LIX.

LIX (Björnsson, 1968) = words per sentence + 100 × long words (more than six letters) per word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

BLOCKS = {"p", "li", "dd", "dt", "blockquote", "summary"}
NOT_READ = {"table", "pre", "script", "style", "svg", "nav", "button", "h1", "h2", "h3", "h4", "h5", "h6"}
EMPTY = {"br", "img", "input", "hr", "meta", "link", "col", "wbr"}
CALCULATOR = "nk-page"
WORD = re.compile(r"[^\W_]+(?:[-’'\u00a0,.:][^\W_]+)*")
END = re.compile(r"[.!?:](?=\s|$)")
LONG = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """Words, sentences and long words of a text."""

    words: int
    sentences: int
    long: int

    @property
    def lix(self) -> float:
        return self.words / self.sentences + 100 * self.long / self.words if self.words else 0.0


class Article(HTMLParser):
    """The running text of the page's <article>, one line a block. Tables, code and calculators are not running text."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = dict(attrs).get("class") or ""
        if tag in BLOCKS:
            self.lines.append("")
        if tag == "br":
            self.lines[-1] += " "
        if tag not in EMPTY:
            self._open.append((tag, tag in NOT_READ or CALCULATOR in classes.split()))

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag in [name for name, _ in self._open]:
            if self._open.pop()[0] == tag:
                break
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        inside = [name for name, _ in self._open]
        if "article" in inside and BLOCKS & set(inside) and not any(skipped for _, skipped in self._open):
            self.lines[-1] += data


def read(html: str) -> Reading:
    """A page's running text, counted. A block is at least one sentence."""
    lines = [line for line in Article(html).lines if WORD.search(line)]
    words = [word for line in lines for word in WORD.findall(line)]
    sentences = sum(1 + len(END.findall(line.rstrip(" \n.!?:"))) for line in lines)
    return Reading(len(words), sentences, sum(len(word) > LONG for word in words))


def pages(site: Path) -> Iterator[tuple[str, Reading]]:
    """Every page of a built site by address, the page for missing addresses left out."""
    for page in sorted(site.rglob("index.html")):
        yield f"/{page.parent.relative_to(site)}/".replace("/./", "/"), read(page.read_text(encoding="utf-8"))


def table(site: Path) -> str:
    """LIX and words of every page, the hardest first, and the median."""
    found = sorted(pages(site), key=lambda pair: -pair[1].lix)
    rows = [f"{reading.lix:5.1f} {reading.words:6}  {address}" for address, reading in found]
    return "\n".join(["  LIX  words  page", *rows, f"{median(found):5.1f}         median"])


def median(found: list[tuple[str, Reading]]) -> float:
    values = sorted(reading.lix for _, reading in found)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
