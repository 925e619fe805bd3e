"""An outcome pasted from a sheet or read from a file: one row for each value, or one column for each year."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from calculators.filtext import Tabellfil
from calculators.kalkyl.document import Nyttokalkyl, block_id
from calculators.kalkyl.formel.names import folded
from calculators.kalkyl.plan import Utfall
from calculators.swedish import NotANumber, parse_number, write_number
from calculators.uppfoljning.rakning import Rakning
from calculators.uppfoljning.utfall import counted_rows, matched

COLUMNS = {
    "rad": "rad", "nytta": "rad", "beteckning": "rad", "faktor": "faktor", "år": "ar", "ar": "ar",
    "utfall": "varde", "värde": "varde", "källa": "kalla", "kalla": "kalla",
}  # fmt: skip
ORDER = ("rad", "faktor", "ar", "varde", "kalla")
YEAR = re.compile(r"(?:år\s*)?([0-9]{1,4})")
MOST = 500  # values
FARTHEST = 200  # lines searched for the names of the columns

Line = tuple[int, list[str]]  # its number where it stands, and its cells


@dataclass(slots=True)
class Inlast:
    """The values as the form's texts, and a sentence for each line that could not be used."""

    rader: list[dict[str, str]] = field(default_factory=list)
    fel: list[str] = field(default_factory=list)


def read_table(lines: Sequence[Line], kalkyl: Nyttokalkyl) -> Inlast:
    """The outcome in the rows of a table, from the first row that names its columns. A line is used whole, or told."""
    found, rows = Inlast(), counted_rows(kalkyl)
    place, header = _begins(lines)
    for n, cells in lines[place:]:
        for one in _values(cells, header):
            _take(found, n, one, kalkyl, rows)
    if not found.rader and not found.fel:
        found.fel.append("Tabellen är tom. Klistra in rader med rad, faktor, år och utfall.")
    return found


def with_outcome(tables: Sequence[Sequence[Line]]) -> Sequence[Line]:
    """Of the tables in a file the first whose columns are named as an outcome's, otherwise the first of all."""
    for lines in tables:
        place, header = _begins(lines)
        if place and "faktor" in header.values():
            return lines
    return tables[0] if tables else []


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold anything, with their numbers, as cells."""
    return [(n, cells) for n, cells in enumerate(_cells(text), 1) if any(c.strip() for c in cells)]


def _begins(lines: Sequence[Line]) -> tuple[int, Mapping[int, str]]:
    """Where the values begin and what each column holds; the usual columns where no line near the top names them.

    Under a title the columns must name the factor too, for many tables have a name and a year in each column.
    """
    for place, (_, cells) in enumerate(lines[:FARTHEST], 1):
        header = _header(cells)
        if header and (place == 1 or "faktor" in header.values()):
            return place, header
    return 0, dict(enumerate(ORDER))


def _cells(text: str) -> Iterator[list[str]]:
    lines = text.removeprefix("\ufeff").replace("\x00", "").splitlines()
    delimiter = "\t" if any("\t" in line for line in lines) else ";"
    for line in lines:
        try:
            yield next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            yield line.split(delimiter)


def _header(cells: Sequence[str]) -> dict[int, str] | None:
    """What each column holds: a field, or a year such as "2027"; None where the line names no row and no value."""
    found: dict[int, str] = {}
    for n, cell in enumerate(cells):
        name = folded(cell.strip())
        if name in COLUMNS:
            found[n] = COLUMNS[name]
        elif found and (year := YEAR.fullmatch(name)):
            found[n] = f"ar:{year[1]}"
    names = {*found.values()}
    return found if "rad" in names and ("varde" in names or any(name.startswith("ar:") for name in names)) else None


def _values(cells: Sequence[str], columns: Mapping[int, str]) -> Iterator[dict[str, str]]:
    """The values of a line: one, or one for each year's column that is filled in."""
    by_name = {name: cells[n].strip() for n, name in columns.items() if n < len(cells)}
    about = {name: by_name.get(name, "") for name in ("rad", "faktor", "kalla")}
    years = {name.removeprefix("ar:"): text for name, text in by_name.items() if name.startswith("ar:")}
    if years:
        yield from ({**about, "ar": year, "varde": text} for year, text in years.items() if text)
    else:
        yield {**about, "ar": by_name.get("ar", ""), "varde": by_name.get("varde", "")}


def _take(found: Inlast, n: int, one: dict[str, str], kalkyl: Nyttokalkyl, rows: Mapping[str, Rakning]) -> None:
    """The value if it can be used, otherwise the sentence that says what to do."""
    if len(found.rader) >= MOST:
        if len(found.rader) == MOST and not any(f.startswith("Bara") for f in found.fel):
            found.fel.append(f"Bara de första {write_number(float(MOST))} värdena är inlästa. Dela upp tabellen.")
        return
    try:
        value = parse_number(one["varde"], "%") if one["varde"].endswith("%") else parse_number(one["varde"])
        year = YEAR.fullmatch(folded(one["ar"]))
        named = {name: one[name] for name in ("rad", "faktor", "kalla")}
        tried = Utfall(**named, ar=int(year[1]) if year else None, varde=value)
    except NotANumber as sentence:
        found.fel.append(f"Rad {write_number(float(n))}: {sentence}")
        return
    traff = matched(kalkyl, (tried,), rows)
    for _, _, words in traff.miss:
        found.fel.append(f"Rad {write_number(float(n))}: {words}")
        return
    ((id, years),) = traff.kanda.items()
    one = {**one, "rad": id, "faktor": next(name for values in years.values() for name in values)}
    found.rader.append({**one, "ar": write_number(float(tried.ar or 0)), "varde": write_number(value)})


def merged(flat: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The form's texts with the read values: one for the same row, factor and year takes the place of the earlier."""
    kept = {key: text for key, text in flat.items() if not key.startswith("utfall.")}
    known: dict[tuple[str, ...], dict[str, str]] = {}
    for n, row in enumerate((*_rows_of(flat), *rows)):
        if any(row.values()):
            key = (folded(row.get("rad", "")), folded(row.get("faktor", "")), row.get("ar", ""))
            known[key if key[0] and key[2] else (*key, write_number(float(n)))] = dict(row)  # a half-written row stays
    return kept | {f"utfall.{n}.{name}": text for n, row in enumerate(known.values()) for name, text in row.items()}


def blank(kalkyl: Nyttokalkyl, fil: Tabellfil) -> None:
    """A table to fill in and read back: each factor of each row with what was planned, and a column for each year."""
    years = [write_number(float(year)) for year in kalkyl.ar]
    fil.add(("Rad", "Namn", "Faktor", "Enhet", "Planerat", *years, "Källa"))
    rows, blocks = counted_rows(kalkyl), {block_id(side, n, block): block for side, n, block in kalkyl.blocks}
    for id, worth in rows.items():
        for name, x in worth.varden.items():
            unit = worth.enheter.get(name, "")
            fil.add((id, blocks[id].namn, name, unit, x * 100 if unit == "%" else x, *("" for _ in years), ""))


def _rows_of(flat: Mapping[str, str]) -> list[dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for key, text in flat.items():
        if key.startswith("utfall."):
            _, place, name = key.split(".", 2)
            found.setdefault(int(place), {})[name] = text
    return [found[n] for n in sorted(found)]
