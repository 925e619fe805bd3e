"""Soft doubts about a nyttokalkyl: each one is heard where there is a reason, and only there."""

from typing import Any

import pytest

from calculators.kalkyl.doubts import doubts
from calculators.registry import calculator
from calculators.standard import IN_FORCE_ON
from calculators.wire import from_json

KALKYL = calculator("nyttokalkyl")
VISITS = {"namn": "Antal besök", "troligt": 1000, "enhet": "st/år", "kalla": "Statistik"}
HOURS = {"namn": "Tid per besök", "troligt": 0.5, "enhet": "h", "kalla": "Mätning"}
PRICE = {"namn": "Timkostnad", "troligt": 400, "enhet": "kr/h", "kalla": "Lönestatistik"}
OLD, RECENT = IN_FORCE_ON.year - 3, IN_FORCE_ON.year - 1


def row(namn: str = "Färre besök", *faktorer: dict[str, Any], **about: Any) -> dict[str, Any]:
    about = {"perspektiv": "Kommunen", "kategori": "omfordelning"} | about
    return {"namn": namn, "faktorer": list(faktorer or (VISITS, HOURS, PRICE)), **about}


def quality(namn: str, **about: Any) -> dict[str, Any]:
    return {"id": "E1", "namn": namn, "sida": "nytta", "kategori": "kvalitet", **about}


def heard(**kalkyl: Any) -> dict[str, str]:
    read = from_json(KALKYL, {"perspektiv": ["Kommunen", "Region Exempel", "Samhället"], **kalkyl})
    return {doubt.field: doubt.text for doubt in doubts(read)}


