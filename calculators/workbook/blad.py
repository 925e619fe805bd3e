"""One tab while it is written: text is always text, and every formula comes with the value that the engine gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from xlsxwriter.worksheet import Worksheet

LONGEST = 32_000  # characters that a cell takes
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what the format can't hold
PUT_IN_QUOTES = ("=", "+", "-", "@", "−")
LINE_HEIGHT, ROW_HEIGHT = 13, 18  # points
IN_COLUMNS, IN_ROWS, IN_BOTH = "ColumnTitle", "RowTitle", "Title"  # header cells of each column, each row, both; see marks
CELL = re.compile(r"([A-Z]+)([0-9]+)")
QUOTED = {"in_text": "in_quoted", "in_words": "in_raw"}


class ExactSheet(Worksheet):  # type: ignore[misc]
    """A tab whose numbers keep every bit; the library itself writes sixteen figures."""

    def _xml_number_element(self, number: float, attributes: Any = ()) -> None:
        about = "".join(f' {key}="{self._escape_attributes(value)}"' for key, value in attributes)
        self.fh.write(f"<c{about}><v>{float(number)!r}</v></c>")


def sum_of_lines(words: str, wide: int) -> int:
    """How many lines a text takes."""
    lines = 0
    for part in words.split("\n"):
        lines += max(1, -(-len(part) // wide))
    return lines


class Blad:
    """A tab and its looks. Cells are named as in the sheet: "B7"."""

    def __init__(self, sheet: Any, looks: Mapping[str, Any]) -> None:
        self.sheet, self.looks = sheet, looks
        self.tables: list[tuple[str, str]] = []
        sheet.set_default_row(ROW_HEIGHT)

    def text(self, cell: str, words: str, look: str = "plain") -> None:
        """Words, also those that look like a formula or a number."""
        words = CONTROL.sub("\N{REPLACEMENT CHARACTER}", words)[:LONGEST]
        if words.startswith(PUT_IN_QUOTES):
            look = QUOTED.get(look, look)
        if words:
            self.sheet.write_string(cell, words, self.looks[look])
        else:
            self.sheet.write_blank(cell, None, self.looks[look])

    def number(self, cell: str, x: float | None, look: str) -> None:
        """A number, or an empty cell to fill in."""
        if x is None:
            self.sheet.write_blank(cell, None, self.looks[look])
        else:
            self.sheet.write_number(cell, x, self.looks[look])

    def formula(self, cell: str, formula: str, value: float | str, look: str) -> None:
        """A live formula, and its value for whoever only looks at the file."""
        self.sheet.write_formula(cell, f"={formula}", self.looks[look], value)

    def title(self, words: str) -> None:
        """What the tab is called, in its first row."""
        self.text("A1", words, "title")
        self.sheet.set_row(0, 30)

    def tall(self, row: int, *texts: tuple[str, int]) -> None:
        """A row as high as the longest of its texts needs; each comes with the characters that a line holds."""
        lines = max(sum_of_lines(words, wide) for words, wide in texts)
        if lines > 1:
            self.sheet.set_row(row - 1, min(400, LINE_HEIGHT * lines + 5))

    def row(self, row: int, first: str, texts: Mapping[str, str], height: float = 32) -> None:
        """Header cells by column; those of numbers are set to the right."""
        self.sheet.set_row(row - 1, height)
        for column, words in texts.items():
            self.text(f"{column}{row}", words, "head_number" if column in first else "head")

    def table(self, headers: str, cells: str) -> None:
        """Marks a table, "A6:D20", for screen readers: where its header cells are, in its first row, its first column, or both."""
        self.tables.append((headers, cells))

    def marks(self, number: int) -> Iterator[tuple[str, str]]:
        """Name of the file and the cell that it leads to, for each marked table; `number` is the tab's place, from 1.

        JAWS and NVDA take a name that begins with ColumnTitle, RowTitle or Title as the first header cell of a table. Alone
        on its tab it holds however far the table grows. Of several, each name tells its place among them, the corners of its
        table and the tab: TitleRegion1.A6.D20.7. A name can't follow when rows are inserted, so in a table that has grown in
        the spreadsheet the last rows have no header cells until the site writes the file anew.
        """
        for n, (headers, cells) in enumerate(self.tables, 1):
            first, last = cells.split(":")
            tab, corner = f"'{self.sheet.name}'!", CELL.sub(r"$\1$\2", first)
            alone = len(self.tables) == 1
            yield (f"{tab}{headers}" if alone else f"{headers}Region{n}.{first}.{last}.{number}"), f"={tab}{corner}"

    def choice(self, cells: str, source: Any, title: str, words: str) -> None:
        """A list to pick from. Another word is allowed, but asked about."""
        self.sheet.data_validation(
            cells,
            {"validate": "list", "source": source, "input_title": title[:32], "input_message": words[:255],
             "error_type": "warning", "error_title": "Det står inte i listan",
             "error_message": "Välj helst ett av alternativen i listan. Behåll det du skrev om det ska läsas så."},
        )  # fmt: skip

    def help(self, cells: str, title: str, words: str) -> None:
        """What to write, shown while the cell is chosen."""
        self.sheet.data_validation(cells, {"validate": "any", "input_title": title[:32], "input_message": words[:255]})

    def when(self, cells: str, formula: str, look: Any, **more: Any) -> None:
        """Another look while a formula holds."""
        self.sheet.conditional_format(cells, {"type": "formula", "criteria": f"={formula}", "format": look, **more})
