"""The outcome that somebody has written down: matched with rows, factors and years; what fits nowhere gets a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from calculators.kalkyl.document import Nyttokalkyl, block_id
from calculators.kalkyl.formel.names import folded
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.plan import Utfall
from calculators.schema import Doubt
from calculators.swedish import listed, write_number
from calculators.uppfoljning.rakning import ARSFAKTOR, Rakning, rakning

HELA = "Hela värdet"  # the name of an outcome in kr for a whole row in a year
MOST_NAMED = 8

Kanda = Mapping[str, Mapping[int, Mapping[str, float]]]  # row → place of the year → factor → value


@dataclass(slots=True)
class Traff:
    """What could be matched, and for each row of the outcome that could not: the field and what to do."""

    kanda: dict[str, dict[int, dict[str, float]]] = field(default_factory=dict)
    miss: list[tuple[int, str, str]] = field(default_factory=list)


def counted_rows(kalkyl: Nyttokalkyl) -> dict[str, Rakning]:
    """Every row of the calculation as a function of its factors, by id."""
    shared = shared_values(kalkyl)
    return {block_id(side, n, block): rakning(block, shared) for side, n, block in kalkyl.blocks}


def matched(kalkyl: Nyttokalkyl, utfall: Sequence[Utfall], rader: Mapping[str, Rakning] | None = None) -> Traff:
    """The outcome against the rows and the years of `kalkyl`. A row that nobody has begun on is passed over."""
    found, known = Traff(), counted_rows(kalkyl) if rader is None else rader
    spellings = {folded(id): id for id in known}
    for side, n, block in kalkyl.blocks:
        if block.namn.strip():
            spellings.setdefault(folded(block.namn.strip()), block_id(side, n, block))
    years = {year: place for place, year in enumerate(kalkyl.ar)}
    for n, one in enumerate(utfall):
        if not (one.rad or one.faktor or one.varde is not None):
            continue
        for key, words in _misses(one, spellings, known, years):
            found.miss.append((n, key, words))
            break
        else:
            id = spellings[folded(one.rad.strip())]
            name = factor_of(known[id], one.faktor)
            of_year = found.kanda.setdefault(id, {}).setdefault(years[one.ar], {})  # type: ignore[index]
            of_year[str(name)] = as_counted(known[id], str(name), one.varde or 0.0)
    return found


def factor_of(rad: Rakning, name: str) -> str | None:
    """The factor that is meant; an empty name or "Hela värdet" is the amount of the whole row."""
    return HELA if not name.strip() or folded(name.strip()) == folded(HELA) else rad.named(name)


def as_counted(rad: Rakning, name: str, x: float) -> float:
    """The value as the engine counts with it: 65 of a factor in per cent is 0.65."""
    return x / 100 if rad.enheter.get(name) == "%" else x


def _misses(
    one: Utfall, rows: Mapping[str, str], known: Mapping[str, Rakning], years: Mapping[int, int]
) -> Iterator[tuple[str, str]]:
    id = rows.get(folded(one.rad.strip()))
    if id is None:
        named = f"Det finns ingen rad som heter {one.rad}. " if one.rad.strip() else ""
        yield "rad", f"{named}Skriv radens beteckning: {_some(list(known))}."
    elif factor_of(known[id], one.faktor) is None:
        choices = [*known[id].varden, ARSFAKTOR, HELA]
        yield "faktor", f"{id} räknas inte med {one.faktor}. Skriv {_some(choices)}."
    elif one.ar not in years:
        first, last = (write_number(float(y)) for y in (min(years), max(years)))
        yield "ar", f"Skriv ett av kalkylens år, {first} till {last}."
    elif one.varde is None:
        yield "varde", "Skriv vad utfallet blev, eller ta bort raden."


def _some(names: Sequence[str]) -> str:
    more = ["någon av de andra"] if len(names) > MOST_NAMED else []
    return listed([*names[:MOST_NAMED], *more], "eller") or "först en rad i kalkylen"


def doubts(kalkyl: Nyttokalkyl) -> list[Doubt]:
    """At its field, what cannot be used of the outcome. The calculation goes on without it."""
    if not kalkyl.utfall:
        return []
    return [Doubt(f"utfall.{n}.{key}", "varning", words) for n, key, words in matched(kalkyl, kalkyl.utfall).miss]
