"""What she looks at on the easel: what is picked, in which form it is drawn, and what is brought forward."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.chain.graph import Effektkedja, Flow, Lada, Pil
from calculators.chain.kinds import HUVUDTYPER, TYPER
from calculators.chain.layout import Drawing, layout
from calculators.chain.phrasing import stakeholders
from calculators.chain.siffror import INGA, PerLada

FORMER = {"bred": "Bred", "kompakt": "Tät", "sida": "Stående", "mobil": "Smal"}
STORLEKAR = {
    "": "Efter sidan", "hela": "Hela bilden", "50": "Halv storlek", "75": "75 %", "100": "Full storlek", "150": "150 %",
    "200": "Dubbel storlek",
}  # fmt: skip
LAID: dict[str, tuple[Effektkedja, PerLada, Drawing]] = {}  # the last drawing: picking a box draws nothing anew


def laid(kedja: Effektkedja, seen: Mapping[str, str], siffror: PerLada | None = None) -> Drawing:
    """The drawing of the chain, in the form that she has chosen. Without `siffror`: with those that were drawn last."""
    form = seen.get("form", "")
    form = form if form in FORMER else "kompakt"
    known = LAID.get(form)
    wanted = siffror if siffror is not None else known[1] if known else INGA
    if known is None or known[:2] != (kedja, wanted):
        known = LAID[form] = (kedja, wanted, layout(kedja, form, siffror=wanted))
    return known[2]


def picked_box(kedja: Effektkedja, seen: Mapping[str, str]) -> Lada | None:
    return next((lada for lada in kedja.lador if lada.id == seen.get("vald")), None)


def picked_arrow(kedja: Effektkedja, seen: Mapping[str, str]) -> Pil | None:
    return next((pil for pil in kedja.pilar if pil.id == seen.get("vald")), None)


def dimmed(kedja: Effektkedja, seen: Mapping[str, str]) -> set[str]:
    """The boxes that stand back: off the paths of one box, for somebody else, or without the word that she looks for."""
    flow = Flow(kedja)
    near, every = set(flow.lador), set(flow.lador)
    if seen.get("fokus") in near:
        near &= flow.fram(seen["fokus"]) | flow.bak(seen["fokus"])
        near |= {pil.fran for pil in kedja.pilar if pil.slag == "hindrar" and pil.till in near}
    if seen.get("vem"):
        near &= {lada.id for lada in kedja.lador if seen["vem"] in stakeholders(lada)}
    if seen.get("sok", "").strip():
        near &= set(hits(kedja, seen))
    return every - near


def hits(kedja: Effektkedja, seen: Mapping[str, str]) -> list[str]:
    """The boxes with the word that she looks for, in the order of the list."""
    word = seen.get("sok", "").strip().lower()
    return [x.id for x in kedja.lador if word and word in f"{x.text} {x.intressent} {x.notering}".lower()]


def everybody(kedja: Effektkedja) -> list[str]:
    """Every stakeholder once, in the order of the list."""
    return list(dict.fromkeys(who for lada in kedja.lador for who in stakeholders(lada)))


def next_kind(typ: str) -> str:
    """What a box of this kind most often leads to."""
    if typ not in HUVUDTYPER:
        return "effekt" if typ in ("hinder", "kostnad") else "verksamhetsmal"
    return HUVUDTYPER[min(HUVUDTYPER.index(typ) + 1, len(HUVUDTYPER) - 1)]


def name(lada: Lada) -> str:
    """A box in a sentence that is heard: its text, or its kind when it has none."""
    return lada.text or f"{TYPER[lada.typ].namn} utan text"
