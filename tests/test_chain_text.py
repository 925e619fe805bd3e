"""Text in and out: indented lines, pasted rows, the chain read aloud, and descriptions in the method's form."""

from itertools import pairwise

import pytest
from hypothesis import given

from calculators.chain.benefits import descriptions
from calculators.chain.examples import example, ids
from calculators.chain.formats import opened
from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.listing import groups, write_list
from calculators.chain.outline import read_lines, write_lines
from calculators.chain.phrasing import happens, stakeholders
from calculators.chain.reading import questions, read_aloud
from tests.chains import lines, written


def arrows(kedja: Effektkedja) -> set[tuple[str, str, str]]:
    """Arrows by the texts of their boxes."""
    text = {lada.id: lada.text for lada in kedja.lador}
    return {(text[pil.fran], pil.slag, text[pil.till]) for pil in kedja.pilar}


def kinds(kedja: Effektkedja) -> dict[str, str]:
    return {lada.text: lada.typ for lada in kedja.lador}


def test_each_step_in_is_the_next_kind() -> None:
    kedja = lines("Bokning\n  Bokar själv\n    Färre samtal\n      Frigjord tid\n        God arbetsmiljö\n")
    assert list(kinds(kedja).values()) == ["forandring", "nytt_arbetssatt", "effekt", "nytta", "verksamhetsmal"]
    assert len(kedja.pilar) == 4


def test_a_line_again_is_another_arrow_to_the_same_box() -> None:
    kedja = lines("A\n  B\n    C\n  D\n    C\n")
    assert arrows(kedja) == {
        ("A", "leder_till", "B"),
        ("B", "leder_till", "C"),
        ("A", "leder_till", "D"),
        ("D", "leder_till", "C"),
    }


def test_a_line_may_say_kind_stakeholder_category_and_money() -> None:
    (lada,) = lines("- Nytta: Kortare väntetid (i snitt) [Patient] (kvalitet, inte i pengar)").lador
    assert (lada.typ, lada.text, lada.intressent) == ("nytta", "Kortare väntetid (i snitt)", "Patient")
    assert (lada.kategori, lada.varderas_i_pengar) == ("kvalitet", False)


def test_an_obstacle_hinders_what_it_stands_under_and_what_stands_under_it() -> None:
    below = lines("Effekt: Fler bokar\n  Hinder: Ingen e-legitimation")
    above = lines("Hinder: Ingen e-legitimation\n  Effekt: Fler bokar")
    assert arrows(below) == arrows(above) == {("Ingen e-legitimation", "hindrar", "Fler bokar")}


def test_an_arrow_may_be_named() -> None:
    assert arrows(lines("Arbetssätt: A\n  krävs för: Nytta: B")) == {("A", "kraver", "B")}


def test_a_plain_column_is_effects_without_arrows() -> None:
    kedja = lines("Färre samtal\nKortare kö\n• Nöjdare personal\n")
    assert list(kinds(kedja).values()) == ["effekt"] * 3
    assert kedja.pilar == ()


@given(written(5))
def test_lines_come_back_with_the_same_boxes_and_arrows(kedja: Effektkedja) -> None:
    seen = {(lada.typ, lada.text.lower(), lada.intressent.translate({91: 40, 93: 41}).lower()) for lada in kedja.lador}
    if len(seen) < len(kedja.lador):
        return  # two boxes that nothing tells apart are one line
    again = read_lines(write_lines(kedja))
    assert {(x.typ, x.text.lower(), x.intressent.lower()) for x in again.lador} == seen
    assert sorted(arrows(again)) == sorted(arrows(kedja))
    assert (again.titel.lower(), again.exempel) == (kedja.titel.lower(), kedja.exempel)


@pytest.mark.parametrize("id", ids())
def test_the_examples_come_back_from_their_lines(id: str) -> None:
    kedja, again = example(id), read_lines(write_lines(example(id)))
    assert (arrows(again), kinds(again), again.titel) == (arrows(kedja), kinds(kedja), kedja.titel)


