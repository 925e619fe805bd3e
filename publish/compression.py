"""Every file that gains by it, compressed once and for all: .br and .gz beside it. Kept by content between builds."""

from __future__ import annotations

import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from publish import CACHE

# Already packed formats are left alone; the runtime's archives are stored, not packed, so that they gain here.
ENDINGS = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".wasm", ".zip", ".whl", ".txt"}
KEPT = CACHE / "compressed"


def compress(site: Path) -> None:
    """Write name.br and name.gz for each file."""
    KEPT.mkdir(parents=True, exist_ok=True)
    files = [p for p in site.rglob("*") if p.suffix in ENDINGS and p.is_file()]
    with ThreadPoolExecutor() as pool:
        list(pool.map(_compress, files))


def _compress(file: Path) -> None:
    content = file.read_bytes()
    key = hashlib.sha256(content).hexdigest()
    for ending, packer in (("br", _brotli), ("gz", _gzip)):
        kept = KEPT / f"{key}.{ending}"
        if not kept.is_file():
            kept.write_bytes(packer(content))
        file.with_name(f"{file.name}.{ending}").write_bytes(kept.read_bytes())


def _brotli(content: bytes) -> bytes:
    packed: bytes = brotli.compress(content, quality=11, lgwin=24)
    return packed


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
