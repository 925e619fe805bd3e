"""Units follow along: what is kr is kr whichever unit of time its factors are in, and what isn't gets a question and a mend."""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kalkyl.formel.computing import value
from calculators.kalkyl.formel.mends import KRONOR, accepted
from calculators.kalkyl.formel.questions import questions, unit_of
from calculators.kalkyl.formel.reading import parse
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum, names
from calculators.kalkyl.formel.units import KIND, PENGAR, SPELLINGS, TIMES, read_unit, written_unit
from calculators.kalkyl.formel.writing import written
from calculators.kalkyl.utrakning import asked, utrakning
from calculators.schema import Varde
from tests.formler import varde

READ: dict[str, dict[str, int] | None] = {
    "kr": {"kr": 1},
    "Kr": {"kr": 1},
    "SEK": {"kr": 1},
    "sek": {"s": 1},
    "kronor": {"kr": 1},
    "tkr": {"tkr": 1},
    "1 000 kr": {"tkr": 1},
    "tusen kr": {"tkr": 1},
    "Mkr": {"Mkr": 1},
    "miljoner kronor": {"Mkr": 1},
    "öre/kWh": {"öre": 1},
    "kr/h": {"kr": 1, "h": -1},
    "kr per timme": {"kr": 1, "h": -1},
    "kr/tim": {"kr": 1, "h": -1},
    "kr / tim.": {"kr": 1, "h": -1},
    "min": {"min": 1},
    "minuter": {"min": 1},
    "min/besök": {"min": 1},
    "min per besök": {"min": 1},
    "h per person": {"h": 1},
    "arbetstimmar": {"h": 1},
    "timmar effektiv tid": {"h": 1},
    "h/år och person": {"h": 1, "år": -1},
    "h/person/år": {"h": 1, "år": -1},
    "besök/år": {"år": -1},
    "gånger i veckan": {"vecka": -1},
    "kr om året": {"kr": 1, "år": -1},
    "per år": {"år": -1},
    "mån": {"mån": 1},
    "månader": {"mån": 1},
    "kr/mån": {"kr": 1, "mån": -1},
    "h/dygn": {"h": 1, "dag": -1},
    "veckor/år": {"vecka": 1, "år": -1},
    "min/h": {"min": 1, "h": -1},
    "kr·min/h": {"kr": 1, "min": 1, "h": -1},
    "h/h": {},
    "km": {"km": 1},
    "mil": {"mil": 1},
    "kr/mil": {"kr": 1, "mil": -1},
    "l/mil": {"mil": -1},
    "kWh": {},
    "st": {},
    "personer": {},
    "bokningar": {},
    "%": {},
    "procent": {},
    "×": {},
    "årsarbetare": {},
    "": None,
    "  ": None,
    "min h": None,
    "st 2024": None,
    "m2": None,
    "h per 100 besök": None,
}


@pytest.mark.parametrize(("text", "powers"), READ.items(), ids=READ)
def test_a_unit_is_read_as_people_write_it(text: str, powers: dict[str, int] | None) -> None:
    unit = read_unit(text)
    assert (unit and unit.powers) == powers if powers is None else unit is not None and unit.powers == powers


@given(st.dictionaries(st.sampled_from(sorted(SPELLINGS)), st.integers(-1, 1).filter(bool), max_size=4))
def test_a_unit_that_we_write_is_read_back(powers: dict[str, int]) -> None:
    unit = read_unit(written_unit(powers))
    assert (unit.powers if unit else {}) == powers


@given(st.text(max_size=30))
def test_any_unit_is_answered(text: str) -> None:
    unit = read_unit(text)
    assert unit is None or set(unit.powers) <= set(KIND)


