"""A key that was pressed in the picture, or Escape in the fields: the same things as the buttons do."""

from __future__ import annotations

from calculators.desk import Desk
from calculators.easel import edits
from calculators.easel.edits import Event
from calculators.easel.keys import KEYS, moved
from calculators.easel.look import laid, name
from calculators.easel.stored import chain_of
from calculators.session import Session

BUTTONS = {"Delete": edits.remove, "n": edits.follow_on, "l": edits.begin_arrow, "d": edits.copy, "f": edits.focus_paths}


def pressed(session: Session, desk: Desk, event: Event) -> None:
    """One key at a box or an arrow."""
    key, id = str(event.get("value") or ""), str(event.get("path") or "")
    kedja = chain_of(session.state)
    known = id in {lada.id for lada in kedja.lador}
    if key not in KEYS or (not known and id not in {pil.id for pil in kedja.pilar}):
        return
    if key in ("Enter", "Space", "F2"):
        _enter(session, desk, id, known)
    elif key == "Escape":
        _escape(session, desk, event)
    elif key == "Delete" or (key in BUTTONS and known):
        desk.chain["kom_fran"] = "bild"
        BUTTONS[key](session, desk, event)
    elif key.isdigit() and known:
        edits.retype(session, id, int(key))
    elif key.startswith("Alt+") and known:
        edits.shift(session, desk, event, -1 if key.endswith("Up") else 1)
        session.focus = f"bild-{id}"
    else:
        _move(session, desk, id if known else next(pil.fran for pil in kedja.pilar if pil.id == id), key)


def _enter(session: Session, desk: Desk, id: str, box: bool) -> None:
    if box and desk.chain.get("fran"):
        edits.pick(session, desk, {"path": id})
        session.focus = f"bild-{id}"
        return
    desk.chain.update(vald=id, kom_fran="bild")
    session.focus = f"lada.{id}.text" if box else f"pil.{id}.slag"


def _escape(session: Session, desk: Desk, event: Event) -> None:
    """Back: out of an arrow under way, out of the fields, out of what is brought forward."""
    id = str(event.get("path") or "")
    if desk.chain.get("fran"):
        edits.stop_arrow(session, desk, event)
    elif desk.chain.get("fokus") and desk.chain.get("kom_fran") != "lista":
        edits.show_all(session, desk, event)
    session.focus = f"lista-{id}" if desk.chain.get("kom_fran") == "lista" else f"bild-{id}"


def _move(session: Session, desk: Desk, here: str, key: str) -> None:
    kedja = chain_of(session.state)
    there = moved(kedja, laid(kedja, desk.chain), here, key)
    if not there:
        lada = next(lada for lada in kedja.lador if lada.id == here)
        session.says = f"Ingen låda åt det hållet från {name(lada)}."
        return
    desk.chain.update(vald=there, kom_fran="bild")
    session.focus = f"bild-{there}"
