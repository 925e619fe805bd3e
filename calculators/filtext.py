"""The text of a file, in whichever of the common encodings it was saved."""

from __future__ import annotations


def decoded(data: bytes) -> str:
    """UTF-16 and UTF-8 as such, otherwise as the spreadsheets of Windows save text. Never raises."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
