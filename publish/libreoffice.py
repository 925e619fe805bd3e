"""LibreOffice for the tests that recalculate spreadsheets and open templates: an installed one, or Debian's."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from publish.debian import found_or_installed

NAMES = ("soffice", "libreoffice")
PACKAGES = ("libreoffice-calc", "libreoffice-writer", "libreoffice-impress")
PARTS = ("calc.xcd", "writer.xcd", "impress.xcd")  # Debian has each by itself
MISSING = """LibreOffice was not found whole. The tests open templates and recalculate spreadsheets with it. Install it and try again:
  Debian, Ubuntu:  sudo apt-get install libreoffice-calc libreoffice-writer libreoffice-impress
  Fedora:          sudo dnf install libreoffice-calc libreoffice-writer libreoffice-impress
  macOS:           brew install --cask libreoffice
Or say where it is: SOFFICE=/path/to/soffice make test"""


def libreoffice() -> str:
    """The path of soffice. SystemExit with what to install where there is none."""
    return found_or_installed(installed, PACKAGES, "LibreOffice", MISSING)


def installed() -> str | None:
    """What SOFFICE says, or what lies on the path, if it has all parts."""
    given = os.environ.get("SOFFICE")
    return given or next((path for path in map(shutil.which, NAMES) if path and _is_whole(path)), None)


def _is_whole(path: str) -> bool:
    home = Path(path).resolve().parent
    return not (home / "soffice.bin").exists() or all((home.parent / "share/registry" / part).exists() for part in PARTS)

