"""The effektkedja: arrows that cross, beside ELK layered on the same graphs, and how fast a picture is drawn."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any

from bench.row import Row
from calculators.chain.bands import bands
from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import HUVUDTYPER
from calculators.chain.layout import layout
from calculators.chain.loops import ends_of
from calculators.views.chain.picture import standalone
from publish import ROOT

GRAPHS, RUNS = 100, 30
Line = Sequence[tuple[float, float]]
ELK = {
    "elk.algorithm": "layered",
    "elk.direction": "RIGHT",
    "elk.layered.spacing.nodeNodeBetweenLayers": "60",
    "elk.spacing.nodeNode": "20",
}


def generated(seed: int, boxes: int = 0) -> Effektkedja:
    """A chain as they are drawn: mostly to the next kind, some within it, some further on, and now and then back."""
    chance = random.Random(seed)
    size = boxes or chance.randint(8, 60)
    kinds = ["forandring", *chance.choices(HUVUDTYPER, (1, 2, 5, 4, 2), k=size - 1)]
    extra = chance.choices(("mojlighet", "hinder", "risk", "kostnad"), k=size // 8)
    kinds[size - len(extra) :] = extra
    lador = tuple(Lada(f"b{n}", kind, "Ett ord " * chance.randint(1, 6), "Regionen") for n, kind in enumerate(kinds))
    place = {lada.id: HUVUDTYPER.index(lada.typ) if lada.typ in HUVUDTYPER else 2 for lada in lador}
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < size * 5 // 4:
        a, b = chance.sample(lador, 2)
        step = place[b.id] - place[a.id]
        if chance.random() < {0: 0.25, 1: 1.0, 2: 0.12, 3: 0.04}.get(step, 0.01):
            pairs[a.id, b.id] = None
    return Effektkedja(f"Kedja {seed}", lador, tuple(Pil(f"p{n}", a, b) for n, (a, b) in enumerate(pairs)))


def crossed(lines: Sequence[Line]) -> int:
    """How many times the lines cross one another."""
    return sum(_cross(*one, *other) for a, b in combinations(lines, 2) for one in pairwise(a) for other in pairwise(b))


def _cross(a: Any, b: Any, c: Any, d: Any) -> bool:
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Any, b: Any, c: Any) -> float:
    turn: float = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return turn


def for_elk(kedja: Effektkedja, columns: bool) -> dict[str, Any]:
    """The same boxes, of the same size, and the same arrows; with `columns` the kinds stand in columns, as ours do."""
    kinds = bands(kedja, ends_of(kedja))
    children = [
        {
            "id": box.lada.id,
            "width": box.width,
            "height": box.height,
            "layoutOptions": {"elk.partitioning.partition": str(kind)},
        }
        for box, kind in zip(layout(kedja).boxes, kinds, strict=True)
    ]
    edges = [{"id": pil.id, "sources": [pil.fran], "targets": [pil.till]} for pil in kedja.pilar]
    options = ELK | {"elk.partitioning.activate": str(columns).lower()}
    return {"id": "root", "layoutOptions": options, "children": children, "edges": edges}


def laid_by_elk(graphs: Sequence[dict[str, Any]]) -> list[Any]:
    done = subprocess.run(
        ["node", "bench/elk.mjs"], cwd=ROOT, input=json.dumps(graphs), text=True, capture_output=True, check=True
    )
    found: list[Any] = json.loads(done.stdout)
    return found


def rows() -> Iterator[Row]:
    yield from _crossings()
    yield from _times()


def _crossings() -> Iterator[Row]:
    chains = [generated(seed) for seed in range(GRAPHS)]
    ours = [crossed([arrow.points for arrow in layout(kedja).arrows]) for kedja in chains]
    for columns, words in ((True, "with the kinds in columns"), (False, "free to place boxes anywhere")):
        elk = [crossed(found["edges"]) for found in laid_by_elk([for_elk(kedja, columns) for kedja in chains])]
        better = sum(a <= b for a, b in zip(ours, elk, strict=True))
        yield Row(
            f"crossings, beside ELK {words}",
            f"{statistics.mean(ours):.1f}",
            f"≤ {statistics.mean(elk):.1f}",
            f"mean of {GRAPHS} chains of 8–60 boxes, as few or fewer in {better}",
        )


def _times() -> Iterator[Row]:
    kedja = generated(1, 25)
    for form in ("bred", "sida", "mobil"):
        times = []
        for _ in range(RUNS):
            start = time.process_time()
            standalone(kedja, form)
            times.append(1000 * (time.process_time() - start))
        yield Row(
            f"SVG of 25 boxes, {form}, CPython, CPU time",
            f"{statistics.median(times):.1f} ms",
            "≤ 15 ms" if form == "bred" else "–",
            f"n={RUNS}, {min(times):.1f}–{max(times):.1f}",
        )
