"""What a change does to people's time, in ready sentences for each audience. Freed time is never called money."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.rapport.limits import LONGEST_PARTY, MOST_PARTIES, named, quoted, shortened
from calculators.rapport.pengar import Tidrad
from calculators.swedish import amount, counted

NOT_SAID = "inte angivet"
NOT_WORK = "blir inte pengar: det är inte arbetstid"


def to_politicians(kalkyl: Nyttokalkyl, result: Resultat, rader: Sequence[Tidrad]) -> Iterator[str]:
    if not rader:
        yield "Kalkylen har ingen tid som är omräknad till timmar."
        return
    t, years = result.timmar, amount(kalkyl.horisont, "år")
    working = [r for r in rader if r.arbetstid]
    if working:
        yield (
            f"Förändringen frigör {amount(t.frigjorda_summa, 'timmar', 0)} arbetstid och tar "
            f"{amount(t.satsade_summa, 'timmar', 0)} i anspråk under {years}. "
            f"Netto är det {amount(t.arsarbetare_netto_snitt, 'årsarbetare')} i snitt per år."
        )
        parts = _named_hours(hours_of_parties(kalkyl, working, "nyttor"))
        if len(parts) > 1:
            yield f"Den frigjorda arbetstiden tillfaller {named(parts, MOST_PARTIES)}."
    yield from _own_time(kalkyl, [r for r in rader if not r.arbetstid], years)
    yield from _decisions([r for r in working if r.side == "nyttor"])


def _own_time(kalkyl: Nyttokalkyl, rader: Sequence[Tidrad], years: str) -> Iterator[str]:
    """The time that is nobody's working time: it is told for itself, and is no årsarbetare."""
    for side, words in (("nyttor", "frigörs för"), ("kostnader", "tas från")):
        if parts := _named_hours(hours_of_parties(kalkyl, rader, side)):
            yield f"Tid som inte är arbetstid {words} {named(parts, MOST_PARTIES)} under {years}."


def _named_hours(parties: Iterable[tuple[str, float]]) -> list[str]:
    return [f"{shortened(name, LONGEST_PARTY)} ({amount(hours, 'timmar', 0)})" for name, hours in parties]


def _decisions(freed: Sequence[Tidrad]) -> Iterator[str]:
    if not freed:
        return
    said, rows = {r.id for r in freed if r.nar and r.beslut}, {r.id for r in freed}
    if not said:
        about = "Inget sådant beslut är angivet."
    elif said == rows:
        about = "När det sker och vem som beslutar är angivet."
    else:
        about = (
            f"När det sker och vem som beslutar är angivet för {len(said)} av {counted(len(rows), 'rad', 'rader')}."
        )
    yield f"Frigjord arbetstid är tid att använda till annat. Den blir pengar bara om någon beslutar det. {about}"


def to_economists(kalkyl: Nyttokalkyl, result: Resultat) -> Iterator[str]:
    sums, without = result.troligt.per_kategori["omfordelning"], result.timmar.rader_utan_timmar
    if not any(block.kategori == "omfordelning" for _, _, block in kalkyl.blocks):
        yield "Kalkylen har ingen omfördelning."
        return
    how = "utan diskontering" if kalkyl.raknad_diskontering == "ingen" else "diskonterat"
    yield (
        f"Omfördelningen är värd {amount(sums['nytta'], 'kr')} i nytta och {amount(sums['kostnad'], 'kr')} i kostnad, {how}. "
        "Den flyttar resurser som redan är betalda och ändrar inte budgeten."
    )
    yield f"Timmarna är inte diskonterade. En årsarbetare är {amount(kalkyl.arsarbetstid, 'h')}."
    if result.timmar.egen_tid:
        yield f"Tid för {named(list(result.timmar.egen_tid))} är inte arbetstid och ingår inte i årsarbetarna."
    if without:
        yield f"Det här saknar timkostnad och ingår inte i timmarna: {named(without)}."


def to_staff(kalkyl: Nyttokalkyl, rader: Sequence[Tidrad]) -> Iterator[str]:
    years, rader = amount(kalkyl.horisont, "år"), [r for r in rader if r.arbetstid]
    for side, words in (("nyttor", "Arbetstid frigörs genom"), ("kostnader", "Arbetstid går åt till")):
        found = [f"{quoted(r.namn)} ({amount(r.timmar, 'timmar', 0)} på {years})" for r in rader if r.side == side]
        if found:
            yield f"{words} {named(found)}."
    if any(r.side == "nyttor" for r in rader):
        yield "Vad den frigjorda tiden ska användas till framgår inte av kalkylen. Det behöver ni bestämma."
    elif not rader:
        yield "Kalkylen visar inte hur arbetstiden ändras."


def hours_of_parties(kalkyl: Nyttokalkyl, rader: Sequence[Tidrad], side: str) -> list[tuple[str, float]]:
    """Hours (h) for each perspective that has any on that side."""
    by_name = {name: [r.timmar for r in rader if r.side == side and r.perspektiv == name] for name in kalkyl.perspektiv}
    return [(name, math.fsum(hours)) for name, hours in by_name.items() if hours]


def becomes_money(rad: Tidrad) -> str:
    """When and by whose decision freed hours become money, if ever, in a sentence."""
    if rad.nar and rad.beslut:
        return f"Tiden blir pengar: {rad.nar}. Det beslutas av: {rad.beslut}."
    if rad.nar:
        return f"Tiden blir pengar: {rad.nar}. Vem som beslutar det är {NOT_SAID}."
    if rad.beslut:
        return f"Om tiden ska bli pengar beslutas av: {rad.beslut}. När det sker är {NOT_SAID}."
    return "Inget beslut om att tiden ska bli pengar är angivet. Till dess är den tid att använda till annat."
