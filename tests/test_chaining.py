"""From a calculator into the reader's nyttokalkyl, and the way back."""

import json
from typing import Any

import pytest

from calculators.browser import OPEN, forget, handle
from calculators.chaining import added, empty_calculation, origin, way_back
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import evaluate
from calculators.registry import calculator, calculators
from calculators.session import Session, example_state
from calculators.views.view import View, seen
from calculators.wire import from_flat
from tests.page import Page

CONTRIBUTING = [calc.id for calc in calculators().values() if calc.bidrag]
by_id = pytest.mark.parametrize("id", CONTRIBUTING)


def example(id: str, place: int = 0) -> View:
    calc = calculator(id)
    return seen(Session(calc, example_state(calc, calc.examples[place].name)))


def sent(id: str, document: str | None = None) -> dict[str, Any]:
    forget()
    events = [
        {"do": "open", "fragment": "", "document": None},
        {"do": "example", "value": calculator(id).examples[0].name},
        {"do": "contribute", "document": document},
    ]
    reply: dict[str, Any] = json.loads(handle(json.dumps({"calculator": id, "events": events})))
    return reply


def read(flat: dict[str, str]) -> Nyttokalkyl:
    found = from_flat(calculator("nyttokalkyl"), flat)
    assert not found.faults, found.faults
    kalkyl: Nyttokalkyl = found.inputs
    return kalkyl


@by_id
def test_every_example_becomes_rows_of_a_sound_nyttokalkyl(id: str) -> None:
    for place in range(len(calculator(id).examples)):
        view = example(id, place)
        bidrag = calculator(id).bidrag(view.inputs)  # type: ignore[misc]
        flat, names = added(empty_calculation(), bidrag, origin(id, view.session.document()))
        kalkyl = read(flat)
        evaluate(kalkyl)
        assert len(names) == len(kalkyl.blocks) + len(kalkyl.gemensamma)
        assert len(kalkyl.ej_varderade) == len(bidrag.ej_varderade)


@pytest.mark.parametrize("id", [i for i in CONTRIBUTING if calculator(i).reference])
def test_the_rows_of_a_reference_calculation_keep_their_value_at_every_level(id: str) -> None:
    view = example(id)
    kalkyl = read(added(empty_calculation(), calculator(id).bidrag(view.inputs), "")[0])  # type: ignore[misc]
    theirs, ours = view.outputs, evaluate(kalkyl)
    assert [a["troligt"] for a in ours.arligt_varde.values()] == pytest.approx(
        [theirs.rader[r.id] for side in ("nytta", "kostnad") for r in calculator(id).reference.rader if r.sida == side]
    )
    for level in ("lagst", "troligt", "hogst"):
        assert getattr(ours, level).nettonytta == pytest.approx(getattr(theirs, level).nettonytta)
    assert ours.timmar.frigjorda_summa == pytest.approx(theirs.timmar.frigjorda_summa)


@by_id
def test_a_row_leads_back_to_the_calculator_with_everything_filled_in(id: str) -> None:
    reply = sent(id)
    document = json.loads(reply["keep"]["nyttokalkyl"])
    origins = {value for key, value in document["flat"].items() if key.endswith(".fran")}
    for fran in origins:
        found = way_back(fran)
        assert found is not None
        assert found[0] == id
        assert Page(id, found[1]).flat == dict(example(id).flat)


def test_rows_come_last_in_the_saved_nyttokalkyl_and_nothing_there_is_lost() -> None:
    before = json.dumps({"version": 1, "calculator": "nyttokalkyl", "flat": {**empty_calculation(), "perspektiv.0": "Solstad",
        "nyttor.0.id": "N1", "nyttor.0.namn": "Färre brev", "nyttor.0.perspektiv": "Solstad", "nyttor.0.kategori": "finansiell",
        "nyttor.0.arligt_varde.troligt": "1000"}})  # fmt: skip
    flat = json.loads(sent("lakemedelsautomater", before)["keep"]["nyttokalkyl"])["flat"]
    assert flat["nyttor.0.namn"] == "Färre brev"
    assert flat["nyttor.1.namn"] == "Lägre drivmedelskostnad"
    assert flat["nyttor.1.id"] == "N2"
    assert "Ekhamns kommun" in flat.values()


def test_rows_go_to_the_nyttokalkyl_that_is_open_in_the_same_window_and_can_be_undone_there() -> None:
    forget()
    for events in ([{"do": "open", "fragment": "", "document": None}, {"do": "empty"}],):
        handle(json.dumps({"calculator": "nyttokalkyl", "events": events}))
    before = dict(OPEN["nyttokalkyl"].session.state.flat)
    events = [{"do": "open", "fragment": "", "document": None}, {"do": "example", "value": "Påhittad kommun, korta avstånd"},
              {"do": "contribute", "document": None}]  # fmt: skip
    reply = json.loads(handle(json.dumps({"calculator": "lakemedelsautomater", "events": events})))
    assert "Tillagt i din nyttokalkyl" in reply["say"]
    session = OPEN["nyttokalkyl"].session
    assert "Lägre drivmedelskostnad" in session.state.flat.values()
    session.undo()
    assert dict(session.state.flat) == before


def test_the_page_says_what_was_added_and_where_it_is() -> None:
    page = Page("lakemedelsautomater")
    page.send({"do": "example", "value": "Påhittad kommun, korta avstånd"})
    page.send({"do": "contribute", "document": None})
    assert "Tillagt i din nyttokalkyl: N1 Lägre drivmedelskostnad" in page.tree.text
    page.type("km_per_besok", "5")
    assert "Tillagt i din nyttokalkyl" not in page.tree.text


@pytest.mark.parametrize(
    "text", ["", "x", "finns_inte#k=1.abc", "javascript:alert(1)#k=1.a", "timkostnad#k=1.a<b>", "timkostnad#x"]
)
def test_only_our_own_calculators_are_led_back_to(text: str) -> None:
    assert way_back(text) is None
