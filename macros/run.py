"""Calculators at work in a page: the live form, the checked examples, and the same on the command line."""

import io
from typing import Any

from calculators.commands import run
from calculators.registry import calculator
from calculators.schema import Calculator, Example, fields_of
from calculators.wire import encode, shown
from macros.markup import render


def page(id: str) -> str:
    """The whole calculator, already answered. The <div> makes Markdown leave every line as it is."""
    from calculators.views.page import render as calculator_page

    return f'<div class="nk-page" markdown="0">\n{calculator_page(calculator(id).id)}\n</div>'


def examples(id: str) -> str:
    """Each example with its figures and what they were checked against."""
    found = calculator(id)
    cases = [_case(found, example) for example in found.examples]
    return render("exempel.md", cases=cases, title=found.title)


def _case(found: Calculator, example: Example) -> dict[str, Any]:
    asked, told = fields_of(found.inputs), fields_of(found.outputs)
    return {
        "name": example.name,
        "given": [(asked[name].label, shown(asked[name], value)) for name, value in example.given.items()],
        "expect": [(told[name].label, shown(told[name], value)) for name, value in example.expect.items()],
        "checked_against": example.checked_against,
    }


def code(id: str) -> str:
    """The first example on the command line, with what the engine writes."""
    question = encode({"input": dict(calculator(id).examples[0].given)})
    answer = io.StringIO()
    run(["answer", id], io.StringIO(question), answer)
    return render("kod.md", id=id, question=question, answer=answer.getvalue().strip())
