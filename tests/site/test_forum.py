"""The user forum: dated notes with themes, an archive and a feed, and an answer to every wish."""

import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest
import yaml

from tests.site.conftest import words_of

NOTES = Path(__file__).parents[2] / "docs/anvandarforum/traffar"
each = pytest.mark.parametrize("note", sorted(NOTES.glob("*.md")), ids=lambda note: note.stem)
WISHES = """fler exempel; från kommuner; uppföljning: hur; uppföljning: vem; genomgång av mallen; kvalitetsnyttor; mäta; realisera;
omfördelningsnyttor; räkna; kommunicera; beräkningar: kostnader; fördjupningar; modellen som helhet; träffas i grupper;
dela nyttokalkyler; sälja in till ledningen; portföljstyrning; verksamhetsstyrning; effektkedja: hur; svårigheter"""


def matter(note: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(note.read_text(encoding="utf-8").split("---\n", 2)[1])
    return found


def built(site: Path, address: str) -> str:
    return words_of(unescape((site / "anvandarforum" / address / "index.html").read_text(encoding="utf-8")))


@each
def test_a_note_has_its_day_its_place_in_the_list_and_in_the_archive(note: Path, site: Path) -> None:
    title = str(matter(note)["title"])
    assert f'<time datetime="{note.stem}">' in built(site, f"traffar/{note.stem}")
    for address in ("", f"arkiv/{note.stem[:4]}"):
        assert title in built(site, address)


@each
def test_a_note_is_found_by_each_of_its_themes(note: Path, site: Path) -> None:
    themes = built(site, "teman")
    tags = matter(note)["tags"]
    assert isinstance(tags, list)
    for theme in tags:
        assert str(matter(note)["title"]) in themes.partition(f">{theme}</span>")[2].partition("<h2")[0]


def test_the_feed_holds_the_notes_the_newest_first(site: Path) -> None:
    feed = ET.parse(site / "feed_rss_created.xml").getroot()
    found = [str(item.findtext("link")) for item in feed.iter("item")]
    days = [re.search(r"\d{4}-\d\d-\d\d", link)[0] for link in found]  # type: ignore[index]
    assert days == sorted((note.stem for note in NOTES.glob("*.md")), reverse=True)
    assert feed.findtext("channel/language") == "sv"


def test_every_wish_has_an_answer_that_exists(site: Path) -> None:
    rows = re.findall(r"<tr>\s*<td>(.*?)</td>\s*<td>(.*?)</td>", built(site, "onskelista"), re.S)
    wished = " ".join(wish.lower() for wish, _ in rows)
    assert [wish for wish in re.split(r";\s+", WISHES) if wish not in wished] == []
    for wish, answer in rows:
        assert "href=" in answer, wish


@pytest.mark.xdist_group("additions")
def test_the_editors_template_becomes_a_note(added_to: Path) -> None:
    assert (added_to / "anvandarforum/traffar/2026-11-25/index.html").is_file()
