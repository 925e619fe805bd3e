"""The published site on this machine, with the headers, types and compression of production."""

from __future__ import annotations

import email.utils
import hashlib
import http.server
import sys
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from publish import SITE
from publish.headers import TYPES, headers_of

ENCODINGS = (("br", "br"), ("gzip", "gz"))


class Handler(http.server.BaseHTTPRequestHandler):
    """GET and HEAD of the files under `site`."""

    protocol_version = "HTTP/1.1"
    site: Path = SITE
    rules: ClassVar[dict[str, dict[str, str]]] = {}

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        address = unquote(urlsplit(self.path).path)
        file = self._file(address)
        if file is not None and file.is_dir():
            self._redirect(address)
            return
        status = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND
        file = file or self.site / "404.html"
        packed, encoding = self._packed(file)
        content = packed.read_bytes()
        mark = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        if status == HTTPStatus.OK and self.headers.get("If-None-Match") == mark:
            status, content = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        for name, value in self._rules(address).items():
            self.send_header(name, value)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("ETag", mark)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Last-Modified", email.utils.formatdate(file.stat().st_mtime, usegmt=True))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if body:
            self.wfile.write(content)

    def _file(self, address: str) -> Path | None:
        """The file at an address; a folder that lacks its slash; None where there is nothing."""
        try:
            file = (self.site / address.lstrip("/")).resolve()
            if not file.is_relative_to(self.site.resolve()) or file.name == "_headers":
                return None
            if file.is_dir():
                return file / "index.html" if address.endswith("/") and (file / "index.html").is_file() else file
            return file if file.is_file() else None
        except (OSError, ValueError):  # a name that no file can have: too long, or with a zero in it
            return None

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"/{address.strip('/')}/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _packed(self, file: Path) -> tuple[Path, str]:
        accepted = self.headers.get("Accept-Encoding", "")
        for encoding, ending in ENCODINGS:
            packed = file.with_name(f"{file.name}.{ending}")
            if encoding in accepted and packed.is_file():
                return packed, encoding
        return file, ""

    def _rules(self, address: str) -> dict[str, str]:
        return {**self.rules.get("/*", {}), **self.rules.get(address, {})}

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the reader of the terminal wants the address, not every file."""


class Server(http.server.ThreadingHTTPServer):
    """A reader who closes the page in the middle of a file is no error."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server(port: int, site: Path = SITE) -> http.server.ThreadingHTTPServer:
    """A server of the built site; port 0 takes a free one."""
    handler = type("SiteHandler", (Handler,), {"site": site, "rules": headers_of(site)})
    return Server(("127.0.0.1", port), handler)


def serve(port: int) -> None:
    """Serve until somebody presses Ctrl+C."""
    with server(port) as running:
        print(f"Nyttokalkyl: http://127.0.0.1:{running.server_address[1]}/  (Ctrl+C to stop)", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
