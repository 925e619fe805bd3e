"""How wide a text is, and where its lines break: the same on every machine, with no font at hand.

Widths are Helvetica's, in thousandths of the size; the fonts of the site and of other programs are as wide or narrower.
"""

from __future__ import annotations

NARROW, WIDE, TALL = 556, 1000, 0x2E80
_WIDTHS = {
    **dict.fromkeys(" !,./:;I[\\]ft\u00a0", 278), **dict.fromkeys("'ijl|", 222), **dict.fromkeys("-()r`´°", 333),
    **dict.fromkeys("ckJsvxyz", 500), **dict.fromkeys("FTZ", 611), **dict.fromkeys("ABEKPSVXYÄÅ&", 667),
    **dict.fromkeys("CDHNRUwÜ", 722), **dict.fromkeys("GOQÖ", 778), **dict.fromkeys("mMÆ", 850), **dict.fromkeys("W@%—…", 944),
    "*": 389, '"': 355, "”": 333, "+": 584, "=": 584, "<": 584, ">": 584,
}  # fmt: skip
_JOINED = ("\u0300", "\u036f"), ("\u200b", "\u200f"), ("\ufe00", "\ufe0f"), ("\U0001f3fb", "\U0001f3ff")
_VOWELS = frozenset("aeiouyåäöéAEIOUYÅÄÖÉ")
SHORTEST = 3  # letters before a break inside a word


def width(text: str, size: int) -> int:
    """Pixels, rounded up."""
    thousandths = 0
    for sign in text:
        thousandths += _WIDTHS.get(sign) or (NARROW if ord(sign) < TALL else WIDE)
    return -(-thousandths * size // 1000)


def wrapped(text: str, room: int, size: int) -> list[str]:
    """The lines of a text, none of them wider than `room`. Long words are broken as Swedish breaks them."""
    rows: list[str] = []
    row = ""
    for word in text.split(" "):
        longer = f"{row} {word}" if row else word
        if width(longer, size) <= room:
            row = longer
            continue
        if row:
            rows.append(row)
        *whole, row = _pieces(word, room, size)
        rows += whole
    return [*rows, row] if row else rows


def _pieces(word: str, room: int, size: int) -> list[str]:
    """A word in parts that fit: after a hyphen or a slash of its own, else before a consonant that a vowel follows."""
    parts = []
    while width(word, size) > room:
        end = _fitting(word, room, size)
        own = max(word.rfind(sign, SHORTEST, end) for sign in "-/")
        if own > 0:
            parts.append(word[: own + 1])
            word = word[own + 1 :]
        else:
            at = _break(word, end)
            parts.append(f"{word[:at]}-" if word[at - 1 : at + 1].isalpha() else word[:at])
            word = word[at:]
    return [*parts, word]


def _fitting(word: str, room: int, size: int) -> int:
    """How many signs fit before a hyphen; at least one."""
    left = room * 1000 // size - _WIDTHS["-"]
    for n, sign in enumerate(word):
        left -= _WIDTHS.get(sign) or (NARROW if ord(sign) < TALL else WIDE)
        if left < 0:
            return max(1, n)
    return len(word)


def _break(word: str, end: int) -> int:
    """The last good place at or before `end`: not inside a sign of several parts."""
    for at in range(end, max(SHORTEST, end - 7), -1):
        if (
            word[at : at + 1] not in _VOWELS
            and word[at : at + 1].isalpha()
            and word[at + 1 : at + 2] in _VOWELS
            and word[at - 1].isalpha()
        ):
            return at
    at = end
    while at > 1 and any(low <= word[at : at + 1] <= high or word[at - 1] == "\u200d" for low, high in _JOINED):
        at -= 1
    return at
