"""The headers of the published site, in one file that the local server and a static host read alike: site/_headers."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from pathlib import Path

INLINE = re.compile(r"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.S)
FOREVER = "public, max-age=31536000, immutable"
HASHED = re.compile(r"/assets/(?:runtime/.*|.*\.[0-9a-f]{8}\.[a-z0-9.]+)$")

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml", ".xml": "application/xml",
    ".wasm": "application/wasm", ".zip": "application/zip", ".whl": "application/zip", ".woff2": "font/woff2",
    ".png": "image/png", ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".txt": "text/plain; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def policy(site: Path) -> str:
    """The Content-Security-Policy: only our own origin, and the theme's inline scripts by their hash."""
    hashes = sorted(
        {
            _hash(code)
            for page in site.rglob("*.html")
            for about, code in INLINE.findall(page.read_text(encoding="utf-8"))
            if "json" not in about
        }
    )
    framing = os.environ.get("FRAME_ANCESTORS", "'self'")
    return "; ".join((
        "default-src 'none'", f"script-src 'self' 'wasm-unsafe-eval' {' '.join(hashes)}".strip(), "style-src 'self'",
        "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
        "base-uri 'none'", "form-action 'self'", "object-src 'none'", f"frame-ancestors {framing}",
    ))  # fmt: skip


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def write_headers(site: Path) -> None:
    """The rules, first for every address, then for the files that never change."""
    hashed = sorted(
        f"/{p.relative_to(site).as_posix()}"
        for p in site.rglob("*")
        if p.is_file() and HASHED.search(f"/{p.relative_to(site)}")
    )
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy(site)}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "  Cross-Origin-Opener-Policy: same-origin",
        "  Cache-Control: no-cache",
    ]
    for address in hashed:
        lines += [address, f"  Cache-Control: {FOREVER}"]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")


def headers_of(site: Path) -> dict[str, dict[str, str]]:
    """The rules of site/_headers: address → headers."""
    rules: dict[str, dict[str, str]] = {}
    current: dict[str, str] = {}
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            current = rules.setdefault(line.strip(), {})
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            current[name] = value
    return rules


def nginx(site: Path) -> str:
    """A server block for nginx with the same headers, types and precompressed files."""
    rules = headers_of(site)
    common = "\n".join(
        f'    add_header {name} "{value}" always;' for name, value in rules["/*"].items() if name != "Cache-Control"
    )
    types: dict[str, list[str]] = {}
    for ending, kind in TYPES.items():
        types.setdefault(kind.split(";")[0], []).append(ending[1:])
    known = "\n".join(f"        {kind} {' '.join(endings)};" for kind, endings in types.items())
    return NGINX.replace("COMMON", common).replace("FOREVER", FOREVER).replace("TYPES", known)


NGINX = """# nginx 1.18 or newer. Put the folder site/ at /srv/nyttokalkyl.
# Brotli needs the module ngx_brotli; gzip_static is part of most builds of nginx.
map $uri $nyttokalkyl_cache {
    default "no-cache";
    "~^/assets/(runtime/.*|.*\\.[0-9a-f]{8}\\.[a-z0-9.]+)$" "FOREVER";
}
server {
    listen 8080;
    root /srv/nyttokalkyl;
    absolute_redirect off;
    charset utf-8;
    charset_types text/css text/plain text/javascript;
    default_type application/octet-stream;
    types {
TYPES
    }
    gzip_static on;
    gzip_vary on;
    # brotli_static on;
    error_page 404 /404.html;
COMMON
    add_header Cache-Control $nyttokalkyl_cache always;
    location = /_headers { return 404; }
}
"""
