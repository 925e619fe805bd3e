"""Files of the page: what they are called, what they hold, and the state that is read out of them."""

from __future__ import annotations

import base64
import importlib
from collections.abc import Mapping
from typing import Any

from calculators.saved import State, Unreadable, parsed, state_of
from calculators.schema import Calculator
from calculators.swedish import slug

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file_name(name: str) -> str:
    """What a file with this name in it is called, without its ending."""
    return slug(name) or "kalkyl"


def file_of(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """The first file of an event; an empty one where there is none."""
    files = event.get("files")
    return files[0] if isinstance(files, list) and files and isinstance(files[0], Mapping) else {}


def bytes_of(file: Mapping[str, Any]) -> bytes:
    """What a file that came as bytes holds. Raises Unreadable."""
    try:
        return base64.b64decode(str(file.get("base64") or ""), validate=True)
    except ValueError:
        raise Unreadable("Filen gick inte att läsa.") from None


def state_of_file(calc: Calculator, file: Mapping[str, Any]) -> tuple[State, Any]:
    """The state, and of a spreadsheet what there is to say. A nyttokalkyl's file comes as bytes, others as text. Raises Unreadable."""
    if file.get("large"):
        raise Unreadable("Den är större än vi kan läsa. Välj en fil som du har sparat på den här webbplatsen.")
    if "base64" not in file:
        return state_of(calc, parsed(str(file.get("text") or ""))), None
    data = bytes_of(file)
    if str(file.get("name") or "").lower().endswith(".json"):
        return state_of(calc, parsed(data.decode("utf-8", "replace"))), None
    found: tuple[State, Any] = spreadsheets("calculators.workbook.oppna").read(data)
    return found


def state_of_table(text: str) -> tuple[State, Any]:
    """The state of a pasted table, and what there is to say of it. Raises Unreadable."""
    if not text.strip():
        raise Unreadable("Klistra in den i rutan först.")
    found: tuple[State, Any] = spreadsheets("calculators.workbook.oppna").read(text.encode())
    return found


def spreadsheets(module: str) -> Any:
    """A module that needs what the page fetches when a spreadsheet is first asked for. Raises Unreadable where it did not come."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise Unreadable("Det som läser och skriver kalkylblad kunde inte hämtas. Kontrollera nätet och försök igen.") from None
