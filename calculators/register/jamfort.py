"""The same factor in several calculations: what each organisation assumed, and what it became.

Factors are the same when they have one name and one unit. In calculations with one published id, the row must be the same too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from calculators.kalkyl.formel.names import folded
from calculators.register.post import Faktor, Post

Matt = tuple[Post, Faktor]


@dataclass(frozen=True, slots=True)
class Jamfort:
    """One factor. `antaget` and `utfall` are the lowest and the highest; `andel` is the middle outcome as a part of what was assumed."""

    faktor: str
    enhet: str
    organisationer: tuple[str, ...]
    antal: int
    antaget: tuple[float, float]
    utfall: tuple[float, float]
    andel: float | None


def compared(matt: Iterable[Matt]) -> list[Jamfort]:
    """Every factor that has been measured, those of most organisations first."""
    groups: dict[tuple[str, ...], list[Matt]] = {}
    for post, faktor in matt:
        groups.setdefault(_key(post, faktor), []).append((post, faktor))
    return sorted(map(_together, groups.values()), key=lambda one: (-len(one.organisationer), -one.antal, one.faktor.lower()))


def _key(post: Post, faktor: Faktor) -> tuple[str, ...]:
    same = (folded(faktor.faktor), folded(faktor.enhet))
    return (post.id, folded(faktor.rad), *same) if post.id else same


def _together(found: list[Matt]) -> Jamfort:
    first = found[0][1]
    assumed, became = [f.antaget for _, f in found], [f.utfall for _, f in found]
    parts = [f.utfall / f.antaget for _, f in found if f.antaget]
    return Jamfort(
        first.faktor,
        first.enhet,
        tuple(sorted({post.organisation for post, _ in found})),
        len(found),
        (min(assumed), max(assumed)),
        (min(became), max(became)),
        _middle(parts) if parts else None,
    )


def _middle(parts: list[float]) -> float:
    """The one in the middle, or half-way between the two."""
    order, half = sorted(parts), len(parts) // 2
    return order[half] if len(order) % 2 else (order[half - 1] + order[half]) / 2
