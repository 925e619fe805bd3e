"""How far down each point of a layer stands: near the middle of its neighbours, and straight where it can be.

Points that must be level are bound into blocks: first the lanes of an arrow, then a box and the arrow that bends least.
Blocks settle where their arrows pull them. To keep them apart, all are pushed down from above and up from below; half way
between the two everything still stands apart. Lengths are in sixteenths of a pixel, so that halves are whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

FINE = 16
TRIES = 12_000  # points looked at while binding what may not have room
Near = Mapping[int, Sequence[tuple[int, int]]]  # the blocks beside a block, and how far away each must be
Link = tuple[int, int, int, int]  # as in ports


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
        return Fences(self, least)


class Fences:
    """The blocks from above to below, how far each must stay from those right above and below it, and its room."""

    def __init__(self, blocks: Blocks, least: Mapping[tuple[int, int], int]):
        self.above: dict[int, list[tuple[int, int]]] = {v: [] for v in blocks.members}
        self.below: dict[int, list[tuple[int, int]]] = {v: [] for v in blocks.members}
        for (a, b), far in least.items():
            self.above[b].append((a, far))
            self.below[a].append((b, far))
        waiting = {v: len(found) for v, found in self.above.items()}
        self.order = [v for v, n in waiting.items() if not n]
        for v in self.order:
            for w, _ in self.below[v]:
                waiting[w] -= 1
                if not waiting[w]:
                    self.order.append(w)
        self.low: dict[int, int] = {}
        self.high: dict[int, int] = {}
        if blocks.room:
            self._bounds(blocks)

    def _bounds(self, blocks: Blocks) -> None:
        half, shift = blocks.half, blocks.shift
        edge = {v: max(half[m] - shift[m] for m in members) for v, members in blocks.members.items()}
        self.low = pushed_down(self.order, edge, self.above)
        edge = {v: blocks.room - max(half[m] + shift[m] for m in members) for v, members in blocks.members.items()}
        self.high = pushed_up(self.order, edge, self.below)

    def fit(self) -> bool:
        """Whether there is room for everything."""
        return all(low <= self.high[v] for v, low in self.low.items())


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


def pushed_down(order: Sequence[int], wished: Mapping[int, int], above: Near) -> dict[int, int]:
    """Each where it wishes to be, or as far below those above it as it must."""
    found: dict[int, int] = {}
    for v in order:
        at = wished[v]
        for w, far in above[v]:
            if found[w] + far > at:
                at = found[w] + far
        found[v] = at
    return found


def pushed_up(order: Sequence[int], wished: Mapping[int, int], below: Near) -> dict[int, int]:
    """Each where it wishes to be, or as far above those below it as it must."""
    found: dict[int, int] = {}
    for v in reversed(order):
        at = wished[v]
        for w, far in below[v]:
            if found[w] - far < at:
                at = found[w] - far
        found[v] = at
    return found


class Straight:
    """Which arrows run level: at each point at most one to the left and one to the right, and none across another."""

    def __init__(self, blocks: Blocks, place: Sequence[int], rank: Sequence[int]):
        self.blocks, self.place, self.rank = blocks, place, rank
        self.taken: set[tuple[int, bool]] = set()
        self.level: dict[int, list[tuple[int, int]]] = {}
        self.tries = TRIES // len(rank) if rank else 0

    def allows(self, link: Link) -> bool:
        a, b = link[:2]
        if (a, True) in self.taken or (b, False) in self.taken:
            return False
        here, there = self.place[a], self.place[b]
        return all((x < here) == (y < there) for x, y in self.level.get(self.rank[a], ()))

    def take(self, link: Link) -> None:
        """Bind the arrow's ends."""
        a, b, from_a, from_b = link
        self.taken |= {(a, True), (b, False)}
        self.level.setdefault(self.rank[a], []).append((self.place[a], self.place[b]))
        self.blocks.bind(a, b, from_a - from_b)

    def take_all(self, wanted: Sequence[Link]) -> None:
        """Bind as many as there is room for: all of them, or else each half by itself."""
        wanted = [link for link in wanted if self.allows(link)]
        if not self.blocks.room:
            for link in wanted:
                if self.allows(link):
                    self.take(link)
        elif wanted and self.tries > 0:
            self._try(wanted)

    def _try(self, wanted: Sequence[Link]) -> None:
        kept, taken, level = self.blocks.kept(), set(self.taken), {n: row[:] for n, row in self.level.items()}
        for link in wanted:
            if self.allows(link):
                self.take(link)
        self.tries -= 1
        if not self.blocks.fences().fit():
            self.blocks.restore(kept)
            self.taken, self.level = taken, level
            half = len(wanted) // 2
            self.take_all(wanted[:half])
            self.take_all(wanted[half:] if half else ())

    def nearly(self, links: Sequence[Link], most: int) -> list[Link]:
        """The arrows that bend at most so much, the most level first."""
        blocks, bends = self.blocks, []
        for n, (a, b, from_a, from_b) in enumerate(links):
            bend = abs(blocks.at(a) + from_a - blocks.at(b) - from_b)
            if bend <= most and blocks.root[a] != blocks.root[b]:
                bends.append((bend, n))
        return [links[n] for _, n in sorted(bends)]


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
