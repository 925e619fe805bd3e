"""The gallery of published calculations as a page, with the choice of area, kind and year."""

from calculators.registry import calculator
from calculators.swedish import listed
from macros import sources
from macros.calculations import AREAS, KINDS, Calculation, calculations
from macros.choice import Choice
from macros.markup import render
from macros.words import DOCS, address, known


def gallery(page: str) -> str:
    """All of them, as a part of `page`."""
    for found in calculations():
        for id in filter(None, (found.film, found.samling)):
            known(id, list(sources.every()), "source")
    return render(
        "exempel_galleri.md",
        found=list(zip(calculations(), _choice().marks, strict=True)),
        choice=_choice(),
        areas=AREAS,
        kinds=KINDS,
        link=sources.link,
        listed=listed,
        calculator=lambda found: _calculator(found, page),
    )


def _choice() -> Choice:
    years = sorted({found.ar for found in calculations() if found.ar}, reverse=True)
    return Choice(
        [("Område", AREAS), ("Gäller", KINDS), ("År", {year: str(year) for year in years})],
        [((found.omrade,), (found.slag,), (found.ar,)) for found in calculations()],
    )


def _calculator(found: Calculation, page: str) -> str:
    """A link to our calculator for the same change, from the day when it has a page."""
    target = f"kalkylatorer/{found.kalkylator}.md"
    if not found.kalkylator or not (DOCS / target).is_file():
        return ""
    return f"[{calculator(found.kalkylator).title}]({address(target, page)})"
