"""Promises over the whole registry: a new calculator needs no new test."""

import json
from typing import Any

import pytest

from calculators.commands import answer, describe
from calculators.registry import UnknownCalculator, calculator, calculators, ids
from calculators.schema import Calculator, Example, Field, fields_of
from calculators.standard import standard
from calculators.wire import encode, from_flat, from_json, to_flat
from tests.published import differences

CALCULATORS = list(calculators().values())
EXAMPLES = [(calc, example) for calc in CALCULATORS for example in calc.examples]
by_id = pytest.mark.parametrize("calc", CALCULATORS, ids=lambda c: c.id)
by_example = pytest.mark.parametrize(("calc", "example"), EXAMPLES, ids=[f"{c.id}-{e.name}" for c, e in EXAMPLES])


def every_field(cls: type) -> list[Field]:
    found = list(fields_of(cls).values())
    return found + [inner for f in found if f.row is not None for inner in every_field(f.row)]


@by_id
def test_the_id_is_the_name_of_the_file(calc: Calculator) -> None:
    assert calculator(calc.id) is calc
    assert calc.id in ids()
    assert calc.id.isascii()
    assert calc.id.replace("_", "").isalnum()
    assert calc.id == calc.id.lower()


@by_id
def test_a_calculator_has_two_examples_whose_figures_come_from_outside_the_code(calc: Calculator) -> None:
    assert len(calc.examples) >= 2
    assert len({e.name for e in calc.examples}) == len(calc.examples)
    for example in calc.examples:
        assert len(example.checked_against) > 10
        assert example.expect


@by_example
def test_an_example_comes_out_as_it_was_checked(calc: Calculator, example: Example) -> None:
    reply: Any = json.loads(encode(answer(calc.id, example.given, None)))
    assert differences(json.loads(encode(example.expect)), reply.get("output", reply)) == []


@by_example
def test_an_example_means_the_same_in_the_form(calc: Calculator, example: Example) -> None:
    inputs = from_json(calc, example.given)
    read = from_flat(calc, to_flat(inputs))
    assert (read.inputs, read.faults) == (inputs, ())


@by_id
def test_every_field_has_a_label_and_names_its_unit_and_source(calc: Calculator) -> None:
    for field in every_field(calc.inputs):
        assert field.label
        assert field.label[0].isupper()
        assert field.kind != "choice" or field.options
        assert field.standard is None or standard(field.standard).amount == field.default


@by_id
def test_every_answer_has_a_label_and_the_headline_is_one_of_them(calc: Calculator) -> None:
    for field in every_field(calc.outputs):
        assert field.label
        assert field.label[0].isupper()
    assert calc.headline in {f.name for f in every_field(calc.outputs)}


@by_id
def test_a_description_is_json_and_says_everything_that_is_asked(calc: Calculator) -> None:
    about = json.loads(encode(describe(calc)))
    assert about["id"] == calc.id
    assert about["title"]
    assert about["summary"]
    asked = [f["id"] for f in (*about["inputs"], *about["options"])]
    assert sorted(asked) == sorted(fields_of(calc.inputs))
    assert [f["id"] for f in about["outputs"]] == list(fields_of(calc.outputs))


@by_id
def test_what_is_unknown_is_refused_at_its_name(calc: Calculator) -> None:
    given = {**calc.examples[0].given, "finns_inte": 1}
    assert [(e["code"], e["field"]) for e in answer(calc.id, given, None)["errors"]] == [("E_FALT", "finns_inte")]


@by_id
def test_a_calculation_is_pure(calc: Calculator) -> None:
    inputs = from_json(calc, calc.examples[0].given)
    assert calc.compute(inputs) == calc.compute(inputs)
    with pytest.raises((AttributeError, TypeError)):
        setattr(inputs, next(iter(fields_of(calc.inputs))), 0)


def test_an_unknown_calculator_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownCalculator, match="timkostnad"):
        calculator("finns_inte")
