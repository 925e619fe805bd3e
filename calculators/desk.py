"""What lies on the reader's desk beside the work itself: her documents, what was just done with one, and where the caret is."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Iterator, Mapping
from typing import Any


@dc.dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list: `changed` is local time, "2026-11-25T14:05", or empty."""

    id: str
    name: str
    changed: str = ""


@dc.dataclass(slots=True)
class Desk:
    """`own` is the document that she had open before she followed a link; `moment` is the local time that the page told."""

    id: str = ""
    documents: tuple[Listed, ...] = ()
    own: str = ""
    deleted: tuple[Listed, str] | None = None
    versions: tuple[Listed, ...] | None = None
    read: Any = None  # what there is to say of the spreadsheet that was opened: a found and a list to look at
    notice: str = ""  # "konflikt", "osparat", or a sentence
    link: str = ""
    added: tuple[str, ...] = ()  # names of the rows that were last sent to the nyttokalkyl
    caret: tuple[str, int] = ("", 0)
    compared: str = ""  # the text of the document that stands beside the open one
    guide: int | None = None  # the question that the guide is at
    report: str = ""  # the report that is shown: "brief" or "long"
    picked: dict[str, str] = dc.field(default_factory=dict)  # what she has picked in the uncertainty: factor, share
    simulation: Iterator[Any] | None = None
    progress: Any = None  # how far the simulation has come, or its outcome
    moment: str = ""
    view: str = ""  # "kedja" where the page shows the effektkedja of the document
    chain: dict[str, str] = dc.field(default_factory=dict)  # what she has picked, typed and looks at there
    following: bool = False  # whether the follow-up is unfolded
    beside: dict[str, str] = dc.field(default_factory=dict)  # what she writes beside the work: who decides, a table
    misread: tuple[str, ...] = ()  # lines of the last table that could not be used

    def listed(self, name: str) -> None:
        """The open document stands in the list under this name, changed now."""
        here = Listed(self.id, name, self.moment)
        others = tuple(d for d in self.documents if d.id != self.id)
        self.documents = (*others, here)

    def passing(self) -> None:
        """What was said about the last thing that she did is no longer true."""
        self.link, self.added, self.deleted, self.versions = "", (), None, None
        self.simulation = self.progress = None


def listed_from(given: Any) -> tuple[Listed, ...]:
    """The list as the page gives it, whatever it holds."""
    rows = given if isinstance(given, list) else []
    found = []
    for row in rows:
        if isinstance(row, Mapping) and isinstance(row.get("id", row.get("n")), str | int):
            id = str(row.get("id", row.get("n")))
            found.append(Listed(id, str(row.get("name") or ""), str(row.get("changed") or "")))
    return tuple(found)
