"""Whatever a document holds, the engine answers with finite numbers or with its own sentences."""

import contextlib
import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.commands import LONGEST, answer, answer_text
from calculators.fault import Rejected
from calculators.registry import calculator, ids
from calculators.schema import Calculator
from calculators.wire import encode, from_flat, from_json, to_flat
from tests.documents import anything, broken, characters, kalkyler

HARSH = ("ogiltig", "felaktig", "vänligen", "tyvärr")
examples = {id: [dict(e.given) for e in calculator(id).examples] for id in ids()}


def assert_answered(reply: dict[str, Any]) -> None:
    """An output that is JSON, or faults that a person can read."""
    encode(reply).encode()
    assert set(reply) in ({"output"}, {"errors"})
    if "errors" in reply:
        assert reply["errors"]
    for error in reply.get("errors", []):
        assert set(error) == {"code", "field", "message"}
        assert error["code"].startswith("E_")
        assert error["message"].endswith((".", "?"))
        assert not any(word in error["message"].lower() for word in HARSH)


def assert_computed_or_rejected(calc: Calculator, given: Any, options: Any = None) -> None:
    with contextlib.suppress(Rejected):
        encode(calc.compute(from_json(calc, given, options)))


@given(st.sampled_from(ids()), anything, anything)
def test_any_json_is_answered(id: str, given: Any, options: Any) -> None:
    assert_computed_or_rejected(calculator(id), given, options)
    assert_answered(answer(id, given, options))


@given(st.sampled_from(ids()), st.data())
def test_an_example_with_broken_places_is_answered(id: str, data: st.DataObject) -> None:
    document = data.draw(broken(st.sampled_from(examples[id])))
    assert_computed_or_rejected(calculator(id), document)
    assert_answered(answer(id, document, None))


@given(broken(kalkyler()))
def test_a_nyttokalkyl_with_broken_places_is_answered(document: dict[str, Any]) -> None:
    assert_computed_or_rejected(calculator("nyttokalkyl"), document)


@given(kalkyler())
def test_a_sound_nyttokalkyl_has_no_faults(document: dict[str, Any]) -> None:
    assert "output" in answer("nyttokalkyl", document, None)


@given(st.text(characters, max_size=40) | anything.map(lambda x: json.dumps(x)), st.none() | st.sampled_from(ids()))
def test_any_text_is_answered(text: str, id: str | None) -> None:
    assert_answered(answer_text(text, id))


@given(st.sampled_from(ids()), st.data())
def test_any_texts_in_the_form_are_read(id: str, data: st.DataObject) -> None:
    calc = calculator(id)
    flat = to_flat(from_json(calc, data.draw(st.sampled_from(examples[id]))))
    typed = st.text(characters, max_size=12) | st.sampled_from(
        ["", "1.234", "1e400", "−5", "65 %", "9" * 90, "t0", "egen"]
    )
    flat |= data.draw(st.dictionaries(st.sampled_from(sorted(flat)), typed, max_size=8))
    read = from_flat(calc, flat)
    if not read.stops:
        encode(calc.compute(read.inputs))


@pytest.mark.parametrize("id", ids())
@pytest.mark.parametrize("given", [None, [], "x", 1, True, float("nan")])
def test_an_input_that_is_no_object_is_named(id: str, given: Any) -> None:
    assert [e["field"] for e in answer(id, given, None)["errors"]] == ["input"]


@pytest.mark.parametrize("bad", ["1e400", "-1e400", "NaN", "Infinity", "-Infinity", "1e101", "9" * 4000, "9" * 5000])
def test_a_number_that_is_none_is_refused_and_not_computed_with(bad: str) -> None:
    errors = answer_text(f'{{"input": {{"manadslon": {bad}}}}}', "timkostnad")["errors"]
    assert [e["code"] for e in errors] == ["E_TAL"]


@pytest.mark.skipif(
    sys.platform == "emscripten", reason="the command line is not in the browser; its door refuses depth itself"
)
def test_deep_nesting_and_a_huge_document_are_refused_with_a_sentence() -> None:
    for text in ("[" * 100_000, '{"input":' * 10_000, '{"input": ' + "[" * 900 + "]" * 900 + "}", " " * (LONGEST + 1)):
        assert_answered(answer_text(text, "nyttokalkyl"))
        assert "errors" in answer_text(text, "nyttokalkyl")


@pytest.mark.parametrize("horisont", [10**400, -(10**400), 1e308, float("nan"), 0.5, True, "6", []])
def test_a_horizon_that_is_none_is_refused_whatever_else_leans_on_it(horisont: Any) -> None:
    row = {"perspektiv": "A", "kategori": "finansiell", "arligt_varde": 1, "faktor": [1] * 6}
    document = {"perspektiv": ["A"], "horisont": horisont, "nyttor": [row]}
    assert "errors" in answer("nyttokalkyl", document, None)
    assert "output" in answer("nyttokalkyl", {**document, "horisont": None}, None)


def test_amounts_too_large_for_any_number_are_refused_at_their_row() -> None:
    huge = [{"faktorer": [1e100] * 4}]
    document = {"perspektiv": ["A"], "nyttor": [{"perspektiv": "A", "kategori": "finansiell", "termer": huge}]}
    errors = answer("nyttokalkyl", document, None)["errors"]
    assert [(e["code"], e["field"]) for e in errors] == [("E_TAL", "nyttor.0.namn")]
