"""Files of other programs, and ours, in: whatever the name says, the content decides what it is."""

from __future__ import annotations

from calculators.chain import document, outline
from calculators.chain.formats import drawio, mermaid, picture, table
from calculators.chain.formats.draft import Opened
from calculators.chain.formats.safe_xml import LARGEST, refused

__all__ = ["Opened", "opened", "opened_bytes"]


def opened_bytes(content: bytes) -> Opened:
    """The chain of a file's bytes. Raises Rejected with a sentence."""
    if len(content) > 4 * LARGEST:
        raise refused("Filen är större än en effektkedja kan vara. Välj en annan fil.")
    if content[:2] == b"PK":
        raise refused(
            "Filen är packad, som en PowerPoint- eller zip-fil. Öppna hellre SVG, JSON, draw.io, Mermaid eller CSV."
        )
    if b"\0" in content and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise refused("Filen är ingen text. Öppna SVG, JSON, draw.io, Mermaid eller CSV.")
    try:
        return opened(content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"))
    except UnicodeDecodeError:
        if b"\0" in content:
            raise refused("Filen är avbruten mitt i. Spara den på nytt och öppna den igen.") from None
        return opened(content.decode("cp1252", errors="replace"))  # a CSV from an older spreadsheet


def opened(text: str) -> Opened:
    """The chain of a file's text, or of what was pasted: ours, SVG, draw.io, Mermaid, a table, or indented lines."""
    bare = text.removeprefix("\ufeff").lstrip()
    if not bare:
        raise refused("Det finns inget att öppna. Välj en fil med innehåll, eller skriv några rader.")
    if bare.startswith(("{", "[")):
        return Opened(document.read(bare))
    if bare.startswith("<"):
        return picture.read(bare) if "<svg" in bare[:2000] else drawio.read(bare)
    words = bare.split(None, 1)[:1]
    if words and (words[0] in ("flowchart", "graph", "---") or words[0].startswith("%%")):
        return mermaid.read(bare)
    if table.looks_like(text):
        return table.read(text)
    return Opened(outline.read_lines(text))
