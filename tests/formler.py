"""Formulas for hypothesis: trees of every shape, texts that both we and Python can work out, and texts meant to break."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from calculators.kalkyl.formel.names import Names, folded
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum
from calculators.schema import Varde

ORDINARY = ["Antal besök", "antal", "Minuter per besök", "Timkostnad i kundtjänst", "Andel", "x", "Ärenden"]
HOSTILE = [
    "SFI 2",
    "CO2-utsläpp",
    "a”b",
    '"',
    "60",
    "Kostnad (ny)",
    "kr/h",
    "plus",
    "av",
    "1 200",
    "++",
    "ÅÄÖ",
    "Σίσυφος",
    "naïve × 2",
    "40 %",
]
NAMED = [*ORDINARY, *HOSTILE]
NAMES = Names(tuple((folded(name), name) for name in NAMED))

numbers = st.builds(
    Number,
    st.integers(0, 10**7).map(float)
    | st.floats(0, 1e12).map(lambda x: round(x, 6))
    | st.sampled_from([0.5, 1e-9, 1e40]),
    st.booleans(),
)
leaves: st.SearchStrategy[Formula] = numbers | st.sampled_from(NAMED).map(Name)


def _chain(kind: type[Any], signs: str, inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    more = st.lists(st.tuples(st.sampled_from(signs), inner), min_size=1, max_size=4)
    return st.tuples(inner, more).map(lambda parts: kind(((signs[0], parts[0]), *parts[1])))


trees: st.SearchStrategy[Formula] = st.recursive(
    leaves,
    lambda inner: st.builds(Minus, inner) | _chain(Sum, "+-", inner) | _chain(Product, "*/", inner),
    max_leaves=14,
)


@st.composite
def both_ways(draw: st.DrawFn, depth: int = 4) -> tuple[str, str]:
    """The same sum as our text and as Python's, with brackets that may be needed or not."""
    if depth == 0 or draw(st.integers(0, 4)) == 0:
        n = draw(st.integers(0, 40))
        halves = draw(st.integers(0, 1))
        return f"{n},5" if halves else str(n), f"F({2 * n + halves}, 2)"
    ours, python = draw(both_ways(depth - 1))
    other, others = draw(both_ways(depth - 1))
    sign, theirs = draw(
        st.sampled_from(
            [("+", "+"), ("−", "-"), ("×", "*"), (" x ", "*"), ("-", "-"), ("*", "*"), ("÷", "/"), ("/", "/")]
        )
    )
    return _joined(draw, ours, python, sign, theirs, other, others)


def _joined(draw: st.DrawFn, a: str, a_python: str, sign: str, theirs: str, b: str, b_python: str) -> tuple[str, str]:
    gap = draw(st.sampled_from(["", " ", "  "]))
    text, python = f"{a}{gap}{sign}{gap}{b}", f"{a_python} {theirs} {b_python}"
    shape = draw(st.sampled_from(["", "()", "-()"]))
    if shape:
        text, python = f"{shape[:-2]}({text})", f"{shape[:-2]}({python})"
    return text, python


PIECES = [
    "antal besök", "minuter per besök", "timkostnad", "timkostnad natt", "andel", "sfi 2", "co2-utsläpp", "x", " x ", "60", "12", "0,5",
    "1 200", "40 %", "1.234", "+", "-", "−", "×", "*", "÷", "/", "(", ")", "(", "((", "%", '"', "”", "a”b", " ", "  ", "å", "antl besok",
    "__import__('os').system('true')", "eval", "{0}", "%s", "\n", "\t", "\u200b", "\ufb01", "İ", "ß", "٣", "²", "=", ".", ",",
    "9" * 70, "kr/h", "min", "av", "gånger", "delat med", "\ud800", "😀", "0", "per", "h", "1e400", "nan", "inf", "a\u030a", "\x00", "Σ",
]  # fmt: skip


def random_texts(count: int, seed: int = 1) -> Iterator[str]:
    """Strings of pieces that mean something, of any characters, and now and then a very long one."""
    r = random.Random(seed)
    for n in range(count):
        length = r.choice((1, 2, 3, 4, 6, 8, 12)) if n % 500 else 900
        if n % 3:
            yield "".join(r.choice(PIECES) + r.choice(("", " ")) for _ in range(length))
        else:
            yield "".join(
                chr(r.choice((r.randrange(32, 127), r.randrange(0x3000), r.randrange(0x11000)))) for _ in range(length)
            )


def varde(namn: str, troligt: float, enhet: str = "", **about: Any) -> Varde:
    """A factor with one value."""
    return Varde(**({"troligt": troligt, "lagst": troligt, "hogst": troligt, "namn": namn, "enhet": enhet} | about))
