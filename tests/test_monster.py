"""A row that starts from a pattern gives what the calculator that it comes from gives, whatever figures are filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kalkyl.evaluation import evaluate
from calculators.kalkyl.guide import FACTORS, KINDS, questions
from calculators.monster import MONSTER, with_pattern
from calculators.registry import calculator
from calculators.schema import fields_of
from calculators.wire import from_flat, from_json

KALKYL = calculator("nyttokalkyl")
figures = st.lists(st.integers(1, 100), min_size=8, max_size=8)


@pytest.mark.parametrize("id", MONSTER)
@given(figures)
def test_a_pattern_that_is_filled_in_is_worth_what_its_calculator_says(id: str, numbers: list[int]) -> None:
    pattern = MONSTER[id]
    calc = calculator(pattern.calculator)
    asked = {name: f for name, f in fields_of(calc.inputs).items() if name in pattern.given and f.kind in ("number", "money", "share")}
    answers = {name: x / 100 if asked[name].kind == "share" else x for name, x in zip(asked, numbers, strict=False)}
    flat, place = with_pattern({"perspektiv.0": "Kommunen"}, id)
    by_name = {flat[key]: key.removesuffix("namn") for key in flat if key.startswith(f"{place}.faktorer") and key.endswith(".namn")}
    for name, f in asked.items():
        key = by_name[f.label] + "troligt"
        assert flat[key] == "", "nothing that is asked for is filled in"
        flat[key] = str(numbers[list(asked).index(name)])
    read = from_flat(KALKYL, flat)
    assert not read.faults
    (worth,) = evaluate(read.inputs).arligt_varde.values()
    theirs = calc.compute(from_json(calc, {**pattern.given, **answers}))
    assert worth["troligt"] == pytest.approx(theirs.belopp if pattern.side == "kostnader" else theirs.arligt_varde)


@pytest.mark.parametrize("id", KINDS)
def test_the_guide_has_a_question_of_its_own_for_each_figure_of_a_pattern(id: str) -> None:
    pattern, flat = MONSTER[id], with_pattern({}, id)[0]
    asked = [q for q in questions(flat) if q.id.startswith("faktor")]
    assert [q.title for q in asked] == [FACTORS[q.fields[0].label] for q in asked]
    assert len(asked) == len([name for name in pattern.given if name not in ("metod", "enkel_vag")])


def test_the_guides_last_question_names_the_figure_and_the_answer() -> None:
    flat = {"nyttor.0.faktorer.0.namn": "Händelser per år", "nyttor.0.faktorer.0.troligt": "1 200", "nyttor.0.faktorer.0.enhet": "st/år"}
    last = questions(flat)[-1]
    assert "”Händelser per år”" in last.title
    assert last.help.endswith("Du har svarat 1 200 st/år.")
