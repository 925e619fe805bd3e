"""Changes to a chain, each giving a new chain: what an editor, a workshop and a merge of two files are made of."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.chain.graph import Effektkedja, Lada, Lapp, Pil, free_id, new_id, number_of
from calculators.chain.kinds import slag_of
from calculators.chain.phrasing import stakeholders


def added(kedja: Effektkedja, typ: str, text: str = "", efter: str = "", **values: Any) -> tuple[Effektkedja, str]:
    """With one more box, last in the list, and its id. `efter` is a box that leads to it."""
    id = new_id(kedja, typ)
    more = dc.replace(kedja, lador=(*kedja.lador, Lada(id, typ, text, **values)))
    return (connected(more, efter, id)[0] if efter else more), id


def changed(kedja: Effektkedja, id: str, **values: Any) -> Effektkedja:
    """With other values in the box or the arrow."""
    return dc.replace(
        kedja,
        lador=tuple(dc.replace(x, **values) if x.id == id else x for x in kedja.lador),
        pilar=tuple(dc.replace(x, **values) if x.id == id else x for x in kedja.pilar),
    )


def removed(kedja: Effektkedja, *ids: str) -> Effektkedja:
    """Without these boxes and arrows, nor the arrows of those boxes. Their ids don't come back."""
    gone = set(ids) | {pil.id for pil in kedja.pilar if {pil.fran, pil.till} & set(ids)}
    return dc.replace(
        kedja,
        lador=tuple(x for x in kedja.lador if x.id not in gone),
        pilar=tuple(x for x in kedja.pilar if x.id not in gone),
        raknare=max([kedja.raknare, *(number_of(id) for id in gone)]),
    )


def connected(kedja: Effektkedja, fran: str, till: str, slag: str = "", **values: Any) -> tuple[Effektkedja, str]:
    """With an arrow, and its id: the one that is there when there is one; "" when both ends are the same box."""
    kind = slag or slag_of(next(lada.typ for lada in kedja.lador if lada.id == fran))
    known = next((pil.id for pil in kedja.pilar if (pil.fran, pil.till, pil.slag) == (fran, till, kind)), "")
    if known or fran == till:
        return kedja, known
    id = new_id(kedja)
    return dc.replace(kedja, pilar=(*kedja.pilar, Pil(id, fran, till, kind, **values))), id


def moved(kedja: Effektkedja, id: str, step: int) -> Effektkedja:
    """With the box before (-1) or after (1) the next one of its kind in the list."""
    lador = list(kedja.lador)
    here = next(n for n, lada in enumerate(lador) if lada.id == id)
    same = [n for n, lada in enumerate(lador) if lada.typ == lador[here].typ]
    place = same.index(here) + step
    if 0 <= place < len(same):
        there = same[place]
        lador[here], lador[there] = lador[there], lador[here]
    return dc.replace(kedja, lador=tuple(lador))


def divided(kedja: Effektkedja, id: str) -> Effektkedja:
    """With a box for several stakeholders as one for each, every one with the same arrows."""
    lada = next(lada for lada in kedja.lador if lada.id == id)
    first, *others = stakeholders(lada) or [""]
    made = changed(kedja, id, intressent=first)
    for who in others:
        values = {
            f.name: getattr(lada, f.name) for f in dc.fields(lada) if f.name not in ("id", "typ", "text", "kalkylrad")
        }
        made, new = added(made, lada.typ, lada.text, **values | {"intressent": who})
        for pil in [pil for pil in kedja.pilar if id in (pil.fran, pil.till)]:
            ends = (new if pil.fran == id else pil.fran, new if pil.till == id else pil.till)
            made, _ = connected(made, *ends, pil.slag, varfor=pil.varfor, sakerhet=pil.sakerhet, kalla=pil.kalla)
    return made


def copied(kedja: Effektkedja, id: str) -> tuple[Effektkedja, str]:
    """With one more box that says the same and comes of the same, and its id. It is no row of the calculation."""
    lada = next(lada for lada in kedja.lador if lada.id == id)
    own = ("id", "typ", "text", "kalkylrad")
    made, new = added(kedja, lada.typ, lada.text, **{f.name: getattr(lada, f.name) for f in dc.fields(lada) if f.name not in own})
    for pil in [pil for pil in kedja.pilar if pil.till == id]:
        made, _ = connected(made, pil.fran, new, pil.slag, varfor=pil.varfor, sakerhet=pil.sakerhet, kalla=pil.kalla)
    return made, new


def merged(kedja: Effektkedja, other: Effektkedja) -> Effektkedja:
    """With what the other chain has besides. A box of the same kind with the same words is the same box.

    Where both say something, the first chain counts; what only one of them says is kept.
    """
    made, ids = kedja, dict[str, str]()
    for lada in other.lador:
        twin = next((x for x in made.lador if (x.typ, _words(x)) == (lada.typ, _words(lada))), None)
        if twin:
            ids[lada.id] = twin.id
            made = changed(made, twin.id, **_missing(twin, lada))
        else:
            values = {f.name: getattr(lada, f.name) for f in dc.fields(lada) if f.name not in ("id", "typ", "text")}
            made, ids[lada.id] = added(made, lada.typ, lada.text, **values)
    for pil in other.pilar:
        made, id = connected(made, ids[pil.fran], ids[pil.till], pil.slag)
        here = next(x for x in made.pilar if x.id == id)
        made = changed(made, id, **_missing(here, pil))
    return dc.replace(made, lappar=tuple(_with_notes(made, other)))


def _with_notes(kedja: Effektkedja, other: Effektkedja) -> list[Lapp]:
    """The notes of both, each once."""
    found = list(kedja.lappar)
    for lapp in other.lappar:
        if not any(x.text.lower() == lapp.text.lower() for x in found):
            found.append(dc.replace(lapp, id=free_id([x.id for x in found], "l", kedja.raknare)))
    return found


def _words(lada: Lada) -> tuple[str, str]:
    return " ".join(lada.text.lower().split()), lada.intressent.lower()


def _missing(here: Lada | Pil, there: Lada | Pil) -> Mapping[str, Any]:
    """What only the second says."""
    names = [field.name for field in dc.fields(here) if field.name not in ("id", "fran", "till", "slag")]
    return {
        name: getattr(there, name) for name in names if getattr(here, name) in ("", None, {}) and getattr(there, name)
    }
