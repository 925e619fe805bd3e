"""The published cases in tests/cases: what others have printed, with the source in each file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent / "cases"


def case(id: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CASES / f"{id}.json").read_text(encoding="utf-8"))
    return found


def differences(expected: Any, got: Any, at: str = "") -> list[str]:
    """Where `got` lacks or differs from `expected`, which is a subset. Floats within 1e-9 relative or 1e-6."""
    if isinstance(expected, dict):
        if not isinstance(got, dict):
            return [f"{at}: {got!r} is no object"]
        return [d for k, v in expected.items() for d in differences(v, got.get(k, "missing"), f"{at}.{k}")]
    if isinstance(expected, list):
        if not isinstance(got, list) or len(got) != len(expected):
            return [f"{at}: {got!r} is not {len(expected)} long"]
        return [d for n, v in enumerate(expected) for d in differences(v, got[n], f"{at}.{n}")]
    if isinstance(expected, float | int) and isinstance(got, float | int) and not isinstance(expected, bool):
        return [] if abs(expected - got) <= max(1e-6, 1e-9 * abs(expected)) else [f"{at}: {got!r}, not {expected!r}"]
    return [] if expected == got else [f"{at}: {got!r}, not {expected!r}"]
