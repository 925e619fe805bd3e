"""Odd and hostile input in every field of every calculator: a right number or a sentence at the field, and nothing is lost."""

import json

import pytest

from calculators.browser import OPEN, handle
from calculators.registry import calculator, ids
from calculators.schema import fields_of
from calculators.wire import from_flat, shown
from tests.page import Page, parsed

FIGURES = ("number", "share")
ODD = {
    "spaces": ("   ", None),
    "arabic figures": ("١٢", None),
    "a true minus": ("−5", -5.0),
    "two readings": ("1.234", None),
    "thousands": ("1 234,5", 1234.5),
    "thousands with points": ("1.234,5", 1234.5),
    "a formula": ("=1+1", None),
    "html": ("<b>12</b>", None),
    "too large": ("1e400", None),
    "ten thousand figures": ("9" * 10_000, None),
    "infinity": ("inf", None),
    "not a number": ("nan", None),
    "half a character": ("\ud800", None),
    "hex": ("0x10", None),
    "a word": ("många", None),
    "two numbers": ("1 2 3,4,5", None),
}
FIELDS = [(id, name) for id in ids() for name, f in fields_of(calculator(id).inputs).items() if f.kind in FIGURES]


@pytest.mark.parametrize(("id", "name"), FIELDS, ids=[f"{id}-{name}" for id, name in FIELDS])
def test_every_figure_is_read_right_or_answered_with_a_sentence_at_its_field(id: str, name: str) -> None:
    calc = calculator(id)
    field = fields_of(calc.inputs)[name]
    for about, (text, number) in ODD.items():
        chosen = {field.when[0]: field.when[1]} if field.when else {}
        read = from_flat(calc, {**chosen, name: text})
        faults = [f for f in read.faults if f.field == name]
        if number is None and text.strip():
            assert faults, about
        if faults:
            assert all(f.message.endswith((".", "?")) for f in faults), about
            assert len(faults) == 1, about
        elif number is not None:
            assert getattr(read.inputs, name) == pytest.approx(number / 100 if field.unit == "%" else number), about
            assert shown(field, getattr(read.inputs, name))


@pytest.mark.parametrize("id", ids())
def test_what_was_typed_stays_in_the_field_whatever_it_was(id: str) -> None:
    page = Page(id)
    keys = [k for k, f in page.fields.items() if f.tag == "input" and not k.startswith("lon.")]
    for text, _ in ODD.values():
        typing = [{"do": "input", "key": key, "value": text} for key in keys]
        handle(json.dumps({"calculator": id, "events": typing}))
        flat = OPEN[id].session.state.flat
        assert [k for k in keys if flat.get(k) != text] == []
    assert parsed(str(page.reply["slots"].get(f"{id}--form", "<p></p>")))


@pytest.mark.parametrize("id", ids())
def test_the_summary_names_every_fault_at_once_and_links_to_its_field(id: str) -> None:
    page = Page(id)
    figures = [
        k
        for k in fields_of(calculator(id).inputs)
        if k in page.fields and fields_of(calculator(id).inputs)[k].kind in FIGURES
    ]
    typed = [k for k in figures if page.fields[k].tag == "input"]
    page.send(*({"do": "input", "key": key, "value": "x"} for key in typed))
    links = {
        n.attributes["href"] for n in page.tree.walk() if n.tag == "a" and n.attributes.get("href", "").startswith("#")
    }  # type: ignore[union-attr]
    assert {f"#{id}--{key}" for key in typed} <= links
    assert not typed or not [name for name in page.shown if not name.startswith("exempel.")]