# Soundness. A unit here is (over, under); sizes are in h and in year, so that 8 min and 8/60 h are the same time.
SIZE = {"min": 1 / 60, "s": 1 / 3600, "h": 1.0, "dag": 1 / 365, "vecka": 1 / 52, "mån": 1 / 12, "år": 1.0}
UnitParts = tuple[tuple[str, ...], tuple[str, ...]]
UNITS: list[UnitParts] = [
    (("kr",), ()),
    (("kr",), ("h",)),
    (("kr",), ("min",)),
    (("kr",), ("mån",)),
    (("kr",), ("år",)),
    (("kr",), ("dag",)),
    (("min",), ()),
    (("h",), ()),
    (("s",), ()),
    (("h",), ("vecka",)),
    (("besök",), ("år",)),
    (("besök",), ("mån",)),
    (("min",), ("h",)),
    (("mån",), ("år",)),
    (("vecka",), ("år",)),
    (("mån",), ()),
    (("st",), ()),
    (("%",), ()),
    (("km",), ()),
    (("kr",), ("mil",)),
    (("tkr",), ()),
    (("min", "besök"), ("år",)),
]
LITERALS = [60.0, 3600.0, 12.0, 52.0, 365.0, 10.0, 1000.0, 100.0, 2.0, 5.0, 1.0]
LETTERS = "ABCDE"
Given = dict[str, tuple[float, UnitParts]]


def spelled(unit: UnitParts) -> str:
    over, under = unit
    return "·".join(over) + "".join(f"/{word}" for word in under)


def is_accepted(tree: Formula, given: Given) -> bool:
    return accepted(tree, {name: read_unit(spelled(unit)) for name, (_, unit) in given.items()}, KRONOR)


def worth(tree: Formula, given: Given) -> float:
    return value(tree, {name: x for name, (x, _) in given.items()})


def in_other_units(x: float, unit: UnitParts) -> Iterator[tuple[float, UnitParts]]:
    """The same amount with one of its units of time changed to another of the same kind."""
    for side in (0, 1):
        for place, word in enumerate(unit[side]):
            for other in (w for w in SIZE if word in SIZE and KIND[w] == KIND[word] and w != word):
                changed = (*unit[side][:place], other, *unit[side][place + 1 :])
                ratio = SIZE[word] / SIZE[other]
                yield (x * ratio if side == 0 else x / ratio), ((changed, unit[1]) if side == 0 else (unit[0], changed))


def assert_sound(tree: Formula, given: Given) -> int:
    """If it is kr, then it is the same kr, or not accepted, when one or two of its factors change unit and number together."""
    if not is_accepted(tree, given):
        return 0
    at_first = worth(tree, given)
    one = [{name: other} for name in names(tree) for other in in_other_units(*given[name])]
    two = [a | b for a, b in itertools.islice(itertools.combinations(one, 2), 300)]
    for changes in (*one, *two):
        now = given | changes
        if is_accepted(tree, now):
            assert worth(tree, now) == pytest.approx(at_first, rel=1e-9, nan_ok=True), (written(tree), given, changes)
    return 1


def random_tree(r: random.Random, depth: int) -> Formula:
    if depth == 0 or r.random() < 0.15:
        return Number(r.choice(LITERALS)) if r.random() < 0.35 else Name(r.choice(LETTERS))
    parts = [random_tree(r, depth - 1) for _ in range(r.choice((2, 2, 3, 4)))]
    if r.random() < 0.3:
        return Sum((("+", parts[0]), *((r.choice("+-"), part) for part in parts[1:3])))
    tree = Product((("*", parts[0]), *((r.choice("**/"), part) for part in parts[1:])))
    return Minus(tree) if r.random() < 0.05 else tree


def random_given(r: random.Random) -> Given:
    return {name: (r.uniform(1, 50), r.choice(UNITS)) for name in LETTERS}


def test_no_formula_is_kr_that_becomes_another_amount_when_a_unit_of_time_is_changed() -> None:
    r = random.Random(3)
    tried = [(random_tree(r, r.choice((1, 2, 2, 3))), random_given(r)) for _ in range(TRIES)]
    assert sum(assert_sound(tree, given) for tree, given in tried) > TRIES / 200


