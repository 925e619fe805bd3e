"""What link previews and search engines read: title, description, picture, one address, and data that says what the page is."""

import json
import re
import shutil
import struct
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from macros.colophon import outside
from macros.questions import questions
from macros.words import rows
from publish.previews import draw_previews, preview
from tests.site.test_pages import ADDRESSES, ORIGIN, Page, pages  # noqa: F401 - a fixture

each = pytest.mark.parametrize("address", ADDRESSES)
GUIDE = [address for address in ADDRESSES if address.startswith("/metod/") and address != "/metod/"]


class Data(HTMLParser):
    """The blocks of linked data on a page."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[Any] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(json.loads(data))

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def data(site: Path, address: str) -> dict[str, Any]:
    (found,) = Data((site / address[1:] / "index.html").read_text(encoding="utf-8")).found
    assert found["@context"] == "https://schema.org"
    return dict(found)


@each
def test_a_page_has_what_a_link_preview_shows(address: str, pages: dict[str, Page]) -> None:  # noqa: F811
    page = pages[address]
    told = {about["property"]: about["content"] for tag, about in page.tags if tag == "meta" and "property" in about}
    (description,) = [about["content"] for tag, about in page.tags if tag == "meta" and about.get("name") == "description"]
    assert told["og:description"] == description
    assert told["og:title"]
    assert told["og:locale"] == "sv_SE"
    assert told["og:url"] == f"{ORIGIN}{address}"
    assert told["og:image"] == f"{ORIGIN}{address}delning.png"
    assert told["og:image:alt"].removesuffix(", på webbplatsen Nyttokalkyl")
    assert [about["href"] for tag, about in page.tags if about.get("rel") == "canonical"] == [f"{ORIGIN}{address}"]


def test_every_page_has_words_of_its_own_for_the_preview(pages: dict[str, Page]) -> None:  # noqa: F811
    told = [re.search(r'<meta name="description" content="([^"]*)"', pages[address].text)[1] for address in ADDRESSES]  # type: ignore[index]
    assert len(told) == len(set(told))


@each
def test_the_picture_is_as_large_as_the_pages_say(address: str, site: Path) -> None:
    picture = (site / address[1:] / "delning.png").read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 30_000


def test_pages_with_other_headings_show_other_pictures_and_the_same_page_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first, second, again = (site / at / "delning.png" for at in ("film", "ordlista", "film"))
    assert first.read_bytes() != second.read_bytes()
    shutil.copy(again.with_name("index.html"), tmp_path)
    draw_previews(tmp_path)
    assert (tmp_path / "delning.png").read_bytes() == again.read_bytes()


def test_a_heading_stands_beside_the_bars_whole() -> None:
    """A word longer than any size has room for is told when the site is built, not cut."""
    with pytest.raises(ValueError, match="no room"):
        preview("Tillgänglighetsredogörelse" * 3)


def test_every_page_is_in_the_sitemap(site: Path) -> None:
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert [address for address in ADDRESSES if f"<loc>{ORIGIN}{address}</loc>" not in listed] == []


@pytest.mark.parametrize("address", GUIDE)
def test_a_page_of_the_guide_is_an_article(address: str, site: Path) -> None:
    found = data(site, address)
    assert found["@type"] == "Article"
    assert found["mainEntityOfPage"] == f"{ORIGIN}{address}"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found["dateModified"])


def test_the_method_is_nine_steps_that_lead_somewhere(site: Path) -> None:
    found = data(site, "/metod/")
    assert found["@type"] == "HowTo"
    assert [step["name"] for step in found["step"]] == [row["namn"] for row in rows("metod/steg.toml")]
    for step in found["step"]:
        assert step["url"].removeprefix(ORIGIN) in ADDRESSES


def test_questions_are_told_with_their_answers_as_on_the_page(site: Path) -> None:
    found = data(site, "/fragor/")
    shown = unescape((site / "fragor/index.html").read_text(encoding="utf-8"))
    words = re.sub(r"<[^>]+>", "", shown.partition("<article")[2])
    assert [one["name"] for one in found["mainEntity"]] == [one.fraga for one in questions()]
    for one in found["mainEntity"]:
        assert one["acceptedAnswer"]["text"] in words
        assert f'id="{one["url"].partition("#")[2]}"' in shown


def test_a_note_says_its_day(site: Path) -> None:
    found = data(site, "/anvandarforum/traffar/2023-10-03/")
    assert (found["@type"], found["datePublished"]) == ("BlogPosting", "2023-10-03")


def test_every_address_out_of_the_site_stands_in_the_list(pages: dict[str, Page]) -> None:  # noqa: F811
    known = {source.url for source in outside()}
    out = {
        (address, href)
        for address, page in pages.items()
        for href in page.all("a", "href")
        if href.startswith("http") and not href.startswith(ORIGIN)
    }
    assert [pair for pair in sorted(out) if pair[1] not in known] == []
    listed = {href for address, href in out if address == "/om/externa-adresser/"}
    assert listed == known
