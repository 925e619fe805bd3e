"""The states that a page can be in are as accessible as the page as built, and fit a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
Open = Callable[..., Page]


def _faults(page: Page) -> None:
    page.fill("[id='nyttokalkyl--ranta']", "x")
    page.fill("[id='nyttokalkyl--nyttor.0.faktorer.1.troligt']", "1.234")
    expect(page.locator(".nk-summary")).to_be_visible()


def _empty(page: Page) -> None:
    page.get_by_role("button", name="Börja med tom kalkyl").click()
    expect(page.locator(".nk-no-result")).to_be_visible()


def _half_filled(page: Page) -> None:
    _empty(page)
    page.fill("[id='nyttokalkyl--nyttor.0.faktorer.0.troligt']", "500")
    expect(page.locator(".nk-incomplete")).to_be_visible()
    expect(page.locator(".nk-block__asked")).to_be_visible()


def _link(page: Page) -> None:
    page.get_by_role("button", name="Kopiera länk").click()
    expect(page.locator("#nyttokalkyl--lank")).to_be_visible()


def _opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('nytto-kalkyl details').forEach((part) => { part.open = true })")


def _many_years(page: Page) -> None:
    page.select_option("#nyttokalkyl--horisont", "25")
    expect(page.locator("[id='nyttokalkyl--nyttor.0.faktor.ar.24']")).to_be_visible()


@pytest.mark.parametrize("state", [_faults, _empty, _half_filled, _link, _opened, _many_years], ids=lambda f: f.__name__.strip("_"))
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_in_any_state(
    new_reader: Open, state: Callable[[Page], None], scheme: str, width: int
) -> None:
    about = {
        "color_scheme": scheme,
        "viewport": {"width": width, "height": 900},
        "bypass_csp": True,
        "reduced_motion": "reduce",
    }
    page = new_reader("/kalkylatorer/nyttokalkyl/", **about)
    page.locator("#nyttokalkyl--namn").focus()
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=30_000)
    state(page)
    page.wait_for_timeout(300)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(document, { runOnly: rules })", RULES)
    assert not [(fault["id"], [node["target"] for node in fault["nodes"]][:3]) for fault in found["violations"]]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/", "/kalkylatorer/nyttokalkyl/", "/kalkylatorer/timkostnad/", "/standardvarden/"])
def test_nothing_is_wider_than_a_page_magnified_four_times(new_reader: Open, path: str) -> None:
    page = new_reader(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