TRIES = 1000 if sys.platform == "emscripten" else 6000
USUAL = [
    ("A × B ÷ 60 × C", "st", "min", "kr/h"),
    ("A × B × C", "st", "h", "kr/h"),
    ("(A − B) ÷ 60 × C", "min", "min", "kr/h"),
    ("A × 12", "kr/mån"),
    ("A × B", "kr/mån", "mån"),
    ("A × B × C", "h/vecka", "veckor/år", "kr/h"),
    ("A × B × 52", "h/vecka", "kr/h"),
    ("A ÷ B × C ÷ 60", "min", "h", "kr"),
    ("(A ÷ 60 + B) × C", "min", "h", "kr/h"),
    ("A × 12 × 2", "kr/mån"),
    ("A × 365 ÷ 60 × B", "min/dag", "kr/h"),
    ("−A × 60 × B", "h", "kr/min"),
    ("A × (1 − B)", "kr", "%"),
    ("A + B × 12", "kr/år", "kr/mån"),
    ("A × B ÷ 10", "km", "kr/mil"),
    ("A × 1000", "tkr"),
    ("A × B", "besök/år", "kr/besök"),
]


@pytest.mark.parametrize("case", USUAL, ids=[f"{c[0]}: {', '.join(c[1:])}" for c in USUAL])
def test_the_usual_formulas_are_kr_and_sound(case: tuple[str, ...]) -> None:
    text, *units = case
    rows = tuple(varde(name, n + 2.0, unit) for n, (name, unit) in enumerate(zip("ABC", units, strict=False)))
    found = utrakning(text, rows, {})
    assert found.tree is not None
    assert asked(found) == ()
    parts = [tuple(tuple(side.split("·")) if side else () for side in unit.partition("/")[::2]) for unit in units]
    given: Any = {row.namn: (row.troligt, (part[0], part[1])) for row, part in zip(rows, parts, strict=True)}
    assert assert_sound(
        found.tree,
        {
            k: (v, (tuple(ATOM.get(w, w) for w in a), tuple(ATOM.get(w, w) for w in b)))
            for k, (v, (a, b)) in given.items()
        },
    )


ATOM = {"veckor": "vecka"}


