"""Why a row is in the calculation: the ways through the chain that lead to it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from calculators.beside import CHAIN
from calculators.chain.graph import Flow
from calculators.chain.phrasing import Words
from calculators.chain.reading import told, ways_through
from calculators.easel.rows import rows_of
from calculators.easel.stored import chain_of
from calculators.saved import State

MOST = 2  # ways to a row; the chain itself shows the rest
LOOKED_AT = 20


def reasons(state: State) -> dict[str, tuple[str, ...]]:
    """Place of a row ("nyttor.0") → the ways that lead to its box, in words. Rows that nothing leads to are left out."""
    if CHAIN not in state.rest:
        return {}
    kedja = chain_of(state)
    flow, words = Flow(kedja), Words(kedja)
    places = {id: row.path for id, row in rows_of(state.flat).items()}
    found = {places[lada.kalkylrad]: _told(flow, words, lada.id) for lada in kedja.lador if lada.kalkylrad in places}
    return {place: ways for place, ways in found.items() if ways}


def _told(flow: Flow, words: Words, id: str) -> tuple[str, ...]:
    ways = (way[: way.index(id) + 1] for way in ways_through(flow, id, LOOKED_AT))
    return tuple(told(flow, words, way) for way in islice(_once(ways), MOST))


def _once(ways: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    return dict.fromkeys(way for way in ways if len(way) > 1)
