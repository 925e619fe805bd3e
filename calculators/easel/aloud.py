"""The chain read aloud: every way through it, and in the workshop one way at a time, brought forward in the picture."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.chain.graph import Effektkedja
from calculators.chain.reading import Vag, read_aloud
from calculators.desk import Desk
from calculators.easel.edits import Event
from calculators.easel.stored import chain_of
from calculators.easel.workshop import LAS
from calculators.session import Session

MOST_READ = 60  # ways that are read aloud on the page


def ways(kedja: Effektkedja, seen: Mapping[str, str]) -> tuple[Vag, ...]:
    """The ways through the chain, or through the box that is in focus."""
    fokus = seen.get("fokus", "")
    return read_aloud(kedja, fokus if fokus in {lada.id for lada in kedja.lador} else "")[:MOST_READ]


def place(found: tuple[Vag, ...], seen: Mapping[str, str]) -> int:
    """Which of the ways the group is at."""
    at = seen.get("vag", "")
    return int(at) % len(found) if at.isdecimal() and found else 0


def one_way(kedja: Effektkedja, seen: Mapping[str, str]) -> Vag | None:
    """The way that the group reads now; None in every other step."""
    found = ways(kedja, seen) if seen.get("steg") == LAS else ()
    return found[place(found, seen)] if found else None


def turn(session: Session, desk: Desk, event: Event) -> None:
    """The next way, or the one before; after the last comes the first."""
    found = ways(chain_of(session.state), desk.chain)
    if found:
        n = (place(found, desk.chain) + (-1 if event.get("value") == "forra" else 1)) % len(found)
        desk.chain["vag"] = f"{n}"
        session.says = found[n].text


ALOUD = {"chain_way": turn}
