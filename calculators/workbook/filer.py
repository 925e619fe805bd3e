"""Files on the command line: a saved nyttokalkyl becomes a spreadsheet, and a spreadsheet a nyttokalkyl."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from calculators.fault import Fault, Rejected
from calculators.registry import calculator
from calculators.saved import LARGEST, Unreadable, parsed, state_of, text_of
from calculators.workbook.bok import workbook
from calculators.workbook.kalkyl import ID
from calculators.workbook.oppna import read


def converted(file: str, out: str) -> dict[str, Any]:
    """{"written": …} with what was found and what to look at, or {"errors": […]}."""
    try:
        data = Path(file).read_bytes()
        made, told = _to_workbook(data) if file.lower().endswith(".json") else _to_document(data)
        Path(out).write_bytes(made)
    except Unreadable as sentence:
        return _rejected([Fault("E_FALT", file, str(sentence))])
    except Rejected as rejected:
        return _rejected(rejected.faults)
    except OSError as error:
        words = f"Filen gick inte att läsa eller skriva: {error.strerror or 'okänt fel'}."
        return _rejected([Fault("E_FALT", str(error.filename or file), words)])
    return {"written": out, **told}


def _to_workbook(data: bytes) -> tuple[bytes, dict[str, Any]]:
    text = data[: LARGEST + 1].decode("utf-8-sig", "replace")
    return workbook(state_of(calculator(ID), parsed(text))), {}


def _to_document(data: bytes) -> tuple[bytes, dict[str, Any]]:
    state, found = read(data)
    told = [{"where": a.var, "message": a.text} for a in found.anmarkningar]
    return text_of(calculator(ID), state, indent=1).encode(), {"found": found.hittat, "look_at": told}


def _rejected(faults: Any) -> dict[str, Any]:
    return {"errors": [{"code": f.code, "field": f.field, "message": f.message} for f in faults]}

