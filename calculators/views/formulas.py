"""What stands at a formula line: faults and questions with mends to take on one key, and names to choose from while writing."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.kalkyl.formel.completion import completions
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.utrakning import mends, of_block
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
    return found
