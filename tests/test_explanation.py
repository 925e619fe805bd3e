"""The steps hold the words and the numbers of this very calculation, and they lead to its result."""

import math
import re
from typing import Any

import pytest
from hypothesis import given

from calculators.commands import answer
from calculators.derivation import steps
from calculators.kalkyl.explanation import result_steps, row_steps
from calculators.registry import calculator, calculators
from calculators.schema import fields_of
from calculators.swedish import NBSP, amount, parse_number
from calculators.wire import from_json
from tests.documents import kalkyler

KALKYL = calculator("nyttokalkyl")
DERIVED = [(c, e) for c in calculators().values() if not c.own_page for e in c.examples]
FIGURE = re.compile(r"[−]?[0-9][0-9\u00a0]*(?:,[0-9]+)?")


def worked(numbers: str) -> float:
    """What a reader gets who computes the step by hand."""
    text = re.sub(rf"(?<=[0-9]){NBSP}(?=[0-9])", "", numbers).replace(NBSP, " ")
    text = re.sub(r"([0-9]+(?:,[0-9]+)?) ?%", r"(\1÷100)", text)
    text = re.sub(r"(?<=[0-9]) ?[a-zåäö][^ ×÷+−()]*", "", text)  # units
    text = re.sub(r"avrundat \(", "round(", text.replace(",", "."))
    return float(
        eval(text.replace("×", "*").replace("÷", "/").replace("−", "-"), {"round": lambda x: math.floor(x + 0.5)})
    )


@pytest.mark.parametrize(("calc", "example"), DERIVED, ids=[f"{c.id}-{e.name}" for c, e in DERIVED])
def test_every_figure_of_an_example_can_be_worked_from_its_step(calc: Any, example: Any) -> None:
    inputs = from_json(calc, example.given)
    outputs = calc.compute(inputs)
    fields = fields_of(type(outputs))
    for step in steps(inputs, outputs):
        value = getattr(outputs, step.name)
        assert step.result == amount(value, fields[step.name].unit)
        assert worked(step.numbers) == pytest.approx(value, rel=0.01)  # figures of a step are rounded to be read
        assert step.label == fields[step.name].label
        assert step.words


def test_a_product_is_written_with_the_names_and_the_figures_of_its_factors() -> None:
    inputs = from_json(KALKYL, KALKYL.examples[0].given)
    (step,) = row_steps(inputs)["N1"]
    assert step.words == "bokningar per år × minuter per bokning × timkostnad i kundtjänst ÷ 60"
    assert step.numbers.replace(NBSP, " ") == "12 000 bokningar × 8 min × 420 kr/h ÷ 60"
    assert step.result == amount(12000 * 8 * 420 / 60, "kr")
    assert worked(step.numbers) == 672_000


@given(kalkyler())
def test_the_figures_in_the_steps_are_those_of_the_result(document: dict[str, Any]) -> None:
    inputs = from_json(KALKYL, document)
    result = KALKYL.compute(inputs)
    found, niva = result_steps(inputs, result), result.troligt
    (net,) = found["nettonytta"]
    assert net.result == amount(niva.nettonytta, "kr")
    assert net.numbers == f"{amount(niva.summa_nyttor, 'kr')} − {amount(niva.summa_kostnader, 'kr')}"
    for side in ("nyttor", "kostnader"):
        *rows, total = found[f"summa_{side}"]
        assert total.result == amount(getattr(niva, f"summa_{side}"), "kr")
        assert {s.name: s.result for s in rows} == {
            id: amount(x, "kr") for id, x in niva.per_rad.items() if id.startswith(side[0].upper())
        }
    for id, row in row_steps(inputs).items():
        if row:
            assert row[-1].result == amount(result.arligt_varde[id]["troligt"], "kr")
    ratio = niva.nettonytta_per_krona
    expected = [] if ratio is None else [amount(ratio, "kr", 2)]
    assert [s.result for s in found["nettonytta_per_krona"]] == expected
    assert found["timmar"][-1].result == amount(result.timmar.arsarbetare_netto_snitt, "årsarbetare")


