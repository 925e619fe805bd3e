"""The levers of a calculation: every factor that its net benefit is computed from, shared ones once."""

from __future__ import annotations

import dataclasses as dc
from collections import Counter
from collections.abc import Iterator, Mapping

from calculators.kalkyl.document import Block, Nyttokalkyl, block_id
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.osakerhet.arsvarde import Arsvarde, annual_value_of, own_factors
from calculators.kalkyl.osakerhet.formelvarde import Formelvarde, formula_of, shared_trees
from calculators.schema import Varde


@dc.dataclass(frozen=True, slots=True)
class Spak:
    """A factor that can be moved. `nyckel` is its path in the document, `rader` the ids of the rows that use it.

    `namn` is like no other lever's name. Shares are fractions. `antagen`: the span is a percentage that somebody
    chose for all factors without one, not a span of the document.
    """

    nyckel: str
    namn: str
    enhet: str
    lagst: float
    troligt: float
    hogst: float
    rader: tuple[str, ...]
    antagen: bool = False

    @property
    def varierar(self) -> bool:
        return not self.lagst == self.troligt == self.hogst

    @property
    def ytterst(self) -> tuple[float, float]:
        """The smallest and the largest of the three values, whichever they were called."""
        return min(self.lagst, self.troligt, self.hogst), max(self.lagst, self.troligt, self.hogst)

    @property
    def golv(self) -> float | None:
        """What the factor cannot be under: 0, unless the document itself goes below."""
        return 0.0 if self.ytterst[0] >= 0 else None

    @property
    def tak(self) -> float | None:
        """What the factor cannot be over: 100 % for a share, unless the document itself goes above."""
        return 1.0 if self.enhet == "%" and self.ytterst[1] <= 1 else None


def assumed(spak: Spak, andel: float) -> Spak:
    """A lever without a span given one of ± `andel` (a fraction), within what it can be; others as they are."""
    if spak.varierar or not andel:
        return spak
    lagst, hogst = sorted((spak.troligt * (1 - andel), spak.troligt * (1 + andel)))
    if spak.tak is not None:
        hogst = min(hogst, spak.tak)
    if spak.golv is not None:
        lagst = max(lagst, spak.golv)
    return dc.replace(spak, lagst=lagst, hogst=hogst, antagen=True)


def shared_keys(kalkyl: Nyttokalkyl) -> dict[str, str]:
    """The key of each shared factor, by its id."""
    return {g.id: f"gemensamma.{n}.varde" for n, g in enumerate(kalkyl.gemensamma)}


def annual_values(kalkyl: Nyttokalkyl) -> tuple[Arsvarde, ...]:
    """One for each block, in the order of the calculation."""
    shared, trees, values = shared_keys(kalkyl), shared_trees(kalkyl), shared_values(kalkyl)
    found: list[Arsvarde] = []
    for side, n, block in kalkyl.blocks:
        tree = formula_of(block, f"{side}.{n}", trees, values)
        found.append(annual_value_of(block, f"{side}.{n}", shared) if tree is None else Formelvarde(tree))
    return tuple(found)


def levers_of(kalkyl: Nyttokalkyl) -> tuple[Spak, ...]:
    """In the order in which the rows first use them. A shared factor that no row's annual value uses is none."""
    used: dict[str, list[str]] = {}
    for (side, n, block), value in zip(kalkyl.blocks, annual_values(kalkyl), strict=True):
        for nyckel in value.nycklar:
            used.setdefault(nyckel, []).append(block_id(side, n, block))
    known = {nyckel: (name, title, value) for nyckel, name, title, value in _values(kalkyl)}
    often = Counter(known[nyckel][0] for nyckel in used)
    return tuple(_lever(nyckel, *known[nyckel], tuple(rader), often) for nyckel, rader in used.items())


def _values(kalkyl: Nyttokalkyl) -> Iterator[tuple[str, str, str, Varde]]:
    """Key, name, the row's title ("" for a shared factor) and value of everything that can be a lever."""
    shared = shared_keys(kalkyl)
    for g in kalkyl.gemensamma:
        yield shared[g.id], g.varde.namn or g.id, "", g.varde
    for side, n, block in kalkyl.blocks:
        title = f"{block_id(side, n, block)} {block.namn}".strip()
        for nyckel, place, value in own_factors(block, f"{side}.{n}"):
            yield nyckel, value.namn or _unnamed(block, title, place), title, value


def _unnamed(block: Block, title: str, place: int) -> str:
    return block.namn or title if block.arligt_varde is not None else f"Faktor {place + 1} i {title}"


def _lever(nyckel: str, name: str, title: str, value: Varde, rader: tuple[str, ...], often: Mapping[str, int]) -> Spak:
    if often[name] > 1 and title and title not in name:
        name = f"{name} ({title})"
    unit = value.enhet or ("kr" if nyckel.endswith(".arligt_varde") else "")
    return Spak(nyckel, name, unit, value.lagst, value.troligt, value.hogst, rader)
