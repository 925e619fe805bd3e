"""What a result says, in neutral sentences; never good, bad, high or normal."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Niva
from calculators.kalkyl.explanation import year_name
from calculators.swedish import amount


def interpretation(niva: Niva) -> str:
    """The ratio in a sentence."""
    ratio = niva.nettonytta_per_krona
    back = "" if ratio is None else amount(ratio, "kr", 2)
    larger = "De beräknade nyttorna är större än kostnaderna"
    return {
        "kan_inte_beraknas": "Nettonyttan per satsad krona går inte att räkna ut, eftersom det inte finns några kostnader.",
        "under_noll": "De beräknade nyttorna är mindre än kostnaderna.",
        "noll": "De beräknade nyttorna är lika stora som kostnaderna.",
        "liten_marginal": f"{larger}, med en mindre marginal. Varje satsad krona kommer tillbaka, plus {back}.",
        "storre_marginal": f"{larger}, med en större marginal. Varje satsad krona kommer tillbaka, plus {back}.",
    }[niva.tolkning]  # fmt: skip


def per_krona(niva: Niva) -> str:
    """Net benefit per krona spent, as shown."""
    ratio = niva.nettonytta_per_krona
    return "kan inte beräknas" if ratio is None else amount(ratio, "kr", 2)


def crossing(kalkyl: Nyttokalkyl, niva: Niva) -> str:
    """The year when the benefits exceed the costs, as shown."""
    if isinstance(niva.overstiger_ar, str):
        return f"aldrig under {amount(kalkyl.horisont, 'år')}"
    return year_name(niva.overstiger_ar)


def convention(kalkyl: Nyttokalkyl) -> str:
    """How amounts of different years are made comparable, in a sentence."""
    if kalkyl.raknad_diskontering == "ingen":
        return "Beloppen är inte diskonterade. Allt är i dagens prisnivå."
    start = "från och med år 2. År 1 räknas fullt ut." if kalkyl.raknad_diskontering == "t0" else "från och med år 1."
    return f"Beloppen är diskonterade med {amount(kalkyl.ranta, '%')} per år {start} Allt är i dagens prisnivå."


def own_time(sums: Mapping[str, float]) -> str:
    """What is freed and what is taken of somebody's own time, in words."""
    told = (f"{amount(x, 'h', 0)} {words}" for words, x in (("frigjort", sums["frigjord"]), ("taget", sums["tagen"])) if x)
    return ", ".join(told) or amount(0.0, "h")
