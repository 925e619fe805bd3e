"""Is nothing counted twice, and can everything be followed up?"""

from __future__ import annotations

from collections.abc import Iterator

from calculators.chain.checks.question import Asked, Regel, Sight, named
from calculators.chain.kinds import SLAG
from calculators.chain.phrasing import stakeholders
from calculators.swedish import counted, listed


def _possibility(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("mojlighet"):
        if lada.varderas_i_pengar or lada.kalkylrad:
            text = f"{named(lada)} är en möjlighet och räknas inte med. Ska den vara en nytta, eller inte värderas i pengar?"
            yield text, (lada.id,), ()


def _twice(seen: Sight) -> Iterator[Asked]:
    valued = [lada for lada in seen.av("nytta") if lada.varderas_i_pengar]
    for one in valued:
        ahead = seen.flow.fram(one.id)
        for other in valued:
            if other is not one and other.id in ahead:
                text = f"{named(one)} leder till {named(other)}, och båda värderas i pengar. Räknas något två gånger?"
                yield text, (one.id, other.id), ()


def _category(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("nytta", "kostnad"):
        if not lada.kategori:
            what = "Finansiell, omfördelning, kvalitet eller miljö?"
            yield f"Vilken kategori hör {named(lada)} till? {what}", (lada.id,), ()


def _row(seen: Sight) -> Iterator[Asked]:
    if seen.rader is None:
        return
    rows = {lada.kalkylrad or lada.id for lada in seen.av("nytta", "kostnad")}
    for lada in seen.av("nytta", "kostnad"):
        if lada.varderas_i_pengar and (lada.kalkylrad or lada.id) not in seen.rader:
            yield f"{named(lada)} ska värderas i pengar men finns inte i kalkylen. Ska den in där?", (lada.id,), ()
    for rad in sorted(set(seen.rader) - rows):
        yield f"Raden {rad} i kalkylen finns inte i kedjan. Vilken väg leder till den?", (), (rad,)


def _follow_up(seen: Sight) -> Iterator[Asked]:
    missing = [lada for lada in seen.av("nytta") if not (lada.indikator and lada.ansvarig and lada.nar)]
    if missing:
        n = counted(len(missing), "nytta", "nyttor")
        yield (
            f"{n} saknar mått, ansvarig eller tidpunkt. Hur märker ni att de uppstår?",
            tuple(x.id for x in missing),
            (),
        )


def _hinders_what(seen: Sight) -> Iterator[Asked]:
    hindering = {pil.fran for pil in seen.kedja.pilar if pil.slag == "hindrar"}
    for lada in seen.av("hinder"):
        if lada.id not in hindering and lada not in seen.alone:
            yield f"Vad är det som {named(lada)} står i vägen för?", (lada.id,), ()


def _countermeasure(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("hinder", "risk"):
        if not lada.atgard:
            yield f"Vad gör ni åt {named(lada)}?", (lada.id,), ()


def _weak_link(seen: Sight) -> Iterator[Asked]:
    for pil in seen.kedja.pilar:
        if pil.sakerhet != "osakert" or pil.slag == "hindrar":
            continue
        ahead = seen.flow.fram(pil.till)
        resting = [lada.id for lada in seen.av("nytta") if lada.id in ahead]
        if resting:
            here, there = seen.ends(pil)
            n = counted(len(resting), "nytta", "nyttor")
            text = f"Att {named(here)} {SLAG[pil.slag]} {named(there)} är osäkert, och {n} vilar på det. Vad skulle göra er säkrare?"
            yield text, tuple(resting), (pil.id,)


def _only_work(seen: Sight) -> Iterator[Asked]:
    gets = {who.lower() for lada in seen.av("effekt", "nytta", "mojlighet") for who in stakeholders(lada)}
    working: dict[str, list[str]] = {}
    for lada in seen.av("nytt_arbetssatt"):
        for who in stakeholders(lada):
            if who.lower() not in gets:
                working.setdefault(who, []).append(lada.id)
    for who, ids in working.items():
        yield f"{who} ska arbeta på ett nytt sätt. Vad leder det till för {listed([who.lower()])}?", tuple(ids), ()


RULES = (
    Regel(
        "hinder_utan_atgard", 11, "fråga", "Hinder och risker som någon tar hand om är mindre farliga.", _countermeasure
    ),
    Regel("hinder_for_vad", 11, "fråga", "Ett hinder går att ta hand om först när ni vet vad det hindrar.", _hinders_what),
    Regel(
        "mojlighet_raknad",
        13,
        "varning",
        "En möjlighet kräver mer än det som är beslutat, och summeras aldrig.",
        _possibility,
    ),
    Regel("dubbelrakning", 14, "varning", "Två nyttor på samma väg är ofta samma pengar.", _twice),
    Regel("kategori", 20, "varning", "Kategorin avgör om och hur det kan räknas i pengar.", _category),
    Regel("kalkylrad", 20, "varning", "Kedjan är skälet till raden, och raden är kedjans siffra.", _row),
    Regel(
        "uppfoljning",
        21,
        "tips",
        "Det som ska följas upp behöver ett mått, någon som ansvarar och en tidpunkt.",
        _follow_up,
    ),
    Regel("svag_lank", 22, "fråga", "En väg är inte säkrare än sitt osäkraste steg.", _weak_link),
    Regel(
        "bara_arbete", 23, "fråga", "Den som bara får mer att göra brukar inte ändra sitt sätt att arbeta.", _only_work
    ),
)
