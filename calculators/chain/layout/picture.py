"""From ordered layers to the drawing: sizes, places along and across the flow, and the turning of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from calculators.chain.graph import Effektkedja
from calculators.chain.kinds import BAND
from calculators.chain.layout.drawing import Arrow, Box, Drawing, Heading
from calculators.chain.layout.form import Form
from calculators.chain.layout.lanes import Layers
from calculators.chain.layout.places import placed
from calculators.chain.layout.ports import Link, links, ports
from calculators.chain.layout.sizes import Size, size
from calculators.chain.loops import loops
from calculators.chain.siffror import PerLada, Siffror

NONE = Siffror()
LEVEL = 8  # pixels: less than this is hardly a bend
BEND = 4  # pixels that each bend widens its gap
STEEP = 12  # and a pixel for so many that an arrow goes aside


class Picture:
    """Places along the flow (`start` of each column, `deep` it is) and across it (`middle` of each point)."""

    def __init__(self, kedja: Effektkedja, form: Form, given: Layers, siffror: PerLada):
        self.kedja, self.form, self.given = kedja, form, given
        self.sizes = [
            size(lada, form, max(len(given.left[v]), len(given.right[v])), siffror.get(lada.id, NONE).ritas)
            for v, lada in enumerate(kedja.lador)
        ]
        across = [box.across for box in self.sizes]
        self.ports = ports(given, across, form.port, form.pad)
        stretches = links(given, self.ports)
        self.middle = self._middles(across, stretches)
        self.deep = [max(self.sizes[v].along for v in layer if v < given.boxes) for layer in given.layers]
        self.start = self._starts(stretches)

    def _middles(self, across: Sequence[int], stretches: Sequence[Link]) -> list[int]:
        form, given, boxes = self.form, self.given, self.given.boxes
        half = [*(side // 2 for side in across), *[0] * (len(given.rank) - boxes)]

        def apart(a: int, b: int) -> int:
            free = form.lane if a < boxes or b < boxes else form.lanes
            return half[a] + half[b] + (form.between if a < boxes and b < boxes else free)

        gaps = [[apart(a, b) for a, b in pairwise(layer)] for layer in given.layers]
        least = max(
            (half[row[0]] + half[row[-1]] + sum_of(gap) for row, gap in zip(given.layers, gaps, strict=True)), default=0
        )
        room = max(form.room, least) if form.room else 0
        middle = placed(given.layers, given.rank, given.places(), half, stretches, gaps, room)
        top = min((middle[v] - half[v] for v in range(len(middle))), default=0)
        self.across = max((middle[v] + half[v] for v in range(len(middle))), default=0) - top
        return [at - top for at in middle]

    def _starts(self, stretches: Sequence[Link]) -> list[int]:
        """Columns stand further apart where more arrows bend between them, or bend more."""
        bends, steepest = [0] * len(self.deep), [0] * len(self.deep)
        for a, b, out, into in stretches:
            bend, column = abs(self.middle[a] + out - self.middle[b] - into), self.given.rank[a]
            bends[column] += bend > LEVEL
            steepest[column] = max(steepest[column], bend)
        starts, at = [], 0
        for deep, n, bend in zip(self.deep, bends, steepest, strict=True):
            starts.append(at)
            at += deep + min(self.form.widest_gap, self.form.gap + BEND * n + bend // STEEP)
            self.along = starts[-1] + deep
        return starts

    def way(self, n: int) -> list[tuple[int, int]]:
        """Arrow n from left to right, as (along, across): straight, bent, straight … and straight at the end."""
        path, (out, into) = self.given.paths[n], self.ports[n]
        first, last = path[0], path[-1]
        column = self.given.rank[first]
        points = [
            (self.start[column] + self.sizes[first].along, self.middle[first] + out),
            (self.start[column] + self.deep[column], self.middle[first] + out),
        ]
        for v in path[1:-1]:
            column = self.given.rank[v]
            points += [(self.start[column], self.middle[v]), (self.start[column] + self.deep[column], self.middle[v])]
        end = (self.start[self.given.rank[last]], self.middle[last] + into)
        return [*points, end, end]


def drawn(kedja: Effektkedja, form: Form, riktning: str, given: Layers, kinds: Sequence[int], back: set[int],
          crossed: int, siffror: PerLada) -> Drawing:  # fmt: skip
    """The drawing: the flow to the right, to the left, downwards or upwards."""
    picture = Picture(kedja, form, given, siffror)
    turn = _Turn(form, riktning, picture.along if kedja.lador else 0, picture.across)
    named = {loop.pil.id: loop.namn for loop in loops(kedja, back)}
    arrows = []
    for n, pil in enumerate(kedja.pilar):
        points = [turn.point(*point) for point in picture.way(n)]
        arrows.append(Arrow(pil, tuple(reversed(points) if n in back else points), n in back, named.get(pil.id, "")))
    return Drawing(
        form, riktning, turn.width, turn.height,
        tuple(turn.box(picture, v, size) for v, size in enumerate(picture.sizes)), tuple(arrows),
        tuple(turn.heading(picture, kinds, band) for band in sorted(set(kinds))), crossed,
    )  # fmt: skip


def sum_of(lengths: Sequence[int]) -> int:
    """Whole pixels added: no amounts."""
    total = 0
    for length in lengths:
        total += length
    return total


class _Turn:
    """Along and across the flow become x and y."""

    def __init__(self, form: Form, riktning: str, along: int, across: int):
        self.form, self.back, self.along = form, riktning == "vanster", along
        x, y = (across, along) if form.stands else (along, across)
        self.left, self.top = (form.head, form.margin) if form.stands else (form.margin, form.head)
        self.width, self.height = x + self.left + form.margin, y + self.top + form.margin

    def point(self, along: int, across: int) -> tuple[int, int]:
        along = self.along - along if self.back else along
        return (across + self.left, along + self.top) if self.form.stands else (along + self.left, across + self.top)

    def box(self, picture: Picture, v: int, size: Size) -> Box:
        start = picture.start[picture.given.rank[v]]
        x, y = self.point(start + (size.along if self.back else 0), picture.middle[v] - size.across // 2)
        width, height = (size.across, size.along) if self.form.stands else (size.along, size.across)
        return Box(picture.kedja.lador[v], x, y, width, height, size.label, size.rows, size.who, size.figures)

    def heading(self, picture: Picture, kinds: Sequence[int], band: int) -> Heading:
        columns = [n for n, kind in enumerate(kinds) if kind == band]
        ends = (picture.start[columns[0]], picture.start[columns[-1]] + picture.deep[columns[-1]])
        start, end = sorted(self.point(at, 0)[1 if self.form.stands else 0] for at in ends)
        return Heading(BAND[band], start, end)
