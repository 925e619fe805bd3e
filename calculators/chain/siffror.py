"""What a calculation says of the boxes: drawn in them, and told in the list. A chain on its own has none of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Siffror:
    """Of one box: `ritas` are lines of text in the picture, `fakta` stand in the list with a label each."""

    ritas: tuple[str, ...] = ()
    fakta: tuple[tuple[str, str], ...] = ()


PerLada = Mapping[str, Siffror]  # by the box's id
INGA: PerLada = MappingProxyType({})
