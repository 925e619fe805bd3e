"""python -m publish runtime | site | serve | edit | chromium | libreoffice | kalkylmallar | nginx | addresses | lix"""

import sys

from publish.command import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
