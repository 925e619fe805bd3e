"""What a group does with its notes: writes them, puts them together, says what kind of box each one is, or throws it away."""

from __future__ import annotations

from calculators.chain.document import LONGEST, MOST
from calculators.chain.graph import Effektkedja, Lapp
from calculators.chain.kinds import TYPER
from calculators.chain.notes import boxed, gathered, noted, regrouped, rewritten, torn, unboxed
from calculators.chain.plain import one_line
from calculators.desk import Desk
from calculators.easel.edits import FULL, Event
from calculators.easel.stored import chain_of, put
from calculators.session import Session
from calculators.swedish import counted

TICK = "kryss_"  # begins the name of a note's tick
NEW_GROUP = "ny"
NOTES_FULL = f"Det finns {MOST['lappar']} lappar, och fler ryms inte. Gör lådor av några först."


def ticked(kedja: Effektkedja, desk: Desk) -> list[Lapp]:
    """The notes that she has ticked."""
    return [lapp for lapp in kedja.lappar if desk.chain.get(TICK + lapp.id)]


def next_note(kedja: Effektkedja, desk: Desk) -> Lapp | None:
    """The note that the group looks at when it makes boxes."""
    at = next((lapp for lapp in kedja.lappar if lapp.id == desk.chain.get("lapp_nu")), None)
    return at or next(iter(kedja.lappar), None)


def write_notes(session: Session, desk: Desk, event: Event) -> None:
    """A note, or one for each line that was pasted."""
    kedja, session.focus = chain_of(session.state), "se.lapp"
    texts = [text[:LONGEST] for line in desk.chain.get("lapp", "").splitlines() if (text := one_line(line))]
    if not texts:
        session.says = "Skriv först vad som ska stå på lappen."
    elif len(kedja.lappar) + len(texts) > MOST["lappar"]:
        session.says = NOTES_FULL
    else:
        made = noted(kedja, texts)
        put(session, made, f"{counted(len(texts), 'ny lapp', 'nya lappar')}, {len(made.lappar)} i allt.")
        desk.chain["lapp"] = ""


def rewrite(session: Session, id: str, text: str, key: str) -> None:
    """Another text on a note, while she types."""
    put(session, rewritten(chain_of(session.state), id, one_line(text)[:LONGEST]), key=key)


def gather(session: Session, desk: Desk, event: Event) -> None:
    """The ticked notes go to the group that she has chosen, or to a new one."""
    kedja, chosen = chain_of(session.state), desk.chain.get("grupp", NEW_GROUP)
    name = one_line(desk.chain.get("grupp_ny", ""))[:LONGEST] if chosen == NEW_GROUP else chosen.removeprefix("g:")
    found = ticked(kedja, desk)
    if not found:
        session.says = "Kryssa först i de lappar som hör ihop."
    elif not name and chosen == NEW_GROUP:
        session.says, session.focus = "Skriv först vad gruppen ska heta.", "se.grupp_ny"
    else:
        where = f"i gruppen {name}" if name else "utan grupp"
        put(session, gathered(kedja, {lapp.id for lapp in found}, name), f"{counted(len(found), 'lapp', 'lappar')} {where}.")
        desk.chain["grupp_ny"] = ""
        for lapp in found:
            desk.chain.pop(TICK + lapp.id)


def regroup(session: Session, desk: Desk, event: Event) -> None:
    """Another name for a group."""
    before, n = str(event.get("path") or ""), str(event.get("value") or "")
    now = one_line(desk.chain.pop(f"namn_{n}", before))[:LONGEST]
    if now and now != before:
        put(session, regrouped(chain_of(session.state), before, now), f"Gruppen heter nu {now}.")


def join(session: Session, desk: Desk, event: Event) -> None:
    """Two notes that say the same become the first of them."""
    put(session, torn(chain_of(session.state), {str(event.get("path") or "")}), "Lapparna är en. Du kan ångra.")


def tear(session: Session, desk: Desk, event: Event) -> None:
    kedja, id = chain_of(session.state), str(event.get("path") or "")
    text = next((lapp.text for lapp in kedja.lappar if lapp.id == id), None)
    if text is not None:
        _on(kedja, desk, id)
        put(session, torn(kedja, {id}), f"Lappen {text} är borttagen. Du kan ångra.")
        session.focus = "se.lapp" if desk.chain.get("steg", "") in ("", "1") else ""


def make_box(session: Session, desk: Desk, event: Event) -> None:
    """The note becomes a box of the kind that was chosen, and the next note is looked at."""
    kedja, id, typ = chain_of(session.state), str(event.get("path") or ""), str(event.get("value") or "")
    if typ not in TYPER or not any(lapp.id == id for lapp in kedja.lappar):
        return
    if len(kedja.lador) >= MOST["lador"]:
        session.says = FULL
        return
    _on(kedja, desk, id)
    made, box = boxed(kedja, id, typ)
    put(session, made)
    desk.chain["vald"] = box
    session.says = f"{TYPER[typ].namn}: {made.lador[-1].text}. {_told(made, desk)}"


def skip(session: Session, desk: Desk, event: Event) -> None:
    """The note is left for now."""
    kedja = chain_of(session.state)
    _on(kedja, desk, str(event.get("path") or ""))
    session.says = _told(kedja, desk)


def make_note(session: Session, desk: Desk, event: Event) -> None:
    """A box becomes a note again."""
    kedja, id = chain_of(session.state), str(event.get("path") or "")
    if any(lada.id == id for lada in kedja.lador):
        put(session, unboxed(kedja, id), "Lådan är en lapp igen, utan pilar. Du kan ångra.")
        desk.chain["vald"], session.focus = "", "lista"


def _on(kedja: Effektkedja, desk: Desk, id: str) -> None:
    """The note after this one is next; after the last one comes the first."""
    ids = [lapp.id for lapp in kedja.lappar]
    place = ids.index(id) + 1 if id in ids else 0
    desk.chain["lapp_nu"] = ids[place % len(ids)] if ids else ""


def _told(kedja: Effektkedja, desk: Desk) -> str:
    lapp = next_note(kedja, desk)
    return f"Nästa lapp: {lapp.text}." if lapp else "Alla lappar är lådor."


NOTES = {
    "chain_note": write_notes,
    "chain_gather": gather,
    "chain_regroup": regroup,
    "chain_join": join,
    "chain_tear": tear,
    "chain_box": make_box,
    "chain_skip": skip,
    "chain_unbox": make_note,
}
