"""The obstacles and risks of the chain reach the decision, each with what is done about it."""

from typing import Any

from calculators.chain.document import to_data
from calculators.chain.formats import opened
from calculators.easel.obstacles import NOTHING_DONE, obstacles
from calculators.saved import State

LINES = "Förändring: Bokning\n  Effekt: Färre samtal\n    Risk: Någon blir utan hjälp\nHinder: Ingen e-legitimation\n  Effekt: Färre samtal"


def state() -> State:
    data: dict[str, Any] = to_data(opened(LINES).kedja)
    for lada in data["lador"]:
        if lada["typ"] == "hinder":
            lada["atgard"] = "Telefonen finns kvar"
    return State({}, "", {"effektkedja": data})


def test_each_says_what_is_done_about_it_or_that_nothing_is_said() -> None:
    assert sorted(obstacles(state())) == [
        "Hinder: Ingen e-legitimation. Telefonen finns kvar.",
        f"Risk: Någon blir utan hjälp. {NOTHING_DONE}.",
    ]


def test_a_calculation_without_a_chain_has_none() -> None:
    assert obstacles(State({}, "", {})) == ()
