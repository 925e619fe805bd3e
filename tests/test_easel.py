"""What may be counted on where a chain is drawn: one model for picture, list and calculation, every step with a way back."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.browser import OPEN, forget, handle
from calculators.chain.document import to_data
from calculators.chain.graph import Effektkedja, reached
from calculators.chain.layout import FORMS, layout
from calculators.easel.keys import ALONG, KEYS, OVER, moved
from calculators.easel.stored import chain_of
from calculators.saved import parsed, state_of
from calculators.views.chain.files import exported
from tests.chains import lines
from tests.scattered import scattered

ID = "nyttokalkyl"
LINES = """Förändring: Digital bokning
  Arbetssätt: Invånaren bokar själv [Invånare]
    Effekt: Färre samtal [Mottagningen]
      Nytta: Frigjord tid [Regionen] (omfördelning, i pengar)
        Mål: Mer tid för vård
Hinder: Invånare saknar e-legitimation
  Invånaren bokar själv"""


def send(*events: dict[str, Any]) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(handle(json.dumps({"calculator": ID, "events": list(events)})))
    return reply


def typed(key: str, value: str) -> dict[str, Any]:
    return send({"do": "input", "key": key, "value": value})


def chain() -> Effektkedja:
    return chain_of(OPEN[ID].session.state)


def texts() -> dict[str, str]:
    return dict(OPEN[ID].session.state.flat)


@pytest.fixture(autouse=True)
def empty() -> Iterator[None]:
    """An empty chain on the page where it is drawn."""
    forget()
    send({"do": "open", "fresh": True, "view": "kedja", "fragment": "", "document": None}, {"do": "chain_empty", "newId": "a"})
    yield
    forget()


def write(text: str = LINES) -> None:
    typed("se.in", text)
    send({"do": "chain_text"})


def test_boxes_and_arrows_are_added_one_by_one_and_undone_one_by_one() -> None:
    typed("se.ny", "Digital bokning")
    assert "Digital bokning" in send({"do": "chain_add"})["say"]
    send({"do": "input", "key": "se.ny_typ", "value": "effekt"}, {"do": "input", "key": "se.ny", "value": "Färre samtal"},
         {"do": "input", "key": "se.ny_efter", "value": "f1"})  # fmt: skip
    assert "efter Digital bokning" in send({"do": "chain_add"})["say"]
    assert [(p.fran, p.till) for p in chain().pilar] == [("f1", "e1")]
    send({"do": "undo"})
    assert [x.text for x in chain().lador] == ["Digital bokning"]
    send({"do": "undo"})
    assert chain().lador == ()
    send({"do": "redo"}, {"do": "redo"})
    assert len(chain().pilar) == 1


def test_lines_become_boxes_and_arrows_that_are_saved_in_the_document() -> None:
    write()
    saved = next(iter(send({"do": "save"})["keep"].values()))["document"]
    from calculators.registry import calculator

    again = chain_of(state_of(calculator(ID), parsed(saved)))
    assert again == chain()
    assert [x.text for x in again.lador][:2] == ["Digital bokning", "Invånaren bokar själv"]
    assert len(again.pilar) == 5


def test_a_benefit_in_the_chain_is_the_row_of_the_calculation() -> None:
    write()
    nytta = next(x for x in chain().lador if x.typ == "nytta")
    assert (nytta.kalkylrad, texts()["nyttor.0.namn"], texts()["nyttor.0.kategori"]) == ("N1", "Frigjord tid", "omfordelning")
    typed(f"lada.{nytta.id}.text", "Mer frigjord tid")
    assert texts()["nyttor.0.namn"] == "Mer frigjord tid"
    typed("nyttor.0.namn", "Tid till annat")
    assert next(x for x in chain().lador if x.id == nytta.id).text == "Tid till annat"
    send({"do": "undo"}, {"do": "undo"})
    assert (texts()["nyttor.0.namn"], next(x for x in chain().lador if x.id == nytta.id).text) == ("Frigjord tid",) * 2


def benefit() -> Any:
    return next(x for x in chain().lador if x.typ == "nytta")


def parties() -> list[str]:
    return [text for key, text in sorted(texts().items()) if key.startswith("perspektiv.")]


def test_a_box_and_its_row_are_for_the_same_stakeholder_whichever_is_changed() -> None:
    write()
    assert (texts()["nyttor.0.perspektiv"], parties()) == ("Regionen", ["Egna organisationen", "Regionen"])
    for n in range(1, len("Invånare") + 1):
        typed(f"lada.{benefit().id}.intressent", "Invånare"[:n])
    assert (texts()["nyttor.0.perspektiv"], parties()) == ("Invånare", ["Egna organisationen", "Regionen", "Invånare"])
    typed("nyttor.0.perspektiv", "Regionen")
    assert benefit().intressent == "Regionen"
    send({"do": "undo"})
    assert benefit().intressent == "Invånare"
    send({"do": "undo"})
    assert (benefit().intressent, texts()["nyttor.0.perspektiv"]) == ("Regionen", "Regionen")


def test_a_perspective_that_she_typed_half_and_took_back_is_not_kept() -> None:
    write()
    for words in ("Regione", "Region", "Regio", "Reg"):
        typed(f"lada.{benefit().id}.intressent", words)
    assert parties() == ["Egna organisationen", "Regionen", "Reg"]
    typed(f"lada.{benefit().id}.intressent", "regionen")
    assert parties() == ["Egna organisationen", "Regionen"]
    assert (texts()["nyttor.0.perspektiv"], benefit().intressent) == ("Regionen", "regionen")


def test_a_box_for_nobody_or_for_several_leaves_the_row_with_a_perspective_that_there_is() -> None:
    write()
    typed(f"lada.{benefit().id}.intressent", "Regionen, Invånare")
    assert (benefit().intressent, texts()["nyttor.0.perspektiv"]) == ("Regionen, Invånare", "Regionen")
    typed(f"lada.{benefit().id}.intressent", "")
    assert (benefit().intressent, texts()["nyttor.0.perspektiv"]) == ("", "Egna organisationen")
    typed("nyttor.0.perspektiv", "Regionen")
    assert benefit().intressent == "Regionen"


def notes() -> list[str]:
    return [lapp.text for lapp in chain().lappar]


def said(do: str, **about: str) -> str:
    return str(send({"do": do, **about})["say"])


def test_notes_are_written_one_at_a_time_or_many_at_once_and_are_not_yet_boxes() -> None:
    typed("se.lapp", "Färre samtal")
    reply = send({"do": "chain_note"})
    assert (reply["say"], reply["focus"]) == ("1\u00a0ny lapp, 1 i allt.", "nyttokalkyl--se.lapp")
    typed("se.lapp", "Kortare kö\n\n  Lugnare  mottagning \r\nFärre brev")
    assert said("chain_note") == "3\u00a0nya lappar, 4 i allt."
    assert notes() == ["Färre samtal", "Kortare kö", "Lugnare mottagning", "Färre brev"]
    assert chain().lador == ()
    assert said("chain_note") == "Skriv först vad som ska stå på lappen."
    send({"do": "undo"})
    assert notes() == ["Färre samtal"]


def test_ticked_notes_are_moved_to_a_group_new_or_old_and_out_of_it() -> None:
    typed("se.lapp", "Färre samtal\nKortare kö\nFärre brev")
    send({"do": "chain_note"})
    assert said("chain_gather") == "Kryssa först i de lappar som hör ihop."
    typed("se.kryss_l1", "ja")
    assert said("chain_gather") == "Skriv först vad gruppen ska heta."
    typed("se.grupp_ny", "Telefon")
    assert said("chain_gather") == "1\u00a0lapp i gruppen Telefon."
    typed("se.kryss_l2", "ja")
    typed("se.grupp", "g:Telefon")
    send({"do": "chain_gather"})
    assert [lapp.grupp for lapp in chain().lappar] == ["Telefon", "Telefon", ""]
    typed("se.namn_2", "Telefonen")
    assert said("chain_regroup", path="Telefon", value="2") == "Gruppen heter nu Telefonen."
    typed("se.kryss_l1", "ja")
    typed("se.grupp", "g:")
    assert said("chain_gather") == "1\u00a0lapp utan grupp."
    assert [lapp.grupp for lapp in chain().lappar] == ["", "Telefonen", ""]


def test_each_note_is_made_a_box_left_or_thrown_away_and_the_next_one_is_told() -> None:
    typed("se.lapp", "Digital bokning\nFärre samtal\nStrunt")
    send({"do": "chain_note"}, {"do": "chain_step", "value": "3"})
    assert said("chain_skip", path="l1") == "Nästa lapp: Färre samtal."
    assert said("chain_box", path="l2", value="nytta") == "Nytta: Färre samtal. Nästa lapp: Strunt."
    assert texts()["nyttor.0.namn"] == "Färre samtal"
    assert "Lappen Strunt är borttagen" in said("chain_tear", path="l3")
    assert said("chain_box", path="l1", value="forandring") == "Förändring: Digital bokning. Alla lappar är lådor."
    change = next(x.id for x in chain().lador if x.typ == "forandring")
    assert said("chain_unbox", path=change) == "Lådan är en lapp igen, utan pilar. Du kan ångra."
    assert (notes(), [x.text for x in chain().lador]) == (["Digital bokning"], ["Färre samtal"])
    send({"do": "undo"}, {"do": "undo"}, {"do": "undo"})
    assert notes() == ["Digital bokning", "Strunt"]


def test_two_notes_that_say_the_same_become_one() -> None:
    typed("se.lapp", "Färre samtal\nfärre samtal")
    send({"do": "chain_note"})
    slots = send({"do": "chain_step", "value": "2"})["slots"]
    assert "liknar varandra" in slots["nyttokalkyl--lappar"]
    assert said("chain_join", path="l2") == "Lapparna är en. Du kan ångra."
    assert notes() == ["Färre samtal"]


def test_several_lines_in_the_field_for_a_box_become_a_box_each() -> None:
    send({"do": "input", "key": "se.ny_typ", "value": "effekt"}, {"do": "input", "key": "se.ny", "value": "Färre samtal\nKortare kö"})
    assert said("chain_add") == "Tillagda: 2\u00a0lådor."
    assert [(x.typ, x.text) for x in chain().lador] == [("effekt", "Färre samtal"), ("effekt", "Kortare kö")]


def test_a_copy_comes_of_the_same_and_is_a_row_of_its_own() -> None:
    write()
    reply = send({"do": "chain_copy", "path": benefit().id})
    first, other = (x for x in chain().lador if x.typ == "nytta")
    assert (first.text, first.intressent) == (other.text, other.intressent)
    assert [p.fran for p in chain().pilar if p.till == other.id] == [p.fran for p in chain().pilar if p.till == first.id]
    assert (first.kalkylrad, other.kalkylrad) == ("N1", "N2")
    assert reply["focus"] == f"nyttokalkyl--lada.{other.id}.text"


def test_a_search_says_how_many_and_goes_from_one_to_the_next() -> None:
    write()
    assert typed("se.sok", "invånare")["say"] == "2\u00a0lådor stämmer."
    places = [send({"do": "chain_find"})["focus"] for _ in range(3)]
    assert places[0] == places[2] != places[1]
    typed("se.sok", "xyz")
    assert said("chain_find") == "Ingen låda stämmer. Sök på ett annat ord."


def test_a_box_shows_its_row_s_amount_in_picture_list_and_file() -> None:
    write()
    assert "kr per år" not in OPEN[ID].page.slots["bild"], "nothing is filled in"
    typed("nyttor.0.faktorer.0.troligt", "12000")
    reply = send({"do": "chain_pick", "path": benefit().id})
    page = OPEN[ID].page.slots
    for slot in ("bild", "lista", "falt"):
        assert "12\u00a0000\u00a0kr per år" in page[slot], slot
    assert reply["slots"]
    assert "12\u00a0000\u00a0kr per år" in send({"do": "chain_export", "value": "svg"})["download"]["text"]


def test_a_row_that_is_removed_takes_its_box_along_and_undo_brings_both_back() -> None:
    write()
    id = next(x.id for x in chain().lador if x.typ == "nytta")
    send({"do": "remove", "path": "nyttor.0"})
    assert id not in {x.id for x in chain().lador}
    send({"do": "add", "path": "nyttor"}, {"do": "input", "key": "nyttor.0.namn", "value": "Något annat"})
    new = next(x for x in chain().lador if x.typ == "nytta")
    assert (new.text, new.id != id, chain().pilar[-1].till != new.id) == ("Något annat", True, True), "an old box is not a new row"
    for _ in range(3):
        send({"do": "undo"})
    assert id in {x.id for x in chain().lador}


def test_a_box_that_is_removed_takes_its_row_along() -> None:
    write()
    id = next(x.id for x in chain().lador if x.typ == "nytta")
    assert "Raden i kalkylen är också borta" in send({"do": "chain_remove", "path": id})["say"]
    assert not [key for key in texts() if key.startswith("nyttor.")]
    send({"do": "undo"})
    assert texts()["nyttor.0.namn"] == "Frigjord tid"


def test_what_is_not_valued_in_money_moves_to_the_rows_without_money() -> None:
    write()
    id = next(x.id for x in chain().lador if x.typ == "nytta")
    typed(f"lada.{id}.kategori", "kvalitet")
    assert not [key for key in texts() if key.startswith("nyttor.")]
    assert (texts()["ej_varderade.0.namn"], texts()["ej_varderade.0.sida"]) == ("Frigjord tid", "nytta")


def test_a_possibility_is_never_a_row() -> None:
    write("Möjlighet: Fler mottagningar kan vara med")
    assert chain().lador[0].kalkylrad == ""
    assert not [v for k, v in texts().items() if k.endswith(".namn") and v.startswith("Fler")]


def test_rows_of_a_calculation_stand_in_its_chain_from_the_beginning() -> None:
    typed("nyttor.0.namn", "Kortare tid")
    assert [(x.typ, x.text, x.kalkylrad) for x in chain().lador] == [("nytta", "Kortare tid", "N1")]


def test_the_keys_walk_along_arrows_draw_remove_and_give_back() -> None:
    write()
    assert send({"do": "chain_key", "path": "f1", "value": "ArrowRight"})["focus"] == "nyttokalkyl--bild-a1"
    assert send({"do": "chain_key", "path": "a1", "value": "ArrowLeft"})["focus"] in ("nyttokalkyl--bild-f1", "nyttokalkyl--bild-h1")
    assert send({"do": "chain_key", "path": "f1", "value": "End"})["focus"] == "nyttokalkyl--bild-m1"
    send({"do": "chain_key", "path": "a1", "value": "l"})
    assert "leder till Mer tid för vård" in send({"do": "chain_key", "path": "m1", "value": "Enter"})["say"]
    assert len(chain().pilar) == 6
    send({"do": "chain_key", "path": "e1", "value": "Delete"})
    assert "e1" not in {x.id for x in chain().lador}
    send({"do": "undo"}, {"do": "chain_key", "path": "e1", "value": "n"})
    assert chain().lador[-1].typ == "nytta"
    assert (chain().pilar[-1].fran, chain().pilar[-1].till) == ("e1", chain().lador[-1].id)


def test_the_arrow_keys_reach_the_next_column_where_no_arrow_leads() -> None:
    write("Förändring: A\nEffekt: B\nMål: C")
    assert send({"do": "chain_key", "path": "f1", "value": "ArrowRight"})["focus"] == "nyttokalkyl--bild-e1"
    assert send({"do": "chain_key", "path": "e1", "value": "ArrowRight"})["focus"] == "nyttokalkyl--bild-m1"
    assert send({"do": "chain_key", "path": "m1", "value": "ArrowRight"})["say"] == "Ingen låda åt det hållet från C."


@given(st.integers(0, 10_000), st.sampled_from(list(FORMS)), st.integers(2, 30))
@settings(max_examples=30, deadline=None)
def test_every_box_is_reached_from_every_other_by_keys(seed: int, form: str, boxes: int) -> None:
    kedja = scattered(seed, boxes)
    drawing = layout(kedja, form)
    ways = {
        box.lada.id: [moved(kedja, drawing, box.lada.id, key) for key in ("PageUp", "PageDown", *ALONG, *OVER)] for box in drawing.boxes
    }
    for start in ways:
        assert reached((start,), {here: [there for there in found if there] for here, found in ways.items()}) == set(ways)


def test_a_question_is_put_aside_with_an_answer_and_asked_again() -> None:
    write()
    slots = send({"do": "settle"})["slots"]
    id = slots["nyttokalkyl--fragor"].split('data-do="chain_dismiss" data-path="')[1].split('"')[0]
    typed(f"se.svar_{id}", "Det har vi pratat om")
    send({"do": "chain_dismiss", "path": id})
    assert chain().avfardade[0].varfor == "Det har vi pratat om"
    send({"do": "chain_ask", "path": id})
    assert chain().avfardade == ()


@pytest.mark.parametrize("what", ["svg", "json", "drawio", "mermaid", "csv", "rader"])
def test_a_file_is_opened_as_a_document_of_its_own(what: str) -> None:
    content = base64.b64encode(exported(lines(LINES), what)).decode()
    reply = send({"do": "chain_open", "newId": "b", "files": [{"name": "kedja", "base64": content}]})
    assert len(chain().lador) == 6
    assert "b" in reply["keep"]


def test_how_she_looks_at_a_chain_stays_when_another_is_opened() -> None:
    send({"do": "input", "key": "se.form", "value": "mobil"}, {"do": "chain_empty", "newId": "b"})
    write()
    assert "nk-kedja__smal" not in OPEN[ID].page.slots["bild"]
    assert OPEN[ID].desk.chain["form"] == "mobil"


def test_the_group_reads_one_way_at_a_time_and_sees_it_in_the_picture() -> None:
    write(LINES + "\n    Effekt: Bokning på kvällen [Invånare]")
    send({"do": "chain_step", "value": "5"})
    page = OPEN[ID].page.slots
    assert "Väg 1 av" in page["steg"]
    first = page["bild"]
    assert "nk-dov" in first
    told = said("chain_way", value="nasta")
    assert "Väg 2 av" in OPEN[ID].page.slots["steg"]
    assert told in OPEN[ID].page.slots["steg"]
    assert OPEN[ID].page.slots["bild"] != first
    send({"do": "chain_way", "value": "forra"})
    assert OPEN[ID].page.slots["bild"] == first
    send({"do": "chain_step", "value": "6"})
    assert "nk-dov" not in OPEN[ID].page.slots["bild"]


def test_a_merged_file_adds_only_what_is_new() -> None:
    write()
    other = lines(LINES + "\nRisk: Fler ringer i början")
    content = base64.b64encode(exported(other, "json")).decode()
    said = send({"do": "chain_merge", "newId": "b", "files": [{"name": "kedja", "base64": content}]})["say"]
    assert said.startswith("1\xa0ny låda och 0\xa0nya pilar")
    assert len(chain().lador) == 7


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\0\0", b'{"format": "effektkedja", "version": 99, "lador": []}', b"<svg/>"])
def test_what_can_not_be_read_is_told_and_nothing_is_lost(content: bytes) -> None:
    write()
    before = chain()
    file = {"name": "fil.bin", "base64": base64.b64encode(content).decode()}
    for do in ("chain_open", "chain_merge"):
        said = send({"do": do, "newId": "b", "files": [file]})["say"]
        assert "Det gick inte att läsa fil.bin." in said
        assert chain() == before


def test_no_lines_at_all_are_asked_for_without_a_word_of_files() -> None:
    typed("se.in", "  \n")
    said = send({"do": "chain_text"})["say"]
    assert "rader" in said
    assert "fil" not in said


def test_a_saved_chain_that_can_not_be_read_is_told_and_kept() -> None:
    kept = {"version": 2, "calculator": ID, "kalkyl": {}, "effektkedja": {"format": "effektkedja", "version": 2, "lador": "x"}}
    forget()
    reply = send({"do": "open", "fresh": True, "view": "kedja", "document": json.dumps(kept)})
    assert "gick inte att läsa" in reply["slots"]["nyttokalkyl--verktyg"]
    assert json.loads(OPEN[ID].session.saved())["effektkedja"]["lador"] == "x"


def test_markup_in_a_text_is_text() -> None:
    write("Effekt: <script>alert(1)</script> & \"'")
    everything = "".join(send({"do": "settle"}, {"do": "input", "key": "se.sok", "value": "<b>"})["slots"].values())
    send({"do": "open", "fresh": True, "view": "kedja"})
    assert "<script>" not in everything + "".join(OPEN[ID].page.slots.values())


def test_the_example_has_a_chain_whose_boxes_are_its_rows() -> None:
    forget()
    send({"do": "open", "fresh": True, "view": "kedja", "document": None})
    named = {x.text for x in chain().lador if x.kalkylrad}
    assert named == {value for key, value in texts().items() if key.count(".") == 2 and key.endswith(".namn") and key[0] in "nke"}


ACTS = ("chain_pick", "chain_next", "chain_begin", "chain_draw", "chain_remove", "chain_up", "chain_divide", "undo", "redo")


PLACES = ("f1", "a1", "e1", "n1", "n2", "h1", "p1", "p9", "")


@given(st.lists(st.tuples(st.sampled_from((*ACTS, *KEYS)), st.sampled_from(PLACES)), max_size=12))
@settings(max_examples=10)
def test_whatever_she_does_the_chain_and_the_rows_stay_one(steps: list[tuple[str, str]]) -> None:
    send({"do": "chain_empty", "newId": "a"})
    write()
    for act, path in steps:
        send({"do": act, "path": path} if act in ACTS else {"do": "chain_key", "path": path, "value": act})
    kedja = chain()
    rows = {texts()[key] for key in texts() if key.endswith(".id") and key.count(".") == 2 and key[0] in "nke"}
    joined = [x.kalkylrad for x in kedja.lador if x.typ in ("nytta", "kostnad")]
    assert len(joined) == len(set(joined))
    assert set(joined) <= rows
    assert to_data(kedja) == to_data(chain())
