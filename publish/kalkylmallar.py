"""The templates of the site as spreadsheets: an empty one, and one for each reference calculation with its rows to fill in."""

from __future__ import annotations

import dataclasses as dc
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calculators import VERSION
from calculators.chaining import added, empty_calculation
from calculators.registry import calculator, calculators
from calculators.saved import State
from calculators.schema import Calculator, fields_of
from calculators.session import empty_state
from calculators.standard import IN_FORCE_ON
from calculators.workbook.bok import workbook
from calculators.workbook.kalkyl import ID

NUMBER = re.compile(r"(?:gemensamma|nyttor|kostnader|omrakning_timkostnad)\..*\.(?:troligt|lagst|hogst|andel)")
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
        if calc.reference and calc.bidrag is not None:
            yield f"nyttokalkyl-{id.replace('_', '-')}", calc.title, _reference(calc)


def _reference(calc: Calculator) -> State:
    """The rows of a reference calculation, with published values filled in and the municipality's own figures left empty.

    Which figures are its own is seen by filling them in twice, each time with other numbers: what differs depends on them.
    """
    one, other = (_rows(calc, _filled(calc, *numbers)) for numbers in ((100.0, 1.0, 0.5), (260.0, 2.0, 0.8)))
    own = {key for key, text in one.items() if NUMBER.fullmatch(key) and (text == "0" or text != other.get(key))}
    kept = {key: text for key, text in one.items() if key not in own}
    return State({**kept, **{key: "" for key in own if key.endswith(".troligt")}, "namn": calc.title})


def _filled(calc: Calculator, first: float, step: float, share: float) -> Any:
    """Inputs with a number in each field that is left to the municipality; earlier fields have larger ones."""
    empty = calc.inputs()
    left = [f for f in fields_of(calc.inputs).values() if f.kind in ("number", "share") and getattr(empty, f.name) is None]
    numbers = {f.name: share - n / 1000 if f.unit == "%" else first - step * n for n, f in enumerate(left)}
    return dc.replace(empty, **numbers)


def _rows(calc: Calculator, inputs: Any) -> dict[str, str]:
    assert calc.bidrag is not None
    return dict(added(empty_calculation(), calc.bidrag(inputs), "")[0])
