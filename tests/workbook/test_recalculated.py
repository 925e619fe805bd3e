"""LibreOffice, which knows nothing of the engine, computes every cell of the file to what the engine says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from calculators.workbook.bok import workbook
from tests.workbook.office import WRONG, differences, recalculated, told, with_wrong_values
from tests.workbook.strategies import documents, state_of_json

COUNT = 200


def generated(count: int) -> list[dict[str, Any]]:
    """That many nyttokalkyler, the same each time."""
    found: list[dict[str, Any]] = []

    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def collect(document: dict[str, Any]) -> None:
        found.append(document)

    collect()
    return found


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_every_formula_of_every_file_gives_what_the_engine_gives(tmp_path: Path) -> None:
    files, expected = [], []
    for n, document in enumerate(generated(COUNT)):
        made = workbook(state_of_json(document))
        planted = with_wrong_values(made)
        assert planted.count(b"PK")
        assert WRONG.encode() not in made
        expected.append(told(made))
        files.append(tmp_path / f"k{n}.xlsx")
        files[-1].write_bytes(planted)
    assert len(files) >= COUNT
    wrong = [
        f"{file.stem} {words}"
        for file, there, cells in zip(files, expected, recalculated(files, tmp_path), strict=True)
        for words in differences(there, cells)
    ]
    assert not wrong, "\n".join(wrong[:40])
