"""How far apart things must stand: pushed down from above, pushed up from below, and whether there is room at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Near = Mapping[int, Sequence[tuple[int, int]]]  # what stands beside each thing, and how far away it must be


class Fences:
    """Things from above to below, and how far each must stay from those right above and below it.

    `low` and `high` are where each may stand at all, when there is a limit.
    """

    def __init__(self, things: Sequence[int], least: Mapping[tuple[int, int], int]):
        self.above: dict[int, list[tuple[int, int]]] = {v: [] for v in things}
        self.below: dict[int, list[tuple[int, int]]] = {v: [] for v in things}
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

    def limit(self, low: Mapping[int, int], high: Mapping[int, int]) -> None:
        """Nothing may stand outside these, nor push anything else outside them."""
        self.low = pushed_down(self.order, low, self.above)
        self.high = pushed_up(self.order, high, self.below)

    def fit(self) -> bool:
        """Whether there is room for everything."""
        return all(low <= self.high[v] for v, low in self.low.items())


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
