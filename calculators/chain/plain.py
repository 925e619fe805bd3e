"""Text from outside as it may be kept: without signs that no file or page can hold."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069\ufeff]"
)
_BLANK = re.compile("[ \t\r\n\u2028\u2029]+")


def one_line(text: str) -> str:
    """The text on one line, single spaces between the words."""
    return _BLANK.sub(" ", _UNSEEN.sub("", text)).strip(" ")


def lines(text: str) -> str:
    """The text with its lines, and nothing unseen."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n ")
