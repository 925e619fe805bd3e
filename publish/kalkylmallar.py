"""The templates of the site as spreadsheets: an empty one, and one for each reference calculation with its formulas to fill in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from calculators import VERSION
from calculators.registry import calculator, calculators
from calculators.saved import State
from calculators.session import empty_state
from calculators.standard import IN_FORCE_ON
from calculators.workbook.bok import workbook
from calculators.workbook.kalkyl import ID
from publish.referensmall import state_of_reference

LIST = "kalkylmallar.json"


def write(folder: Path) -> list[Path]:
    """Write every template into the folder, and what they are called, with version and date, into kalkylmallar.json."""
    folder.mkdir(parents=True, exist_ok=True)
    made, told = [], []
    for name, title, state in templates():
        file = folder / f"{name}.xlsx"
        file.write_bytes(workbook(state, IN_FORCE_ON.isoformat()))
        made.append(file)
        told.append({"file": file.name, "title": title, "version": VERSION, "date": IN_FORCE_ON.isoformat(), "bytes": file.stat().st_size})
    (folder / LIST).write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return made


def templates() -> Iterator[tuple[str, str, State]]:
    """File name, title and content of each template."""
    yield "nyttokalkyl-mall", "Tom nyttokalkyl, för 6, 15 och 25 år", empty_state(calculator(ID))
    for id, calc in calculators().items():
        if calc.reference:
            yield f"nyttokalkyl-{id.replace('_', '-')}", calc.title, state_of_reference(calc, calc.inputs())
