"""The pages about the site: what the law asks for, what is kept and where, what is sent and under which licence."""

import re
from html import unescape
from pathlib import Path

import pytest

from macros.colophon import CHANGES, Change, programs
from macros.entries import entries
from tests.site.conftest import CONTACT, OWNER

STATEMENT = ("ansvarar", "foljer", "brister", "omfattas-inte", "sag-till", "tillsyn", "provat", "nar")


def page(site: Path, name: str) -> str:
    return unescape((site / name / "index.html").read_text(encoding="utf-8"))


def test_the_statement_has_every_part_that_the_law_asks_for(site: Path) -> None:
    """Name, conformance in the law's words, what is wrong and why, what is not covered, how to tell, supervision, method, day."""
    told = page(site, "om/tillganglighet")
    assert [part for part in STATEMENT if f'id="{part}"' not in told] == []
    assert re.search(r"<strong>(helt|delvis|inte) förenlig</strong>", told)
    assert "2018:1937" in told
    assert 'href="https://www.digg.se/tdosanmalan"' in told
    assert re.search(r"Bedömningen gjordes den \d+ \w+ \d{4}", told)


def test_the_statement_is_reached_from_every_page(site: Path) -> None:
    for built in site.rglob("index.html"):
        assert 'tillganglighet/"' in built.read_text(encoding="utf-8") or built.parent.name == "tillganglighet", built


@pytest.mark.xdist_group("additions")
def test_the_publisher_and_where_she_is_reached_are_told_or_said_to_be_missing(site: Path, added_to: Path) -> None:
    assert "ingen organisation angiven" in page(site, "om/tillganglighet")
    for name in ("om/tillganglighet", "om/kontakt", "om"):
        assert OWNER in page(added_to, name)
        assert "angiven" not in page(added_to, name)
    for name in ("om/tillganglighet", "om/kontakt"):
        assert f'href="mailto:{CONTACT}"' in page(added_to, name)


def test_what_is_sent_is_named_with_its_licence(site: Path) -> None:
    told = page(site, "om")
    for program in programs():
        assert program.titel in told
        assert program.licens in told


def test_changes_are_told_the_newest_first(site: Path) -> None:
    told = page(site, "om/andringar")
    changes = entries(CHANGES, Change)
    assert [change.datum for change in changes] == sorted((change.datum for change in changes), reverse=True)
    for change in changes:
        assert change.vad in told
        assert change.tack in told


def test_the_stores_of_the_browser_are_named(site: Path) -> None:
    """What storage.js opens stands on the page about privacy."""
    script = (Path(__file__).parents[2] / "docs/assets/javascripts/storage.js").read_text(encoding="utf-8")
    told = page(site, "om/integritet")
    base = re.search(r"NAME = '(\w+)'", script)
    assert base
    assert base[1] in told
    for store in re.findall(r"(?:createObjectStore\(|STORE = )'(\w+)'", script):
        assert store in told


def test_every_page_about_the_site_is_reached_from_the_first(site: Path) -> None:
    told = page(site, "om").partition("<article")[2]
    assert [about.name for about in (site / "om").iterdir() if about.is_dir() and f'href="{about.name}/' not in told] == []
