"""What the calculation compares and within which frames: purpose, alternatives, place, years, rate."""

from __future__ import annotations

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.ramar import DISKONTERINGAR
from calculators.rapport.document import Facts
from calculators.rapport.limits import named, shortened
from calculators.swedish import amount, lowered

NOT_DESCRIBED = "inte beskrivet"


def comparison(kalkyl: Nyttokalkyl, most: int) -> Facts:
    """The purpose and the two alternatives, each in at most `most` characters."""
    asked = {"Syfte": "syfte", "Alternativ A": "alternativ_a", "Alternativ B": "alternativ_b"}
    return Facts(tuple((label, described(kalkyl, name, most)) for label, name in asked.items()))


def parties(kalkyl: Nyttokalkyl, most: int) -> Facts:
    """Whose benefits and costs are counted, each name in at most `most` characters."""
    names = [shortened(name, most) for name in kalkyl.perspektiv]
    return Facts((("Perspektiv", named(names, most // 10) or NOT_DESCRIBED),))


def frames(kalkyl: Nyttokalkyl, most: int) -> Facts:
    """What every figure rests on."""
    place = described(kalkyl, "geografi", most)
    return Facts(
        (
            *((("Geografi", place),) if place != NOT_DESCRIBED else ()),
            ("Tidshorisont", f"{amount(kalkyl.horisont, 'år')}: år {kalkyl.ar[0]} till {kalkyl.ar[-1]}"),
            ("Diskontering", discounting(kalkyl)),
            ("Prisnivå", "dagens priser under alla år, utan inflation och allmänna löneökningar"),
        )
    )


def discounting(kalkyl: Nyttokalkyl) -> str:
    """The rate and when it begins."""
    if kalkyl.raknad_diskontering == "ingen":
        return "ingen"
    return f"{amount(kalkyl.ranta, '%')} per år, {lowered(DISKONTERINGAR[kalkyl.raknad_diskontering])}"


def described(kalkyl: Nyttokalkyl, name: str, most: int) -> str:
    """What the reader has written about the calculation, in at most `most` characters."""
    return shortened(str(getattr(kalkyl, name, "") or ""), most) or NOT_DESCRIBED
