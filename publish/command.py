"""What `python -m publish` can do."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path


def run(arguments: Sequence[str]) -> int:
    """One command. Its own modules are imported when it is asked for."""
    parser = argparse.ArgumentParser(prog="python -m publish")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("runtime", help="the browser's Python and the engine's wheel")
    commands.add_parser("site", help="the whole site, ready to be put on a host")
    serving = commands.add_parser("serve", help="the built site at http://127.0.0.1:PORT")
    serving.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    editing = commands.add_parser("edit", help="live reload for writers")
    editing.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    commands.add_parser("chromium", help="the path of a browser for the tests")
    commands.add_parser("libreoffice", help="the path of soffice for the tests, which recalculate spreadsheets")
    templates = commands.add_parser("kalkylmallar", help="the templates as spreadsheets, into a folder")
    templates.add_argument("folder", type=Path)
    commands.add_parser("nginx", help="a server block for nginx with the headers of this build")
    commands.add_parser("addresses", help="promise that the addresses of the built site stay")
    reading = commands.add_parser("lix", help="how easily each built page is read")
    reading.add_argument("--site", type=Path, default=None)
    asked = parser.parse_args(arguments)
    COMMANDS[asked.command](asked)
    return 0


def _runtime(asked: argparse.Namespace) -> None:
    from publish import runtime

    runtime.build()


def _site(asked: argparse.Namespace) -> None:
    from publish.build import build

    build()


def _serve(asked: argparse.Namespace) -> None:
    from publish.server import serve

    serve(asked.port)


def _edit(asked: argparse.Namespace) -> None:
    from publish import runtime
    from publish.build import mkdocs

    runtime.build()
    mkdocs("serve", "--livereload", "--no-strict", "--dev-addr", f"127.0.0.1:{asked.port}", STOP_AT_FAULTS="false")


def _chromium(asked: argparse.Namespace) -> None:
    from publish.chromium import chromium

    print(chromium())


def _libreoffice(asked: argparse.Namespace) -> None:
    from publish.libreoffice import libreoffice

    print(libreoffice())


def _kalkylmallar(asked: argparse.Namespace) -> None:
    from publish.kalkylmallar import write

    for file in write(asked.folder):
        print(file)


def _nginx(asked: argparse.Namespace) -> None:
    from publish import SITE
    from publish.headers import nginx

    print(nginx(SITE))


def _lix(asked: argparse.Namespace) -> None:
    from publish import SITE
    from publish.readability import table

    print(table(asked.site or SITE))


def _addresses(asked: argparse.Namespace) -> None:
    from publish import SITE
    from publish.addresses import FILE, keep

    print(f"{keep(SITE)} new addresses in {FILE}")


COMMANDS = {
    "runtime": _runtime,
    "site": _site,
    "serve": _serve,
    "edit": _edit,
    "chromium": _chromium,
    "libreoffice": _libreoffice,
    "kalkylmallar": _kalkylmallar,
    "nginx": _nginx,
    "addresses": _addresses,
    "lix": _lix,
}
