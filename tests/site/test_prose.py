"""The words of the site: figures come from values, headings keep their addresses, the tone is plain."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
TYPED_FIGURE = re.compile(r"\d+\s?(kr|kronor|procent|%)")
HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
STIFF = re.compile(r"\b(ogiltig\w*|felaktig\w*|vänligen|tyvärr)\b", re.IGNORECASE)

LEFT = re.compile(r"\b(todo|fixme|tbd|xxx|lorem|ipsum|kommer snart|under arbete)\b", re.IGNORECASE)

named = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))


def matter_and_words(page: Path) -> tuple[str, str]:
    _, matter, words = page.read_text(encoding="utf-8").split("---\n", 2)
    return matter, re.sub(r"\{\{.*?\}\}", "", words)


@named
def test_no_figure_with_a_unit_is_typed_by_hand(page: Path) -> None:
    matter, words = matter_and_words(page)
    if "citerar: true" not in matter:
        assert [m[0] for m in TYPED_FIGURE.finditer(words)] == []


@named
def test_a_page_says_what_it_is_about(page: Path) -> None:
    matter, _ = matter_and_words(page)
    assert re.search(r"^title: \S", matter, re.MULTILINE)
    assert re.search(r"^description: .{20,160}$", matter, re.MULTILINE)


@named
def test_every_heading_has_an_address_of_its_own(page: Path) -> None:
    _, words = matter_and_words(page)
    for heading in HEADING.findall(re.sub(r"```.*?```", "", words, flags=re.DOTALL)):
        assert re.search(r" \{ #[a-z0-9-]+ \}$", heading), heading


@named
def test_the_tone_is_plain(page: Path) -> None:
    assert STIFF.findall(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", sorted({*PAGES, *DOCS.rglob("*.toml")}), ids=lambda file: str(file.relative_to(DOCS)))
def test_nothing_is_left_to_be_written(file: Path) -> None:
    assert LEFT.findall(file.read_text(encoding="utf-8")) == []


@named
def test_file_names_are_ascii(page: Path) -> None:
    assert str(page.relative_to(DOCS)).isascii()
