"""The reference calculations against the models that they were made from, and what holds for all of them."""

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from calculators.commands import answer
from calculators.referens.uppgifter import Uppgifter
from calculators.registry import calculator, calculators
from calculators.schema import Calculator, Doubt, Field, fields_of
from calculators.standard import standard
from calculators.wire import encode, from_json
from tests.published import differences
from tests.second_opinion import (
    LEVELS,
    MODELS,
    MORE_THAN_ZERO,
    SEVERITY,
    Values,
    computed,
    doubts_of,
    fields_of_check,
    hours_over_the_years,
    inputs,
    names,
    over_the_years,
    strongest,
    values_at,
)

IDS = sorted(MODELS)
OPTIONS = ("horisont", "ranta", "diskontering", "startar", "arsarbetstid", "faktorer", "lagst", "hogst",
           "insatstid_skalning", "avrunda_plattor_uppat")  # fmt: skip
FIELDS = [(id, falt) for id in IDS for falt in MODELS[id]["falt"]]
CHECKS = [(id, n) for id in IDS for n in range(len(MODELS[id]["kontroller"]))]
every = pytest.mark.parametrize("id", IDS)
every_field = pytest.mark.parametrize(("id", "falt"), FIELDS, ids=[f"{id}-{falt['id']}" for id, falt in FIELDS])


def output(id: str, given: Values) -> Values:
    """The answer, with the options where the command line has them."""
    fields, options = ({k: v for k, v in given.items() if (k in OPTIONS) == side} for side in (False, True))
    found: Values = json.loads(encode(answer(id, fields, options)))["output"]
    return found


def errors(id: str, given: Values, **options: Any) -> list[tuple[str, str]]:
    return [(e["code"], e["field"]) for e in answer(id, given, options)["errors"]]


def filled(id: str) -> Values:
    """The first example, which lacks nothing that is asked."""
    return dict(calculator(id).examples[0].given)


def own_fields(calc: Calculator) -> dict[str, Field]:
    shared = {*fields_of(Uppgifter), *calc.options}
    return {name: field for name, field in fields_of(calc.inputs).items() if name not in shared}


# The declarations say what the models say.


def test_every_model_is_a_calculator_and_every_reference_calculation_has_a_model() -> None:
    assert sorted(id for id, calc in calculators().items() if calc.reference is not None) == IDS


@every
def test_the_fields_are_those_of_the_model(id: str) -> None:
    assert sorted(own_fields(calculator(id))) == sorted(falt["id"] for falt in MODELS[id]["falt"])


@every_field
def test_a_field_is_asked_filled_in_or_optional_as_in_the_model(id: str, falt: Values) -> None:
    field = own_fields(calculator(id))[falt["id"]]
    assert field.asked == (falt["status"] == "tom")
    assert field.default == falt["forval"]
    assert (field.standard is not None) == (falt["status"] == "forifylld")
    if falt["enhet"] != "val":
        assert field.low == 0
        assert field.high == (1 if falt["enhet"] == "andel" else None)
    if not falt["enhet"].startswith(("antal", "val")):
        assert field.unit == falt["enhet"].replace("andel", "%")


@every_field
def test_what_others_have_seen_stands_in_the_model(id: str, falt: Values) -> None:
    field = own_fields(calculator(id))[falt["id"]]
    if field.seen:
        seen = standard(field.seen)
        said = {float(x.replace(",", ".")) for x in re.findall(r"\d+(?:,\d+)?", falt["sett"])}
        assert set(seen.span or (seen.published,)) <= said
        assert seen.unit == field.unit or field.name == "forandringsledning_h"


@every
def test_constants_values_on_the_way_and_rows_are_those_of_the_model(id: str) -> None:
    model, ours = MODELS[id], calculator(id).reference
    constants = {name: standard(value).amount for name, value in ours.konstanter.items()}
    assert constants.items() <= {(k["id"], float(k["varde"])) for k in model["konstanter"] if k["varde"].isdecimal()}
    assert [m.id for m in ours.mellan if not m.hidden] == [m["id"] for m in model["mellan"]]
    assert [(r.id, r.sida, r.kategori, r.perspektiv, r.faktor, bool(r.timmar)) for r in ours.rader] == [
        (r["id"], r["sida"], r["kategori"], r["perspektiv"], r["profil"], bool(r["timmar"])) for r in model["rader"]
    ]
    assert [(u.namn, u.kategori, u.perspektiv) for u in ours.utan] == [
        (u["namn"], u["kategori"], u["perspektiv"]) for u in model["ej_varderade"]
    ]


@every
def test_our_own_readings_are_told(id: str) -> None:
    ours = calculator(id).reference
    assert len(ours.tolkningar) >= 3
    assert all(re.fullmatch(r"[A-ZÅÄÖ].*\.", words) for words in (*ours.tolkningar, ours.alternativ_a, ours.alternativ_b))


# The second opinion.


