"""LibreOffice without a window: recalculates files, many in each run, in Swedish, with a profile of its own."""

from __future__ import annotations

import csv
import html
import io
import re
import subprocess
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from calculators.workbook.bok import TABS
from calculators.workbook.plats import OSAKERHET, letters
from publish.libreoffice import MISSING, installed

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop></item>
</oor:items>
"""
SEMICOLONS = "Text - txt - csv (StarCalc):59,34,76,1"  # as the window that opens asks, and suggests: semicolons, UTF-8
EVERY_TAB = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
CORES = 2
WRONG = "987654321"
KEPT = re.compile(r'<c r="([A-Z]+[0-9]+)"(?: s="[0-9]+")?(?: t="(str)")?><f>[^<]*</f><v>([^<]*)</v>')
LONG_AMOUNT = re.compile(r"\d{1,3}(?:\u00a0\d{3}){4,},\d\d|\d+(?:,\d+)?\u00a0×\u00a010\^\d+")
CACHED = re.compile(rb"(</f><v>)[^<]*(</v>)")

Cells = dict[str, dict[str, Any]]


def converted(files: Sequence[Path], folder: Path, kind: str = "xlsx", reading: str = "") -> Path:
    """The folder where LibreOffice has written the files, after it recalculated every formula. `reading`: the filter to open with."""
    shares = [files[n::CORES] for n in range(min(CORES, len(files)))]
    with ThreadPoolExecutor(CORES) as pool:
        list(pool.map(lambda n: _convert(shares[n], folder, kind, folder / f"profile-{n}", reading), range(len(shares))))
    return folder / "made"


def _convert(files: Sequence[Path], folder: Path, kind: str, profile: Path, reading: str = "") -> None:
    program = installed()
    assert program, MISSING
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    subprocess.run(
        [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", *([f"--infilter={reading}"] if reading else []),
         "--convert-to", kind, "--outdir", str(folder / "made"), *map(str, files)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def recalculated(files: Sequence[Path], folder: Path) -> list[Cells]:
    """Every cell of every tab of each file, as LibreOffice computes it: texts, and numbers to fifteen figures."""
    made = converted(files, folder, EVERY_TAB)
    return [{tab: _cells(made / f"{file.stem}-{tab}.csv") for tab in TABS} for file in files]


def _cells(file: Path) -> dict[str, Any]:
    rows = csv.reader(io.StringIO(file.read_bytes().decode(), newline=""))
    return {f"{letters(c)}{r}": _value(text) for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1) if text}


def _value(text: str) -> Any:
    try:
        return float(text.removesuffix("%").replace(",", ".")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return text


def with_wrong_values(given: bytes) -> bytes:
    """The file with a wrong value kept beside every formula: what is right after that has been recalculated."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(given)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            text = old.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                text, _count = CACHED.subn(rb"\g<1>" + WRONG.encode() + rb"\g<2>", text)
            new.writestr(item, text)
    return made.getvalue()


def told(given: bytes) -> Cells:
    """The values that the file itself keeps beside its formulas."""
    with zipfile.ZipFile(io.BytesIO(given)) as archive:
        sheets = [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, len(TABS) + 1)]
    return {
        tab: {at: _kept(kind, text) for at, kind, text in KEPT.findall(sheet)}
        for tab, sheet in zip(TABS, sheets, strict=True)
    }


def _kept(kind: str, text: str) -> Any:
    return html.unescape(text) if kind == "str" or not text else float(text)


def differences(expected: Cells, found: Cells, tolerance: float = 1e-9) -> list[str]:
    """Every cell that is another than expected: other words, or a number farther off than the tolerance allows.

    An amount that is a difference of large ones may be off by as much as they are themselves: every figure of Osäkerhet
    is one, and elsewhere that is a millionth of the largest amount of the file.
    """
    largest = {
        tab: max((abs(x) for x in cells.values() if isinstance(x, float)), default=0.0) for tab, cells in found.items()
    }
    everywhere = max(largest.values(), default=0.0)
    size = {tab: x if tab == OSAKERHET else everywhere * 1e-6 for tab, x in largest.items()}
    wrong = []
    for tab, cells in expected.items():
        for at, x in cells.items():
            y = found[tab].get(at)
            if not _close(x, y, tolerance, size[tab]):
                wrong.append(f"{tab}!{at}: {x!r} expected, {y!r} computed")
    return wrong


def _close(x: Any, y: Any, tolerance: float, size: float) -> bool:
    if isinstance(x, int | float) and isinstance(y, int | float):
        return abs(x - y) <= tolerance * max(1.0, abs(x), abs(y), size)
    if isinstance(x, str) and isinstance(y, str):
        return _worded(x) == _worded(y)
    return (x or "") == (y or "") or (not x and y == 0.0) or x == _text(y)


def _worded(sentence: str) -> str:
    """A sentence without the end of an amount that has more figures than the sheet keeps; its cell is compared by itself."""
    return LONG_AMOUNT.sub("…", sentence)


def _text(y: Any) -> str:
    """A comma-separated file does not tell the text "12" from the number."""
    return repr(y).removesuffix(".0")
