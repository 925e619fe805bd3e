"""From engine and pages to the published site: runtime, build, names, headers, compression, and a server."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"
SITE = ROOT / "site"
NODE_MODULES = ROOT / "node_modules"
EPOCH = "1767225600"  # 2026-01-01: the date of every file in an archive, so that the same inputs give the same bytes