@every
@given_by(st.data())
def test_rows_come_out_as_from_the_formulas_of_the_model(id: str, data: st.DataObject) -> None:
    given = data.draw(inputs(id))
    found, model, values = output(id, given), MODELS[id], values_at(MODELS[id], given, "troligt")
    assert list(found["mellan"]) == [m["id"] for m in model["mellan"]]
    assert list(found["timmar_per_rad"]) == [r["id"] for r in model["rader"] if r["timmar"]]
    expected = {
        "mellan": {m["id"]: values[m["id"]] for m in model["mellan"]},
        "rader": {r["id"]: values[r["id"]] for r in model["rader"]},
        "timmar_per_rad": {r["id"]: values[f"{r['id']}.h"] for r in model["rader"] if r["timmar"]},
    }
    assert differences(expected, found) == []


@every
@given_by(st.data())
def test_the_years_add_up_at_every_level(id: str, data: st.DataObject) -> None:
    given = data.draw(inputs(id))
    found = output(id, given)
    expected = {level: over_the_years(MODELS[id], given, level) for level in LEVELS}
    assert differences({**expected, "timmar": hours_over_the_years(MODELS[id], given)}, found) == []


@every
@given_by(st.data())
def test_what_is_asked_and_not_answered_is_named_in_order_and_counts_as_nothing(id: str, data: st.DataObject) -> None:
    given = data.draw(inputs(id))
    missing = {f["id"] for f in MODELS[id]["falt"] if f["status"] == "tom"} - set(given)
    if given.get("drivmedel") == "eget" and "drivmedel_eget_kr_per_mil" not in given:
        missing.add("drivmedel_eget_kr_per_mil")
    found = output(id, given)
    assert found["saknas"] == sorted(missing)
    zeros = dict.fromkeys(missing - MORE_THAN_ZERO - {"drivmedel"}, 0)
    again = output(id, {**given, **zeros})
    assert again["saknas"] == sorted(missing - set(zeros))
    assert again["rader"] == found["rader"]


@every
@given_by(st.data())
def test_counting_the_first_year_or_not_changes_kronor_by_one_year_of_interest(id: str, data: st.DataObject) -> None:
    given = {**data.draw(inputs(id)), "ranta": 0.03}
    t0, t1 = (output(id, {**given, "diskontering": when}) for when in ("t0", "t1"))
    for level in LEVELS:
        assert t1[level]["nettonytta"] == pytest.approx(t0[level]["nettonytta"] / 1.03, rel=1e-9, abs=1e-3)
        assert t1[level]["per_rad"] == {k: pytest.approx(v / 1.03) for k, v in t0[level]["per_rad"].items()}
    assert t1["rader"] == t0["rader"]
    assert t1["timmar"] == t0["timmar"]


# Checks.


def close_to_its_limits(id: str, kontroll: Values) -> dict[str, list[float]]:
    """The fields that a check depends on, each with values at, right below and right above the limits."""
    model = MODELS[id]
    values, mellan = values_at(model, filled(id), "troligt"), {m["id"]: names(m["formel"]) for m in model["mellan"]}
    moved, waiting = {kontroll["falt"]}, names(kontroll["villkor"])
    while waiting:
        name = waiting.pop()
        waiting += mellan.get(name, [])
        moved.add(name)
    limits = [0.0, *map(float, re.findall(r"\b\d+(?:\.\d+)?", kontroll["villkor"]))]
    limits += [float(values[name]) for name in names(kontroll["villkor"]) if name in values]
    near = sorted({x for limit in limits for x in (limit, limit * 0.999, limit * 1.001, limit + 1)})
    return {
        falt["id"]: [x for x in near if x <= (falt["max"] or x) and (x or falt["id"] not in MORE_THAN_ZERO)]
        for falt in model["falt"]
        if falt["id"] in moved and falt["enhet"] != "val"
    }


def mixtures(base: Values, near: dict[str, list[float]], seed: str) -> Iterator[Values]:
    """The example with some of the fields moved, over and over."""
    chance = random.Random(seed)
    for _ in range(4000):
        yield base | {name: chance.choice(values) for name, values in near.items() if chance.random() < 0.6}


def doubts(id: str, given: Values) -> list[Doubt]:
    calc = calculator(id)
    return calc.doubts(from_json(calc, given))


def heard(id: str, given: Values) -> dict[str, str]:
    return strongest([(doubt.field, doubt.level) for doubt in doubts(id, given)])


def says_that_the_limit_is_ours(found: list[Doubt], field: str) -> bool:
    return any(re.search(r"\(gräns(en|erna)\b.* är våra?\)", doubt.text) for doubt in found if doubt.field == field)


every_check = pytest.mark.parametrize(
    ("id", "n"), CHECKS, ids=[f"{id}-{MODELS[id]['kontroller'][n]['villkor']}" for id, n in CHECKS]
)


