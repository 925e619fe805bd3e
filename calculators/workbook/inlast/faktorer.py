"""The shared factors of a file, and the hourly cost for rows that have none of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculators.kalkyl.formel.reading import parse
from calculators.kalkyl.formel.tree import names
from calculators.kalkyl.formel.writing import written
from calculators.kalkyl.namngivning import Gemensamma, named, shared_labels
from calculators.schema import Varde
from calculators.workbook.inlast.anmarkning import Inlast
from calculators.workbook.inlast.bladformel import Reader, Untranslatable, cell_of
from calculators.workbook.inlast.delade import Shared
from calculators.workbook.inlast.rutnat import Flik
from calculators.workbook.inlast.tabell import Tabell, table
from calculators.workbook.inlast.varden import SOURCE, VALUES, is_filled, read_value, read_words, renamed

NEEDED = ("Kortnamn", "Namn", "Enhet", "Lägst", "Troligt", "Högst")


def factor_table(flik: Flik) -> Tabell | None:
    """The table of shared factors, if this tab has it."""
    return table(flik, NEEDED, ("Uträkning", SOURCE))


def places(t: Tabell) -> Shared:
    """Which row is which factor; a row without a short name is named for its place."""
    rows = [n for n in range(t.head + 1, t.flik.last + 1) if t.text(n, "Kortnamn") or is_filled(t, n)]
    found = {(t.flik.name, n): t.text(n, "Kortnamn") or f"faktor_{n - t.head}" for n in rows}
    return Shared(found, {id: t.text(n, "Namn") for (_, n), id in found.items()})


def read_factors(found: Inlast, t: Tabell, shared: Shared, names_of_file: Mapping[str, str]) -> list[dict[str, Any]]:
    """The JSON rows of the shared factors."""
    reader = Reader(t.flik.name, names_of_file, lambda cell: not t.flik.at(cell.row, cell.column).empty)
    rows = {row: id for (_, row), id in shared.places.items()}
    labels = Gemensamma({id: Varde(namn=t.text(row, "Namn"), enhet=t.text(row, "Enhet")) for row, id in rows.items()})
    made = []
    for row, id in rows.items():
        formula = _formula(found, t, row, reader, shared, labels)
        value = read_words(t, row) if formula else read_value(found, t, row, reader, Shared())
        made.append({"id": id, "varde": value, **({"formel": formula} if formula else {})})
    return made


def _formula(found: Inlast, t: Tabell, row: int, reader: Reader, shared: Shared, labels: Gemensamma) -> str:
    """The formula in words, where the likely value is worked out from other shared factors."""
    cell, words = t.cell(row, "Troligt"), t.text(row, "Uträkning")
    if not cell.formula:
        if words:
            found.say(
                t.where(row, "Troligt"),
                "Talet är inskrivet i stället för formeln. Talet gäller, och uträkningen tas inte med.",
            )
        return ""
    try:
        tree = reader.tree(cell.formula)
    except Untranslatable:
        return ""
    about = named((), shared_labels(labels))
    by_id = {str(which): name for name, (_, which) in about.sources.items()}
    if not names(tree) or not all(shared.at(cell_of(key)) for key in names(tree)):
        return ""
    put = renamed(tree, lambda cell: by_id[shared.at(cell)])
    return words if parse(words, about.names).tree == put else written(put)


def read_conversion(
    found: Inlast, t: Tabell, names_of_file: Mapping[str, str], shared: Shared
) -> dict[str, Any] | None:
    """The hourly cost above the shared factors, by the name of its cell or by its own header row."""
    upper = table(t.flik, VALUES, (SOURCE,))
    if upper is None or upper.head >= t.head:
        return None
    row = upper.head + 1
    reader = Reader(t.flik.name, names_of_file, lambda _: True)
    if upper.cell(row, "Troligt").empty:
        return None
    return read_value(found, upper, row, reader, shared, "kr/h") or None
