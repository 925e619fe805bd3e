"""Formulas inside a nyttokalkyl: blocks, shared factors, what is asked and proposed, and earlier documents that open as formulas."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.commands import answer
from calculators.kalkyl.document import Block, Nyttokalkyl
from calculators.kalkyl.doubts import doubts
from calculators.kalkyl.evaluation import annual_value
from calculators.kalkyl.explanation import row_steps
from calculators.kalkyl.formel.reading import LONGEST
from calculators.kalkyl.fran_termer import flat_with_formulas, with_formula
from calculators.kalkyl.gemensamma import in_order, shared_flaws, shared_questions, shared_values
from calculators.kalkyl.hours import suggested_hourly
from calculators.kalkyl.utrakning import mends
from calculators.registry import calculator
from calculators.schema import Varde
from calculators.wire import encode, from_flat, from_json, to_flat
from tests.documents import kalkyler, words

KALKYL = calculator("nyttokalkyl")
VISITS = {"namn": "Antal besök", "troligt": 1200, "enhet": "besök/år"}
MINUTES = {"namn": "Minuter", "troligt": 8, "lagst": 5, "hogst": 10, "enhet": "min"}
HOURLY = {"timkostnad": {"namn": "Timkostnad", "troligt": 420, "enhet": "kr/h"}}


def document(block: dict[str, Any], gemensamma: dict[str, Any] = HOURLY) -> dict[str, Any]:
    row = {"id": "N1", "perspektiv": "A", "kategori": "omfordelning", "kalla": "x", **block}
    return {"perspektiv": ["A"], "gemensamma": gemensamma, "nyttor": [row]}


def kalkyl(block: dict[str, Any], gemensamma: dict[str, Any] = HOURLY) -> Nyttokalkyl:
    found: Nyttokalkyl = from_json(KALKYL, document(block, gemensamma))
    return found


def annual(block: dict[str, Any], gemensamma: dict[str, Any] = HOURLY) -> dict[str, float]:
    found: dict[str, float] = answer("nyttokalkyl", document(block, gemensamma), None)["output"].arligt_varde["N1"]
    return found


FORMEL = "antal besök × minuter ÷ 60 × timkostnad"
COUNTED = {"faktorer": [VISITS, MINUTES], "formel": FORMEL}


def test_a_block_is_worked_out_by_its_formula_at_every_level() -> None:
    assert annual(COUNTED) == {"lagst": 42000.0, "troligt": 67200.0, "hogst": 84000.0}


def test_without_a_formula_all_factors_are_multiplied() -> None:
    assert annual({"faktorer": [VISITS, {"ref": "timkostnad"}]})["troligt"] == 504000.0


def test_a_row_with_a_formula_alone_has_a_value_and_one_with_nothing_has_none() -> None:
    given = document({"formel": "timkostnad × 10"})
    given["kostnader"] = [{"id": "K1", "perspektiv": "A", "kategori": "finansiell"}]
    assert answer("nyttokalkyl", given, None)["output"].saknas == ("K1",)


def test_a_factor_that_is_not_filled_in_yet_counts_as_nothing_even_under_a_division() -> None:
    flat = to_flat(kalkyl({"faktorer": [VISITS, MINUTES], "formel": "antal besök ÷ minuter"}))
    flat |= {"nyttor.0.faktorer.1.troligt": "", "nyttor.0.faktorer.1.lagst": "", "nyttor.0.faktorer.1.hogst": ""}
    read = from_flat(KALKYL, flat)
    assert [(f.field, f.missing) for f in read.faults] == [("nyttor.0.faktorer.1.troligt", True)]
    assert not read.stops
    assert KALKYL.compute(read.inputs).arligt_varde["N1"]["troligt"] == 0.0


def asked(block: dict[str, Any], gemensamma: dict[str, Any] = HOURLY) -> dict[str, str]:
    found = (d for d in doubts(kalkyl(block, gemensamma)) if d.field != "nyttor")
    return {d.field: d.text for d in found if d.level == "fråga"}


def test_a_unit_that_is_not_kr_is_asked_about_at_the_formula() -> None:
    block = {"faktorer": [VISITS, MINUTES, {"ref": "timkostnad"}]}
    text = "Uträkningen blir kr·min/h/år och inte kronor. Ska du dela med 60 så att minuter blir timmar?"
    assert asked(block) == {"nyttor.0.formel": text}
    found = kalkyl(block)
    (mend,) = mends(found.nyttor[0], shared_values(found))
    assert mend.label == "Dela med 60 så att minuter blir timmar"
    assert mend.formel == "Antal besök × Minuter × Timkostnad ÷ 60"
    assert asked({"faktorer": block["faktorer"], "formel": mend.formel}) == {}


def test_a_factor_that_the_formula_leaves_out_is_asked_about() -> None:
    assert asked({**COUNTED, "faktorer": [VISITS, MINUTES, {"namn": "Resor", "troligt": 1}]}) == {
        "nyttor.0.faktorer.2.namn": "Resor är inte med i uträkningen. Ska den vara det?"
    }


def test_a_flaw_has_its_mends_too() -> None:
    found = from_json(KALKYL, document({"faktorer": [VISITS, MINUTES]}))
    block = Block(faktorer=found.nyttor[0].faktorer, formel="antal besok × minuter")
    assert [m.formel for m in mends(block, shared_values(found))] == ["Antal besök × minuter"]
    assert mends(Block(arligt_varde=Varde(1, 1, 1)), {}) == ()


def test_the_hourly_cost_of_the_formula_is_proposed_for_the_hours() -> None:
    def proposed(block: dict[str, Any]) -> tuple[str, Varde] | None:
        found = kalkyl(block)
        return suggested_hourly(found.nyttor[0], shared_values(found))

    assert proposed(COUNTED) == ("Timkostnad", Varde(ref="timkostnad"))
    own = {"namn": "Vikarie", "troligt": 300, "enhet": "kr per timme"}
    assert proposed({"faktorer": [{"troligt": 2, "enhet": "h"}, own]}) == (
        "Vikarie",
        kalkyl({"faktorer": [own]}).nyttor[0].faktorer[0],
    )
    assert proposed({**COUNTED, "timkostnad": 400}) is None
    assert proposed({**COUNTED, "timmar_per_ar": 400}) is None
    assert proposed({"faktorer": [VISITS]}) is None
    assert proposed({"faktorer": [own, {"ref": "timkostnad"}]}) is None
    assert answer("nyttokalkyl", document(COUNTED), None)["output"].timmar.rader_utan_timmar == ("N1",)


def test_the_steps_say_the_formula_in_words_and_in_numbers() -> None:
    (step,) = row_steps(kalkyl(COUNTED))["N1"]
    assert step.words == "antal besök × minuter ÷ 60 × timkostnad"
    assert step.numbers.replace("\u00a0", " ") == "1 200 besök/år × 8 min ÷ 60 × 420 kr/h"
    assert step.result.replace("\u00a0", " ") == "67 200 kr"


def test_the_steps_of_a_sum_show_each_part_and_those_of_a_shared_formula_come_first() -> None:
    shared = {
        "lon": {"namn": "Månadslön", "troligt": 40000, "enhet": "kr/mån"},
        "tim": {"namn": "Timlön", "formel": "månadslön ÷ 142", "enhet": "kr/h"},
    }
    steps = row_steps(kalkyl({"faktorer": [VISITS], "formel": "antal besök × timlön − 40 % × månadslön"}, shared))["N1"]
    assert [s.label for s in steps] == ["Timlön", "Del 1", "Del 2", "Årligt värde"]
    assert [s.words for s in steps] == [
        "månadslön ÷ 142",
        "antal besök × timlön",
        "−(40 % × månadslön)",
        "summan av delarna",
    ]
    assert steps[-1].result.replace("\u00a0", " ") == "322 028 kr"  # 1 200 × 281,69… − 16 000, by hand


def test_shared_factors_are_worked_out_in_the_order_that_they_need() -> None:
    shared = {
        "c": {"formel": "b + a", "namn": "Sist"},
        "b": {"formel": "a × 2"},
        "a": {"troligt": 3, "lagst": 1, "hogst": 5, "enhet": "min"},
    }
    found = kalkyl({"formel": "sist × 10"}, shared)
    assert in_order(found.gemensamma) == ("b", "c")
    values = shared_values(found)
    assert (values["c"].lagst, values["c"].troligt, values["c"].hogst) == (3.0, 9.0, 15.0)
    assert [values[id].enhet for id in "abc"] == ["min", "min", "min"]
    assert annual({"formel": "sist × 10"}, shared)["troligt"] == 90.0
    assert annual({"arligt_varde": {"ref": "c"}}, shared)["hogst"] == 15.0


CIRCLES: list[tuple[dict[str, str], dict[int, str]]] = [
    ({"a": "a + 1"}, {0: "a räknas ut med sig själv. Ta bort a ur uträkningen."}),
    (
        {"a": "b", "b": "a", "c": "a"},
        {
            0: "a räknas ut med b, som i sin tur räknas ut med a. Ändra en av uträkningarna.",
            1: "b räknas ut med a, som i sin tur räknas ut med b. Ändra en av uträkningarna.",
        },
    ),
    (
        {"a": "b", "b": "c × 2", "c": "a"},
        {0: "a räknas ut med b och c, som i sin tur räknas ut med a. Ändra en av uträkningarna."},
    ),
]


@pytest.mark.parametrize(("formulas", "expected"), CIRCLES)
def test_formulas_that_go_round_are_told_where(formulas: dict[str, str], expected: dict[int, str]) -> None:
    given = {
        f"gemensamma.{n}.{key}": x
        for n, (id, f) in enumerate(formulas.items())
        for key, x in (("id", id), ("formel", f))
    }
    found = from_flat(KALKYL, given).inputs
    told = {n: flaw.text for n, flaw in shared_flaws(found)}
    assert told.items() >= expected.items()
    assert all(value.troligt == 0 for value in shared_values(found).values())
    assert {f.code for f in from_flat(KALKYL, given).faults} == {"E_FORMEL"}


def test_a_long_chain_of_shared_formulas_is_worked_out() -> None:
    chain = {f"f{n}": {"formel": f"f{n + 1} + 1"} for n in range(600)} | {"f600": {"troligt": 0}}
    assert shared_values(kalkyl({"formel": "1"}, chain))["f0"].troligt == 600.0


def test_a_shared_formula_is_asked_about_when_its_unit_is_another() -> None:
    shared = {"tid": {"troligt": 90, "enhet": "min"}, "timmar": {"formel": "tid × 2", "enhet": "h"}}
    ((n, question),) = shared_questions(kalkyl({"formel": "1"}, shared))
    assert n == 1
    assert question.text == "Uträkningen blir minuter och inte timmar. Ska du dela med 60 så att minuter blir timmar?"
    assert [m.formel for m in question.mends] == ["tid × 2 ÷ 60"]
    assert "gemensamma.1.formel" in {d.field for d in doubts(kalkyl({"formel": "1"}, shared))}


def test_a_shared_factor_with_a_formula_needs_no_value_in_the_form() -> None:
    flat = {
        "gemensamma.0.id": "a",
        "gemensamma.0.varde.namn": "Alla",
        "gemensamma.0.varde.enhet": "st",
        "gemensamma.0.formel": "2 × 3",
    }
    read = from_flat(KALKYL, flat)
    assert not read.faults
    assert shared_values(read.inputs)["a"] == Varde(6, 6, 6, namn="Alla", enhet="st")
    assert {k: v for k, v in to_flat(read.inputs).items() if k.startswith("gemensamma")} == flat
    without = from_flat(KALKYL, flat | {"gemensamma.0.formel": ""})
    assert [(f.field, f.missing) for f in without.faults] == [("gemensamma.0.varde.troligt", True)]


def test_a_shared_factor_with_both_a_number_and_a_formula_is_asked_about() -> None:
    shared = {"a": {"troligt": 5, "formel": "2 × 3"}}
    assert shared_values(kalkyl({"formel": "1"}, shared))["a"].troligt == 6.0
    assert "gemensamma.0.varde.troligt" in asked({"formel": "1"}, shared)


def bits(values: Any) -> list[str]:
    return [float(x).hex() for x in values]


@given(kalkyler())
def test_terms_as_a_formula_have_the_same_value_at_every_level_to_the_last_bit(given: dict[str, Any]) -> None:
    found = from_json(KALKYL, given)
    shared = shared_values(found)
    for _, _, block in found.blocks:
        new = with_formula(block, shared)
        assert not new.termer
        assert bits(annual_value(new, shared)) == bits(annual_value(block, shared))
        assert sorted(v.troligt for v in new.values) == pytest.approx(sorted(_without_repeated(block)))


def _without_repeated(block: Block) -> list[float]:
    """The likely values of a block; where a formula is needed, a shared factor once, and a named one once for several terms."""
    plain = len(block.termer) == 1 and block.termer[0].tecken == "+" and block.termer[0].delare == 1
    if plain or not block.termer:
        return [v.troligt for v in block.values]
    found: list[Varde] = []
    for term in block.termer:
        before = list(found)
        for v in term.faktorer:
            if not (v.ref and v.ref in {w.ref for w in found}) and not (v.namn.strip() and v in before):
                found.append(v)
    return [v.troligt for v in found]


@given(kalkyler())
def test_a_flat_document_with_terms_opens_as_one_with_formulas(given: dict[str, Any]) -> None:
    flat = to_flat(from_json(KALKYL, given))
    new = flat_with_formulas(flat)
    assert not any(".termer." in key for key in new)
    assert flat_with_formulas(new) == new
    read = from_flat(KALKYL, new)
    assert not read.faults
    before, after = KALKYL.compute(from_json(KALKYL, given)), KALKYL.compute(read.inputs)
    assert encode(after) == encode(before)


@given(
    st.lists(
        st.tuples(words, st.sampled_from(["", "1", "60", " 60 ", "-2", "1.234", "abc", "0,5"])), min_size=1, max_size=3
    )
)
def test_half_written_terms_keep_every_text(pairs: list[tuple[str, str]]) -> None:
    flat = {"perspektiv.0": "A"}
    for t, (name, divisor) in enumerate(pairs):
        flat |= {f"nyttor.0.termer.{t}.faktorer.0.namn": name, f"nyttor.0.termer.{t}.faktorer.0.troligt": "12 x"}
        flat |= {f"nyttor.0.termer.{t}.delare": divisor, f"nyttor.0.termer.{t}.tecken": "-"}
    new = flat_with_formulas(flat)
    rows = len([name for name, _ in pairs if not name.strip()]) + len({name for name, _ in pairs if name.strip()})
    assert [text for key, text in new.items() if key.endswith(".troligt")] == ["12 x"] * rows
    assert all("abc" in new["nyttor.0.formel"] for _, divisor in pairs if divisor == "abc")


def test_old_terms_become_the_formula_that_a_person_would_write() -> None:
    flat = {
        "gemensamma.0.id": "tim", "gemensamma.0.varde.namn": "Timkostnad", "gemensamma.0.varde.troligt": "420",
        "nyttor.0.id": "N1",
        "nyttor.0.termer.0.faktorer.0.namn": "Besök", "nyttor.0.termer.0.faktorer.0.troligt": "1 200",
        "nyttor.0.termer.0.faktorer.1.namn": "Minuter i A", "nyttor.0.termer.0.faktorer.1.troligt": "8",
        "nyttor.0.termer.0.faktorer.2.ref": "tim",
        "nyttor.0.termer.0.delare": "60", "nyttor.0.termer.0.tecken": "+",
        "nyttor.0.termer.1.faktorer.0.namn": "Besök", "nyttor.0.termer.1.faktorer.0.troligt": "1 100",
        "nyttor.0.termer.1.faktorer.1.troligt": "5", "nyttor.0.termer.1.faktorer.1.kalla": "mätning",
        "nyttor.0.termer.1.faktorer.2.ref": "tim",
        "nyttor.0.termer.1.delare": "60", "nyttor.0.termer.1.tecken": "-",
    }  # fmt: skip
    assert flat_with_formulas(flat) == {
        "gemensamma.0.id": "tim", "gemensamma.0.varde.namn": "Timkostnad", "gemensamma.0.varde.troligt": "420",
        "nyttor.0.id": "N1",
        "nyttor.0.faktorer.0.namn": "Besök", "nyttor.0.faktorer.0.troligt": "1 200",
        "nyttor.0.faktorer.1.namn": "Minuter i A", "nyttor.0.faktorer.1.troligt": "8",
        "nyttor.0.faktorer.2.ref": "tim",
        "nyttor.0.faktorer.3.namn": "Besök 2", "nyttor.0.faktorer.3.troligt": "1 100",
        "nyttor.0.faktorer.4.namn": "Faktor 5", "nyttor.0.faktorer.4.troligt": "5", "nyttor.0.faktorer.4.kalla": "mätning",
        "nyttor.0.formel": "Besök × Minuter i A × Timkostnad ÷ 60 − Besök 2 × Faktor 5 × Timkostnad ÷ 60",
    }  # fmt: skip


def test_a_single_product_needs_no_formula() -> None:
    flat = {
        "nyttor.0.termer.0.faktorer.0.troligt": "2",
        "nyttor.0.termer.0.delare": "1",
        "nyttor.0.termer.0.tecken": "+",
    }
    assert flat_with_formulas(flat) == {"nyttor.0.faktorer.0.troligt": "2", "nyttor.0.formel": ""}


def test_terms_that_no_formula_can_hold_are_left_as_they_are() -> None:
    term = {"faktorer": [{"namn": "x" * 300, "troligt": 2}]}
    found = kalkyl({"termer": [term] * 20})
    assert LONGEST < 20 * 300
    assert with_formula(found.nyttor[0], {}) == found.nyttor[0]
    assert flat_with_formulas(to_flat(found)) == to_flat(found)
    tiny = kalkyl({"termer": [{"faktorer": [1], "delare": 1e-90}]}).nyttor[0]
    assert with_formula(tiny, {}) == tiny


@pytest.mark.parametrize("example", KALKYL.examples, ids=lambda e: e.name)
def test_the_examples_give_the_same_answer_as_formulas(example: Any) -> None:
    flat = to_flat(from_json(KALKYL, example.given))
    read = from_flat(KALKYL, flat_with_formulas(flat))
    assert not read.faults
    assert encode(KALKYL.compute(read.inputs)) == encode(KALKYL.compute(from_flat(KALKYL, flat).inputs))
    assert not [d for d in doubts(read.inputs) if d.field.endswith(".formel")]
