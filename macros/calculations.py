"""Published calculations: docs/exempel/exempel.toml, one [[exempel]] each. What is not published, or not read, is empty."""

import dataclasses as dc
from functools import cache

from calculators.registry import calculator, ids
from macros.entries import entries
from macros.source import Source

FILE = "exempel/exempel.toml"
KINDS = {"kommun": "Kommun", "region": "Region", "nationellt": "Nationellt", "annat": "Annan verksamhet"}
AREAS = {
    "valfardsteknik": "Välfärdsteknik i äldreomsorgen",
    "vardkontakt": "Invånarens kontakt med vården",
    "vardinformation": "Information mellan vårdgivare",
    "kommunikation": "Säker kommunikation och möten",
    "ovrig-vard": "Annan vård",
    "kundtjanst": "Kundtjänst",
}
TYPES = (
    "nyttokalkyl", "nyttoanalys", "referensanalys", "samhällsekonomisk analys", "examensarbete", "räkneexempel", "artikel",
)  # fmt: skip


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Calculation(Source):
    """`varderat` was counted in money, `beskrivet` was told without. `kalkylator` is one of ours for the same change,
    `ifylld` the name of its example that holds the published figures; without it the first one opens, whose figures are made up.
    `film` is the id of a film about it, `samling` the source that leads to it when it has no address of its own."""

    typ: str
    vem: str
    slag: str
    omrade: str
    ar: int | None = None
    alternativ_a: str = ""
    alternativ_b: str = ""
    ramar: str = ""
    varderat: tuple[str, ...] = ()
    beskrivet: tuple[str, ...] = ()
    kostnader: tuple[str, ...] = ()
    resultat: str = ""
    kalkylator: str = ""
    ifylld: str = ""
    film: str = ""
    samling: str = ""

    def __post_init__(self) -> None:
        Source.__post_init__(self)
        choices = {"typ": TYPES, "slag": tuple(KINDS), "omrade": tuple(AREAS), "kalkylator": ("", *ids())}
        for name, options in choices.items():
            if (value := getattr(self, name)) not in options:
                raise ValueError(f"there is no {name} {value!r}; there are: {', '.join(filter(None, options))}")
        examples = [example.name for example in calculator(self.kalkylator).examples] if self.kalkylator else []
        if self.ifylld and self.ifylld not in examples:
            raise ValueError(f"there is no example {self.ifylld!r}; there are: {', '.join(examples)}")
        if bool(self.url) == bool(self.samling):
            raise ValueError("a calculation has either url or samling")


@cache
def calculations() -> tuple[Calculation, ...]:
    return entries(FILE, Calculation)
