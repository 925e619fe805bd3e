"""What the command line can do. JSON in, JSON out, and chains as files; exit 0, or 2 with every fault. Never a traceback."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

from calculators.cores import in_order
from calculators.fault import Fault, Rejected
from calculators.registry import UnknownCalculator, calculator, calculators, ids
from calculators.saved import LARGEST, Unreadable, parsed, state_of
from calculators.schema import Calculator, Field, Varde, fields_of
from calculators.wire import encode, from_flat, from_json

if TYPE_CHECKING:
    import argparse

AHEAD = 32  # lines read ahead for each core
LONGEST = 50_000_000  # characters of one document


def run(arguments: Sequence[str], given: TextIO, shown: TextIO) -> int:
    """Run one command; the exit code is 0, or 2 when something was wrong with the input."""
    asked = _parser(arguments).parse_args(arguments)
    if asked.command == "chain":
        return _chain(asked, given, shown)
    if asked.command == "register":
        from calculators.register.kommando import run as run_register

        return run_register(asked, shown)
    if asked.command == "list":
        for id, calc in calculators().items():
            shown.write(f"{id}\t{calc.title}\n")
        return 0
    if asked.command == "workbook":
        return convert(asked.file, asked.out, shown)
    if asked.command == "answer" and asked.lines:
        return answer_lines(given, shown)
    if asked.command == "answer" and asked.document:
        return answer_documents(asked.document, shown)
    if asked.command == "answer" and not asked.id:
        reply: dict[str, Any] = _rejected([Fault("E_FALT", "calculator", f"Ange en kalkylator: {', '.join(ids())}.")])
    elif asked.command == "answer":
        reply = answer_text(given.read(LONGEST + 1), asked.id)
    else:
        reply = _guarded(lambda: describe(calculator(asked.id)))
    shown.write(encode(reply, indent=2) + "\n")
    return 2 if "errors" in reply else 0


def _chain(asked: argparse.Namespace, given: TextIO, shown: TextIO) -> int:
    from calculators import chain_command  # chains bring much with them, and the other commands don't need it

    try:
        return chain_command.run(asked, given, shown)
    except Rejected as rejected:
        shown.write(encode(_rejected(rejected.faults), indent=2) + "\n")
        return 2


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    import argparse  # only a desk has a command line; the browser does without

    parser = argparse.ArgumentParser(prog="python -m calculators", description="Nyttokalkyl på kommandoraden.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="alla kalkylatorer")
    one = commands.add_parser("describe", help="in- och utdata för en kalkylator, som JSON")
    one.add_argument("id")
    answer = commands.add_parser("answer", help="räkna: läser JSON, skriver JSON")
    answer.add_argument("id", nargs="?")
    answer.add_argument("--document", nargs="+", metavar="FIL", help="sparade kalkyler: en eller flera JSON-filer")
    answer.add_argument("--lines", action="store_true", help="en beräkning per rad, i ordning")
    from calculators import chain_command

    chain_command.add_to(commands)
    book = commands.add_parser("workbook", help="en nyttokalkyl till kalkylblad (.xlsx), eller ett kalkylblad till nyttokalkyl (.json)")
    book.add_argument("file", metavar="FIL")
    book.add_argument("-o", "--out", metavar="FIL", required=True)
    register = commands.add_parser("register", help="nyttoregister: många sparade kalkyler i en lista")
    if "register" in arguments[:1]:  # what writes workbooks is loaded only when one is asked for
        from calculators.register.kommando import add_arguments

        add_arguments(register)
    return parser


def convert(file: str, out: str, shown: TextIO) -> int:
    """A saved nyttokalkyl as a spreadsheet, or the other way; what there is to say is written as JSON."""
    from calculators.workbook.filer import converted  # its libraries are large, and nothing else needs them

    reply = converted(file, out)
    shown.write(encode(reply, indent=2) + "\n")
    return 2 if "errors" in reply else 0


def answer_lines(given: TextIO, shown: TextIO) -> int:
    """One {"calculator", "input", "options"} a line in, one answer a line out, in order, as it is read.

    Every core takes its share; no more than a few lines a core are held at a time, however long the input is.
    """
    lines = (line for line in given if line.strip())
    with contextlib.closing(in_order(answer_line, lines, AHEAD)) as replies:
        for reply in replies:
            shown.write(reply + "\n")
            shown.flush()
    return 0


def answer_documents(paths: Sequence[str], shown: TextIO) -> int:
    """For each saved document what its page shows, one JSON object a line; exit 2 when one could not be answered."""
    code = 0
    for path in paths:
        reply = {"document": path, **_document_answer(path)}
        code = 2 if "errors" in reply and "output" not in reply else code
        shown.write(encode(reply) + "\n")
    return code


def _document_answer(path: str) -> dict[str, Any]:
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return document_answer(file.read(LARGEST + 1))
    except OSError as error:
        words = f"Filen gick inte att läsa: {error.strerror or 'okänt fel'}."
        return _rejected([Fault("E_FALT", "document", words)])


def document_answer(text: str) -> dict[str, Any]:
    """The answer that a saved document's page shows: `output`, and as `errors` what is missing or has to be mended."""
    try:
        document = parsed(text)
        calc = calculator(str(document["calculator"]))
        read = from_flat(calc, state_of(calc, document).flat)
    except Unreadable as sentence:
        return _rejected([Fault("E_FALT", "document", str(sentence))])
    except UnknownCalculator:
        return _rejected([Fault("E_FALT", "calculator", f"Den kalkylatorn finns inte. Det här finns: {', '.join(ids())}.")])
    told = _rejected(read.faults) if read.faults else {}
    if read.stops:
        return told
    try:
        return {"output": calc.compute(read.inputs), **told}
    except Rejected as rejected:
        return _rejected((*read.faults, *rejected.faults))


