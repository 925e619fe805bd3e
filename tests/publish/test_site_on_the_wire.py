"""The built site as a browser gets it: types, compression, cache, policy; the same rules in nginx and on a static host."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import json
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from publish import ROOT, SITE
from publish.headers import headers_of, nginx, policy
from publish.names import digest
from publish.runtime import TARGET
from publish.server import server
from publish.wheel import build_wheel

Answer = tuple[int, dict[str, str], bytes]
HASHED = [p for p in SITE.rglob("*") if re.search(r"\.[0-9a-f]{8}\.(css|js|woff2|svg)$", p.name)]


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with server(0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running.server_address[1]
        running.shutdown()


def ask(port: int, address: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    found = connection.getresponse()
    body = found.read()
    connection.close()
    return found.status, {name.lower(): value for name, value in found.getheaders()}, body


def addresses(pattern: str) -> list[str]:
    return [f"/{p.relative_to(SITE).as_posix()}" for p in sorted(SITE.rglob(pattern))]


def test_pages_are_html_in_utf8_and_asked_for_anew_each_time(port: int) -> None:
    status, headers, body = ask(port, "/")
    assert (status, headers["content-type"], headers["cache-control"]) == (200, "text/html; charset=utf-8", "no-cache")
    assert "Räkna på nyttor" in body.decode()


def test_a_page_waits_for_one_stylesheet_of_ours_that_holds_them_all(port: int) -> None:
    _, _, body = ask(port, "/metod/rakna/")
    (ours,) = re.findall(r'href="\.\./\.\.(/assets/stylesheets/nyttokalkyl\.[0-9a-f]{8}\.css)"', body.decode())
    assert len(re.findall(r'rel="stylesheet"', body.decode())) == 3  # the theme has two
    sent = ask(port, ours)[2].decode()
    for style in (ROOT / "docs/assets/stylesheets").glob("*.css"):
        rules = re.sub(r"url\([^)]*\)", "", style.read_text(encoding="utf-8"))
        assert rules in re.sub(r"url\([^)]*\)", "", sent), style.name


@pytest.mark.parametrize(
    ("pattern", "type"),
    [("*.wasm", "application/wasm"), ("*.js", "text/javascript; charset=utf-8"), ("*.mjs", "text/javascript; charset=utf-8"),
     ("*.css", "text/css; charset=utf-8"), ("*.woff2", "font/woff2"), ("*.whl", "application/zip"), ("*.svg", "image/svg+xml")],
)  # fmt: skip
def test_every_kind_of_file_has_its_type(port: int, pattern: str, type: str) -> None:
    found = addresses(pattern)
    assert found
    for address in found:
        assert ask(port, address, "HEAD")[1]["content-type"] == type, address


def test_what_is_in_the_address_never_changes_and_is_kept_for_a_year(port: int) -> None:
    assert HASHED
    runtime = [p for p in (SITE / "assets/runtime").rglob("*") if p.is_file() and p.suffix not in (".br", ".gz")]
    assert len(runtime) >= 5
    for file in [*HASHED, *runtime]:
        kept = ask(port, f"/{file.relative_to(SITE).as_posix()}", "HEAD")[1]["cache-control"]
        assert kept == "public, max-age=31536000, immutable", file


def test_a_name_holds_the_digest_of_the_content() -> None:
    for file in HASHED:
        if file.suffix != ".js":  # scripts carry one digest together, so that they never mix
            assert digest(file.read_bytes()) in file.name
    assert len({p.name.split(".")[1] for p in HASHED if p.suffix == ".js" and "javascripts" in str(p)} - {"min"}) >= 1


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_packed_file_holds_the_very_file(port: int, encoding: str, unpack: object) -> None:
    assert callable(unpack)
    for address in ["/", *addresses("*.wasm"), *addresses("*.whl"), *addresses("*.css")]:
        plain = ask(port, address)[2]
        status, headers, packed = ask(port, address, Accept_Encoding=encoding)
        assert (status, headers["content-encoding"], headers["vary"]) == (200, encoding, "Accept-Encoding"), address
        assert len(packed) < len(plain)
        assert unpack(packed) == plain


def test_the_policy_lets_nothing_in_but_our_own() -> None:
    said = policy(SITE)
    assert "unsafe-inline" not in said
    assert not re.search(r"(?<!wasm-)unsafe-eval", said)
    assert "'wasm-unsafe-eval'" in said
    assert not re.search(r"https?:|\*", said)
    assert headers_of(SITE)["/*"]["Content-Security-Policy"] == said


def test_no_page_needs_what_the_policy_forbids() -> None:
    for page in SITE.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", text), page
        assert "<style" not in text, page


def test_an_unknown_address_gets_the_swedish_page_and_404(port: int) -> None:
    for address in ("/finns-inte/", "/../pyproject.toml", "/%2e%2e/pyproject.toml", "/_headers", "/%00", f"/{'a' * 5000}"):
        status, headers, body = ask(port, address)
        assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8"), address
        assert 'lang="sv"' in body.decode()


def test_a_folder_without_its_slash_leads_to_the_page(port: int) -> None:
    status, headers, _ = ask(port, "/kalkylatorer/timkostnad")
    assert (status, headers["location"]) == (301, "/kalkylatorer/timkostnad/")
    assert ask(port, "//example.org/kalkylatorer")[0] == 404


def test_an_unchanged_page_is_not_sent_twice(port: int) -> None:
    mark = ask(port, "/")[1]["etag"]
    status, _, body = ask(port, "/", If_None_Match=mark)
    assert (status, body) == (304, b"")


def test_the_worker_finds_the_engine_by_the_lock_file_and_its_hash() -> None:
    (script,) = SITE.glob("assets/javascripts/runtime.*.js")
    text = script.read_text(encoding="utf-8")
    lock = json.loads(text[text.index("lock:") + 5 : text.rindex("}")].strip().rstrip(",").strip())
    package = lock["packages"]["nyttokalkyl"]
    (wheel,) = SITE.glob("assets/runtime/engine-*/*.whl")
    assert wheel.name == package["file_name"]
    assert hashlib.sha256(wheel.read_bytes()).hexdigest() == package["sha256"]
    assert {p.name for p in (SITE / "assets/runtime").iterdir()} == {p.name for p in TARGET.iterdir()}


def test_the_wheel_is_the_same_each_time_it_is_built() -> None:
    first = build_wheel().read_bytes()
    time.sleep(2.1)  # zip archives count in steps of two seconds
    assert build_wheel().read_bytes() == first


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed here")
def test_nginx_gives_the_same_headers(tmp_path: Path, port: int) -> None:
    block = nginx(SITE).replace("/srv/nyttokalkyl", str(SITE)).replace("8080", "127.0.0.1:18089")
    main = f"daemon off; pid {tmp_path}/pid; error_log stderr; events {{}} user root;\nhttp {{ access_log off;\n"
    for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"):
        main += f"{kind}_temp_path {tmp_path}/{kind};\n"
    (tmp_path / "nginx.conf").write_text(f"{main}{block}}}\n")
    running = subprocess.Popen(["nginx", "-c", tmp_path / "nginx.conf", "-p", tmp_path], stderr=subprocess.PIPE)
    try:
        _wait(18089, running)
        (wasm,) = addresses("*.wasm")
        for address in (
            "/",
            "/kalkylatorer/timkostnad/",
            "/finns-inte/",
            wasm,
            addresses("*.woff2")[0],
            *addresses("*.mjs"),
        ):
            ours, theirs = ask(port, address, Accept_Encoding="gzip"), ask(18089, address, Accept_Encoding="gzip")
            assert theirs[0] == ours[0], address
            for name in ("content-security-policy", "x-content-type-options", "cache-control", "referrer-policy"):
                assert theirs[1].get(name) == ours[1][name], (address, name)
            assert theirs[1]["content-type"].split(";")[0] == ours[1]["content-type"].split(";")[0], address
            assert theirs[1].get("content-encoding") == ours[1].get("content-encoding"), address
    finally:
        running.terminate()
        running.wait()


def _wait(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(50):
        if running.poll() is not None:
            raise AssertionError(running.stderr.read().decode() if running.stderr else "nginx stopped")
        try:
            ask(port, "/", "HEAD")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("nginx does not answer")
