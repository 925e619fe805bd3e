"""One line of the table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    what: str
    measured: str
    bar: str
    how: str