def test_a_step_that_rounds_shows_what_is_rounded_away() -> None:
    calc = calculator("timkostnad")
    inputs = from_json(calc, {"manadslon": 41800})
    (rounded,) = (s for s in steps(inputs, calc.compute(inputs)) if s.name == "timkostnad_avrundad")
    assert (rounded.numbers.replace(NBSP, " "), rounded.result.replace(NBSP, " ")) == ("avrundat (453,32 kr/h)", "453 kr/h")


def test_a_row_is_worked_over_the_years_from_its_step() -> None:
    inputs = from_json(KALKYL, KALKYL.examples[0].given)
    found = result_steps(inputs, KALKYL.compute(inputs))
    row = found["summa_nyttor"][0]
    assert row.numbers.replace(NBSP, " ") == "672 000 kr × 5,0797 (med årsfaktorerna 0,5, 1, 1, 1, 1 och 1)"
    assert pytest.approx(5.0797, abs=5e-5) == 0.5 + 0.970874 + 0.942596 + 0.915142 + 0.888487 + 0.862609
    assert row.result == amount(3_413_563, "kr")


@given(kalkyler())
def test_each_sum_of_a_level_a_perspective_and_a_category_is_made_of_its_rows(document: dict[str, Any]) -> None:
    inputs = from_json(KALKYL, document)
    result = KALKYL.compute(inputs)
    found = result_steps(inputs, result)
    sums = {s.name: s.result for s in found["fordelning"]}
    for name, parts in result.troligt.per_perspektiv.items():
        assert sums.get(f"{name}, nyttor", amount(0.0, "kr")) == amount(parts["nytta"], "kr")
        assert sums.get(f"{name}, kostnader", amount(0.0, "kr")) == amount(parts["kostnad"], "kr")
    levels = {s.name: s for s in found["nivaer"]}
    assert bool(levels) is (result.lagst is not result.troligt)
    for label, niva in (("Lägst", result.lagst), ("Högst", result.hogst)) if levels else ():
        assert levels[f"{label}, nyttor"].result == amount(niva.summa_nyttor, "kr")
        assert levels[f"{label}, kostnader"].result == amount(niva.summa_kostnader, "kr")
        assert levels[f"{label}.netto"].result == amount(niva.nettonytta, "kr")
        for id, x in niva.per_rad.items():
            assert f"{amount(x, 'kr')} ({id})" in levels[f"{label}, nyttor"].numbers + levels[f"{label}, kostnader"].numbers


@given(kalkyler())
def test_the_crossing_year_is_the_last_year_that_the_steps_name(document: dict[str, Any]) -> None:
    inputs = from_json(KALKYL, document)
    result = KALKYL.compute(inputs)
    years = result_steps(inputs, result)["overstiger_ar"]
    crossed = result.troligt.overstiger_ar != "aldrig"
    assert (years[-1].result == "nyttorna är större") is crossed
    assert len(years) == (result.ar.index(result.troligt.overstiger_ar) + 1 if crossed else inputs.horisont)


@pytest.mark.parametrize("id", [c.id for c in calculators().values()])
def test_no_step_holds_a_number_that_a_swede_would_not_write(id: str) -> None:
    calc = calculator(id)
    for example in calc.examples:
        inputs = from_json(calc, example.given)
        outputs = calc.compute(inputs)
        found = (
            [s for group in result_steps(inputs, outputs).values() for s in group]
            if calc.own_page
            else steps(inputs, outputs)
        )
        for figure in (f for s in found for f in FIGURE.findall(s.numbers + " " + s.result)):
            parse_number(figure)
        assert "output" in answer(id, example.given, None)


def test_the_parts_of_a_shared_row_add_up_to_what_each_gets() -> None:
    parts = [{"perspektiv": "Kommunen", "andel": 0.4}]
    row = {"id": "N1", "perspektiv": "Regionen", "kategori": "finansiell", "arligt_varde": 1000, "fordelning": parts}
    inputs = from_json(KALKYL, {"perspektiv": ["Regionen", "Kommunen"], "nyttor": [row], "diskontering": "ingen"})
    said = {s.name: f"{s.numbers} = {s.result}".replace(NBSP, " ") for s in result_steps(inputs, KALKYL.compute(inputs))["fordelning"]}
    assert said["Regionen, nyttor"] == "60 % av 6 000 kr (N1) = 3 600 kr"
    assert said["Kommunen, nyttor"] == "40 % av 6 000 kr (N1) = 2 400 kr"
