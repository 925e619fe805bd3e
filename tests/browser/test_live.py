"""What a reader may count on from the live page."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.reader import ready

Open = Callable[..., Page]
TIMKOSTNAD, KALKYL = "/kalkylatorer/timkostnad/", "/kalkylatorer/nyttokalkyl/"
WAGE = "#timkostnad--manadslon"
MINUTES = "[id='nyttokalkyl--nyttor.0.faktorer.1.troligt']"


def hourly(page: Page) -> object:
    return expect(page.locator("output[name=timkostnad_avrundad]"))


def saved(page: Page) -> None:
    """Long enough for the autosave to have been written."""
    page.wait_for_timeout(900)


def test_the_answer_stands_in_the_page_without_javascript(new_reader: Open) -> None:
    page = new_reader(TIMKOSTNAD, java_script_enabled=False)
    hourly(page).to_have_text(re.compile("453"))
    expect(page.locator(".nk-status--static")).to_be_visible()
    expect(page.get_by_role("button", name="Ångra")).to_be_hidden()


def test_the_first_change_is_answered_by_the_engine(new_reader: Open) -> None:
    page = new_reader(TIMKOSTNAD)
    page.fill(WAGE, "50 800")
    hourly(page).to_have_text(re.compile("551"))
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready")


def test_what_is_typed_before_the_engine_is_ready_is_kept_and_shown_as_waiting(new_reader: Open) -> None:
    page = new_reader("/")
    held: list[Route] = []
    page.route("**/*.whl", lambda route: held.append(route))
    page.goto(TIMKOSTNAD)
    page.fill(WAGE, "33100")
    page.fill("#timkostnad--paslagsfaktor", "1,6")
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "starting")
    expect(page.locator(".nk-status--starting")).to_be_visible()
    while not held:
        page.wait_for_timeout(50)
    for route in held:
        route.continue_()
    hourly(page).to_have_text(re.compile("373"))
    expect(page.locator(WAGE)).to_have_value("33100")


def test_what_is_typed_in_the_very_moment_that_the_field_is_touched_is_kept(new_reader: Open) -> None:
    page = new_reader("/")
    page.add_init_script(
        """document.addEventListener('DOMContentLoaded', () => {
            const field = document.getElementById('timkostnad--manadslon')
            field.dispatchEvent(new FocusEvent('focusin', {bubbles: true}))
            field.value = '33100'
            field.dispatchEvent(new InputEvent('input', {bubbles: true}))
        })"""
    )
    page.goto(TIMKOSTNAD)
    hourly(page).to_have_text(re.compile("359"))
    page.fill("#timkostnad--paslagsfaktor", "1,6")
    hourly(page).to_have_text(re.compile("373"))


def test_what_is_chosen_while_the_script_is_still_on_its_way_is_kept(new_reader: Open) -> None:
    page = new_reader("/")
    held: list[Route] = []
    page.route("**/element.*.js", lambda route: held.append(route))
    page.goto(KALKYL, wait_until="commit")
    page.select_option("#nyttokalkyl--horisont", "15")
    held[0].continue_()
    expect(page.locator("#nyttokalkyl--kort")).to_contain_text("Nettonytta efter 15", timeout=30_000)
    expect(page.locator("#nyttokalkyl--horisont")).to_have_value("15")


def test_undo_and_redo_by_button_and_by_keyboard(new_reader: Open) -> None:
    page = ready(new_reader(TIMKOSTNAD))
    page.fill(WAGE, "50800")
    hourly(page).to_have_text(re.compile("551"))
    page.keyboard.press("Control+z")
    hourly(page).to_have_text(re.compile("453"))
    expect(page.locator(WAGE)).to_have_value(re.compile("41.800"))
    page.keyboard.press("Control+Shift+z")
    hourly(page).to_have_text(re.compile("551"))
    page.get_by_role("button", name="Ångra").click()
    hourly(page).to_have_text(re.compile("453"))
    page.get_by_role("button", name="Gör om").click()
    expect(page.locator(WAGE)).to_have_value("50800")


def test_an_empty_form_shows_no_number_and_the_example_comes_back(new_reader: Open) -> None:
    page = ready(new_reader(TIMKOSTNAD))
    page.get_by_role("button", name="Börja med tom kalkyl").click()
    expect(page.locator(WAGE)).to_have_value("")
    expect(page.locator("output[name=timkostnad]")).to_have_count(0)
    expect(page.locator(".nk-no-result")).to_contain_text("Fyll i medellön")
    page.get_by_role("button", name="Visa exemplet").click()
    hourly(page).to_have_text(re.compile("453"))
    expect(page.locator(".nk-origin")).to_contain_text("exempel")


def test_rows_are_added_moved_copied_and_removed_by_keyboard(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    page.locator("#nyttokalkyl--nyttor--add").press("Enter")
    added = page.locator("[id='nyttokalkyl--nyttor.3.namn']")
    expect(added).to_be_focused()
    page.keyboard.type("Ny nytta")
    page.locator("[id='nyttokalkyl--nyttor.3--up']").press("Enter")
    expect(page.locator("[id='nyttokalkyl--nyttor.2.namn']")).to_have_value("Ny nytta")
    expect(page.locator("[id='nyttokalkyl--nyttor.2--up']")).to_be_focused()
    page.locator("[id='nyttokalkyl--nyttor.2'] [data-do=copy]").press("Enter")
    expect(page.locator("[id='nyttokalkyl--nyttor.3.namn']")).to_have_value("Ny nytta")
    for place in (3, 2):
        page.locator(f"[id='nyttokalkyl--nyttor.{place}'] > .nk-row-tools [data-do=remove]").press("Enter")
        expect(page.locator("nytto-kalkyl")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("[id='nyttokalkyl--nyttor.2.namn']")).to_have_value("Mindre väntan i telefon")
    assert page.evaluate("document.activeElement.closest('[id^=\"nyttokalkyl--nyttor.2\"]') !== null")


def test_what_she_has_opened_stays_open_while_she_types(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    steps = page.locator("#nyttokalkyl--steg-nettonytta")
    steps.locator("summary").click()
    page.fill(MINUTES, "9")
    expect(page.locator("output[name=nettonytta]")).to_contain_text("3 013 742")
    expect(steps).to_have_attribute("open", "")
    expect(steps).to_contain_text("4 913 093 kr − 1 899 351 kr")


def test_a_keystroke_draws_only_what_it_changes(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    figures = page.locator(".nk-part--sammanfattning .nk-figure")
    page.locator(MINUTES).fill("77")  # no longer the example
    expect(page.locator(".nk-example-tag")).to_have_count(0)
    figures.evaluate_all("all => all.forEach((one) => { one.kept = true })")
    before = page.locator("output[name=nettonytta]").inner_text()
    page.locator(MINUTES).fill("777")
    expect(page.locator("output[name=nettonytta]")).not_to_have_text(before)
    assert figures.evaluate_all("all => all.length > 2 && all.every((one) => one.kept)")


def test_what_is_drawn_is_what_the_engine_wrote(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    page.evaluate(
        """() => {
        let drawn = 0
        window.other = []
        const template = document.createElement('template')
        document.querySelector('nytto-kalkyl').addEventListener('nytto:shown', ({ detail }) => {
            for (const [id, html] of Object.entries(detail.slots)) {
                const slot = document.getElementById(id)
                if (!slot || slot.querySelector('input, select, textarea, details[open]')) continue
                template.innerHTML = html
                document.body.dataset.drawn = ++drawn
                const same = slot.cloneNode()
                same.append(template.content)
                if (!slot.isEqualNode(same)) window.other.push(id)
            }
        })
    }"""
    )
    page.locator(MINUTES).fill("777")
    page.keyboard.press("Tab")
    page.locator(MINUTES).fill("")
    page.locator("[data-do=add][data-path=kostnader]").press("Enter")
    page.locator("[name=horisont]").select_option(index=0)
    page.locator("[data-do=undo]").press("Enter")
    page.locator("[data-do=empty]").first.press("Enter")
    page.locator("[data-do=undo]").press("Enter")
    expect(page.locator("body")).to_have_attribute("data-drawn", re.compile(r"\d\d"))
    expect(page.locator("nytto-kalkyl")).not_to_have_attribute("aria-busy", "true")
    assert page.evaluate("window.other") == []


def test_a_jump_to_a_part_leaves_the_keyboard_there(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    page.locator("[data-do=empty]").press("Enter")
    page.locator("a.nk-choice[href$='--del-syfte']").press("Enter")
    page.wait_for_timeout(1500)  # the theme's own jump came late, and took the keyboard to nowhere
    assert page.evaluate("document.activeElement.id") == "nyttokalkyl--del-syfte"
    assert "#" not in page.url


def test_a_link_to_a_part_of_another_page_leads_there_also_while_the_window_is_scrolled(new_reader: Open) -> None:
    page = new_reader("/kalkylatorer/")
    page.route("**/nyttokalkyl/", lambda route: (page.wait_for_timeout(400), route.continue_()))  # the theme notes the scrolling meanwhile
    page.evaluate(
        """() => {
        const link = document.querySelector('article a[href*="nyttokalkyl/"]')
        link.href = new URL(link.href).pathname + '#nyttokalkyl--del-nyttor'
        scrollTo(0, 400)
        requestAnimationFrame(() => link.click())
    }"""
    )
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=30_000)
    expect(page.locator("#nyttokalkyl--del-nyttor > legend")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == "nyttokalkyl--del-nyttor"


def test_an_address_with_a_broken_end_leads_to_the_page(new_reader: Open) -> None:
    page = new_reader("/kalkylatorer/timkostnad/#%E0%A4%A")
    ready(page)
    page.fill(WAGE, "50 800")
    hourly(page).to_have_text(re.compile("551"))


def test_a_letter_that_meets_no_field_does_nothing(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    address = page.url
    page.evaluate("document.activeElement.blur()")
    page.keyboard.type("npfs,./")
    page.wait_for_timeout(1500)
    assert page.url == address
    assert page.evaluate("document.activeElement === document.body")


def test_a_link_opens_the_same_calculation_and_leaves_her_own_work_alone(new_reader: Open) -> None:
    sender = ready(new_reader(KALKYL))
    sender.fill(MINUTES, "9")
    expect(sender.locator("output[name=nettonytta]")).to_contain_text("3 013 742")
    sender.get_by_role("button", name="Kopiera länk").click()
    link = sender.locator("#nyttokalkyl--lank").input_value()
    receiver = ready(new_reader(KALKYL))
    receiver.fill(MINUTES, "5")
    saved(receiver)
    receiver.goto("/")
    receiver.goto(link)
    expect(receiver.locator("output[name=nettonytta]")).to_contain_text("3 013 742", timeout=30_000)
    expect(receiver.locator(".nk-origin--copy")).to_be_focused()
    receiver.fill(MINUTES, "11")
    saved(receiver)
    receiver.reload()
    expect(receiver.locator(MINUTES)).to_have_value("11", timeout=30_000)
    receiver.get_by_text("Mina kalkyler").click()
    receiver.locator("button:enabled", has_text="Öppna Digital bokning").click()
    expect(receiver.locator(MINUTES)).to_have_value("5")


@pytest.mark.parametrize(
    ("fragment", "says"),
    [
        ("k=9.abc", "nyare version"),
        ("k=1.eJx", "inte hel"),
        ("k=1.<script>alert(1)</script>", "inte hel"),
        ("k=", "inte hel"),
    ],
)
def test_a_link_that_cannot_be_read_gives_a_sentence_and_the_page_as_it_was(
    new_reader: Open, fragment: str, says: str
) -> None:
    page = new_reader(f"{TIMKOSTNAD}#{fragment}")
    expect(page.locator("[data-live]")).to_contain_text(says, timeout=30_000)
    expect(page.locator(".nk-origin--copy")).to_contain_text(says)
    hourly(page).to_have_text(re.compile("453"))


def test_the_page_says_that_the_link_is_copied_only_when_it_is(new_reader: Open) -> None:
    for permissions, copied in ((["clipboard-write", "clipboard-read"], True), ([], False)):
        page = new_reader("/", permissions=permissions)
        if not copied:
            page.add_init_script("Clipboard.prototype.writeText = () => Promise.reject(new Error('no'))")
        page.goto(TIMKOSTNAD)
        ready(page).get_by_role("button", name="Kopiera länk").click()
        expect(page.locator("#timkostnad--lank")).to_be_visible()
        expect(page.locator(".nk-copied")).to_be_visible(visible=copied)


def test_a_named_link_fills_one_field(new_reader: Open) -> None:
    page = new_reader(f"{TIMKOSTNAD}#manadslon=50800")
    hourly(page).to_have_text(re.compile("551"), timeout=30_000)


def test_each_example_on_the_page_opens_filled_in_and_her_own_figures_come_back(new_reader: Open) -> None:
    page = ready(new_reader("/kalkylatorer/digitala_las/"))
    form, users = page.locator(".nk-form"), page.locator("input[name=brukare]")
    users.fill("7")
    for name, count in (("köper låsen", "200"), ("hyr låsen", "60")):
        page.get_by_role("link", name=re.compile(f"Öppna exemplet ifyllt.*{name}")).click()
        expect(users).to_have_value(count)
        expect(form).to_be_focused()
        expect(form).to_be_in_viewport()
        page.get_by_role("button", name="Tillbaka till min egen kalkyl").click()
        expect(users).to_have_value("7")
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready")


@pytest.mark.parametrize("by", ["a link", "a button"])
def test_what_she_has_just_typed_is_kept_when_something_else_is_opened_at_once(new_reader: Open, by: str) -> None:
    page = new_reader("/")
    held: list[Route] = []
    page.route("**/*.whl", lambda route: held.append(route))
    page.goto("/kalkylatorer/digitala_las/")
    users = page.locator("input[name=brukare]")
    users.fill("7")  # not answered yet
    if by == "a link":
        page.get_by_role("link", name=re.compile("Öppna exemplet ifyllt.*köper låsen")).click()
    else:
        page.get_by_role("button", name="Ny kalkyl").click()
    while not held:
        page.wait_for_timeout(50)
    for route in held:
        route.continue_()
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=30_000)
    expect(users).to_have_value("200" if by == "a link" else "")
    if by == "a link":
        page.get_by_role("button", name="Tillbaka till min egen kalkyl").click()
    else:
        page.get_by_text("Mina kalkyler").click()
        page.locator("button:enabled", has_text="Öppna").filter(has_text="Digitala lås").first.click()
    expect(users).to_have_value("7")


def test_what_she_typed_is_there_after_a_reload(new_reader: Open) -> None:
    page = ready(new_reader(TIMKOSTNAD))
    page.fill(WAGE, "33100")
    saved(page)
    page.reload()
    expect(page.locator(WAGE)).to_have_value(re.compile("33.?100"), timeout=30_000)
    hourly(page).to_have_text(re.compile("359"))


def test_another_page_and_back_keeps_the_work_and_the_engine(new_reader: Open) -> None:
    page = ready(new_reader(TIMKOSTNAD))
    page.fill(WAGE, "33100")
    hourly(page).to_have_text(re.compile("359"))
    saved(page)  # where another address than the built one is served, the page is loaded in full
    page.get_by_role("link", name="Standardvärden").first.click()
    expect(page.locator("h1")).to_contain_text("Standardvärden")
    page.go_back()
    hourly(page).to_have_text(re.compile("359"), timeout=10_000)
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=30_000)


def test_a_store_that_another_tab_wants_to_delete_is_let_go_and_holds_nobody_back(new_reader: Open) -> None:
    page = ready(new_reader(TIMKOSTNAD))
    page.fill(WAGE, "33100")
    saved(page)
    deleted = "new Promise((done) => { indexedDB.deleteDatabase('nyttokalkyl').onsuccess = () => done(true) })"
    assert page.evaluate(deleted)
    page.fill(WAGE, "50800")
    saved(page)
    page.reload()
    hourly(page).to_have_text(re.compile("551"), timeout=30_000)


def test_a_store_that_never_answers_holds_nobody_back(new_reader: Open) -> None:
    page = new_reader("/")
    page.add_init_script("IDBFactory.prototype.open = () => ({})")
    page.goto(TIMKOSTNAD)
    page.fill(WAGE, "50800")
    hourly(page).to_have_text(re.compile("551"), timeout=30_000)


def test_a_fault_stands_at_its_field_and_in_the_list_and_goes_when_it_is_mended(new_reader: Open) -> None:
    page = ready(new_reader(TIMKOSTNAD))
    page.fill("#timkostnad--arbetstid_h_per_manad", "0")
    note = page.locator("#timkostnad--arbetstid_h_per_manad--note")
    expect(note).to_contain_text("ska vara mer än 0")
    assert "arbetstid_h_per_manad--note" in (
        page.get_attribute("#timkostnad--arbetstid_h_per_manad", "aria-describedby") or ""
    )
    expect(page.locator("#timkostnad--arbetstid_h_per_manad")).to_have_attribute("aria-invalid", "true")
    page.locator(WAGE).focus()
    page.locator(".nk-summary a").click()
    expect(page.locator("#timkostnad--arbetstid_h_per_manad")).to_be_focused()
    page.fill("#timkostnad--arbetstid_h_per_manad", "142")
    expect(page.locator(".nk-summary")).to_have_count(0)
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    hourly(page).to_have_text(re.compile("453"))


def test_a_link_in_the_list_opens_all_that_folds_the_field_away(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    field = page.locator("[id='nyttokalkyl--nyttor.1.timkostnad.troligt']")
    page.locator("[id='nyttokalkyl--nyttor.1--titel']").click()
    page.locator("[id='nyttokalkyl--nyttor.1'] .nk-more summary").click()
    field.fill("mycket")
    page.locator("[id='nyttokalkyl--nyttor.1'] .nk-more summary").click()
    page.locator("[id='nyttokalkyl--nyttor.1--titel']").click()
    expect(field).to_be_hidden()
    page.locator(".nk-summary a").click()
    expect(field).to_be_focused()


def test_the_engine_can_be_started_again_after_it_stopped(new_reader: Open) -> None:
    page = new_reader("/")
    page.route("**/*.whl", lambda route: route.abort())
    page.goto(TIMKOSTNAD)
    page.fill(WAGE, "50800")
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "error", timeout=30_000)
    page.unroute("**/*.whl")
    page.get_by_role("button", name="Starta igen").click()
    hourly(page).to_have_text(re.compile("551"), timeout=30_000)


def test_text_with_markup_stays_text(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    page.fill("[id='nyttokalkyl--nyttor.0.namn']", "<img src=x onerror=alert(1)><script>")
    expect(page.locator("[id='nyttokalkyl--nyttor.0--titel']")).to_contain_text("<img src=x")
    assert page.locator("nytto-kalkyl img, nytto-kalkyl script").count() == 0


def test_two_tabs_do_not_lose_each_others_work(new_reader: Open) -> None:
    first = ready(new_reader(TIMKOSTNAD))
    second = first.context.new_page()
    second.goto(TIMKOSTNAD)
    ready(second)
    first.fill(WAGE, "11111")
    saved(first)
    second.fill(WAGE, "22222")
    saved(second)
    kept = second.evaluate(
        """() => new Promise(done => { const r = indexedDB.open('nyttokalkyl'); r.onsuccess = () => {
        r.result.transaction('dokument').objectStore('dokument').getAll().onsuccess = e => done(JSON.stringify(e.target.result)) } })"""
    )
    assert "11111" in kept
    assert "22222" in kept


def test_paper_shows_the_figures_and_no_buttons(new_reader: Open) -> None:
    page = new_reader(KALKYL)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Kopiera länk")).to_be_hidden()
    expect(page.locator("output[name=nettonytta]")).to_be_visible()


def test_paper_begins_with_the_answer_and_leaves_out_what_is_empty(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    source = page.locator("[id='nyttokalkyl--nyttor.2.faktorer.2.kalla']")
    page.fill("[id='nyttokalkyl--nyttor.0.faktorer.1.lagst']", "")
    page.emulate_media(media="print")
    expect(page.locator(".nk-on-paper")).to_have_text("Digital bokning av besök")
    assert page.locator(".nk-brief").bounding_box()["y"] < page.locator(".nk-form").bounding_box()["y"]  # type: ignore[index]
    expect(page.locator("[id='nyttokalkyl--nyttor.0.faktorer.1.lagst']")).to_be_hidden()
    expect(page.locator("[id='nyttokalkyl--nyttor.0.faktorer.1.hogst']")).to_be_visible()
    assert source.evaluate("field => field.scrollWidth <= field.clientWidth + 1"), "the whole source is read"
