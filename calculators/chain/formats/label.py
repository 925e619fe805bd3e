"""The words of a box on one label: kind, text and stakeholder, with line breaks. Other programs show it, and give it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape, unescape

from calculators.chain.graph import Lada
from calculators.chain.kinds import TYPER
from calculators.chain.outline import TYPE_WORDS
from calculators.chain.plain import one_line

BREAK = re.compile(r"<\s*(?:br|/p|/div|/li)\b[^<>]*>|\n", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
WHO = re.compile(r"^\[(.*)\]$")


def written(lada: Lada, safe: Callable[[str], str] = escape, figures: Sequence[str] = ()) -> str:
    """HTML of three lines: bold kind, text, stakeholder in brackets; then `figures`. `safe` makes a text safe inside it."""
    who = f"<br><i>[{safe(lada.intressent)}]</i>" if lada.intressent else ""
    more = "".join(f"<br><b>{safe(line)}</b>" for line in figures)
    return f"<b>{TYPER[lada.typ].namn}</b><br>{safe(lada.text)}{who}{more}"


def read(label: str, figures: Sequence[str] = ()) -> tuple[str, str, str]:
    """Kind ("" when the label doesn't say), text and stakeholder of a label, ours or anybody's. Rows of `figures` are left out."""
    rows = [row for part in BREAK.split(label) if (row := one_line(unescape(TAG.sub("", part))))]
    rows = [row for row in rows if row not in figures]
    typ = who = ""
    if len(rows) > 1 and rows[0].lower() in TYPE_WORDS:
        typ = TYPE_WORDS[rows.pop(0).lower()]
    found = WHO.match(rows[-1]) if len(rows) > 1 else None
    if found:
        who = found[1]
        rows.pop()
    text = " ".join(rows)
    word, colon, rest = text.partition(":")
    if not typ and colon and word.strip().lower() in TYPE_WORDS:
        typ, text = TYPE_WORDS[word.strip().lower()], rest.strip()
    return typ, text, who