TWICE = "nyttor.1.namn"
SIZED = "ej_varderade.0.namn"
MILEAGE = row("Resor", {"namn": "Sträcka", "troligt": 9, "enhet": "mil"}, {"namn": "Ersättning", "troligt": 25, "enhet": "kr/mil"})
FUEL = row("Bränsle", {"namn": "Bensin", "troligt": 90, "enhet": "l"}, {"namn": "Pris", "troligt": 18, "enhet": "kr/l"})
OTHER_VISITS = {**VISITS, "troligt": 700}
BOTH = {
    "the same name twice": (TWICE, [row(), row("färre  besök", OTHER_VISITS)], [row(), row("Färre resor", OTHER_VISITS)]),
    "the same hours at two prices": (
        TWICE,
        [row(), row("Tid för handläggare", VISITS, HOURS, {**PRICE, "troligt": 500})],
        [row(), row("Tid för handläggare", VISITS, {**HOURS, "troligt": 0.25}, PRICE)],
    ),
    "mileage and fuel": (TWICE, [MILEAGE, FUEL], [MILEAGE, row("Material", FUEL["faktorer"][0])]),
    "an organisation in a row for all": (
        "nyttor.0.perspektiv",
        [row("Färre resor för Kommunen", perspektiv="Samhället")],
        [row("Färre resor för alla", perspektiv="Samhället")],
    ),
    "minutes that are more than a day": (
        "nyttor.0.faktorer.0.enhet",
        [row("Tid", {"namn": "Besök", "troligt": 481, "enhet": "min/besök"})],
        [row("Tid", {"namn": "Besök", "troligt": 480, "enhet": "min/besök"})],
    ),
    "hours that are more than a person has in a year": (
        "nyttor.0.faktorer.0.enhet",
        [row("Tid", {"namn": "Timmar per person", "troligt": 1701, "enhet": "h"})],
        [row("Tid", {"namn": "Timmar i allt", "troligt": 1701, "enhet": "h"})],
    ),
    "more than all": (
        "nyttor.0.faktorer.0.troligt",
        [row("Andel", {"namn": "Andel", "troligt": 1.2, "enhet": "%"})],
        [row("Andel", {"namn": "Andel", "troligt": 1.0, "enhet": "%"})],
    ),
    "a price of other years": (
        "nyttor.0.faktorer.0.kalla",
        [row("Pris", {**PRICE, "kalla": f"Prislista {OLD}"})],
        [row("Pris", {**PRICE, "kalla": f"Prislista {OLD}, uppräknad {RECENT}"})],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BOTH)
def test_a_doubt_is_heard_where_there_is_a_reason_and_only_there(what: str) -> None:
    where, with_reason, without = BOTH[what]
    assert where in heard(nyttor=with_reason)
    assert where not in heard(nyttor=without)


def test_costs_are_not_held_against_benefits() -> None:
    assert "kostnader.0.namn" not in heard(nyttor=[row()], kostnader=[row(kategori="finansiell")])


def test_what_has_an_amount_and_a_size_is_asked_about() -> None:
    assert "Välj ett sätt" in heard(nyttor=[row()], ej_varderade=[quality("Färre besök")])[SIZED]
    assert SIZED not in heard(nyttor=[row()], ej_varderade=[quality("Tryggare brukare")])
    assert SIZED not in heard(nyttor=[row()], ej_varderade=[quality("Färre besök", sida="kostnad")])


@pytest.mark.parametrize("words", ["Frigjord tid för samtal", "Mer tid med brukaren", "Tidsbesparing", "Minuter till annat"])
def test_freed_time_that_is_quality_too_is_asked_about(words: str) -> None:
    assert "samma tid" in heard(nyttor=[row()], ej_varderade=[quality(words)])[SIZED]
    assert SIZED not in heard(nyttor=[row(kategori="finansiell")], ej_varderade=[quality(words)])


def test_a_word_that_only_holds_the_letters_of_time_is_no_time() -> None:
    assert SIZED not in heard(nyttor=[row()], ej_varderade=[quality("Aktiv samtidsplanering")])


def test_the_same_shared_factors_in_two_rows_are_the_same_time() -> None:
    shared = {"besok": VISITS, "tid": HOURS, "kostnad": PRICE}
    refs = [{"ref": "besok"}, {"ref": "tid"}]
    assert "samma tid" in heard(gemensamma=shared, nyttor=[row("A", *refs), row("B", *refs, {"ref": "kostnad"})])[TWICE]


def test_rows_that_take_parts_of_the_same_minutes_are_the_same_time() -> None:
    found = calculator("nyttokalkyl").examples
    centre = next(example for example in found if example.name == "AI-stöd i kontaktcenter")
    asked = {d.field: d.text for d in doubts(from_json(KALKYL, centre.given))}
    assert all("samma tid" in asked[f"nyttor.{n}.namn"] for n in (1, 2))
    assert "nyttor.3.namn" not in asked


@pytest.mark.parametrize("words", ["Effektivare bokning", "Personalen får det bättre", "Vi förenklar för invånaren", "ONÖDIGA resor"])
def test_a_judgement_in_the_name_or_the_alternatives_is_asked_about(words: str) -> None:
    for field in ("namn", "alternativ_a", "alternativ_b"):
        assert "omdöme" in heard(**{field: words})[field]


@pytest.mark.parametrize("words", ["Bokning i telefon", "Smartkort i dörren", "Personalen bokar i datorn"])
def test_a_plain_description_is_not(words: str) -> None:
    assert "alternativ_b" not in heard(alternativ_b=words)


@pytest.mark.parametrize(("niva", "said"), [("full", 0), ("overslag", 1), ("poang", 2), ("avsta", 2)])
def test_each_level_says_what_it_means_and_asks_about_rows_in_kronor(niva: str, said: int) -> None:
    row = {"perspektiv": "A", "kategori": "finansiell", "arligt_varde": 5, "kalla": "Avtalet"}
    for rows, expected in (([row], said), ([], min(said, 1))):
        kalkyl = from_json(calculator("nyttokalkyl"), {"perspektiv": ["A"], "niva": niva, "nyttor": rows})
        assert len([d for d in doubts(kalkyl) if d.field == "niva"]) == expected
