"""A chain is drawn by keyboard alone, by touch without dragging, and with no fault that a checker of accessibility finds."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from publish import NODE_MODULES
from tests.browser.reader import ready
from tests.whole_page import whole

Open = Callable[..., Page]
RITA = "/effektkedja/rita/"
AXE = (NODE_MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")
KINDS = (("forandring", 2), ("nytt_arbetssatt", 5), ("effekt", 8), ("nytta", 6), ("verksamhetsmal", 4))  # 25 boxes


def boxes(page: Page, count: int) -> None:
    expect(page.locator(".nk-kedja--ritas .nk-lada")).to_have_count(count)


def arrows(page: Page, count: int) -> None:
    expect(page.locator(".nk-kedja--ritas .nk-pil")).to_have_count(count)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def sound(page: Page) -> None:
    """No fault in the tool, by axe."""
    page.wait_for_timeout(700)  # what is worked out when she pauses has come
    whole(page).evaluate(AXE)
    asked = "axe.run('nytto-kalkyl', {resultTypes: ['violations']})"
    found = page.evaluate(asked + ".then(r => r.violations.map(v => `${v.id}: ${v.nodes[0].html}`))")
    assert found == []


def tab_to(page: Page, id: str) -> None:
    """Forward with the Tab key until the thing with this id has the focus."""
    for _ in range(200):
        if focused(page) == f"nyttokalkyl--{id}":
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by Tab to {id}")


def emptied(page: Page) -> Page:
    """By keyboard: the button for an empty chain, once."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if "tom kedja" in str(page.evaluate("document.activeElement.textContent")):
            page.keyboard.press("Enter")
            boxes(page, 0)
            return page
    raise AssertionError("no button for an empty chain")


def test_25_boxes_and_30_arrows_by_keyboard_then_undo_reload_and_a_file(new_reader: Open) -> None:
    page = emptied(ready(new_reader(RITA)))
    tab_to(page, "se.ny_typ")
    total = 0
    for place, (kind, count) in enumerate(KINDS):
        while page.evaluate("document.activeElement.value") != kind:
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        for n in range(count):
            page.keyboard.type(f"Sak {place}.{n}")
            page.keyboard.press("Enter")
            total += 1
            boxes(page, total)
            expect(page.locator("[id='nyttokalkyl--se.ny']")).to_have_value("")
        page.keyboard.press("Shift+Tab")
    for _ in range(200):  # back to the picture
        if focused(page).startswith("nyttokalkyl--bild-"):
            break
        page.keyboard.press("Shift+Tab")
    drawn = 0
    for start, steps in (("f1", 5), ("f2", 4), ("a1", 6), ("a2", 5), ("e1", 6), ("n1", 4)):
        for n in range(1, steps + 1):
            page.evaluate("id => document.getElementById(id).focus()", f"nyttokalkyl--bild-{start}")
            page.keyboard.press("l")
            expect(page.get_by_text("Pil från Sak")).to_be_visible()
            target = {"f": "a", "a": "e", "e": "n", "n": "m"}[start[0]] + str(n)
            page.evaluate("id => document.getElementById(id).focus()", f"nyttokalkyl--bild-{target}")
            page.keyboard.press("Enter")
            drawn += 1
            arrows(page, drawn)
    page.keyboard.press("Control+z")
    arrows(page, 29)
    page.wait_for_timeout(900)
    page.reload()
    ready(page)
    boxes(page, 25)
    arrows(page, 29)
    button = page.get_by_role("button", name="Effektkedja", exact=True)
    button.focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    kept = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert (len(kept["lador"]), len(kept["pilar"])) == (25, 29)


def test_the_arrow_keys_walk_the_chain_and_letters_do_what_the_buttons_do(new_reader: Open) -> None:
    page = ready(new_reader(RITA))
    tab_to(page, "bild-f1")
    page.keyboard.press("ArrowRight")
    reached = page.locator("#nyttokalkyl--bild-a1, #nyttokalkyl--bild-a2, [id^='nyttokalkyl--bild-k']")
    expect(reached.and_(page.locator(":focus"))).to_have_count(1)
    page.keyboard.press("Home")
    expect(page.locator("#nyttokalkyl--bild-f1")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("[id='nyttokalkyl--lada.a3.text']")).to_be_focused()
    page.keyboard.type("Mottagningen lägger ut tider")
    expect(page.locator("#nyttokalkyl--bild-a3")).to_contain_text("Mottagningen")
    page.keyboard.press("Escape")
    expect(page.locator("#nyttokalkyl--bild-a3")).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator("#nyttokalkyl--bild-a3")).to_have_count(0)
    expect(page.locator("[data-live]")).to_contain_text("är borttagen")
    page.keyboard.press("Control+z")
    expect(page.locator("#nyttokalkyl--bild-a3")).to_have_count(1)


def test_by_touch_on_a_phone_without_dragging(new_reader: Open) -> None:
    page = ready(new_reader(RITA, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True))
    page.get_by_role("button", name="Börja med en tom kedja").tap()
    boxes(page, 0)
    page.locator("[id='nyttokalkyl--se.in']").fill("Förändring: A\n  Arbetssätt: B\n    Effekt: C\n      Nytta: D\nMål: E")
    page.get_by_role("button", name="Lägg till i kedjan").tap()
    boxes(page, 5)
    page.locator("#nyttokalkyl--bild-n1").tap()
    page.get_by_role("button", name="Dra en pil i bilden").tap()
    page.locator("#nyttokalkyl--bild-m1").tap()
    arrows(page, 4)
    page.locator("#nyttokalkyl--lista-e1").tap()
    page.get_by_role("button", name="Ta bort lådan").tap()
    boxes(page, 4)
    page.get_by_role("button", name="Ångra").tap()
    boxes(page, 5)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_no_fault_in_any_state(new_reader: Open) -> None:
    page = ready(new_reader(RITA))
    sound(page)
    page.locator("#nyttokalkyl--lista-n1").click()
    for summary in page.locator("nytto-kalkyl summary").all():
        if summary.is_visible():
            summary.click()
    sound(page)
    page.locator(".nk-kedja--ritas [id='nyttokalkyl--bild-p1']").focus()
    page.keyboard.press("Enter")
    sound(page)
    page.locator("#nyttokalkyl--bild-f1").focus()
    page.keyboard.press("l")
    sound(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Arbeta i grupp").click()
    for step in ("Lappar", "Grupper", "Lådor", "Pilar", "Läs kedjan", "Nyttobeskrivningar"):
        page.get_by_role("button", name=step).click()
        sound(page)
    page.get_by_role("button", name="Avsluta workshopläget").click()
    page.get_by_role("button", name="Börja med en tom kedja").click()
    boxes(page, 0)
    sound(page)


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_chain_and_the_calculation_are_one(new_reader: Open, scheme: str) -> None:
    page = ready(new_reader(RITA, color_scheme=scheme))
    page.locator("#nyttokalkyl--lista-n1").click()
    page.locator("[id='nyttokalkyl--lada.n1.text']").fill("Mycket kortare tid per bokning")
    expect(page.locator("#nyttokalkyl--bild-n1")).to_contain_text("Mycket kortare")
    page.wait_for_timeout(900)
    page.get_by_role("link", name="Till kalkylen").click()
    expect(page.locator("[id='nyttokalkyl--nyttor.0.namn']")).to_have_value("Mycket kortare tid per bokning", timeout=30_000)
