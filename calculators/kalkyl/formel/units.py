"""The units of factors: working time, calendar periods, money, length, shares. All other words are counts.

People leave out "per" of what they count ("min" for "min/besök"), so counts are never held against each other.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

SPELLINGS = {
    "s": "s sek sekund sekunder",
    "min": "min minut minuter minuten",
    "h": "h tim timme timmar timmen arbetstimme arbetstimmar arbetstim persontimme persontimmar",
    "dag": "d dag dagar dagen dygn dygnet arbetsdag arbetsdagar",
    "vecka": "v vecka veckor veckan arbetsvecka arbetsveckor",
    "mån": "mån månad månader månaden",
    "kvartal": "kvartal kvartalet",
    "halvår": "halvår halvåret",
    "år": "år året",
    "kr": "kr krona kronor",
    "tkr": "tkr kkr",
    "Mkr": "mkr mnkr",
    "öre": "öre",
    "km": "km kilometer",
    "mil": "mil",
}
ATOMS = {word: atom for atom, words in SPELLINGS.items() for word in words.split()}
SHARES = ("%", "procent")
ARBETSTID, KALENDER, PENGAR, LANGD = "arbetstid", "kalender", "pengar", "langd"
KIND = {
    **dict.fromkeys(("s", "min", "h"), ARBETSTID),
    **dict.fromkeys(("dag", "vecka", "mån", "kvartal", "halvår", "år"), KALENDER),
    **dict.fromkeys(("kr", "tkr", "Mkr", "öre"), PENGAR),
    **dict.fromkeys(("km", "mil"), LANGD),
}
TIMES = frozenset({ARBETSTID, KALENDER})

PER = re.compile(r"/|\bper\b|\b(?:i|om)\s+(?=(?:timmen|dagen|dygnet|veckan|månaden|kvartalet|året)\b)")
AND = re.compile(r"\boch\b|[·*×,+]")
TUSEN = (
    (re.compile(r"(?:1\s?000|tusen(?:tals)?)\s*kr(?:onor)?\b"), "tkr"),
    (re.compile(r"milj(?:oner|\.)?\s*kr(?:onor)?\b"), "mkr"),
)
WORD = re.compile(r"[^\W\d_]+|%")

Powers = Mapping[str, int]  # atom → exponent, never 0


@dataclass(frozen=True, slots=True)
class Unit:
    """`share`: a part of something, in per cent. `each`: counted per something else than a period. `kinds`: all that is mentioned."""

    powers: Powers = field(default_factory=dict)
    share: bool = False
    each: bool = False
    kinds: frozenset[str] = frozenset()


def multiplied(one: Powers, other: Powers, power: int = 1) -> dict[str, int]:
    """one × other^power."""
    found = dict(one)
    for atom, exponent in other.items():
        found[atom] = found.get(atom, 0) + power * exponent
    return {atom: exponent for atom, exponent in found.items() if exponent}


@functools.lru_cache(2048)
def read_unit(text: str) -> Unit | None:
    """The unit that a person writes: "kr/h", "min per besök"; None where nothing is said or it can't be told."""
    plain = text.replace("SEK", "kr").lower().replace("(", " ").replace(")", " ").strip()
    for pattern, atom in TUSEN:
        plain = pattern.sub(atom, plain)
    if not plain:
        return None
    over, *under = PER.split(plain)
    powers: dict[str, int] = {}
    kinds: set[str] = set()
    each = False
    for power, part in [(1, over), *((-1, p) for p in under)]:
        for chunk in AND.split(part):
            if chunk.strip() != "1" and any(c.isdigit() for c in chunk):
                return None
            atoms = {ATOMS[word] for word in WORD.findall(chunk) if word in ATOMS}
            if len(atoms) > 1:
                return None
            powers = multiplied(powers, dict.fromkeys(atoms, 1), power)
            kinds |= {KIND[atom] for atom in atoms}
            each |= power < 0 and not any(KIND[atom] == KALENDER for atom in atoms)
    return Unit(powers, over.strip() in SHARES, each, frozenset(kinds))


def total(powers: Powers, kind: str) -> int:
    """The exponents of one kind together: 0 for min/h."""
    found = 0
    for atom, exponent in powers.items():
        found += exponent if KIND[atom] == kind else 0
    return found


def _raised(atom: str, exponent: int) -> str:
    return atom if exponent == 1 else f"{atom}{'²' if exponent == 2 else '³' if exponent == 3 else '…'}"


def written_unit(powers: Powers) -> str:
    """ "kr·min/h": money first, then as the table of units has them."""
    order = [*(a for a in KIND if KIND[a] == PENGAR), *(a for a in KIND if KIND[a] != PENGAR)]
    over = [_raised(a, powers[a]) for a in order if powers.get(a, 0) > 0]
    under = [_raised(a, -powers[a]) for a in order if powers.get(a, 0) < 0]
    return "/".join(["·".join(over) or ("1" if under else ""), *under])
