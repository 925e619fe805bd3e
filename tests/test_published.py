"""Figures that others have published come out of the engine: an e-referral case, and Inera's hourly costs."""

import json
import math
from typing import Any

import pytest

from calculators.commands import answer
from calculators.registry import ids
from calculators.standard import table
from calculators.wire import encode
from tests.published import case, differences
from tests.test_nyttokalkyl import output

referral = case("uk-ereferral-cba")
hourly = case("sv-inera-timkostnad-2024")
examples = [c for c in case("examples")["cases"] if c["calculator"] in ids()]


@pytest.mark.parametrize("example", examples, ids=lambda c: c["id"])
def test_the_worked_cases_come_out_as_they_were_worked(example: dict[str, Any]) -> None:
    reply = answer(example["calculator"], example["input"], example.get("options"))
    if "expected_error" in example:
        assert example["expected_error"] in {e["code"] for e in reply["errors"]}
    else:
        assert differences(example["expected"], json.loads(encode(reply["output"]))) == []


def e_referral(build: float = 1.0, benefits: float = 1.0) -> dict[str, Any]:
    """Year 1 is their year 0: the build alone. Years 2 to 6 are their years 1 to 5."""
    given = referral["inputs"]
    later = [0, 1, 1, 1, 1, 1]
    row = {"perspektiv": "Alla", "kategori": "finansiell"}
    nyttor = [
        {**row, "namn": name, "faktor": later, "arligt_varde": kr * benefits}
        for name, kr in given["benefits_per_year_1_5"].items()
    ]
    kostnader = [
        {**row, "id": "K1", "faktor": "engang", "arligt_varde": given["costs"]["build"]["0"] * build},
        {**row, "id": "K2", "faktor": later, "arligt_varde": given["costs"]["run_per_year_1_5"]},
    ]
    rate = referral["discount_rate"]
    document = {"perspektiv": ["Alla"], "horisont": 6, "ranta": rate, "nyttor": nyttor, "kostnader": kostnader}
    found: dict[str, Any] = output({**document, "diskontering": "t0"})["troligt"]
    return found


def test_the_e_referral_case_is_reproduced() -> None:
    found, printed = e_referral(), referral["expected"]
    assert found["summa_kostnader"] == pytest.approx(printed["pv_costs"], abs=1)
    assert found["summa_nyttor"] == pytest.approx(printed["pv_benefits"], abs=1)
    assert found["nettonytta"] == pytest.approx(printed["npv"], abs=1)
    assert found["nettonytta_per_krona"] + 1 == pytest.approx(printed["bcr"], abs=0.05)


def test_the_e_referral_case_with_its_optimism_bias_is_reproduced() -> None:
    bias, printed = referral["inputs"]["optimism_bias"], referral["expected"]
    found = e_referral(build=bias["build"], benefits=bias["benefits"])
    assert found["summa_kostnader"] == pytest.approx(printed["ob_pv_costs"], abs=1)
    assert found["summa_nyttor"] == pytest.approx(printed["ob_pv_benefits"], abs=1)
    assert found["nettonytta"] == pytest.approx(printed["ob_npv"], abs=1)


def timkostnad(manadslon: float, **about: float) -> int:
    found: int = answer("timkostnad", {"manadslon": manadslon, **about}, None)["output"].timkostnad_avrundad
    return found


@pytest.mark.parametrize(("profession", "wage"), list(hourly["inputs"]["implied_salary_if_142"].items()))
def test_the_hourly_costs_that_inera_publishes_are_reproduced(profession: str, wage: float) -> None:
    assert timkostnad(wage) == hourly["inputs"]["published_hourly"][profession]


@pytest.mark.parametrize(("profession", "wage"), list(hourly["inputs"]["implied_salary_if_1700_12"].items()))
def test_with_hours_not_rounded_to_142_all_of_them_are_reproduced(profession: str, wage: float) -> None:
    assert timkostnad(wage, arbetstid_h_per_manad=1700 / 12) == hourly["inputs"]["published_hourly"][profession]


@pytest.mark.parametrize(("wage", "printed"), [(33100, 359), (41800, 453), (50800, 551)])
def test_the_worked_hourly_costs_of_the_method_are_reproduced(wage: float, printed: int) -> None:
    assert timkostnad(wage) == printed


def test_half_a_krona_is_rounded_up() -> None:
    assert timkostnad(0.5, arbetstid_h_per_manad=1, paslagsfaktor=1) == 1
    assert timkostnad(2.5, arbetstid_h_per_manad=1, paslagsfaktor=1) == 3


def test_our_table_of_hourly_costs_holds_the_published_ones() -> None:
    ours = sorted(int(row.published) for row in table("timkostnad").values())
    published = dict(hourly["inputs"]["published_hourly"])
    citizens = published.pop("Invånares arbetstid")
    assert ours == sorted(published.values())
    assert math.isclose(citizens, 452)
