"""Documents as they are saved: read from every earlier version, finished ones are the command line's input, nothing is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.commands import answer
from calculators.registry import calculator, ids
from calculators.saved import VERSION, State, Unreadable, migrated, parsed, state_of, text_of, written
from calculators.session import empty_state, example_state, opened
from calculators.views.view import seen
from calculators.wire import encode, from_flat
from tests.documents import kalkyler

EARLIER = sorted((Path(__file__).parent / "dokument").glob("*.json"))
KALKYL = calculator("nyttokalkyl")


@pytest.mark.parametrize("path", EARLIER, ids=lambda p: p.stem)
def test_a_document_from_every_earlier_version_opens_for_ever(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    id = json.loads(text)["calculator"]
    session = opened(calculator(id), "", text)
    assert not session.says
    assert seen(session).outputs is not None
    assert parsed(session.saved())["version"] == VERSION


def test_the_figures_of_an_earlier_document_are_the_same_today() -> None:
    text = (Path(__file__).parent / "dokument" / "version-1-nyttokalkyl-2.json").read_text(encoding="utf-8")
    assert seen(opened(KALKYL, "", text)).outputs.troligt.nettonytta == pytest.approx(278985.3593597267)


@pytest.mark.parametrize("id", ids())
def test_a_finished_document_holds_just_what_the_command_line_takes(id: str) -> None:
    calc = calculator(id)
    for example in calc.examples:
        document = json.loads(text_of(calc, example_state(calc, example.name)))
        ours: Any = json.loads(encode(answer(id, document["kalkyl"], None)))
        assert ours == json.loads(encode(answer(id, example.given, None)))


@pytest.mark.parametrize("id", ids())
def test_what_is_saved_comes_back_as_it_was(id: str) -> None:
    calc = calculator(id)
    for state in (empty_state(calc), *(example_state(calc, e.name) for e in calc.examples)):
        again = state_of(calc, parsed(text_of(calc, state)))
        assert written(calc, again) == written(calc, state)
        assert {k: v for k, v in again.flat.items() if v} == {k: v for k, v in state.flat.items() if v}


@given(kalkyler())
def test_any_nyttokalkyl_goes_there_and_back_through_a_file(document: dict[str, Any]) -> None:
    state = state_of(KALKYL, {"version": VERSION, "calculator": "nyttokalkyl", "kalkyl": document})
    again = state_of(KALKYL, parsed(text_of(KALKYL, state)))
    assert written(KALKYL, again) == written(KALKYL, state)


texts = st.dictionaries(st.sampled_from([
    "namn", "ranta", "horisont", "nyttor.0.namn", "nyttor.0.arligt_varde.troligt", "perspektiv.0", "perspektiv.1",
    "nyttor.0.faktor.typ", "nyttor.0.faktor.ar.0", "gemensamma.0.id", "gemensamma.1.id", "gemensamma.0.varde.troligt",
]), st.text(max_size=12) | st.sampled_from(["", "12", "3 %", "egen", "x,", "1.234"]))  # fmt: skip


@given(texts)
def test_a_text_that_no_field_can_read_comes_back_as_it_was_typed(flat: dict[str, str]) -> None:
    state = State(flat)
    again = state_of(KALKYL, json.loads(json.dumps(written(KALKYL, state))))
    assert written(KALKYL, again) == written(KALKYL, state)


def test_what_a_newer_page_may_have_written_stays_in_the_file() -> None:
    document = {"version": 2, "calculator": "nyttokalkyl", "kalkyl": {"namn": "A", "nytt_falt": [1, {"b": 2}],
                "nyttor": [{"namn": "N", "annat": True}]}, "kedja": {"lador": []}}  # fmt: skip
    state = state_of(KALKYL, document)
    session = opened(KALKYL, "", text_of(KALKYL, state))
    session.type("namn", "B")
    back = session.document()
    assert back["kedja"] == {"lador": []}
    assert back["kalkyl"]["nytt_falt"] == [1, {"b": 2}]
    assert back["kalkyl"]["namn"] == "B"


UNREADABLE = {
    "": "ingen kalkyl", "{": "ingen kalkyl", "[]": "ingen kalkyl", "null": "ingen kalkyl", '{"calculator": 1}': "ingen kalkyl",
    '{"calculator": "nyttokalkyl", "version": 99}': "nyare version", '{"calculator": "nyttokalkyl", "version": "x"}': "ingen kalkyl",
    '{"calculator": "timkostnad"}': "annan kalkylator", "[" * 100_000: "ingen kalkyl",
}  # fmt: skip


@pytest.mark.parametrize(("text", "says"), UNREADABLE.items(), ids=range(len(UNREADABLE)))
def test_a_file_that_is_no_document_of_ours_gets_a_sentence(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        state_of(KALKYL, parsed(text))


strange = st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
                       lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=5), x, max_size=3))  # fmt: skip


@given(strange, strange)
def test_no_document_whatever_breaks_the_page(kalkyl: Any, other: Any) -> None:
    document = {"version": 2, "calculator": "nyttokalkyl", "kalkyl": kalkyl, "exempel": other, "x": other}
    session = opened(KALKYL, "", json.dumps(document))
    seen(session)
    migrated(json.loads(session.saved()))


@pytest.mark.parametrize("number", ["1" + "0" * 400, "1e400", "-1e999", "NaN"])
def test_a_number_that_no_number_can_hold_is_a_text_to_mend(number: str) -> None:
    text = f'{{"version": 2, "calculator": "nyttokalkyl", "kalkyl": {{"horisont": {number}, "ranta": {number}}}}}'
    state = state_of(KALKYL, parsed(text))
    assert {f.field for f in from_flat(KALKYL, state.flat).faults} >= {"ranta"}
