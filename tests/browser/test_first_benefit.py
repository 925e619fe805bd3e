"""Somebody who has never heard of nyttokalkyler counts a first benefit in under ten minutes, and reads all that she meets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
WORDS_A_MINUTE = 200
CLICK, FIELD, TASK, GUESS = (
    5,
    10,
    60,
    30,
)  # seconds: a press, typing, thinking of a task, guessing how often and how long
SEEN = """parts => parts.map(part => {
  const hidden = [...part.querySelectorAll('.nk-hidden')].filter(at => at.checkVisibility()).map(at => at.innerText)
  return hidden.reduce((words, mine) => words.replace(mine, ''), part.innerText)
})"""
FIGURES = {"handelser_per_ar": "4 800", "min_a": "6", "min_b": "2"}
JOB = "Verksamhetsutvecklare"


class Newcomer:
    """Reads every word that she sees of some parts of the page, and keeps count of the seconds."""

    def __init__(self, page: Page) -> None:
        self.page, self.seconds = page, 0.0

    def reads(self, selector: str) -> None:
        told = self.page.locator(selector).evaluate_all(SEEN)
        self.seconds += len(" ".join(told).split()) / WORDS_A_MINUTE * 60

    def follows(self, link: str) -> None:
        self.page.locator("article").get_by_role("link", name=link).click()
        self.seconds += CLICK

    def presses(self, words: str) -> None:
        self.page.get_by_role("button", name=words).click()
        self.seconds += CLICK


@pytest.mark.parametrize("width", [1280, 360])
def test_from_the_start_page_to_a_first_benefit_in_under_ten_minutes(width: int, new_reader: Open) -> None:
    page = new_reader("/", viewport={"width": width, "height": 800})
    she = Newcomer(page)
    she.reads("article > h1, article > h1 + p, article > .nk-cards:first-of-type")  # until she has found where to begin
    she.follows("Räkna din första nytta")
    page.wait_for_url("**/forsta-nyttan/")
    she.reads("article")
    she.seconds += TASK
    she.follows("kalkylatorn för personaltid")
    expect(page.locator("[name=handelser_per_ar]")).to_have_value("")
    expect(page.locator("nytto-kalkyl")).to_be_in_viewport()
    for name, figure in FIGURES.items():
        page.locator(f"[name={name}]").fill(figure)
        she.seconds += FIELD + GUESS
    page.get_by_text("Hämta timkostnad").click()
    page.locator("[name='hamta.timkostnad']").select_option(page.get_by_role("option", name=JOB).get_attribute("value"))
    she.seconds += 2 * CLICK
    expect(page.locator(".nk-result")).to_contain_text("320 h/år")  # 4 800 × 4 minutes ÷ 60
    she.reads("nytto-kalkyl")
    she.presses("Lägg till i min nyttokalkyl")
    page.get_by_role("link", name="Öppna nyttokalkylen").click()
    expect(page.locator("[name='nyttor.0.namn']")).to_be_in_viewport()
    assert she.seconds < 10 * 60, f"{she.seconds / 60:.1f} minutes"
    print(f"{width} px: {she.seconds / 60:.1f} minutes")
