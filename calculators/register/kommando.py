"""`python -m calculators register FIL … -o register.xlsx`: the register, and what a budget or a number of hours buys."""

from __future__ import annotations

import argparse
import importlib.util
from contextlib import ExitStack
from typing import Any, TextIO

from calculators.register.arbetsbok import Arbetsbok
from calculators.register.lasning import SHORT, Facit, Mottagare, read_file, read_files, register
from calculators.register.losare import best
from calculators.register.portfolj import MOST, choose, in_words
from calculators.register.post import Post, candidate
from calculators.register.textfil import Textfil
from calculators.swedish import counted
from calculators.wire import encode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("filer", nargs="+", metavar="FIL", help="sparade kalkyler (.json)")
    parser.add_argument(
        "-o", "--ut", metavar="FIL", help="register.xlsx eller register.csv; utan den bara summorna, som JSON"
    )
    parser.add_argument("--budget", type=float, metavar="KR", help="vad ryms inom en budget? fler än 25 kalkyler kräver SciPy")
    parser.add_argument("--timmar", type=float, metavar="H", help="vad ryms inom ett antal satsade timmar?")
    parser.add_argument(
        "--mal", choices=("pengar", "timmar"), default="pengar", help="det som ska bli så mycket som möjligt"
    )
    parser.add_argument("--med", nargs="*", default=[], metavar="FIL", help="måste vara med")
    parser.add_argument(
        "--inte-bada", nargs=2, action="append", default=[], metavar="FIL", help="två som utesluter varandra"
    )


def run(asked: argparse.Namespace, shown: TextIO) -> int:
    """Write the register and tell what it came to; 2 when some file could not be read or the choice has no answer."""
    if asked.budget is not None or asked.timmar is not None:
        return _choose(asked, shown)
    with ExitStack() as open_files:
        facit = register(read_files(asked.filer, len(asked.filer) >= SHORT), _receiver(asked.ut, open_files))
    shown.write(encode(told(facit), indent=2) + "\n")
    return 2 if facit.olasta else 0


def _receiver(path: str | None, open_files: ExitStack) -> Mottagare | None:
    if path is None:
        return None
    if path.lower().endswith(".csv"):
        return Textfil(open_files.enter_context(open(path, "w", encoding="utf-8", newline="")))
    return open_files.enter_context(Arbetsbok(path))


def told(facit: Facit) -> dict[str, Any]:
    """The register in brief."""
    alla = facit.summor.alla
    return {
        "kalkyler": facit.summor.poster,
        "rader": alla.rader,
        "budget": {
            "nyttor": alla.budget["nytta"].value,
            "kostnader": alla.budget["kostnad"].value,
            "netto": alla.budget_netto,
        },
        "timmar": {
            "frigjorda": alla.timmar["nytta"].value,
            "satsade": alla.timmar["kostnad"].value,
            "netto": alla.timmar_netto,
        },
        "kvalitet": dict(alla.storlekar),
        "omfordelning_utan_timmar": alla.utan_timmar,
        "fragor": facit.fragor,
        "inte_inlasta": [{"fil": one.fil, "varfor": one.varfor} for one in facit.olasta],
    }


def _choose(asked: argparse.Namespace, shown: TextIO) -> int:
    resurs, ram = ("pengar", asked.budget) if asked.budget is not None else ("timmar", asked.timmar)
    found = [read_file(path) for path in asked.filer]
    poster = [post for post in found if isinstance(post, Post)]
    kandidater = [candidate(post, post.fil, resurs, asked.mal) for post in poster]
    solver = best if importlib.util.find_spec("scipy") else None
    val = choose(kandidater, ram, asked.med, [tuple(pair) for pair in asked.inte_bada], solver)
    for words in in_words(val, kandidater, ram, resurs, asked.mal):
        shown.write(f"{words}\n")
    if solver is None and len(kandidater) > MOST:
        shown.write("Fler går att välja mellan när SciPy är installerat: uv sync --group portfolj.\n")
    if len(poster) < len(found):
        shown.write(f"{counted(len(found) - len(poster), 'fil', 'filer')} gick inte att läsa in.\n")
    return 2 if val.hinder or len(poster) < len(found) else 0
