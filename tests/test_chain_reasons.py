"""A row of the calculation says which ways through the chain lead to it."""

from typing import Any

from calculators.chain.document import to_data
from calculators.chain.formats import opened
from calculators.easel.reasons import MOST, reasons
from calculators.saved import State

FLAT = {"nyttor.0.namn": "Frigjord tid", "nyttor.0.kategori": "omfordelning"}


def state(lines: str) -> State:
    """The lines as a chain whose benefit is the calculation's first."""
    data: dict[str, Any] = to_data(opened(lines).kedja)
    for lada in data["lador"]:
        if lada["typ"] == "nytta":
            lada["kalkylrad"] = "N1"
    return State(FLAT, "", {"effektkedja": data})


def test_a_row_tells_the_way_to_it_and_no_further() -> None:
    found = reasons(state("Förändring: Bokning\n  Effekt: Färre samtal\n    Nytta: Frigjord tid\n      Mål: Service"))
    assert found == {
        "nyttor.0": (
            "Förändringen ”Bokning” leder till effekten ”Färre samtal”, som ger nyttan ”Frigjord tid”.",
        )
    }  # fmt: skip


def test_the_same_way_to_two_goals_is_told_once() -> None:
    lines = "Förändring: Bokning\n  Nytta: Frigjord tid\n    Mål: Service\n    Mål: Ekonomi i balans"
    assert len(reasons(state(lines))["nyttor.0"]) == 1


def test_no_more_ways_are_told_than_can_be_read() -> None:
    ways = "".join(f"  Effekt: Effekt {n}\n    Nytta: Frigjord tid\n" for n in range(MOST + 3))
    assert len(reasons(state(f"Förändring: Bokning\n{ways}"))["nyttor.0"]) == MOST


def test_a_row_that_nothing_leads_to_and_a_calculation_without_a_chain_say_nothing() -> None:
    assert reasons(state("Nytta: Frigjord tid")) == {}
    assert reasons(State(FLAT, "", {})) == {}
