"""The layout: one algorithm for build, browser and tests. The same chain gives the same whole numbers everywhere."""

from __future__ import annotations

from calculators.chain.bands import backward, bands
from calculators.chain.graph import Effektkedja
from calculators.chain.layout.drawing import Arrow, Box, Drawing, Heading
from calculators.chain.layout.form import FORMS, Form
from calculators.chain.layout.lanes import Layers
from calculators.chain.layout.order import untangle
from calculators.chain.layout.picture import drawn
from calculators.chain.layout.ranks import Steps, columns, numbered, rows
from calculators.chain.loops import ends_of
from calculators.chain.siffror import INGA, PerLada

__all__ = ["FORMS", "Arrow", "Box", "Drawing", "Form", "Heading", "layout"]


def layout(
    kedja: Effektkedja, form: str = "bred", riktning: str = "", keep: bool = False, siffror: PerLada = INGA
) -> Drawing:
    """The drawing of a chain in a form of FORMS, goals to the right or the left as `riktning` or the chain says.

    `keep`: boxes of a column stay in the order of the chain, even if that makes arrows cross. `siffror` stand in their boxes.
    """
    chosen = FORMS[form]
    ends = ends_of(kedja)
    band = bands(kedja, ends)
    back = backward(band, ends)
    steps = Steps(band, ends, back)
    rank, kinds = numbered(band, columns(steps))
    layers = Layers(len(band), rank, ends, len(kinds))
    crossed = untangle(layers, keep)
    if chosen.most:
        rank, kinds = numbered(band, rows(steps, layers.layers, len(band), chosen.most))
        order = [v for layer in layers.layers for v in layer if v < len(band)]
        layers = Layers(len(band), rank, ends, len(kinds))
        layers.layers = [
            sorted(layer, key=lambda v: order.index(v) if v < len(band) else len(order)) for layer in layers.layers
        ]
        crossed = untangle(layers, keep)
    return drawn(kedja, chosen, riktning or kedja.riktning, layers, kinds, back, crossed, siffror)
