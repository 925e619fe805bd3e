"""What every reference calculation asks: the municipality's name, frames, sources, and the fields that recur."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculators.drivmedel import FUELS, kr_per_mil
from calculators.kalkyl.ramar import Ramar
from calculators.schema import choice, fields_of, money, number, profiles, share, text
from calculators.standard import table
from calculators.underlag import Underlag

OWN_FUEL = "eget"
WAGE_HELP = "Ta hellre er egen timkostnad än Ineras kalkylfaktor, om ni känner lönen."


@dataclass(frozen=True)
class Uppgifter(Underlag, Ramar):
    """Base of the inputs of a reference calculation."""

    kommun: str = text("Kommunens namn", help="Namnet används i resultatet och i utskriften.", group="Er kommun")
    namn: str = text("Förändringens namn", group="Er kommun")
    faktorer: Mapping[str, Any] = profiles("Årsfaktorer för enskilda rader", length="horisont")


OPTIONS = ("startar", "horisont", "ranta", "diskontering", "arsarbetstid", "faktorer", "lagst", "hogst")


def fragad(label: str, unit: str = "st", **about: Any) -> Any:
    """A figure that only the municipality knows: empty from the start, and 0 with a word about it until it is filled in."""
    return number(label, unit=unit, asked=True, **about)


def fragad_andel(label: str, **about: Any) -> Any:
    """A share (0–1, shown as per cent) that only the municipality knows."""
    return share(label, asked=True, **about)


def valfri(label: str, unit: str = "st", **about: Any) -> Any:
    """A figure that may be left empty, and is 0 then."""
    return number(label, unit=unit, **about)


def valfri_andel(label: str, **about: Any) -> Any:
    """A share that may be left empty, and is 0 then."""
    return share(label, **about)


def timkostnad(label: str, from_standard: str | None = None, **about: Any) -> Any:
    """An hourly cost in kr/h: a published one, or one that is asked for."""
    about = {"help": WAGE_HELP, "group": "Timkostnader", **about}
    if from_standard is not None:
        return money(label, unit="kr/h", from_standard=f"timkostnad.{from_standard}", **about)
    return money(label, unit="kr/h", asked=not about.pop("optional", False), **about)


def drivmedel(**about: Any) -> Any:
    """Which fuel the cars use."""
    words = "Välj det som liknar era bilar. Har ni olika: välj försiktigt, så att nyttan inte blir för stor."
    return choice("Drivmedel i bilarna", FUELS | {OWN_FUEL: "Eget pris"}, code="E_DRIVMEDEL", default=None, asked=True, help=words, **about)


def drivmedel_eget(**about: Any) -> Any:
    """The price per mil of another fuel, or of a mixture."""
    words = "Används bara när du har valt eget pris. Skriv varifrån det kommer."
    return money("Eget drivmedelspris", unit="kr/mil", help=words, **about)


def fuel_price(inputs: Any) -> float:
    """Kr per mil of the chosen fuel; 0 where none is chosen, or its own price is not filled in."""
    if inputs.drivmedel is None:
        return 0.0
    if inputs.drivmedel == OWN_FUEL:
        return inputs.drivmedel_eget_kr_per_mil or 0.0
    return kr_per_mil(inputs.drivmedel)


def published_wages() -> dict[str, dict[str, float]]:
    """Published hourly costs (kr/h) by group and standard id, to choose from."""
    groups: dict[str, dict[str, float]] = {}
    for row in table("timkostnad").values():
        groups.setdefault(row.group, {})[row.id] = row.amount
    return groups


def missing(inputs: Any) -> tuple[str, ...]:
    """Ids of what is asked and not answered, in alphabetical order."""
    empty = [name for name, field in fields_of(type(inputs)).items() if field.asked and getattr(inputs, name) is None]
    if getattr(inputs, "drivmedel", None) == OWN_FUEL and inputs.drivmedel_eget_kr_per_mil is None:
        empty.append("drivmedel_eget_kr_per_mil")
    return tuple(sorted(empty))
