"""How a reference calculation is declared: its alternatives, intermediate values, rows, and what gets no money."""

from __future__ import annotations

from dataclasses import dataclass, field

PERSPEKTIV = {
    "kommunen": "Kommunen",
    "brukare": "Brukare",
    "personal": "Personal",
    "samhallet": "Samhället",
    "narstaende": "Närstående",
}
ARSFAKTORER = "Mallens årsfaktorer är inte publicerade. Vi räknar engångskostnader det första året och resten varje år."
ALLA_DAGAR = "Alla dagar på året räknas. Guiden till mallen säger inte hur många."
ALLA_VECKOR = "Ett år räknas som 52 veckor. Guiden till mallen säger inte hur många."
MONEY = ("kommunen", "brukare", "personal", "samhallet")  # those that a reference calculation counts for


@dataclass(frozen=True, slots=True)
class Mellan:
    """A value on the way, computed from inputs and earlier ones. A `hidden` one is no part of the answer."""

    id: str
    label: str
    unit: str
    formula: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Rad:
    """A benefit or a cost in kr a year: a formula of its own, or `timmar` (h a year) times the field `timkostnad`."""

    id: str
    label: str
    sida: str
    kategori: str
    perspektiv: str
    formula: str
    timmar: str = ""
    timkostnad: str = ""
    engang: bool = False

    @property
    def faktor(self) -> str:
        """The year profile: only the first year, or every year."""
        return "engang" if self.engang else "lopande"


@dataclass(frozen=True, slots=True)
class Utan:
    """A benefit or a cost without money. People choose its size."""

    namn: str
    kategori: str
    perspektiv: str
    sida: str = "nytta"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referens:
    """One reference calculation. `konstanter`: name in the formulas → id of a standard value."""

    alternativ_a: str
    alternativ_b: str
    passar_inte: str
    kalla: str
    konstanter: dict[str, str]
    mellan: tuple[Mellan, ...]
    rader: tuple[Rad, ...]
    utan: tuple[Utan, ...]
    tolkningar: tuple[str, ...] = field(default=())  # where the source leaves something open, and how it is read here
