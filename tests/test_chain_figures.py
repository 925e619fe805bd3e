"""A box that is a row of the calculation shows what the calculation says of it; nothing is summed in a chain."""

import dataclasses as dc
import io
from typing import Any

import pytest

from calculators.chain.graph import Effektkedja, Lada
from calculators.chain.layout import FORMS, layout
from calculators.chain.listing import write_list
from calculators.chain.siffror import PerLada
from calculators.easel.siffror import figures
from calculators.kalkyl.document import Nyttokalkyl
from calculators.registry import calculator
from calculators.uppfoljning.jamforelse import jamforelse
from calculators.views.chain.files import exported
from calculators.wire import from_json

CALC = calculator("nyttokalkyl")
KR = "\u00a0kr"


def row(id: str, kr: float | None, faktor: Any = "lopande", **about: Any) -> dict[str, Any]:
    value = {} if kr is None else {"arligt_varde": {"troligt": kr, **about}}
    return {"id": id, "namn": id, "kategori": "finansiell", "perspektiv": "Kommunen", "faktor": faktor, **value}


def kalkyl(nyttor: list[dict[str, Any]], **about: Any) -> Nyttokalkyl:
    made: Nyttokalkyl = from_json(CALC, {"horisont": 6, "startar": 2027, "perspektiv": ["Kommunen"], "nyttor": nyttor, **about})
    return made


def chain(*rows: str, typ: str = "nytta") -> Effektkedja:
    return Effektkedja("", tuple(Lada(f"b{n}", typ, f"Sak {id}", kalkylrad=id) for n, id in enumerate(rows)))


def facts(found: PerLada, id: str = "b0") -> dict[str, str]:
    return dict(found[id].fakta)


@pytest.mark.parametrize(
    ("faktor", "words"),
    [("lopande", "per år"), ("engang", "en gång"), ([0.5, 1, 1, 1, 1, 1], "per helt år")],
)
def test_a_box_shows_the_amount_and_how_often_it_comes(faktor: Any, words: str) -> None:
    found = figures(chain("N1"), kalkyl([row("N1", 12000, faktor)]), None)
    assert found["b0"].ritas == (f"12\u00a0000{KR} {words}",)
    assert facts(found) == {"Belopp": f"12\u00a0000{KR} {words}"}


def test_the_list_says_between_what_an_uncertain_amount_lies() -> None:
    found = figures(chain("N1"), kalkyl([row("N1", 12000, lagst=9000, hogst=15000)]), None)
    assert facts(found)["Belopp"] == f"12\u00a0000{KR} per år, mellan 9\u00a0000{KR} och 15\u00a0000{KR}"


def test_a_row_that_says_nothing_yet_has_nothing_drawn() -> None:
    found = figures(chain("N1", "N9"), kalkyl([row("N1", None)]), None)
    assert found["b0"].ritas == ()
    assert facts(found) == {"Belopp": "Inget än"}
    assert "b1" not in found, "no such row"
    half = figures(chain("N1"), kalkyl([row("N1", 12000)]), None, empty=["N1"])
    assert half["b0"].ritas == (), "something in the row is still to be filled in"


def test_what_is_not_valued_in_money_shows_its_size() -> None:
    item = {"id": "E1", "namn": "Lugnare", "kategori": "kvalitet", "sida": "nytta", "perspektiv": "Kommunen", "storlek": "stor"}
    found = figures(chain("E1", "E2"), kalkyl([], ej_varderade=[item, item | {"id": "E2", "storlek": None}]), None)
    assert (found["b0"].ritas, found["b1"].ritas) == (("Storlek: stor",), ())
    assert facts(found) == {"Storlek": "Stor"}


