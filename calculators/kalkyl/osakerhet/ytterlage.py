"""At which end each lever stands when the net benefit is as low, or as high, as the levers' ends can make it.

Levers of one row are tried in every combination. Levers that rows share are set where all their rows agree, whatever
the other levers are, and those that remain are tried in every combination with those that they meet in a row.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from calculators.kalkyl.osakerhet.modell import Modell

MOST = 12  # levers whose every combination is tried: 4 096
PASSES = 50  # times that every lever is reconsidered when there are more

Corner = dict[str, float]
Ends = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Tabell:
    """A row: for each combination of the levers that it shares, its least contribution, and where its own levers are then."""

    delade: tuple[str, ...]
    minst: Mapping[tuple[float, ...], tuple[float, Corner]]


def extreme_corner(modell: Modell, sign: float) -> tuple[Corner, bool]:
    """The end of each lever that gives the least sign × net benefit, and whether no other combination gives less."""
    ends = {s.nyckel: s.ytterst for s in modell.rorliga}
    rows = [n for n, rad in enumerate(modell.rader) if not ends.keys().isdisjoint(rad.arsvarde.nycklar)]
    if any(len(ends.keys() & set(modell.rader[n].arsvarde.nycklar)) > MOST for n in rows):
        return _descended(modell, sign, ends), False
    tables = [_table(modell, n, sign, ends) for n in rows]
    chosen = _agreed(tables, ends)
    for keys, group in _groups(tables, chosen):
        if len(keys) > MOST:
            return _descended(modell, sign, ends), False
        chosen |= _best_of(keys, group, ends, chosen)
    for table in tables:
        chosen |= table.minst[tuple(chosen[k] for k in table.delade)][1]
    return chosen, True


def _table(modell: Modell, place: int, sign: float, ends: Ends) -> _Tabell:
    rad = modell.rader[place]
    moving = [k for k in rad.arsvarde.nycklar if k in ends]
    delade = tuple(k for k in moving if len(modell.anvands[k]) > 1)
    own = [k for k in moving if k not in delade]
    minst: dict[tuple[float, ...], tuple[float, Corner]] = {}
    for picks in itertools.product(*(ends[k] for k in delade)):
        varden = {k: modell.varden[k] for k in rad.arsvarde.nycklar} | dict(zip(delade, picks, strict=True))
        corners = (dict(zip(own, at, strict=True)) for at in itertools.product(*(ends[k] for k in own)))
        tried = [(sign * rad.vikt * rad.arsvarde.at(varden | corner), corner) for corner in corners]
        minst[picks] = min(tried, key=lambda found: found[0])
    return _Tabell(delade, minst)


def _agreed(tables: Sequence[_Tabell], ends: Ends) -> Corner:
    """The shared levers that every row wants at the same end whatever the others are, until no more can be settled."""
    chosen: Corner = {}
    left = dict.fromkeys(k for table in tables for k in table.delade)
    while True:
        found = {
            k: end for k in left if k not in chosen for end in (_wanted(k, tables, ends[k], chosen),) if end is not None
        }
        if not found:
            return chosen
        chosen |= found


def _wanted(key: str, tables: Iterable[_Tabell], ends: tuple[float, float], chosen: Corner) -> float | None:
    low = high = True
    for table in tables:
        if key not in table.delade:
            continue
        place = table.delade.index(key)
        for picks, (least, _) in table.minst.items():
            if picks[place] == ends[0] and _allowed(table.delade, picks, chosen):
                other = table.minst[(*picks[:place], ends[1], *picks[place + 1 :])][0]
                low, high = low and least <= other, high and other <= least
    return ends[0] if low else ends[1] if high else None


def _allowed(keys: Sequence[str], picks: Sequence[float], chosen: Corner) -> bool:
    return all(chosen.get(k, x) == x for k, x in zip(keys, picks, strict=True))


def _groups(tables: Sequence[_Tabell], chosen: Corner) -> list[tuple[list[str], list[_Tabell]]]:
    """The levers that are still open, with their rows, parted where no row holds them together."""
    groups: list[tuple[list[str], list[_Tabell]]] = []
    for table in tables:
        keys = [k for k in table.delade if k not in chosen]
        if not keys:
            continue
        met = [g for g in groups if not set(g[0]).isdisjoint(keys)]
        groups = [g for g in groups if g not in met]
        rows = [t for g in met for t in g[1]] + [table]
        groups.append((list(dict.fromkeys([k for g in met for k in g[0]] + keys)), rows))
    return groups


def _best_of(keys: Sequence[str], tables: Sequence[_Tabell], ends: Ends, chosen: Corner) -> Corner:
    """The combination of the open levers that gives the least in all rows together."""

    def least(picks: tuple[float, ...]) -> float:
        at = {**chosen, **dict(zip(keys, picks, strict=True))}
        found = 0.0
        for table in tables:
            found += table.minst[tuple(at[k] for k in table.delade)][0]
        return found

    combinations: list[tuple[float, ...]] = list(itertools.product(*(ends[k] for k in keys)))
    best = min(combinations, key=least)
    return dict(zip(keys, best, strict=True))


def _descended(modell: Modell, sign: float, ends: Ends) -> Corner:
    """From the likely values: each lever in turn to its better end, until none wants to move."""

    def better(there: Modell, key: str) -> float:
        return min(ends[key], key=lambda x: sign * there.netto({key: x}))

    corner = {key: better(modell, key) for key in ends}
    for _ in range(PASSES):
        before = dict(corner)
        for key in ends:
            corner[key] = better(modell.moved(corner), key)
        if corner == before:
            break
    return corner
