"""Omfördelning as hours and årsarbetare: troligt only, never discounted. No formula is published; this rule is ours.

Only working time is summed and turned into årsarbetare. The own time of inhabitants and others is told for each of them.

A block's own hours come first, then its annual value ÷ its hourly cost, then ÷ the calculation's hourly cost.
A row with none of them is named, not guessed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calculators.kalkyl.document import Block, Nyttokalkyl
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.namngivning import SHARED
from calculators.kalkyl.utrakning import of_block
from calculators.kalkyl.vems_tid import shares_of_time
from calculators.schema import Varde, result

HOURLY = {"kr": 1, "h": -1}
OWN = {"nyttor": "frigjord", "kostnader": "tagen"}


@dataclass(frozen=True, slots=True)
class Timmar:
    """Hours (h) of working time and årsarbetare by year, in sum, and on average over the horizon.

    `egen_tid` is the time that is nobody's working time, over the horizon: perspective → "frigjord" and "tagen" (h).
    """

    frigjorda_per_ar: tuple[float, ...] = result("Frigjord arbetstid per år", unit="h", kind="object")
    satsade_per_ar: tuple[float, ...] = result("Satsad arbetstid per år", unit="h", kind="object")
    netto_per_ar: tuple[float, ...] = result("Netto arbetstid per år", unit="h", kind="object")
    frigjorda_summa: float = result("Frigjord arbetstid i summa", unit="h")
    satsade_summa: float = result("Satsad arbetstid i summa", unit="h")
    netto_summa: float = result("Netto arbetstid i summa", unit="h")
    arsarbetare_frigjorda_per_ar: tuple[float, ...] = result(
        "Frigjorda, årsarbetare per år", unit="årsarbetare", kind="object"
    )
    arsarbetare_satsade_per_ar: tuple[float, ...] = result(
        "Satsade, årsarbetare per år", unit="årsarbetare", kind="object"
    )
    arsarbetare_netto_per_ar: tuple[float, ...] = result("Netto, årsarbetare per år", unit="årsarbetare", kind="object")
    arsarbetare_frigjorda_snitt: float = result("Frigjorda, årsarbetare i snitt", unit="årsarbetare")
    arsarbetare_satsade_snitt: float = result("Satsade, årsarbetare i snitt", unit="årsarbetare")
    arsarbetare_netto_snitt: float = result("Netto, årsarbetare i snitt", unit="årsarbetare")
    egen_tid: Mapping[str, Mapping[str, float]] = result("Tid som inte är arbetstid", unit="h", kind="object")
    rader_utan_timmar: tuple[str, ...] = result("Rader som inte går att räkna om till timmar", kind="object")


def hours(kalkyl: Nyttokalkyl, rader: Iterable[tuple[str, str, Block, float, tuple[float, ...]]]) -> Timmar:
    """Hours of every omfördelning row (id, side, block, kr a year, year factors)."""
    shared = shared_values(kalkyl)
    found: dict[str, list[list[float]]] = {"nyttor": [], "kostnader": []}
    own: dict[str, dict[str, list[float]]] = {}
    without = []
    for id, side, block, annual, factors in rader:
        if block.kategori != "omfordelning":
            continue
        each_year = hours_a_year(block, annual, kalkyl.omrakning_timkostnad, shared)
        if each_year is None:
            without.append(id)
            continue
        for name, share, working in shares_of_time(block):
            if working:
                found[side].append([each_year * share * f for f in factors])
            else:
                own.setdefault(name, {"frigjord": [], "tagen": []})[OWN[side]].append(each_year * share * math.fsum(factors))
    egen_tid = {name: {side: math.fsum(parts) for side, parts in sides.items()} for name, sides in own.items()}
    return _summed(kalkyl, found, {"rader_utan_timmar": tuple(without), "egen_tid": egen_tid})


def hours_a_year(block: Block, annual: float, fallback: Varde | None, shared: Mapping[str, Varde]) -> float | None:
    """Hours in a full year (troligt), or None where nothing says how kr become hours."""
    if block.timmar_per_ar is not None:
        return _troligt(block.timmar_per_ar, shared)
    hourly = block.timkostnad if block.timkostnad is not None else fallback
    return None if hourly is None else annual / _troligt(hourly, shared)


def suggested_hourly(block: Block, shared: Mapping[str, Varde]) -> tuple[str, Varde] | None:
    """The name and value of the one factor in kr/h that the block's formula uses: a proposal for its hourly cost.

    A shared factor is given as a reference. None where the block already says its hours, or where there are none or several.
    """
    if block.timkostnad is not None or block.timmar_per_ar is not None or not block.counted:
        return None
    found = of_block(block, shared)
    hourly = {found.key(n): n for n in found.factors if (unit := found.named.units[n]) and unit.powers == HOURLY}
    if len(hourly) != 1:
        return None
    ((key, name),) = hourly.items()
    kind, _, id = key.partition(".")
    return name, Varde(ref=id) if kind == SHARED else found.factor(name)


def _troligt(value: Varde, shared: Mapping[str, Varde]) -> float:
    return (shared[value.ref] if value.ref else value).troligt


def _summed(kalkyl: Nyttokalkyl, found: Mapping[str, Sequence[Sequence[float]]], kept: dict[str, Any]) -> Timmar:
    def per_year(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
        return tuple(map(math.fsum, zip(*rows, strict=True))) if rows else (0.0,) * kalkyl.horisont

    freed, spent = per_year(found["nyttor"]), per_year(found["kostnader"])
    by_name = {"frigjorda": freed, "satsade": spent, "netto": tuple(f - s for f, s in zip(freed, spent, strict=True))}
    for name, years in by_name.items():
        total = math.fsum(freed) - math.fsum(spent) if name == "netto" else math.fsum(years)
        kept |= {
            f"{name}_per_ar": years,
            f"{name}_summa": total,
            f"arsarbetare_{name}_per_ar": tuple(h / kalkyl.arsarbetstid for h in years),
            f"arsarbetare_{name}_snitt": total / kalkyl.horisont / kalkyl.arsarbetstid,
        }
    return Timmar(**kept)
