"""Questions and answers: docs/fragor.toml, one [[fraga]] each, as a page and as data for search engines."""

import dataclasses as dc
import re
from functools import cache
from itertools import groupby

from calculators.swedish import slug
from macros.entries import entries
from macros.markup import render

FILE = "fragor.toml"
LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    id: str
    grupp: str
    fraga: str
    svar: str

    @property
    def plain(self) -> str:
        """The answer without its links."""
        return LINK.sub(r"\1", self.svar)


@cache
def questions() -> tuple[Question, ...]:
    return entries(FILE, Question)


def page() -> str:
    """All of them under the headings of their groups. The page lies directly under docs, as the links of the answers do."""
    groups = [(name, slug(name), list(found)) for name, found in groupby(questions(), lambda one: one.grupp)]
    return render("fragor.md", groups=groups)
