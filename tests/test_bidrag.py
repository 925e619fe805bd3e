"""What a calculator adds to a nyttokalkyl is worth what the calculator said: at every level, in every year, with its sources."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.chaining import added, empty_calculation
from calculators.kalkyl.bidrag import LONGEST, Bidrag
from calculators.kalkyl.document import Block
from calculators.kalkyl.evaluation import annual_value
from calculators.registry import calculator, calculators
from calculators.schema import Calculator, Field, active, fields_of
from calculators.underlag import LEVELS, at_level
from calculators.wire import from_flat, from_json

KALKYL = calculator("nyttokalkyl")
ADDING = [c for c in calculators().values() if c.bidrag and not c.reference and not c.own_page]
YEARLY = ["personaltid", "utgifter", "invanartid", "resor", "sjukfranvaro", "personalomsattning"]
by_id = pytest.mark.parametrize("calc", ADDING, ids=lambda c: c.id)


def figure(field: Field) -> st.SearchStrategy[float]:
    top = 1.0 if field.kind == "share" else 5000.0
    low = -top if field.low is None else 0.0
    return st.floats(low, top).map(lambda x: round(x, 4)) | st.integers(int(low), int(top)).map(float)


@st.composite
def filled(draw: st.DrawFn, id: str) -> dict[str, Any]:
    """Sound inputs of a calculator of an annual value, with some lowest and highest values."""
    calc = calculator(id)
    declared = fields_of(calc.inputs)
    choices = {n: draw(st.sampled_from([*f.options])) for n, f in declared.items() if f.kind == "choice"}
    found: dict[str, Any] = {n: x for n, x in choices.items() if active(declared[n], choices)}
    ways = {"resor": (("drivmedel",), ("kr_per_mil",), ("forbrukning_per_mil", "pris_per_enhet"))}.get(id, ())
    without = {name for way in ways for name in way} - set(draw(st.sampled_from(ways)) if ways else ())
    if id == "personalomsattning" and draw(st.booleans()):
        without |= {"slutar_farre_per_ar"}
    for name, field in declared.items():
        if field.kind in ("number", "share") and name not in without and active(field, choices):
            found[name] = draw(figure(field))
    found |= {n: draw(st.booleans()) for n, f in declared.items() if f.kind == "flag"}
    found = {n: x for n, x in found.items() if n not in without}
    varied = [n for n in found if declared[n].kind in ("number", "share")]
    for level in ("lagst", "hogst"):
        names = draw(st.lists(st.sampled_from(varied), max_size=3, unique=True))
        found[level] = {n: draw(figure(declared[n])) for n in names}
    return found


def said(calc: Calculator, inputs: Any, names: tuple[str, ...]) -> list[float]:
    """What the calculator itself says, at each level."""
    outputs = [calc.compute(at_level(inputs, level)) for level in LEVELS]
    return [math.fsum(getattr(found, name) or 0.0 for name in names) for found in outputs]


def carried(bidrag: Bidrag) -> list[float]:
    """What its rows are worth a year at each level, costs taken away."""
    rows = [(1.0, b) for b in bidrag.nyttor] + [(-1.0, b) for b in bidrag.kostnader]
    return [math.fsum(sign * annual_value(block, {})[n] for sign, block in rows) for n in range(3)]


def sizes(calc: Calculator, inputs: Any) -> float:
    """How large the parts are that a difference is taken of."""
    assert calc.bidrag is not None
    bidrag = calc.bidrag(inputs)
    terms = [t for b in (*bidrag.nyttor, *bidrag.kostnader) for t in b.termer]
    at = ("lagst", "troligt", "hogst")
    return max((abs(math.prod(getattr(v, n) for v in t.faktorer) / t.delare) for t in terms for n in at), default=0.0)


TOTALS = {
    "resor": ("arligt_varde", "restid_arligt_varde"),
    "personalomsattning": ("finansiell", "omfordelning"),
}


@pytest.mark.parametrize("id", YEARLY)
@given(data=st.data())
def test_the_rows_are_worth_what_the_calculator_says_at_every_level(id: str, data: st.DataObject) -> None:
    calc = calculator(id)
    inputs = from_json(calc, data.draw(filled(id)))
    assert calc.bidrag is not None
    bidrag = calc.bidrag(inputs)
    expected = said(calc, inputs, TOTALS.get(id, ("arligt_varde",)))
    if id == "personaltid" and inputs.metod in ("utveckling", "utbildning", "drift"):
        expected = [-x for x in expected]  # a cost in the source, though the answer is a positive amount
    assert carried(bidrag) == pytest.approx(expected, rel=1e-9, abs=1e-9 * (1 + sizes(calc, inputs)))


@pytest.mark.parametrize("id", YEARLY)
@given(data=st.data())
def test_every_row_is_a_sum_of_products_that_shows_its_factors(id: str, data: st.DataObject) -> None:
    calc = calculator(id)
    inputs = from_json(calc, data.draw(filled(id)))
    assert calc.bidrag is not None
    bidrag = calc.bidrag(inputs)
    labels = {f.label for cls in (calc.inputs, calc.outputs) for f in fields_of(cls).values()}
    for block in (*bidrag.nyttor, *bidrag.kostnader):
        assert block.termer
        assert block.arligt_varde is None
        for value in (value for term in block.termer for value in term.faktorer):
            assert value.namn in labels | {"Månader per år", "Fram och tillbaka"} or "kostnad per mil" in value.namn


@pytest.mark.parametrize("id", YEARLY)
@given(data=st.data())
def test_what_is_added_is_the_same_in_the_form_of_the_nyttokalkyl(id: str, data: st.DataObject) -> None:
    calc = calculator(id)
    inputs = from_json(calc, data.draw(filled(id)))
    assert calc.bidrag is not None
    bidrag = calc.bidrag(inputs)
    if id == "personaltid" and inputs.timkostnad == 0:
        return
    read = from_flat(KALKYL, added(empty_calculation(), bidrag, "")[0])
    assert read.faults == ()
    kept = Bidrag(nyttor=read.inputs.nyttor, kostnader=read.inputs.kostnader)
    assert carried(kept) == pytest.approx(carried(bidrag), rel=1e-12, abs=1e-9)


@by_id
def test_what_an_example_adds_can_be_computed_in_a_nyttokalkyl(calc: Calculator) -> None:
    assert calc.bidrag is not None
    for example in calc.examples:
        read = from_flat(KALKYL, added(empty_calculation(), calc.bidrag(from_json(calc, example.given)), "")[0])
        assert not read.faults
        assert KALKYL.compute(read.inputs).saknas == ()


def rows_of(id: str, given: dict[str, Any]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    calc = calculator(id)
    assert calc.bidrag is not None
    bidrag = calc.bidrag(from_json(calc, given))
    return bidrag.nyttor, bidrag.kostnader


def test_sources_and_spans_travel_with_their_figures() -> None:
    given = {"metod": "ab", "handelser_per_ar": 10, "min_a": 6, "min_b": 3, "timkostnad": 400}
    given |= {"lagst": {"min_b": 2}, "hogst": {"min_b": 5}, "kallor": {"min_a": "Tidmätning i mars"}}
    ((block,), ()) = rows_of("personaltid", given)
    factors = {value.namn: value for term in block.termer for value in term.faktorer}
    assert factors["Tid per händelse i A"].kalla == "Tidmätning i mars"
    b = factors["Tid per händelse i B"]
    assert (b.lagst, b.troligt, b.hogst, b.enhet) == (2, 3, 5, "min")
    assert block.timkostnad is not None
    assert block.timkostnad.troligt == 400


def test_a_standard_value_that_stands_untouched_brings_its_own_source() -> None:
    ((block,), ()) = rows_of("invanartid", {"forandrad_min": 30, "tillfallen_per_ar": 2, "invanare": 10})
    factors = {value.namn: value for term in block.termer for value in term.faktorer}
    assert "ASEK" in factors["Värde av fritid"].kalla
    (fuel,) = [
        v for t in rows_of("resor", {"resor_a_per_ar": 5, "resor_b_per_ar": 0, "km_per_resa": 1, "drivmedel": "el"})[0][0].termer[:1]
        for v in t.faktorer if v.enhet == "kr/mil"
    ]  # fmt: skip
    assert (fuel.namn, fuel.troligt) == ("El, kostnad per mil", 3.8)
    assert "Konsumentverket" in fuel.kalla


@pytest.mark.parametrize("metod", ["utveckling", "utbildning", "drift"])
def test_time_that_a_change_costs_lands_among_the_costs_though_its_amount_is_positive(metod: str) -> None:
    given = {
        "medarbetare": 2,
        "andel_av_aret": 0.5,
        "andel_av_arbetstiden": 0.2,
        "deltagare": 5,
        "h_per_deltagare": 2,
        "h_per_manad": 3,
    }
    nyttor, kostnader = rows_of("personaltid", {"metod": metod, "timkostnad": 400, **given})
    assert (len(nyttor), len(kostnader)) == (0, 1)
    assert min(annual_value(kostnader[0], {})) > 0


def test_more_trips_are_a_cost_of_money_and_their_time_a_cost_of_omfordelning() -> None:
    given = {
        "resor_a_per_ar": 0,
        "resor_b_per_ar": 10,
        "km_per_resa": 10,
        "kr_per_mil": 25,
        "restid_min_per_resa": 30,
        "timkostnad": 400,
    }
    nyttor, kostnader = rows_of("resor", given)
    assert nyttor == ()
    assert [(b.kategori, annual_value(b, {})[1]) for b in kostnader] == [("finansiell", 250), ("omfordelning", 2000)]


def test_the_rule_of_thumb_for_leavers_never_comes_along() -> None:
    assert rows_of("personalomsattning", {"slutar_farre_per_ar": 4, "manadslon": 33000}) == ((), ())


def test_inhabitants_and_society_are_named_as_those_that_benefit() -> None:
    (row,), _ = rows_of("invanartid", {"forandrad_min": 30, "tillfallen_per_ar": 2, "invanare": 10})
    assert (row.perspektiv, row.timkostnad) == ("Invånarna", None)
    (row,), _ = rows_of("sjukfranvaro", {"perspektiv": "samhalle", "franvarotimmar": 5, "timkostnad": 400})
    assert row.perspektiv == "Samhället"


def test_a_calculated_factor_can_be_used_by_several_rows() -> None:
    calc = calculator("timkostnad")
    assert calc.bidrag is not None
    (wage,) = calc.bidrag(from_json(calc, {"manadslon": 41800, "hogst": {"manadslon": 45000}})).gemensamma
    assert wage.id == "timkostnad"
    assert wage.varde.troligt == pytest.approx(41800 / 142 * 1.54)
    assert wage.varde.hogst == pytest.approx(45000 / 142 * 1.54)
    assert "41\u00a0800" in wage.varde.kalla
    calc = calculator("prisomrakning")
    assert calc.bidrag is not None
    (price,) = calc.bidrag(from_json(calc, {"belopp": 1000, "fran_ar": 2015, "till_ar": 2023})).gemensamma
    assert price.varde.troligt == pytest.approx(1288.3357268230413)
    assert all(word in price.varde.kalla for word in ("2015", "2023", "KPI"))


amounts = st.lists(st.integers(-(10**6), 10**6).map(float), min_size=1, max_size=LONGEST).filter(any)


@given(amounts, st.sampled_from(["6", "15", "25"]))
def test_amounts_over_years_are_the_same_years_in_a_nyttokalkyl(row: list[float], horisont: str) -> None:
    calc = calculator("diskontering")
    assert calc.bidrag is not None
    flat, _ = added({**empty_calculation(), "horisont": horisont}, calc.bidrag(from_json(calc, {"varden": row})), "")
    read = from_flat(KALKYL, flat)
    assert not read.faults
    found = KALKYL.compute(read.inputs).troligt
    kept = row[: int(horisont)]
    assert found.odiskonterat["nettonytta"] == pytest.approx(math.fsum(kept), abs=1e-3)
    assert found.nettonytta == pytest.approx(calc.compute(from_json(calc, {"varden": kept})).summa, abs=1e-3)


PROFILES = [
    {"typ": "upptrappning", "steg": [0.25, 0.5, 1]},
    {"typ": "engang", "ar": 2},
    {"typ": "manadsstart", "ar": 1, "manad": 7},
    {"typ": "avslut", "sista_ar": 4},
    {"typ": "avslut", "sista_ar": 9},
]


@pytest.mark.parametrize("given", PROFILES)
@pytest.mark.parametrize("horisont", [6, 15])
@pytest.mark.parametrize("kr", [100000, -100000])
def test_a_year_profile_is_the_same_in_a_nyttokalkyl_of_any_horizon(
    given: dict[str, Any], horisont: int, kr: float
) -> None:
    calc = calculator("arsprofil")
    assert calc.bidrag is not None
    inputs = from_json(calc, {**given, "arligt_varde": kr})
    flat, _ = added({**empty_calculation(), "horisont": str(horisont)}, calc.bidrag(inputs), "")
    found = KALKYL.compute(from_flat(KALKYL, flat).inputs).troligt
    assert found.nettonytta == pytest.approx(
        calc.compute(from_json(calc, {**given, "arligt_varde": kr, "horisont": horisont})).summa_diskonterad
    )


def test_points_become_rows_without_money_and_no_size_is_made_up() -> None:
    calc = calculator("poang")
    assert calc.bidrag is not None
    items = calc.bidrag(from_json(calc, calc.examples[0].given)).ej_varderade
    assert [(i.sida, i.kategori, i.storlek) for i in items] == [
        ("nytta", "kvalitet", "stor"), ("nytta", "miljo", "liten"), ("kostnad", "kvalitet", "mattlig"), ("kostnad", "kvalitet", None),
    ]  # fmt: skip


def test_an_estimate_hands_on_all_of_its_rows() -> None:
    calc = calculator("overslag")
    assert calc.bidrag is not None
    inputs = from_json(calc, calc.examples[0].given)
    flat, _ = added(empty_calculation(), calc.bidrag(inputs), "")
    found = KALKYL.compute(from_flat(KALKYL, flat | {"diskontering": "ingen"}).inputs).troligt
    assert found.nettonytta == 350000
