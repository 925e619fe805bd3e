"""The command line: python -m calculators list | describe | answer | chain | workbook | register: see --help."""

from __future__ import annotations

import sys

from calculators.commands import run

if __name__ == "__main__":
    for stream in (sys.stdin, sys.stdout):  # whatever the terminal's locale; bytes that are no text are no crash
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        code = run(sys.argv[1:], sys.stdin, sys.stdout)
        sys.stdout.flush()
    except (BrokenPipeError, KeyboardInterrupt):  # whoever asked has seen enough
        sys.stdout = None
        code = 1
    sys.exit(code)
