"""A list that a reader narrows with radio buttons: the style sheet hides the rest, no script is needed (urval.css)."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, product

MOST = 9  # options of a group that the style sheet knows, beside "Alla"
Group = tuple[str, Mapping[Hashable, str]]
Belongs = Sequence[Sequence[Hashable]]


class Choice:
    """`groups` are labels with their options; `items` say, group by group, which options an item belongs to."""

    def __init__(self, groups: Sequence[tuple[str, Mapping]], items: Sequence[Belongs]):  # type: ignore[type-arg]
        for label, options in groups:
            if len(options) > MOST:
                raise ValueError(f"{label}: {len(options)} options, and the style sheet knows {MOST}")
        self.groups = groups
        self.items = items
        self._keys = [list(options) for _, options in groups]

    @property
    def marks(self) -> list[str]:
        """The attributes of each item: the numbers of its options in each group."""
        return [self._marked(dict(enumerate(belongs))) for belongs in self.items]

    def _marked(self, belongs: Mapping[int, Sequence[Hashable]]) -> str:
        numbers = {
            group: [str(self._keys[group].index(option) + 1) for option in options if option in self._keys[group]]
            for group, options in belongs.items()
        }
        return " ".join(f'data-val-{group + 1}="{" ".join(found)}"' for group, found in numbers.items())

    @property
    def empty(self) -> list[tuple[str, str]]:
        """Attributes and words for each set of options that nothing belongs to, the smallest sets alone."""
        return [(self._marked({g: [o] for g, o in found.items()}), self._told(found)) for found in self._nothing()]

    def _told(self, found: Mapping[int, Hashable]) -> str:
        return " och ".join(f"”{self.groups[group][1][option]}”" for group, option in found.items())

    def _nothing(self) -> Iterator[dict[int, Hashable]]:
        seen: list[dict[int, Hashable]] = []
        for size in range(2, len(self.groups) + 1):
            for chosen in combinations(range(len(self.groups)), size):
                for options in product(*(self._keys[group] for group in chosen)):
                    found = dict(zip(chosen, options, strict=True))
                    if not any(old.items() <= found.items() for old in seen) and not self._any(found):
                        seen.append(found)
                        yield found

    def _any(self, found: Mapping[int, Hashable]) -> bool:
        return any(all(option in item[group] for group, option in found.items()) for item in self.items)
