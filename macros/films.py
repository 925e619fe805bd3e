"""The film library: docs/film/film.toml, one [[film]] each. Films are linked to, never embedded."""

import dataclasses as dc
from functools import cache

from calculators.swedish import amount
from macros.entries import entries
from macros.markup import date
from macros.source import Source

FILE = "film/film.toml"
THEMES = {
    "excelmallen": "Excelmallen",
    "exempel": "Exempel från verksamheter",
    "omfordelning": "Omfördelningsnytta",
    "osakerhet": "Osäkerhet",
    "resultat": "Resultat",
    "samtal": "Samtal om metoden",
}
LANGUAGES = ("svenska", "engelska")


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Film(Source):
    """`minuter` where the length is published. `steg` is empty for films about the whole method. A film whose own
    address is not sure has `samling`, the id of a source that leads to it, and no url."""

    vem: str
    tema: tuple[str, ...]
    sprak: str
    minuter: float | None = None
    steg: tuple[int, ...] = ()
    ar: int | None = None
    samling: str = ""

    def __post_init__(self) -> None:
        Source.__post_init__(self)
        if unknown := [theme for theme in self.tema if theme not in THEMES]:
            raise ValueError(f"there is no tema {unknown[0]!r}; there are: {', '.join(THEMES)}")
        if self.sprak not in LANGUAGES:
            raise ValueError(f"sprak should be one of {', '.join(LANGUAGES)}, not {self.sprak!r}")
        if not all(1 <= step <= 9 for step in self.steg):
            raise ValueError(f"steg should be numbers from 1 to 9, not {list(self.steg)}")
        if self.url and self.samling:
            raise ValueError("a film has url or samling, not both")

    @property
    def facts(self) -> list[str]:
        """Who made it, how long it is, when, in which language."""
        length = amount(self.minuter, "minuter") if self.minuter else ""
        return [words for words in (self.vem, length, str(self.ar or ""), f"på {self.sprak}") if words]

    @property
    def checked(self) -> str:
        """What we know of the address, in words."""
        if self.oppnad:
            return f"Vi såg filmen {date(self.oppnad)}."
        if self.url and self.sedd:
            return f"Vi läste adressen på Ineras sida {date(self.sedd)} men har inte spelat upp filmen."
        return "Leta efter titeln på sidan." if self.samling else "Vi har inte hittat någon adress till filmen."


@cache
def films() -> tuple[Film, ...]:
    return entries(FILE, Film)
