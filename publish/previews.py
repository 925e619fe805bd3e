"""The picture that a link to a page shows: its heading on the site's own ground, beside the page as delning.png."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from publish import ROOT

NAME = "delning.png"
SIZE = WIDTH, HEIGHT = 1200, 630
LEFT, COLUMN, TOP, ROOM = 98, 640, 200, 290  # where the heading stands, and how much room it has
SIZES = range(80, 30, -4)
LINE = 1.2  # a line's height for each part of its size
FINER = 3  # drawn larger and shrunk: Pillow leaves slanting lines jagged
COLOURS = 64
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
MARKS = re.compile(r'<a class="headerlink".*?</a>|<[^>]+>', re.S)
FONT = ROOT / "docs/assets/fonts/source-sans-3-latin-wght-normal.woff2"
STYLES = ROOT / "docs/assets/stylesheets/farger.css"
BARS = ((784, 326, 516), (854, 266, 436), (924, 216, 416), (994, 216, 416), (1064, 216, 416))  # left, top, foot; 376 is zero
NET = ((806, 466), (876, 416), (946, 296), (1086, 156))


def draw_previews(site: Path) -> None:
    """One picture for each page with a heading. The same page gives the same bytes."""
    for page in site.rglob("index.html"):
        if found := HEADING.search(page.read_text(encoding="utf-8")):
            preview(unescape(MARKS.sub("", found[1])).strip()).save(page.with_name(NAME), optimize=True)


def preview(heading: str) -> Image.Image:
    """1200 × 630 pixels, with the heading as large as its place allows."""
    picture = _ground().copy()
    size, lines = _fitted(heading)
    ImageDraw.Draw(picture).multiline_text((LEFT, TOP), "\n".join(lines), _colour("ink"), _font(size, 700), spacing=size // 10)
    return picture.quantize(COLOURS, dither=Image.Dither.NONE)


def _fitted(heading: str) -> tuple[int, list[str]]:
    """The largest size whose lines have room, and those lines. ValueError where not even the smallest has."""
    for size in SIZES:
        font = _font(size, 700)
        lines = _lines(heading, font)
        if len(lines) * size * LINE <= ROOM and all(font.getlength(line) <= COLUMN for line in lines):
            return size, lines
    raise ValueError(f"no room in {NAME} for the heading {heading!r}")


def _lines(heading: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in heading.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > COLUMN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def _ground() -> Image.Image:
    """What is the same on every picture: the edge, the name, bars of benefits and costs, and the line that they add up to."""
    large = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), _colour("paper"))
    pen = ImageDraw.Draw(large)
    _box(pen, (0, 0, 22, HEIGHT), "accent")
    for left, top, foot in BARS:
        _box(pen, (left, top, left + 44, 376), "benefit")
        _box(pen, (left, 376, left + 44, foot), "cost")
    _box(pen, (770, 375, 1130, 378), "edge")
    _path(pen, NET, 7, "net")
    _box(pen, (101, 101, 107, 155), "accent")
    _box(pen, (101, 149, 155, 155), "accent")
    _path(pen, ((115, 139), (127, 126), (136, 133), (151, 111)), 6, "accent")
    small = large.resize(SIZE, Image.Resampling.LANCZOS)
    words = ImageDraw.Draw(small)
    words.text((181, 100), "Nyttokalkyl", _colour("accent"), _font(44, 700))
    words.text((LEFT, 508), "Öppet stöd för kommuner och regioner", _colour("ink-soft"), _font(32, 400))
    return small


def _box(pen: ImageDraw.ImageDraw, sides: tuple[int, int, int, int], colour: str) -> None:
    left, top, right, foot = (side * FINER for side in sides)
    pen.rectangle((left, top, right - 1, foot - 1), fill=_colour(colour))


def _path(pen: ImageDraw.ImageDraw, points: tuple[tuple[int, int], ...], width: int, colour: str) -> None:
    pen.line([(x * FINER, y * FINER) for x, y in points], _colour(colour), width * FINER, joint="curve")


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONT, size)
    font.set_variation_by_axes([weight])
    return font


@cache
def _colour(name: str) -> str:
    """A colour of the light mode, which stands first in the file."""
    found = re.search(rf"--nk-{name}: (#[0-9a-f]{{6}});", STYLES.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{STYLES.name} has no colour named {name}")
    return found[1]
