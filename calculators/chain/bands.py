"""Which kind's column each box belongs to, and which arrows go against the flow between or inside the columns."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.chain.graph import Effektkedja
from calculators.chain.kinds import TYPER

Ends = tuple[int, int]
REACH = {"kostnad": (1, 3), "risk": (2, 3), "hinder": (0, 3)}  # kinds that stand beside what they belong to


def bands(kedja: Effektkedja, ends: Sequence[Ends]) -> list[int]:
    """The column of the kind. A cost or a risk comes after what causes it, an obstacle before what it hinders."""
    found = [TYPER[lada.typ].band for lada in kedja.lador]
    home = list(found)
    causes: dict[int, list[int]] = {}
    aims: dict[int, list[int]] = {}
    for a, b in ends:
        causes.setdefault(b, []).append(home[a])
        aims.setdefault(a, []).append(home[b])
    for v, lada in enumerate(kedja.lador):
        if lada.typ in REACH:
            low, high = REACH[lada.typ]
            if lada.typ == "hinder":
                found[v] = min(high, max(low, min(aims.get(v, [0])) - 1))
            elif v in causes:
                found[v] = min(high, max(low, max(causes[v]) + 1))
    return found


def backward(band: Sequence[int], ends: Sequence[Ends]) -> set[int]:
    """The arrows (by place) that must be drawn against the flow: to an earlier kind, or closing a loop within one."""
    out: list[list[tuple[int, int]]] = [[] for _ in band]
    led = [False] * len(band)
    back = set()
    for n, (a, b) in enumerate(ends):
        if band[a] > band[b]:
            back.add(n)
        elif band[a] == band[b]:
            out[a].append((n, b))
            led[b] = True
    state = [0] * len(band)  # 1 on the way, 2 done
    for root in sorted(range(len(band)), key=lambda v: led[v]):
        if state[root]:
            continue
        state[root] = 1
        path = [(root, iter(out[root]))]
        while path:
            for n, w in path[-1][1]:
                if state[w] == 1:
                    back.add(n)
                elif not state[w]:
                    state[w] = 1
                    path.append((w, iter(out[w])))
                    break
            else:
                state[path.pop()[0]] = 2
    return back
