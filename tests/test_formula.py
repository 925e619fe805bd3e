"""Formulas of the declarations mean what they mean in Python, and what is printed means what is computed."""

import re
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.formula import BadFormula, Call, Formula, Name, Number, evaluate, names, parse, written

VALUES = {"a": 3.0, "b_2": 7.0, "c": 0.5, "noll": 0.0, "d": -4.0}
leaves = st.sampled_from([*VALUES, "0", "1", "2.5", "10"])


def joined(inner: st.SearchStrategy[str], signs: str) -> st.SearchStrategy[str]:
    parts = st.tuples(inner, st.sampled_from(signs.split()), inner)
    return parts.map(" ".join) | parts.map(lambda p: f"({' '.join(p)})")


def calls(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(lambda p: f"{p[0]}({p[1]}, {p[2]})")


sums = st.recursive(leaves, lambda inner: joined(inner, "+ - * /") | inner.map(lambda t: f"-({t})"), max_leaves=12)
arithmetic = st.recursive(leaves, lambda inner: joined(inner, "+ - * /") | calls(inner), max_leaves=12)
comparisons = st.tuples(arithmetic, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), arithmetic).map(" ".join)
chains = st.tuples(leaves, st.sampled_from(["<", "<="]), arithmetic, st.sampled_from(["<", "<="]), leaves).map(" ".join)
truths = st.recursive(comparisons | chains, lambda inner: joined(inner, "and or"), max_leaves=6)


@given(arithmetic)
def test_a_formula_computes_what_python_computes(text: str) -> None:
    try:
        expected = eval(text, {}, VALUES)
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            evaluate(parse(text), VALUES)
    else:
        assert evaluate(parse(text), VALUES) == expected


@given(truths)
def test_a_condition_holds_when_python_says_so(text: str) -> None:
    try:
        expected = bool(eval(text.replace("/", "*"), {}, VALUES))
    except ZeroDivisionError:  # pragma: no cover
        assume(False)
    assert bool(evaluate(parse(text.replace("/", "*")), VALUES)) is expected


def exactly(text: str) -> Fraction:
    """The exact value, by Python."""
    exact = re.sub(r"(?<![a-z_])\b[0-9]+(\.[0-9]+)?", lambda m: f"F('{m[0]}')", text)
    found = eval(exact, {"F": Fraction}, {name: Fraction(x) for name, x in VALUES.items()})
    return Fraction(found)


@given(sums)
def test_a_printed_formula_means_the_same(text: str) -> None:
    try:
        expected = exactly(text)
    except ZeroDivisionError:
        assume(False)

    def spell(leaf: Formula) -> str:
        return leaf.name if isinstance(leaf, Name) else str(leaf.value) if isinstance(leaf, Number) else ""

    printed = written(parse(text), spell)
    assert exactly(printed.replace("×", "*").replace("÷", "/").replace("−", "-")) == expected


@given(arithmetic)
def test_the_names_of_a_formula_are_those_that_stand_in_it(text: str) -> None:
    assert names(parse(text)) == set(re.findall(r"[a-z_]\w*", text)) - {"min", "max"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("delat(3, 2)", 1.5), ("delat(3, 0)", 0.0), ("avrunda(2.5)", 3.0), ("avrunda(-2.5)", -2.0), ("avrunda(453.31)", 453.0),
     ("uppat(2.1)", 3.0), ("uppat(2)", 2.0), ("belopp(-7)", 7.0), ("2 - 3 - 4", -5.0), ("12 / 3 / 2", 2.0), ("-2 * 3", -6.0)],
)  # fmt: skip
def test_the_functions_and_the_order_of_work_are_those_of_the_method(text: str, expected: float) -> None:
    assert evaluate(parse(text), {}) == expected


@pytest.mark.parametrize(
    "text", ["", "1 +", "(1", "1)", "min(1", "okand(1)", "1 2", "a $ b", "a ** b", "[1]", "a.b", "'x'"]
)
def test_a_formula_that_cant_be_read_says_so_to_the_developer(text: str) -> None:
    with pytest.raises(BadFormula):
        parse(text)


def test_an_unknown_name_is_the_developers_fault() -> None:
    with pytest.raises(KeyError):
        evaluate(parse("finns_inte + 1"), VALUES)
    assert isinstance(parse("min(1, 2)"), Call)
