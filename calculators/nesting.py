"""JSON from outside, refused when it is nested deeper than any document of ours.

In the browser's Python a deep enough nesting overflows the stack and takes the whole interpreter with it.
"""

from __future__ import annotations

import json
import re
from typing import Any

DEEPEST = 50
STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]')


def parse_json(text: str) -> Any:
    """The value of a JSON text. ValueError for what is not JSON, or too deep."""
    if text.count("[") + text.count("{") > DEEPEST and _depth(text) > DEEPEST:
        raise ValueError("nested too deep")
    return json.loads(text)


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in STRUCTURE.finditer(text):
        sign = match[0]
        depth += sign in "[{"
        depth -= sign in "]}"
        deepest = max(deepest, depth)
    return deepest
