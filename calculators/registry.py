"""A calculator exists when calculators/catalogue/<id>.py has a CALCULATOR with that id."""

from __future__ import annotations

import functools
import importlib
import os

from calculators import catalogue
from calculators.schema import Calculator

REGISTER = "register"  # what the page of the register is called; it is no calculator


class UnknownCalculator(LookupError):
    """No such id; the message names those that exist."""


@functools.cache
def ids() -> tuple[str, ...]:
    """Every id, in alphabetical order. A byte-compiled package has .pyc files only."""
    files = {name.partition(".")[0] for name in os.listdir(catalogue.__path__[0]) if name.endswith((".py", ".pyc"))}
    return tuple(sorted(name for name in files if not name.startswith("_")))


def calculator(id: str) -> Calculator:
    """The calculator with that id. Only its own module is imported."""
    if id not in ids():
        raise UnknownCalculator(f"no calculator {id!r}; there are: {', '.join(ids())}")
    found: Calculator = importlib.import_module(f"calculators.catalogue.{id}").CALCULATOR
    return found


def calculators() -> dict[str, Calculator]:
    """Every calculator, by id."""
    return {id: calculator(id) for id in ids()}
