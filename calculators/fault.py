"""What can be wrong with an input: a code for machines, a field, and a Swedish sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `field` is the dotted key ("nyttor.0.kategori"); `missing` marks a field that is only empty."""

    code: str
    field: str
    message: str
    missing: bool = False


class Rejected(ValueError):
    """Every fault at once. The only exception that bad input may raise out of the engine."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{f.code} {f.field}: {f.message}" for f in self.faults))
