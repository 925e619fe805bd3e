"""Of the syntax tree only what a compiled template asks about itself: whether its output is escaped."""

from typing import Any


class EvalContext:
    """How a template is evaluated: escaped always, and the same all through."""

    def __init__(self, environment: Any, template_name: str | None = None) -> None:
        self.environment = environment
        self.autoescape = environment.autoescape
        self.volatile = False

    def save(self) -> dict[str, Any]:
        return dict(self.__dict__)

    def revert(self, old: dict[str, Any]) -> None:
        self.__dict__.clear()
        self.__dict__.update(old)


def __getattr__(name: str) -> type:
    """Every other node is only named, in annotations."""
    return object
