"""A second calculator, PyPI's `formulas`, which shares nothing with LibreOffice or the engine, computes the same cells."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from calculators.saved import State
from calculators.session import empty_state, example_state
from calculators.workbook.bok import workbook
from calculators.workbook.flikar.resultat import SENTENCE
from calculators.workbook.plats import RESULTAT
from tests.workbook.office import WRONG, Cells, differences, told, with_wrong_values
from tests.workbook.strategies import CALC, state_of_json
from tests.workbook.test_recalculated import generated

SAMPLE = 3
POINTED = f"A{SENTENCE}"  # FIXED writes the reader's own decimal sign: a comma in Swedish, a point in this calculator


def computed(file: Path, cells: Cells) -> Cells:
    """The same cells as `formulas` computes them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import formulas

        found = formulas.ExcelModel().loads(str(file)).finish(circular=False).calculate()
    values = {str(key).upper(): part.value[0, 0] for key, part in found.items() if hasattr(part, "value")}
    return {tab: {at: _plain(values[f"'[{file.name}]{tab}'!{at}".upper()]) for at in asked} for tab, asked in cells.items()}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else float(value)


def samples() -> list[State]:
    """The empty calculation, an example, and some generated ones with formulas, shares and negative amounts."""
    return [empty_state(CALC), example_state(CALC), *map(state_of_json, generated(SAMPLE))]


@pytest.mark.slow
@pytest.mark.parametrize("n", range(2 + SAMPLE))
def test_every_formula_gives_the_same_in_a_second_calculator(n: int, tmp_path: Path) -> None:
    made = workbook(samples()[n])
    file, expected = tmp_path / f"k{n}.xlsx", told(made)
    file.write_bytes(with_wrong_values(made))
    found = computed(file, expected)
    found[RESULTAT][POINTED] = re.sub(r"(\d)\.(\d)", r"\1,\2", found[RESULTAT][POINTED])
    assert float(WRONG) not in {x for cells in found.values() for x in cells.values() if isinstance(x, float)}
    wrong = differences(expected, found)
    assert not wrong, "\n".join(wrong[:40])
