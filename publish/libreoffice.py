"""LibreOffice Calc for the tests that recalculate spreadsheets: an installed one, or Debian's where we may install it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("soffice", "libreoffice")
MISSING = """No LibreOffice Calc was found. The tests recalculate spreadsheets with it. Install it and try again:
  Debian, Ubuntu:  sudo apt-get install libreoffice-calc
  Fedora:          sudo dnf install libreoffice-calc
  macOS:           brew install --cask libreoffice
Or say where it is: SOFFICE=/path/to/soffice make test"""


def libreoffice() -> str:
    """The path of soffice. SystemExit with what to install where there is none."""
    found = installed() or _from_debian()
    if not found:
        raise SystemExit(MISSING)
    return found


def installed() -> str | None:
    """What SOFFICE says, or what lies on the path, if it can open spreadsheets."""
    given = os.environ.get("SOFFICE")
    return given or next((path for path in map(shutil.which, NAMES) if path and _has_calc(path)), None)


def _has_calc(path: str) -> bool:
    """Debian has soffice without Calc where only the word processor is installed."""
    home = Path(path).resolve().parent
    return not (home / "soffice.bin").exists() or (home / "libsclo.so").exists()


def _from_debian() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Installing Debian's LibreOffice Calc …", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc"],
        check=False,
        stdout=subprocess.DEVNULL,
    )
    return installed()
