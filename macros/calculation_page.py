"""The gallery of published calculations as a page, with the choice of area, kind and year."""

from calculators.registry import calculator
from calculators.swedish import listed
from macros import sources
from macros.calculations import AREAS, KINDS, Calculation, calculations
from macros.choice import Choice
from macros.markup import render
from macros.prefilled import example
from macros.words import known


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
    """A link to our calculator for the same change, filled in: with what is published, or with what is made up and says so."""
    if not found.kalkylator:
        return ""
    ours = calculator(found.kalkylator)
    opened = found.ifylld or ours.examples[0].name
    words = f"{ours.title} med kalkylens egna tal" if found.ifylld else f"{ours.title} med påhittade tal"
    return example(ours.id, opened, words, page)
