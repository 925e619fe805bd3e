"""What must hold for a chain to be one: each box once, and arrows that begin and end in boxes."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.chain.graph import Effektkedja
from calculators.fault import Fault

MOST_SAID = 50


def faults(kedja: Effektkedja) -> list[Fault]:
    """Everything that is wrong, at most 50 things at a time."""
    return [fault for fault, _ in zip(_each(kedja), range(MOST_SAID), strict=False)]


def _each(kedja: Effektkedja) -> Iterator[Fault]:
    seen: set[str] = set()
    for n, lada in enumerate(kedja.lador):
        if lada.id in seen:
            yield Fault("E_DUBBEL_ID", f"lador.{n}.id", f"Id:t {lada.id} finns redan. Ge lådan ett eget.")
        seen.add(lada.id)
    notes: set[str] = set()
    for n, lapp in enumerate(kedja.lappar):
        if lapp.id in notes:
            yield Fault("E_DUBBEL_ID", f"lappar.{n}.id", f"Id:t {lapp.id} finns redan. Ge lappen ett eget.")
        notes.add(lapp.id)
    arrows: set[str] = set()
    ends: set[tuple[str, str, str]] = set()
    for n, pil in enumerate(kedja.pilar):
        if pil.id in arrows:
            yield Fault("E_DUBBEL_ID", f"pilar.{n}.id", f"Id:t {pil.id} finns redan. Ge pilen ett eget.")
        arrows.add(pil.id)
        for name, end in (("fran", pil.fran), ("till", pil.till)):
            if end not in seen:
                yield Fault("E_HANVISNING", f"pilar.{n}.{name}", f"Lådan {end} finns inte. Välj en låda som finns.")
        if pil.fran == pil.till:
            yield Fault("E_SLINGA", f"pilar.{n}.till", "Pilen går från lådan till sig själv. Välj en annan låda.")
        if (pil.fran, pil.till, pil.slag) in ends:
            yield Fault("E_DUBBEL_PIL", f"pilar.{n}", "Det finns redan en likadan pil. Ta bort den ena.")
        ends.add((pil.fran, pil.till, pil.slag))
