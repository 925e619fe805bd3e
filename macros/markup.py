"""Templates filled for Markdown pages, and what stops the build when an editor names something that is not there."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from calculators.swedish import NBSP, write_number


class UnknownName(LookupError):
    """A name in a page that nothing answers to. Stops the build."""


def render(template: str, **about: Any) -> str:
    return _environment().get_template(template).render(about)


def date(day: Any) -> str:
    """A day in words: "24 november 2026"."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


def figure(number: float, unit: str) -> str:
    """A published or declared number exactly as it stands, with its unit."""
    return f"{write_number(number)}{NBSP}{unit}" if unit not in ("", "×") else write_number(number)


MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()


@cache
def _environment() -> Environment:
    here = FileSystemLoader(Path(__file__).parent / "templates")
    environment = Environment(loader=here, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(date=date)
    return environment
