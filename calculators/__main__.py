"""The command line: python -m calculators list | describe ID | answer ID | answer --lines."""

from __future__ import annotations

import sys

from calculators.commands import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], sys.stdin, sys.stdout))
