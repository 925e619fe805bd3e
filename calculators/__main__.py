"""The command line: python -m calculators list | describe ID | answer ID | answer --lines."""

from __future__ import annotations

import sys

from calculators.commands import run

if __name__ == "__main__":
    for stream in (sys.stdin, sys.stdout):  # whatever the terminal's locale; bytes that are no text are no crash
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:], sys.stdin, sys.stdout))
