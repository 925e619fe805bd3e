"""A real browser for the tests: an installed Chromium, or Debian's where we may install it."""

from __future__ import annotations

import os
import shutil

from publish.debian import found_or_installed

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = """No Chromium was found. The tests run in a real browser. Install one and try again:
  Debian, Ubuntu:  sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS:           brew install --cask chromium
Or say where it is: CHROMIUM=/path/to/chromium make test"""


def chromium() -> str:
    """The path of a browser. SystemExit with what to install where there is none."""
    return found_or_installed(installed, ("chromium",), "Chromium", MISSING)


def installed() -> str | None:
    """What CHROMIUM says, or what lies on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)

