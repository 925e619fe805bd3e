"""How far down each point of a layer stands: near the middle of its neighbours, and straight where it can be.

Points that must be level are bound into blocks: first the lanes of an arrow, then a box and the arrow that bends least.
Blocks settle where their arrows pull them. To keep them apart, all are pushed down from above and up from below; half way
between the two everything still stands apart. Lengths are in sixteenths of a pixel, so that halves are whole numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from calculators.chain.layout.blocks import Blocks
from calculators.chain.layout.fences import pushed_down, pushed_up
from calculators.chain.layout.ports import Link
from calculators.chain.layout.straight import Straight

FINE = 16


def placed(layers: Sequence[Sequence[int]], rank: Sequence[int], place: Sequence[int], half: Sequence[int],
           links: Sequence[Link], apart: Sequence[Sequence[int]], room: int = 0) -> list[int]:  # fmt: skip
    """The middle of each point, in pixels. `half` of a lane is 0; with a `room`, everything stands between 0 and it."""
    fine = [(a, b, from_a * FINE, from_b * FINE) for a, b, from_a, from_b in links]
    gaps = [[gap * FINE for gap in row] for row in apart]
    blocks = Blocks(layers, gaps, [side * FINE for side in half], room * FINE)
    straight = Straight(blocks, place, rank)
    if not room:
        straight.take_all([link for link in fine if not half[link[0]] and not half[link[1]]])
    settle(blocks, fine, 24)
    for most in (12, 40, 90):
        straight.take_all(straight.nearly(fine, most * FINE))
        settle(blocks, fine, 12)
    close_up(blocks, fine)
    return [blocks.at(v) // FINE for v in range(len(rank))]


def settle(blocks: Blocks, links: Sequence[Link], rounds: int) -> None:
    """Let every block find its place between its neighbours."""
    fences = blocks.fences()
    root, shift, order = blocks.root, blocks.shift, fences.order
    pulls: dict[int, list[tuple[int, int]]] = {v: [] for v in order}
    for a, b, from_a, from_b in links:
        one, other = root[a], root[b]
        if one != other:
            level = shift[a] + from_a - shift[b] - from_b
            pulls[other].append((one, level))
            pulls[one].append((other, -level))
    y = blocks.y
    for _ in range(rounds):
        wished = {}
        for v in order:
            wish, near = y[v], pulls[v]
            if near:
                total = 0
                for w, level in near:
                    total += y[w] + level
                wish = (wish + total // len(near)) // 2
            wished[v] = min(max(wish, fences.low[v]), fences.high[v]) if fences.low else wish
        down = pushed_down(order, wished, fences.above)
        for v, up in pushed_up(order, wished, fences.below).items():
            y[v] = (down[v] + up) // 2


def close_up(blocks: Blocks, links: Sequence[Link]) -> None:
    """Move what no arrow holds up to what stands above it, part by part: nothing else would keep it near."""
    part = {v: v for v in blocks.members}

    def whole(v: int) -> int:
        while part[v] != v:
            part[v] = part[part[v]]
            v = part[v]
        return v

    for a, b, _, _ in links:
        part[whole(blocks.root[a])] = whole(blocks.root[b])
    parts: dict[int, list[int]] = {}
    for v in blocks.members:
        parts.setdefault(whole(v), []).append(v)
    if len(parts) < 2:
        return
    fences, y = blocks.fences(), blocks.y
    for members in sorted(parts.values(), key=lambda members: min(y[v] for v in members)):
        own = set(members)
        free = [y[v] - y[w] - far for v in members for w, far in fences.above[v] if w not in own]
        for v in members if free else ():
            y[v] -= min(free)