def test_what_came_out_in_the_latest_measured_year_stands_beside_what_was_planned() -> None:
    now = kalkyl(
        [row("N1", 12000), row("N2", 500)],
        utfall=[{"rad": "N1", "faktor": "", "ar": year, "varde": kr} for year, kr in ((2027, 8000), (2028, 11000))],
        matningar=[{"nytta": "N1", "lage": "pa_vag"}],
    )
    found = figures(chain("N1", "N2"), now, jamforelse(now, now, False))
    assert found["b0"].ritas == (f"12\u00a0000{KR} per år", f"Utfall 2028: 11\u00a0000{KR}", "På väg")
    assert facts(found)["Utfall 2028"] == f"11\u00a0000{KR}, planerat 12\u00a0000{KR}"
    assert facts(found)["Uppföljning"] == "På väg"
    assert found["b1"].ritas == (f"500{KR} per år",), "nothing has been measured of the other"


def test_a_possibility_has_no_amount_whatever_row_its_file_names() -> None:
    found = figures(chain("N1", typ="mojlighet"), kalkyl([row("N1", 12000)]), None)
    assert found["b0"].ritas == ()
    assert facts(found) == {"I kalkylen": "Räknas inte med"}


@pytest.mark.parametrize("form", FORMS)
def test_the_figures_have_room_in_the_box_and_change_nothing_where_there_are_none(form: str) -> None:
    kedja = chain("N1", "N2")
    found = figures(kedja, kalkyl([row("N1", 1_234_567_890)]), None)
    bare, told = layout(kedja, form), layout(kedja, form, siffror=found)
    assert layout(kedja, form, siffror={}) == bare
    assert layout(kedja, form, siffror=found) == told, "the same figures give the same places"
    assert " ".join(told.boxes[0].figures) == "1\u00a0234\u00a0567\u00a0890\u00a0kr per år"
    one, two = told.boxes
    assert one.y + one.height <= two.y or one.x + one.width <= two.x
    assert one.height > bare.boxes[0].height
    assert dc.replace(two, x=0, y=0) == dc.replace(bare.boxes[1], x=0, y=0), "a box without figures is as it was"


@pytest.mark.parametrize("what", ["drawio", "csv"])
def test_what_people_open_elsewhere_has_the_figures_and_comes_back_without_them(what: str) -> None:
    from calculators.chain.formats import opened_bytes

    kedja = chain("N1", "N2")
    found = figures(kedja, kalkyl([row("N1", 12000)]), None)
    made = exported(kedja, what, siffror=found)
    assert "12\u00a0000\u00a0kr per år" in made.decode()
    back = opened_bytes(made).kedja
    assert [dc.replace(lada, id="") for lada in back.lador] == [dc.replace(lada, id="") for lada in kedja.lador]
    assert exported(kedja, what) == exported(kedja, what, siffror={}), "a chain on its own has no column and no row for them"


def test_a_text_changed_in_draw_io_is_taken_in_without_the_amount_below_it() -> None:
    from calculators.chain.formats import opened_bytes

    kedja = chain("N1")
    made = exported(kedja, "drawio", siffror=figures(kedja, kalkyl([row("N1", 12000)]), None)).decode()
    changed = made.replace("&lt;br&gt;Sak N1&lt;br&gt;", "&lt;br&gt;Sak ett&lt;br&gt;")
    assert changed != made
    assert [lada.text for lada in opened_bytes(changed.encode()).kedja.lador] == ["Sak ett"]


@pytest.mark.slow  # a desk's Python reads the slide
def test_the_files_that_are_read_have_the_figures_and_open_again_as_the_same_chain() -> None:
    from pptx import Presentation

    from calculators.chain.formats import opened_bytes

    kedja = chain("N1")
    found = figures(kedja, kalkyl([row("N1", 12000)]), None)
    words = "12\u00a0000\u00a0kr per år"
    assert f"Belopp: {words}" in write_list(kedja, found)
    picture = exported(kedja, "svg", siffror=found)
    assert f">{words}<" in picture.decode()
    assert opened_bytes(picture).kedja == kedja
    slide = Presentation(io.BytesIO(exported(kedja, "pptx", siffror=found))).slides[0]
    assert any(shape.has_text_frame and words in shape.text_frame.text for shape in slide.shapes)
