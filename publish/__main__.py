"""python -m publish runtime | site | serve | chromium"""

import sys

from publish.command import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
