"""What she does to the chain: boxes and arrows, from the list, the picture or the keyboard. Each says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calculators.chain import edits
from calculators.chain.document import LONGEST, MOST
from calculators.chain.kinds import SLAG, TYPER
from calculators.chain.plain import one_line
from calculators.desk import Desk
from calculators.easel.look import hits, name, next_kind
from calculators.easel.stored import chain_of, put
from calculators.session import Session
from calculators.swedish import counted

FULL = f"Kedjan har {MOST['lador']} lådor, och fler ryms inte. Dela upp den i flera."
Event = dict[str, Any]


def pick(session: Session, desk: Desk, event: Event) -> None:
    """A box or an arrow is picked; with an arrow under way, it is drawn to the box. From the list, its fields come next."""
    id, start = str(event.get("path") or ""), desk.chain.pop("fran", "")
    kedja = chain_of(session.state)
    if start and any(lada.id == id for lada in kedja.lador):
        connect(session, desk, start, id)
        return
    desk.chain["vald"] = id
    if event.get("value") == "lista":
        desk.chain["kom_fran"] = "lista"
        session.focus = f"lada.{id}.text" if any(lada.id == id for lada in kedja.lador) else f"pil.{id}.slag"
    else:
        desk.chain["kom_fran"] = "bild"


def connect(session: Session, desk: Desk, fran: str, till: str, slag: str = "") -> None:
    """An arrow, and what it says."""
    kedja = chain_of(session.state)
    boxes = {lada.id: lada for lada in kedja.lador}
    if fran not in boxes or till not in boxes or fran == till:
        session.says = "Välj två olika lådor."
        return
    made, id = edits.connected(kedja, fran, till, slag)
    said = f"{name(boxes[fran])} {SLAG[next(p.slag for p in made.pilar if p.id == id)]} {name(boxes[till])}"
    if made == kedja:
        session.says = f"Pilen finns redan: {said}."
    else:
        put(session, made, f"{said}.")
    desk.chain["vald"] = till


def add(session: Session, desk: Desk, event: Event) -> None:
    """A box from the field where new ones are written, or one a line; `efter` in the field beside leads to it."""
    seen, kedja = desk.chain, chain_of(session.state)
    texts = [text[:LONGEST] for line in seen.get("ny", "").splitlines() if (text := one_line(line))]
    typ, efter = seen.get("ny_typ", "") or "forandring", seen.get("ny_efter", "")
    session.focus = "se.ny"
    if not texts:
        session.says = "Skriv först vad lådan ska heta."
    elif len(kedja.lador) + len(texts) > MOST["lador"]:
        session.says = FULL
    else:
        known = {lada.id: lada for lada in kedja.lador}
        made, id = kedja, ""
        for text in texts:
            made, id = edits.added(made, typ if typ in TYPER else "effekt", text, efter if efter in known else "")
        after = f", efter {name(known[efter])}" if efter in known else ""
        what = f"{TYPER[made.lador[-1].typ].namn} {texts[0]}" if len(texts) == 1 else counted(len(texts), "låda", "lådor")
        put(session, made, f"Tillagd: {what}{after}." if len(texts) == 1 else f"Tillagda: {what}{after}.")
        seen["ny"], seen["vald"] = "", id


def follow_on(session: Session, desk: Desk, event: Event) -> None:
    """An empty box that the picked one leads to; she comes to its text."""
    kedja = chain_of(session.state)
    lada = next((lada for lada in kedja.lador if lada.id == event.get("path")), None)
    if len(kedja.lador) >= MOST["lador"]:
        session.says = FULL
        return
    typ = next_kind(lada.typ) if lada else "forandring"
    made, id = edits.added(kedja, typ, "", lada.id if lada else "")
    put(session, made, f"Ny låda: {TYPER[typ].namn}. Skriv vad den ska heta.")
    desk.chain["vald"], session.focus = id, f"lada.{id}.text"


def copy(session: Session, desk: Desk, event: Event) -> None:
    """One more box like this one, for her to change the text of."""
    kedja, id = chain_of(session.state), str(event.get("path") or "")
    if len(kedja.lador) >= MOST["lador"]:
        session.says = FULL
    elif any(lada.id == id for lada in kedja.lador):
        made, new = edits.copied(kedja, id)
        put(session, made, "Lådan är kopierad, med pilarna som leder dit. Skriv vad kopian ska heta.")
        desk.chain["vald"], session.focus = new, f"lada.{new}.text"


def find(session: Session, desk: Desk, event: Event) -> None:
    """To the next box with the words that she looks for, in the order of the list."""
    found, here = hits(chain_of(session.state), desk.chain), desk.chain.get("vald", "")
    if not found:
        session.says = "Ingen låda stämmer. Sök på ett annat ord." if desk.chain.get("sok") else "Skriv först vad du söker."
        session.focus = "se.sok"
        return
    place = found.index(here) + 1 if here in found else 0
    desk.chain["vald"] = found[place % len(found)]
    session.focus = f"bild-{desk.chain['vald']}"
    session.says = f"Träff {place % len(found) + 1} av {len(found)}."


def begin_arrow(session: Session, desk: Desk, event: Event) -> None:
    """An arrow is under way from a box, until another is picked."""
    id = str(event.get("path") or "")
    desk.chain["fran"] = desk.chain["vald"] = id
    session.focus = f"bild-{id}"
    session.says = "Gå till lådan som pilen ska till och välj den. Escape eller knappen Avbryt avbryter."


def stop_arrow(session: Session, desk: Desk, event: Event) -> None:
    desk.chain.pop("fran", None)
    session.focus, session.says = f"bild-{desk.chain.get('vald', '')}", "Ingen pil drogs."


def draw_arrow(session: Session, desk: Desk, event: Event) -> None:
    """The arrow that she chose in the fields of a box: `value` is "ut" or "in"."""
    here, there = str(event.get("path") or ""), desk.chain.pop(f"pil_{event.get('value')}", "")
    session.focus = f"se.pil_{event.get('value')}"
    if not there:
        session.says = "Välj först en låda i listan."
        return
    ends = (here, there) if event.get("value") == "ut" else (there, here)
    connect(session, desk, *ends)
    desk.chain["vald"] = here


def remove(session: Session, desk: Desk, event: Event) -> None:
    """A box with its arrows, or an arrow. The box that it came from is picked next."""
    kedja, id = chain_of(session.state), str(event.get("path") or "")
    lada = next((lada for lada in kedja.lador if lada.id == id), None)
    pil = next((pil for pil in kedja.pilar if pil.id == id), None)
    if lada is None and pil is None:
        return
    near = next((p.fran for p in kedja.pilar if p.till == id), None) or next((p.till for p in kedja.pilar if p.fran == id), "")
    near = pil.fran if pil else near
    row = " Raden i kalkylen är också borta." if lada and lada.kalkylrad else ""
    put(session, edits.removed(kedja, id), f"{name(lada) if lada else 'Pilen'} är borttagen.{row} Du kan ångra.")
    desk.chain["vald"] = near or next((x.id for x in kedja.lador if x.id != id), "")
    session.focus = f"bild-{desk.chain['vald']}" if desk.chain.get("kom_fran") != "lista" else "lista"


def shift(session: Session, desk: Desk, event: Event, step: int) -> None:
    kedja, id = chain_of(session.state), str(event.get("path") or "")
    if any(lada.id == id for lada in kedja.lador):
        made = edits.moved(kedja, id, step)
        if made == kedja:
            session.says = "Lådan står redan ytterst bland dem av samma sort."
        else:
            put(session, made, "Lådan är flyttad uppåt i listan." if step < 0 else "Lådan är flyttad nedåt i listan.")


def divide(session: Session, desk: Desk, event: Event) -> None:
    """A box for several stakeholders becomes one for each."""
    kedja, id = chain_of(session.state), str(event.get("path") or "")
    if any(lada.id == id for lada in kedja.lador):
        made = edits.divided(kedja, id)
        put(session, made, f"Lådan är delad: {len(made.lador) - len(kedja.lador) + 1} lådor, en för varje intressent.")


def retype(session: Session, id: str, number: int) -> None:
    kinds = list(TYPER)
    if 0 < number <= len(kinds):
        put(session, edits.changed(chain_of(session.state), id, typ=kinds[number - 1]), f"Nu {TYPER[kinds[number - 1]].namn.lower()}.")


def focus_paths(session: Session, desk: Desk, event: Event) -> None:
    """Only the paths through a box are brought forward; once more, all of them are."""
    id = str(event.get("path") or "")
    desk.chain["fokus"] = "" if desk.chain.get("fokus") == id else id
    session.says = "Vägarna genom lådan är framhävda." if desk.chain["fokus"] else "Hela kedjan är framhävd."


def step(session: Session, desk: Desk, event: Event) -> None:
    """To a step of the workshop, or out of it."""
    desk.chain["steg"] = str(event.get("value") or "")
    session.focus = "steg-rubrik" if desk.chain["steg"] else ""


def show_all(session: Session, desk: Desk, event: Event) -> None:
    for key in ("fokus", "vem", "sok"):
        desk.chain.pop(key, None)
    session.says = "Hela kedjan är framhävd."


EDITS: dict[str, Callable[[Session, Desk, Event], None]] = {
    "chain_pick": pick,
    "chain_add": add,
    "chain_next": follow_on,
    "chain_begin": begin_arrow,
    "chain_stop": stop_arrow,
    "chain_draw": draw_arrow,
    "chain_remove": remove,
    "chain_copy": copy,
    "chain_find": find,
    "chain_up": lambda session, desk, event: shift(session, desk, event, -1),
    "chain_down": lambda session, desk, event: shift(session, desk, event, 1),
    "chain_divide": divide,
    "chain_focus": focus_paths,
    "chain_step": step,
    "chain_all": show_all,
}