def test_every_mend_that_is_offered_for_a_unit_answers_the_question() -> None:
    r = random.Random(4)
    offered = 0
    for _ in range(TRIES // 3):
        tree, given = random_tree(r, r.choice((1, 2, 2))), random_given(r)
        units = {name: read_unit(spelled(unit)) for name, (_, unit) in given.items()}
        found = questions(tree, units)
        for question in found:
            for mend in question.mends:
                offered += 1
                again = parse(mend.formel, utrakning("", [varde(name, 1) for name in LETTERS], {}).named.names).tree
                assert again is not None
                if len(found) == 1 and question.kind != "plus":  # the same may be asked about another place too
                    assert question.text not in [q.text for q in questions(again, units)]
                if question.kind in ("enhet", "saknas", "andel"):
                    assert accepted(again, units, KRONOR)
    assert offered > 100


@given(st.lists(st.sampled_from(["min", "kr/h", "st", "", "kr", "h"]), min_size=1, max_size=4))
def test_nothing_is_asked_about_a_product_when_a_factor_has_no_unit(units: list[str]) -> None:
    rows = [varde(name, 2, unit) for name, unit in zip(LETTERS, units, strict=False)]
    if "" in units:
        assert asked(utrakning("", rows, {})) == ()


TIMKOSTNAD = {"timkostnad": varde("Timkostnad", 420, "kr/h")}
# formula, units of A B C, the question, and each mend's formula
ASKED: list[tuple[str, tuple[str, ...], str, list[str]]] = [
    ("A × B × C", ("besök/år", "min", "kr/h"),
     "Uträkningen blir kr·min/h/år och inte kronor. Ska du dela med 60 så att minuter blir timmar?", ["A × B × C ÷ 60"]),
    ("A × B × C × 60", ("besök", "min", "kr/h"),
     "Talet 60 ser ut som minuter per timme. Ska du dela med 60 i stället?", ["A × B × C ÷ 60"]),
    ("A ÷ 60 × B", ("h", "kr/h"),
     "Talet 60 ser ut som minuter per timme, men det behövs inte här. Är det något annat, så lägg det som en egen faktor. "
     "Ska du ta bort ÷ 60?",
     ["A × B"]),
    ("A × B", ("km", "kr/mil"),
     "Uträkningen blir kr·km/mil och inte kronor. Ska du dela med 10 så att kilometer blir mil?", ["A × B ÷ 10"]),
    ("A", ("kr/mån",), "Uträkningen blir kr/mån och inte kronor. Ska du multiplicera med 12 så att per månad blir per år?", ["A × 12"]),
    ("A", ("kr/vecka",), "Uträkningen blir kr/vecka och inte kronor. Ska du multiplicera med 52 så att per vecka blir per år?", ["A × 52"]),
    ("A", ("tkr",),
     "Uträkningen blir tkr och inte kronor. Ska du multiplicera med 1\u00a0000 så att tusental kronor blir kronor?", ["A × 1000"]),
    ("A × B", ("h/vecka", "kr/min"),
     "Uträkningen blir kr·h/min/vecka och inte kronor. Ska du multiplicera med 60 så att timmar blir minuter och "
     "multiplicera med 52 så att per vecka blir per år?", ["A × B × 60 × 52"]),
    ("A × 46", ("kr/vecka",),
     "Uträkningen blir kr/vecka och inte kronor. Är 46 hur många veckor per år? Lägg det som en egen faktor med enheten veckor/år.", []),
    ("A", ("h",), "Uträkningen blir timmar och inte kronor. Ska du multiplicera med Timkostnad?", ["A × Timkostnad"]),
    ("A × B", ("besök", "min"),
     "Uträkningen blir minuter och inte kronor. Ska du multiplicera med Timkostnad och dela med 60 så att minuter blir timmar?",
     ["A × B × Timkostnad ÷ 60"]),
    ("A × timkostnad", ("dagar",), "Uträkningen blir kr·dag/h och inte kronor. Hur många timmar är en dag? "
     "Lägg till det som en faktor med enheten h/dag.", []),
    ("A × B", ("kr", "kr"), "Uträkningen blir kr² och inte kronor. Två belopp multipliceras med varandra. Stämmer det?", []),
    ("A", ("st",), "Uträkningen blir ett antal och inte kronor. Ska du multiplicera med vad en av dem kostar? "
     "Lägg till det som en faktor i kr.", []),
    ("A", ("%",), "Uträkningen blir en andel. Vad är den en andel av? Multiplicera med ett antal eller ett belopp.", []),
    ("A × B", ("%", "kr/brev"), "A av vad? Multiplicera också med det antal som andelen gäller.", []),
    ("A ÷ 100 × B", ("%", "kr"), "A är redan en andel: 40 % räknas som 0,4. Ska ÷ 100 bort?", ["A × B"]),
    ("(100 − A) × B", ("%", "kr"), "En andel räknas redan som del av 1: 40 % är 0,4. Ska 100 vara 100 %?", ["(100 % − A) × B"]),
    ("A + 40 %", ("kr",), "40 % av vad? En andel ska multipliceras med det som den är en del av.", ["A × (1 + 40 %)"]),
    ("A − B", ("kr", "%"), "B av vad? En andel ska multipliceras med det som den är en del av.", ["A × (1 − B)"]),
    ("(A + B) × C", ("h", "min", "kr/h"),
     "A blir timmar och B blir minuter. Ska de räknas om till samma enhet innan de läggs ihop eller dras ifrån?",
     ["(A + B ÷ 60) × C", "(A × 60 + B) × C"]),
    ("A + B", ("kr", "tkr"), "A blir kronor och B blir tkr. Ska de räknas om till samma enhet innan de läggs ihop eller dras ifrån?",
     ["A + B × 1000"]),
    ("A + B", ("kr", "h"), "A blir kronor och B blir timmar. Ska de räknas om till samma enhet innan de läggs ihop eller dras ifrån?",
     ["A + B × Timkostnad"]),
    ("(A − 5) × B", ("h", "kr/h"), "Vilken enhet har 5? Lägg det som en egen faktor med samma enhet som det läggs ihop med.", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "units", "sentence", "mends"), ASKED, ids=[f"{a[0]}: {', '.join(a[1])}" for a in ASKED]
)
def test_what_is_not_kr_gets_a_question_and_a_mend(
    text: str, units: tuple[str, ...], sentence: str, mends: list[str]
) -> None:
    rows = [varde(name, 0.4, unit) for name, unit in zip("ABC", units, strict=False)]
    (question,) = asked(utrakning(text, rows, TIMKOSTNAD))
    assert question.text == sentence
    assert [mend.formel for mend in question.mends] == mends


KR = [
    ("A × B", ("kr/h", "h per person")),
    ("A × B", ("kr", "st")),
    ("A × B × C", ("kr/mån och licens", "mån", "licenser")),
    ("A + B", ("kr", "kr/år")),
    ("A × (1 − B)", ("kr", "%")),
    ("A × 40 %", ("kr",)),
    ("A × B", ("%", "kr/år")),
    ("A × B × C", ("%", "brev", "kr/brev")),
    ("A × (B + 5)", ("kr", "st")),
    ("A + 500", ("kr",)),
    ("12 × A", ("kr",)),
    ("60 × A", ("kr/brev",)),
    ("A × B ÷ 100", ("kWh", "öre/kWh")),
    ("A − A", ("kr",)),
    ("A × B × 2", ("kr/mån", "mån")),
]


@pytest.mark.parametrize(("text", "units"), KR, ids=[f"{text}: {', '.join(units)}" for text, units in KR])
def test_what_is_kr_is_left_in_peace(text: str, units: tuple[str, ...]) -> None:
    rows = [varde(name, 0.4, unit) for name, unit in zip("ABC", units, strict=False)]
    assert asked(utrakning(text, rows, TIMKOSTNAD)) == ()


def test_own_factors_are_proposed_before_shared_ones() -> None:
    rows = [varde("Tid", 2, "h"), varde("Egen timkostnad", 400, "kr/h")]
    (question,) = asked(utrakning("tid", rows, TIMKOSTNAD))
    assert [mend.formel for mend in question.mends] == ["Tid × Egen timkostnad", "Tid × Timkostnad"]


def test_a_reference_has_the_unit_of_the_shared_factor() -> None:
    rows = [varde("Tid", 2, "min"), Varde(ref="timkostnad")]
    (question,) = asked(utrakning("", rows, TIMKOSTNAD))
    assert [mend.formel for mend in question.mends] == ["Tid × Timkostnad ÷ 60"]


def test_the_unit_of_a_formula_can_be_told() -> None:
    units = {"A": read_unit("besök/år"), "B": read_unit("min"), "C": read_unit("")}
    trees = {
        text: parse(text, utrakning("", [varde(n, 1) for n in "ABC"], {}).named.names).tree
        for text in ("A × B", "A × C", "A + B", "40 %")
    }
    assert {text: tree and unit_of(tree, units) for text, tree in trees.items()} == {
        "A × B": "min/år",
        "A × C": None,
        "A + B": None,
        "40 %": "%",
    }


def test_money_is_no_kind_of_time() -> None:
    assert PENGAR not in TIMES
