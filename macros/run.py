"""Calculators at work in a page: the live form, the checked examples, and the same on the command line."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from calculators.commands import run
from calculators.registry import calculator
from calculators.schema import Calculator, Example, Field, fields_of
from calculators.swedish import NBSP, amount, counted, listed
from calculators.wire import encode, shown
from macros.markup import render
from macros.prefilled import whole
from macros.reference import parts

HELD_TOGETHER = re.compile(r"(?<=\d) (?=\d{3}\b|%|h\b|kr\b)")  # the spaces inside "3 650 kr"


def page(id: str) -> str:
    """The whole calculator, already answered. The <div> makes Markdown leave every line as it is."""
    from calculators.views.page import render as calculator_page

    return f'<div class="nk-page" markdown="0">\n{calculator_page(calculator(id).id)}\n</div>'


def chain_page() -> str:
    """Where the effektkedja of a nyttokalkyl is drawn, with an example's chain."""
    from calculators.views.page import render_chain

    return f'<div class="nk-page" markdown="0">\n{render_chain("nyttokalkyl")}\n</div>'


def register() -> str:
    """The register of benefits, empty."""
    from calculators.views.register import page as register_page

    return f'<div class="nk-page" markdown="0">\n{register_page()}\n</div>'


def examples(id: str) -> str:
    """Each example with its figures, what they were checked against, and a link that opens the calculator filled in."""
    found = calculator(id)
    cases = [_case(found, example) for example in found.examples]
    return render("exempel.md", cases=cases, title=found.title)


def _case(found: Calculator, example: Example) -> dict[str, Any]:
    return {
        "name": example.name,
        "address": whole(found, example),
        "given": list(_facts(fields_of(found.inputs), example.given)),
        "expect": list(_facts(fields_of(found.outputs), example.expect, parts(found))),
        "checked_against": HELD_TOGETHER.sub(NBSP, example.checked_against),
    }


def _facts(
    fields: Mapping[str, Field], values: Mapping[str, Any], parts: Mapping[str, Mapping[str, Field]] | None = None
) -> Iterator[tuple[str, str]]:
    """Label and value of each figure; of rows only how many there are. `parts` are the figures inside a figure."""
    for name, value in values.items():
        field = fields[name]
        if parts and name in parts:
            yield from _facts(parts[name], value)
        elif isinstance(value, Mapping) and field.row is not None and field.kind == "object":
            yield from _facts(fields_of(field.row), value)
        elif isinstance(value, (Mapping, list, tuple)):
            several = list(value.values()) if isinstance(value, Mapping) else value
            amounts = [amount(x, field.unit) for x in several if isinstance(x, (int, float))]
            yield field.label, listed(amounts) or counted(len(several), "rad", "rader")
        else:
            yield field.label, shown(field, value)


def code(id: str) -> str:
    """The first example on the command line, with what the engine writes."""
    question = encode({"input": dict(calculator(id).examples[0].given)})
    answer = io.StringIO()
    run(["answer", id], io.StringIO(question), answer)
    return render("kod.md", id=id, question=question, answer=answer.getvalue().strip())
