"""LibreOffice Calc for the tests that recalculate spreadsheets: an installed one, or Debian's where we may install it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from publish.debian import found_or_installed

NAMES = ("soffice", "libreoffice")
MISSING = """No LibreOffice Calc was found. The tests recalculate spreadsheets with it. Install it and try again:
  Debian, Ubuntu:  sudo apt-get install libreoffice-calc
  Fedora:          sudo dnf install libreoffice-calc
  macOS:           brew install --cask libreoffice
Or say where it is: SOFFICE=/path/to/soffice make test"""


def libreoffice() -> str:
    """The path of soffice. SystemExit with what to install where there is none."""
    return found_or_installed(installed, "libreoffice-calc", "LibreOffice Calc", MISSING)


def installed() -> str | None:
    """What SOFFICE says, or what lies on the path, if it can open spreadsheets."""
    given = os.environ.get("SOFFICE")
    return given or next((path for path in map(shutil.which, NAMES) if path and _has_calc(path)), None)


def _has_calc(path: str) -> bool:
    """Debian has soffice without Calc where only the word processor is installed."""
    home = Path(path).resolve().parent
    return not (home / "soffice.bin").exists() or (home / "libsclo.so").exists()

