"""A picture of ours opened again: the chain lies in the metadata of the SVG."""

from __future__ import annotations

from calculators.chain.document import read as read_document
from calculators.chain.formats.draft import Opened
from calculators.chain.formats.safe_xml import parsed, refused

METADATA = "effektkedja"


def read(text: str) -> Opened:
    """The chain inside an SVG from here. Raises Rejected."""
    for part in parsed(text).iter():
        if part.tag.endswith("}metadata") and part.get("id") == METADATA:
            return Opened(read_document(part.text or ""))
    raise refused("Bilden har ingen effektkedja i sig. Välj en SVG som är sparad härifrån.")
