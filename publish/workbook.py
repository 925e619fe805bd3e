"""What reads and writes spreadsheets in the browser: one archive, fetched only when somebody asks for a spreadsheet.

It holds calculators/workbook, the two libraries, and what they need of the standard library and the engine does without.
"""

from __future__ import annotations

import importlib.metadata
import json
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path

from publish import ROOT
from publish.node import run_in_pyodide

LIBRARIES = ("XlsxWriter", "openpyxl", "et_xmlfile")
OWN = ROOT / "calculators/workbook"
NAME = "workbook.zip"
STILL = (2026, 1, 1, 0, 0, 0)  # the date of the archive's members
# What is imported only on the way of a file that is broken or odd.
ALWAYS = ("mimetypes", "decimal", "_pydecimal", "hashlib", "bz2", "lzma")

USED = """
import json, sys
from publish.exercise import spreadsheets
spreadsheets()
json.dumps(sorted(m for m in sys.modules if m.split(".")[0] in sys.stdlib_module_names))
"""


def archive(target: Path, wheel: Path, library: Path, without: Collection[str]) -> Path:
    """The archive with sources. `wheel` is the engine's, `library` the browser's whole standard library, and `without`
    the modules of it that the browser has already."""
    packed = target / NAME
    with zipfile.ZipFile(packed, "w") as made:
        for name, data in _members():
            made.writestr(zipfile.ZipInfo(name, STILL), data)
    wheels, folders = [wheel, packed], {"/src/publish": ROOT / "publish"}
    used = json.loads(run_in_pyodide(USED, name="spreadsheets", stdlib=library, wheels=wheels, folders=folders, path=["/src"]))
    missing = {*used, *ALWAYS} - set(without)
    split = sorted(name for name in missing if name.rpartition(".")[0] in without)
    if split:
        raise SystemExit(f"Put these in ALWAYS of publish/runtime.py, where their packages lie: {', '.join(split)}")
    with zipfile.ZipFile(library) as given, zipfile.ZipFile(packed, "a") as made:
        for name in sorted(given.namelist()):
            if name.endswith(".py") and name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") in missing:
                made.writestr(zipfile.ZipInfo(name, STILL), given.read(name))
    return packed


def _members() -> Iterator[tuple[str, bytes]]:
    """Files of ours and of the libraries, with their licences."""
    for file in sorted(OWN.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield f"calculators/workbook/{file.relative_to(OWN).as_posix()}", file.read_bytes()
    for library in LIBRARIES:
        for member in sorted(importlib.metadata.files(library) or (), key=str):
            name = member.as_posix()
            told = member.name.upper().startswith(("LICENCE", "LICENSE")) and ".dist-info/" in name
            if (name.endswith(".py") and ".." not in name) or told:
                yield name, Path(str(member.locate())).read_bytes()
