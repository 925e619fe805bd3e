"""From tokens to a tree. Numbers, names, unary minus, × and ÷ before + and −, brackets. Every text has an answer; nothing is raised."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from calculators.kalkyl.formel.flaw import Flaw, Mend, swapped
from calculators.kalkyl.formel.names import Names, composed
from calculators.kalkyl.formel.scan import Scan, Token
from calculators.kalkyl.formel.tokens import scan
from calculators.kalkyl.formel.tree import Formula, Minus, Product, Sum
from calculators.swedish import amount

LONGEST = 4000  # characters of a formula
DEEPEST = 40  # brackets and minuses inside each other


@dataclass(frozen=True, slots=True)
class Parsed:
    """A formula that was read: a tree, or flaws. Neither for an empty text, which means the product of all factors."""

    tree: Formula | None = None
    flaws: tuple[Flaw, ...] = ()


class _Stop(Exception):
    """The text goes no further; never leaves this module."""

    def __init__(self, flaw: Flaw) -> None:
        self.flaw = flaw


@functools.lru_cache(1024)
def parse(text: str, names: Names) -> Parsed:
    """Read a formula that may use these names."""
    text = composed(text)
    if len(text) > LONGEST:
        words = f"Uträkningen är för lång. Korta den till högst {amount(LONGEST, 'tecken')}."
        return Parsed(flaws=(Flaw("lang", LONGEST, len(text), words),))
    if not text.strip():
        return Parsed()
    found = scan(text, names)
    if found.flaws:
        return Parsed(flaws=tuple(found.flaws))
    reader = _Reader(found)
    try:
        return Parsed(reader.everything())
    except _Stop as stop:
        return Parsed(flaws=(stop.flaw,))


class _Reader:
    """Walks through the tokens once; `n` is the next one, `depth` how far inside brackets it is."""

    def __init__(self, found: Scan) -> None:
        self.text, self.tokens = found.text, found.tokens
        self.n = self.depth = 0

    @property
    def next(self) -> Token | None:
        return self.tokens[self.n] if self.n < len(self.tokens) else None

    @property
    def last(self) -> Token:
        return self.tokens[self.n - 1]

    def sign(self, signs: str) -> str:
        """The sign that stands next, taken, if it is one of these."""
        token = self.next
        if token is None or token.kind != "sign" or token.sign not in signs:
            return ""
        self.n += 1
        return token.sign

    def everything(self) -> Formula:
        tree = self.sum()
        if self.next is None:
            return tree
        if self.next.kind == ")":
            raise self.stop("parentes", self.next, "Det finns ingen ( till den här parentesen.", ("Ta bort )", ""))
        raise self.no_sign()

    def sum(self) -> Formula:
        return self.chain("+-", self.product, Sum)

    def product(self) -> Formula:
        return self.chain("*/", self.single, Product)

    def chain(self, signs: str, part: Callable[[], Formula], kind: type[Sum] | type[Product]) -> Formula:
        start = self.n
        parts: list[tuple[str, Formula]] = [(signs[0], part())]
        while sign := self.sign(signs):
            parts.append((sign, part()))
        at = (self.tokens[start].at[0], self.last.at[1])
        return kind(tuple(parts), at) if len(parts) > 1 else parts[0][1]

    def single(self) -> Formula:
        start = self.n
        self.depth += 1
        if self.depth > DEEPEST:
            words = "Det är för många parenteser inuti varandra. Dela upp uträkningen på fler rader."
            raise self.stop("djup", self.tokens[min(start, len(self.tokens) - 1)], words)
        sign = self.sign("+-")
        if sign:
            tree = self.single()
            tree = Minus(tree, (self.tokens[start].at[0], self.last.at[1])) if sign == "-" else tree
        else:
            tree = self.atom()
        self.depth -= 1
        return tree

    def atom(self) -> Formula:
        token = self.next
        if token is not None and token.leaf is not None:
            self.n += 1
            return token.leaf
        if token is None or token.kind != "(":
            raise self.no_operand(token)
        self.n += 1
        tree = self.sum()
        if self.next is None:
            closed = Mend("Sätt ) sist", f"{self.text.rstrip()})")
            raise _Stop(Flaw("parentes", *token.at, "Parentesen stängs aldrig. Skriv ) där den ska sluta.", (closed,)))
        if self.next.kind != ")":
            raise self.no_sign()
        self.n += 1
        return tree

    def words(self, token: Token) -> str:
        """A token as she wrote it."""
        return self.text[token.at[0] : token.at[1]]

    def stop(self, kind: str, token: Token, text: str, *swaps: tuple[str, str]) -> _Stop:
        return _Stop(Flaw(kind, *token.at, text, swapped(self.text, *token.at, swaps)))

    def no_sign(self) -> _Stop:
        """Two operands beside each other."""
        before, after = self.last, self.tokens[self.n]
        text = f"Det saknas ett tecken mellan {self.words(before)} och {self.words(after)}. Skriv till exempel ×."
        mended = f"{self.text[: before.at[1]]} × {self.text[after.at[0] :]}"
        return _Stop(Flaw("tecken_saknas", before.at[0], after.at[1], text, (Mend("Sätt × emellan", mended),)))

    def no_operand(self, token: Token | None) -> _Stop:
        """A sign, a bracket or the end, where a number or a factor should be."""
        before = self.tokens[self.n - 1] if self.n else None
        if token is not None and token.kind == "sign" and before is not None and before.kind == "sign":
            text = f"Det står två tecken i rad: {self.words(before)} och {self.words(token)}. Ta bort det ena."
            return self.stop("tva_tecken", token, text, (f"Ta bort {self.words(token)}", ""))
        if before is not None and before.kind == "sign":
            text = f"Det saknas något efter {self.words(before)}. Skriv ett tal eller en faktor."
            return self.stop("tal_saknas", before, text, (f"Ta bort {self.words(before)}", ""))
        if token is not None and token.kind == ")" and before is not None:
            return self.stop("tal_saknas", token, "Det står inget i parentesen. Skriv ett tal eller en faktor.")
        if token is not None and token.kind == ")":
            return self.stop("parentes", token, "Det finns ingen ( till den här parentesen.", ("Ta bort )", ""))
        if token is not None:
            text = f"Det saknas något före {self.words(token)}. Skriv ett tal eller en faktor."
            return self.stop("tal_saknas", token, text, (f"Ta bort {self.words(token)}", ""))
        closed = self.tokens[-1]
        return self.stop("parentes", closed, "Parentesen stängs aldrig. Skriv det som ska stå i den, och sedan ).")