ROWS = "Färre samtal\tEffekt\tMottagningen\tFrigjord tid\nFrigjord tid\tNytta\tRegionen\t"
PASTED = {
    "tabs with heads": f"Text\tTyp\tIntressent\tLeder till\n{ROWS}",
    "tabs without heads": ROWS,
    "semicolons": "Typ;Text;Leder till;Intressent\r\nEffekt;Färre samtal;frigjord tid;Mottagningen\r\nNytta;Frigjord tid;;Regionen\r\n",
    "a next step that has no row": "Text\tTyp\tIntressent\tLeder till\nFärre samtal\tEffekt\tMottagningen\tFrigjord tid",
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
def test_rows_pasted_from_a_spreadsheet_become_boxes_and_arrows(text: str) -> None:
    kedja = opened(text).kedja
    assert kinds(kedja) == {"Färre samtal": "effekt", "Frigjord tid": "nytta"}
    assert arrows(kedja) == {("Färre samtal", "leder_till", "Frigjord tid")}


def test_what_a_pasted_row_does_not_say_is_told() -> None:
    found = opened("Text\tTyp\nFärre samtal\tEffekt\nKortare kö\tvinst\n")
    assert found.anmarkningar == ("1\u00a0låda hade ingen typ och blev effekter. Välj rätt typ för dem.",)


CHAIN = """
Digital bokning
  Invånaren bokar själv [Invånare]
    Färre samtal [Mottagningen]
      Nytta: Frigjord tid [Regionen]
        God arbetsmiljö
"""


def test_a_way_is_read_in_sentences() -> None:
    (way,) = read_aloud(lines(CHAIN))
    assert way.text == (
        "Förändringen ”Digital bokning” innebär det nya arbetssättet ”Invånaren bokar själv”, som leder till effekten ”Färre samtal”. "
        "Det ger nyttan ”Frigjord tid” för regionen, som bidrar till verksamhetsmålet ”God arbetsmiljö”."
    )
    assert len(way.lador) == 5


def test_for_whom_is_written_as_inside_a_sentence_and_a_name_keeps_its_capital() -> None:
    text = "# Bokning i Ekhamns kommun\nEffekt: Färre samtal\n  Nytta: Mer tid [Ekhamns kommun, Invånarna]\n"
    (way,) = read_aloud(lines(text))
    assert way.text == "Effekten ”Färre samtal” ger nyttan ”Mer tid” för Ekhamns kommun och invånarna."


def test_an_unsure_arrow_and_an_obstacle_are_read_as_such() -> None:
    lador = (
        Lada("e", "effekt", "Fler bokar"),
        Lada("n", "nytta", "Kortare kö"),
        Lada("h", "hinder", "Ingen e-leg", atgard="Telefonen finns kvar"),
    )
    kedja = Effektkedja("", lador, (Pil("p1", "e", "n", sakerhet="osakert"), Pil("p2", "h", "e", "hindrar")))
    assert [way.text for way in read_aloud(kedja)] == [
        "Effekten ”Fler bokar” ger kanske nyttan ”Kortare kö”.",
        "Hindret ”Ingen e-leg” kan stå i vägen för effekten ”Fler bokar”. Telefonen finns kvar.",
    ]
    assert questions(kedja, kedja.pilar[0])[0] == "Leder effekten ”Fler bokar” till nyttan ”Kortare kö”?"


def test_only_the_ways_through_one_box_are_read_when_asked() -> None:
    kedja = lines("F\n  A\n    E1\n    E2\n")
    e1 = next(lada.id for lada in kedja.lador if lada.text == "E1")
    assert [way.lador[-1] for way in read_aloud(kedja, genom=e1)] == [e1]


def test_a_loop_is_read_once_round() -> None:
    ways = read_aloud(lines("Effekt: A\n  Effekt: B\n    A\n"))
    assert [len(way.lador) for way in ways] == [2]


def test_a_web_of_ways_is_not_read_for_ever() -> None:
    layers = [[f"Effekt: {row}{n}" for n in range(6)] for row in "abcdefgh"]
    text = "".join(f"{one}\n  {other}\n" for row, after in pairwise(layers) for one in row for other in after)
    assert len(read_aloud(lines(text))) == 200


def described(text: str) -> list[tuple[str, str]]:
    return [(one.rubrik, one.text) for one in descriptions(lines(text))]


def test_a_benefit_is_described_in_the_method_s_form() -> None:
    assert described(CHAIN) == [(
        "Frigjord tid för regionen",
        "Genom digital bokning ändras arbetssättet: invånaren bokar själv. Det leder till färre samtal. "
        "Det bidrar till verksamhetens mål: god arbetsmiljö.",
    )]  # fmt: skip


def test_several_ways_are_told_together_step_by_step() -> None:
    ((_, text),) = described("""
Digital bokning
  Invånaren bokar själv
    Fler avbokar i tid
      Effekt: Lediga tider går till andra
        Nytta: Kortare väntetid
  Påminnelser skickas automatiskt
    Fler avbokar i tid
""")
    assert text == (
        "Genom digital bokning ändras arbetssätten: invånaren bokar själv och påminnelser skickas automatiskt. "
        "Det leder till att fler avbokar i tid, som i sin tur leder till att lediga tider går till andra."
    )


def test_there_is_one_description_for_each_stakeholder() -> None:
    assert [rubrik for rubrik, _ in described("Nytta: Kortare väntetid [Patienter, Regionen]")] == [
        "Kortare väntetid för patienter", "Kortare väntetid för regionen",
    ]  # fmt: skip


def test_conditions_and_obstacles_are_part_of_the_description() -> None:
    lador = (
        Lada("f", "forandring", "Ny app"), Lada("e", "effekt", "Fler bokar"),
        Lada("n", "nytta", "Kortare kö", forutsattning="Alla har appen."),
        Lada("h", "hinder", "Alla har inte e-legitimation", atgard="Telefonen finns kvar"), Lada("a", "nytt_arbetssatt", "Tider läggs ut"),
    )  # fmt: skip
    pilar = (Pil("1", "f", "e"), Pil("2", "e", "n"), Pil("3", "h", "e", "hindrar"), Pil("4", "a", "e", "kraver"))
    (found,) = descriptions(Effektkedja("", lador, pilar))
    assert found.text == (
        "Genom ny app händer detta: fler bokar. Det förutsätter att tider läggs ut. Alla har appen. "
        "Ett hinder kan vara att alla inte har e-legitimation. Telefonen finns kvar."
    )


def test_a_loop_does_not_make_a_description_endless() -> None:
    assert len(described("Effekt: Fler bokar\n  Effekt: Fler tider\n    Fler bokar\n  Nytta: Kortare kö\n")) == 1


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Färre samtal", False), ("Fler bokar själva", True), ("Brev skickas digitalt", True), ("Kortare väntetid", False),
     ("Tid för vårdgivarnas möten", False), ("Kallelsen når invånaren", True)],
)  # fmt: skip
def test_att_goes_before_what_happens(text: str, verb: bool) -> None:
    assert happens(text) is verb


def test_och_inside_a_name_does_not_make_two_stakeholders() -> None:
    assert stakeholders(Lada("n", "nytta", "x", "Vård och omsorg")) == ["Vård och omsorg"]
    assert stakeholders(Lada("n", "nytta", "x", "Regionen och Kommunen")) == ["Regionen", "Kommunen"]


@pytest.mark.parametrize("id", ids())
def test_the_list_holds_every_box_and_both_ends_of_every_arrow(id: str) -> None:
    kedja = example(id)
    told = write_list(kedja)
    assert [post.lada for grupp in groups(kedja) for post in grupp.poster if post.lada.text not in told] == []
    assert len([post for grupp in groups(kedja) for post in grupp.poster]) == len(kedja.lador)
    for label in ("Leder till", "Kommer av"):
        ends = [
            value for grupp in groups(kedja) for post in grupp.poster for name, value in post.fakta if name == label
        ]
        assert len("; ".join(ends).split("; ")) == len([pil for pil in kedja.pilar if pil.slag == "leder_till"])


def test_a_cost_has_no_benefit_description() -> None:
    assert described("Förändring: F\n  Kostnad: Licens [Kommunen]") == []
