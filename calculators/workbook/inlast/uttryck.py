"""What the annual value of a block is made of: its formula in the sheet, translated to the words of the formula line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from calculators.kalkyl.formel.reading import parse
from calculators.kalkyl.formel.tree import Formula, Name, Number, Product, names
from calculators.kalkyl.formel.writing import written
from calculators.kalkyl.namngivning import Gemensamma, Named, labels_of, named, shared_labels
from calculators.kalkyl.osakerhet.formelvarde import keyed
from calculators.schema import Varde
from calculators.workbook.flikar.block import FORMULA
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.bladformel import Cell, Reader, Untranslatable, cell_of
from calculators.workbook.inlast.delade import Shared
from calculators.workbook.inlast.tabell import Tabell
from calculators.workbook.inlast.tal import read_number
from calculators.workbook.inlast.varden import LEVELS, read_value, renamed


def read_annual(
    found: Inlast, t: Tabell, head: int, rows: Sequence[int], factors: list[dict[str, Any]], direct: int | None,
    other: Mapping[str, int], reader: Reader, shared: Shared,
) -> dict[str, Any]:  # fmt: skip
    """ "faktorer" and "formel", or "arligt_varde", as the cell of the annual value says."""
    cell = t.cell(head, "Troligt")
    tree = _tree(cell.formula, reader)
    place = cell_of(tree.name) if isinstance(tree, Name) else None
    if direct and place and place.row == direct:
        return {"arligt_varde": read_value(found, t, direct, reader, shared, "kr")}
    if cell.formula and tree is not None:
        block = Uttryck(found, t, head, list(rows), factors, reader, shared)
        formel = block.words(tree, t.text(other[FORMULA], "Namn") if FORMULA in other else "")
        if formel is not None:
            return {"faktorer": block.factors, **({"formel": formel} if formel else {})}
    return _written(found, t, head, factors)


def _tree(text: str, reader: Reader) -> Formula | None:
    try:
        return reader.tree(text) if text else None
    except Untranslatable:
        return None


def _written(found: Inlast, t: Tabell, head: int, factors: Sequence[Any]) -> dict[str, Any]:
    """The annual value as the number that it is."""
    cell = t.cell(head, "Troligt")
    numbers = {level: read_number(found, t.flik, t.cell(head, label), quiet=True) for level, label in LEVELS.items()}
    where = t.where(head, "Troligt")
    if cell.formula:
        found.say(
            where,
            "Formeln använder sådant som uträkningen på webbplatsen inte har. Det årliga värdet är hämtat som ett tal.",
        )
    elif factors:
        found.say(
            where, "Det årliga värdet är inskrivet som ett tal. Talet gäller, och faktorerna under det är inte inlästa."
        )
    value = {k: v for k, v in numbers.items() if v is not None}
    return {"arligt_varde": value} if value else {"faktorer": list(factors)}


class Uttryck:
    """A block's formula on its way from cells to words. Factors that stand elsewhere in the file become rows of the block."""

    def __init__(
        self, found: Inlast, t: Tabell, head: int, rows: list[int], factors: list[dict[str, Any]], reader: Reader, shared: Shared
    ) -> None:  # fmt: skip
        self.found, self.t, self.head, self.rows, self.factors = found, t, head, rows, factors
        self.reader, self.shared = reader, shared

    def words(self, tree: Formula, told: str) -> str | None:
        """The formula line: empty where all factors are multiplied, None where a cell of it can't be a factor.

        What stands in words beside it is kept where it says the same.
        """
        if not all(self._known(cell_of(key)) for key in names(tree)):
            return None
        self._compare(tree)
        own = [Cell(self.t.flik.name, self.t.columns["Troligt"], row) for row in self.rows]
        everything = _multiplied(tree) == own if own else tree == Number(0.0)
        if everything and "PRODUCT(" in self.t.cell(self.head, "Troligt").formula:
            return ""
        about = self._named()
        put = renamed(tree, lambda cell: self._name(about, cell))
        known = parse(told, about.names).tree if told else None
        same = known is not None and _by_source(known, about) == _by_source(put, about)
        return told if same else "" if everything else written(put)

    def _named(self) -> Named:
        values = {id: Varde(namn=self.shared.namn[id]) for id in self.shared.places.values()}
        rows = [Varde(namn=f.get("namn", ""), ref=f.get("ref", "")) for f in self.factors]
        shared = Gemensamma(values)
        return named(labels_of(rows, shared), shared_labels(shared))

    def _known(self, cell: Cell) -> bool:
        """Whether the cell is a factor: of the block, shared, or a number elsewhere in the tab, which then is copied."""
        if cell.tab == self.t.flik.name and cell.row in self.rows:
            return cell.column == self.t.columns["Troligt"]
        if self.shared.at(cell):
            return True
        there = self.t.flik.at(cell.row, cell.column)
        if (
            cell.tab != self.t.flik.name
            or cell.column != self.t.columns["Troligt"]
            or not isinstance(there.value, float)
        ):
            return False
        value = read_value(self.found, self.t, cell.row, self.reader, self.shared)
        self.rows.append(cell.row)
        self.factors.append(value)
        words = f"Formeln hämtar {value.get('namn') or 'ett tal'} från rad {cell.row}. Den är kopierad hit, så ändra på båda ställena."
        self.found.say(self.t.where(self.head, "Troligt"), words)
        return True

    def _name(self, about: Named, cell: Cell) -> str:
        if cell.tab == self.t.flik.name and cell.row in self.rows:
            return about.own[self.rows.index(cell.row)]
        id = self.shared.at(cell)
        return next(name for name, source in about.sources.items() if source == ("gemensamma", id))

    def _compare(self, tree: Formula) -> None:
        """Lägst and högst should be worked out as the likely value is."""
        likely = [_moved(key, self.t.columns["Troligt"]) for key in names(tree)]
        for label in ("Lägst", "Högst"):
            other = _tree(self.t.cell(self.head, label).formula, self.reader)
            same = other is not None and [_moved(key, self.t.columns[label]) for key in names(other)] == likely
            if not same:
                words = f"{label} räknas inte på samma sätt som troligt. På webbplatsen gäller samma uträkning för alla tre."
                self.found.say(self.t.where(self.head, label), words)


def _moved(key: str, column: int) -> tuple[str, int, int]:
    """A cell counted from the column of its level."""
    cell = cell_of(key)
    return cell.tab, cell.row, cell.column - column


def _multiplied(tree: Formula) -> list[Cell]:
    """The cells of a plain product, or of one cell; nothing for any other formula."""
    if isinstance(tree, Name):
        return [cell_of(tree.name)]
    if isinstance(tree, Product) and all(sign == "*" and isinstance(part, Name) for sign, part in tree.parts):
        return [cell_of(part.name) for _, part in tree.parts if isinstance(part, Name)]
    return []


def _by_source(tree: Formula, about: Named) -> Formula:
    """The tree with each name as what it stands for, so that two spellings of a factor are the same."""
    return keyed(tree, lambda name: Name(str(about.sources.get(name, name))))
