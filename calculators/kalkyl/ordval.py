"""Words that judge where the alternatives are described: whoever decides should be told what is done, not what is best."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.kalkyl.document import Nyttokalkyl
from calculators.schema import Doubt

FIELDS = ("namn", "alternativ_a", "alternativ_b")
JUDGING = re.compile(
    r"\b(?:bättre|bäst|bästa|sämre|sämst|sämsta|effektivare|effektivast|effektivt|effektiva|ineffektivt|ineffektiva|smartare|smart|smarta"
    r"|enklare|smidigare|smidigt|smidiga|modernt|moderna|modernare|föråldrat|föråldrade|omodernt|omoderna|onödigt|onödiga|krångligt|krångliga"
    r"|optimalt|optimala|optimerat|optimerade|kvalitetssäkrat|kvalitetssäkrade|förbättra\w*|effektivisera\w*|förenkla\w*|försämra\w*)\b",
    re.IGNORECASE,
)  # fmt: skip


def judging_words(kalkyl: Nyttokalkyl) -> Iterator[Doubt]:
    """A question at each description that says how good it is."""
    for field in FIELDS:
        found = JUDGING.search(getattr(kalkyl, field))
        if found:
            words = f"”{found[0]}” är ett omdöme. Kan du i stället skriva vad som görs, så att andra kan pröva det?"
            yield Doubt(field, "fråga", words)
