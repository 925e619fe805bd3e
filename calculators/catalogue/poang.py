"""Poäng: the estimated size of what is not valued in money, counted. Points order judgements and are never netted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from calculators.fault import Fault
from calculators.kalkyl.bidrag import Bidrag
from calculators.kalkyl.document import SIDOR, EjVarderad
from calculators.kalkyl.document import STORLEKAR as SIZES
from calculators.kategorier import KATEGORIER
from calculators.schema import Calculator, Doubt, Example, choice, result, rows, text, texts
from calculators.standard import standard
from calculators.underlag import Underlag

STORLEKAR = {"ingen": "Ingen", **SIZES}
NAMES = {**SIDOR, **KATEGORIER, **STORLEKAR}
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Post:
    """A benefit or a cost. `storlek` is None until somebody has judged it."""

    id: str = text("Beteckning")
    namn: str = text("Namn")
    sida: str = choice("Nytta eller kostnad", SIDOR, code="E_TAL", default="nytta")
    kategori: str = choice("Kategori", KATEGORIER, code="E_KATEGORI", required=True)
    perspektiv: str = text("Vem berörs?")
    storlek: str | None = choice("Uppskattad storlek", STORLEKAR, code="E_NIVA", default=None,
        help="Hur många berörs, hur starkt, hur länge eller ofta, och hur stor är skillnaden mellan A och B?")
    kalla: str = text("Underlag")


@dataclass(frozen=True)
class Inputs(Underlag):
    rader: tuple[Post, ...] = rows("Nyttor och kostnader", Post, one="rad")
    varderade_i_pengar: tuple[str, ...] = texts("Beteckningar som redan är värderade i pengar", one="beteckning",
        help="De kan inte också få en storlek.", group="Jämför med din nyttokalkyl")


@dataclass(frozen=True, slots=True)
class Outputs:
    antal: Counts = result("Antal per storlek", kind="object", options=NAMES)
    ej_bedomda: int = result("Inte bedömda än", unit="st")
    summa: Mapping[str, int] = result("Poäng per sida", unit="poäng", kind="object", options=NAMES)
    per_kategori: Counts = result("Poäng per kategori", unit="poäng", kind="object", options=NAMES)
    per_perspektiv: Counts = result("Poäng per perspektiv", unit="poäng", kind="object", options=NAMES)


def points(post: Post) -> int:
    """The points of a size; 0 for one that is not judged."""
    return int(standard(f"poangskala.{post.storlek}").amount) if post.storlek else 0


def compute(inputs: Inputs) -> Outputs:
    """Counts first, then points. Benefits and costs are never taken from each other."""
    rader = inputs.rader
    return Outputs(
        antal={sida: {s: [(p.sida, p.storlek) for p in rader].count((sida, s)) for s in STORLEKAR} for sida in SIDOR},
        ej_bedomda=[p.storlek for p in rader].count(None),
        summa=_by_side(rader),
        per_kategori={k: _by_side([p for p in rader if p.kategori == k]) for k in KATEGORIER if k in {p.kategori for p in rader}},
        per_perspektiv={name: _by_side([p for p in rader if p.perspektiv == name])
                        for name in dict.fromkeys(p.perspektiv for p in rader) if name},
    )  # fmt: skip


def _by_side(posts: Iterable[Post]) -> dict[str, int]:
    totals = dict.fromkeys(SIDOR, 0)
    for post in posts:
        totals[post.sida] += points(post)
    return totals


def faults(inputs: Inputs) -> list[Fault]:
    """Nothing written yet, the same item twice, or in money too."""
    found, seen = [], set[str]()
    if inputs.rader and not any(p.id or p.namn or p.perspektiv or p.storlek for p in inputs.rader):
        found.append(Fault("E_TAL", "rader.0.namn", "Skriv vad nyttan eller kostnaden är.", missing=True))
    for n, post in enumerate(inputs.rader):
        key = f"rader.{n}.id"
        if post.id and post.id in inputs.varderade_i_pengar:
            found.append(Fault("E_DUBBEL_VARDERING", key, f"{post.id} är redan värderad i pengar. Välj ett sätt att värdera den."))
        elif post.id and post.id in seen:
            found.append(Fault("E_DUBBEL_ID", key, f"{post.id} finns redan. Ge raden en egen beteckning."))
        seen.add(post.id)
    return found


def doubts(inputs: Inputs) -> list[Doubt]:
    """Money in disguise, and rows without a name or somebody that they are for."""
    found = []
    for n, post in enumerate(inputs.rader):
        if post.kategori in ("finansiell", "omfordelning") and post.storlek not in (None, "ingen"):
            words = "Går det att räkna i kronor? Då hör den hemma bland raderna med pengar, och inte här."
            found.append(Doubt(f"rader.{n}.kategori", "fråga", words))
        if post.storlek and not post.kalla:
            found.append(Doubt(f"rader.{n}.kalla", "fråga", "Vad bygger bedömningen på? Skriv vilka som gjorde den."))
    return found


def bidrag(inputs: Inputs) -> Bidrag:
    """Rows that are not valued in money. One of size "ingen" has none to show."""
    return Bidrag(
        ej_varderade=tuple(
            EjVarderad(id=p.id, namn=p.namn, sida=p.sida, kategori=p.kategori, perspektiv=p.perspektiv,
                       storlek=p.storlek if p.storlek in SIZES else None, kalla=p.kalla)
            for p in inputs.rader
        )
    )  # fmt: skip


def new_row(flat: Mapping[str, str], path: str) -> dict[str, str]:
    """The texts of a new row."""
    if path != "rader":
        return {"": ""} if path == "varderade_i_pengar" else {}
    return {"id": "", "namn": "", "sida": "nytta", "kategori": "kvalitet", "perspektiv": "", "storlek": "", "kalla": ""}


JUDGED = "Workshop med åtta personer"
ROWS: list[dict[str, Any]] = [
    {"id": "P1", "namn": "Tryggare brukare", "sida": "nytta", "kategori": "kvalitet", "perspektiv": "Brukare",
     "storlek": "stor", "kalla": JUDGED},
    {"id": "P2", "namn": "Färre resor", "sida": "nytta", "kategori": "miljo", "perspektiv": "Samhället",
     "storlek": "liten", "kalla": JUDGED},
    {"id": "P3", "namn": "Oro i början", "sida": "kostnad", "kategori": "kvalitet", "perspektiv": "Personal",
     "storlek": "mattlig", "kalla": JUDGED},
    {"id": "P4", "namn": "Mindre social kontakt", "sida": "kostnad", "kategori": "kvalitet", "perspektiv": "Brukare",
     "storlek": None},
]  # fmt: skip

CALCULATOR = Calculator(
    id="poang",
    title="Poäng",
    summary="Sammanställ uppskattad storlek för det som inte värderas i pengar.",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    headline="antal",
    faults=faults,
    doubts=doubts,
    fill=new_row,
    blank={f"rader.0.{key}": value for key, value in new_row({}, "rader").items()},
    bidrag=bidrag,
    examples=(
        Example("Fyra nyttor och kostnader, en inte bedömd", {"rader": ROWS},
                {"antal": {"nytta": {"liten": 1, "stor": 1}, "kostnad": {"mattlig": 1}}, "ej_bedomda": 1,
                 "summa": {"nytta": 4, "kostnad": 2}, "per_kategori": {"kvalitet": {"nytta": 3, "kostnad": 2}}},
                "Räknat för hand med metodens skala: stor 3, måttlig 2, liten 1"),
        Example("Två bedömningar av samma sida", {"rader": [ROWS[0], {**ROWS[1], "storlek": "ingen"}]},
                {"antal": {"nytta": {"ingen": 1, "stor": 1}}, "ej_bedomda": 0, "summa": {"nytta": 3, "kostnad": 0}},
                "Räknat för hand med metodens skala: stor 3, ingen 0"),
    ),
)  # fmt: skip
