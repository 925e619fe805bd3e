"""Where the chain is kept: in the reader's document, beside the fields of the calculation, as a file of its own version.

A benefit or a cost in the chain is the calculation's row: the box names it in `kalkylrad`, and the two follow each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculators.beside import CHAIN
from calculators.chain.document import from_data, to_data
from calculators.chain.graph import Effektkedja
from calculators.easel.rows import boxes_follow, rows_follow, without_unused
from calculators.fault import Rejected
from calculators.latest import latest
from calculators.saved import State
from calculators.session import Session


def chain_of(state: State) -> Effektkedja:
    """The chain of a document, its boxes as the calculation's rows are now. One that can't be read is shown as empty."""
    return boxes_follow(state.flat, kept(state.rest)[0])


def kept(rest: Mapping[str, Any]) -> tuple[Effektkedja, tuple[str, ...]]:
    """The chain as it was saved, and what is wrong with it."""
    return _read(rest[CHAIN]) if CHAIN in rest else (Effektkedja(), ())


@latest  # asked for several times after each keystroke, and she seldom changes it
def _read(data: Any) -> tuple[Effektkedja, tuple[str, ...]]:
    try:
        return from_data(data), ()
    except Rejected as rejected:
        return Effektkedja(), tuple(fault.message for fault in rejected.faults)


def put(session: Session, kedja: Effektkedja, says: str = "", key: str = "", half: str = "") -> None:
    """Another chain in the document, with the calculation's rows, in one step that can be undone.

    `key`: she is typing there. `half`: a perspective that came of the first letters, and goes when no row names it.
    """
    flat, whole = rows_follow(session.state.flat, chain_of(session.state), kedja)
    flat = without_unused(flat, half) if half else flat
    session.change(flat, key=key, rest={**session.state.rest, CHAIN: to_data(whole)})
    session.says = says


def follow(session: Session) -> None:
    """After a change of the calculation: a box whose row is gone goes too, in the same step."""
    if CHAIN in session.state.rest:
        before, faults = kept(session.state.rest)
        now = boxes_follow(session.state.flat, before)
        if not faults and now != before:
            rest = {**session.state.rest, CHAIN: to_data(now)}
            session.state = State(session.state.flat, session.state.origin, rest)
