"""What has just been worked out of a document is not worked out again for each part of the page that asks."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

D = TypeVar("D")
A = TypeVar("A")
KEPT = 4  # documents: the open one, the one it is compared with, and those that they were a moment ago


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
