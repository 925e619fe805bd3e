"""A formula of the sheet as a tree over cells: arithmetic, PRODUCT, SUM and IFERROR. It is translated, never run."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum

LONGEST, DEEPEST, WIDEST = 9000, 60, 200
TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)"
    r"|(?P<cell>(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^\W\d][\w.]*))!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})(?![\w(]))"
    r"|(?P<function>[A-Z][A-Z0-9.]*)\("
    r"|(?P<name>[^\W\d][\w.]*)"
    r"|(?P<text>\"(?:[^\"]|\"\")*\")"
    r"|(?P<sign><=|>=|<>|[-+*/%(),:;<>=&^]))"
)

# Our own: nothing while no factor is filled in, or one that has a name lacks its value, otherwise the product.
GUARDED = re.compile(
    r'IF\((?:OR\(COUNT\([^()]*\)=0,)?SUMPRODUCT\(\([^()]*<>""\)\*\([^()]*=""\)\)>0\)?,0,(?P<product>PRODUCT\([^()]*\))\)'
)


class Untranslatable(ValueError):
    """The formula uses more than a line of words can say."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the file."""

    tab: str
    column: int
    row: int

    @property
    def key(self) -> str:
        """As a name of a formula."""
        return f"{self.tab}!{self.column}!{self.row}"


@dataclass(frozen=True, slots=True)
class Reader:
    """How formulas of one tab are read: the names of the file, and which cells hold a number."""

    tab: str
    names: Mapping[str, str]
    filled: Callable[[Cell], bool]

    def tree(self, text: str) -> Formula:
        """The tree; every name in it is a cell's key. Raises Untranslatable."""
        if len(text) > LONGEST:
            raise Untranslatable(text[:40])
        ours = GUARDED.fullmatch(text.replace(" ", ""))
        return _Walk(self, _tokens(ours["product"] if ours else text)).everything()


def cell_of(key: str) -> Cell:
    """The place that a name of such a tree stands for."""
    tab, column, row = key.rsplit("!", 2)
    return Cell(tab, int(column), int(row))


def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found


def _tokens(text: str) -> list[re.Match[str]]:
    found, at = [], 0
    text = text.strip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise Untranslatable(text[at : at + 20])
        found.append(match)
        at = match.end()
    return found


class _Walk:
    def __init__(self, reader: Reader, tokens: list[re.Match[str]]) -> None:
        self.reader, self.tokens = reader, tokens
        self.n = self.depth = 0

    def sign(self, signs: str) -> str:
        token = self.tokens[self.n] if self.n < len(self.tokens) else None
        if token is None or not token["sign"] or token["sign"] not in signs:
            return ""
        self.n += 1
        return token["sign"]

    def need(self, sign: str) -> None:
        if not self.sign(sign):
            raise Untranslatable(sign)

    def everything(self) -> Formula:
        tree = self.sum()
        if self.n < len(self.tokens):
            raise Untranslatable(self.tokens[self.n][0])
        return tree

    def sum(self) -> Formula:
        return self._chain("+-", self.product, Sum)

    def product(self) -> Formula:
        return self._chain("*/", self.single, Product)

    def _chain(self, signs: str, part: Callable[[], Formula], kind: type[Sum] | type[Product]) -> Formula:
        parts = [(signs[0], part())]
        while sign := self.sign(signs):
            parts.append((sign, part()))
        return kind(tuple(parts)) if len(parts) > 1 else parts[0][1]

    def single(self) -> Formula:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Untranslatable("depth")
        if self.sign("-"):
            tree: Formula = Minus(self.single())
        elif self.sign("+"):
            tree = self.single()
        else:
            tree = self.atom()
            while self.sign("%"):
                tree = Number(tree.value, True) if isinstance(tree, Number) and not tree.percent else _hundredth(tree)
        self.depth -= 1
        return tree

    def atom(self) -> Formula:
        if self.sign("("):
            tree = self.sum()
            self.need(")")
            return tree
        token = self.tokens[self.n] if self.n < len(self.tokens) else None
        self.n += 1
        if token is None:
            raise Untranslatable("end")
        if token["number"]:
            return Number(float(token["number"]))
        if token["cell"]:
            return Name(self.cell(token).key)
        if token["name"]:
            return Name(self.named(token["name"]).key)
        if token["function"]:
            return self.function(token["function"])
        raise Untranslatable(token[0])

    def cell(self, token: re.Match[str]) -> Cell:
        tab = (token["quoted"] or token["sheet"] or self.reader.tab).replace("''", "'")
        return Cell(tab, column_number(token["column"]), int(token["row"]))

    def named(self, name: str) -> Cell:
        place = {k.lower(): v for k, v in self.reader.names.items()}.get(name.lower(), "")
        match = TOKEN.fullmatch(place.removeprefix("="))
        if not match or not match["cell"]:
            raise Untranslatable(name)
        return self.cell(match)

    def function(self, name: str) -> Formula:
        if name == "IFERROR":
            tree = self.sum()
            self.need(",;")
            self.sum()
            self.need(")")
            return tree
        if name not in ("PRODUCT", "SUM"):
            raise Untranslatable(name)
        parts = self.arguments()
        if not parts:
            return Number(0.0)
        if len(parts) == 1:
            return parts[0]
        return (
            Product(tuple(("*", part) for part in parts))
            if name == "PRODUCT"
            else Sum(tuple(("+", part) for part in parts))
        )

    def arguments(self) -> list[Formula]:
        """What PRODUCT and SUM take: cells, ranges of one tab, and other formulas. Empty cells are left out of ranges."""
        found: list[Formula] = []
        while True:
            found += self._range() or [self.sum()]
            if not self.sign(",;"):
                break
        self.need(")")
        return found

    def _range(self) -> list[Formula]:
        here = self.tokens[self.n : self.n + 3]
        if len(here) < 3 or not here[0]["cell"] or here[1]["sign"] != ":" or not here[2]["cell"]:
            return []
        first, last = self.cell(here[0]), self.cell(here[2])
        count = (last.row - first.row + 1) * (last.column - first.column + 1)
        if not 0 < count <= WIDEST:
            raise Untranslatable("range")
        self.n += 3
        cells = [
            Cell(first.tab, c, r) for r in range(first.row, last.row + 1) for c in range(first.column, last.column + 1)
        ]
        found: list[Formula] = [Name(cell.key) for cell in cells if self.reader.filled(cell)]
        return found or [Number(0.0)]


def _hundredth(tree: Formula) -> Formula:
    return Product((("*", tree), ("/", Number(100.0))))
