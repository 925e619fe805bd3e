"""The register of benefits on the command line: time for 1 000 calculations, and memory for more and more of them."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.documents import nyttokalkyl
from bench.row import Row

SIZES = (100, 1_000, 10_000)
ROWS = 40
MEASURE = """
import resource, sys
from calculators.commands import run
run(sys.argv[1:], sys.stdin, sys.stderr)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def rows() -> Iterator[Row]:
    """The time and the most memory of the process that writes, for each number of files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = written(Path(folder), max(SIZES))
        for size in SIZES:
            seconds, memory = measured(paths[:size], Path(folder) / "register.xlsx")
            bar = "20 s" if size == 1_000 else ""
            yield Row(f"register, {size} files of {ROWS} rows to xlsx", f"{seconds:.1f} s", bar, "once, command line")
            yield Row(f"  most memory, {size} files", f"{memory} MB", "flat", "the process that writes")


def written(folder: Path, size: int) -> list[str]:
    """As many saved calculations, each with a name and figures of its own."""
    paths = []
    for n in range(size):
        kalkyl = {**nyttokalkyl(ROWS), "namn": f"Kalkyl {n}", "organisation": f"Kommun {n % 290}"}
        kalkyl["nyttor"][0]["faktor"] = [n / size, 1, 1, 1, 1, 1]
        path = folder / f"{n}.json"
        path.write_text(json.dumps({"version": 2, "calculator": "nyttokalkyl", "kalkyl": kalkyl}), encoding="utf-8")
        paths.append(str(path))
    return paths


def measured(paths: list[str], target: Path) -> tuple[float, int]:
    """Seconds and MB of one register."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, "register", *paths, "-o", str(target)],
        check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.getcwd()},
    )  # fmt: skip
    return time.perf_counter() - start, int(done.stdout)
