"""Every page is easy to read, says something under each heading, and tells when somebody last read it through."""

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.markup import date
from macros.review import reviewed
from publish.readability import median, pages, read, table

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
named = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))


def matter(page: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(page.read_text(encoding="utf-8").split("---\n", 2)[1])
    return found


def html(page: Path, site: Path) -> str:
    path = page.relative_to(DOCS).with_suffix("")
    built = site / (path.parent if path.name == "index" else path) / "index.html"
    return built.read_text(encoding="utf-8")


@named
def test_lix_is_52_at_most_or_the_page_says_why(page: Path, site: Path) -> None:
    assert read(html(page, site)).lix <= 52 or matter(page).get("lix")


def test_half_of_the_pages_have_a_lix_of_42_at_most(site: Path) -> None:
    print(table(site))
    assert median(list(pages(site))) <= 42


@named
def test_a_page_has_something_to_say(page: Path, site: Path) -> None:
    """At least 80 words outside tables, unless the page is a list made from data or of links."""
    assert read(html(page, site)).words >= 80 or matter(page).get("lista")


class Headings(HTMLParser):
    """Headings of the article in order, each with its level and how many letters follow before the next one."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.found: list[list[Any]] = []
        self._inside = self._heading = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "article"
        if re.fullmatch("h[1-6]", tag) and self._inside:
            self._heading = True
            self.found.append([int(tag[1]), "", 0])

    def handle_endtag(self, tag: str) -> None:
        self._heading = self._heading and not re.fullmatch("h[1-6]", tag)
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        if self._inside and self.found:
            heading = self.found[-1]
            heading[1 if self._heading else 2] += data if self._heading else len(data.strip())


@named
def test_no_heading_stands_without_text(page: Path, site: Path) -> None:
    """Text of its own, or headings of a lower rank with text."""
    found = Headings(html(page, site)).found
    for (level, name, letters), after in zip(found, [*found[1:], [0, "", 0]], strict=True):
        assert letters > 10 or after[0] > level, name


@named
def test_a_page_says_when_it_was_read_through(page: Path, site: Path) -> None:
    day = matter(page)["granskad"]
    assert isinstance(day, dt.date)
    assert f"Granskad {date(day)}." in html(page, site)


def test_a_page_that_nobody_has_read_for_400_days_says_so() -> None:
    day = dt.date(2026, 11, 25)
    assert reviewed(day, dt.date(2027, 12, 30)) == "Granskad 25\u00a0november\u00a02026."
    assert "mer än 400 dagar sedan" in reviewed(day, dt.date(2027, 12, 31))


def test_a_page_says_what_was_changed_when_it_was_read_through(site: Path) -> None:
    told = [page for page in PAGES if "andring" in matter(page)]
    assert told
    for page in told:
        assert f"Granskad {date(matter(page)['granskad'])}. Ändrat då: {matter(page)['andring']}" in html(page, site)
