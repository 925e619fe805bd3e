"""Every code has a document that raises it, at its field, and the same document mended that does not. All faults come at once."""

from typing import Any

import pytest

from calculators.commands import answer

ROW = {"id": "N1", "perspektiv": "A", "kategori": "finansiell", "arligt_varde": 1}


def kalkyl(**about: Any) -> dict[str, Any]:
    return {"perspektiv": ["A"], **about}


def nytta(**about: Any) -> dict[str, Any]:
    return kalkyl(nyttor=[{**ROW, **about}])


def term(**about: Any) -> dict[str, Any]:
    return kalkyl(nyttor=[{k: v for k, v in ROW.items() if k != "arligt_varde"} | {"termer": [about]}])


def counted(**about: Any) -> dict[str, Any]:
    return kalkyl(nyttor=[{k: v for k, v in ROW.items() if k != "arligt_varde"} | about])


def unvalued(**about: Any) -> dict[str, Any]:
    return kalkyl(nyttor=[ROW], ej_varderade=[{"id": "E1", "kategori": "kvalitet", **about}])


SHARED = {"gemensamma": {"x": 1}}
CASES: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    ("E_FALT", "finns_inte", kalkyl(finns_inte=1), kalkyl(namn="x")),
    ("E_FALT", "nyttor.0.finns_inte", nytta(finns_inte=1), nytta(kalla="x")),
    ("E_FALT", "nyttor.0.arligt_varde.finns_inte", nytta(arligt_varde={"troligt": 1, "finns_inte": 2}), nytta(arligt_varde={"troligt": 1})),
    ("E_STARTAR", "startar", kalkyl(startar=2), kalkyl(startar=1)),
    ("E_STARTAR", "startar", kalkyl(startar=1899), kalkyl(startar=1900)),
    ("E_STARTAR", "startar", kalkyl(startar=2201), kalkyl(startar=2200)),
    ("E_STARTAR", "startar", kalkyl(startar=2027.5), kalkyl(startar=2027)),
    ("E_HORISONT", "horisont", kalkyl(horisont=7), kalkyl(horisont=6)),
    ("E_HORISONT", "horisont", kalkyl(horisont=0), kalkyl(horisont=25)),
    ("E_RANTA", "ranta", kalkyl(ranta=1), kalkyl(ranta=0.999)),
    ("E_RANTA", "ranta", kalkyl(ranta=-0.01), kalkyl(ranta=0)),
    ("E_DISKONTERING", "diskontering", kalkyl(diskontering="t2"), kalkyl(diskontering="t1")),
    ("E_PERSPEKTIV", "nyttor.0.perspektiv", nytta(perspektiv="B"), nytta(perspektiv="A")),
    ("E_PERSPEKTIV", "ej_varderade.0.perspektiv", unvalued(perspektiv="B"), unvalued(perspektiv="A")),
    ("E_KATEGORI", "nyttor.0.kategori", nytta(kategori="kvalitet"), nytta(kategori="omfordelning")),
    ("E_KATEGORI", "nyttor.0.kategori", nytta(kategori="miljo"), nytta(kategori="finansiell")),
    ("E_KATEGORI", "ej_varderade.0.kategori", unvalued(kategori="annat"), unvalued(kategori="miljo")),
    ("E_REF", "nyttor.0.arligt_varde.ref", nytta(arligt_varde={"ref": "x"}), nytta(arligt_varde={"ref": "x"}) | SHARED),
    ("E_REF", "nyttor.0.faktorer.0.ref", counted(faktorer=[{"ref": "x"}]), counted(faktorer=[{"ref": "x"}]) | SHARED),
    ("E_REF", "gemensamma.0.varde.ref", kalkyl(gemensamma={"x": {"ref": "x"}}), kalkyl(gemensamma={"x": 1})),
    ("E_REF", "nyttor.0.termer.0.faktorer.1.ref", term(faktorer=[1, {"ref": "x"}]), term(faktorer=[1, {"ref": "x"}]) | SHARED),
    ("E_FAKTOR", "nyttor.0.faktor", nytta(faktor=[1] * 5), nytta(faktor=[1] * 6)),
    ("E_FAKTOR", "nyttor.0.faktor", nytta(faktor="ibland"), nytta(faktor="engang")),
    ("E_FAKTOR", "nyttor.0.faktor.2", nytta(faktor=[1, 1, -0.5, 1, 1, 1]), nytta(faktor=[1, 1, 0, 1, 1, 1.2])),
    ("E_NIVA", "ej_varderade.0.storlek", unvalued(storlek="enorm"), unvalued(storlek="mattlig")),
    ("E_NIVA", "ej_varderade.0.storlek", unvalued(storlek=2), unvalued(storlek=None)),
    ("E_DUBBEL_ID", "nyttor.1.id", kalkyl(nyttor=[ROW, ROW]), kalkyl(nyttor=[ROW, {**ROW, "id": "N2"}])),
    ("E_DUBBEL_ID", "kostnader.0.id", kalkyl(nyttor=[ROW], kostnader=[ROW]), kalkyl(nyttor=[ROW], kostnader=[{**ROW, "id": "K1"}])),
    ("E_DUBBEL_VARDERING", "ej_varderade.0.id", unvalued(id="N1"), unvalued(id="N2")),
    ("E_DUBBEL_METOD", "nyttor.0.arligt_varde.troligt", nytta(termer=[{"faktorer": [1]}]), nytta()),
    ("E_DUBBEL_METOD", "nyttor.0.arligt_varde.troligt", nytta(faktorer=[1]), counted(faktorer=[1])),
    ("E_DUBBEL_METOD", "nyttor.0.arligt_varde.troligt", nytta(formel="2 × 3"), counted(formel="2 × 3")),
    ("E_DUBBEL_METOD", "nyttor.0.formel", counted(faktorer=[1], termer=[{"faktorer": [1]}]), counted(termer=[{"faktorer": [1]}])),
    ("E_FORMEL", "nyttor.0.formel", counted(formel="a × 2"), counted(formel="a × 2", faktorer=[{"namn": "a", "troligt": 1}])),
    ("E_FORMEL", "nyttor.0.formel", counted(formel="(2 × 3"), counted(formel="(2 × 3)")),
    ("E_FORMEL", "gemensamma.0.formel", kalkyl(gemensamma={"x": {"formel": "x + 1"}}), kalkyl(gemensamma={"x": {"formel": "1 + 1"}})),
    ("E_DIV0", "nyttor.0.formel", counted(formel="1 ÷ (2 − 2)"), counted(formel="1 ÷ (2 − 1)")),
    ("E_DIV0", "nyttor.0.formel", counted(formel="1 ÷ x") | {"gemensamma": {"x": 0}}, counted(formel="1 ÷ x") | SHARED),
    ("E_DIV0", "nyttor.0.faktorer.0.troligt", counted(formel="1 ÷ a", faktorer=[{"namn": "a", "troligt": 0}]),
     counted(formel="1 ÷ a", faktorer=[{"namn": "a", "troligt": 1}])),
    ("E_DIV0", "nyttor.0.faktorer.0.lagst", counted(formel="1 ÷ a", faktorer=[{"namn": "a", "troligt": 1, "lagst": 0}]),
     counted(formel="1 ÷ a", faktorer=[{"namn": "a", "troligt": 1, "lagst": 1}])),
    ("E_TAL", "nyttor.0.formel", counted(formel=12), counted(formel="12")),
    ("E_TAL", "gemensamma.x.troligt", kalkyl(gemensamma={"x": {"formel": " ", "namn": "x"}}), kalkyl(gemensamma={"x": {"formel": "1"}})),
    ("E_DIV0", "nyttor.0.termer.0.delare", term(faktorer=[1], delare=0), term(faktorer=[1], delare=60)),
    ("E_DIV0", "nyttor.0.timkostnad.troligt", nytta(timkostnad=0), nytta(timkostnad=1)),
    ("E_DIV0", "omrakning_timkostnad.troligt", kalkyl(omrakning_timkostnad=-1), kalkyl(omrakning_timkostnad=1)),
    ("E_DIV0", "arsarbetstid", kalkyl(arsarbetstid=0), kalkyl(arsarbetstid=1700)),
    ("E_TAL", "ranta", kalkyl(ranta="3"), kalkyl(ranta=0.03)),
    ("E_TAL", "nyttor.0.arligt_varde", nytta(arligt_varde="mycket"), nytta(arligt_varde=-5)),
    ("E_TAL", "nyttor.0.arligt_varde.troligt", nytta(arligt_varde={"lagst": 1}), nytta(arligt_varde={"lagst": 1, "troligt": 2})),
    ("E_TAL", "nyttor.0.termer.0.tecken", term(faktorer=[1], tecken="*"), term(faktorer=[1], tecken="-")),
    ("E_TAL", "nyttor.0.arligt_varde", nytta(arligt_varde=float("inf")), nytta(arligt_varde=1e100)),
    ("E_TAL", "nyttor", kalkyl(nyttor={}), kalkyl(nyttor=[])),
    ("E_TAL", "perspektiv.0", kalkyl(perspektiv=[1]), kalkyl(perspektiv=["1"])),
]  # fmt: skip
WAGES: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    ("E_NEGATIV", "manadslon", {"manadslon": -1}, {"manadslon": 0}),
    ("E_TAL", "manadslon", {"manadslon": "41800"}, {"manadslon": 41800}),
    ("E_TAL", "manadslon", {"manadslon": True}, {"manadslon": 1}),
    ("E_TAL", "manadslon", {}, {"manadslon": 1}),
    ("E_DIV0", "arbetstid_h_per_manad", {"manadslon": 1, "arbetstid_h_per_manad": 0}, {"manadslon": 1, "arbetstid_h_per_manad": 1}),
    ("E_NEGATIV", "paslagsfaktor", {"manadslon": 1, "paslagsfaktor": -0.1}, {"manadslon": 1, "paslagsfaktor": 0}),
    ("E_FALT", "lon", {"manadslon": 1, "lon": 1}, {"manadslon": 1}),
]  # fmt: skip


