"""Python code run inside Pyodide in Node: the same interpreter as in the reader's browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from publish import CACHE, ROOT


class NodeFailed(RuntimeError):
    """The code raised, or Node did."""


def run_in_pyodide(
    code: str,
    *,
    name: str,
    wheels: Sequence[Path] = (),
    folders: Mapping[str, Path] | None = None,
    path: Sequence[str] = (),
    args: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    stdlib: Path | None = None,
    quiet: bool = True,
) -> str:
    """The value of the code's last expression, as text. `name` names the job's file in the cache."""
    job = {
        "code": code, "wheels": [str(w) for w in wheels], "folders": {at: str(f) for at, f in (folders or {}).items()},
        "path": list(path), "args": list(args), "env": dict(env or {}), "stdlib": str(stdlib) if stdlib else None,
    }  # fmt: skip
    file = CACHE / "jobs" / f"{name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(job), encoding="utf-8")
    done = subprocess.run(
        ["node", "publish/pyodide.mjs", str(file)],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if quiet else None,
    )
    if not quiet:
        print(done.stdout, end="")
    if done.returncode:
        raise NodeFailed(f"{name}: {(done.stderr or '')[-3000:]}\n{done.stdout[-3000:]}")
    return done.stdout.strip().rpartition("\n")[2]
