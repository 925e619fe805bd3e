"""Can everyone see what each box says?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from calculators.chain.checks.question import Asked, Regel, Sight, named
from calculators.chain.phrasing import stakeholders
from calculators.swedish import listed

LONGEST = 60
ALIKE = (4, 5)  # words in common out of all, for two texts to be nearly the same
TWO_THINGS = re.compile(r"\b(leder till|gör att|så att|vilket|därför att)\b|, som ")
WORDS = re.compile(r"\w+")
CHANGE = re.compile(
    r"\b(öka(d|t|de|r)|minska(d|t|de|r)|färre|fler|mer|mindre|kortare|längre|lägre|högre|bättre|sämre|större|frigjor(d|t|da)|frigörs"
    r"|snabbare|tryggare|säkrare|enklare|lättare|jämnare|jämlikare|smidigare|friskare|närmare|tidigare|renare|tystare|billigare"
    r"|stärk(t|ta)|förbättra(d|t|de)|förkorta(d|t|de)|sänk(t|ta)|höj(d|t|da)|undvik(s|na)|slipper)\b",
    re.IGNORECASE,
)


def _one_stakeholder(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("nytta"):
        who = stakeholders(lada)
        if not who:
            yield f"Vem får nyttan {named(lada)}?", (lada.id,), ()
        elif len(who) > 1:
            yield f"{named(lada)} är till för {listed(who)}. Ska den delas upp, en för var och en?", (lada.id,), ()


def _alike(seen: Sight) -> Iterator[Asked]:
    words = [(lada, words_of(lada.text)) for lada in seen.kedja.lador if lada.text]
    for (one, mine), (other, theirs) in combinations(words, 2):
        if nearly(mine, theirs):
            yield f"{named(one)} och {named(other)} liknar varandra. Är det samma sak?", (one.id, other.id), ()


def words_of(text: str) -> frozenset[str]:
    return frozenset(WORDS.findall(text.lower()))


def nearly(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two texts have the same words, or nearly: one other in five or more."""
    every = mine | theirs
    return mine == theirs or (len(every) > 3 and len(mine & theirs) * ALIKE[1] >= len(every) * ALIKE[0])


def _long(seen: Sight) -> Iterator[Asked]:
    for lada in seen.kedja.lador:
        if TWO_THINGS.search(lada.text.lower()):
            yield f"{named(lada)} säger två saker. Kan den bli två lådor med en pil emellan?", (lada.id,), ()
        elif len(lada.text) > LONGEST:
            yield f"{named(lada)} är lång. Hur skulle ni säga det kortare?", (lada.id,), ()


def _change_word(seen: Sight) -> Iterator[Asked]:
    for lada in seen.av("nytta"):
        if lada.text and not CHANGE.search(lada.text):
            yield (
                f"Vad är det som ändras i {named(lada)}? Blir något fler, färre, kortare eller tryggare?",
                (lada.id,),
                (),
            )


RULES = (
    Regel(
        "en_intressent",
        4,
        "varning",
        "En nytta är värdefull för någon. Olika intressenter värderar olika.",
        _one_stakeholder,
    ),
    Regel("liknande", 15, "fråga", "Samma sak i två lådor riskerar att räknas två gånger.", _alike),
    Regel("lang_text", 17, "tips", "Korta texter går att läsa på håll. Gränsen, 60 tecken, är vår.", _long),
    Regel(
        "andringsord",
        19,
        "tips",
        "En nytta är en skillnad, och den syns på ordet som säger hur det ändras.",
        _change_word,
    ),
)
