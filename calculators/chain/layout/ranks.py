"""Which column each box stands in: first its kind, then how many steps inside the kind lead to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Ends = tuple[int, int]


class Steps:
    """The arrows inside each kind, those drawn against the flow turned round, and how many go in and out of each box."""

    def __init__(self, band: Sequence[int], ends: Sequence[Ends], back: set[int]):
        self.band = band
        self.out: list[list[int]] = [[] for _ in band]
        self.into: list[list[int]] = [[] for _ in band]
        self.pull = [0] * len(band)  # arrows to the right less arrows from the left
        for n, (a, b) in enumerate(ends):
            a, b = (b, a) if n in back else (a, b)
            self.pull[a] += 1
            self.pull[b] -= 1
            if band[a] == band[b]:
                self.out[a].append(b)
                self.into[b].append(a)
        self.order = self._order()

    def _order(self) -> list[int]:
        """Every box after those that lead to it inside its kind."""
        left = [len(into) for into in self.into]
        ready = [v for v, n in enumerate(left) if not n]
        for v in ready:
            for w in self.out[v]:
                left[w] -= 1
                if not left[w]:
                    ready.append(w)
        return ready


def columns(steps: Steps) -> list[int]:
    """The step of each box inside its kind: as few as its causes allow, later where that makes several arrows shorter."""
    step = [0] * len(steps.band)
    deepest: dict[int, int] = {}
    for v in steps.order:
        step[v] = max((step[u] + 1 for u in steps.into[v]), default=0)
        deepest[steps.band[v]] = max(step[v], deepest.get(steps.band[v], 0))
    for v in reversed(steps.order):
        if steps.pull[v] > 1:
            step[v] = min((step[w] - 1 for w in steps.out[v]), default=deepest[steps.band[v]])
    return step


def numbered(band: Sequence[int], step: Sequence[int]) -> tuple[list[int], list[int]]:
    """The column number of each box, without empty ones, and the kind of each column."""
    keys = sorted(set(zip(band, step, strict=True)))
    place: Mapping[Ends, int] = {key: n for n, key in enumerate(keys)}
    return [place[key] for key in zip(band, step, strict=True)], [key[0] for key in keys]


def rows(steps: Steps, layers: Sequence[Sequence[int]], boxes: int, most: int) -> list[int]:
    """The step of each box when at most `most` stand in a row: long columns are cut into even rows, in their order."""
    step = [0] * boxes
    free: dict[int, int] = {}
    for layer in layers:
        here = [v for v in layer if v < boxes]
        if not here:
            continue
        band = steps.band[here[0]]
        each = -(-len(here) // -(-len(here) // most))
        first = free.get(band, 0)
        for n, v in enumerate(here):
            step[v] = first + n // each
        free[band] = first + -(-len(here) // each)
    return step
