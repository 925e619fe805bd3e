"""The names that a formula may use: spelled in any case, the longest first, and the nearest ones when none fits."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

QUOTES = '"”“„»«'
PLAIN = re.compile(r"[^\W\d_](?: ?[^\W_])*")  # letters, digits and single spaces, beginning with a letter
ODD = re.compile(r"\s\s|^\s|[^\S ]|[”“„»«Σ]")  # what keeps a text from being compared as it stands
NEAR = 0.45  # share of common letter pairs; found by trying misspellings
COMPARED = 40  # characters of a name


@dataclass(frozen=True, slots=True)
class Names:
    """(folded spelling, name) pairs; a factor may have several spellings. `doubled` names are carried by more than one."""

    spellings: tuple[tuple[str, str], ...] = ()
    doubled: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[str, ...]:
        """Every name once, in order."""
        return tuple(dict.fromkeys(name for _, name in self.spellings))


def composed(text: str) -> str:
    """The text with å as one character, also where it was typed as a and a ring."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def squeezed(text: str) -> tuple[str, Sequence[int]]:
    """The text in small letters, with single spaces and one sort of quotes, and where each character stood."""
    low = text.lower()
    if len(low) == len(text) and not ODD.search(text):
        return low, range(len(text))
    kept: list[str] = []
    places: list[int] = []
    for n, c in enumerate(text):
        if c.isspace():
            if not kept or kept[-1] == " ":
                continue
            c = " "
        elif c in QUOTES:
            c = '"'
        elif len(c.lower()) == 1:
            c = c.lower()
        kept.append(c)
        places.append(n)
    return "".join(kept), places


@functools.lru_cache(4096)
def folded(name: str) -> str:
    """How a name is compared."""
    return squeezed(composed(name))[0].rstrip()


@functools.lru_cache(512)
def _by_first_letter(names: Names) -> dict[str, list[tuple[str, str]]]:
    """The spellings that need no quotes, by their first letter, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for spelling, name in sorted(names.spellings, key=lambda pair: -len(pair[0])):
        if spelling[:1].isalpha():
            found.setdefault(spelling[0], []).append((spelling, name))
    return found


def match(names: Names, text: str, at: int) -> tuple[str, int] | None:
    """The longest name at this place of a squeezed text, and where it ends."""
    for spelling, name in _by_first_letter(names).get(text[at], ()):
        end = at + len(spelling)
        if text.startswith(spelling, at) and not (text[end : end + 1].isalnum() and spelling[-1].isalnum()):
            return name, end
    return None


def known(names: Names, spelling: str) -> str | None:
    """The name that a folded spelling stands for."""
    return dict(names.spellings).get(spelling)


def spelled(name: str) -> str:
    """A name as it is written in a formula: in quotes when it holds more than letters, digits and spaces."""
    if PLAIN.fullmatch(name) and name[0].isalpha():
        return name
    doubled = "".join(c * 2 if c in QUOTES else c for c in name)
    return f"”{doubled}”"


def nearest(names: Names, unknown: str, most: int = 3) -> tuple[str, ...]:
    """The names most like an unknown one, best first."""
    pairs = _pairs(folded(unknown)[:COMPARED])
    scores: dict[str, float] = {}
    for spelling, name in names.spellings:
        others = _pairs(spelling[:COMPARED])
        score = 2 * len(pairs & others) / (len(pairs) + len(others))
        scores[name] = max(score, scores.get(name, 0.0))
    enough = max(NEAR, 0.75 * max(scores.values(), default=0.0))
    likely = [name for name, score in scores.items() if score >= enough]
    return tuple(sorted(likely, key=lambda name: -scores[name])[:most])


@functools.lru_cache(1024)
def _pairs(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[n : n + 2] for n in range(len(padded) - 1))


class Taken:
    """Names that are in use, and how to get one of one's own: "Antal", then "Antal 2"."""

    def __init__(self) -> None:
        self.spellings: set[str] = set()
        self.last: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """The name itself, or with the first number that makes it free. It is taken from now on."""
        n = self.last.get(folded(wanted), 0) + 1
        while folded(name := wanted if n == 1 else f"{wanted} {n}") in self.spellings:
            n += 1
        self.last[folded(wanted)] = n
        self.spellings.add(folded(name))
        return name
