"""What there is to do next with the follow-up, in a sentence: the first thing that is missing, in the order of the work."""

from __future__ import annotations

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.plan import Matning
from calculators.swedish import counted
from calculators.uppfoljning.datum import read_date


def next_step(kalkyl: Nyttokalkyl, frozen: bool) -> str:
    """Plan, decide, measure, act. `frozen` says whether there is a decision."""
    plan = kalkyl.matningar
    if not plan:
        return "Lägg till de nyttor som betyder mest i planen."
    for lacking, words in LACKING:
        if found := [m for m in plan if lacking(m)]:
            return f"{counted(len(found), 'nytta', 'nyttor')} i planen saknar {words}."
    if not frozen:
        return "Frys beslutet när kalkylen är beslutad."
    if not kalkyl.utfall:
        return "Läs in utfallet när ni har mätt. Börja med det som syns först."
    if late := [m for m in plan if m.lage == "uteblir" and m.atgard is None]:
        return f"Bestäm vad ni gör med {counted(len(late), 'nytta som inte kom', 'nyttor som inte kom')}: agera, vänta eller skriv av."
    return "Ta fram uppföljningsrapporten, och läs in nästa utfall när det finns."


def _nobody(m: Matning) -> bool:
    return not m.ansvarig.strip()


def _no_baseline(m: Matning) -> bool:
    return m.nollpunkt is None


def _no_day(m: Matning) -> bool:
    return read_date(m.forsta) is None


LACKING = (
    (_nobody, "ansvarig"),
    (_no_baseline, "nollpunkt. Mät innan förändringen börjar"),
    (_no_day, "datum för den första mätningen"),
)
