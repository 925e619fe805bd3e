"""Is the chain as a whole balanced, and small enough to talk about?"""

from __future__ import annotations

from collections.abc import Iterator

from calculators.chain.checks.question import Asked, Regel, Sight, named
from calculators.swedish import counted

FEW, MANY, LONG = 4, 40, 7  # boxes to judge a balance by, boxes on one page, steps on one way: the limits are ours


def _mostly_activities(seen: Sight) -> Iterator[Asked]:
    doing = seen.av("forandring", "nytt_arbetssatt")
    if len(seen.kedja.lador) >= FEW and len(doing) * 2 > len(seen.kedja.lador):
        yield (
            "Mer än hälften av lådorna är det ni gör. Vad leder det till, och för vem?",
            tuple(x.id for x in doing),
            (),
        )


def _only_good(seen: Sight) -> Iterator[Asked]:
    if seen.av("nytta") and not seen.av("risk", "hinder", "kostnad"):
        yield "Vad kan bli sämre, kosta eller stå i vägen? Ingen låda säger något om det.", (), ()


def _loops(seen: Sight) -> Iterator[Asked]:
    for loop in seen.loops:
        boxes = [seen.flow.lador[id] for id in (*loop.lador, loop.lador[0])]
        text = f"{loop.namn} går runt: {' → '.join(named(lada) for lada in boxes)}. Förstärker den sig själv, eller stannar den av?"
        yield text, loop.lador, (loop.pil.id,)


def _too_big(seen: Sight) -> Iterator[Asked]:
    n = len(seen.kedja.lador)
    if n > MANY:
        yield (
            f"Kedjan har {counted(n, 'låda', 'lådor')}. Går den att dela upp, så att den får plats i ett samtal?",
            (),
            (),
        )
    way = _longest(seen)
    if len(way) > LONG + 1:
        text = f"Vägen till {named(seen.flow.lador[way[-1]])} har {counted(len(way) - 1, 'steg', 'steg')}. Går några att slå ihop?"
        yield text, way, ()


def _longest(seen: Sight) -> tuple[str, ...]:
    """The longest way, loops left out."""
    back = {pil.id for pil in seen.against}
    out: dict[str, list[str]] = {id: [] for id in seen.flow.lador}
    left = dict.fromkeys(out, 0)
    for pil in seen.kedja.pilar:
        if pil.id not in back and pil.slag != "hindrar":
            out[pil.fran].append(pil.till)
            left[pil.till] += 1
    ready = [id for id, n in left.items() if not n]
    before: dict[str, str] = {}
    length = dict.fromkeys(out, 1)
    for id in ready:
        for other in out[id]:
            if length[id] + 1 > length[other]:
                length[other], before[other] = length[id] + 1, id
            left[other] -= 1
            if not left[other]:
                ready.append(other)
    way = [max(length, key=length.__getitem__)] if length else []
    while way and way[-1] in before:
        way.append(before[way[-1]])
    return tuple(reversed(way))


RULES = (
    Regel(
        "mest_aktiviteter",
        10,
        "fråga",
        "Det är lätt att fastna i vad man gör i stället för vad det ger.",
        _mostly_activities,
    ),
    Regel("bara_bra", 12, "fråga", "En analys som bara visar nyttor blir inte trodd.", _only_good),
    Regel("slinga", 16, "fråga", "Slingor är tillåtna, men de behöver förklaras.", _loops),
    Regel("stor_kedja", 18, "tips", "En tät bild är svår att läsa. Gränserna, 40 lådor och 7 steg, är våra.", _too_big),
)
