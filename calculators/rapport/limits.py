"""What fits: texts and lists that are cut where a reader can see that they are cut."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.swedish import counted, listed

LONGEST_NAME = 60  # characters of a name inside a sentence
LONGEST_PARTY = 40  # of an organisation inside a sentence
MOST_PARTIES = 3  # organisations in one sentence
MOST_NAMES = 5  # more names than this in one sentence are counted instead


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut between words and marked with "…". Spaces and line breaks become one space."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    whole = words[:most].rpartition(" ")[0] or words[: most - 1]
    return f"{whole.rstrip(' ,.;:–-')} …"


def quoted(name: str) -> str:
    """A reader's own name of something, inside a sentence: ”Färre brev”."""
    return f"”{shortened(name, LONGEST_NAME)}”"


def named(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """Names in a sentence, the last ones counted where they are many: "a, b och 3 till"."""
    if len(names) <= most:
        return listed(names)
    return listed([*names[: most - 1], counted(len(names) - most + 1, "till", "till")])
