"""What the chain of a document says of how each benefit can be followed."""

from __future__ import annotations

from calculators.beside import CHAIN
from calculators.easel.stored import chain_of
from calculators.saved import State
from calculators.uppfoljning.ledtradar import Ledtrad, clues


def clues_of(state: State) -> dict[str, Ledtrad]:
    """By the id of the benefit's row; empty where there is no chain."""
    return clues(chain_of(state)) if CHAIN in state.rest else {}
