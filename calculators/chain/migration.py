"""Old files become new: one step a version, each from the one before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

VERSION = 2


def migrated(data: Mapping[str, Any], version: int) -> dict[str, Any]:
    """The data as today's version writes it. What it does not know, it leaves as it is."""
    found = dict(data)
    for step in range(version, VERSION):
        found = STEPS[step](found)
    return found | {"version": VERSION}


def _method_words(data: dict[str, Any]) -> dict[str, Any]:
    """1 → 2: boxes are called lådor, two kinds got the whole name that the method uses, and arrows have ids."""
    names = {"arbetssatt": "nytt_arbetssatt", "mal": "verksamhetsmal"}
    found = {key: value for key, value in data.items() if key != "noder"}
    if "noder" in data and "lador" not in data:
        found["lador"] = data["noder"]
    if isinstance(found.get("lador"), list):
        found["lador"] = [_renamed(box, names) for box in found["lador"]]
    if isinstance(found.get("pilar"), list):
        found["pilar"] = [{"id": f"p{n}", **p} if isinstance(p, dict) else p for n, p in enumerate(found["pilar"], 1)]
    return found


def _renamed(box: Any, names: Mapping[str, str]) -> Any:
    if not isinstance(box, dict) or not isinstance(box.get("typ"), str):
        return box
    return {**box, "typ": names.get(box["typ"], box["typ"])}


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _method_words}
