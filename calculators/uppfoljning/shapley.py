"""Which part of a difference came from which factor: the Shapley value, exact and the same in whatever order factors stand.

Each factor's part is its mean effect over every order in which the factors could have changed. The values of the function
are floats; everything after them is whole numbers, so that the parts add up to the difference to the last bit but rounding.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import TypeVar

MOST = 12  # players; 2¹² values of the function are computed at most

Player = TypeVar("Player", bound=Hashable)


def parts(players: Sequence[Player], value: Callable[[Collection[Player]], float]) -> dict[Player, float]:
    """The part of value(all) − value(none) that each player stands for. ValueError for more than MOST players.

    `value` is given the players that have changed, and answers with a finite number.
    """
    if len(players) > MOST:
        raise ValueError(f"{len(players)} players are more than {MOST}")
    n = len(players)
    whole, scale = _whole([value({p for i, p in enumerate(players) if bits >> i & 1}) for bits in range(1 << n)])
    weights = [math.factorial(size) * math.factorial(n - size - 1) for size in range(n)]
    divisor = math.factorial(n) * scale
    found = {}
    for i, player in enumerate(players):
        steps = ((bits, bits | 1 << i) for bits in range(1 << n) if not bits >> i & 1)
        total = 0
        for before, after in steps:
            total += weights[before.bit_count()] * (whole[after] - whole[before])
        found[player] = total / divisor
    return found


def _whole(values: Sequence[float]) -> tuple[list[int], int]:
    """The floats as whole numbers of one common fraction."""
    ratios = [x.as_integer_ratio() for x in values]
    scale = max(below for _, below in ratios)
    return [above * (scale // below) for above, below in ratios], scale


def joined(found: Mapping[Player, float], groups: Mapping[Player, str]) -> dict[str, float]:
    """The parts summed by group, in the order in which the groups are first met."""
    kept: dict[str, list[float]] = {}
    for player, part in found.items():
        kept.setdefault(groups[player], []).append(part)
    return {group: math.fsum(amounts) for group, amounts in kept.items()}
