"""What a reader does before she can count on the engine."""

from playwright.sync_api import Page, expect


def ready(page: Page) -> Page:
    """She comes to the first field, and the engine has started."""
    page.locator("nytto-kalkyl input").first.focus()
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=30_000)
    return page
