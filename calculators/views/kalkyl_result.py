"""The result of a nyttokalkyl, in the method's order and in neutral words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from calculators.derivation import Step
from calculators.kalkyl.document import STORLEKAR, Block, Nyttokalkyl, block_id
from calculators.kalkyl.evaluation import Niva, Rad, Resultat, per_year_by_category, rows_of
from calculators.kalkyl.explanation import result_steps, row_steps, year_name
from calculators.kalkyl.tolkning import interpretation, own_time
from calculators.kategorier import KATEGORIER, PENGAKATEGORIER
from calculators.latest import each
from calculators.swedish import amount
from calculators.views import charts
from calculators.views.bench import bench_slots
from calculators.views.comparison import comparison
from calculators.views.environment import render
from calculators.views.summary import nothing_yet, sentence, without_value
from calculators.views.view import View

LEVELS = {"lagst": "Lägst", "troligt": "Troligt", "hogst": "Högst"}
PARTS = ("sammanfattning", "per_ar", "osakerhet", "fordelning", "timmar", "ej_varderade_resultat")


def result_slots(view: View) -> dict[str, str]:
    """The slots of the result, and a title and a sum for each block of the form."""
    around = bench_slots(view) | {"jamfor": comparison(view)}
    if view.outputs is None or nothing_yet(view):
        told = dict.fromkeys(PARTS, "") | {"sammanfattning": render("no_result.html", view=view)}
        if view.outputs is not None and view.inputs.ej_varderade:
            steps = result_steps(view.inputs, view.outputs)
            told[PARTS[-1]] = parts(view, view.inputs, view.outputs, steps)[PARTS[-1]]
        return around | told | _blocks(view, None)
    found = parts(view, view.inputs, view.outputs, result_steps(view.inputs, view.outputs))
    return around | found | _blocks(view, view.outputs)


def parts(view: View, kalkyl: Nyttokalkyl, result: Resultat, steps: Mapping[str, Sequence[Step]]) -> dict[str, str]:
    """The parts of the result of a nyttokalkyl, in order: name → HTML."""
    context = _context(view, kalkyl, result, steps)
    return {part: render(f"{part}.html", **context) for part in PARTS}


def _context(
    view: View, kalkyl: Nyttokalkyl, result: Resultat, steps: Mapping[str, Sequence[Step]]
) -> dict[str, Any]:
    return {
        "view": view,
        "kalkyl": kalkyl,
        "result": result,
        "niva": result.troligt,
        "levels": [(label, getattr(result, name)) for name, label in LEVELS.items()],
        "steps": steps,
        "years": [year_name(year) for year in result.ar],
        "year_name": year_name,
        "chart": _yearly(view.id, kalkyl, result),
        "chart_levels": charts.levels(f"{view.id}-nivaer", _levels(result)),
        "interpretation": interpretation(result.troligt),
        "kategorier": KATEGORIER,
        "pengakategorier": PENGAKATEGORIER,
        "storlekar": STORLEKAR,
        "sentence": sentence,
        "own_time": own_time,
    }


def _yearly(id: str, kalkyl: Nyttokalkyl, result: Resultat) -> str:
    by_category = per_year_by_category(kalkyl)
    niva: Niva = result.troligt
    years = [year_name(year) for year in result.ar]
    nyttor = by_category["finansiell"], by_category["omfordelning"]
    return charts.yearly(f"{id}-per-ar", years, niva.kostnader_per_ar, *nyttor, niva.ackumulerad_nettonytta)


def _levels(result: Resultat) -> list[tuple[str, float, float, float]]:
    names = {"summa_nyttor": "Nyttor", "summa_kostnader": "Kostnader", "nettonytta": "Nettonytta"}
    at = (result.lagst, result.troligt, result.hogst)
    return [(label, *(getattr(niva, name) for niva in at)) for name, label in names.items()]


def _blocks(view: View, result: Resultat | None) -> dict[str, str]:
    """For each block of the form: its title, and its annual value with steps."""
    steps = row_steps(view.inputs) if result else {}
    rader = {(rad.side, rad.place): rad for rad in rows_of(view.inputs)} if result else {}
    asked = Counter(".".join(doubt.field.split(".", 2)[:2]) for doubt in view.doubts)
    found = {}
    for side, n, block in view.inputs.blocks:
        rad = rader[side, n] if result and not without_value(view, side, n, block) else None
        html = _block(view.id, side, n, block, rad, steps.get(block_id(side, n, block)), asked[f"{side}.{n}"])
        found[f"{side}.{n}--titel"], found[f"{side}.{n}--summa"] = html
    return found


@each
def _block(
    calculator: str, side: str, place: int, block: Block, rad: Rad | None, steps: tuple[Step, ...] | None, asked: int
) -> tuple[str, str]:
    id = block_id(side, place, block)
    values = dict(zip(LEVELS, rad.arligt, strict=True)) if rad else {}
    titel = render("block_title.html", title=f"{id} {block.namn}".strip(), annual=values.get("troligt"), asked=asked)
    return titel, render("block_sum.html", calculator=calculator, id=id, annual=values, steps=steps or ())


def headline(view: View) -> str:
    """The net benefit in one sentence; empty before there is one."""
    if nothing_yet(view):
        return ""
    niva, years = view.outputs.troligt, amount(view.inputs.horisont, "år")
    return f"Nettonytta efter {years}: {amount(niva.nettonytta, 'kr')}."
