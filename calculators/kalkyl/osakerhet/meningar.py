"""What the uncertainty says, in sentences. Neutral: which is larger and by what, never good or bad, likely or unlikely."""

from __future__ import annotations

from calculators.finance import same
from calculators.kalkyl.osakerhet.band import Band
from calculators.kalkyl.osakerhet.rutnat import Rutnat
from calculators.kalkyl.osakerhet.simulering import FORMER, Utfall
from calculators.kalkyl.osakerhet.spakar import Spak
from calculators.kalkyl.osakerhet.tornado import Stapel
from calculators.kalkyl.osakerhet.vandpunkt import Vandpunkt
from calculators.swedish import amount, apart, counted, lowered

LARGER = {True: "nyttorna större än kostnaderna", False: "kostnaderna större än nyttorna"}


def switching_sentence(v: Vandpunkt) -> str:
    """ "Om minuter per bokning blir under 3,2 i stället för 8 (minus 60 %) är kostnaderna större än nyttorna." """
    name = lowered(v.spak.namn)
    if v.utfall == "noll":
        return "Nyttorna och kostnaderna är lika stora som det är. Minsta ändring avgör vilka som är störst."
    if v.utfall == "aldrig":
        return f"{_capital(name)} avgör inte vilka som är störst: hur värdet än ändras är {LARGER[v.netto > 0]}."
    if v.varde is None or v.utfall != "vander":
        limit = v.spak.tak if v.utfall == "tak" else v.spak.golv
        return f"Även om {name} blir {amount(limit or 0.0, v.spak.enhet)} är {LARGER[v.netto > 0]}."
    at, now = apart(v.varde, v.spak.troligt, v.spak.enhet)
    side = "över" if v.varde > v.spak.troligt else "under"
    change = _change(v)
    return f"Om {name} blir {side} {at} i stället för {now}{f' ({change})' if change else ''} är {LARGER[v.netto < 0]}."


def _change(v: Vandpunkt) -> str:
    """ "minus 60 %"; for a share "plus 12 procentenheter"; nothing from 0."""
    if v.varde is None or v.andring is None:
        return ""
    sign = "plus" if v.varde > v.spak.troligt else "minus"
    if v.spak.enhet == "%":
        points = abs(v.varde - v.spak.troligt) * 100
        return f"{sign} {amount(points, 'procentenheter', 0 if points >= 10 else 1 if points >= 1 else None)}"
    size = abs(v.andring)
    if size >= 9 and v.varde / v.spak.troligt > 0:
        return f"{amount(v.varde / v.spak.troligt, '', 0)} gånger så mycket"
    return f"{sign} {amount(size, '%', 0 if size >= 0.1 else 1 if size >= 0.01 else None)}"


def range_sentence(v: Vandpunkt) -> str:
    """Whether the lever's own lägst and högst reach the switching value; empty where there is nothing to say."""
    if v.utfall != "vander" or not v.spak.varierar:
        return ""
    low, high = (amount(x, v.spak.enhet) for x in v.spak.ytterst)
    return f"Det ligger {'inom' if v.inom_spannet else 'utanför'} spannet {low} till {high}."


def swing_sentence(bar: Stapel) -> str:
    """What one lever does from its lägst to its högst."""
    s = bar.spak
    low, high = amount(s.lagst, s.enhet), amount(s.hogst, s.enhet)
    at_low, at_high = amount(bar.vid_lagst, "kr"), amount(bar.vid_hogst, "kr")
    return f"{_capital(s.namn)} från {low} till {high}: nettonyttan går från {at_low} till {at_high}."


def band_sentences(band: Band) -> tuple[str, ...]:
    """The band in one sentence, the difference from the method's pairing, and a reservation where one is needed."""
    found = [
        f"Om alla faktorer med spann samtidigt hamnar i den ände som sänker nettonyttan blir den {amount(band.samst.netto, 'kr')}, "
        f"och i den ände som höjer den {amount(band.bast.netto, 'kr')}.",
        f"Metodens lägst och högst ({amount(band.lagst, 'kr')} och {amount(band.hogst, 'kr')}) parar i stället "
        "lägst nytta med lägst kostnad och högst nytta med högst kostnad.",
    ]
    if not band.exakt:
        found.append(
            "Bandet kan vara bredare: faktorerna hänger ihop så att inte alla kombinationer och värden är prövade."
        )
    return tuple(found)


def grid_sentence(grid: Rutnat) -> str:
    """Where the zero line is."""
    names = f"{lowered(grid.spak_rad.namn)} och {lowered(grid.spak_kolumn.namn)}"
    if grid.vander:
        return f"Linjen i rutnätet går där nyttorna och kostnaderna är lika stora när {names} ändras tillsammans."
    side = grid.sida(0, 0)
    if side == 0:
        return f"Nyttorna och kostnaderna är lika stora i hela rutnätet över {names}."
    return f"I hela rutnätet över {names} är {LARGER[side > 0]}."


def simulation_sentences(u: Utfall) -> tuple[str, ...]:
    """What came out, and what the draws are and are not."""
    if not u.rorliga:
        return (
            "Ingen faktor har något spann, så det finns inget att dra. Skriv lägst och högst för de osäkra faktorerna.",
        )
    draws, over = counted(u.dragningar, "dragning", "dragningar"), amount(u.antal_over)
    share = amount(u.andel_over, "%", 0 if u.antal_over in (0, u.dragningar) else 1)
    between = f"mellan {amount(u.p5, 'kr')} och {amount(u.p95, 'kr')}"
    if same(u.p5, u.p95):
        between = f"på {amount(u.p5, 'kr')}"
    return (
        f"Nyttorna är större än kostnaderna i {over} av {draws} ({share}).",
        f"Nio av tio dragningar ger en nettonytta {between}. Hälften ger mindre än {amount(u.p50, 'kr')}. "
        f"Medelvärdet är {amount(u.medel, 'kr')}.",
        f"Varje dragning tar ett värde för {counted(u.rorliga, 'faktor', 'faktorer')} mellan lägst och högst, "
        f"oftast nära det troliga ({FORMER[u.form].lower().replace('pert', 'PERT')}). Faktorerna dras oberoende av varandra. "
        "Andelen säger vad dina spann leder till, inte hur sannolikt det är i verkligheten.",
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def lever_sentence(spak: Spak) -> str:
    """Where a lever is used, when that is in more than one row."""
    return (
        f"Används i {counted(len(spak.rader), 'rad', 'rader')}: {', '.join(spak.rader)}." if len(spak.rader) > 1 else ""
    )
