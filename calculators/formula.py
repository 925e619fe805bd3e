"""Formulas of the declarations: read once, then computed, put into words, or shown with their numbers.

Grammar: numbers (decimal point), names, + - * /, ( ), comparisons, and/or, and the functions below.
`delat(a, b)` is a / b, but 0 when b is 0. A plain / by 0 raises ZeroDivisionError. `om(x, a, b)` is a where x holds, else b.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

TOKEN = re.compile(r"\s*(?:([0-9]+(?:\.[0-9]+)?)|([a-z_][a-z0-9_]*)|(<=|>=|==|!=|[-+*/(),<>]))", re.I)
LEVELS: tuple[tuple[str, ...], ...] = (("or",), ("and",), ("<=", ">=", "==", "!=", "<", ">"), ("+", "-"), ("*", "/"))
SIGNS = {"*": "×", "/": "÷", "-": "−", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠", "and": "och", "or": "eller"}

COMPUTE: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
    "and": lambda a, b: bool(a) and bool(b), "or": lambda a, b: bool(a) or bool(b),
}  # fmt: skip
FUNCTIONS: dict[str, tuple[str, Callable[..., float]]] = {
    "min": ("det minsta av", min),
    "max": ("det största av", max),
    "delat": ("", lambda a, b: a / b if b else 0.0),
    "avrunda": ("avrundat", lambda x: float(math.floor(x + 0.5))),
    "uppat": ("avrundat uppåt", lambda x: float(math.ceil(x * (1 - 1e-12)))),  # 11.000000000000002 is 11
    "belopp": ("beloppet utan tecken av", abs),
    "om": ("", lambda villkor, da, annars: da if villkor else annars),
}
ROUNDING = frozenset({"avrunda", "uppat"})


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    sign: str
    left: Formula
    right: Formula


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    arguments: tuple[Formula, ...]


Formula = Number | Name | Operation | Call


class BadFormula(ValueError):
    """A declaration holds a formula that can't be read: a fault of the developer, never of the reader."""


@functools.cache
def parse(text: str) -> Formula:
    """Read a formula. Raises BadFormula with the text and the place."""
    tokens, at = [], 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if not match:
            raise BadFormula(f"{text!r}: can't read {text[at:]!r}")
        tokens.append(match[0].strip())
        at = match.end()
    tree, rest = _level(tokens, 0)
    if rest:
        raise BadFormula(f"{text!r}: {' '.join(rest)!r} is left over")
    return tree


def _level(tokens: list[str], level: int) -> tuple[Formula, list[str]]:
    if level == len(LEVELS):
        return _single(tokens)
    left, tokens = _level(tokens, level + 1)
    chain: Formula | None = None
    while tokens and tokens[0] in LEVELS[level]:
        right, rest = _level(tokens[1:], level + 1)
        step = Operation(tokens[0], left, right)
        if level == 2:  # 0 < x < 15 means 0 < x and x < 15
            chain = step if chain is None else Operation("and", chain, step)
            left = right
        else:
            left = step
        tokens = rest
    return (chain or left), tokens


def _single(tokens: list[str]) -> tuple[Formula, list[str]]:
    if not tokens:
        raise BadFormula("the formula ends too early")
    head, rest = tokens[0], tokens[1:]
    if head == "-":
        inner, rest = _single(rest)
        return Operation("-", Number(0.0), inner), rest
    if head == "(":
        inner, rest = _level(rest, 0)
        return inner, _expect(")", rest)
    if head[0].isdigit():
        return Number(float(head)), rest
    if rest[:1] == ["("]:
        return _call(head, rest[1:])
    return Name(head), rest


def _call(function: str, tokens: list[str]) -> tuple[Formula, list[str]]:
    if function not in FUNCTIONS:
        raise BadFormula(f"no function {function!r}; there are: {', '.join(FUNCTIONS)}")
    arguments, rest = [], tokens
    while True:
        argument, rest = _level(rest, 0)
        arguments.append(argument)
        if rest[:1] != [","]:
            return Call(function, tuple(arguments)), _expect(")", rest)
        rest = rest[1:]


def _expect(sign: str, tokens: list[str]) -> list[str]:
    if tokens[:1] != [sign]:
        raise BadFormula(f"expected {sign!r} before {' '.join(tokens)!r}")
    return tokens[1:]


def evaluate(tree: Formula, values: Mapping[str, float]) -> float:
    """The value of the formula. KeyError for an unknown name, ZeroDivisionError for a plain / by 0."""
    match tree:
        case Number(value):
            return value
        case Name(name):
            return values[name]
        case Operation(sign, left, right):
            return COMPUTE[sign](evaluate(left, values), evaluate(right, values))
        case Call(function, arguments):
            return FUNCTIONS[function][1](*(evaluate(a, values) for a in arguments))


def chosen(tree: Formula, values: Mapping[str, float]) -> Formula:
    """The same formula with only the branch of each `om` that these values take."""
    match tree:
        case Call("om", (test, then, otherwise)):
            return chosen(then if evaluate(test, values) else otherwise, values)
        case Call(function, arguments):
            return Call(function, tuple(chosen(a, values) for a in arguments))
        case Operation(sign, left, right):
            return Operation(sign, chosen(left, values), chosen(right, values))
        case _:
            return tree


def names(tree: Formula) -> frozenset[str]:
    """Every name that the formula uses."""
    match tree:
        case Name(name):
            return frozenset({name})
        case Operation(_, left, right):
            return names(left) | names(right)
        case Call(_, arguments):
            return frozenset().union(*map(names, arguments))
    return frozenset()


def written(tree: Formula, spell: Callable[[Formula], str], loosest: int = 0) -> str:
    """The formula as a person writes it. `spell` gives the text of each Number and Name."""
    match tree:
        case Operation(sign, Number(0.0), right) if sign == "-":
            return f"−{written(right, spell, len(LEVELS))}"
        case Operation(sign, left, right):
            level = next(n for n, signs in enumerate(LEVELS) if sign in signs)
            strict = level + (sign in "-/")
            text = f"{written(left, spell, level)} {SIGNS.get(sign, sign)} {written(right, spell, strict)}"
            return f"({text})" if level < loosest else text
        case Call("delat", (left, right)):
            return written(Operation("/", left, right), spell, loosest)
        case Call("om", (test, then, otherwise)):
            parts = (written(part, spell, len(LEVELS)) for part in (then, test, otherwise))
            return "({} om {}, annars {})".format(*parts)
        case Call(function, arguments):
            return f"{FUNCTIONS[function][0]} ({'; '.join(written(a, spell) for a in arguments)})"
        case _:
            return spell(tree)
