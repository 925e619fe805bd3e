"""The search in a browser: the index comes with the first question, and not before."""

from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_the_index_is_fetched_when_she_asks_and_only_then(new_reader: Callable[..., Page]) -> None:
    page = new_reader("/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if "/assets/search." in request.url else None)
    page.goto("/sa-raknar-vi/", wait_until="networkidle")
    page.locator(".md-search__input").focus()
    assert not fetched
    page.keyboard.type("timkostnaderna")
    expect(page.locator(".md-search-result__link").first).to_contain_text("Timkostnad", timeout=20_000)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("qwertyuiop")
    expect(page.locator(".md-search-result__meta")).to_have_text("Inga sökresultat")
    assert len(fetched) == 1
