"""A chain is drawn by keyboard alone, by touch without dragging, and with no fault that a checker of accessibility finds."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calculators.chain.formats import opened
from publish import NODE_MODULES
from tests.browser.reader import ready

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
    """No fault on the page, by axe."""
    page.wait_for_timeout(700)  # what is worked out when she pauses has come
    page.evaluate(AXE)
    asked = "axe.run(document, {resultTypes: ['violations']})"
    found = page.evaluate(asked + ".then(r => r.violations.map(v => `${v.id}: ${v.nodes[0].html}`))")
    assert found == []


def saved(page: Page) -> None:
    """What she has done is kept in the browser: nothing is under way, and the time to save has passed."""
    expect(page.locator("nytto-kalkyl")).not_to_have_attribute("aria-busy", "true")
    page.wait_for_timeout(2_500)
    expect(page.locator("nytto-kalkyl")).not_to_have_attribute("aria-busy", "true")


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


def picked_up(page: Page, ways: Sequence[tuple[str, str]]) -> None:
    """Arrows drawn in the picture with the keys alone: L, on to the other box, Enter."""
    for n, (start, target) in enumerate(ways, 1):
        walk(page, start)
        page.keyboard.press("l")
        expect(page.locator("p", has_text="Pil från")).to_be_visible()
        walk(page, target)
        page.keyboard.press("Enter")
        arrows(page, n)


def walk(page: Page, id: str) -> None:
    """With the keys of the picture from where the focus is to a box."""
    for _ in range(60):
        at = focused(page)
        if at == f"nyttokalkyl--bild-{id}":
            return
        page.keyboard.press(str(page.evaluate(STEP, [at, f"nyttokalkyl--bild-{id}"])))
        page.wait_for_function("at => document.activeElement.id !== at", arg=at)
    raise AssertionError(f"no way by keys to {id}")


# Which key leads towards a box, as the picture shows where it is.
STEP = """([here, there]) => {
  const place = (id) => document.getElementById(id).getBBox()
  const [a, b] = [place(here), place(there)]
  return b.x > a.x + 1 ? 'PageDown' : b.x < a.x - 1 ? 'PageUp' : b.y > a.y ? 'ArrowDown' : 'ArrowUp'
}"""
# 30 arrows between 25 boxes, box by box of one kind to the next.
WAYS = [
    (f"{start}{1 + n % rows}", f"{end}{1 + (n * 2) % columns}")
    for start, rows, end, columns, many in (("f", 2, "a", 5, 5), ("a", 5, "e", 8, 8), ("e", 8, "n", 6, 12), ("n", 6, "m", 4, 5))
    for n in range(many)
]


def test_the_thirty_arrows_are_thirty() -> None:
    assert len(set(WAYS)) == 30


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
    picked_up(page, WAYS)
    page.keyboard.press("Control+z")
    arrows(page, 29)
    saved(page)
    page.reload()
    ready(page)
    boxes(page, 25)
    arrows(page, 29)
    tab_to_button(page, "Effektkedja")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    kept = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert (len(kept["lador"]), len(kept["pilar"])) == (25, 29)


def tab_to_button(page: Page, name: str) -> None:
    """Forward with the Tab key to the button of this name."""
    for _ in range(300):
        if page.evaluate("name => document.activeElement.matches('button') && document.activeElement.textContent.trim() === name", name):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by Tab to {name}")


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


PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}


def test_by_touch_on_a_phone_without_dragging(new_reader: Open) -> None:
    page = ready(new_reader(RITA, **PHONE))
    page.get_by_role("button", name="Börja med en tom kedja").tap()
    boxes(page, 0)
    total = 0
    for place, (kind, count) in enumerate(KINDS):
        page.locator("[id='nyttokalkyl--se.ny_typ']").select_option(kind)
        for n in range(count):
            page.locator("[id='nyttokalkyl--se.ny']").tap()
            page.keyboard.type(f"Sak {place}.{n}")  # on the keyboard of the phone
            page.get_by_role("button", name="Lägg till", exact=True).tap()
            total += 1
            boxes(page, total)
    for n, (start, target) in enumerate(WAYS, 1):
        if n % 3:  # in the picture: the box, the button, the other box
            page.locator(f"#nyttokalkyl--bild-{start}").tap()
            expect(page.locator(f"#nyttokalkyl--bild-{start}")).to_have_attribute("aria-pressed", "true")
            page.get_by_role("button", name="Dra en pil i bilden").tap()
            expect(page.locator("p", has_text="Pil från")).to_be_visible()
            page.locator(f"#nyttokalkyl--bild-{target}").tap()
        else:  # in the fields of the box, chosen from the list
            page.locator(f"#nyttokalkyl--lista-{start}").tap()
            expect(page.locator(f"[id='nyttokalkyl--lada.{start}.text']")).to_be_focused()
            page.get_by_label("Ny pil till").select_option(target)
            page.get_by_role("button", name="Dra pilen till den valda").tap()
        arrows(page, n)
    page.locator("#nyttokalkyl--lista-e1").tap()
    page.get_by_role("button", name="Ta bort lådan").tap()
    boxes(page, 24)
    page.get_by_role("button", name="Ångra").tap()
    boxes(page, 25)
    arrows(page, 30)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    saved(page)
    page.reload()
    ready(page)
    boxes(page, 25)
    arrows(page, 30)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bild (SVG)").tap()
    kept = opened(Path(waiting.value.path()).read_text(encoding="utf-8")).kedja
    assert (len(kept.lador), len(kept.pilar)) == (25, 30)


def test_what_stands_on_a_phone_before_any_script_is_the_narrow_picture(new_reader: Open) -> None:
    page = new_reader(RITA, java_script_enabled=False, **PHONE)
    expect(page.locator(".nk-kedja__smal .nk-lada").first).to_be_visible()
    assert page.locator(".nk-kedja__bred").is_hidden()
    wide = new_reader(RITA, java_script_enabled=False, viewport={"width": 1280, "height": 800})
    expect(wide.locator(".nk-kedja__bred .nk-lada").first).to_be_visible()
    assert wide.locator(".nk-kedja__smal").is_hidden()


@pytest.mark.parametrize(
    "about", [{}, {**PHONE, "color_scheme": "dark"}], ids=["on a desk in the light", "on a phone in the dark"]
)
def test_no_fault_in_any_state(new_reader: Open, about: dict[str, Any]) -> None:
    page = new_reader(RITA, **about)
    sound(page)
    ready(page)
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
    page.locator("[id='nyttokalkyl--se.sok']").fill("boka")
    sound(page)
    page.get_by_role("button", name="Arbeta i grupp").click()
    for text in ("Färre samtal", "färre samtal", "Kortare kö"):
        page.locator("[id='nyttokalkyl--se.lapp']").fill(text)
        page.keyboard.press("Enter")
        expect(page.locator("[id='nyttokalkyl--se.lapp']")).to_have_value("")
    for step in ("Lappar", "Grupper", "Lådor", "Pilar", "Läs kedjan", "Nyttobeskrivningar", "Tillbaka"):
        page.get_by_role("button", name=step).click()
        sound(page)
    page.get_by_role("button", name="Avsluta workshopläget").click()
    page.get_by_role("button", name="Börja med en tom kedja").click()
    boxes(page, 0)
    sound(page)
    page.get_by_role("button", name="Skriv förändringen").click()
    expect(page.locator("[id='nyttokalkyl--lada.f1.text']")).to_be_focused()
    sound(page)


def heard(page: Page, words: str) -> None:
    """What is spoken, politely, when something has been done."""
    live = page.locator("nytto-kalkyl [data-live]")
    expect(live).to_have_text(re.compile(words))
    assert (live.get_attribute("role"), live.get_attribute("aria-live")) == ("status", "polite")


def tree(page: Page) -> list[tuple[str, str, str]]:
    """What a screen reader is given of the page: role, name and description of each thing that it is told of."""
    found = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    kept = [node for node in found if not node.get("ignored")]
    return [tuple(str(node.get(key, {}).get("value", "")) for key in ("role", "name", "description")) for node in kept]  # type: ignore[misc]


# The keys of the picture, one after the other, and what is heard.
SPOKEN = (
    ("5", "Nu verksamhetsmål"),
    ("Delete", "är borttagen.* Du kan ångra"),
    ("Control+z", "Ångrat"),
    ("Control+y", "Gjort igen"),
    ("f", "Vägarna genom lådan är framhävda"),
    ("Escape", "Hela kedjan är framhävd"),
    ("l", "Gå till lådan som pilen ska till"),
    ("Escape", "Ingen pil drogs"),
    ("d", "Lådan är kopierad"),
)


def test_what_a_screen_reader_is_given_and_what_it_speaks(new_reader: Open) -> None:
    page = ready(new_reader(RITA))
    told = tree(page)
    assert ("application", "Effektkedjan som bild. Samma innehåll finns som lista.") in {one[:2] for one in told}
    buttons = {name: description for role, name, description in told if role in ("button", "ToggleButton")}
    named = next(name for name in buttons if name.startswith("Nytta kr Kortare tid per bokning"))
    assert "672\u00a0000\u00a0kr per helt år" in named, "the amount is part of the name"
    assert "Kommer av: Färre samtal om bokning" in buttons[named]
    assert "Leder till: Mer tid för mötet med invånaren" in buttons[named]
    assert "Pil: Digital bokning av besök leder till Invånaren bokar själv" in buttons
    assert "Kortare tid per bokning" in buttons, "the same box in the list"
    assert [name for role, name, _ in told if role in ("button", "ToggleButton", "textbox", "combobox") and not name] == []
    headings = [name for role, name, _ in told if role == "heading"]
    assert {"Kedjan som bild", "Kedjan som lista", "Nyttor (5)", "Frågor att prata om", "Läs kedjan", "Nyttobeskrivningar"} <= set(headings)
    page.locator("#nyttokalkyl--lista-e1").press("Enter")
    expect(page.locator("[id='nyttokalkyl--lada.e1.text']")).to_be_focused()
    page.get_by_label("Ny pil till").select_option("m1")
    page.get_by_role("button", name="Dra pilen till den valda").press("Enter")
    heard(page, "Färre samtal om bokning leder till Mer tid för mötet med invånaren")
    page.get_by_role("button", name="Ny låda efter").press("Enter")
    heard(page, "Ny låda: Nytta. Skriv vad den ska heta")
    page.locator(".nk-kedja--ritas [aria-pressed=true]").focus()
    for key, words in SPOKEN:
        page.keyboard.press(key)
        heard(page, words)
    page.locator("[id='nyttokalkyl--se.sok']").fill("papper")
    heard(page, "lådor stämmer")
    page.keyboard.press("Enter")
    heard(page, "Träff 1 av")
    page.get_by_role("button", name="Lägg åt sidan").first.press("Enter")
    heard(page, "Frågan är lagd åt sidan")


def test_the_workshop_by_keyboard_from_notes_to_boxes_and_back(new_reader: Open) -> None:
    page = emptied(ready(new_reader(RITA)))
    page.get_by_role("button", name="Arbeta i grupp, steg för steg").press("Enter")
    tab_to(page, "se.lapp")
    for text in ("Digital bokning", "Färre samtal"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(page.get_by_role("textbox", name="Ny lapp")).to_have_value("")
    heard(page, "1\u00a0ny lapp, 2 i allt")
    page.evaluate("""() => {
      const data = new DataTransfer()
      data.setData('text', 'Kortare kö\\nLugnare mottagning')
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }""")
    heard(page, "2\u00a0nya lappar, 4 i allt")
    page.get_by_role("button", name="Nästa steg").press("Enter")
    expect(page.get_by_role("heading", name="Steg 2: Grupper")).to_be_focused()
    for text in ("Färre samtal", "Kortare kö"):
        page.get_by_role("checkbox", name=text).press("Space")
    page.get_by_role("textbox", name="Ny grupp").fill("Telefonen")
    page.keyboard.press("Enter")
    heard(page, "2\u00a0lappar i gruppen Telefonen")
    expect(page.get_by_role("heading", name="Telefonen (2)")).to_be_visible()
    page.get_by_role("button", name="Nästa steg").press("Enter")
    for kind, words in (("forandring", "Förändring: Digital bokning. Nästa lapp: Färre samtal"), ("effekt", "Effekt: Färre samtal"),
                        ("nytta", "Nytta: Kortare kö"), ("nytta", "Alla lappar är lådor")):  # fmt: skip
        page.locator(f"#nyttokalkyl--sort-{kind}").press("Enter")
        heard(page, words)
    page.get_by_role("button", name="Nästa steg").press("Enter")
    boxes(page, 4)
    expect(page.get_by_role("heading", name="Steg 4: Pilar")).to_be_focused()
    page.get_by_role("button", name="7 Tillbaka").press("Enter")
    expect(page.get_by_role("heading", name="Steg 7: Tillbaka")).to_be_focused()
    expect(page.get_by_role("heading", name="Frågor att prata om")).to_be_visible()
    page.get_by_role("button", name="Förra steget").press("Enter")
    expect(page.get_by_role("heading", name="Kortare kö")).to_be_visible()


def test_what_came_of_it_is_seen_where_she_is_and_paper_has_the_chain_and_no_tools(new_reader: Open) -> None:
    page = ready(new_reader(RITA))
    page.get_by_role("button", name="Lägg till i kedjan").click()
    expect(page.locator("[data-live]")).to_contain_text("några rader först")
    expect(page.locator("[data-live]")).to_be_in_viewport(ratio=1)
    page.emulate_media(media="print")
    for seen in (".nk-kedja--ritas", ".nk-lador", ".nk-fragor", ".nk-vagar", ".nk-beskrivning"):
        expect(page.locator(seen).first).to_be_visible()
    for tool in ("button:not(.nk-lador__namn)", "select", "summary", "[data-live]", "[name='se.in']", "[name='se.sok']"):
        assert page.locator(f"nytto-kalkyl {tool}").filter(visible=True).count() == 0, tool


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_chain_and_the_calculation_are_one(new_reader: Open, scheme: str) -> None:
    page = ready(new_reader(RITA, color_scheme=scheme))
    page.locator("#nyttokalkyl--lista-n1").click()
    page.locator("[id='nyttokalkyl--lada.n1.text']").fill("Mycket kortare tid per bokning")
    expect(page.locator("#nyttokalkyl--bild-n1")).to_contain_text("Mycket kortare")
    page.wait_for_timeout(900)
    page.get_by_role("link", name="Till kalkylen").click()
    expect(page.locator("[id='nyttokalkyl--nyttor.0.namn']")).to_have_value("Mycket kortare tid per bokning", timeout=30_000)
