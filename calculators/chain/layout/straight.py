"""Which arrows are drawn straight: the most level ones, as long as none crosses another and there is room."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.chain.layout.blocks import Blocks
from calculators.chain.layout.fences import Fences
from calculators.chain.layout.ports import Link

TRIES = 4_000  # points looked at while binding what may not have room


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
            fences = self.blocks.fences()
            self._try([link for link in wanted if self._could(link, fences)])

    def _could(self, link: Link, fences: Fences) -> bool:
        """Whether there is a place for the ends' blocks where they are level, as if nothing else were to move."""
        a, b, from_a, from_b = link
        blocks = self.blocks
        one, other = blocks.root[a], blocks.root[b]
        move = blocks.shift[a] + from_a - from_b - blocks.shift[b]
        low = max(fences.low[one], fences.low[other] - move)
        return low <= min(fences.high[one], fences.high[other] - move)

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
            for part in (wanted[:half], wanted[half:]) if half else ():
                self.take_all(part)

    def nearly(self, links: Sequence[Link], most: int) -> list[Link]:
        """The arrows that bend at most so much, the most level first."""
        blocks, bends = self.blocks, []
        for n, (a, b, from_a, from_b) in enumerate(links):
            bend = abs(blocks.at(a) + from_a - blocks.at(b) - from_b)
            if bend <= most and blocks.root[a] != blocks.root[b]:
                bends.append((bend, n))
        return [links[n] for _, n in sorted(bends)]
