"""Draws of one lever. The only place of the engine with chance in it, and it is seeded: the same seed, the same draws."""

from __future__ import annotations

import functools
from itertools import pairwise
from random import Random

from calculators.kalkyl.osakerhet.fordelning import CELLS, Form, quantiles
from calculators.kalkyl.osakerhet.spakar import Spak

PARTS = 8  # of each cell between two quantiles
VALUES = CELLS * PARTS  # equally likely values, each in the middle of its part: 4 096
MIDDLES = tuple((n + 0.5) / PARTS for n in range(PARTS))


class Dragning:
    """Draws of a lever between its outermost values. Its numbers depend on the seed and its key alone.

    So a factor keeps its draws when others are added, taken away or changed, and two results differ by what was changed.
    """

    def __init__(self, spak: Spak, form: Form, seed: int) -> None:
        low, high = spak.ytterst
        wide, mode = high - low, (spak.troligt - low) / (high - low)
        cells = [(low + wide * a, wide * (b - a)) for a, b in pairwise(quantiles(form, mode))]
        self._values = [start + size * middle for start, size in cells for middle in MIDDLES]
        # A number made of the key's own bytes: hash() differs from run to run.
        self._random = Random(int.from_bytes(f"{seed}:{spak.nyckel}".encode(), "big"))

    def draw(self, antal: int) -> list[float]:
        """The next `antal` draws, whatever pieces they are asked for in.

        One large number holds the chance of all draws, 32 bits each, of which 12 choose the value: far quicker than
        asking for one draw at a time. (Read as the machine lays its numbers; all that Python runs on here lay them alike.)
        """
        values = self._values
        chance = self._random.getrandbits(32 * antal) & _mask(antal)
        return [values[n] for n in memoryview(chance.to_bytes(4 * antal, "little")).cast("I")]


@functools.lru_cache(16)
def _mask(antal: int) -> int:
    """The bits that choose, in each of so many draws."""
    return int.from_bytes((VALUES - 1).to_bytes(4, "little") * antal, "little")
