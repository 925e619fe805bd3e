"""What has just been worked out is not worked out again: of a document for each part of the page, of a row while others change."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

D = TypeVar("D")
A = TypeVar("A")
K = TypeVar("K")
P = TypeVarTuple("P")
KEPT = 4  # documents: the open one, the one it is compared with, and those that they were a moment ago
MOST_ROWS = 5_000  # answers about rows
_remembers_rows = False


class Answers(dict[K, A]):
    """What is remembered of rows: all of it is forgotten at once when there is more than a page can have."""

    def __setitem__(self, key: K, answer: A) -> None:
        if len(self) >= MOST_ROWS:
            self.clear()
        super().__setitem__(key, answer)


class _Itself:
    """A document told apart by being that very object: documents never change, and are slow to compare."""

    __slots__ = ("document",)

    def __init__(self, document: object) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.document is other.document


def latest(work: Callable[[D], A]) -> Callable[[D], A]:
    """Remember the answers for the last few documents. Only for work whose answer nobody changes."""

    @functools.lru_cache(KEPT)
    def known(itself: _Itself) -> A:
        return work(itself.document)  # type: ignore[arg-type]

    @functools.wraps(work)
    def answer(document: D) -> A:
        return known(_Itself(document))

    return answer


def remember_rows() -> None:
    """From now on: a page is open, where the same rows are asked about after each keystroke. Elsewhere it would only cost."""
    global _remembers_rows
    _remembers_rows = True


def each(work: Callable[[*P], A]) -> Callable[[*P], A]:
    """Remember the answers about rows: the very same row, and the very same things beside it, give the very same answer.

    A keystroke changes one row of many, and the others are the objects that they were (`wire.kept`).
    """
    known: Answers[tuple[int, ...], tuple[Any, A]] = Answers()  # the parts are kept with the answer, so that no id is given anew

    @functools.wraps(work)
    def answer(*parts: *P) -> A:
        if not _remembers_rows:
            return work(*parts)
        key = tuple(map(id, parts))
        found = known.get(key)
        if found is None:
            found = known[key] = (parts, work(*parts))
        return found[1]

    return answer
