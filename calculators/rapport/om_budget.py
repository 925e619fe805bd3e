"""What a change does to the budget, in ready sentences for each audience. Freed time has no place here."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kalkyl.document import Nyttokalkyl
from calculators.rapport.limits import LONGEST_PARTY, MOST_PARTIES, named, quoted, shortened
from calculators.rapport.pengar import Budget
from calculators.swedish import amount


def weight(x: float, years: str) -> str:
    """What a sum (kr) does to a budget, in a sentence; `years` is "6 år"."""
    if not x:
        return f"Utgifter och intäkter ändras sammanlagt med {amount(0.0, 'kr')} under {years}."
    verb = "avlastas" if x > 0 else "belastas"
    return f"Budgeten {verb} med sammanlagt {amount(abs(x), 'kr')} under {years}, i dagens priser."


def to_politicians(kalkyl: Nyttokalkyl, money: Budget) -> Iterator[str]:
    if not money.nyttor and not money.kostnader:
        yield "Kalkylen har inga utgifter eller intäkter som ändras. Budgeten påverkas inte av det som är uträknat."
        return
    yield weight(money.summa, amount(kalkyl.horisont, "år"))
    first, last = (f"{amount(money.per_ar[n], 'kr')} år {kalkyl.ar[n]}" for n in (0, -1))
    yield f"Förändringen är {first} och {last}."
    parts = [f"{shortened(name, LONGEST_PARTY)} {amount(x, 'kr')}" for name, x in money.per_perspektiv.items()]
    yield (
        f"Så fördelas den: {named(parts, MOST_PARTIES)}."
        if len(parts) > 1
        else f"Allt gäller {shortened(next(iter(money.per_perspektiv)), LONGEST_PARTY)}."
    )
    yield "Plus betyder att budgeten avlastas och minus att den belastas. Frigjord tid är inte med."


def to_economists(kalkyl: Nyttokalkyl, money: Budget) -> Iterator[str]:
    yield (
        f"Finansiell nytta minus finansiell kostnad är {amount(money.summa, 'kr')} i dagens priser, utan diskontering, "
        "allmänna löneökningar och inflation."
    )
    if kalkyl.raknad_diskontering != "ingen":
        yield f"Diskonterat med {amount(kalkyl.ranta, '%')} per år är det {amount(money.diskonterad, 'kr')}."
    yield "Omfördelning ingår inte: den flyttar resurser utan att ändra vad organisationen betalar."


def to_staff(money: Budget) -> Iterator[str]:
    if money.nyttor:
        yield f"Lägre utgifter eller högre intäkter väntas av {named([quoted(n) for n in money.nyttor])}."
    if money.kostnader:
        yield f"Nya eller högre utgifter är {named([quoted(n) for n in money.kostnader])}."
    if not money.nyttor and not money.kostnader:
        yield "Inget i kalkylen ändrar vad organisationen betalar eller får in."
    yield "Arbetstid som används till annat än i dag räknas inte hit."
