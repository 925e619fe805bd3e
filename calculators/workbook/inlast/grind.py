"""The gate: what a file is, and that it is small enough to be opened, before anything of it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from calculators.saved import Unreadable

LARGEST = 10_000_000  # bytes of a file
WIDEST = 80_000_000  # bytes of everything in it
MOST_PARTS, MOST_SHEETS, MOST_CELLS, MOST_ROWS = 2_000, 60, 60_000, 60_000  # a calculation of 100 rows has 12 000 cells
CHUNK = 1 << 18

OLE, ZIP, GZIP, PDF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"\x1f\x8b", b"%PDF"
PASSWORD = "EncryptedPackage".encode("utf-16-le")
SAVE_AS = "Öppna den i kalkylprogrammet och välj Spara som: Excel-arbetsbok (.xlsx)."
ODD_XML = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
CELL, ROW = re.compile(rb"<(?:\w+:)?c[ />]"), re.compile(rb"<(?:\w+:)?row[ />]")
OVERLAP = 16  # bytes kept from one chunk to the next, so that nothing hides between them
NOT_READ = {
    "xl/vbaproject.bin": "Filen har makron. De läses inte in och körs inte.",
    "xl/externallinks/": "Filen hämtar värden från andra filer. De länkarna följs inte: senast sparade värden gäller.",
    "xl/embeddings/": "Filen har inbäddade objekt. De läses inte in.",
    "xl/connections.xml": "Filen hämtar data utifrån. Hämtningen görs inte: senast sparade värden gäller.",
}


def kind_of(data: bytes) -> str:
    """ "xlsx" or "text". Raises Unreadable with what to do for every other kind of file."""
    if not data.strip():
        raise Unreadable("Filen är tom. Välj en annan fil.")
    if len(data) > LARGEST:
        raise Unreadable(
            "Filen är större än vi kan läsa (10 MB). Ta bort bilder och flikar som inte hör till kalkylen."
        )
    if data.startswith(OLE):
        raise Unreadable(_about_ole(data))
    if data.startswith(ZIP):
        return "xlsx"
    if data.startswith((PDF, GZIP)):
        raise Unreadable(f"Det är inget kalkylblad. Välj en fil som slutar på .xlsx. {SAVE_AS}")
    head = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta")):
        raise Unreadable(f"Det är en webbsida och inget kalkylblad, trots namnet. {SAVE_AS}")
    if b"\0" in data[:4000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(f"Filen går inte att läsa som kalkylblad. {SAVE_AS}")
    return "text"


def _about_ole(data: bytes) -> str:
    if PASSWORD in data:
        return "Filen är skyddad med lösenord. Ta bort lösenordet i kalkylprogrammet, spara och öppna igen."
    return f"Filen är sparad i det gamla formatet .xls. {SAVE_AS}"


def opened(data: bytes) -> tuple[bytes, list[str]]:
    """The same file once it is known to be a spreadsheet of bounded size, and what in it is left out.

    Everything is unpacked once, piece by piece and never kept, so that the sizes that the file states are not believed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return data, _checked(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("Filen är skadad eller inte hel. Hämta eller spara den igen, och försök på nytt.") from None


def _checked(archive: zipfile.ZipFile) -> list[str]:
    items = archive.infolist()
    names = [item.filename.lower() for item in items]
    _is_spreadsheet(archive, names)
    if len(items) > MOST_PARTS or sum_of(item.file_size for item in items) > WIDEST:
        raise Unreadable(_too_large())
    if any(item.flag_bits & 1 for item in items):
        raise Unreadable("Filen är skyddad med lösenord. Ta bort lösenordet, spara och öppna igen.")
    sheets = [n for n in names if n.startswith("xl/worksheets/") and n.endswith(".xml")]
    if len(sheets) > MOST_SHEETS:
        raise Unreadable("Filen har fler flikar än vi kan läsa. Ta bort de flikar som inte hör till kalkylen.")
    _unpacked(archive, items)
    return [words for part, words in NOT_READ.items() if any(n == part or n.startswith(part) for n in names)]


def sum_of(sizes: Iterator[int]) -> int:
    """The sum of whole numbers."""
    total = 0
    for size in sizes:
        total += size
    return total


def _is_spreadsheet(archive: zipfile.ZipFile, names: list[str]) -> None:
    if "mimetype" in names:
        kind = archive.open(archive.infolist()[names.index("mimetype")]).read(100)
        if b"opendocument" in kind:
            raise Unreadable(f"Filen är sparad som OpenDocument (.ods). {SAVE_AS}")
    if any(n.startswith("index/") and n.endswith(".iwa") for n in names) or "index.zip" in names:
        raise Unreadable("Filen är sparad av Numbers. Välj Arkiv, Exportera till, Excel i Numbers och öppna den filen.")
    if "xl/workbook.bin" in names:
        raise Unreadable(f"Filen är sparad som binär arbetsbok (.xlsb). {SAVE_AS}")
    if "[content_types].xml" not in names or "xl/workbook.xml" not in names:
        raise Unreadable(f"Det är inget kalkylblad. Välj en fil som slutar på .xlsx. {SAVE_AS}")


def _unpacked(archive: zipfile.ZipFile, items: list[zipfile.ZipInfo]) -> None:
    """Count bytes, rows and cells, and refuse what an XML reader could be fooled by."""
    size = cells = rows = 0
    for item in items:
        sheet = item.filename.lower().startswith("xl/worksheets/")
        before = b""
        with archive.open(item) as part:
            while piece := part.read(CHUNK):
                size += len(piece)
                looked_at = before + piece
                if item.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _harmless(looked_at, first=not before)
                if sheet:
                    cells += len(CELL.findall(piece))
                    rows += len(ROW.findall(piece))
                if size > WIDEST or cells > MOST_CELLS or rows > MOST_ROWS:
                    raise Unreadable(_too_large())
                before = piece[-OVERLAP:]


def _harmless(piece: bytes, *, first: bool) -> None:
    if ODD_XML.search(piece) or (first and piece.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00", b"<\x00"))):
        raise Unreadable(f"Filen har ett innehåll som vi inte öppnar av säkerhetsskäl. {SAVE_AS}")


def _too_large() -> str:
    return "Filen innehåller mer än vi kan läsa. Ta bort flikar och rader som inte hör till kalkylen."
