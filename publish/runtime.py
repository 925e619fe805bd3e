"""The browser's Python: Pyodide's core, a trimmed and byte-compiled standard library, and the engine's wheel.

Byte code must come from the very Python that runs it, so pyodide-build's own py-compile runs inside Pyodide in Node:
one way on every machine, whichever Python it has.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from publish import CACHE, EPOCH, NODE_MODULES, ROOT
from publish.libraries import bundle
from publish.node import run_in_pyodide
from publish.wheel import build_wheel
from publish.workbook import archive

PYODIDE = NODE_MODULES / "pyodide"
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
TARGET = ROOT / "docs/assets/runtime"
ADDRESS = ROOT / "docs/assets/javascripts/runtime.js"
# What Pyodide itself imports when something goes wrong, or on the way in, and a run of the engine may not meet.
ALWAYS = (
    "traceback", "_decimal", "encodings.cp437", "numbers",
    "linecache", "tokenize", "zipfile", "webbrowser", "asyncio",
    "encodings.utf_16_le", "encodings.utf_16", "encodings.utf_8_sig", "encodings.cp1252",  # of spreadsheets
)  # fmt: skip

OURS = ROOT / "publish/python"  # modules that the library gets, or has in the place of its own
LAST = {"dataclasses.py": b"\n\nimport methods_when_used\n"}  # what stands last in a module

USED = """
import json, sys
from publish.exercise import everything
everything()
json.dumps(sorted(m for m in sys.modules if not m.startswith(("calculators", "publish"))))
"""
COMPILE = f"""
import json, time
time.time = lambda: {EPOCH}.0  # the date of the archive's members
from pathlib import Path
from pyodide_build._py_compile import _py_compile_archive_dir
json.dumps(_py_compile_archive_dir(Path("/work"), keep=False, verbose=False, compression_level=0))
"""


def build() -> None:
    """Make the runtime, unless what it is made of is unchanged."""
    stamp, now = CACHE / "runtime.stamp", _digest(_inputs(), ROOT)
    if stamp.is_file() and stamp.read_text() == now and ADDRESS.is_file() and any(TARGET.glob("*/*.whl")):
        return
    print("Building the runtime …", flush=True)
    library, wheel = _for_browsers(CACHE / "python_stdlib.zip"), build_wheel()
    folders = {"/src/publish": ROOT / "publish"}
    used = json.loads(run_in_pyodide(USED, name="used", stdlib=library, wheels=[wheel], folders=folders, path=["/src"]))
    work = CACHE / "runtime"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copy(build_wheel(used), work)
    archive(work, next(work.glob("*.whl")), library, {*used, *ALWAYS})
    _trimmed(library, work / "python_stdlib.zip", {*used, *ALWAYS})
    _lock(work)
    run_in_pyodide(
        COMPILE,
        name="compile",
        folders={"/work": work, "/tools": _pyodide_build()},
        path=["/tools"],
        args=["-OO"],
        env={"SOURCE_DATE_EPOCH": EPOCH, "PYTHONNODEBUGRANGES": "1"},
    )
    _without_record(work)
    _publish(work)
    stamp.write_text(now)


def _inputs() -> Iterable[Path]:
    yield ROOT / "package-lock.json"
    yield ROOT / "uv.lock"
    for folder in ("calculators", "publish"):
        yield from sorted(p for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def _digest(files: Iterable[Path], root: Path | None = None) -> str:
    """A digest of what the files hold and are called; with `root`, also of where they lie under it."""
    seen = hashlib.sha256()
    for file in files:
        name = file.relative_to(root).as_posix() if root else file.name
        seen.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return seen.hexdigest()[:12]


def _for_browsers(target: Path) -> Path:
    """The whole standard library of Pyodide, with what is ours in it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    ours = {file.relative_to(OURS).as_posix(): file.read_bytes() for file in OURS.rglob("*.py")}
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as given, zipfile.ZipFile(target, "w") as made:
        for name in sorted({*given.namelist(), *ours}):
            text = ours[name] if name in ours else given.read(name)
            made.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text + LAST.get(name, b""))
    return target


