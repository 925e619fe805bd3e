"""The same examples give the same numbers to the last bit, and the same shown text, on every Python: also in Pyodide."""

import json

from tests.bits import FILE, UNCERTAINTY, answers, shown, uncertainty

kept = json.loads(FILE.read_text(encoding="utf-8"))
ADVICE = "if the change is meant: python -m tests.bits"


def test_every_answer_that_is_written_down_is_the_same_to_the_last_bit() -> None:
    now = answers()
    for id, examples in kept["answers"].items():
        assert examples == now[id], ADVICE


def test_every_shown_figure_that_is_written_down_is_the_same_text() -> None:
    now = shown()
    for id, examples in kept["shown"].items():
        assert examples == now[id], ADVICE


def test_the_uncertainty_that_is_written_down_is_the_same_to_the_last_bit_draws_included() -> None:
    written = json.loads(UNCERTAINTY.read_text(encoding="utf-8"))
    assert written
    assert written == uncertainty(), ADVICE
