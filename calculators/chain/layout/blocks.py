"""Points that must stand level, bound together into blocks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from calculators.chain.layout.fences import Fences


class Blocks:
    """Points bound together. `root[v]` names v's block, `shift[v]` is how far below the block's zero its middle is."""

    def __init__(self, layers: Sequence[Sequence[int]], apart: Sequence[Sequence[int]], half: Sequence[int], room: int):
        n = len(half)
        self.layers, self.apart, self.half, self.room = layers, apart, half, room
        self.root = list(range(n))
        self.shift = [0] * n
        self.members: dict[int, list[int]] = {v: [v] for v in range(n)}
        self.y = [0] * n  # of each root
        for layer, gaps in zip(layers, apart, strict=True):
            at = 0
            for v, gap in zip(layer, [0, *gaps], strict=False):
                at += gap
                self.y[v] = at
            for v in layer:
                self.y[v] += (room - at) // 2

    def at(self, v: int) -> int:
        return self.y[self.root[v]] + self.shift[v]

    def bind(self, a: int, b: int, down: int) -> None:
        """From now on b stands `down` below a. The block settles between where its two parts were."""
        one, other = self.root[a], self.root[b]
        if len(self.members[one]) < len(self.members[other]):
            one, other, a, b, down = other, one, b, a, -down
        move = self.shift[a] + down - self.shift[b]
        moved = self.members.pop(other)
        weight, more = len(self.members[one]), len(moved)
        self.y[one] = (self.y[one] * weight + (self.y[other] - move) * more) // (weight + more)
        for v in moved:
            self.root[v] = one
            self.shift[v] += move
        self.members[one] = self.members[one] + moved

    def kept(self) -> tuple[list[int], list[int], dict[int, list[int]], list[int]]:
        """The blocks as they are now, to go back to."""
        return self.root[:], self.shift[:], dict(self.members), self.y[:]

    def restore(self, kept: tuple[list[int], list[int], dict[int, list[int]], list[int]]) -> None:
        self.root, self.shift, self.members, self.y = kept

    def fences(self) -> Fences:
        """How the blocks must stay apart as they now are."""
        least: dict[tuple[int, int], int] = {}
        for layer, gaps in zip(self.layers, self.apart, strict=True):
            for (a, b), gap in zip(pairwise(layer), gaps, strict=True):
                key = (self.root[a], self.root[b])
                far = gap + self.shift[a] - self.shift[b]
                if far > least.get(key, far - 1):
                    least[key] = far
        found = Fences(list(self.members), least)
        if self.room:
            half, shift = self.half, self.shift
            found.limit(
                {v: max(half[m] - shift[m] for m in members) for v, members in self.members.items()},
                {v: self.room - max(half[m] + shift[m] for m in members) for v, members in self.members.items()},
            )
        return found
