"""What may come next in a formula that is being written: names that fit what stands before the caret, or signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kalkyl.formel.names import QUOTES, Names, composed, folded, known, nearest, spelled
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
    start, fitting = _names_at(before, names)
    if start is not None:
        return tuple(_placed("faktor", name, before[:start], spelled(name), after) for name in fitting[:MOST])
    found = scan(before, names)
    if found.after_operand and not found.flaws:
        return tuple(_placed("tecken", words, f"{before.rstrip()} ", sign, after) for sign, words in SIGNS)
    if any(True for _ in _starts(before)):
        return ()
    return tuple(_placed("faktor", name, before, spelled(name), after) for name in names.all[:MOST])


def _names_at(before: str, names: Names) -> tuple[int | None, list[str]]:
    """Where the name at the caret begins and which names it may become; nowhere when it is a whole name or like none."""
    starts = {start: folded(before[start:].lstrip(QUOTES)) for start in _starts(before)}
    for start, fragment in starts.items():
        longer = [name for name in _fitting(names, fragment, 0) if folded(name) != fragment] if fragment else []
        if longer or known(names, fragment):
            return (start, longer) if longer else (None, [])
    for n, (start, fragment) in enumerate(starts.items()):
        fitting = _fitting(names, fragment, 2) or (list(nearest(names, fragment, MOST)) if not n else [])
        if fragment and fitting:
            return start, fitting
    return None, []


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


def _fitting(names: Names, fragment: str, most: int) -> list[str]:
    """Names that begin with the fragment (rank 0), then those with a word that does (1), then those that hold it (2)."""
    ranked: dict[str, int] = {}
    for spelling, name in names.spellings:
        if fragment in spelling:
            rank = 0 if spelling.startswith(fragment) else 1 if f" {fragment}" in spelling else 2
            ranked[name] = min(rank, ranked.get(name, rank))
    return sorted((name for name, rank in ranked.items() if rank <= most), key=lambda name: ranked[name])


def _placed(kind: str, label: str, before: str, new: str, after: str) -> Candidate:
    start = before if not before or before[-1].isspace() or before[-1] == "(" else f"{before} "
    whole = f"{start}{new}"
    caret = len(whole)
    if kind == "tecken" and not after.startswith(" "):
        whole, caret = f"{whole} ", caret + 1
    return Candidate(kind, label, f"{whole}{after}", caret)
