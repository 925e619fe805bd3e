"""Where each part of a slide stands: boxes in inches on a wide slide, and the largest type that fits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from calculators.rapport.document import Block, Bullets, Chart, Facts, Heading, KeyFigures, Paragraph, Picture, Table
from calculators.swedish import NBSP

LEFT, TOP, WIDTH, HEIGHT = 0.6, 1.45, 12.13, 5.35  # the slide is 13.33 × 7.5
ASIDE, GAP = 5.4, 0.25  # the width of words beside a chart; the space between parts
SIZES = (20, 18, 16, 14, 12, 11, 10, 9, 8)  # points, tried in this order
FIGURES = 1.3  # the height of a row of key figures
SHEET = 7.3  # the width of a table on paper
LONGEST_WORD, LONGEST_TEXT = 24, 70  # letters that a column may ask for
PADDING = 0.14  # inside a table's row, above and below together


class Placed(NamedTuple):
    """A block with its box (x, y, width, height in inches) and its type size in points."""

    block: Block
    box: tuple[float, float, float, float]
    size: int


def placed(blocks: Sequence[Block]) -> list[Placed]:
    """A chart takes the right side, or everything; the rest stands under each other."""
    charts = [b for b in blocks if isinstance(b, Chart | Picture)]
    words = [b for b in blocks if not isinstance(b, Chart | Picture)]
    if not charts:
        return _stacked(words, LEFT, WIDTH)
    if any(isinstance(b, Table) for b in words):
        return _under(charts, words)
    x, width = (LEFT + ASIDE + GAP, WIDTH - ASIDE - GAP) if words else (LEFT, WIDTH)
    each = (HEIGHT - GAP * (len(charts) - 1)) / len(charts)
    pictures = [Placed(b, (x, TOP + n * (each + GAP), width, each), 12) for n, b in enumerate(charts)]
    return [*_stacked(words, LEFT, ASIDE), *pictures]


def _under(charts: Sequence[Block], words: Sequence[Block]) -> list[Placed]:
    """Charts beside each other above a table and its words."""
    below = _stacked(words, LEFT, WIDTH, HEIGHT / 2)
    used = below[-1].box[1] + below[-1].box[3] - TOP
    tall, wide = HEIGHT - used - GAP, (WIDTH - GAP * (len(charts) - 1)) / len(charts)
    above = [Placed(b, (LEFT + n * (wide + GAP), TOP, wide, tall), 12) for n, b in enumerate(charts)]
    moved = [Placed(b, (x, y + tall + GAP, w, h), size) for b, (x, y, w, h), size in below]
    return [*above, *moved]


def _stacked(blocks: Sequence[Block], x: float, width: float, most: float = HEIGHT) -> list[Placed]:
    room = most - GAP * max(0, len(blocks) - 1)
    size = next((s for s in SIZES if math.fsum(height(b, width, s) for b in blocks) <= room), SIZES[-1])
    found, y = [], TOP
    for block in blocks:
        tall = height(block, width, size)
        found.append(Placed(block, (x, y, width, tall), size))
        y += tall + GAP
    return found


def height(block: Block, width: float, size: int) -> float:
    """About how high a block becomes at a type size."""
    match block:
        case KeyFigures():
            return FIGURES
        case Bullets(items):
            return math.fsum(_lines(item, width - 0.4, size) + 0.4 for item in items) * _line(size)
        case Facts(items):
            return math.fsum(_lines(f"{name}: {value}", width, size) + 0.3 for name, value in items) * _line(size)
        case Paragraph(text) | Heading(text):
            return _lines(text, width, size) * _line(size)
        case Table():
            return _table_height(block, width, size)
        case _:
            return HEIGHT


def _table_height(table: Table, width: float, size: int) -> float:
    columns = [share * width - 0.2 for share in shares(table, width, size)]
    words = [
        (word, w) for row in table.rows for cell, w in zip(row, columns, strict=True) for word in _words(cell.text)
    ]
    if any(len(word) <= LONGEST_WORD and len(word) > _room(w, size) for word, w in words):
        return 2 * HEIGHT  # a figure or a word would be broken in two: smaller type, please
    rows = [list(table.header), *([cell.text for cell in row] for row in (*table.rows, table.foot) if row)]
    lines = [max(_lines(text, w, size) for text, w in zip(row, columns, strict=True)) for row in rows]
    return math.fsum(n * _line(size) + PADDING for n in lines)


def shares(table: Table, width: float, size: float) -> tuple[float, ...]:
    """Each column's share of the width: room for its longest word, and of what is left after its longest text.

    `width` is the table's own in inches, `size` its type in points.
    """
    rows = [table.header, *(tuple(cell.text for cell in row) for row in (*table.rows, table.foot) if row)]
    columns = list(zip(*rows, strict=True))
    least = [max(map(_longest_word, column)) + 3 for column in columns]
    wanted = [max(n, min(LONGEST_TEXT, max(map(len, column)) + 3)) for n, column in zip(least, columns, strict=True)]
    room = _room(width, size)
    left = room - math.fsum(wanted)
    if left >= 0:
        wide = [n + left / len(wanted) for n in wanted]
    else:
        more = [w - n for w, n in zip(wanted, least, strict=True)]
        spare = max(0, room - math.fsum(least)) / (math.fsum(more) or 1)
        wide = [n + spare * m for n, m in zip(least, more, strict=True)]
    return tuple(n / math.fsum(wide) for n in wide)


def _lines(text: str, width: float, size: int) -> int:
    """How many lines a text takes."""
    room = _room(width, size)
    lines, used = 1, 0
    for word in _words(text):
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
        lines, used = lines + used // (room + 1), used % (room + 1)
    return lines


def _longest_word(text: str) -> int:
    """Letters of the longest word that should not be broken; an address on the web may be."""
    return max((min(LONGEST_WORD, 12 if "://" in word else len(word)) for word in _words(text)), default=0)


def _words(text: str) -> list[str]:
    """What is not broken between lines: hard spaces hold a figure and its unit together."""
    return text.replace(NBSP, "_").split()


def _room(width: float, size: float) -> int:
    """Letters of Arial on a line: each is about half as wide as it is high."""
    return max(6, int(width * 132 / size))


def _line(size: int) -> float:
    return size * 1.22 / 72
