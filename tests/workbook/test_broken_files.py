"""Whatever is opened as a spreadsheet, the reader gets a sentence that says what to do, soon and in little room."""

from __future__ import annotations

import io
import multiprocessing
import resource
import time
import zipfile
from collections.abc import Callable
from multiprocessing.connection import Connection

import openpyxl
import pytest

from calculators.saved import Unreadable
from calculators.session import example_state
from calculators.workbook.bok import workbook
from calculators.workbook.inlast.grind import LARGEST
from calculators.workbook.oppna import read
from tests.workbook.strategies import CALC

SOON, ROOM = 3.0, 200_000_000
HARSH = ("ogiltig", "felaktig", "vänligen", "tyvärr")
WHOLE = workbook(example_state(CALC))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet4.xml"


def packed(parts: dict[str, bytes], level: int = 6) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    found = parts()
    return packed(found | {name: change(found[name])})


def without(name: str) -> bytes:
    return packed({key: data for key, data in parts().items() if key != name})


def laughing(inner: bytes) -> bytes:
    """A billion laughs, if anybody were to unfold it."""
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    return inner.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY l0 "ha">' + entities + b"]>", 1)


def book(rows: int) -> bytes:
    sheet = (
        b"<worksheet><sheetData>"
        + b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, rows))
        + b"</sheetData></worksheet>"
    )
    return packed(parts() | {SHEET: sheet})


def foreign() -> bytes:
    made = io.BytesIO()
    other = openpyxl.Workbook()
    other.active["A1"] = "Inköpslista"
    other.save(made)
    return made.getvalue()


REFUSED: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "blanks": lambda: b"  \n ",
    "half a zip": lambda: WHOLE[: len(WHOLE) // 2],
    "a zip without its end": lambda: WHOLE[:-30],
    "only the first bytes of a zip": lambda: b"PK\x03\x04",
    "bits that have fallen over": lambda: WHOLE[:5000] + bytes(3000) + WHOLE[8000:],
    "a zip bomb": lambda: packed(parts() | {SHEET: b" " * 300_000_000}, 9),
    "many small bombs": lambda: packed({**parts(), **{f"xl/media/{n}.bin": bytes(4_000_000) for n in range(30)}}, 1),
    "a million rows": lambda: book(1_000_000),
    "billion laughs": lambda: changed("xl/workbook.xml", laughing),
    "billion laughs in a sheet": lambda: changed(SHEET, laughing),
    "an outer entity": lambda: changed(
        "xl/sharedStrings.xml", lambda x: x.replace(b"?>", b'?><!DOCTYPE x SYSTEM "file:///etc/passwd">', 1)
    ),
    "UTF-16 to hide an entity": lambda: changed("xl/workbook.xml", lambda x: laughing(x).decode().encode("utf-16")),
    "a password": lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
    "an old .xls": lambda: OLE + bytes(4000),
    "OpenDocument": lambda: packed(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}
    ),
    "Numbers": lambda: packed({"Index/Document.iwa": b"x", "Metadata/Properties.plist": b"x"}),
    "a binary workbook": lambda: packed({"[Content_Types].xml": b"<x/>", "xl/workbook.bin": b"x"}),
    "a Word file": lambda: packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
    "any zip": lambda: packed({"a.txt": b"hej"}),
    "a web page": lambda: b"<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>",
    "XML of 2003": lambda: b'<?xml version="1.0"?><Workbook/>',
    "a PDF": lambda: b"%PDF-1.7 ...",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "zeros": lambda: bytes(10_000),
    "no workbook": lambda: without("xl/workbook.xml"),
    "no content types": lambda: without("[Content_Types].xml"),
    "no relations": lambda: without("xl/_rels/workbook.xml.rels"),
    "a sheet that is no XML": lambda: changed(SHEET, lambda _: b"\xff\x00 not xml"),
    "a sheet that ends": lambda: changed(SHEET, lambda x: x[: len(x) // 2]),
    "styles that are no XML": lambda: changed("xl/styles.xml", lambda _: b"<"),
    "a hundred tabs": lambda: packed(
        {**parts(), **{f"xl/worksheets/sheet{n}.xml": b"<worksheet/>" for n in range(11, 111)}}
    ),
    "too large": lambda: b"PK\x03\x04" + bytes(LARGEST),
    "another workbook": foreign,
    "a text": lambda: "Det här är ingen tabell.\nBara text.".encode(),
    "a table without years": lambda: b"Namn;Kommentar\nPorto;dyrt\n",
}


HEAVY = ("a million rows", "a zip bomb")


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.slow) if n in HEAVY else n for n in REFUSED])
def test_a_file_that_is_none_gets_a_sentence_soon_and_in_little_room(name: str) -> None:
    words, took, room = measured(REFUSED[name]())
    assert words.endswith(".")
    assert words[0].isupper()
    assert not [word for word in HARSH if word in words.lower()]
    assert took < SOON
    assert room < ROOM


def measured(data: bytes) -> tuple[str, float, int]:
    """What a process of its own says of the file, in how many seconds, and by how many bytes it grew at most."""
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe()
    child = fork.Process(target=_measure, args=(data, theirs))
    child.start()
    found: tuple[str, float, int] = ours.recv()
    child.join()
    return found


def _measure(data: bytes, told: Connection) -> None:
    before, began = _most(), time.perf_counter()
    try:
        read(data)
        words = ""
    except Unreadable as sentence:
        words = str(sentence)
    told.send((words, time.perf_counter() - began, _most() - before))


def _most() -> int:
    """The most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def test_a_broken_entity_is_refused_before_anything_is_parsed() -> None:
    with pytest.raises(Unreadable, match="säkerhetsskäl"):
        read(REFUSED["billion laughs"]())


def test_macros_links_and_objects_are_left_out_and_told() -> None:
    found = packed(
        parts()
        | {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>", "xl/embeddings/a.bin": b"x"}
    )
    _, told = read(found)
    words = " ".join(a.text for a in told.anmarkningar)
    assert "makron" in words
    assert "länkarna följs inte" in words
    assert "inbäddade objekt" in words