def answer_line(line: str) -> str:
    """The answer to one line, as JSON on one line."""
    return encode(answer_text(line, None))


def answer_text(text: str, id: str | None) -> dict[str, Any]:
    """The answer to one JSON text; `id` names the calculator, or the text does."""
    if len(text) > LONGEST:
        return _rejected([Fault("E_TAL", "input", "Dokumentet är större än vi kan läsa. Dela upp det.")])
    try:
        asked = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" på rad {error.lineno}, tecken {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return _rejected([Fault("E_TAL", "input", f"Det här går inte att läsa som JSON{where}.")])
    if not isinstance(asked, dict):
        return _rejected([Fault("E_TAL", "input", 'Skriv ett objekt: {"input": {…}}.')])
    return answer(id or asked.get("calculator"), asked.get("input", {}), asked.get("options"))


def answer(id: Any, given: Any, options: Any) -> dict[str, Any]:
    """{"output": …} or {"errors": […]}."""

    def computed() -> dict[str, Any]:
        calc = calculator(id if isinstance(id, str) else repr(id))
        return {"output": calc.compute(from_json(calc, given, options))}

    return _guarded(computed)


def _guarded(work: Any) -> dict[str, Any]:
    try:
        found: dict[str, Any] = work()
    except Rejected as rejected:
        return _rejected(rejected.faults)
    except UnknownCalculator:
        return _rejected(
            [Fault("E_FALT", "calculator", f"Den kalkylatorn finns inte. Det här finns: {', '.join(ids())}.")]
        )
    except RecursionError:
        return _rejected([Fault("E_TAL", "input", "Dokumentet har för många nivåer. Förenkla det.")])
    return found


def _rejected(faults: Sequence[Fault]) -> dict[str, Any]:
    return {"errors": [{"code": f.code, "field": f.field, "message": f.message} for f in faults]}


def describe(calc: Calculator) -> dict[str, Any]:
    """Everything that the declaration says of a calculator, as JSON."""
    return {
        "id": calc.id,
        "title": calc.title,
        "summary": calc.summary,
        "inputs": [described(f) for f in fields_of(calc.inputs).values() if f.name not in calc.options],
        "options": [described(f) for f in fields_of(calc.inputs).values() if f.name in calc.options],
        "outputs": [described(f) for f in fields_of(calc.outputs).values()],
    }


def described(field: Field) -> dict[str, Any]:
    """One field of a declaration."""
    about: dict[str, Any] = {
        "id": field.name, "label": field.label, "kind": field.kind, "unit": field.unit, "required": field.required,
        "default": field.default, "low": field.low, "high": field.high,
        "above": field.above, "below": field.below, "whole": field.whole, "options": dict(field.options),
        "allowed": list(field.allowed), "help": field.help, "source": field.standard, "seen": field.seen,
        "formula": field.formula, "formulas": dict(field.formulas), "by": field.by, "when": list(field.when), "follows": field.follows,
    }  # fmt: skip
    if field.row is not None and field.row is not Varde:
        about["row"] = [described(f) for f in fields_of(field.row).values()]
    return about
