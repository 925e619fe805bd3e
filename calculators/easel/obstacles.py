"""What may stand in the way or go wrong, as the chain has it, for the decision."""

from __future__ import annotations

from calculators.beside import CHAIN
from calculators.chain.graph import Lada
from calculators.chain.kinds import TYPER
from calculators.chain.phrasing import joined
from calculators.easel.stored import chain_of
from calculators.saved import State

KINDS = ("hinder", "risk")
NOTHING_DONE = "Kedjan säger inte vad ni gör åt det"


def obstacles(state: State) -> tuple[str, ...]:
    """Each obstacle and risk of the chain in words, with its countermeasure."""
    if CHAIN not in state.rest:
        return ()
    return tuple(_told(lada) for lada in chain_of(state).lador if lada.typ in KINDS and lada.text)


def _told(lada: Lada) -> str:
    return joined([f"{TYPER[lada.typ].namn}: {lada.text}", lada.atgard or NOTHING_DONE])
