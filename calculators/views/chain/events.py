"""The easel's door: every event of the page where a chain is drawn, by its name, and files to take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from calculators.desk import Desk
from calculators.documents import Reply
from calculators.easel.aloud import ALOUD
from calculators.easel.edits import EDITS
from calculators.easel.fields import typed
from calculators.easel.files import FILES
from calculators.easel.keyboard import pressed
from calculators.easel.notes import NOTES
from calculators.easel.questions import QUESTIONS
from calculators.easel.stored import chain_of, follow
from calculators.session import Session
from calculators.views.chain.easel import figures_of
from calculators.views.chain.files import downloaded
from calculators.views.view import seen

__all__ = ["fitted", "follow", "happened", "typed"]
NARROW = 600  # px: narrower than that, the flow goes downwards
Event = Mapping[str, Any]


def happened(session: Session, desk: Desk, event: Event, reply: Reply) -> Session:
    """The session after an event; one that there is not changes nothing."""
    do = str(event["do"])
    if do in FILES:
        return FILES[do](session, desk, event, reply)
    if do == "chain_export":
        kedja, what = chain_of(session.state), str(event.get("value"))
        reply["download"] = downloaded(kedja, what, desk.chain.get("form", ""), figures_of(seen(session, desk), kedja))
        session.says = "Filen är sparad." if reply["download"] else ""
    elif do in CHANGES:
        CHANGES[do](session, desk, dict(event))
    return session


def fitted(desk: Desk, width: Any) -> None:
    """The form that the picture has until she chooses another: one that fits the page."""
    if isinstance(width, int):
        desk.chain.setdefault("form", "mobil" if width < NARROW else "kompakt")


CHANGES: Mapping[str, Callable[[Session, Desk, dict[str, Any]], None]] = {
    **EDITS, **ALOUD, **NOTES, **QUESTIONS, "chain_key": pressed,
}  # fmt: skip
