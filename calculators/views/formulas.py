"""What stands at a formula line: faults and questions with mends to take on one key, and names to choose from while writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from calculators.kalkyl.formel.completion import completions
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.namngivning import Gemensamma, named
from calculators.kalkyl.utrakning import mends, of_block
from calculators.swedish import amount
from calculators.views.environment import render
from calculators.views.view import View

LINE = ".formel"


def formula_notes(view: View, said: Mapping[str, Mapping[str, list[str]]]) -> dict[str, str]:
    """The notes of the blocks' formula lines that have something to say, and the suggestions where the caret is."""
    shared = shared_values(view.inputs)
    typed, caret = view.desk.caret
    found = {}
    for side, n, block in view.inputs.blocks:
        key = f"{side}.{n}{LINE}"
        if block.counted and said.get(key):
            about = {kind: said[key].get(kind, []) for kind in ("faults", "doubts")}
            found[f"{key}--note"] = render("formula_note.html", view=view, key=key, mends=mends(block, shared), **about)
        if typed == key and block.counted:
            names = of_block(block, shared).named.names
            offered = completions(view.flat.get(key, ""), caret, names)
            found[f"{key}--namn"] = render("suggestions.html", view=view, key=key, candidates=offered)
    return found | _shared_names(view, shared)


def _shared_names(view: View, shared: Gemensamma) -> dict[str, str]:
    """The other shared factors, where the caret is in the formula of one."""
    typed, caret = view.desk.caret
    for n, g in enumerate(view.inputs.gemensamma):
        if typed == (key := f"gemensamma.{n}{LINE}"):
            others = Gemensamma({id: value for id, value in shared.items() if id != g.id})
            offered = completions(view.flat.get(key, ""), caret, named((), others.labels).names)
            return {f"{key}--namn": render("suggestions.html", view=view, key=key, candidates=offered)}
    return {}


def worked_out(view: View) -> Iterator[tuple[str, str]]:
    """The formula line of each shared factor that has a formula without faults, and what it becomes."""
    lines = {f"gemensamma.{n}{LINE}": g.id for n, g in enumerate(view.inputs.gemensamma) if g.formel.strip()}
    shared = shared_values(view.inputs) if lines else {}
    for key, id in lines.items():
        if not any(fault.field == key for fault in view.faults):
            yield key, f"Blir {amount(shared[id].troligt, shared[id].enhet.strip())}."
