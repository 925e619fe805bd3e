"""What a nyttokalkyl has to say to those who decide: a page, a report and slides, and the words about money and time."""

from __future__ import annotations

from collections.abc import Callable

from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.rapport.brief import brief
from calculators.rapport.document import Document
from calculators.rapport.long import long
from calculators.rapport.slides import slides
from calculators.rapport.utgava import Utgava

KINDS: dict[str, Callable[[Nyttokalkyl, Resultat, Utgava], Document]] = {"brief": brief, "long": long, "slides": slides}

__all__ = ["KINDS", "Document", "Utgava", "brief", "long", "slides"]
