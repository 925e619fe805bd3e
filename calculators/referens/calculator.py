"""A reference calculation as a calculator of the catalogue."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from calculators.fault import Fault
from calculators.kalkyl.faults import start_faults
from calculators.referens.declaration import Referens
from calculators.referens.doubts import doubts
from calculators.referens.evaluation import Referensresultat, computed
from calculators.referens.presentation import contributed
from calculators.referens.uppgifter import OPTIONS, Uppgifter
from calculators.schema import Calculator, Check, Example


def referenskalkyl(
    *,
    id: str,
    title: str,
    summary: str,
    inputs: type[Uppgifter],
    referens: Referens,
    checks: tuple[Check, ...],
    examples: tuple[Example, ...],
    options: tuple[str, ...] = (),
) -> Calculator:
    """The calculator that a declaration describes. `options` are its own, beside those that all have."""
    return Calculator(
        id=id,
        title=title,
        summary=summary,
        inputs=inputs,
        outputs=Referensresultat,
        compute=functools.partial(computed, referens),
        headline="nettonytta",
        faults=functools.partial(_faults, referens),
        doubts=functools.partial(doubts, referens, checks),
        options=(*OPTIONS, *options),
        counts_missing_as_zero=True,
        reference=referens,
        bidrag=functools.partial(contributed, referens),
        examples=examples,
    )


def _faults(referens: Referens, inputs: Uppgifter) -> list[Fault]:
    return [*start_faults(inputs), *_unknown_rows(referens, inputs)]


def _unknown_rows(referens: Referens, inputs: Uppgifter) -> Iterator[Fault]:
    known = {rad.id for rad in referens.rader}
    for id in inputs.faktorer:
        if id not in known:
            yield Fault("E_FALT", f"faktorer.{id}", f"Det finns ingen rad som heter {id}.")
