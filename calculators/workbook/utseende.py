"""How cells look: few looks, named for what they hold. Input is white with a frame, what is computed is tinted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

INK, SOFT, LINE, ACCENT, WASH = "#16262C", "#475A61", "#CCD7D9", "#0B5566", "#E1EFF1"
EDGE = "#B3C2C6"
SURFACE, DOUBT, DOUBT_WASH = "#F2F6F6", "#744600", "#FFF3D9"
BENEFIT, BENEFIT_LIGHT, COST, NET, BAND = "#0D6E80", "#7FBAC4", "#B4512A", "#16262C", "#C3DDE2"
FONT, SIZE = "Arial", 10

KR = '#,##0;"−"#,##0;0'
NUMBER = "#,##0"
DECIMALS = "#,##0.00##"
PERCENT, PERCENTS = "0%", "0.0#%"
FACTOR = "0.0000"

BASE = {"font_name": FONT, "font_size": SIZE, "font_color": INK, "valign": "vcenter"}
INPUT = {"border": 1, "border_color": EDGE, "bg_color": "#FFFFFF"}
TEXT = {**INPUT, "text_wrap": True, "indent": 1}
COMPUTED = {"bg_color": SURFACE, "border": 1, "border_color": LINE}
ITEM = {"bg_color": WASH, "bold": True, "top": 2, "top_color": ACCENT, "bottom": 1, "bottom_color": LINE}
ITEM_INPUT = {"left": 1, "right": 1, "left_color": EDGE, "right_color": EDGE, "bg_color": "#FFFFFF"}
HEAD = {"bold": True, "bg_color": ACCENT, "font_color": "#FFFFFF", "text_wrap": True, "border": 1, "border_color": ACCENT}

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "plain": {},
    "plain_in": {"indent": 1},
    "wrap": {"text_wrap": True, "indent": 1},
    "title": {"bold": True, "font_size": 18, "font_color": ACCENT},
    "lead": {"font_color": SOFT, "text_wrap": True},
    "section": {"bold": True, "font_size": 13, "font_color": ACCENT},
    "link": {"font_color": ACCENT, "underline": 1, "indent": 1},
    "head": {**HEAD, "indent": 1},
    "head_number": {**HEAD, "align": "right"},
    "label": {"bold": True, "text_wrap": True, "indent": 1},
    "label_right": {"bold": True, "align": "right"},
    "note": {"font_color": SOFT, "text_wrap": True, "indent": 1},
    "check": {"font_color": DOUBT, "text_wrap": True, "indent": 1},
    "part": {"font_color": SOFT, "indent": 1},
    "words": {"font_color": SOFT, "italic": True, "text_wrap": False, "indent": 1},
    "formula": {**COMPUTED, "font_color": SOFT, "italic": True, "text_wrap": True, "indent": 1},
    "in_text": TEXT,
    "in_words": {**INPUT, "indent": 1},
    "in_raw": {**INPUT, "indent": 1, "quote_prefix": True},
    "in_quoted": {**TEXT, "quote_prefix": True},
    "in_number": {**INPUT, "num_format": NUMBER},
    "in_percent": {**INPUT, "num_format": PERCENT},
    "in_percents": {**INPUT, "num_format": PERCENTS},
    "in_whole": {**INPUT, "num_format": "0", "align": "left", "indent": 1},
    "in_count": {**INPUT, "num_format": "0"},
    "in_rate": {**INPUT, "num_format": "0.0#%", "align": "left", "indent": 1},
    "in_factor": {**INPUT, "num_format": "0.##", "align": "center"},
    "item": {**ITEM, "text_wrap": True, "indent": 1},
    "item_in": {**ITEM, **ITEM_INPUT, "text_wrap": True, "indent": 1},
    "item_kr": {**ITEM, "num_format": KR},
    "item_hours": {**ITEM, "num_format": "#,##0.0;\"−\"#,##0.0"},
    "item_factor": {**ITEM, "num_format": FACTOR},
    "item_percent": {**ITEM, "num_format": PERCENTS},
    "item_year": {**ITEM, **ITEM_INPUT, "num_format": "0.00", "align": "center", "bold": False},
    "same": {**COMPUTED, "num_format": NUMBER, "font_color": SOFT},
    "same_percent": {**COMPUTED, "num_format": PERCENTS, "font_color": SOFT},
    "cell": {**COMPUTED, "text_wrap": True, "indent": 1},
    "plain_kr": {"num_format": KR},
    "kr": {**COMPUTED, "num_format": KR},
    "hours": {**COMPUTED, "num_format": "#,##0.0;\"−\"#,##0.0"},
    "ratio": {**COMPUTED, "num_format": "0.00;\"−\"0.00", "align": "right"},
    "percent": {**COMPUTED, "num_format": "0.0%", "align": "right"},
    "factor": {**COMPUTED, "num_format": FACTOR},
    "year": {**COMPUTED, "num_format": "0", "align": "left", "indent": 1},
    "yearhead": {"bold": True, "bg_color": WASH, "num_format": "0", "align": "center", "bottom": 1, "bottom_color": LINE},
    "ratio_year": {**COMPUTED, "num_format": "0", "align": "right"},
    "count": {**COMPUTED, "num_format": "0", "align": "right"},
    "note_line": {"font_color": SOFT},
    "total_hours": {"bold": True, "num_format": "#,##0.0;\"−\"#,##0.0", "top": 2, "top_color": ACCENT},
    "rate": {**COMPUTED, "num_format": "0.0#%", "align": "left", "indent": 1},
    "answer": {**COMPUTED, "bold": True, "num_format": KR, "font_size": 12},
    "answer_label": {"bold": True, "font_size": 12, "text_wrap": True, "indent": 1},
    "total": {"bold": True, "num_format": KR, "top": 2, "top_color": ACCENT},
}  # fmt: skip

OFF = {"font_color": "#B8C4C7", "bg_color": "#F7F9F9"}  # a year after the horizon
HIDDEN = {"num_format": ";;;", "bg_color": "#FFFFFF"}
DOUBTED = {"bg_color": DOUBT_WASH, "font_color": DOUBT}


def looks(book: Any) -> dict[str, Any]:
    """Every look as a format of the file."""
    return {name: book.add_format({**BASE, **about}) for name, about in LOOKS.items()}
