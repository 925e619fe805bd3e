"""The film library: every film with what it shows and what we know of its address, links out, and a choice without script."""

import subprocess
from collections.abc import Callable, Iterator
from html import unescape
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, Playwright

from macros.choice import MOST, Choice
from macros.films import Film, films
from publish.chromium import chromium
from tests.site.conftest import built_file

each = pytest.mark.parametrize("film", films(), ids=lambda film: film.id)
CSS = Path(__file__).parents[2] / "docs/assets/stylesheets/urval.css"


@pytest.fixture(scope="module")
def page(site: Path) -> str:
    return unescape((site / "film/index.html").read_text(encoding="utf-8"))


@each
def test_a_film_says_what_it_shows_and_where_it_is(film: Film, page: str) -> None:
    entry = page.partition(f'id="{film.id}"')[2].partition("<h")[0]
    assert film.om in entry
    assert film.vem in entry
    assert film.checked in entry
    assert (film.url in page) if film.url else ("Finns på" in entry) == bool(film.samling)


def test_films_are_never_embedded(page: str) -> None:
    assert not [tag for tag in ("<iframe", "<video", "<embed", "<object") if tag in page.partition("<article")[2]]


WRONG = """
[[film]]
id = "fel-ett"
titel = "Utan tema"
om = "Något."
vem = "Någon"
sprak = "finska"

[[film]]
id = "fel-tva"
titel = "Okänt tema och år som text"
om = "Något."
vem = "Någon"
tema = ["blandat"]
ar = "2023"
sprak = "svenska"

[[film]]
id = "fel-tre"
titel = "Okänt tema"
om = "Något."
vem = "Någon"
tema = ["blandat"]
sprak = "svenska"
"""


def test_each_wrong_entry_stops_the_build_with_its_file_and_line(
    build_with: Callable[[str, str], subprocess.CompletedProcess[str]],
) -> None:
    built = build_with("film/film.toml", WRONG)
    said = built.stdout + built.stderr
    first = (Path(__file__).parents[2] / "docs/film/film.toml").read_text(encoding="utf-8").count("\n") + 3
    assert built.returncode != 0
    assert f"docs/film/film.toml, line {first} (Utan tema): tema is missing" in said
    assert f"line {first + 7} (Okänt tema och år som text): ar should be a whole number, not '2023'" in said
    assert "there is no tema 'blandat'; there are: excelmallen" in said


OPTIONS = st.lists(st.integers(0, 3), max_size=3, unique=True)


@given(st.lists(st.tuples(OPTIONS, OPTIONS, OPTIONS), max_size=6))
def test_each_choice_that_nothing_fits_has_words_and_no_other_has(items: list[tuple[list[int], ...]]) -> None:
    groups = [(f"grupp {n}", {option: str(option) for option in range(4)}) for n in range(3)]
    choice = Choice(groups, items)
    silent = {tuple(sorted(found.items())) for found in choice._nothing()}
    for options in product(range(4), repeat=3):
        fits = any(all(o in item[g] for g, o in enumerate(options)) for item in items)
        chosen = set(enumerate(options))
        assert fits != any(set(found) <= chosen for found in silent)


def test_the_style_sheet_knows_as_many_options_as_a_choice_may_have() -> None:
    css = CSS.read_text(encoding="utf-8")
    for group, option in product((1, 2, 3), range(1, MOST + 1)):
        assert f'[name="val-{group}"][value="{option}"]:checked' in css
    with pytest.raises(ValueError, match="10 options"):
        Choice([("Steg", dict.fromkeys(range(10), ""))], [])


@pytest.fixture(scope="module")
def view(playwright: Playwright, site: Path) -> Iterator[Page]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
    view = browser.new_context(java_script_enabled=False).new_page()
    view.route("**/*", lambda route: route.fulfill(path=built_file(site, route.request.url)))
    view.goto("http://127.0.0.1:8000/film/")
    yield view
    browser.close()


def shown(view: Page) -> list[str]:
    return [title for title in view.locator(".nk-post h3:visible").all_inner_texts() if title]


@pytest.mark.slow
def test_step_and_theme_are_chosen_without_script(view: Page) -> None:
    steps, themes = view.locator(".nk-val fieldset").all()
    assert len(shown(view)) == len(films())
    themes.get_by_label("Omfördelningsnytta").check()
    assert [title.rstrip("#") for title in shown(view)] == ["Omfördelning"]
    steps.get_by_label("3. Rita en effektkedja").check()
    assert shown(view) == []
    assert view.locator(".nk-tomt:visible").count() == 1
    themes.get_by_label("Alla").check()
    assert [title.rstrip("#") for title in shown(view)] == [
        "Nyttoanalys för Katalogtjänst HSA",
        "Nyttokalkyl för offentlig sektor",
    ]
    assert view.locator(".nk-tomt:visible").count() == 0
    steps.get_by_label("Alla").check()
    assert len(shown(view)) == len(films())
