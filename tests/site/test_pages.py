"""Every built page: Swedish, one main heading, all on our own origin, and links that lead somewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
ADDRESSES = [
    f"/{page.relative_to(ROOT / 'docs').with_suffix('')}/".replace("/index/", "/")
    for page in sorted((ROOT / "docs").rglob("*.md"))
]
ORIGIN = "http://127.0.0.1:8000"


class Page(HTMLParser):
    """What a page is made of, as far as these tests ask."""

    def __init__(self, path: Path):
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.text = path.read_text(encoding="utf-8")
        self._inline = False
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        self.tags.append((tag, about))
        self._inline = tag == "script" and "src" not in about and "json" not in about.get("type", "")

    def handle_data(self, data: str) -> None:
        if self._inline:
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inline = False

    def all(self, name: str, attribute: str) -> list[str]:
        return [about[attribute] for tag, about in self.tags if name in (tag, "*") and attribute in about]


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every built page, those that plugins make of others too, such as the forum's archive."""
    found = {f"/{p.parent.relative_to(site)}/".replace("/./", "/"): Page(p) for p in site.rglob("index.html")}
    assert set(ADDRESSES) <= set(found)
    return found | {"/404.html": Page(site / "404.html")}


@pytest.mark.parametrize("address", [*ADDRESSES, "/404.html"])
def test_a_page_is_swedish_with_one_title_and_one_description(address: str, pages: dict[str, Page]) -> None:
    page = pages[address]
    assert page.all("html", "lang") == ["sv"]
    assert sum(tag == "h1" for tag, _ in page.tags) == 1
    assert page.text.count('<meta name="description"') == 1


@pytest.mark.parametrize("address", [*ADDRESSES, "/404.html"])
def test_nothing_is_fetched_from_another_origin(address: str, pages: dict[str, Page]) -> None:
    page = pages[address]
    fetched = page.all("script", "src") + page.all("img", "src") + page.all("iframe", "src")
    fetched += [a["href"] for tag, a in page.tags if tag == "link" and a.get("rel") != "canonical"]
    away = [url for url in fetched if urlsplit(url).netloc not in ("", urlsplit(ORIGIN).netloc)]
    assert away == []


@pytest.mark.parametrize("address", [*ADDRESSES, "/404.html"])
def test_a_page_holds_no_inline_style_or_handler(address: str, pages: dict[str, Page]) -> None:
    named = [(tag, name) for tag, about in pages[address].tags for name in about]
    assert [(tag, name) for tag, name in named if name == "style" or name.startswith("on")] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_script_file_holds_up_what_is_read(address: str, pages: dict[str, Page]) -> None:
    scripts = [about for tag, about in pages[address].tags if tag == "script" and "src" in about]
    assert scripts
    assert [about["src"] for about in scripts if "defer" not in about and about.get("type") != "module"] == []


def test_the_inline_scripts_are_the_same_on_every_page(pages: dict[str, Page]) -> None:
    assert len({script for page in pages.values() for script in page.scripts}) <= 4


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_id_stands_twice(address: str, pages: dict[str, Page]) -> None:
    ids = pages[address].all("*", "id")
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_within_the_site_leads_somewhere(address: str, pages: dict[str, Page], site: Path) -> None:
    for href in pages[address].all("a", "href"):
        url, fragment = urldefrag(urljoin(ORIGIN + address, href))
        if urlsplit(url).netloc != urlsplit(ORIGIN).netloc or url.startswith("javascript:"):
            continue
        path = unquote(urlsplit(url).path)
        assert path in pages or (site / path[1:]).is_file(), href
        if fragment and path in pages:
            assert fragment in pages[path].all("*", "id") or "=" in fragment, href


def test_the_missing_page_speaks_swedish(pages: dict[str, Page]) -> None:
    assert "Sidan finns inte" in pages["/404.html"].text
    assert not re.search(r"not found", pages["/404.html"].text, re.IGNORECASE)