@every_check
def test_close_to_its_limit_a_check_says_what_the_model_says(id: str, n: int) -> None:
    for name, values in close_to_its_limits(id, MODELS[id]["kontroller"][n]).items():
        for x in values:
            given = {**filled(id), name: x}
            assert heard(id, given) == doubts_of(MODELS[id], given), (name, x)


@every_check
def test_a_check_of_the_model_speaks_when_its_condition_holds_and_is_silent_otherwise(id: str, n: int) -> None:
    model, kontroll = MODELS[id], MODELS[id]["kontroller"][n]
    fields = list(fields_of_check(model, kontroll))
    left = {(field, holds) for field, _ in fields for holds in (True, False)}
    for given in mixtures(filled(id), close_to_its_limits(id, kontroll), kontroll["villkor"]):
        values = values_at(model, given, "troligt")
        new = {(field, bool(computed(words, values))) for field, words in fields} & left
        if new:
            found = heard(id, given)
            assert found == doubts_of(model, given)
            for field in [field for field, holds in new if holds]:
                assert SEVERITY.index(found[field]) >= SEVERITY.index(kontroll["niva"])
                if found[field] == kontroll["niva"] and "vår" in kontroll["text"]:
                    assert says_that_the_limit_is_ours(doubts(id, given), field)
        left -= new
        if not left:
            return
    assert not left


@every
@given_by(st.data())
def test_whatever_is_filled_in_the_checks_say_what_the_model_says(id: str, data: st.DataObject) -> None:
    given = data.draw(inputs(id, missing=False))
    assert heard(id, given) == doubts_of(MODELS[id], given)


@every
def test_a_check_asks_nothing_before_its_figures_are_filled_in(id: str) -> None:
    assert heard(id, {}) == {}
    asked = {f["id"] for f in MODELS[id]["falt"] if f["status"] == "tom"}
    for field in asked:
        given = {name: value for name, value in filled(id).items() if name != field}
        assert field not in heard(id, given)


# What is refused.


@every_field
def test_what_a_field_cannot_hold_is_refused_there(id: str, falt: Values) -> None:
    name, given = falt["id"], filled(id)
    if falt["enhet"] == "val":
        assert errors(id, {**given, name: "ånga"}) == [("E_DRIVMEDEL", name)]
        return
    below = "E_ANDEL" if falt["max"] == 1 else "E_NEGATIV"
    assert errors(id, {**given, name: -1}) == [(below, name)]
    assert errors(id, {**given, name: "mycket"}) == [("E_TAL", name)]
    assert errors(id, given, lagst={name: -1}) == [(below, f"lagst.{name}")]
    if falt["max"] == 1:
        assert errors(id, {**given, name: 1.01}) == [("E_ANDEL", name)]
    if name in MORE_THAN_ZERO:
        assert errors(id, {**given, name: 0}) == [("E_DIV0", name)]
        assert errors(id, given, hogst={name: 0}) == [("E_DIV0", f"hogst.{name}")]


@every
def test_an_unknown_row_or_a_profile_of_the_wrong_length_is_refused(id: str) -> None:
    row = MODELS[id]["rader"][0]["id"]
    assert errors(id, filled(id), faktorer={"n99": "lopande"}) == [("E_FALT", "faktorer.n99")]
    assert errors(id, filled(id), faktorer={row: [1, 1]}) == [("E_FAKTOR", f"faktorer.{row}")]
    assert errors(id, filled(id), horisont=7) == [("E_HORISONT", "horisont")]
    assert errors(id, filled(id), hogst={"finns_inte": 1}) == [("E_FALT", "hogst.finns_inte")]


# The options that one of them has.


def test_the_deduction_also_shortens_the_visits_when_asked_to() -> None:
    given = {**filled("digitala_besok"), "korrigering_besok_per_dag": 47}  # half of the 94 visits that are replaced
    plain, scaled = (output("digitala_besok", {**given, "insatstid_skalning": s}) for s in ("ingen", "proportionell"))
    for row in ("n4_dusch", "n5_promenad", "n6_inkop"):
        assert scaled["rader"][row] == pytest.approx(plain["rader"][row] / 2)
    assert scaled["rader"]["n2_restid_bil"] == plain["rader"]["n2_restid_bil"]
    assert errors("digitala_besok", given, insatstid_skalning="hälften") == [("E_METOD", "insatstid_skalning")]


@pytest.mark.parametrize(("brukare", "andel", "plattor"), [(300, 0.7, 14), (301, 0.7, 15), (300, 0.55, 11), (0, 0.7, 0)])
def test_surfplattor_are_whole_when_asked_to(brukare: int, andel: float, plattor: int) -> None:
    given = {**filled("digitala_inkop"), "personer_inkopshjalp": brukare, "andel_digitala": andel}
    assert output("digitala_inkop", {**given, "avrunda_plattor_uppat": True})["mellan"]["surfplattor"] == plattor
    assert output("digitala_inkop", given)["mellan"]["surfplattor"] == pytest.approx(brukare * andel / 15)
