"""A frozen decision: it travels with the document, and nothing that is done in the workbench changes it."""

import base64
import json
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from calculators.browser import OPEN, forget, handle
from calculators.registry import calculator
from calculators.saved import parsed, state_of
from calculators.session import Session, example_state
from calculators.uppfoljning import beslut
from calculators.views.view import seen
from calculators.wire import from_flat

CALC = calculator("nyttokalkyl")
PASTE = "Rad;Faktor;2027\nN1;Bokningar per år;9 000"


def send(*events: dict[str, Any]) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(handle(json.dumps({"calculator": "nyttokalkyl", "events": list(events)})))
    assert "förstod inte" not in (reply["say"] or "")
    return reply


def opened() -> Session:
    forget()
    send({"do": "open", "fragment": "", "document": None, "now": "2026-11-25T14:05"})
    return OPEN["nyttokalkyl"].session


def freeze(roll: str = "Nämnden") -> None:
    send({"do": "freeze", "value": roll, "now": "2026-11-25T14:05"})


def document() -> dict[str, Any]:
    return OPEN["nyttokalkyl"].session.document()


def test_a_decision_says_who_when_and_what_it_was_counted_with() -> None:
    opened()
    freeze()
    found = beslut.latest(CALC, OPEN["nyttokalkyl"].session.state.rest)
    assert found is not None
    assert (found.roll, found.nar, found.motor, found.orord) == ("Nämnden", "2026-11-25", "0.1.0", True)
    view = seen(OPEN["nyttokalkyl"].session)
    assert found.nettonytta == view.outputs.troligt.nettonytta
    assert found.kalkyl.nyttor == view.inputs.nyttor


def test_an_earlier_decision_is_shown_and_the_newest_is_what_is_compared_with() -> None:
    opened()
    freeze()
    send({"do": "input", "key": "ranta", "value": "5"})
    freeze("Styrgruppen")
    rest = OPEN["nyttokalkyl"].session.state.rest
    newest = beslut.latest(CALC, rest)
    assert newest is not None
    assert (newest.roll, [one.roll for one in beslut.earlier(CALC, rest)]) == ("Styrgruppen", ["Nämnden"])
    html = send({"do": "open", "fragment": "", "document": None, "fresh": True})["slots"]["nyttokalkyl--uppfoljning"]
    assert "Tidigare beslut (1)" in html
    assert "Jämförelsen görs mot beslutet av Styrgruppen" in html


def test_the_last_decision_that_there_is_room_for_pushes_none_away() -> None:
    opened()
    freeze()
    rest = OPEN["nyttokalkyl"].session.state.rest
    OPEN["nyttokalkyl"].session.keep_aside({**rest, "beslut": rest["beslut"] * beslut.MOST})
    reply = send({"do": "freeze", "value": "Nämnden", "now": "2026-11-26T14:05"})
    assert "redan" in reply["say"]
    assert len(document()["beslut"]) == beslut.MOST


def test_a_decision_travels_in_the_file_and_the_link() -> None:
    opened()
    freeze()
    before = document()["beslut"]
    file = send({"do": "save_file"})["download"]["text"]
    link = send({"do": "link", "address": "https://x.example/"})["link"] or OPEN["nyttokalkyl"].desk.link
    forget()
    send({"do": "open_file", "newId": "b", "files": [{"name": "a.json", "text": file}]})
    assert document()["beslut"] == before
    send({"do": "open", "fragment": link.partition("#")[2], "document": None, "newId": "c"})
    assert document()["beslut"] == before


def test_a_decision_that_somebody_changed_in_the_file_is_shown_as_changed() -> None:
    opened()
    freeze()
    told = document()
    told["beslut"][0]["nettonytta"] += 1
    state = state_of(CALC, parsed(json.dumps(told)))
    found = beslut.latest(CALC, state.rest)
    assert found is not None
    assert not found.orord


def test_what_is_no_decision_is_kept_and_never_used() -> None:
    state = example_state(CALC)
    for odd in ("x", 5, None, {}, [], ["x", {"kalkyl": 4}, {"kalkyl": {}, "nettonytta": "x"}]):
        told = {"version": 2, "calculator": "nyttokalkyl", "kalkyl": {}, "beslut": odd}
        kept = state_of(CALC, parsed(json.dumps(told)))
        assert beslut.latest(CALC, kept.rest) is None
        assert kept.rest["beslut"] == odd
    assert beslut.latest(CALC, state.rest) is None


def test_an_unfinished_calculation_is_not_frozen() -> None:
    opened()
    send({"do": "input", "key": "ranta", "value": "x"})
    reply = send({"do": "freeze", "value": "Nämnden", "now": "2026-11-25T14:05"})
    assert "beslut" not in document()
    assert "Rätta" in reply["say"]


def test_the_outcome_is_held_against_the_decision_and_not_against_what_the_calculation_has_become() -> None:
    opened()
    freeze()
    send({"do": "input", "key": "gemensamma.0.varde.troligt", "value": "5"})
    send({"do": "paste_outcome", "value": PASTE})
    html = send({"do": "open", "fragment": "", "document": None, "fresh": True})["slots"]["nyttokalkyl--uppfoljning"]
    assert "9\u00a0000\u00a0bokningar" in html
    assert "12\u00a0000\u00a0bokningar" in html


