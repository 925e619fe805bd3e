"""Discounted kr by category and by party, and their shares of the whole."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from calculators.finance import same
from calculators.kalkyl.document import Block
from calculators.kategorier import PENGAKATEGORIER

Parts = Iterable[tuple[str, str, float]]  # name, side ("nytta" or "kostnad"), kr


def by_name(names: Iterable[str], parts: Parts) -> dict[str, dict[str, float]]:
    """Kr by name and side; every name is there, also with nothing."""
    kept: dict[str, dict[str, list[float]]] = {name: {"nytta": [], "kostnad": []} for name in names}
    for name, side, kr in parts:
        kept[name][side].append(kr)
    return {name: {side: math.fsum(amounts) for side, amounts in sides.items()} for name, sides in kept.items()}


def parties_of(block: Block) -> tuple[tuple[str, float], ...]:
    """Who gets how much of a row: those who have a part of it, and the one that it names gets the rest."""
    if not block.fordelning:
        return ((block.perspektiv, 1.0),)
    others = tuple((part.perspektiv, part.andel or 0.0) for part in block.fordelning)
    return ((block.perspektiv, 1.0 - math.fsum(share for _, share in others)), *others)


def share_of(block: Block, perspektiv: str) -> float | None:
    """How much of a row falls to a perspective; None where it has no part of it."""
    found = [share for name, share in parties_of(block) if name == perspektiv]
    return math.fsum(found) if found else None


def shares(kategorier: Mapping[str, Mapping[str, float]], nyttor: float, kostnader: float) -> dict[str, float | None]:
    """Each category's share of all benefits and of all costs; None where there is nothing to share."""
    wholes = {"nytta": nyttor, "kostnad": kostnader}
    return {
        f"{kategori}_{side}": None if same(whole, 0.0) else kategorier[kategori][side] / whole
        for side, whole in wholes.items()
        for kategori in PENGAKATEGORIER
    }
