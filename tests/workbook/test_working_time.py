"""Whose time a row is about follows what is written in the sheet: who the row falls to, its shares, and what it says itself."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kalkyl.document import EGEN_TID, VEMS_TID
from calculators.kalkyl.vems_tid import PEOPLE, is_own_time, working_share
from calculators.workbook.bok import workbook
from calculators.workbook.flikar.arbetstid import BETWEEN
from calculators.workbook.kalkyl import underlag
from calculators.workbook.plats import ANDEL, ARBETSDEL, NYTTOR, START, Plan
from tests.workbook.office import Cells, differences, recalculated, told
from tests.workbook.strategies import state_of_json

DOCUMENT: dict[str, Any] = {
    "namn": "Bokning", "perspektiv": ["Solstad kommun", "Invånarna", "Region Ekhamn"], "horisont": 6, "startar": 2027,
    "omrakning_timkostnad": 400,
    "nyttor": [
        {"id": "N1", "namn": "Tid", "perspektiv": "Solstad kommun", "kategori": "omfordelning", "arligt_varde": 200000,
         "faktor": "lopande", "fordelning": [{"perspektiv": "Invånarna", "andel": 0.25}, {"perspektiv": "Region Ekhamn", "andel": 0.1}]},
        {"id": "N2", "namn": "Resor", "perspektiv": "Invånarna", "kategori": "omfordelning", "arligt_varde": 90000, "faktor": "lopande"},
        {"id": "N3", "namn": "Möten", "perspektiv": "Invånarna", "kategori": "omfordelning", "arligt_varde": 60000, "faktor": "engang",
         "vems_tid": "arbetstid"},
    ],
    "kostnader": [],
}  # fmt: skip
Edit = Callable[[dict[str, Any], Any, Plan], None]


def share_grows(document: dict[str, Any], book: Any, plan: Plan) -> None:
    document["nyttor"][0]["fordelning"][0]["andel"] = 0.5
    book[NYTTOR][f"{ANDEL}{plan.nyttor.delar[0]}"] = 0.5


def organisation_becomes_people(document: dict[str, Any], book: Any, plan: Plan) -> None:
    new = "Närstående (föräldrar/syskon)"
    document["perspektiv"][2] = document["nyttor"][0]["fordelning"][1]["perspektiv"] = new
    book[START][f"B{plan.perspektiv[0] + 2}"] = book[NYTTOR][f"C{plan.nyttor.delar[0] + 1}"] = new


def row_falls_to_another(document: dict[str, Any], book: Any, plan: Plan) -> None:
    document["nyttor"][1]["perspektiv"] = "Region Ekhamn"
    book[NYTTOR][f"J{plan.nyttor.block[1].head}"] = "Region Ekhamn"


def row_says_itself(document: dict[str, Any], book: Any, plan: Plan) -> None:
    document["nyttor"][2]["vems_tid"] = EGEN_TID
    book[NYTTOR][f"C{plan.nyttor.block[2].vems_tid}"] = VEMS_TID[EGEN_TID]


def after(edit: Edit) -> tuple[bytes, Cells]:
    """The file with the edit made in it, and what the file of the edited calculation keeps."""
    document = copy.deepcopy(DOCUMENT)
    state = state_of_json(document)
    book = openpyxl.load_workbook(io.BytesIO(workbook(state)))
    edit(document, book, underlag(state).plan)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue(), told(workbook(state_of_json(document)))


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_working_time_follows_the_sheet(tmp_path: Path) -> None:
    edits = (share_grows, organisation_becomes_people, row_falls_to_another, row_says_itself)
    before = told(workbook(state_of_json(DOCUMENT)))
    files, wanted = [], []
    for edit in edits:
        data, cells = after(edit)
        assert differences(before, cells), f"{edit.__name__} changes nothing"
        files.append(tmp_path / f"{edit.__name__}.xlsx")
        files[-1].write_bytes(data)
        wanted.append(cells)
    wrong = [
        f"{file.stem} {words}"
        for file, there, cells in zip(files, recalculated(files, tmp_path), wanted, strict=True)
        for words in differences(cells, there)
    ]
    assert not wrong, "\n".join(wrong[:40])


def test_the_share_stands_in_a_column_of_its_own() -> None:
    state = state_of_json(DOCUMENT)
    kept, u = told(workbook(state)), underlag(state)
    for at, block in zip(u.plan.nyttor.block, u.kalkyl.nyttor, strict=True):
        assert kept[NYTTOR][f"{ARBETSDEL}{at.head}"] == pytest.approx(working_share(block))
    assert [kept[NYTTOR][f"{ARBETSDEL}{at.head}"] for at in u.plan.nyttor.block] == pytest.approx([0.75, 0, 1])


@given(st.lists(st.sampled_from([*PEOPLE, "Kund", "tjänst", "region", "för", "Patienthotellet"]), min_size=1, max_size=3),
       st.sampled_from([" ", ", ", "/", "-", " (", ") ", "&", ": "]))  # fmt: skip
def test_the_rule_of_the_sheet_is_the_rule_of_the_engine(parts: list[str], sign: str) -> None:
    """What the formula searches for, done here as the formula does it: a word of the list with a space after it."""
    name = sign.join(parts)
    text = f"{name} ".lower()
    for between in BETWEEN:
        text = text.replace(between, " ")
    assert any(f"{word} " in text for word in PEOPLE) is is_own_time(name)
