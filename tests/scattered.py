"""Chains that nobody would draw, from a seed: the same on every Python."""

from __future__ import annotations

import random

from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import KATEGORIER, SAKERHET, SLAG, TYPER

WORDS = (
    "Färre",
    "samtal",
    "till",
    "mottagningen",
    "och",
    "kortare",
    "väntetid",
    "åäö",
    "1177",
    "👍🏽",
    "<b>&\"'",
    "x" * 300,
    "漢字" * 40,
)


def scattered(seed: int, boxes: int) -> Effektkedja:
    """Boxes of every kind and arrows of every kind anywhere: loops, islands, endless words."""
    chance = random.Random(seed)
    lador = tuple(
        Lada(
            f"l{n}", chance.choice(list(TYPER)), " ".join(chance.choices(WORDS, k=chance.randint(0, 7))),
            intressent=chance.choice(("", "Regionen", "Invånare och närstående i hela länet")),
            kategori=chance.choice(("", *KATEGORIER)), varderas_i_pengar=chance.choice((None, True, False)),
        )
        for n in range(boxes)
    )  # fmt: skip
    density = chance.choice((0, 0.5, 1.2, 1.6))
    ends: dict[tuple[str, str, str], None] = {}
    for _ in range(int(boxes * density) if boxes > 1 else 0):
        a, b = chance.sample(lador, 2)
        ends[a.id, b.id, chance.choice(list(SLAG))] = None
    pilar = tuple(Pil(f"p{n}", *e, sakerhet=chance.choice(("", *SAKERHET))) for n, e in enumerate(ends))
    return Effektkedja(f"Kedja {seed}", lador, pilar, riktning=chance.choice(("hoger", "vanster")))
