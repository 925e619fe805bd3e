"""What holds for every nyttokalkyl: conventions, order, pairing, thresholds and hours."""

import copy
import json
import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.commands import answer
from calculators.finance import annuity_factor
from calculators.wire import encode
from tests.documents import kalkyler
from tests.published import case

LEVELS = ("lagst", "troligt", "hogst")


def output(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(encode(answer("nyttokalkyl", document, None)))["output"]
    return found


def level(nyttor: list[Any], kostnader: list[Any], **about: Any) -> dict[str, Any]:
    """The likely level of rows with these yearly values, not discounted."""
    row = {"perspektiv": "A", "kategori": "finansiell"}
    rows = {
        side: [{**row, "arligt_varde": v} for v in vs] for side, vs in (("nyttor", nyttor), ("kostnader", kostnader))
    }
    found: dict[str, Any] = output({"perspektiv": ["A"], "diskontering": "ingen", **rows, **about})["troligt"]
    return found


@given(kalkyler())
def test_counting_year_one_or_not_changes_the_kronor_and_nothing_else(document: dict[str, Any]) -> None:
    growth = 1 + document["ranta"]
    t0, t1 = (output({**document, "diskontering": when}) for when in ("t0", "t1"))
    for name in LEVELS:
        a, b = t0[name], t1[name]
        assume(abs(a["summa_kostnader"]) > 1 and abs(a["summa_nyttor"]) > 1)
        # rows that nearly cancel each other leave the rounding of the large amounts in a small sum
        largest = document["horisont"] * max(abs(row[name]) for row in t0["arligt_varde"].values())
        for kronor in ("summa_nyttor", "summa_kostnader"):
            assert b[kronor] == pytest.approx(a[kronor] / growth, rel=1e-12, abs=1e-9 + 1e-14 * largest)
        if a["nettonytta_per_krona"] is not None:
            tiny = 1e-9 * a["summa_nyttor"] / a["summa_kostnader"]
            assert b["nettonytta_per_krona"] == pytest.approx(a["nettonytta_per_krona"], rel=1e-9, abs=abs(tiny) + 1e-9)
        for share, value in a["andelar"].items():
            assert b["andelar"][share] == (None if value is None else pytest.approx(value, rel=1e-9))
        assert (b["overstiger_ar"], b["tolkning"]) == (a["overstiger_ar"], a["tolkning"])


@given(kalkyler(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_names_changes_no_sum_by_a_single_bit(document: dict[str, Any], random: Any) -> None:
    other = copy.deepcopy(document)
    for rows in ("nyttor", "kostnader", "perspektiv"):
        random.shuffle(other[rows])
    shuffled, found = output(other), output(document)
    for result in (shuffled, found):
        result["timmar"]["rader_utan_timmar"].sort()  # these are named in the order of the rows
    assert shuffled == found


@given(kalkyler())
def test_the_parts_add_up_to_the_whole(document: dict[str, Any]) -> None:
    found = output(document)
    for name in LEVELS:
        niva = found[name]
        for side, total in (("nytta", "summa_nyttor"), ("kostnad", "summa_kostnader")):
            scale = max(1.0, *(abs(x) for x in niva["per_rad"].values()), 1.0) * 1e-9
            assert math.fsum(k[side] for k in niva["per_kategori"].values()) == pytest.approx(niva[total], abs=scale)
            assert math.fsum(p[side] for p in niva["per_perspektiv"].values()) == pytest.approx(niva[total], abs=scale)
        assert niva["summa_nyttor"] == niva["ackumulerade_nyttor"][-1]
        assert niva["nettonytta"] == niva["summa_nyttor"] - niva["summa_kostnader"]


@given(
    st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=6),
    st.sampled_from([6, 15, 25]),
    st.sampled_from(["t0", "t1"]),
)
def test_level_amounts_are_worth_their_annuity(row: list[int], horisont: int, when: str) -> None:
    worth = level(row, [], horisont=horisont, ranta=0.035, diskontering=when)["summa_nyttor"]
    assert worth == pytest.approx(sum(row) * annuity_factor(0.035, horisont, when), rel=1e-12, abs=1e-3)


@given(st.lists(st.fractions(0, 10**6, max_denominator=100), min_size=1, max_size=8))
def test_sums_are_as_exact_as_a_number_can_be(row: list[Fraction]) -> None:
    niva = level([float(x) for x in row], [])
    assert niva["nyttor_per_ar"][0] == float(sum((Fraction(float(x)) for x in row), Fraction(0)))


@pytest.mark.parametrize(
    ("nyttor", "kostnader", "ratio", "tolkning", "year"),
    [([0.1, 0.2], [0.3], 0.0, "noll", "aldrig"), ([1.5], [1], 0.5, "storre_marginal", 1), ([150000], [100000], 0.5, "storre_marginal", 1),
     ([1.4], [1], 0.4, "liten_marginal", 1), ([0.75], [1], -0.25, "under_noll", "aldrig"), ([1], [], None, "kan_inte_beraknas", 1),
     ([], [], None, "kan_inte_beraknas", "aldrig"), ([0], [0], None, "kan_inte_beraknas", "aldrig"), ([1], [1], 0.0, "noll", "aldrig"),
     ([1e9], [1e9 + 0.5], 0.0, "noll", "aldrig"), ([1], [-1], None, "kan_inte_beraknas", 1)],
)  # fmt: skip
def test_amounts_that_are_the_same_for_a_reader_are_the_same(
    nyttor: list[float], kostnader: list[float], ratio: float | None, tolkning: str, year: Any
) -> None:
    niva = level(nyttor, kostnader)
    assert (niva["tolkning"], niva["overstiger_ar"]) == (tolkning, year)
    assert niva["nettonytta_per_krona"] == (None if ratio is None else pytest.approx(ratio, abs=1e-9))


def test_the_published_readings_of_the_ratio_are_reproduced() -> None:
    found = case("sv-inera-nettonytta-per-krona")
    bands = {"0<x<0.5": "liten_marginal", ">=0.5": "storre_marginal", "0": "noll", "<0": "under_noll"}
    for ratio, band in zip(found["inputs"]["ratio"], found["expected"]["band"], strict=True):
        assert level([1 + ratio], [1])["tolkning"] == bands[band]


def test_the_crossing_year_counts_even_if_costs_pass_again_and_is_said_as_the_reader_counts() -> None:
    rows = {"perspektiv": "A", "kategori": "finansiell", "arligt_varde": 1}
    early = {**rows, "faktor": [0, 3, 0, 0, 0, 0]}
    document = {"perspektiv": ["A"], "nyttor": [early], "kostnader": [rows], "diskontering": "ingen"}
    for start, year in ((1, 2), (2027, 2028)):
        found = output({**document, "startar": start})["troligt"]
        assert found["overstiger_ar"] == year
        assert found["ackumulerad_nettonytta"][-1] < 0


def test_lowest_is_paired_with_lowest_and_highest_with_highest() -> None:
    document = {"perspektiv": ["A"], "diskontering": "ingen", "nyttor": [], "kostnader": []}
    span = {"perspektiv": "A", "kategori": "finansiell"}
    document |= {"nyttor": [{**span, "arligt_varde": {"lagst": 80, "troligt": 100, "hogst": 130}}]}
    document |= {"kostnader": [{**span, "arligt_varde": {"troligt": 60, "hogst": 90}}]}
    found = output(document)
    assert [found[name]["nettonytta"] for name in LEVELS] == [6 * (80 - 60), 6 * (100 - 60), 6 * (130 - 90)]


HOURS = [
    ({"timmar_per_ar": 100, "timkostnad": 500}, 100.0),
    ({"timkostnad": 500}, 72.0),
    ({}, 120.0),
]


@pytest.mark.parametrize(("about", "hours"), HOURS)
def test_hours_come_from_the_row_then_its_hourly_cost_then_that_of_the_calculation(
    about: dict[str, Any], hours: float
) -> None:
    row = {
        "id": "N1",
        "perspektiv": "A",
        "kategori": "omfordelning",
        "arligt_varde": 36000,
        "faktor": [0.5, 1, 1, 1, 1, 1],
    }
    document = {"perspektiv": ["A"], "nyttor": [{**row, **about}], "omrakning_timkostnad": 300, "ranta": 0.5}
    timmar = output(document)["timmar"]
    assert timmar["frigjorda_per_ar"] == [hours / 2] + [hours] * 5
    assert timmar["netto_summa"] == timmar["frigjorda_summa"] == hours * 5.5
    assert timmar["arsarbetare_netto_snitt"] == pytest.approx(hours * 5.5 / 6 / 1700)
    assert timmar["rader_utan_timmar"] == []


def test_a_row_that_cant_become_hours_is_named_and_a_financial_one_is_left_out() -> None:
    row = {"perspektiv": "A", "arligt_varde": 36000}
    spent = {**row, "id": "K1", "kategori": "omfordelning", "timkostnad": 360}
    rows = [
        {**row, "id": "N1", "kategori": "omfordelning"},
        {**row, "id": "N2", "kategori": "finansiell", "timkostnad": 1},
    ]
    timmar = output({"perspektiv": ["A"], "nyttor": rows, "kostnader": [spent]})["timmar"]
    assert timmar["rader_utan_timmar"] == ["N1"]
    assert (timmar["frigjorda_summa"], timmar["satsade_summa"], timmar["netto_summa"]) == (0.0, 600.0, -600.0)


TIME = {"namn": "Tid", "kategori": "omfordelning", "arligt_varde": 36000, "timkostnad": 360}  # 100 h a year, 600 h in 6 years


@pytest.mark.parametrize(
    "whose",
    ["Invånarna", "Patienterna i regionen", "Kommuninvånare", "Brukare", "Elever", "Närstående", "Samhället", "Vårdnadshavare"],
)
def test_the_own_time_of_inhabitants_and_others_is_told_for_them_and_is_nobodys_working_time(whose: str) -> None:
    rows = [{**TIME, "perspektiv": "Regionen"}, {**TIME, "perspektiv": whose, "timkostnad": 90}]
    timmar = output({"perspektiv": ["Regionen", whose], "nyttor": rows})["timmar"]
    assert (timmar["frigjorda_summa"], timmar["egen_tid"]) == (600.0, {whose: {"frigjord": 2400.0, "tagen": 0.0}})
    assert timmar["arsarbetare_frigjorda_snitt"] == pytest.approx(100 / 1700)


@pytest.mark.parametrize("whose", ["Solstad kommun", "Patientnämnden", "Elevhälsan", "Samhällsbyggnadsförvaltningen", "Brukarkooperativet"])
def test_an_organisation_that_has_people_in_its_name_has_working_time(whose: str) -> None:
    timmar = output({"perspektiv": [whose], "kostnader": [{**TIME, "perspektiv": whose}]})["timmar"]
    assert (timmar["satsade_summa"], timmar["egen_tid"]) == (600.0, {})


def test_the_row_itself_says_whose_time_it_is_and_a_shared_row_is_split() -> None:
    row = {**TIME, "perspektiv": "Regionen", "fordelning": [{"perspektiv": "Invånarna", "andel": 0.25}]}
    found = {}
    for said in (None, "arbetstid", "egen"):
        timmar = output({"perspektiv": ["Regionen", "Invånarna"], "nyttor": [{**row, "vems_tid": said}]})["timmar"]
        found[said] = timmar["frigjorda_summa"], {name: sums["frigjord"] for name, sums in timmar["egen_tid"].items()}
    assert found == {
        None: (450.0, {"Invånarna": 150.0}),
        "arbetstid": (600.0, {}),
        "egen": (0.0, {"Regionen": 450.0, "Invånarna": 150.0}),
    }


def test_a_row_without_a_value_counts_as_nothing_and_is_named() -> None:
    rows = [{"id": "N1", "perspektiv": "A", "kategori": "finansiell"}]
    found = output({"perspektiv": ["A"], "nyttor": rows})
    assert (found["saknas"], found["troligt"]["summa_nyttor"]) == (["N1"], 0.0)
