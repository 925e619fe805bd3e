"""The ready ways to measure benefits without money, as a table: the same that the plan of a calculation proposes."""

from calculators.uppfoljning.matsatt import KVALITET, MILJO
from macros.markup import render


def ways_to_measure() -> str:
    """Quality first, then environment."""
    return render("matsatt.md", slag=(*KVALITET, *MILJO))
