"""The engine's wheel: the package with compiled templates, and of Jinja2 and MarkupSafe what the engine uses."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from publish import CACHE, EPOCH, ROOT

STAGE = CACHE / "engine"
VENDORED = ("jinja2", "markupsafe")  # no wheel for the browser is published; MarkupSafe runs without its C part
# What no page needs: the command line, and what is compiled or fetched by itself.
ELSEWHERE = (
    "__pycache__", "templates", "workbook", "__main__.py", "commands.py", "chain_command.py", "cores.py", "kommando.py", "lasning.py",
    "losare.py",
)  # fmt: skip
PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "nyttokalkyl"
version = "{version}"
[tool.hatch.build]
artifacts = ["*"]
[tool.hatch.build.targets.wheel]
packages = ["calculators", "jinja2", "markupsafe"]
"""


def build_wheel(used: Collection[str] | None = None) -> Path:
    """The wheel with sources; with `used`, only those modules of the vendored packages."""
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(
        ROOT / "calculators", STAGE / "calculators", ignore=shutil.ignore_patterns(*ELSEWHERE)
    )
    subprocess.run(
        [sys.executable, "-m", "calculators.views.compile", str(STAGE / "calculators/views/compiled")],
        cwd=ROOT,
        check=True,
    )
    for package in VENDORED:
        _vendor(package, used)
    from calculators import VERSION

    (STAGE / "pyproject.toml").write_text(PROJECT.format(version=VERSION), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(STAGE / "dist")],
        cwd=STAGE,
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return next((STAGE / "dist").glob("*.whl"))


def _vendor(package: str, used: Collection[str] | None) -> None:
    folder = Path(str(importlib.import_module(package).__file__)).parent
    for source in sorted(folder.glob("*.py")):
        module = package if source.stem == "__init__" else f"{package}.{source.stem}"
        if used is None or module in used:
            (STAGE / package).mkdir(exist_ok=True)
            shutil.copy(source, STAGE / package / source.name)
    for stand_in in sorted((ROOT / "publish/jinja").glob("[!_]*.py")) if package == "jinja2" else ():
        shutil.copy(stand_in, STAGE / package / stand_in.name)
    for licence in (folder.parent).glob(f"{package}-*.dist-info/**/LICENSE*"):
        shutil.copy(licence, STAGE / package / "LICENSE.txt")
