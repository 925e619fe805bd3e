"""Every page: what a person writes stays text, every field has a label, every id is alone."""

import json
import re
from collections.abc import Iterator

import pytest

from calculators.browser import handle
from calculators.registry import calculator, ids
from calculators.views.page import render
from tests.page import Node, Page, parsed
from tests.page import ids as ids_of

HOSTILE = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>", "</option></select><b>x</b>",
           "</p></form><iframe>", "{{ 7*7 }}", "&lt;script&gt;", "javascript:alert(1)"]  # fmt: skip
OURS = """
    root nytto-kalkyl nav progress textarea p div form section fieldset legend label span input select option optgroup
    button details summary h2 h3 h4 h5
    dl dt dd ul ol li
    table caption thead tbody tfoot tr th td output a strong figure figcaption
    svg g path rect line text tspan title desc circle polyline polygon defs use clippath marker pattern
"""
OUR_ADDRESS = re.compile(r"#|\.\./\.\./(metod|effektkedja)/[a-z-]+/$|\.\./[a-z_]+/(#nyttokalkyl--del-[a-z]+|#k=[0-9]+\.[A-Za-z0-9_-]+)?$")
by_id = pytest.mark.parametrize("id", ids())


def assert_only_our_markup(tree: Node) -> None:
    for node in tree.walk():
        assert node.tag in OURS.split(), node
        for name, value in node.attributes.items():
            assert not name.startswith("on"), node.attributes
            assert name != "style"
            assert name not in ("href", "src") or OUR_ADDRESS.match(str(value)), node.attributes


def fields(tree: Node) -> Iterator[Node]:
    return (n for n in tree.walk() if n.tag in ("input", "select", "textarea"))


@by_id
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_in_every_field_at_once_stay_texts(id: str, text: str) -> None:
    page = Page(id)
    page.send(*({"do": "input", "key": key, "value": text} for key in page.fields))
    assert_only_our_markup(page.tree)
    assert_only_our_markup(page.fresh())
    page.send({"do": "link", "address": f"https://exempel.test/{text}"})
    assert_only_our_markup(page.tree)


@by_id
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_among_sound_figures_stay_texts(id: str, text: str) -> None:
    page = Page(id)
    words = [k for k, f in page.fields.items() if f.tag == "input" and f.attributes.get("inputmode") != "decimal"]
    page.send(*({"do": "input", "key": key, "value": f"{text}{n}"} for n, key in enumerate(words)))
    assert_only_our_markup(page.tree)


@by_id
def test_every_field_has_one_label_of_its_own(id: str) -> None:
    for tree in (parsed(render(id)), Page(id).tree):
        labels = [n.attributes["for"] for n in tree.walk() if n.tag == "label"]
        for field in fields(tree):
            assert labels.count(field.attributes["id"]) == 1, field.attributes


@by_id
def test_no_two_labels_read_the_same(id: str) -> None:
    labels = [n.text.strip() for n in parsed(render(id)).walk() if n.tag == "label"]
    assert all(labels)


@by_id
def test_every_id_is_alone_and_begins_with_the_calculator(id: str) -> None:
    found = ids_of(parsed(render(id)))
    assert len(set(found)) == len(found)
    assert all(at == id or at.startswith(f"{id}-") for at in found)


@by_id
def test_every_button_says_what_it_does(id: str) -> None:
    for button in (n for n in parsed(render(id)).walk() if n.tag == "button"):
        assert button.attributes["type"] == "button"
        assert button.text.strip()
        assert button.attributes.get("data-do") or button.attributes["data-save"]


@by_id
def test_the_built_page_is_answered_and_called_an_example(id: str) -> None:
    page = Page(id)
    assert page.reply["slots"] == {}, "the worker's first page is not the built one"
    assert page.shown
    assert all(text.strip() for text in page.shown.values())
    assert calculator(id).examples[0].name in page.tree.text


@by_id
def test_where_nothing_is_filled_in_no_number_pretends_to_be_her_result(id: str) -> None:
    page = Page(id)
    page.send({"do": "empty"})
    hers = [name for name in page.shown if not name.startswith("exempel.")]
    assert not hers or "Inte komplett" in page.tree.text
    assert calculator(id).reference or "Exempel" not in {
        n.text for n in page.tree.walk() if n.attributes.get("class") == "nk-example-tag"
    }


def test_a_benefit_without_a_value_shows_no_number_of_its_own() -> None:
    page = Page("nyttokalkyl")
    page.send({"do": "empty"})
    assert not page.shown
    assert page.said[-1] == "Kalkylen är tom."
    page.type("kostnader.0.faktorer.0.troligt", "500")
    assert page.shown["nettonytta"] == "\u22122\u00a0790\u00a0kr", "500 kr × 5.5797, six years at 3 per cent"
    assert "arligt_varde.K1" in page.shown
    assert "arligt_varde.N1" not in page.shown
    assert "N1: Fyll i värde." in page.tree.text
    assert page.stale() is None


