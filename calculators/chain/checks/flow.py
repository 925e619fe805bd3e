"""Does everything hang together, from the change to the goals?"""

from __future__ import annotations

from collections.abc import Iterator

from calculators.chain.checks.question import Asked, Regel, Sight, named
from calculators.chain.kinds import HUVUDTYPER, TYPER

LEAP = 3  # columns from one end of an arrow to the other: two kinds are passed over


def _without_change(seen: Sight) -> Iterator[Asked]:
    reached = seen.flow.fram(*(lada.id for lada in seen.av("forandring")))
    for lada in seen.av("nytt_arbetssatt", "effekt", "nytta"):
        told_elsewhere = lada in seen.alone or (lada.typ == "effekt" and not seen.flow.inn[lada.id])
        if lada.id not in reached and not told_elsewhere:
            yield f"Vilken förändring leder till {named(lada)}? Dra pilar så att vägen syns.", (lada.id,), ()


def _without_goal(seen: Sight) -> Iterator[Asked]:
    reaching = seen.flow.bak(*(lada.id for lada in seen.av("verksamhetsmal")))
    for lada in seen.av("nytta"):
        if lada.id not in reaching and lada not in seen.alone:
            yield f"Vilket verksamhetsmål bidrar {named(lada)} till?", (lada.id,), ()


def _goal_without_benefit(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("verksamhetsmal"):
        if lada not in seen.alone and not any(seen.flow.lador[id].typ == "nytta" for id in seen.flow.bak(lada.id)):
            yield f"Vilken nytta bidrar till målet {named(lada)}?", (lada.id,), ()


def _effect_of_what(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("effekt"):
        if lada in seen.alone:
            continue
        if not seen.flow.inn[lada.id]:
            yield f"Vad är det som leder till {named(lada)}?", (lada.id,), ()


def _effect_for_whom(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("effekt"):
        if not lada.intressent and lada not in seen.alone:
            yield f"För vem händer {named(lada)}?", (lada.id,), ()


def _effect_that_ends(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("effekt"):
        if not seen.flow.ut[lada.id] and lada not in seen.alone:
            yield f"Vad leder {named(lada)} till? Är det en nytta, en kostnad eller en risk?", (lada.id,), ()


def _leap_to_benefit(seen: Sight) -> Iterator[Asked]:
    for pil in seen.kedja.pilar:
        here, there = seen.ends(pil)
        if pil.slag == "leder_till" and here.typ == "forandring" and there.typ in ("nytta", "verksamhetsmal"):
            yield f"Vad händer mellan {named(here)} och {named(there)}?", (here.id, there.id), (pil.id,)


def _long_leap(seen: Sight) -> Iterator[Asked]:
    for pil in seen.kedja.pilar:
        here, there = seen.ends(pil)
        told_elsewhere = here.typ == "forandring" and there.typ in ("nytta", "verksamhetsmal")
        far = TYPER[there.typ].band - TYPER[here.typ].band
        if pil.slag == "leder_till" and far >= LEAP and not pil.varfor and not told_elsewhere:
            text = f"Pilen från {named(here)} till {named(there)} går långt. Vad händer på vägen, eller varför stämmer den?"
            yield text, (here.id, there.id), (pil.id,)


def _alone(seen: Sight) -> Iterator[Asked]:
    if len(seen.kedja.lador) > 1 and not seen.kedja.pilar:
        yield "Det finns lådor men inga pilar. Vad leder till vad?", tuple(lada.id for lada in seen.kedja.lador), ()
        return
    for lada in seen.alone if seen.kedja.pilar else ():
        yield f"Hur hör {named(lada)} ihop med resten?", (lada.id,), ()


def _upstream(seen: Sight) -> Iterator[Asked]:
    looping = {loop.pil.id for loop in seen.loops}
    for pil in seen.against:
        here, there = seen.ends(pil)
        if pil.slag == "leder_till" and pil.id not in looping and {here.typ, there.typ} <= set(HUVUDTYPER):
            text = f"Pilen går från {named(here)} till {named(there)}, alltså mot flödet. Ska den vändas?"
            yield text, (here.id, there.id), (pil.id,)


RULES = (
    Regel("vag_fran_forandring", 1, "varning", "En nytta som inget leder till går inte att få.", _without_change),
    Regel("nytta_till_mal", 2, "varning", "En nytta bidrar till något som verksamheten vill nå.", _without_goal),
    Regel(
        "mal_med_nytta",
        3,
        "varning",
        "Målen styr: ett mål utan nytta hör kanske till en annan förändring.",
        _goal_without_benefit,
    ),
    Regel("effekt_av_vad", 5, "varning", "Om varje effekt frågar man vad, vad den beror på och för vem.", _effect_of_what),
    Regel("effekt_for_vem", 5, "varning", "Den som effekten händer för är den som kan få en nytta av den.", _effect_for_whom),
    Regel(
        "effekt_slutar",
        6,
        "fråga",
        "En effekt som slutar är ofta en nytta, en kostnad eller en risk.",
        _effect_that_ends,
    ),
    Regel(
        "hopp_till_nytta",
        7,
        "fråga",
        "Ett hopp gömmer det som måste hända för att nyttan ska uppstå.",
        _leap_to_benefit,
    ),
    Regel("langt_hopp", 8, "fråga", "Långa pilar utan skäl är svåra att tro på och att följa upp.", _long_leap),
    Regel("utan_pilar", 9, "varning", "Kedjan visar hur ni tror att det hänger ihop. Det gör pilarna.", _alone),
    Regel("mot_flodet", 24, "varning", "Pilar går från orsak till verkan, alltså mot målen.", _upstream),
)
