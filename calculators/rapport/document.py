"""A document in parts: what stands in it, not how it looks. Print, Word and slides are all made from this."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more whole sentences."""

    kind: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in which every item stands alone."""

    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values: ("Tidshorisont", "6 år")."""

    kind: ClassVar[str] = "facts"
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures to be seen first, each with its name; the first one leads."""

    kind: ClassVar[str] = "figures"
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text as shown; a figure carries its exact value too, as it is read (40 for 40 %), and its unit."""

    text: str
    value: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of a row names it. `foot` is the row of sums, where there is one."""

    kind: ClassVar[str] = "table"
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[Cell, ...] = ()

    def is_number(self, column: int) -> bool:
        """Whether the column holds figures."""
        return any(cells[column].value is not None for cells in self.rows)

    def unit(self, column: int) -> str:
        """The unit that every figure of the column has; empty where they differ."""
        units = {cells[column].unit for cells in self.rows if cells[column].value is not None}
        return units.pop() if len(units) == 1 else ""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures: `form` is "stack", "group" (bars beside each other) or "line"; `tone` names a colour of the site."""

    name: str
    values: tuple[float, ...]
    tone: str
    form: str = "stack"


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as its figures in `unit`. `name` says which of the house's charts draws it; `alt` tells its point."""

    kind: ClassVar[str] = "chart"
    name: str
    title: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = "kr"


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture as SVG."""

    kind: ClassVar[str] = "picture"
    title: str
    alt: str
    svg: str


Block = Heading | Paragraph | Bullets | Facts | KeyFigures | Table | Chart | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading; in slides, one slide."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """`about` are lines under the title, `foot` stands last on every page, `file` is a name without its ending."""

    kind: str
    title: str
    about: tuple[str, ...]
    foot: str
    file: str
    sections: tuple[Section, ...]
    language: str = field(default="sv-SE")


def row(name: str, *cells: Cell | str) -> tuple[Cell, ...]:
    """A row of a table from its name and its cells."""
    return (Cell(name), *(Cell(c) if isinstance(c, str) else c for c in cells))
