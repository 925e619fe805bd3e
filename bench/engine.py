"""The engine on the desk: calculations a second through the command line."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from bench.documents import nyttokalkyl
from bench.row import Row

LINES, RUNS, SIZE = 4000, 5, 40


def rows() -> Iterator[Row]:
    """`answer --lines`, start of the program included."""
    line = json.dumps({"calculator": "nyttokalkyl", "input": nyttokalkyl(SIZE)}) + "\n"
    speeds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "calculators", "answer", "--lines"],
            input=line * LINES,
            text=True,
            capture_output=True,
            check=True,
        )
        speeds.append(LINES / (time.perf_counter() - start))
        assert done.stdout.count("\n") == LINES
    yield Row(
        "answer --lines, 40 rows, CPython",
        f"{statistics.median(speeds):.0f}/s",
        "≥ 1000/s",
        f"n={RUNS}, {min(speeds):.0f}–{max(speeds):.0f}, {LINES} lines each",
    )
