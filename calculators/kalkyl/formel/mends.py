"""Trees that would give the unit asked for: a number taken away, turned round or added, or one more factor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from calculators.kalkyl.formel.conversions import BY_NUMBER, Conversion, Step, settled, stepped, steps
from calculators.kalkyl.formel.measure import Measure, Measuring, Units, compatible, factors
from calculators.kalkyl.formel.tree import Formula, Minus, Name, Number, Product, Sum, names
from calculators.kalkyl.formel.units import PENGAR, Powers, multiplied, total
from calculators.kalkyl.formel.writing import SIGNS, number

MOST_TRIED = 12  # other factors that are tried
MOST_OFFERED = 3
MOST_PARTS = 12  # of a sum that is mended part by part


class Offer(NamedTuple):
    """A mended tree; `label` finishes "Ska du …?", and `why` says what makes one think so."""

    label: str
    tree: Formula
    why: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """The unit that the formula should have. A row may be in kr or kr/år; a shared factor's "per år" may be left out."""

    powers: Powers
    loose: bool = False

    def difference(self, measure: Measure) -> Powers:
        return multiplied(measure.powers or {}, self.powers, -1)

    def met(self, measure: Measure) -> bool:
        if measure.powers is None or measure.share:
            return False
        return compatible(measure.powers, self.powers) if self.loose else settled(self.difference(measure))


KRONOR = Wanted({"kr": 1})


def accepted(tree: Formula, units: Units, wanted: Wanted) -> bool:
    """Whether the formula has the unit, with nothing to ask about."""
    measuring = Measuring(units)
    return wanted.met(measuring.of(tree)) and not measuring.issues


def toward(tree: Formula, units: Units, wanted: Wanted) -> list[Offer]:
    """The tree mended so that it has the unit: the first of the ways that leads there."""
    for way in (_turned, _without_number, _converted, _each_part):
        found = [offer for offer in way(tree, units, wanted) if accepted(offer.tree, units, wanted)]
        if found:
            return found[:MOST_OFFERED]
    return []


def _numbers(tree: Formula) -> Iterator[tuple[int, Number, Conversion]]:
    """The bare numbers of a product that are read as a conversion of time."""
    for power, part in factors(tree):
        if isinstance(part, Number) and not part.percent and (c := BY_NUMBER.get(part.value)) and c.of_time:
            yield power, part, c


def _turned(tree: Formula, units: Units, wanted: Wanted) -> Iterator[Offer]:
    for power, part, c in _numbers(tree):
        sign, verb = ("/", "dela") if power > 0 else ("*", "multiplicera")
        other = stepped(without(tree, part), (Step(sign, part.value, ""),))
        yield Offer(f"{verb} med {number(part)} i stället", other, f"Talet {number(part)} ser ut som {c.words}.")


def _without_number(tree: Formula, units: Units, wanted: Wanted) -> Iterator[Offer]:
    for power, part, c in _numbers(tree):
        why = f"Talet {number(part)} ser ut som {c.words}, men det behövs inte här. Är det något annat, så lägg det som en egen faktor."
        yield Offer(f"ta bort {SIGNS['*' if power > 0 else '/']} {number(part)}", without(tree, part), why)


def _converted(tree: Formula, units: Units, wanted: Wanted) -> Iterator[Offer]:
    measure = Measuring(units).of(tree)
    more = steps(wanted.difference(measure)) if measure.powers is not None and not measure.share else None
    if more:
        yield Offer(in_words(more), stepped(tree, more))


def _each_part(tree: Formula, units: Units, wanted: Wanted) -> Iterator[Offer]:
    """A sum whose parts need different things; one of them may need another factor."""
    if not isinstance(tree, Sum) or len(tree.parts) > MOST_PARTS:
        return
    labels, parts, longer = [], [], 0
    for sign, part in tree.parts:
        if not accepted(part, units, wanted):
            offers = toward(part, units, wanted)
            if not offers:
                longer += 1
                offers = times_another(part, units, wanted)
            if not offers or longer > 1:
                return
            labels.append(f"{offers[0].label} ({called(part)})")
            part = offers[0].tree
        parts.append((sign, part))
    yield Offer(" och ".join(labels), replace(tree, parts=tuple(parts)))


def in_words(more: Sequence[Step]) -> str:
    """The steps as one piece of advice."""
    return " och ".join(dict.fromkeys(step.label for step in more))


def times_another(tree: Formula, units: Units, wanted: Wanted) -> list[Offer]:
    """The tree times a factor that it does not use yet, with the conversion that this needs."""
    used, found = names(tree), []
    others = [name for name, unit in units.items() if name not in used and unit is not None and unit.powers]
    for name in others[:MOST_TRIED]:
        longer = stepped_by_name(tree, name)
        more = () if accepted(longer, units, wanted) else steps(wanted.difference(Measuring(units).of(longer)))
        if more is not None and accepted(stepped(longer, more), units, wanted):
            also = f" och {in_words(more)}" if more else ""
            found.append(Offer(f"multiplicera med {name}{also}", stepped(longer, more)))
    return found[:MOST_OFFERED]


def stepped_by_name(tree: Formula, name: str) -> Formula:
    """The tree × a factor."""
    parts = tree.parts if isinstance(tree, Product) else (("*", tree),)
    return Product((*parts, ("*", Name(name))))


def alike(tree: Sum, units: Units) -> list[Offer]:
    """A sum whose parts are brought to one unit: that of any of its parts."""
    measured = [(sign, part, Measuring(units).of(part)) for sign, part in tree.parts]
    found: list[Offer] = []
    models: list[Powers] = []
    for _, _, m in measured[:MOST_PARTS]:
        if m.powers is None or m.number is not None or m.share or m.powers in models:
            continue
        models.append(m.powers)
        labels, parts = [], []
        for sign, part, own in measured:
            if own.number is None and not own.share and own.powers is not None and not compatible(own.powers, m.powers):
                offers = toward(part, units, Wanted(m.powers, loose=True)) or _priced(
                    part, own, units, Wanted(m.powers, loose=True)
                )
                if not offers:
                    break
                labels.append(f"{offers[0].label} ({called(part)})")
                part = offers[0].tree
            parts.append((sign, part))
        else:
            mended = replace(tree, parts=tuple(parts))
            if all(mended != other.tree for other in found):
                found.append(Offer(" och ".join(labels), mended))
    return found[:MOST_OFFERED]


def _priced(part: Formula, own: Measure, units: Units, wanted: Wanted) -> list[Offer]:
    """An amount without money beside one of money: times a price."""
    return (
        times_another(part, units, wanted)
        if total(wanted.powers, PENGAR) == 1 and not total(own.powers or {}, PENGAR)
        else []
    )


def called(part: Formula) -> str:
    """What a part of a formula is called in a sentence."""
    if isinstance(part, Name):
        return part.name
    return " × ".join(names(part)) or "talet"


def without(tree: Formula, old: Formula) -> Formula:
    """The tree without one of the numbers that it multiplies or divides by."""
    if isinstance(tree, Minus):
        return replace(tree, of=without(tree.of, old))
    if not isinstance(tree, Product):
        return tree
    kept = [(sign, without(part, old)) for sign, part in tree.parts if part is not old]
    if not kept or kept[0][0] == "/":
        kept.insert(0, ("*", Number(1.0)))
    return Product(tuple(kept)) if len(kept) > 1 else kept[0][1]
