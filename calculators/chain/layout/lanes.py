"""Boxes and arrows as layers: an arrow that passes a column gets a lane there, so that it never meets a box."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Ends = tuple[int, int]


class Layers:
    """Points 0 … boxes-1 are boxes, the others lanes. `paths[n]` is arrow n's way, always from left to right."""

    def __init__(self, boxes: int, rank: Sequence[int], ends: Sequence[Ends], layers: int):
        self.boxes = boxes
        self.layers: list[list[int]] = [[] for _ in range(layers)]
        self.rank = list(rank)
        self.paths: list[list[int]] = []
        for v in range(boxes):
            self.layers[rank[v]].append(v)
        for a, b in ends:
            a, b = (a, b) if rank[a] < rank[b] else (b, a)
            path = [a]
            for column in range(rank[a] + 1, rank[b]):
                path.append(len(self.rank))
                self.layers[column].append(len(self.rank))
                self.rank.append(column)
            self.paths.append([*path, b])
        self.left: list[list[int]] = [[] for _ in self.rank]
        self.right: list[list[int]] = [[] for _ in self.rank]
        for path in self.paths:
            for a, b in pairwise(path):
                self.right[a].append(b)
                self.left[b].append(a)

    def places(self) -> list[int]:
        """The place of each point in its layer."""
        found = [0] * len(self.rank)
        for layer in self.layers:
            for n, v in enumerate(layer):
                found[v] = n
        return found
