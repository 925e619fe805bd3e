"""The page of a reference calculation tells all of it: rows and formulas, what gets no money, our readings, levels seen, examples."""

import re
from html import unescape
from pathlib import Path

import pytest

from calculators import link
from calculators.registry import calculator, calculators
from calculators.schema import Calculator, fields_of
from calculators.standard import standard
from macros.figures import anchor
from tests.site.conftest import words_of

REFERENCES = [calc for calc in calculators().values() if calc.reference is not None]
each = pytest.mark.parametrize("calc", REFERENCES, ids=lambda calc: calc.id)


@pytest.fixture
def page(calc: Calculator, site: Path) -> str:
    """The page without the calculator itself."""
    html = words_of(unescape((site / f"kalkylatorer/{calc.id}/index.html").read_text(encoding="utf-8")))
    return html.partition("<nytto-kalkyl")[0] + html.partition("</nytto-kalkyl>")[2]


def section(page: str, id: str) -> str:
    return re.split("<h2", page.partition(f'<h2 id="{id}"')[2])[0]


@each
def test_both_alternatives_and_every_row_are_told(calc: Calculator, page: str) -> None:
    ours = calc.reference
    assert ours.alternativ_a in page
    assert ours.alternativ_b in page
    rows = section(page, "sa-raknas-det")
    for item in (*ours.mellan, *ours.rader):
        assert re.search(rf"<td>{re.escape(item.label)}<br", rows), item.id
    for rad in ours.rader:
        cell = rows.partition(f"<td>{rad.label}<br")[2].partition("</tr>")[0]
        assert {"engang": "bara första året", "lopande": "varje år"}[rad.faktor] in cell
        assert ("omfördelning" if rad.kategori == "omfordelning" else "finansiell") in cell
        assert ("Timmar: " in cell) == bool(rad.timmar)


@each
def test_what_gets_no_money_and_our_readings_are_told_as_such(calc: Calculator, page: str) -> None:
    assert all(f"<td>{item.namn}</td>" in section(page, "utan-kronor") for item in calc.reference.utan)
    readings = section(page, "tolkningar")
    assert all(words in readings for words in calc.reference.tolkningar)
    assert "Valen är våra" in readings


@each
def test_every_default_and_every_level_seen_leads_to_its_source(calc: Calculator, page: str) -> None:
    fields = section(page, "uppgifter")
    for field in fields_of(calc.inputs).values():
        assert field.label in fields
        for id in filter(None, (field.standard, field.seen)):
            assert f'standardvarden/#{anchor(id)}"' in fields, field.name
        if field.seen:
            assert standard(field.seen).figure in fields


@each
def test_each_example_has_a_link_that_holds_it(calc: Calculator, page: str) -> None:
    links = re.findall(r'href="#(k=[^"]+)"', section(page, "exempel"))
    documents = [link.decode(fragment) for fragment in links]
    assert [document["exempel"] for document in documents] == [example.name for example in calc.examples]
    assert all(document["calculator"] == calc.id for document in documents)
    for document, example in zip(documents, calc.examples, strict=True):
        assert document["kalkyl"]["kommun"] == example.given["kommun"]  # type: ignore[index,call-overload]


def test_a_choice_of_the_readers_gives_one_formula_for_each_answer() -> None:
    from macros.reference import rows

    told = rows("digitala_inkop", "kalkylatorer/digitala_inkop.md")
    assert "hela, nej: brukare med digitala inköp ÷ brukare som delar en surfplatta" in told
    assert "hela, ja: avrundat uppåt (brukare med digitala inköp ÷ brukare som delar en surfplatta)" in told
    with pytest.raises(KeyError, match="timkostnad"):
        rows(calculator("timkostnad").id, "kalkylatorer/timkostnad.md")
