"""Plain questions about the unit of a formula, each with texts that would mend it. None of them is a fault.

Where a factor has no unit nothing is asked about what can't be known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from calculators.kalkyl.formel.flaw import Mend
from calculators.kalkyl.formel.measure import Issue, Measure, Measuring, Units, factors
from calculators.kalkyl.formel.mends import (
    KRONOR,
    Offer,
    Wanted,
    accepted,
    alike,
    called,
    times_another,
    toward,
    without,
)  # fmt: skip
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum, replaced
from calculators.kalkyl.formel.units import ARBETSTID, PENGAR, Powers, total, written_unit
from calculators.kalkyl.formel.writing import number, written
from calculators.swedish import show_number

MOST = 3  # questions at a time
PERIODS = {"dag": (366.0, "dagar"), "vecka": (53.0, "veckor"), "mån": (12.0, "månader")}  # the most of them in a year


@dataclass(frozen=True, slots=True)
class Question:
    """`kind` names what it is about; each mend is a whole formula that would answer it."""

    kind: str
    text: str
    mends: tuple[Mend, ...] = ()


def unit_of(tree: Formula, units: Units) -> str | None:
    """The formula's unit as text, "" for a bare number; None where it can't be told or something is asked about it."""
    measuring = Measuring(units)
    measure = measuring.of(tree)
    if measure.powers is None or measuring.issues:
        return None
    return "%" if measure.share else written_unit(measure.powers)


def questions(tree: Formula, units: Units, wanted: Wanted | None = KRONOR) -> tuple[Question, ...]:
    """What there is to ask about a formula's unit. Without `wanted`, only what is odd within it."""
    measuring = Measuring(units)
    measure = measuring.of(tree)
    if measuring.issues:
        seen = {(issue.kind, id(issue.within)): issue for issue in reversed(measuring.issues)}
        first = list(reversed(seen.values()))[:MOST]
        return tuple(_about(issue, tree, units, wanted) for issue in first)
    if wanted is None or measure.powers is None:
        return ()
    if not wanted.met(measure):
        return (_of_the_whole(tree, measure, units, wanted),)
    return tuple(_shares_of_nothing(tree, units)) if wanted == KRONOR else ()


def _mends(offers: list[Offer]) -> tuple[Mend, ...]:
    return tuple(Mend(_capital(offer.label), written(offer.tree)) for offer in offers)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _of_the_whole(tree: Formula, measure: Measure, units: Units, wanted: Wanted) -> Question:
    if measure.share:
        text = "Uträkningen blir en andel. Vad är den en andel av? Multiplicera med ett antal eller ett belopp."
        return Question("andel", text, _mends(times_another(tree, units, wanted)))
    powers = measure.powers or {}
    becomes = f"Uträkningen blir {_words(powers)} och inte {_words(wanted.powers)}."
    if (period := _counted_period(tree, powers)) and wanted == KRONOR:
        n, many = period
        advice = f"Är {n} hur många {many} per år? Lägg det som en egen faktor med enheten {many}/år."
        return Question("period", f"{becomes} {advice}")
    if offers := toward(tree, units, wanted):
        return Question("enhet", f"{offers[0].why or becomes} Ska du {offers[0].label}?", _mends(offers))
    offers = times_another(tree, units, wanted)
    return Question("saknas", f"{becomes} {_what_is_missing(powers, wanted, offers)}", _mends(offers))


def _words(powers: Powers) -> str:
    plain = {"kr": "kronor", "h": "timmar", "min": "minuter", "": "ett antal", "1/år": "ett antal per år"}
    text = written_unit(powers)
    return plain.get(text, text)


def _what_is_missing(powers: Powers, wanted: Wanted, offers: list[Offer]) -> str:
    if offers:
        return f"Ska du {offers[0].label}?"
    if wanted != KRONOR:
        return "Stämmer enheterna?"
    if total(powers, PENGAR) > 1:
        return "Två belopp multipliceras med varandra. Stämmer det?"
    if total(powers, PENGAR) == 1 and total(powers, ARBETSTID) == -1 and powers.get("dag") == 1:
        return "Hur många timmar är en dag? Lägg till det som en faktor med enheten h/dag."
    if total(powers, PENGAR) == 1 and total(powers, ARBETSTID) < 0:
        return "Ska du multiplicera med ett antal timmar?"
    if not total(powers, PENGAR) and total(powers, ARBETSTID) > 0:
        return "Ska du multiplicera med en timkostnad? Lägg till den som en faktor med enheten kr/h."
    if not total(powers, PENGAR):
        return "Ska du multiplicera med vad en av dem kostar? Lägg till det som en faktor i kr."
    return "Saknas en faktor, eller har någon faktor en annan enhet?"


