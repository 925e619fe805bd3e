"""Several documents: new, another, a copy, away and back, versions, files, links, and two tabs."""

import json
from typing import Any

from calculators.browser import OPEN
from tests.page import Page

KALKYL = "nyttokalkyl"


def named(page: Page) -> str:
    return page.flat.get("namn", "")


def here(page: Page) -> str:
    return OPEN[page.id].desk.id


def listed(page: Page) -> list[str]:
    return [d.name for d in OPEN[page.id].desk.documents]


def kept(page: Page, **event: Any) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = page.send(event)["keep"]
    return found


def begun(name: str = "Min kalkyl") -> Page:
    page = Page(KALKYL)
    page.send({"do": "new", "newId": "a"})
    page.type("namn", name)
    kept(page, do="save")
    return page


def test_a_new_document_leaves_the_old_one_in_the_list() -> None:
    page = begun()
    page.send({"do": "new", "newId": "b"})
    assert (here(page), named(page)) == ("b", "")
    page.type("namn", "Nästa")
    saved = kept(page, do="save")
    assert set(saved) == {"b"}
    assert saved["b"]["name"] == "Nästa"
    assert {"Min kalkyl", "Nästa"} <= set(listed(page))


def test_another_document_opens_and_nothing_of_the_first_is_left_in_it() -> None:
    page = begun()
    text = page.saved()
    page.send({"do": "new", "newId": "b"})
    page.send({"do": "switch", "loadedId": "a", "loaded": text})
    assert (here(page), named(page)) == ("a", "Min kalkyl")
    assert page.send({"do": "undo"})["say"] != "Ångrat."
    assert page.stale() is None


def test_a_copy_has_a_name_and_a_place_of_its_own() -> None:
    page = begun()
    saved = kept(page, do="duplicate", newId="b")
    assert saved["b"]["name"] == "Min kalkyl (kopia)"
    assert here(page) == "b"


def test_a_document_that_is_taken_away_can_be_had_back() -> None:
    page = begun()
    text = page.saved()
    reply = page.send({"do": "delete", "loadedId": "a", "loaded": text, "newId": "b"})
    assert reply["forget"] == ["a"]
    assert "Min kalkyl är borttagen" in page.tree.text
    back = kept(page, do="restore")
    assert set(back) == {"a"}
    assert (here(page), named(page)) == ("a", "Min kalkyl")


def test_an_earlier_version_opens_and_can_be_undone() -> None:
    page = begun("Först")
    text = page.saved()
    page.type("namn", "Sedan")
    page.send({"do": "versions", "loaded": [{"n": 1, "name": "Först", "changed": "2026-11-25T14:05"}]})
    assert "25 november 2026 kl. 14.05" in page.tree.text.replace("\u00a0", " ")
    page.send({"do": "restore_version", "loadedId": "1", "loaded": text})
    assert named(page) == "Först"
    page.send({"do": "undo"})
    assert named(page) == "Sedan"


def test_a_file_holds_everything_and_opens_as_a_new_document() -> None:
    page = begun()
    file = page.send({"do": "save_file"})["download"]
    assert file["name"] == "min-kalkyl.json"
    assert json.loads(file["text"])["kalkyl"]["namn"] == "Min kalkyl"
    saved = kept(page, do="open_file", newId="b", files=[{"name": "min-kalkyl.json", "text": file["text"]}])
    assert set(saved) == {"b"}
    assert named(page) == "Min kalkyl"


def test_a_file_that_cannot_be_read_leaves_the_work_and_says_why() -> None:
    page = begun()
    for file in ({"name": "bild.png", "text": "\x89PNG"}, {"name": "stor.json", "large": True}, {}):
        page.send({"do": "open_file", "newId": "b", "files": [file]})
        assert "gick inte att öppna" in page.tree.text
        assert (here(page), named(page)) == ("a", "Min kalkyl")


def test_a_pasted_table_opens_as_a_new_document_and_leaves_the_box() -> None:
    page = begun()
    page.type("bredvid.poster", "Namn\t2027\t2028\nPorto\t1 000\t2 000\nLicens\t-500\t-500")
    assert set(kept(page, do="open_table", newId="b")) == {"b"}
    assert here(page) == "b"
    assert (page.flat["nyttor.0.namn"], page.flat["kostnader.0.namn"]) == ("Porto", "Licens")
    assert "1\u00a0nytta" in page.tree.text
    assert "Porto" not in OPEN[page.id].desk.beside["poster"]


def test_a_pasted_text_that_is_no_table_leaves_the_work_and_stays_where_it_was_pasted() -> None:
    page = begun()
    page.send({"do": "open_table", "newId": "b"})
    assert "Klistra in den i rutan först" in page.tree.text
    page.type("bredvid.poster", "Hej och välkommen")
    page.send({"do": "open_table", "newId": "b"})
    assert "Tabellen gick inte att öppna" in page.tree.text
    assert (here(page), named(page)) == ("a", "Min kalkyl")
    assert OPEN[page.id].desk.beside["poster"] == "Hej och välkommen"


def test_work_in_two_tabs_is_kept_in_two_documents_and_said() -> None:
    page = begun()
    saved = kept(page, do="conflict", newId="b")
    assert saved["b"]["name"] == "Min kalkyl (från den andra fliken)"
    assert "ändrades i en annan flik" in page.tree.text


def test_a_browser_that_cannot_save_is_said_and_the_file_is_offered() -> None:
    page = begun()
    page.send({"do": "unsaved", "value": "QuotaExceededError"})
    assert "är fullt" in page.tree.text
    page.send({"do": "unsaved", "value": "SecurityError"})
    assert "kan inte spara" in page.tree.text


def test_who_opens_a_link_sees_a_copy_and_finds_her_own_work_untouched() -> None:
    sender = begun("Från länken")
    fragment = sender.send({"do": "link", "address": "https://exempel.test/"})["link"].partition("#")[2]
    mine = begun("Min egen").saved()
    page = Page(KALKYL, fragment, mine)
    assert named(page) == "Från länken"
    assert here(page) != KALKYL
    assert "Du ser en kopia" in page.tree.text
    page.send({"do": "switch", "loadedId": KALKYL, "loaded": mine})
    assert named(page) == "Min egen"


def test_two_hundred_documents_are_listed() -> None:
    page = Page(KALKYL)
    rows = [{"id": f"d{n}", "name": f"Kalkyl {n}", "changed": "2026-11-25T10:00"} for n in range(200)]
    page.send({"do": "open", "fresh": True, "fragment": "", "id": "d7", "document": None, "documents": rows})
    assert "Kalkyl 199" in page.tree.text
    assert page.stale() is None
