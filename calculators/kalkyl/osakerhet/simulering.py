"""Monte Carlo: every lever with a span drawn at once, many times over, each independent of the others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calculators.kalkyl.osakerhet.dragning import Dragning
from calculators.kalkyl.osakerhet.fordelning import Form
from calculators.kalkyl.osakerhet.modell import Modell
from calculators.scale import round_step

DRAWS, CHUNK, SEED, BINS = 10_000, 1_000, 1, 24
FORMER: dict[Form, str] = {"triangel": "Triangelfördelning", "pert": "PERT-fördelning"}


@dataclass(frozen=True, slots=True)
class Stolpe:
    """How many draws gave a net benefit from `fran` up to `till` (discounted kr)."""

    fran: float
    till: float
    antal: int


@dataclass(frozen=True, slots=True)
class Utfall:
    """The net benefit (discounted kr) over all draws. `andel_over` is the share of draws above 0, a fraction.

    `p5`, `p50` and `p95` are percentiles, straight between two draws. `rorliga` levers were drawn; the others stood still.
    """

    form: Form
    seed: int
    dragningar: int
    rorliga: int
    antal_over: int
    medel: float
    spridning: float
    p5: float
    p50: float
    p95: float
    stolpar: tuple[Stolpe, ...]

    @property
    def andel_over(self) -> float:
        return self.antal_over / self.dragningar


@dataclass(frozen=True, slots=True)
class Framsteg:
    """How many draws are made, of how many; the outcome when all are."""

    dragna: int
    av: int
    utfall: Utfall | None = None


def simulate(
    modell: Modell, form: Form = "triangel", dragningar: int = DRAWS, seed: int = SEED, bit: int = CHUNK
) -> Iterator[Framsteg]:
    """Draw, a chunk at a time: one step forward for each `next`, the outcome in the last. Stop asking to cancel.

    A shared factor is drawn once. The outcome is the same whatever the size of the chunks.
    """
    levers = {spak.nyckel: Dragning(spak, form, seed) for spak in modell.rorliga}
    netto: list[float] = []
    while len(netto) < dragningar:
        antal = min(bit, dragningar - len(netto))
        netto += modell.columns({nyckel: lever.draw(antal) for nyckel, lever in levers.items()}, antal)
        done = len(netto) == dragningar
        yield Framsteg(len(netto), dragningar, outcome(netto, form, seed, len(levers)) if done else None)


def simulated(modell: Modell, form: Form = "triangel", dragningar: int = DRAWS, seed: int = SEED) -> Utfall:
    """The outcome at once."""
    *_, last = simulate(modell, form, dragningar, seed)
    assert last.utfall is not None
    return last.utfall


def outcome(netto: Sequence[float], form: Form, seed: int, rorliga: int) -> Utfall:
    """What the draws say together."""
    ordered = sorted(netto)
    medel = math.fsum(ordered) / len(ordered)
    return Utfall(
        form=form,
        seed=seed,
        dragningar=len(ordered),
        rorliga=rorliga,
        antal_over=len([x for x in ordered if x > 0]),
        medel=medel,
        spridning=math.sqrt(math.fsum([(x - medel) * (x - medel) for x in ordered]) / len(ordered)),
        p5=percentile(ordered, 0.05),
        p50=percentile(ordered, 0.5),
        p95=percentile(ordered, 0.95),
        stolpar=_bins(ordered),
    )


def percentile(ordered: Sequence[float], share: float) -> float:
    """Straight between the two draws on each side of the place `share` × (draws − 1)."""
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _bins(ordered: Sequence[float]) -> tuple[Stolpe, ...]:
    """At most about 24 bins with round edges, 0 being one of them; a single bin when all draws are the same."""
    low, high = ordered[0], ordered[-1]
    if low == high:
        return (Stolpe(low, high, len(ordered)),)
    step = round_step(high - low, BINS)
    first = math.floor(low / step)
    counts = [0] * (math.floor(high / step) - first + 1)
    for x in ordered:
        counts[math.floor(x / step) - first] += 1
    return tuple(Stolpe((first + n) * step, (first + n + 1) * step, antal) for n, antal in enumerate(counts))
