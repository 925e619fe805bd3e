"""Changes keep a chain a chain, give new ids, and take nothing away that nobody asked for."""

import dataclasses as dc

from hypothesis import given
from hypothesis import strategies as st

from calculators.chain.document import read, write
from calculators.chain.edits import added, changed, connected, divided, merged, moved, removed
from calculators.chain.examples import example, ids
from calculators.chain.graph import Effektkedja
from calculators.chain.kinds import TYPER
from calculators.chain.soundness import faults
from tests.chains import lines, written

EVENTS = st.tuples(st.sampled_from(["add", "remove", "connect", "move"]), st.integers(0, 99), st.integers(0, 99))


@given(written(), st.lists(EVENTS, max_size=12))
def test_a_chain_stays_one_and_no_id_comes_back(kedja: Effektkedja, events: list[tuple[str, int, int]]) -> None:
    seen = {lada.id for lada in kedja.lador}
    for do, a, b in events:
        boxes = [lada.id for lada in kedja.lador]
        if do == "add" or not boxes:
            kedja, id = added(kedja, list(TYPER)[a % len(TYPER)], "Ny", efter=boxes[b % len(boxes)] if boxes else "")
            assert id not in seen
            seen.add(id)
        elif do == "remove":
            kedja = read(write(removed(kedja, boxes[a % len(boxes)])))
        elif do == "connect":
            kedja, _ = connected(kedja, boxes[a % len(boxes)], boxes[b % len(boxes)])
        else:
            kedja = moved(kedja, boxes[a % len(boxes)], 1 - 2 * (b % 2))
        assert faults(kedja) == []


def test_a_new_box_may_follow_another_at_once() -> None:
    kedja, effekt = added(Effektkedja(), "effekt", "Färre samtal")
    kedja, nytta = added(kedja, "nytta", "Frigjord tid", efter=effekt, intressent="Regionen")
    assert (effekt, nytta) == ("e1", "n1")
    assert [(pil.id, pil.fran, pil.till, pil.slag) for pil in kedja.pilar] == [("p1", "e1", "n1", "leder_till")]


def test_removing_a_box_takes_its_arrows_and_nothing_else() -> None:
    kedja = lines("Effekt: A\n  Nytta: B\n    Mål: C")
    left = removed(kedja, "n1")
    assert [lada.text for lada in left.lador] == ["A", "C"]
    assert left.pilar == ()


def test_a_box_is_moved_past_those_of_its_kind() -> None:
    kedja = lines("Effekt: A\nNytta: B\nEffekt: C")
    assert [lada.text for lada in moved(kedja, "e1", 1).lador] == ["C", "B", "A"]
    assert moved(kedja, "e1", -1) == kedja


def test_a_benefit_for_several_becomes_one_for_each_with_the_same_arrows() -> None:
    kedja = divided(lines("Effekt: A\n  Nytta: Kortare kö [Patienter, Regionen]\n    Mål: C"), "n1")
    assert [lada.intressent for lada in kedja.lador if lada.typ == "nytta"] == ["Patienter", "Regionen"]
    assert {(pil.fran, pil.till) for pil in kedja.pilar} == {("e1", "n1"), ("n1", "m1"), ("e1", "n2"), ("n2", "m1")}


def test_two_files_become_one_with_each_box_once() -> None:
    one = lines("Ny app\n  Bokar själv\n    Färre samtal [Regionen]")
    other = lines("Ny app\n  bokar  SJÄLV\n    Färre samtal [Regionen]\n      Frigjord tid\n  Påminnelser skickas")
    both = merged(one, other)
    assert [lada.text for lada in both.lador] == [
        "Ny app",
        "Bokar själv",
        "Färre samtal",
        "Frigjord tid",
        "Påminnelser skickas",
    ]
    assert len(both.pilar) == 4
    assert faults(both) == []


def test_what_only_one_of_two_files_says_is_kept() -> None:
    one, other = lines("Nytta: Kortare kö"), changed(lines("Nytta: Kortare kö"), "n1", indikator="Minuter", nar="kort")
    (lada,) = merged(changed(one, "n1", nar="lang"), other).lador
    assert (lada.indikator, lada.nar) == ("Minuter", "lang")


@given(written(5))
def test_a_chain_merged_with_nothing_or_into_nothing_has_all_its_boxes(kedja: Effektkedja) -> None:
    assert merged(kedja, Effektkedja()) == kedja
    whole = merged(Effektkedja(), kedja)
    assert {(x.typ, x.text.lower(), x.intressent.lower()) for x in whole.lador} == {
        (x.typ, x.text.lower(), x.intressent.lower()) for x in kedja.lador
    }


def test_an_example_merged_with_itself_is_itself() -> None:
    for id in ids():
        assert dc.replace(merged(example(id), example(id))) == example(id)
