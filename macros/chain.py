"""Chains in Markdown: a fence with indented lines becomes the picture and the list under it."""

from __future__ import annotations

from typing import Any

from pymdownx.superfences import SuperFencesException

from calculators.chain.formats import opened
from calculators.fault import Rejected
from calculators.views.chain.page import figure


def fence(source: str, language: str, css_class: str, options: Any, md: Any, **kwargs: Any) -> str:
    """Called by superfences for each ```` ```effektkedja ````. A chain that can't be read stops the build."""
    try:
        found = opened(source)
    except Rejected as rejected:
        told = " ".join(fault.message for fault in rejected.faults)
        raise SuperFencesException(f"effektkedja: {told}\n{source}") from rejected
    if not found.kedja.lador or found.anmarkningar:
        raise SuperFencesException(f"effektkedja: {' '.join(found.anmarkningar) or 'there are no lines'}\n{source}")
    md.chains = getattr(md, "chains", 0) + 1
    return figure(found.kedja, f"effektkedja-{md.chains}")


FENCE = {"name": "effektkedja", "class": "effektkedja", "format": fence}
