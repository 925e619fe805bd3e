"""What has no price, in ready sentences for each audience: never in kronor, and never added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculators.kalkyl.document import SIDOR, STORLEKAR, EjVarderad, Nyttokalkyl
from calculators.kategorier import KATEGORIER
from calculators.rapport.limits import LONGEST_PARTY, named, quoted, shortened
from calculators.swedish import counted, listed, lowered

NOTHING = "Kalkylen nämner inget som saknar pris."


def size_of(item: EjVarderad) -> str:
    """The size that people have chosen, inside a sentence."""
    return lowered(STORLEKAR[item.storlek]) if item.storlek else "inte bedömd"


def name_of(item: EjVarderad) -> str:
    return " ".join(item.namn.split()) or "utan namn"


def described(item: EjVarderad, most: int = 200) -> str:
    """ "Möjligt att boka dygnet runt: nytta för Invånarna, kvalitet, måttlig"."""
    whom = f" för {shortened(item.perspektiv, LONGEST_PARTY)}" if item.perspektiv else ""
    words = f"{lowered(SIDOR[item.sida])}{whom}, {lowered(KATEGORIER[item.kategori])}, {size_of(item)}"
    return f"{shortened(name_of(item), most)}: {words}"


def to_politicians(kalkyl: Nyttokalkyl) -> Iterator[str]:
    for side, words in (("nytta", "Nyttor utan pris är"), ("kostnad", "Kostnader utan pris är")):
        found = [f"{quoted(name_of(i))} ({size_of(i)})" for i in kalkyl.ej_varderade if i.sida == side]
        if found:
            yield f"{words} {named(found)}."
    yield "De ingår inte i kronorna. Väg dem bredvid." if kalkyl.ej_varderade else NOTHING


def to_economists(kalkyl: Nyttokalkyl) -> Iterator[str]:
    if not kalkyl.ej_varderade:
        yield NOTHING
        return
    nyttor = [i for i in kalkyl.ej_varderade if i.sida == "nytta"]
    kostnader = [i for i in kalkyl.ej_varderade if i.sida == "kostnad"]
    parts = [_by_size(nyttor, "nytta", "nyttor"), _by_size(kostnader, "kostnad", "kostnader")]
    yield f"Det som inte värderas i pengar är {listed([p for p in parts if p])}."
    yield "De ingår inte i nettonyttan. Storleken är en bedömning av dem som gjort kalkylen och går inte att lägga ihop."


def to_staff(kalkyl: Nyttokalkyl) -> Iterator[str]:
    if not kalkyl.ej_varderade:
        yield NOTHING
        return
    yield f"Kalkylen räknar med att förändringen också märks så här: {named([quoted(name_of(i)) for i in kalkyl.ej_varderade])}."
    unknown = [i for i in kalkyl.ej_varderade if not i.storlek]
    if unknown:
        yield f"Hur stor skillnaden blir är inte bedömt för {named([quoted(name_of(i)) for i in unknown])}."


def _by_size(items: Sequence[EjVarderad], one: str, many: str) -> str:
    """ "2 nyttor (1 måttlig och 1 inte bedömd)"; empty where there are none."""
    if not items:
        return ""
    chosen = [i.storlek for i in items]
    sizes = [f"{chosen.count(key)} {lowered(label)}" for key, label in STORLEKAR.items() if key in chosen]
    sizes += [f"{chosen.count(None)} inte bedömd"] if None in chosen else []
    return f"{counted(len(items), one, many)} ({listed(sizes)})"
