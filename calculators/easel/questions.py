"""The questions about the chain: put aside with an answer, or asked again."""

from __future__ import annotations

from calculators.chain.checks import Fraga, checks, dismissed, restored
from calculators.chain.document import LONGEST_NOTE
from calculators.chain.plain import lines
from calculators.desk import Desk
from calculators.easel.edits import Event
from calculators.easel.rows import rows_of
from calculators.easel.stored import chain_of, put
from calculators.session import Session


def dismiss(session: Session, desk: Desk, event: Event) -> None:
    """A question is put aside, with the reason that she wrote."""
    if asked := _asked(session, event):
        why = lines(desk.chain.pop(f"svar_{event.get('path')}", ""))[:LONGEST_NOTE]
        put(session, dismissed(chain_of(session.state), asked, why), "Frågan är lagd åt sidan.")
        session.focus = "fragor"


def ask_again(session: Session, desk: Desk, event: Event) -> None:
    if asked := _asked(session, event):
        put(session, restored(chain_of(session.state), asked), "Frågan ställs igen.")
        session.focus = "fragor"


def _asked(session: Session, event: Event) -> Fraga | None:
    found = checks(chain_of(session.state), rows_known(session))
    return next((fraga for fraga in found if asked_id(fraga) == event.get("path")), None)


def asked_id(fraga: Fraga) -> str:
    """A question's name on the page."""
    return "-".join((fraga.kod, *fraga.om))


def rows_known(session: Session) -> list[str] | None:
    """The ids of the calculation's rows, where there are any that somebody has named."""
    return [row.id for row in rows_of(session.state.flat).values() if row.namn] or None


QUESTIONS = {"chain_dismiss": dismiss, "chain_ask": ask_again}
