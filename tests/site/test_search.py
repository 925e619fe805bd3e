"""The search finds inflected and compounded Swedish words in the pages as built."""

import json
import subprocess
import tomllib
from pathlib import Path

import material
import pytest

pytestmark = pytest.mark.xdist_group("search")  # the index is read once
HARNESS = Path(__file__).with_name("search.mjs")
SAME_WORD = [
    ("nytta", "nyttan"),
    ("nytta", "nyttorna"),
    ("kostnad", "kostnader"),
    ("kostnad", "kostnadernas"),
    ("timkostnad", "timkostnaden"),
    ("räntan", "ränta"),
    ("kalkylator", "kalkylatorerna"),
    ("beslut", "besluten"),
]


def found(site: Path, *words: str) -> dict[str, list[str]]:
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.min.js")
    return asked(worker, site / "search/search_index.json", *words)


def untaught(site: Path, *words: str) -> dict[str, list[str]]:
    """What the theme's own worker finds in the same pages."""
    (worker,) = (Path(material.__file__).parent / "templates/assets/javascripts/workers").glob("search.*.min.js")
    (index,) = (site / "assets").glob("search.*.json")
    return asked(worker, index, *words)


def asked(worker: Path, index: Path, *words: str) -> dict[str, list[str]]:
    answer = subprocess.run(
        ["node", str(HARNESS), str(worker), str(index), *words], capture_output=True, text=True, check=True
    )
    locations: dict[str, list[str]] = json.loads(answer.stdout)
    return locations


@pytest.fixture(scope="module")
def answers(site: Path) -> dict[str, list[str]]:
    return found(site, *{word for pair in SAME_WORD for word in pair}, "diskontering", "qwertyuiop")


@pytest.mark.parametrize(("one", "other"), SAME_WORD)
def test_two_forms_of_a_word_find_the_same_places(one: str, other: str, answers: dict[str, list[str]]) -> None:
    assert answers[one]
    assert set(answers[one]) == set(answers[other])


def test_a_part_finds_the_long_word(answers: dict[str, list[str]]) -> None:
    assert any("standardvarden/" in place for place in answers["räntan"]), "diskonteringsräntan holds räntan"


def test_the_page_about_the_word_is_among_the_first(answers: dict[str, list[str]]) -> None:
    assert "kalkylatorer/timkostnad/" in " ".join(answers["timkostnaden"][:3])
    assert "ordlista/#diskontering" in answers["diskontering"]
    pages = list(dict.fromkeys(place.partition("#")[0] for place in answers["diskontering"]))
    assert pages[:2] == ["kalkylatorer/diskontering/", "ordlista/"]
    assert "sa-raknar-vi/" in pages[:5]


def test_what_comes_with_every_page_holds_no_pages(site: Path) -> None:
    first = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert first["docs"] == []
    (index,) = (site / "assets").glob("search.*.json")
    assert len(json.loads(index.read_text(encoding="utf-8"))["docs"]) > 20


SEARCHES = tomllib.loads(Path(__file__).with_name("sokningar.toml").read_text(encoding="utf-8"))["sokning"]


@pytest.fixture(scope="module")
def searches(site: Path) -> dict[str, list[str]]:
    return found(site, *(search["fraga"] for search in SEARCHES))


@pytest.mark.parametrize("search", SEARCHES, ids=lambda search: search["fraga"])
def test_what_people_type_leads_to_the_right_page(search: dict[str, str], searches: dict[str, list[str]]) -> None:
    pages = dict.fromkeys(place.partition("#")[0] for place in searches[search["fraga"]])
    assert search["sida"] in list(pages)[:3]


@pytest.mark.parametrize(
    ("asked", "about"),
    [("effektkedja", "metod/rita-effektkedja/"), ("omfördelningsnytta", "metod/omfordelningsnytta/")],
)
def test_a_note_with_the_word_as_its_theme_comes_after_the_page_about_it(
    asked: str, about: str, searches: dict[str, list[str]]
) -> None:
    pages = list(dict.fromkeys(place.partition("#")[0] for place in searches[asked]))
    notes = [at for at in pages if at.startswith("anvandarforum/traffar/")]
    assert notes
    assert pages.index(about) < pages.index(notes[0])


def test_there_are_fifty_searches_and_some_are_misspelt(searches: dict[str, list[str]], site: Path) -> None:
    assert len(SEARCHES) >= 50
    assert len([asked for asked, places in untaught(site, *searches).items() if not places]) >= 8


def test_nonsense_finds_nothing(answers: dict[str, list[str]]) -> None:
    assert answers["qwertyuiop"] == []


def test_the_theme_alone_would_miss_them(site: Path) -> None:
    """Why the patch is there. When this fails the theme has learnt Swedish, and the patch can go."""
    assert untaught(site, "kostnadernas")["kostnadernas"] == []
