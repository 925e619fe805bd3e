"""Header rows: where each column stands, whichever order the columns have and whatever else stands around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.workbook.inlast.rutnat import Flik, Ruta

FARTHEST = 60  # rows searched for a header


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table: its tab, the row of its header, and the column of each label."""

    flik: Flik
    head: int
    columns: Mapping[str, int]

    def cell(self, row: int, label: str) -> Ruta:
        """The cell of a labelled column; an empty one where there is no such column."""
        column = self.columns.get(label)
        return self.flik.at(row, column) if column else Ruta(row, 1)

    def text(self, row: int, label: str) -> str:
        return self.cell(row, label).text

    def where(self, row: int, label: str) -> str:
        return self.flik.where(row, self.columns.get(label, 1))


def plain(words: str) -> str:
    """How labels are compared: without case, colons and doubled spaces."""
    return " ".join(words.replace("\u00a0", " ").casefold().rstrip(" :*").split())


def table(flik: Flik, needed: tuple[str, ...], other: tuple[str, ...] = (), after: int = 0) -> Tabell | None:
    """The first row that holds every needed label, with the columns of these and of the others."""
    wanted = {plain(label): label for label in (*needed, *other)}
    for row in flik.rows():
        if not after < row[0].row <= after + FARTHEST:
            continue
        columns: dict[str, int] = {}
        for cell in row:
            label = wanted.get(plain(cell.text))
            if label and label not in columns:
                columns[label] = cell.column
        if all(label in columns for label in needed):
            return Tabell(flik, row[0].row, columns)
    return None


def beside(flik: Flik, label: str) -> Ruta | None:
    """The cell to the right of a label, wherever the label stands; None where it stands nowhere."""
    wanted = plain(label)
    for key in sorted(flik.cells):
        if plain(flik.cells[key].text) == wanted:
            return flik.at(key[0], key[1] + 1)
    return None
