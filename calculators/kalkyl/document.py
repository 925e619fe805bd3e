"""What a nyttokalkyl holds: start, shared factors, benefits and costs in blocks, and what is not valued in money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.kalkyl.beskrivning import Beskrivning
from calculators.kalkyl.plan import Plan
from calculators.kalkyl.ramar import Ramar
from calculators.kategorier import KATEGORIER, PENGAKATEGORIER
from calculators.schema import Varde, choice, number, profile, rows, share, span, table, text, texts

SIDOR = {"nytta": "Nytta", "kostnad": "Kostnad"}
STORLEKAR = {"liten": "Liten", "mattlig": "Måttlig", "stor": "Stor"}
TECKEN = {"+": "Lägg till", "-": "Dra ifrån"}
ARBETSTID, EGEN_TID = "arbetstid", "egen"
VEMS_TID = {ARBETSTID: "Personalens arbetstid", EGEN_TID: "Invånares eller andras egen tid"}

@dataclass(frozen=True, slots=True)
class Gemensam:
    """A factor that several blocks use. `id` is what a block refers to. With `formel` it is worked out from the others."""

    id: str = text("Kortnamn", required=True, help="Ett ord som raderna hänvisar till, till exempel timkostnad.")
    varde: Varde = span("Värde", required=True, unless="formel")
    formel: str = text("Uträkning", help="Räkna fram värdet med andra gemensamma faktorer.")


@dataclass(frozen=True, slots=True)
class Term:
    """One product: Π faktorer ÷ delare, added or taken away."""

    tecken: str = choice("Lägg till eller dra ifrån", TECKEN, code="E_TAL", default="+")
    faktorer: tuple[Varde, ...] = rows("Faktorer", Varde, one="faktor")
    delare: float = number(
        "Delat med", unit="", low=None, default=1.0, help="60 gör minuter till timmar, 10 gör kilometer till mil."
    )


@dataclass(frozen=True, slots=True)
class Andel:
    """The part of a row that falls to somebody else than the one that the row names."""

    perspektiv: str = text("Vem")
    andel: float = share("Andel")


@dataclass(frozen=True, slots=True)
class Block:
    """A benefit or a cost: its annual value (kr a year, today's prices), year factors, and hours for omfördelning.

    The annual value is one of three: written (`arligt_varde`), worked out by `formel` from `faktorer` and shared factors
    (all of `faktorer` multiplied where `formel` is empty), or `termer`, as the JSON of earlier versions has it.
    """

    id: str = text("Beteckning")
    namn: str = text("Namn")
    perspektiv: str = text("Vem tillfaller den?")
    kategori: str = choice("Kategori", PENGAKATEGORIER, code="E_KATEGORI", required=True)
    termer: tuple[Term, ...] = rows("Så räknas årets värde", Term, one="term")
    faktorer: tuple[Varde, ...] = rows("Faktorer", Varde, one="faktor")
    formel: str = text("Uträkning", help="Till exempel antal besök × minuter ÷ 60 × timkostnad. Tomt betyder att faktorerna multipliceras.")
    arligt_varde: Varde | None = span("Årligt värde", unit="kr")
    faktor: str | tuple[float, ...] = profile("När gäller värdet?", length="horisont")
    timkostnad: Varde | None = span("Timkostnad", unit="kr/h", help="Används för att räkna om kronor till timmar.")
    timmar_per_ar: Varde | None = span("Timmar per år", unit="h")
    vems_tid: str | None = choice("Vems tid är det?", VEMS_TID, code="E_TAL", default=None,
        help="Bara arbetstid blir årsarbetare. Utan val avgör namnet på den som raden tillfaller.")
    blir_pengar_nar: str = text(
        "När blir den frigjorda tiden pengar?",
        help="Om den alls blir det, till exempel när en tjänst inte återbesätts.",
    )
    blir_pengar_beslut: str = text("Vem beslutar det?", help="Den som kan ändra budgeten, till exempel nämnden.")
    kalla: str = text("Källa")
    fordelning: tuple[Andel, ...] = rows("Fördelas på fler", Andel, one="del")
    fran: str = text("Hämtad från", help="Kalkylatorn som raden kommer från, med uppgifterna.")

    @property
    def counted(self) -> bool:
        """Whether the annual value is worked out from factors."""
        return bool(self.faktorer or self.formel.strip())

    @property
    def valued(self) -> bool:
        """Whether there is anything that says the annual value."""
        return bool(self.termer) or self.counted or self.arligt_varde is not None

    @property
    def values(self) -> tuple[Varde, ...]:
        """Every value that the annual value is made of."""
        written = () if self.arligt_varde is None else (self.arligt_varde,)
        return (*(factor for term in self.termer for factor in term.faktorer), *self.faktorer, *written)


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


@dataclass(frozen=True)
class Nyttokalkyl(Plan, Beskrivning, Ramar):
    """The input of the calculator. Money in kr, today's price level; `ranta` is a fraction."""

    perspektiv: tuple[str, ...] = texts("Vems nyttor och kostnader?", one="perspektiv")
    gemensamma: tuple[Gemensam, ...] = table("Faktorer som används på flera ställen", Gemensam, one="faktor")
    nyttor: tuple[Block, ...] = rows("Nyttor", Block, one="nytta")
    kostnader: tuple[Block, ...] = rows("Kostnader", Block, one="kostnad")
    ej_varderade: tuple[EjVarderad, ...] = rows("Värderas inte i pengar", EjVarderad, one="rad")
    omrakning_timkostnad: Varde | None = span(
        "Timkostnad för omräkning", unit="kr/h", help="Används för rader som saknar egen timkostnad."
    )

    @property
    def raknad_diskontering(self) -> str:
        """The convention that the calculation uses: a rough estimate is never discounted."""
        return "ingen" if self.niva == "overslag" else self.diskontering

    @property
    def grov(self) -> bool:
        """Whether the result is shown as a rough estimate."""
        return self.niva == "overslag"

    @property
    def blocks(self) -> tuple[tuple[str, int, Block], ...]:
        """Every block with its side ("nyttor") and place."""
        return tuple((side, n, b) for side in ("nyttor", "kostnader") for n, b in enumerate(getattr(self, side)))


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
    "nyttor.0.kategori": "omfordelning", "nyttor.0.faktorer.0.namn": "", "nyttor.0.faktorer.0.troligt": "",
    "kostnader.0.id": "K1", "kostnader.0.namn": "", "kostnader.0.perspektiv": "Egna organisationen",
    "kostnader.0.kategori": "finansiell", "kostnader.0.faktorer.0.namn": "", "kostnader.0.faktorer.0.troligt": "",
}  # fmt: skip


def new_row(flat: Mapping[str, str], path: str) -> dict[str, str]:
    """The texts of a new row: an id that is free, the first perspective, one empty factor."""
    rows = path.rpartition(".")[2]
    factor = {"namn": "", "troligt": ""}
    first = flat.get("perspektiv.0", "")
    if rows in ("nyttor", "kostnader"):
        kategori = "omfordelning" if rows == "nyttor" else "finansiell"
        first_factor = {f"faktorer.0.{k}": v for k, v in factor.items()}
        return {
            "id": _free(flat, "N" if rows == "nyttor" else "K"),
            "namn": "",
            "perspektiv": first,
            "kategori": kategori,
        } | first_factor
    return {
        "perspektiv": {"": ""},
        "gemensamma": {"id": _free(flat, "F"), "varde.namn": "", "varde.troligt": ""},
        "termer": {"tecken": "+", "delare": "1"} | {f"faktorer.0.{k}": v for k, v in factor.items()},
        "faktorer": factor,
        "fordelning": {"perspektiv": "", "andel": ""},
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
