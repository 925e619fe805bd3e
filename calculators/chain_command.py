"""The effektkedja on the command line: a file or indented lines in; a picture, slides, a table, words or questions out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, TextIO

from calculators.chain.formats import Opened, opened, opened_bytes
from calculators.chain.formats.safe_xml import LARGEST
from calculators.chain.kinds import RIKTNINGAR
from calculators.chain.layout import FORMS
from calculators.fault import Fault, Rejected
from calculators.views.chain.files import EXPORTS, exported


def add_to(commands: Any) -> None:
    """The command `chain` among the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "chain", help="en effektkedja som bild, text, tabell eller frågor"
    )
    parser.add_argument("file", help="JSON, SVG, draw.io, Mermaid, CSV eller indragna rader; - läser från standard in")
    parser.add_argument("--out", choices=EXPORTS, default="text", help="vad den ska bli")
    parser.add_argument("--form", choices=FORMS, default="bred", help="bildens form")
    parser.add_argument("--goals", choices=("hoger", "vanster"), default="", help=" eller ".join(RIKTNINGAR.values()))
    parser.add_argument("--to", metavar="FIL", help="skriv till en fil i stället för till standard ut")


def run(asked: argparse.Namespace, given: TextIO, shown: TextIO) -> int:
    """Write what was asked for. Raises Rejected for what can't be read."""
    found = _opened(asked.file, given)
    for note in found.anmarkningar:
        sys.stderr.write(f"{note}\n")
    content = exported(found.kedja, asked.out, asked.form, asked.goals)
    if asked.to:
        _write(Path(asked.to), content)
    elif EXPORTS[asked.out].media.startswith("application/vnd."):
        shown.flush()
        shown.buffer.write(content)
    else:
        shown.write(content.decode())
    return 0


def _opened(name: str, given: TextIO) -> Opened:
    if name == "-":
        return opened(given.read(LARGEST + 1))
    try:
        with Path(name).open("rb") as file:
            return opened_bytes(file.read(4 * LARGEST + 1))
    except OSError:
        raise Rejected(
            [Fault("E_FIL", "file", f"Filen {name} går inte att öppna. Se efter vad den heter och var den ligger.")]
        ) from None


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError:
        raise Rejected([Fault("E_FIL", "to", f"Det går inte att skriva till {target}. Välj en annan fil.")]) from None
