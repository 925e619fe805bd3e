"""The frames of a calculation over years: first year, horizon, rate, and the hours of an årsarbetare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from calculators.schema import Doubt, choice, number, share
from calculators.standard import standard
from calculators.standard import table as published
from calculators.swedish import amount

DISKONTERINGAR = {
    "t0": "Från och med år 2 (år 1 räknas fullt ut)",
    "t1": "Från och med år 1",
    "ingen": "Ingen diskontering",
}


GROUP = "Ramar"


def horisont_field() -> Any:
    """The number of years, one of those that the method uses."""
    return number(
        "Tidshorisont",
        unit="år",
        default=6,
        whole=True,
        low=None,
        code="E_HORISONT",
        allowed=tuple(v.amount for v in published("tidshorisont").values()),
        help="Välj så att perioden rymmer både införandet och ett stabilt läge.",
        group=GROUP,
    )


def ranta_field(**about: Any) -> Any:
    """The rate, as a fraction."""
    return share(
        "Diskonteringsränta",
        high=None,
        below=1.0,
        code="E_RANTA",
        from_standard="diskonteringsranta",
        help="Ändra bara om en annan ränta är beslutad.",
        group=GROUP,
        **about,
    )


def rate_doubts(ranta: float) -> Iterator[Doubt]:
    """A word about a rate that is not the method's."""
    published = standard("diskonteringsranta")
    if ranta != published.amount:
        words = f"Metodens ränta är {amount(published.amount, '%')}. Ändra bara om en annan är beslutad."
        yield Doubt("ranta", "varning", words)


def diskontering_field(**about: Any) -> Any:
    """Whether year 1 is discounted."""
    words = "När börjar diskonteringen?"
    return choice(words, DISKONTERINGAR, code="E_DISKONTERING", default="t0", group=GROUP, **about)


@dataclass(frozen=True)
class Ramar:
    """`startar` is 1 or a calendar year, `horisont` a number of years, `ranta` a fraction, `arsarbetstid` hours."""

    startar: int = number(
        "Första året",
        unit="",
        default=1,
        whole=True,
        low=None,
        code="E_STARTAR",
        help="Skriv 1 för År 1, År 2 … eller ett kalenderår.",
        group=GROUP,
    )
    horisont: int = horisont_field()
    ranta: float = ranta_field()
    diskontering: str = diskontering_field()
    arsarbetstid: float = number(
        "Timmar per årsarbetare", unit="h", low=None, above=0.0, from_standard="arsarbetstid", group=GROUP
    )

    @property
    def ar(self) -> tuple[int, ...]:
        """The years as shown: 1, 2 … or calendar years."""
        return tuple(int(self.startar) + n for n in range(int(self.horisont)))
