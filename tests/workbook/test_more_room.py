"""Rows that somebody adds in the sheet count there, and the same on the site."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from calculators.session import example_state
from calculators.workbook.bok import workbook
from calculators.workbook.flikar.resultat import LEVELS, ROWS
from calculators.workbook.kalkyl import underlag
from calculators.workbook.oppna import read
from calculators.workbook.plats import FAKTORER, FIRST_FACTOR, KOSTNADER, NIVAER, NYTTOR, RESULTAT
from tests.workbook.hands import Step, copied, inserted, put, worked
from tests.workbook.strategies import CALC

STATE = example_state(CALC)
PLAN = underlag(STATE).plan
LETTERS = PLAN.nyttor.block[1]  # "Färre brev": two factors that are multiplied
SPARE = LETTERS.faktorer[-1]
LICENCE = PLAN.kostnader.block[0]
BLOCK = PLAN.nyttor.lediga[-1]
SUM = PLAN.nyttor.slut


def block_copied() -> list[Step]:
    """The last free block once more above the row Summa, and filled in."""
    tall = BLOCK.last - BLOCK.head + 1
    first, second = (SUM + n for n in (1, 2))
    return [
        inserted(NYTTOR, SUM, tall), copied(NYTTOR, BLOCK.head, BLOCK.last, SUM),
        put(NYTTOR, f"A{SUM}", "N9"), put(NYTTOR, f"C{SUM}", "Färre resor"), put(NYTTOR, f"J{SUM}", "Ekhamns kommun"),
        put(NYTTOR, f"K{SUM}", "Finansiell"), put(NYTTOR, f"C{first}", "Resor"), put(NYTTOR, f"F{first}", 100.0),
        put(NYTTOR, f"C{second}", "Kronor per resa"), put(NYTTOR, f"F{second}", 40.0),
    ]  # fmt: skip


HANDS: dict[str, list[Step]] = {
    "a free factor is filled in": [put(NYTTOR, f"C{SPARE}", "Andel"), put(NYTTOR, f"F{SPARE}", 0.5)],
    "a factor's row is copied in between": [
        inserted(NYTTOR, LETTERS.faktorer[1]), copied(NYTTOR, SPARE + 1, SPARE + 1, LETTERS.faktorer[1]),
        put(NYTTOR, f"C{LETTERS.faktorer[1]}", "Andel"), put(NYTTOR, f"F{LETTERS.faktorer[1]}", 0.5),
    ],
    "an empty row is inserted and all its levels filled in": [
        inserted(KOSTNADER, LICENCE.faktorer[1]), put(KOSTNADER, f"C{LICENCE.faktorer[1]}", "Antal avtal"),
        *(put(KOSTNADER, f"{column}{LICENCE.faktorer[1]}", 2.0) for column in "EFG"),
    ],
    "a shared factor gets a row above it": [inserted(FAKTORER, FIRST_FACTOR), put(FAKTORER, f"F{FIRST_FACTOR + 1}", 13000.0)],
    "a block is copied above the sum": block_copied(),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
@pytest.mark.parametrize("name", HANDS)
def test_a_row_that_is_added_counts_in_the_sheet_as_on_the_site(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(workbook(STATE))
    after = worked(file, tmp_path, HANDS[name])
    sheet = openpyxl.load_workbook(after, data_only=True)[RESULTAT]
    home, _ = read(after.read_bytes())
    before, found = underlag(STATE).resultat, underlag(home).resultat
    assert found.troligt.nettonytta != before.troligt.nettonytta
    for level in NIVAER:
        for key in ("summa_nyttor", "summa_kostnader", "nettonytta"):
            there = sheet[f"{LEVELS[level]}{ROWS[key]}"].value
            assert there == pytest.approx(getattr(getattr(found, level), key), rel=1e-9), (level, key)
