"""Draws of one lever. The only place of the engine with chance in it, and it is seeded: the same seed, the same draws."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from calculators.kalkyl.osakerhet.fordelning import CELLS, Form, quantiles
from calculators.kalkyl.osakerhet.spakar import Spak

BITS = 32  # of chance in a draw: nine choose the cell, the rest the place in it
INSIDE = BITS - (CELLS - 1).bit_length()


class Dragning:
    """Draws of a lever between its outermost values. Its numbers depend on the seed and its key alone.

    So a factor keeps its draws when others are added, taken away or changed, and two results differ by what was changed.
    """

    def __init__(self, spak: Spak, form: Form, seed: int) -> None:
        low, high = spak.ytterst
        mode = (spak.troligt - low) / (high - low)
        places = [low + (high - low) * x for x in quantiles(form, mode)]
        self._start = places[:-1]
        self._slope = [(b - a) / (1 << INSIDE) for a, b in pairwise(places)]
        # A number made of the key's own bytes: hash() differs from run to run.
        self._random = Random(int.from_bytes(f"{seed}:{spak.nyckel}".encode(), "big"))

    def draw(self, antal: int) -> list[float]:
        """The next `antal` draws, whatever pieces they are asked for in."""
        start, slope, inside, mask = self._start, self._slope, INSIDE, (1 << INSIDE) - 1
        bits = memoryview(self._random.randbytes(4 * antal)).cast("I")
        return [start[cell := n >> inside] + (n & mask) * slope[cell] for n in bits]
