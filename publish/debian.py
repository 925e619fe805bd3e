"""Programs that the tests need beside Python and Node: from Debian, where we are allowed to install them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence


def found_or_installed(installed: Callable[[], str | None], packages: Sequence[str], name: str, missing: str) -> str:
    """The path of an installed program, or of Debian's. SystemExit with `missing`, what to install, where there is none."""
    path = installed()
    if not path and _install(packages, name):
        path = installed()
    if not path:
        raise SystemExit(missing)
    return path


def _install(packages: Sequence[str], name: str) -> bool:
    """Whether there was anything to try: only root may, and only where there is apt."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing Debian's {name} …", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False, stdout=subprocess.DEVNULL
    )
    return True