class Bench(RuleBasedStateMachine):
    """Everything that a reader can do to her document, with a decision in it."""

    def __init__(self) -> None:
        super().__init__()
        opened()
        freeze()
        self.frozen = json.loads(json.dumps(document()["beslut"][0]))
        self.file = send({"do": "save_file"})["download"]["text"]
        self.count = 1

    @property
    def keys(self) -> list[str]:
        return sorted(OPEN["nyttokalkyl"].session.state.flat)

    @rule(data=st.data(), text=st.sampled_from(["", "7", "x", "Nämnden", "1 000", "N1", "<b>"]))
    def edit(self, data: st.DataObject, text: str) -> None:
        if self.keys:
            send({"do": "input", "key": data.draw(st.sampled_from(self.keys)), "value": text})

    @rule(
        path=st.sampled_from(
            ["nyttor", "kostnader", "ej_varderade", "matningar", "utfall", "perspektiv", "nyttor.0.faktorer"]
        )
    )
    def add(self, path: str) -> None:
        send({"do": "add", "path": path})

    @rule(
        do=st.sampled_from(["remove", "up", "down", "copy"]),
        path=st.sampled_from(["nyttor.0", "kostnader.1", "matningar.0", "utfall.0", "perspektiv.1"]),
    )
    def rows(self, do: str, path: str) -> None:
        send({"do": do, "path": path})

    @rule(do=st.sampled_from(["undo", "redo", "empty", "clear_example", "plan_all"]))
    def step(self, do: str) -> None:
        send({"do": do})

    @rule(name=st.sampled_from([e.name for e in CALC.examples]))
    def example(self, name: str) -> None:
        send({"do": "example", "value": name})

    @rule()
    def import_outcome(self) -> None:
        send({"do": "paste_outcome", "value": PASTE})

    @rule()
    def import_outcome_file(self) -> None:
        file = {"name": "a.csv", "base64": base64.b64encode(PASTE.encode()).decode()}
        send({"do": "outcome_file", "files": [file]})

    @rule()
    def rows_from_another_calculator(self) -> None:
        """What another calculator adds goes last in her calculation, into the last row where that is empty."""
        before = json.dumps(document()["kalkyl"].get("nyttor", ()))
        handle(json.dumps({"calculator": "personaltid", "events": [{"do": "contribute", "loaded": None}]}))
        assert json.dumps(document()["kalkyl"]["nyttor"]) != before

    @rule(do=st.sampled_from(["chain_open", "chain_merge"]))
    def a_chain_comes_in(self, do: str) -> None:
        """A chain merged into the document's, or opened as a document of its own and left again."""
        text = json.dumps(document())
        file = {"name": "k.txt", "base64": base64.b64encode(b"Effekt: A\n  Nytta: B").decode()}
        send({"do": do, "newId": "k", "files": [file]})
        if do == "chain_open":
            send({"do": "switch", "loaded": text, "loadedId": "b"})

    @rule()
    def file_there_and_back(self) -> None:
        text = send({"do": "save_file"})["download"]["text"]
        send({"do": "open_file", "newId": "f", "files": [{"name": "a.json", "text": text}]})

    @rule()
    def link_there_and_back(self) -> None:
        send({"do": "link", "address": "https://x.example/"})
        link = OPEN["nyttokalkyl"].desk.link
        send({"do": "open", "fragment": link.partition("#")[2], "document": None, "newId": "l"})

    @rule()
    def an_earlier_version(self) -> None:
        """Versions are merged: the fields of an earlier one, with the decisions of the open document."""
        old = json.loads(self.file)
        old.pop("beslut")
        send({"do": "restore_version", "loaded": json.dumps(old)})

    @rule()
    def the_other_tab(self) -> None:
        send({"do": "conflict", "newId": "t"})

    @rule()
    def a_copy(self) -> None:
        send({"do": "duplicate", "newId": "d"})

    @rule()
    def away_and_back(self) -> None:
        text = json.dumps(document())
        send({"do": "new", "newId": "n"}, {"do": "switch", "loaded": text, "loadedId": "b"})

    @precondition(lambda self: self.count < 4)
    @rule()
    def decide_again(self) -> None:
        before = len(document()["beslut"])
        freeze("Styrgruppen")
        self.count += len(document()["beslut"]) > before

    @invariant()
    def the_decision_stands(self) -> None:
        if "nyttokalkyl" in OPEN:
            kept = document()["beslut"]
            assert kept[0] == self.frozen
            assert len(kept) == self.count
            found = beslut.read(CALC, kept[0])
            assert found is not None
            assert found.orord


Bench.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
TestBench = pytest.mark.slow(Bench.TestCase)


def test_the_frozen_calculation_gives_the_same_figures_whenever_it_is_read() -> None:
    opened()
    freeze()
    found = beslut.latest(CALC, OPEN["nyttokalkyl"].session.state.rest)
    assert found is not None
    assert CALC.compute(found.kalkyl).troligt.nettonytta == found.nettonytta
    assert not from_flat(CALC, OPEN["nyttokalkyl"].session.state.flat).faults