def faults(id: str, given: Any) -> set[tuple[str, str]]:
    return {(e["code"], e["field"]) for e in answer(id, given, None).get("errors", [])}


@pytest.mark.parametrize(
    ("code", "field", "wrong", "mended"), CASES, ids=[f"{c}-{f}-{n}" for n, (c, f, *_) in enumerate(CASES)]
)
def test_a_nyttokalkyl_is_refused_with_the_code_at_the_field_until_it_is_mended(
    code: str, field: str, wrong: Any, mended: Any
) -> None:
    assert faults("nyttokalkyl", wrong) == {(code, field)}
    assert faults("nyttokalkyl", mended) == set()


@pytest.mark.parametrize(("code", "field", "wrong", "mended"), WAGES)
def test_a_timkostnad_is_refused_with_the_code_at_the_field_until_it_is_mended(
    code: str, field: str, wrong: Any, mended: Any
) -> None:
    assert faults("timkostnad", wrong) == {(code, field)}
    assert faults("timkostnad", mended) == set()


def test_all_faults_come_at_once() -> None:
    document = kalkyl(
        startar=2, horisont=7, ranta=2, diskontering="x", fel=1,
        nyttor=[{**ROW, "kategori": "kvalitet", "perspektiv": "B"}, ROW],
        kostnader=[{"perspektiv": "A", "kategori": "finansiell", "termer": [{"faktorer": [{"ref": "x"}], "delare": 0}]}],
        ej_varderade=[{"id": "N1", "kategori": "kvalitet", "storlek": "enorm"}],
    )  # fmt: skip
    found = {code for code, _ in faults("nyttokalkyl", document)}
    assert found == {
        "E_STARTAR", "E_HORISONT", "E_RANTA", "E_DISKONTERING", "E_FALT", "E_KATEGORI", "E_PERSPEKTIV", "E_DUBBEL_ID", "E_REF", "E_DIV0",
        "E_DUBBEL_VARDERING", "E_NIVA",
    }  # fmt: skip


def test_every_code_of_the_general_model_is_tried() -> None:
    assert {case[0] for case in CASES + WAGES} == {
        "E_FALT", "E_STARTAR", "E_HORISONT", "E_RANTA", "E_DISKONTERING", "E_PERSPEKTIV", "E_KATEGORI", "E_REF", "E_FAKTOR", "E_NIVA",
        "E_FORMEL", "E_DUBBEL_ID", "E_DUBBEL_VARDERING", "E_DUBBEL_METOD", "E_DIV0", "E_TAL", "E_NEGATIV",
    }  # fmt: skip


def test_an_error_is_a_code_a_field_and_a_sentence() -> None:
    (error,) = answer("timkostnad", {"manadslon": -1}, None)["errors"]
    assert error == {"code": "E_NEGATIV", "field": "manadslon", "message": error["message"]}
    assert "Medellön" in error["message"]


@pytest.mark.parametrize("id", ["", "x", "../x", "__init__", None, 7, [], "Timkostnad"])
def test_an_unknown_calculator_is_answered_with_those_that_exist(id: Any) -> None:
    (error,) = answer(id, {}, None)["errors"]
    assert "nyttokalkyl" in error["message"]
    assert "timkostnad" in error["message"]
