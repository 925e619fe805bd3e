"""The templates: read as they are on the desk, as compiled modules in the browser. Autoescape is always on."""

from __future__ import annotations

import functools
import os
from typing import Any

from jinja2 import Environment, ModuleLoader, StrictUndefined

from calculators.swedish import amount, counted, listed, lowered, moment, show_number

HERE = os.path.dirname(__file__)
COMPILED = os.path.join(HERE, "compiled")


@functools.cache
def environment() -> Environment:
    """The one environment of the house."""
    made = Environment(
        loader=_loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"amount": amount, "number": show_number, "counted": counted, "listed": listed, "lowered": lowered}
    made.filters["moment"] = moment
    return made


def _loader() -> Any:
    if os.path.isdir(COMPILED):
        return ModuleLoader(COMPILED)
    from jinja2 import FileSystemLoader

    return FileSystemLoader(os.path.join(HERE, "templates"))


def render(template: str, **context: Any) -> str:
    """The HTML of a template."""
    return environment().get_template(template).render(**context)


def compile_templates(target: str) -> None:
    """Write every template as a Python module into the folder `target`: for the engine's wheel."""
    environment().compile_templates(target, zip=None, log_function=lambda line: None)
