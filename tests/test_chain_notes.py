"""Notes are written, put together and made into boxes; none is lost on the way, and none is part of the chain before it is a box."""

from hypothesis import given
from hypothesis import strategies as st

from calculators.chain.checks import checks
from calculators.chain.document import read, to_data, write
from calculators.chain.edits import connected, merged
from calculators.chain.graph import Effektkedja
from calculators.chain.kinds import TYPER
from calculators.chain.layout import layout
from calculators.chain.notes import boxed, by_group, gathered, noted, regrouped, rewritten, torn, twins, unboxed
from tests.chains import lines, texts, written

TEXTS = ("Färre samtal", "Kortare kö", "Lugnare mottagning")


def notes(kedja: Effektkedja) -> list[str]:
    return [lapp.text for lapp in kedja.lappar]


def wall() -> Effektkedja:
    return noted(Effektkedja(), TEXTS)


@given(written(), st.lists(texts, max_size=5))
def test_notes_are_in_the_file_and_nowhere_in_the_picture_or_the_questions(kedja: Effektkedja, more: list[str]) -> None:
    made = noted(kedja, more)
    assert read(write(made)) == made
    assert layout(made).boxes == layout(kedja).boxes
    assert checks(made) == checks(kedja)


def test_a_file_without_notes_says_nothing_of_them() -> None:
    assert "lappar" not in to_data(lines("Effekt: A"))


def test_notes_are_put_together_in_groups_that_can_be_renamed_and_left() -> None:
    made = regrouped(gathered(wall(), {"l1", "l3"}, "Telefon"), "Telefon", "Telefonen")
    assert {name: [x.text for x in found] for name, found in by_group(made).items()} == {
        "": ["Kortare kö"], "Telefonen": ["Färre samtal", "Lugnare mottagning"],
    }  # fmt: skip
    assert gathered(made, {"l1", "l3"}, "") == wall()


def test_a_note_becomes_a_box_in_its_group_and_a_note_again() -> None:
    made, id = boxed(gathered(wall(), {"l2"}, "Väntan"), "l2", "nytta")
    assert notes(made) == ["Färre samtal", "Lugnare mottagning"]
    assert [(x.typ, x.text, x.grupp) for x in made.lador] == [("nytta", "Kortare kö", "Väntan")]
    back = unboxed(made, id)
    assert (back.lador, back.lappar[-1].text, back.lappar[-1].grupp) == ((), "Kortare kö", "Väntan")


def test_a_box_that_becomes_a_note_takes_its_arrows_along() -> None:
    kedja = lines("Effekt: A\n  Nytta: B")
    assert unboxed(kedja, kedja.lador[0].id).pilar == ()


def test_an_id_of_a_note_does_not_come_back() -> None:
    made = noted(torn(wall(), {"l3"}), ["Nytt"])
    assert [lapp.id for lapp in made.lappar] == ["l1", "l2", "l4"]


def test_a_text_on_a_note_can_be_changed() -> None:
    assert notes(rewritten(wall(), "l1", "Inga samtal")) == ["Inga samtal", *TEXTS[1:]]


def test_notes_that_say_the_same_are_found() -> None:
    made = noted(wall(), ["kortare  KÖ!"])
    assert [(one.id, other.id) for one, other in twins(made)] == [("l2", "l4")]


def test_two_files_become_one_with_each_note_once() -> None:
    other = noted(Effektkedja(), ["kortare kö", "Något annat"])
    assert notes(merged(wall(), other)) == [*TEXTS, "Något annat"]
    assert len({lapp.id for lapp in merged(wall(), other).lappar}) == 4


@given(st.lists(st.tuples(st.sampled_from(["note", "box", "back", "draw", "tear"]), st.integers(0, 9)), max_size=15))
def test_whatever_the_group_does_every_text_is_on_a_note_or_in_a_box_until_it_is_torn(steps: list[tuple[str, int]]) -> None:
    kedja, kept = Effektkedja(), 0
    for do, n in steps:
        if do == "note":
            kedja, kept = noted(kedja, [f"Lapp {n}"]), kept + 1
        elif do == "box" and kedja.lappar:
            kedja, _ = boxed(kedja, kedja.lappar[n % len(kedja.lappar)].id, list(TYPER)[n % len(TYPER)])
        elif do == "back" and kedja.lador:
            kedja = unboxed(kedja, kedja.lador[n % len(kedja.lador)].id)
        elif do == "draw" and kedja.lador:
            kedja, _ = connected(kedja, kedja.lador[0].id, kedja.lador[n % len(kedja.lador)].id)
        elif do == "tear" and kedja.lappar:
            kedja, kept = torn(kedja, {kedja.lappar[n % len(kedja.lappar)].id}), kept - 1
        assert len(kedja.lappar) + len(kedja.lador) == kept
        assert read(write(kedja)) == kedja