def test_what_has_no_price_is_shown_before_anything_has() -> None:
    page = Page("nyttokalkyl")
    page.send({"do": "empty"}, {"do": "add", "path": "ej_varderade"})
    page.type("ej_varderade.0.namn", "Tryggare kvällar")
    result = page.element("nyttokalkyl--ej_varderade_resultat")
    assert result is not None
    assert "Tryggare kvällar" in result.text
    assert not page.shown


def test_a_new_question_is_heard_once() -> None:
    page = Page("timkostnad")
    page.type("manadslon", "1400")
    assert "Är det en månadslön på heltid?" in page.said[-1]
    page.type("manadslon", "14000")
    assert page.said[-1].startswith("Timkostnad")
    assert "Är det" not in page.said[-1]


def test_a_fault_stands_at_its_field_and_in_the_summary() -> None:
    page = Page("timkostnad")
    page.type("manadslon", "1.234")
    note = page.element("timkostnad--manadslon--note")
    summary = page.element("timkostnad--fel")
    assert note is not None
    assert summary is not None
    assert "Skriv 1234 eller 1,234" in note.text
    assert "Medellön per månad: Skriv 1234 eller 1,234" in summary.text, "the summary says where"
    assert "1\u00a0sak att rätta. Medellön per månad: Skriv" in page.said[-1], "and it is heard"
    assert not page.shown
    page.type("manadslon", "41 800")
    assert page.shown["timkostnad_avrundad"] == "453\u00a0kr/h"
    assert page.said[-1].startswith("Timkostnad")


def note(page: Page, key: str) -> str:
    found = page.element(f"{page.id}--{key}--note")
    assert found is not None
    return found.text


def test_what_is_the_examples_looks_so_until_it_is_changed_wherever_its_row_goes() -> None:
    page = Page("nyttokalkyl")
    minutes, divisor = "nyttor.0.faktorer.1.troligt", "nyttor.0.faktorer.1.lagst"
    for key in (minutes, divisor, "nyttor.0.faktor.ar.0"):
        assert "Exempelvärde" in note(page, key)
    page.send({"do": "down", "path": "nyttor.0"})
    moved = minutes.replace("nyttor.0", "nyttor.1")
    assert "Exempelvärde" in note(page, moved)
    page.type(moved, "9")
    assert note(page, moved) == ""
    assert "Exempelvärde" in note(page, divisor.replace("nyttor.0", "nyttor.1"))


def test_a_default_in_an_empty_form_is_no_figure_of_hers() -> None:
    page = Page("nyttokalkyl")
    page.send({"do": "empty"})
    assert note(page, "startar") == note(page, "horisont") == "Förvalt värde"
    page.type("startar", "2027")
    assert note(page, "startar") == ""


def test_a_figure_in_a_row_is_echoed_in_the_unit_that_it_could_be_taken_for() -> None:
    page = Page("nyttokalkyl")
    monthly = "kostnader.0.faktorer.0.troligt"
    assert "20\u00a0000\u00a0kr/mån är 240\u00a0000\u00a0kr/år" in note(page, monthly)
    page.type(monthly, "2 000")
    assert note(page, monthly) == "2\u00a0000\u00a0kr/mån är 24\u00a0000\u00a0kr/år"
    page.type(monthly, "tjugo")
    assert "är" not in note(page, monthly).replace("är skriven", "")
    page.type("nyttor.0.faktorer.1.troligt", "90")
    assert "90\u00a0min är 1,5\u00a0h" in note(page, "nyttor.0.faktorer.1.troligt")


def test_a_changed_standard_value_is_marked_also_in_the_link() -> None:
    page = Page("timkostnad")
    page.type("paslagsfaktor", "1,6")
    fragment = page.send({"do": "link", "address": "https://exempel.test/"})["link"].partition("#")[2]
    for seen in (page, Page("timkostnad", fragment)):
        note = seen.element("timkostnad--paslagsfaktor--note")
        assert note is not None
        assert "Ändrat från standardvärdet 1,54" in note.text


NOT_UNDERSTOOD = [
    *["", "x", "[]", "{}", "null", "1", "[" * 100_000],
    '{"calculator": "timkostnad"}',
    '{"calculator": [], "events": []}',
    '{"calculator": "x", "events": []}',
    '{"calculator": "timkostnad", "events": [1]}',
    '{"calculator": "timkostnad", "events": [{"do": "input"}]}',
]


@pytest.mark.parametrize("text", NOT_UNDERSTOOD, ids=range(len(NOT_UNDERSTOOD)))
def test_what_the_door_does_not_understand_gets_a_sentence(text: str) -> None:
    assert json.loads(handle(text))["say"].endswith(".")


def test_a_shut_benefit_says_that_it_holds_a_question() -> None:
    page = Page("nyttokalkyl")
    page.send({"do": "empty"})
    title = "nyttokalkyl--nyttor.0--titel"
    assert "fråga" not in page.element(title).text  # type: ignore[union-attr]
    page.type("nyttor.0.faktorer.0.troligt", "500")
    assert "1\u00a0fråga" in page.element(title).text  # type: ignore[union-attr]
    note = page.element("nyttokalkyl--nyttor.0.faktorer.0.kalla--note")
    assert note is not None
    assert "Skriv källan" in note.text