def _trimmed(source: Path, target: Path, used: Iterable[str]) -> None:
    """The standard library with only the modules that are used, still as source."""
    kept = set(used)
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as made:
        for member in given.infolist():
            module = member.filename.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            if member.filename.endswith(".py") and module in kept:
                made.writestr(member, given.read(member))


def _lock(work: Path) -> None:
    """pyodide-lock.json with the engine's wheel and its hash, and nothing else."""
    known = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    pin = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"]
    lock = work / "pyodide-lock.json"
    # pyodide-lock wants a version where the file of the npm package has none.
    lock.write_text(json.dumps({"info": {"version": pin, **known["info"]}, "packages": {}}), encoding="utf-8")
    made = add_wheels_to_spec(PyodideLockSpec.from_json(lock), list(work.glob("*.whl")), base_path=work)
    made.to_json(lock)
    lock.write_text(json.dumps({**json.loads(lock.read_text()), "info": known["info"]}, indent=1), encoding="utf-8")


def _without_record(work: Path) -> None:
    """The wheel without its list of files and their digests, which only an installer reads, and the lock file's new hash of it."""
    (wheel,) = work.glob("*.whl")
    with zipfile.ZipFile(wheel) as given:
        members = [(member, given.read(member)) for member in given.infolist() if not member.filename.endswith("/RECORD")]
    with zipfile.ZipFile(wheel, "w") as made:
        for member, data in members:
            made.writestr(member, data)
    file = work / "pyodide-lock.json"
    lock = json.loads(file.read_text(encoding="utf-8"))
    lock["packages"]["nyttokalkyl"]["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
    file.write_text(json.dumps(lock, indent=1), encoding="utf-8")


def _pyodide_build() -> Path:
    """pyodide-build as published, for the Python inside Pyodide."""
    wanted = ROOT / "publish/pyodide-build.txt"
    target = CACHE / f"pyodide-build-{_digest([wanted])}"
    if not target.is_dir():
        uv = shutil.which("uv") or str(ROOT / ".tools/bin/uv")
        subprocess.run(
            [
                uv,
                "pip",
                "install",
                "--quiet",
                "--target",
                f"{target}.part",
                "--python-version",
                "3.13",
                "--no-deps",
                "--require-hashes",
                "--python",
                sys.executable,
                "-r",
                str(wanted),
            ],
            check=True,
        )
        Path(f"{target}.part").rename(target)
    return target


def _publish(work: Path) -> None:
    """Copy to addresses that hold the digest of what lies there, and write them down for the worker."""
    core = [PYODIDE / name for name in CORE] + [work / "python_stdlib.zip"]
    engine = sorted(work.glob("*.whl"))
    lock = json.loads((work / "pyodide-lock.json").read_text(encoding="utf-8"))
    homes = {}
    for name, files in (("pyodide", core), ("engine", engine), ("office", bundle()), ("workbook", [work / "workbook.zip"])):
        home = TARGET / f"{name}-{_digest(files)}"
        home.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copyfile(file, home / file.name)
        homes[name] = f"../runtime/{home.name}/"
    books = work / "workbook.zip"
    ADDRESS.write_text(
        "// Generated: where the browser's Python lies, and which packages it may load.\n"
        f"export const RUNTIME = {{\n  pyodide: new URL({json.dumps(homes['pyodide'])}, import.meta.url).href,\n"
        f"  engine: new URL({json.dumps(homes['engine'])}, import.meta.url).href,\n"
        f"  office: new URL({json.dumps(homes['office'])}, import.meta.url).href,\n"
        f"  extra: {{ workbook: {{ url: new URL({json.dumps(homes['workbook'] + books.name)}, import.meta.url).href, "
        f"sha256: {json.dumps(hashlib.sha256(books.read_bytes()).hexdigest())} }} }},\n  lock: {json.dumps(lock)}\n}}\n",
        encoding="utf-8",
    )
    for name in ("idiomorph.esm.js", "idiomorph.d.ts"):
        shutil.copyfile(NODE_MODULES / "idiomorph/dist" / name, ADDRESS.parent / name.replace(".esm", ""))
    for old in {folder.name for folder in TARGET.iterdir()} - {Path(home).name for home in homes.values()}:
        shutil.rmtree(TARGET / old)
