"""Chains made up to show how, one file each: real kinds of change, invented by us."""

from __future__ import annotations

import os

from calculators.chain.document import read
from calculators.chain.graph import Effektkedja

HERE = os.path.dirname(__file__)


def ids() -> tuple[str, ...]:
    """Every example's id: the name of its file."""
    return tuple(sorted(name.removesuffix(".json") for name in os.listdir(HERE) if name.endswith(".json")))


def example(id: str) -> Effektkedja:
    """An example. KeyError for an id that is none."""
    if id not in ids():
        raise KeyError(f"no chain {id!r}; there are: {', '.join(ids())}")
    with open(os.path.join(HERE, f"{id}.json"), encoding="utf-8") as file:
        return read(file.read())
