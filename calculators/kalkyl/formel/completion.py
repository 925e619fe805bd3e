"""What may come next in a formula that is being written: names that fit what stands before the caret, or signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kalkyl.formel.names import Names, composed, folded, nearest, spelled
from calculators.kalkyl.formel.tokens import scan

MOST = 8
SIGNS = (("×", "Multiplicera"), ("÷", "Dela"), ("+", "Lägg till"), ("−", "Dra ifrån"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """`kind` is "faktor" or "tecken"; `text` is the whole formula with it in place, and `caret` where she writes on."""

    kind: str
    label: str
    text: str
    caret: int


def completions(text: str, caret: int, names: Names) -> tuple[Candidate, ...]:
    """The candidates at a place of the text, best first."""
    text = composed(text)
    caret = max(0, min(caret, len(text)))
    before, after = text[:caret], text[_word_end(text, caret) :]
    for start in _starts(before):
        fragment = folded(before[start:].lstrip('"”“„»«'))
        fitting = [name for name in _fitting(names, fragment) if folded(name) != fragment]
        if fragment and fitting:
            return tuple(_placed("faktor", name, before[:start], spelled(name), after) for name in fitting[:MOST])
    if before.strip() and scan(before, names).after_operand and not scan(before, names).flaws:
        return tuple(_placed("tecken", words, before.rstrip() + " ", sign, after) for sign, words in SIGNS)
    start = min(_starts(before), default=caret)
    fragment = before[start:].strip()
    fitting = list(nearest(names, fragment, MOST)) if fragment else list(names.all)
    kept = before if not fragment else before[:start]
    return tuple(_placed("faktor", name, kept, spelled(name), after) for name in fitting[:MOST])


def _starts(before: str) -> Iterator[int]:
    """Where the name at the caret may begin: each word since the last sign, the longest first."""
    edge = max((before.rfind(sign) for sign in "+−–×*÷/()%·:"), default=-1) + 1
    for n in range(edge, len(before)):
        if not before[n].isspace() and (n == edge or before[n - 1].isspace()):
            yield n


def _word_end(text: str, caret: int) -> int:
    """The end of the word that the caret stands in."""
    if caret == 0 or not text[caret - 1].isalnum():
        return caret
    end = caret
    while end < len(text) and text[end].isalnum():
        end += 1
    return end


def _fitting(names: Names, fragment: str) -> list[str]:
    """Names that begin with the fragment, then those with a word that does, then those that hold it."""
    ranked: dict[str, int] = {}
    for spelling, name in names.spellings:
        if fragment in spelling:
            rank = 0 if spelling.startswith(fragment) else 1 if f" {fragment}" in spelling else 2
            ranked[name] = min(rank, ranked.get(name, rank))
    return sorted(ranked, key=lambda name: ranked[name])


def _placed(kind: str, label: str, before: str, new: str, after: str) -> Candidate:
    start = before if not before or before[-1].isspace() or before[-1] == "(" else f"{before} "
    whole = f"{start}{new}"
    caret = len(whole)
    if kind == "tecken" and not after.startswith(" "):
        whole, caret = f"{whole} ", caret + 1
    return Candidate(kind, label, f"{whole}{after}", caret)
