"""What a nyttokalkyl holds: start, shared factors, benefits and costs in blocks, and what is not valued in money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.kategorier import KATEGORIER, PENGAKATEGORIER
from calculators.schema import (
    Varde,
    choice,
    number,
    profile,
    rows,
    share,
    span,
    table,
    text,
    texts,
)  # fmt: skip
from calculators.standard import table as published

SIDOR = {"nytta": "Nytta", "kostnad": "Kostnad"}
STORLEKAR = {"liten": "Liten", "mattlig": "Måttlig", "stor": "Stor"}
TECKEN = {"+": "Lägg till", "-": "Dra ifrån"}
DISKONTERINGAR = {
    "t0": "Från och med år 2 (år 1 räknas fullt ut)",
    "t1": "Från och med år 1",
    "ingen": "Ingen diskontering",
}


@dataclass(frozen=True, slots=True)
class Gemensam:
    """A factor that several blocks use. `id` is what a block refers to."""

    id: str = text("Kortnamn", required=True, help="Ett ord som raderna hänvisar till, till exempel timkostnad.")
    varde: Varde = span("Värde", required=True)


@dataclass(frozen=True, slots=True)
class Term:
    """One product: Π faktorer ÷ delare, added or taken away."""

    tecken: str = choice("Lägg till eller dra ifrån", TECKEN, code="E_TAL", default="+")
    faktorer: tuple[Varde, ...] = rows("Faktorer", Varde, one="faktor")
    delare: float = number(
        "Delat med", unit="", low=None, default=1.0, help="60 gör minuter till timmar, 10 gör kilometer till mil."
    )


@dataclass(frozen=True, slots=True)
class Block:
    """A benefit or a cost: its annual value (kr a year, today's prices), year factors, and hours for omfördelning."""

    id: str = text("Beteckning")
    namn: str = text("Namn")
    perspektiv: str = text("Vem tillfaller den?")
    kategori: str = choice("Kategori", PENGAKATEGORIER, code="E_KATEGORI", required=True)
    termer: tuple[Term, ...] = rows("Så räknas årets värde", Term, one="term")
    arligt_varde: Varde | None = span("Årligt värde", unit="kr")
    faktor: str | tuple[float, ...] = profile("När gäller värdet?", length="horisont")
    timkostnad: Varde | None = span("Timkostnad", unit="kr/h", help="Används för att räkna om kronor till timmar.")
    timmar_per_ar: Varde | None = span("Timmar per år", unit="h")
    kalla: str = text("Källa")


@dataclass(frozen=True, slots=True)
class EjVarderad:
    """A benefit or cost without money: people choose its size, the tool never does."""

    id: str = text("Beteckning")
    namn: str = text("Namn")
    sida: str = choice("Nytta eller kostnad", SIDOR, code="E_TAL", default="nytta")
    kategori: str = choice("Kategori", KATEGORIER, code="E_KATEGORI", required=True)
    perspektiv: str = text("Vem berörs?")
    storlek: str | None = choice("Uppskattad storlek", STORLEKAR, code="E_NIVA", default=None)
    kalla: str = text("Underlag")


@dataclass(frozen=True, slots=True)
class Nyttokalkyl:
    """The input of the calculator. Money in kr, today's price level; `ranta` is a fraction."""

    namn: str = text("Förändringens namn")
    startar: int = number(
        "Första året",
        unit="",
        default=1,
        whole=True,
        low=None,
        code="E_STARTAR",
        help="Skriv 1 för År 1, År 2 … eller ett kalenderår.",
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
    )
    ranta: float = share(
        "Diskonteringsränta",
        high=None,
        below=1.0,
        code="E_RANTA",
        from_standard="diskonteringsranta",
        help="Ändra bara om en annan ränta är beslutad.",
    )
    diskontering: str = choice("När börjar diskonteringen?", DISKONTERINGAR, code="E_DISKONTERING", default="t0")
    arsarbetstid: float = number("Timmar per årsarbetare", unit="h", low=None, above=0.0, from_standard="arsarbetstid")
    perspektiv: tuple[str, ...] = texts("Vems nyttor och kostnader?", one="perspektiv")
    gemensamma: tuple[Gemensam, ...] = table("Faktorer som används på flera ställen", Gemensam, one="faktor")
    nyttor: tuple[Block, ...] = rows("Nyttor", Block, one="nytta")
    kostnader: tuple[Block, ...] = rows("Kostnader", Block, one="kostnad")
    ej_varderade: tuple[EjVarderad, ...] = rows("Värderas inte i pengar", EjVarderad, one="rad")
    omrakning_timkostnad: Varde | None = span(
        "Timkostnad för omräkning", unit="kr/h", help="Används för rader som saknar egen timkostnad."
    )

    @property
    def blocks(self) -> tuple[tuple[str, int, Block], ...]:
        """Every block with its side ("nyttor") and place."""
        return tuple((side, n, b) for side in ("nyttor", "kostnader") for n, b in enumerate(getattr(self, side)))

    @property
    def ar(self) -> tuple[int, ...]:
        """The years as shown: 1, 2 … or calendar years."""
        return tuple(int(self.startar) + n for n in range(int(self.horisont)))


def block_id(side: str, place: int, block: Block) -> str:
    """The block's own id, or N1, N2 … and K1, K2 … by place."""
    return block.id or f"{'N' if side == 'nyttor' else 'K'}{place + 1}"


def factors_of(block: Block, horisont: int) -> tuple[float, ...]:
    """The block's year factors, one a year."""
    if block.faktor == "lopande":
        return (1.0,) * horisont
    if block.faktor == "engang":
        return (1.0,) + (0.0,) * (horisont - 1)
    return tuple(block.faktor)  # type: ignore[arg-type]


BLANK = {
    "perspektiv.0": "Egna organisationen",
    "nyttor.0.id": "N1", "nyttor.0.namn": "", "nyttor.0.perspektiv": "Egna organisationen",
    "nyttor.0.kategori": "omfordelning", "nyttor.0.termer.0.faktorer.0.namn": "", "nyttor.0.termer.0.faktorer.0.troligt": "",
    "kostnader.0.id": "K1", "kostnader.0.namn": "", "kostnader.0.perspektiv": "Egna organisationen",
    "kostnader.0.kategori": "finansiell", "kostnader.0.termer.0.faktorer.0.namn": "", "kostnader.0.termer.0.faktorer.0.troligt": "",
}  # fmt: skip


def new_row(flat: Mapping[str, str], path: str) -> dict[str, str]:
    """The texts of a new row: an id that is free, the first perspective, one empty factor."""
    rows = path.rpartition(".")[2]
    factor = {"namn": "", "troligt": ""}
    first = flat.get("perspektiv.0", "")
    if rows in ("nyttor", "kostnader"):
        kategori = "omfordelning" if rows == "nyttor" else "finansiell"
        term = {f"termer.0.faktorer.0.{k}": v for k, v in factor.items()}
        return {
            "id": _free(flat, "N" if rows == "nyttor" else "K"),
            "namn": "",
            "perspektiv": first,
            "kategori": kategori,
        } | term
    return {
        "perspektiv": {"": ""},
        "gemensamma": {"id": "", "varde.namn": "", "varde.troligt": ""},
        "termer": {"tecken": "+", "delare": "1"} | {f"faktorer.0.{k}": v for k, v in factor.items()},
        "faktorer": factor,
        "ej_varderade": {
            "id": _free(flat, "E"),
            "namn": "",
            "sida": "nytta",
            "kategori": "kvalitet",
            "perspektiv": first,
        },
    }.get(rows, {})


def _free(flat: Mapping[str, str], letter: str) -> str:
    taken = {value for key, value in flat.items() if key.endswith(".id")}
    return next(f"{letter}{n}" for n in range(1, len(taken) + 2) if f"{letter}{n}" not in taken)
