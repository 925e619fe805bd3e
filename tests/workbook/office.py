"""LibreOffice without a window: recalculates files, many in each run, in Swedish, with a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from calculators.workbook.plats import RESULTAT

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop></item>
</oor:items>
"""

Cells = dict[str, dict[str, Any]]


def soffice() -> str | None:
    """Where LibreOffice lies; None where there is none."""
    return os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")


def converted(files: Sequence[Path], folder: Path, kind: str = "xlsx") -> list[Path]:
    """The files as LibreOffice writes them after it has recalculated every formula."""
    profile, made = folder / "profile", folder / f"made-{kind}"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    program = soffice()
    assert program, "LibreOffice is not installed: see publish/libreoffice.py"
    subprocess.run(
        [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", kind,
         "--outdir", str(made), *map(str, files)],
        check=True, capture_output=True, timeout=400,
    )  # fmt: skip
    return [made / f"{file.stem}.{kind}" for file in files]


def cells(file: Path) -> Cells:
    """Every value of a file, by tab and cell."""
    book = openpyxl.load_workbook(file, data_only=True)
    return {sheet.title: {c.coordinate: c.value for row in sheet for c in row if c.value is not None} for sheet in book}


def formulas(file: Path) -> Cells:
    """Every formula of a file, by tab and cell."""
    book = openpyxl.load_workbook(file)
    return {
        sheet.title: {c.coordinate: c.value for row in sheet for c in row if isinstance(c.value, str) and c.value.startswith("=")}
        for sheet in book
    }


def close(a: Any, b: Any, tolerance: float = 1e-9, size: float = 0.0) -> bool:
    """Equal words, or numbers within the tolerance of the larger one, or of `size` where they are a difference of such."""
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(a - b) <= tolerance * max(1.0, abs(a), abs(b), size)
    return (a or "") == (b or "")


__all__ = ["RESULTAT", "cells", "close", "converted", "formulas", "soffice"]
