"""A real browser for the tests: an installed Chromium, or Debian's where we may install it."""

from __future__ import annotations

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = """No Chromium was found. The tests run in a real browser. Install one and try again:
  Debian, Ubuntu:  sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS:           brew install --cask chromium
Or say where it is: CHROMIUM=/path/to/chromium make test"""


def chromium() -> str:
    """The path of a browser. SystemExit with what to install where there is none."""
    found = installed() or _from_debian()
    if not found:
        raise SystemExit(MISSING)
    return found


def installed() -> str | None:
    """What CHROMIUM says, or what lies on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def _from_debian() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Installing Debian's Chromium …", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
        check=False,
        stdout=subprocess.DEVNULL,
    )
    return installed()
