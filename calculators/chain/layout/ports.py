"""Where on its boxes each arrow leaves and arrives: in the order of what it leads to, so that arrows at a box don't cross."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.chain.layout.lanes import Layers

Link = tuple[int, int, int, int]  # left point, right point, and where on each the arrow is, from its middle


def ports(given: Layers, across: Sequence[int], step: int, inset: int) -> list[tuple[int, int]]:
    """For each arrow, from left to right, how far from the middle of its boxes it leaves and arrives."""
    place = given.places()
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(given.boxes)]
    entering: list[list[tuple[int, int]]] = [[] for _ in range(given.boxes)]
    for n, path in enumerate(given.paths):
        leaving[path[0]].append((place[path[1]], n))
        entering[path[-1]].append((place[path[-2]], n))
    found = [[0, 0] for _ in given.paths]
    for side, boxes in enumerate((leaving, entering)):
        for v, arrows in enumerate(boxes):
            space = min(step, (across[v] - inset) // max(1, len(arrows)))
            for n, (_, arrow) in enumerate(sorted(arrows)):
                found[arrow][side] = (2 * n - len(arrows) + 1) * space // 2
    return [(a, b) for a, b in found]


def links(given: Layers, at: Sequence[tuple[int, int]]) -> list[Link]:
    """Every stretch of every arrow between two columns."""
    found: list[Link] = []
    for path, (out, into) in zip(given.paths, at, strict=True):
        last = len(path) - 2
        for n in range(last + 1):
            found.append((path[n], path[n + 1], out if n == 0 else 0, into if n == last else 0))
    return found
