"""The invented municipality that goes through all nine steps: its figures, computed by the engine and never typed."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from calculators.kalkyl.document import Nyttokalkyl, block_id
from calculators.kalkyl.evaluation import LEVELS, Niva, Resultat, evaluate
from calculators.kalkyl.examples import BOOKINGS
from calculators.kalkyl.gemensamma import shared_values
from calculators.kalkyl.hours import Timmar, hours_a_year
from calculators.registry import calculator
from calculators.schema import Field, Varde, fields_of
from calculators.swedish import amount
from calculators.wire import from_json
from macros.words import known

Levels = dict[str, str]


@cache
def worked() -> tuple[Nyttokalkyl, Resultat]:
    """The first example of the page Nyttokalkyl, and its result."""
    kalkyl: Nyttokalkyl = from_json(calculator("nyttokalkyl"), BOOKINGS)
    return kalkyl, evaluate(kalkyl)


def figure(name: str, level: str = "troligt") -> str:
    """One figure with its unit: a row's year ("N1"), a factor ("Minuter per bokning") or a result ("nettonytta")."""
    known(name, list(_figures()), "figure of Ekhamn")
    known(level, list(LEVELS), "level")
    return _figures()[name][level]


@cache
def _figures() -> Mapping[str, Levels]:
    kalkyl, result = worked()
    found = {"horisont": _same(amount(kalkyl.horisont, "år")), "startar": _same(str(kalkyl.startar))}
    for value in _factors(kalkyl):
        found[value.namn] = {level: amount(getattr(value, level), value.enhet) for level in LEVELS}
    for id, levels in result.arligt_varde.items():
        found[id] = {level: amount(levels[level], "kr") for level in LEVELS}
    for id, each_year in _hours(kalkyl, result):
        found[f"{id}.timmar"] = _same(amount(each_year, "timmar"))
        found[f"{id}.arsarbetare"] = _same(amount(each_year / kalkyl.arsarbetstid, "årsarbetare"))
    for side, count in result.ej_varderade_antal.items():
        found[f"ej_varderade.{side}"] = _same(amount(count))
    by_level = {level: dict(_told(Niva, getattr(result, level), result.ar)) for level in LEVELS}
    found |= {name: {level: by_level[level][name] for level in LEVELS} for name in by_level["troligt"]}
    return found | {f"timmar.{name}": _same(text) for name, text in _told(Timmar, result.timmar, result.ar)}


def _same(text: str) -> Levels:
    return dict.fromkeys(LEVELS, text)


def _factors(kalkyl: Nyttokalkyl) -> Iterator[Varde]:
    yield from (shared.varde for shared in kalkyl.gemensamma)
    for _, _, block in kalkyl.blocks:
        yield from (value for term in block.termer for value in term.faktorer if not value.ref)


def _hours(kalkyl: Nyttokalkyl, result: Resultat) -> Iterator[tuple[str, float]]:
    """The hours of a full year, for each row that is time."""
    shared = shared_values(kalkyl)
    for side, place, block in kalkyl.blocks:
        id = block_id(side, place, block)
        each_year = hours_a_year(block, result.arligt_varde[id]["troligt"], kalkyl.omrakning_timkostnad, shared)
        if block.kategori == "omfordelning" and each_year is not None:
            yield id, each_year


def _told(cls: type, values: Any, years: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    """Every number of a result by name: "nettonytta", "frigjorda_per_ar.2028", "per_perspektiv.Invånarna.nytta"."""
    for name, field in fields_of(cls).items():
        value = getattr(values, name)
        if isinstance(value, tuple) and len(value) == len(years):
            value = dict(zip(map(str, years), value, strict=True))
        yield from _leaves(name, field, value)


def _leaves(name: str, field: Field, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves(f"{name}.{key}", field, part)
    elif isinstance(value, float):
        yield name, amount(value, field.unit, 0 if field.unit == "%" else None)
    elif isinstance(value, (int, str)):
        yield name, str(value)
