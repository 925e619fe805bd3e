"""Which row of the file is which shared factor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from calculators.workbook.inlast.bladformel import Cell


@dataclass(frozen=True, slots=True)
class Shared:
    """`places` holds tab and row → id, `namn` id → name."""

    places: Mapping[tuple[str, int], str] = field(default_factory=dict)
    namn: Mapping[str, str] = field(default_factory=dict)

    def at(self, cell: Cell) -> str:
        """The id of the factor that the cell belongs to; empty where it belongs to none."""
        return self.places.get((cell.tab, cell.row), "")
