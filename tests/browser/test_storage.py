"""What is kept in the reader's own browser: nothing but the last half second is lost, and a full or closed store is said."""

import contextlib
import re
from collections.abc import Callable

from playwright.sync_api import Error, Page, expect

from calculators.registry import calculator
from calculators.saved import State, text_of
from calculators.wire import from_json, to_flat
from tests.browser.reader import ready

Open = Callable[..., Page]
KALKYL = "/kalkylatorer/nyttokalkyl/"
NAME = "input[name=namn]"
MANY = 200
PUT = """async ([text, many]) => {
  const base = await new Promise((done) => { const asked = indexedDB.open('nyttokalkyl'); asked.onsuccess = () => done(asked.result) })
  const store = base.transaction('dokument', 'readwrite').objectStore('dokument')
  for (let n = 0; n < many; n++) {
    store.put({ calculator: 'nyttokalkyl', name: `Kalkyl ${n}`, document: text, revision: 1, changed: '2026-11-25T10:00' }, `k${n}`)
  }
  await new Promise((done) => { store.transaction.oncomplete = done })
  base.close()
}"""


VERSIONS = """async () => {
  const base = await new Promise((done) => { const asked = indexedDB.open('nyttokalkyl'); asked.onsuccess = () => done(asked.result) })
  const asked = base.transaction('versioner').objectStore('versioner').getAll()
  const found = await new Promise((done) => { asked.onsuccess = () => done(asked.result) })
  base.close()
  return found.map((version) => JSON.parse(version.document).kalkyl.namn)
}"""


def test_a_page_that_is_killed_has_lost_no_more_than_the_last_half_second(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    page.locator("[data-do=empty]").click()
    page.locator(NAME).fill("Digital post")
    page.wait_for_timeout(800)  # half a second, and the time to write
    other = page.context.new_page()
    with contextlib.suppress(Error):  # the page can't answer: it is gone
        page.goto("chrome://crash", timeout=2000)
    other.goto(KALKYL)
    expect(other.locator(NAME)).to_have_value("Digital post", timeout=30_000)


def test_two_hundred_documents_are_listed_and_the_last_one_opens(new_reader: Open) -> None:
    calc = calculator("nyttokalkyl")
    text = text_of(calc, State(to_flat(from_json(calc, calc.examples[0].given))))
    page = ready(new_reader(KALKYL))
    page.locator(NAME).fill("Min egen")
    page.wait_for_timeout(900)
    page.evaluate(PUT, [text, MANY - 1])
    page.reload()
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=30_000)
    page.get_by_text(re.compile(rf"Mina kalkyler \({MANY}\)")).click()
    page.get_by_role("button", name=f"Öppna Kalkyl {MANY - 2}", exact=True).click()
    expect(page.locator(NAME)).to_have_value("Digital bokning av besök")
    expect(page.locator("li[aria-current=true]")).to_contain_text(f"Kalkyl {MANY - 2}")  # the list has been drawn anew
    page.get_by_role("button", name="Öppna Min egen", exact=True).click()
    expect(page.locator(NAME)).to_have_value("Min egen")


def test_a_store_that_is_closed_is_said_and_the_file_is_offered(new_reader: Open) -> None:
    page = new_reader("/")
    page.add_init_script("indexedDB.open = () => { throw new DOMException('closed', 'SecurityError') }")
    page.goto(KALKYL)
    ready(page).locator(NAME).fill("Digital post")
    notice = page.locator(".nk-notice")
    expect(notice).to_contain_text("kan inte spara")
    with page.expect_download() as saved:
        notice.get_by_role("button", name="Spara fil").click()
    assert "Digital post" in saved.value.path().read_text(encoding="utf-8")


def test_a_full_store_is_said_and_nothing_that_she_wrote_is_lost(new_reader: Open) -> None:
    page = new_reader("/")
    page.add_init_script("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(KALKYL)
    ready(page).locator(NAME).fill("Digital post")
    expect(page.locator(".nk-notice")).to_contain_text("utrymme är fullt")
    expect(page.locator(NAME)).to_have_value("Digital post")


def test_a_deleted_calculation_leaves_no_versions_behind_and_undo_brings_them_back_with_it(new_reader: Open) -> None:
    page = ready(new_reader(KALKYL))
    page.locator("[data-do=empty]").click()
    for name in ("Digital post", "Digital post och e-arkiv"):
        page.locator(NAME).fill(name)
        page.wait_for_timeout(900)
    kept = page.evaluate(VERSIONS)
    assert kept
    page.get_by_text("Mina kalkyler").click()
    page.get_by_role("button", name="Ta bort Digital post och e-arkiv").click()
    undo = page.get_by_role("button", name="Ångra borttagningen")
    expect(undo).to_be_visible()
    page.wait_for_timeout(900)  # what takes its place is saved too
    assert not page.evaluate(VERSIONS)
    undo.click()
    expect(page.locator(NAME)).to_have_value("Digital post och e-arkiv")
    page.wait_for_function(f"async (kept) => String(await ({VERSIONS})()) === String(kept)", arg=kept)
