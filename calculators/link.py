"""A whole calculation in the fragment of an address: compressed, versioned, never sent to a server."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping

from calculators.nesting import parse_json

VERSION = 2
LARGEST = 2_000_000  # characters once unpacked; more than any calculation, far less than a bomb
LONG = 8_000  # characters of an address; mail and chat programs cut longer ones
KEY = "k="


class UnreadableLink(ValueError):
    """The link can't become a calculation. The message is a sentence for the reader."""


def encode(document: Mapping[str, object]) -> str:
    """The fragment, without #: "k=2.eJyr…". The same document always gives the same text."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    packed = zlib.compress(text.encode(errors="replace"), 9)
    return f"{KEY}{VERSION}.{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def decode(fragment: str) -> dict[str, object]:
    """The document of a fragment. Raises UnreadableLink for what is newer, cut off or not ours."""
    version, _, packed = fragment.removeprefix(KEY).partition(".")
    if not (version.isascii() and version.isdigit()):
        raise UnreadableLink("Länken är inte hel. Be om den på nytt, eller börja här.")
    if int(version[:6]) > VERSION:
        raise UnreadableLink("Länken är gjord i en nyare version av sidan. Ladda om sidan och försök igen.")
    try:
        document = parse_json(_unpacked(packed))
    except (ValueError, RecursionError, binascii.Error, zlib.error):
        raise UnreadableLink("Länken är inte hel. Be om den på nytt, eller börja här.") from None
    if not isinstance(document, dict):
        raise UnreadableLink("Länken är inte hel. Be om den på nytt, eller börja här.")
    return document


def _unpacked(packed: str) -> str:
    raw = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(raw, LARGEST)
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise ValueError("cut off or too large")
    return text.decode()