def _counted_period(tree: Formula, powers: Powers) -> tuple[str, str] | None:
    """A bare number that may be how many weeks of a year a weekly amount holds for."""
    for atom, (most, many) in PERIODS.items():
        if powers == {"kr": 1, atom: -1}:
            for power, part in factors(tree):
                if power > 0 and isinstance(part, Number) and not part.percent and 1 < part.value <= most:
                    return number(part), many
    return None


def _about(issue: Issue, tree: Formula, units: Units, wanted: Wanted | None) -> Question:
    text, mended = ABOUT[issue.kind](issue, units)
    offers = [offer._replace(tree=replaced(tree, issue.within, offer.tree)) for offer in mended]
    if wanted is not None:  # those that leave nothing more to ask come first
        offers.sort(key=lambda offer: not accepted(offer.tree, units, wanted))
    if issue.kind == "olika" and issue.within is tree and wanted is not None:
        offers = toward(tree, units, wanted) or offers
    return Question(issue.kind, text, _mends(offers))


def _different(issue: Issue, units: Units) -> tuple[str, list[Offer]]:
    assert isinstance(issue.within, Sum)
    first = next(part for _, part in issue.within.parts if _own_unit(part, units) is not None)
    one, other = (_words(_own_unit(part, units) or {}) for part in (first, issue.at))
    text = (
        f"{called(first)} blir {one} och {called(issue.at)} blir {other}. "
        "Ska de räknas om till samma enhet innan de läggs ihop eller dras ifrån?"
    )
    return text, alike(issue.within, units)


def _own_unit(part: Formula, units: Units) -> Powers | None:
    measure = Measuring(units).of(part)
    return None if measure.number is not None or measure.share else measure.powers


def _bare(issue: Issue, units: Units) -> tuple[str, list[Offer]]:
    text = f"Vilken enhet har {written(issue.at)}? Lägg det som en egen faktor med samma enhet som det läggs ihop med."
    return text, []


def _plus(issue: Issue, units: Units) -> tuple[str, list[Offer]]:
    """ "belopp + 40 %" most likely means 40 % more."""
    assert isinstance(issue.within, Sum)
    parts = issue.within.parts
    share = number(issue.at) if isinstance(issue.at, Number) else called(issue.at)
    text = f"{share} av vad? En andel ska multipliceras med det som den är en del av."
    if len(parts) != 2 or parts[1][1] is not issue.at:
        return text, []
    (_, whole), (sign, part) = parts
    more = Sum((("+", Number(1.0)), (sign, part)))
    way = "Öka" if sign == "+" else "Minska"
    return text, [Offer(f"{way} {called(whole)} med {share}", Product((("*", whole), ("*", more))))]


def _hundred(issue: Issue, units: Units) -> tuple[str, list[Offer]]:
    whole = Number(100.0, percent=True) if isinstance(issue.at, Number) else issue.at
    text = "En andel räknas redan som del av 1: 40 % är 0,4. Ska 100 vara 100 %?"
    return text, [Offer("byt 100 mot 100 %", replaced(issue.within, issue.at, whole))]


def _hundredth(issue: Issue, units: Units) -> tuple[str, list[Offer]]:
    assert isinstance(issue.at, Number)
    share = next(part for power, part in factors(issue.within) if power > 0 and Measuring(units).of(part).share)
    text = f"{called(share) if isinstance(share, Name) else 'Andelen'} är redan en andel: 40 % räknas som 0,4. Ska {_over(issue)} bort?"
    return text, [Offer(f"ta bort {_over(issue)}", without(issue.within, issue.at))]


def _over(issue: Issue) -> str:
    assert isinstance(issue.at, Number)
    return f"÷ {show_number(100)}" if issue.at.value == 100 else f"× {number(issue.at)}"


ABOUT: dict[str, Callable[[Issue, Units], tuple[str, list[Offer]]]] = {
    "olika": _different, "tal": _bare, "plus": _plus, "hundra": _hundred, "hundradel": _hundredth,
}  # fmt: skip


def _shares_of_nothing(tree: Formula, units: Units) -> Iterator[Question]:
    """A share of a price, where nothing says how many."""
    if isinstance(tree, Minus):
        yield from _shares_of_nothing(tree.of, units)
    elif isinstance(tree, Sum):
        for _, part in tree.parts:
            yield from _shares_of_nothing(part, units)
    elif isinstance(tree, Product):
        parts = [part for power, part in factors(tree) if power > 0]
        shares = [part for part in parts if Measuring(units).of(part).share]
        if shares and not any(_countable(part, units) for part in parts if part not in shares):
            name = called(shares[0]) if isinstance(shares[0], Name) else "Andelen"
            yield Question("av_vad", f"{name} av vad? Multiplicera också med det antal som andelen gäller.")


def _countable(part: Formula, units: Units) -> bool:
    """Whether a share can be a part of it: anything but a price for one of something."""
    unit = units.get(part.name) if isinstance(part, Name) else None
    return unit is None or not (unit.each and total(unit.powers, PENGAR) > 0)
