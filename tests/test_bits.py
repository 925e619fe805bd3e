"""The same examples give the same numbers to the last bit, and the same shown text, on every Python: also in Pyodide."""

import json

from calculators.registry import ids
from tests.bits import FILE, answers, shown

kept = json.loads(FILE.read_text(encoding="utf-8"))
ADVICE = "if the change is meant: python -m tests.bits"


def test_every_answer_is_the_same_to_the_last_bit() -> None:
    for id, examples in answers().items():
        assert examples == kept["answers"].get(id), ADVICE


def test_every_shown_figure_is_the_same_text() -> None:
    for id, examples in shown().items():
        assert examples == kept["shown"].get(id), ADVICE


def test_every_calculator_is_written_down() -> None:
    assert sorted(kept["answers"]) == sorted(kept["shown"]) == list(ids()), ADVICE
