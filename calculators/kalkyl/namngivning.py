"""What the factors of a block are called in its formula: its own rows first, then the shared factors, each by one name."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from calculators.kalkyl.formel.names import Names, Taken, folded
from calculators.kalkyl.formel.units import Unit, read_unit
from calculators.schema import Varde

Label = tuple[str, str, str]  # name, ref or id, unit: all that a formula's reading depends on
ROW, SHARED = "faktorer", "gemensamma"


class Labels(tuple[Label, ...]):
    """Labels whose hash is worked out once: every block of a document is looked up with the same shared ones."""

    kept: int | None = None

    def __hash__(self) -> int:
        if self.kept is None:
            self.kept = super().__hash__()
        return self.kept


class Gemensamma(dict[str, Varde]):
    """The shared factors by id, each with its value, and their labels worked out once."""

    def __init__(self, values: Mapping[str, Varde]) -> None:
        super().__init__(values)
        self.labels = Labels((v.namn, id, v.enhet) for id, v in values.items())


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """`own` is the name of each row. `sources` says where a name's value is: ("faktorer", 2) or ("gemensamma", id).

    The same labels always give the same object.
    """

    names: Names
    own: tuple[str, ...]
    sources: Mapping[str, tuple[str, int | str]]
    units: Mapping[str, Unit | None]


def labels_of(faktorer: Iterable[Varde], shared: Mapping[str, Varde]) -> tuple[Label, ...]:
    """The labels of a block's rows; a row that refers to a shared factor has its name and unit."""
    found = []
    for n, row in enumerate(faktorer):
        value = shared.get(row.ref, row) if row.ref else row
        found.append((row.namn or value.namn or row.ref or f"Faktor {n + 1}", row.ref, value.enhet))
    return tuple(found)


def shared_labels(shared: Mapping[str, Varde]) -> Labels:
    """The labels of the shared factors."""
    return shared.labels if isinstance(shared, Gemensamma) else Gemensamma(shared).labels


@functools.lru_cache(1024)
def named(rows: tuple[Label, ...], shared: Labels) -> Named:
    """The names of a block's rows and of the shared factors."""
    naming = _Naming()
    own = tuple(naming.row(n, *label) for n, label in enumerate(rows))
    left = [label for label in shared if label[1] not in naming.by_ref]
    for name, id, unit in left:
        naming.shared(name, id, unit)
    for _, id, _ in shared:
        naming.also(id, naming.by_ref[id])
    return Named(Names(tuple(naming.spellings.items()), frozenset(naming.doubled)), own, naming.sources, naming.units)


class _Naming:
    """Names given one by one; a later factor never takes the name of an earlier one."""

    def __init__(self) -> None:
        self.taken = Taken()
        self.spellings: dict[str, str] = {}
        self.doubled: set[str] = set()
        self.sources: dict[str, tuple[str, int | str]] = {}
        self.units: dict[str, Unit | None] = {}
        self.by_ref: dict[str, str] = {}

    def row(self, n: int, name: str, ref: str, unit: str) -> str:
        """An own row: the second "Antal" is called "Antal 2", and "Antal" alone says too little."""
        first = self.spellings.get(folded(name))
        given = self._give(name, unit, (SHARED, ref) if ref else (ROW, n))
        if first is not None and not (ref and self.sources[first] == (SHARED, ref)):
            self.doubled.add(first)
        if ref:
            self.by_ref.setdefault(ref, given)
        return given

    def shared(self, name: str, id: str, unit: str) -> None:
        """A shared factor: by its name where that is free, otherwise by its id."""
        if not (name or id):
            self.by_ref[id] = ""
            return
        first = self.spellings.get(folded(name)) if name else id
        if first is None:
            self.by_ref[id] = self._give(name, unit, (SHARED, id))
            return
        if name and self.sources[first][0] == SHARED:
            self.doubled.add(first)
        self.by_ref[id] = self._give(id or name, unit, (SHARED, id))

    def also(self, spelling: str, name: str) -> None:
        """One more spelling of a name, unless it is another factor's."""
        if spelling:
            self.spellings.setdefault(folded(spelling), name)

    def _give(self, wanted: str, unit: str, source: tuple[str, int | str]) -> str:
        name = self.taken.take(wanted)
        self.spellings[folded(name)] = name
        self.sources[name] = source
        self.units[name] = read_unit(unit)
        return name
