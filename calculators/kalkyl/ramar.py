"""The frames of a calculation over years: first year, horizon, rate, and the hours of an årsarbetare."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.schema import choice, number, share
from calculators.standard import table as published

DISKONTERINGAR = {
    "t0": "Från och med år 2 (år 1 räknas fullt ut)",
    "t1": "Från och med år 1",
    "ingen": "Ingen diskontering",
}


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
        group="Ramar",
    )
    horisont: int = number(
        "Tidshorisont",
        unit="år",
        default=6,
        whole=True,
        low=None,
        code="E_HORISONT",
        allowed=tuple(v.amount for v in published("tidshorisont").values()),
        help="Välj så att perioden rymmer både införandet och ett stabilt läge.",
        group="Ramar",
    )
    ranta: float = share(
        "Diskonteringsränta",
        high=None,
        below=1.0,
        code="E_RANTA",
        from_standard="diskonteringsranta",
        help="Ändra bara om en annan ränta är beslutad.",
        group="Ramar",
    )
    diskontering: str = choice(
        "När börjar diskonteringen?", DISKONTERINGAR, code="E_DISKONTERING", default="t0", group="Ramar"
    )
    arsarbetstid: float = number(
        "Timmar per årsarbetare", unit="h", low=None, above=0.0, from_standard="arsarbetstid", group="Ramar"
    )

    @property
    def ar(self) -> tuple[int, ...]:
        """The years as shown: 1, 2 … or calendar years."""
        return tuple(int(self.startar) + n for n in range(int(self.horisont)))
