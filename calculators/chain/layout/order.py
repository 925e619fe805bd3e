"""The order in each column, with few crossings: sweeps to the middle of the neighbours, then swaps of two that stand together.

Several beginnings are tried, and the best is kept. Only whole numbers and the given order decide, so the answer is one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from calculators.chain.layout.lanes import Layers

SCALE = 5040  # divided exactly by 1–10 neighbours
WORK = 12_000  # points looked at in the sweeps of one beginning; large chains get fewer sweeps
SMALL, LARGE = 150, 2_000  # points: below the first every beginning is tried, from the second on one
MOST, PATIENCE = 24, 4  # sweeps, and sweeps that find nothing better


def crossings(given: Layers) -> int:
    """How many pairs of arrows cross."""
    place, found = given.places(), 0
    for layer in given.layers[:-1]:
        seen = [-1]
        for v in layer:
            near = given.right[v]
            aims = [place[near[0]]] if len(near) == 1 else sorted([place[w] for w in near])
            for aim in aims:  # from above, so that arrows of the same point are never counted
                if aim >= seen[-1]:
                    seen.append(aim)
                else:
                    at = bisect_right(seen, aim)
                    found += len(seen) - at
                    seen.insert(at, aim)
    return found


def untangle(given: Layers, keep: bool = False, known: bool = False) -> int:
    """Order every layer of `given` in place.

    `keep`: boxes stay in the order that they have, only lanes move. `known`: the order is nearly a good one already.
    """
    points = len(given.rank) + 1
    sweeps = max(4, min(MOST, WORK // points))
    best: tuple[int, list[list[int]]] | None = None
    for start in _beginnings(given, keep, known)[: 6 if points < SMALL else 4 if points < LARGE else 1]:
        given.layers = start
        found = _improved(given, sweeps, keep)
        if best is None or found[0] < best[0]:
            best = found
        if not best[0]:
            break
    assert best is not None
    given.layers = best[1]
    return best[0]


def _beginnings(given: Layers, keep: bool, known: bool) -> list[list[list[int]]]:
    listed = [list(layer) for layer in given.layers]
    if keep:
        return [listed]
    if known:
        return [listed, _walked(given, given.right)]
    turned = [[near[::-1] for near in side] for side in (given.right, given.left)]
    return [
        _walked(given, given.right), _walked(given, given.left, True), listed, [layer[::-1] for layer in listed],
        _walked(given, turned[0]), _walked(given, turned[1], True),
    ]  # fmt: skip


def _walked(given: Layers, along: Sequence[Sequence[int]], back: bool = False) -> list[list[int]]:
    """Layers in the order in which a walk along the arrows comes to each point: what belongs together stands together."""
    layers: list[list[int]] = [[] for _ in given.layers]
    seen = [False] * len(given.rank)
    for root in [v for layer in (given.layers[::-1] if back else given.layers) for v in layer]:
        waiting = [root]
        while waiting:
            v = waiting.pop()
            if not seen[v]:
                seen[v] = True
                layers[given.rank[v]].append(v)
                waiting += [w for w in reversed(along[v]) if not seen[w]]
    return layers


def _improved(given: Layers, sweeps: int, keep: bool) -> tuple[int, list[list[int]]]:
    place = given.places()
    best = (crossings(given), [list(layer) for layer in given.layers])
    idle = 0
    for n in range(sweeps):
        forth = n % 2 == 0
        columns = range(1, len(given.layers)) if forth else range(len(given.layers) - 2, -1, -1)
        for column in columns:
            _sort(given, place, column, given.left if forth else given.right, keep, n >= sweeps // 2)
        _swap(given, place, keep)
        now = crossings(given)
        if now < best[0]:
            best, idle = (now, [list(layer) for layer in given.layers]), 0
        else:
            idle += 1
        if not now or idle > PATIENCE:
            break
    return best


def _sort(given: Layers, place: list[int], column: int, along: Sequence[Sequence[int]], keep: bool, late: bool) -> None:
    """Each point to the mean of its neighbours' places; those without neighbours keep theirs."""
    layer = given.layers[column]
    keys: dict[int, int] = {}
    for v in layer:
        near = along[v]
        if near:
            total = 0
            for w in near:
                total += place[w]
            keys[v] = total * SCALE // len(near)
    moved = sorted([v for v in layer if v in keys][:: -1 if late else 1], key=keys.__getitem__)
    row = iter(moved)
    layer = [next(row) if v in keys else v for v in layer]
    if keep:
        boxes = iter(sorted(v for v in layer if v < given.boxes))
        layer = [next(boxes) if v < given.boxes else v for v in layer]
    given.layers[column] = layer
    for n, v in enumerate(layer):
        place[v] = n


def _swap(given: Layers, place: list[int], keep: bool) -> None:
    """Swap two that stand together while that takes crossings away."""
    sides = (given.left, given.right)
    for _ in range(12):
        swapped = False
        for layer in given.layers:
            for n in range(len(layer) - 1):
                v, w = layer[n], layer[n + 1]
                if keep and v < given.boxes and w < given.boxes:
                    continue
                gain = 0
                for side in sides:
                    for a in side[v]:
                        at = place[a]
                        for b in side[w]:
                            gain += (at > place[b]) - (at < place[b])
                if gain > 0:
                    layer[n], layer[n + 1] = w, v
                    place[v], place[w] = n + 1, n
                    swapped = True
        if not swapped:
            return
