"""Templates filled for Markdown pages, and dates and figures as they are written there."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from calculators.swedish import moment


def render(template: str, **about: Any) -> str:
    return _environment().get_template(template).render(about)


def date(day: dt.date) -> str:
    """A day in words: "24 november 2026"."""
    return moment(day.isoformat())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["date"] = date
    return environment
