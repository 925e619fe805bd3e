"""What she types and chooses in the fields of a box, of an arrow, of the chain, and of the page around it."""

from __future__ import annotations

import dataclasses as dc
from typing import Any

from calculators.chain import edits
from calculators.chain.document import LONGEST, LONGEST_NOTE, NOTES
from calculators.chain.graph import Effektkedja
from calculators.chain.kinds import KATEGORIER, NAR, RIKTNINGAR, SAKERHET, SLAG, TYPER
from calculators.chain.plain import lines, one_line
from calculators.desk import Desk
from calculators.easel.look import hits
from calculators.easel.notes import rewrite
from calculators.easel.rows import perspectives
from calculators.easel.stored import chain_of, put
from calculators.session import Session
from calculators.swedish import counted

LADA = ("text", "intressent", "indikator", "ansvarig", "forutsattning", "atgard", "notering", "grupp", "beskrivning")
CHOICES: dict[str, Any] = {
    "typ": TYPER, "kategori": {"": "", **KATEGORIER}, "nar": {"": "", **NAR}, "slag": SLAG,
    "sakerhet": {"": "", **SAKERHET}, "riktning": RIKTNINGAR,
}  # fmt: skip
MONEY = {"": None, "ja": True, "nej": False}


def typed(session: Session, desk: Desk, key: str, text: str) -> None:
    """A field of the easel now holds this text."""
    kind, _, rest = key.partition(".")
    id, _, field = rest.partition(".")
    if kind == "se":
        desk.chain[rest] = text[: LONGEST_NOTE * 10]
        if rest == "sok" and text.strip():
            session.says = f"{counted(len(hits(chain_of(session.state), desk.chain)), 'låda', 'lådor')} stämmer."
        return
    kedja = chain_of(session.state)
    if kind == "lapp":
        rewrite(session, id, text, key)
    elif kind == "kedja":
        values = {"titel": one_line(text)[:LONGEST]} if id == "titel" else _choice(id, text)
        if values:
            put(session, _with(kedja, values), key=key)
    elif kind == "lada" and field == "intressent":
        _for_whom(session, desk, kedja, id, one_line(text)[:LONGEST])
    elif values := _values(kind, field, text):
        put(session, edits.changed(kedja, id, **values), key=key if field in (*LADA, "varfor", "kalla") else "")


def _for_whom(session: Session, desk: Desk, kedja: Effektkedja, id: str, who: str) -> None:
    """A stakeholder, letter by letter: the calculation's perspectives keep only the whole name."""
    before = next((lada.intressent for lada in kedja.lador if lada.id == id), "")
    half = before if desk.chain.get("halvt") == before else ""
    desk.chain["halvt"] = "" if who in perspectives(session.state.flat) else who
    put(session, edits.changed(kedja, id, intressent=who), key=f"lada.{id}.intressent", half=half)


def _with(kedja: Effektkedja, values: dict[str, Any]) -> Effektkedja:
    return dc.replace(kedja, **values)


def _values(kind: str, field: str, text: str) -> dict[str, Any]:
    """What a field of a box or an arrow becomes; nothing for a field that there is not."""
    if kind == "lada" and field == "varderas_i_pengar":
        return {field: MONEY.get(text)}
    if field in (LADA if kind == "lada" else ("varfor", "kalla")):
        return {field: lines(text)[:LONGEST_NOTE] if field in NOTES else one_line(text)[:LONGEST]}
    known = ("typ", "kategori", "nar") if kind == "lada" else ("slag", "sakerhet")
    return _choice(field, text) if field in known else {}


def _choice(field: str, text: str) -> dict[str, Any]:
    return {field: text} if text in CHOICES.get(field, ()) else {}
