"""A dataclass writes its methods as text and compiles them. In the browser they are compiled when the first of them is used:
a page meets more than a hundred such classes when it starts, and makes objects of few.

Also leaves out the docstring that a dataclass without one gets from its signature; nobody asks for help() in a browser.
Imported last in `dataclasses` (publish.runtime), of exactly the Python that is pinned: it takes the place of a private function there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

Methods = Callable[[], dict[str, Callable[..., Any]]]


def add_when_used(builder: Any, cls: type) -> None:
    """As `_FuncBuilder.add_fns_to_class`, with stand-ins that compile the methods."""
    methods = _compiled(builder)
    for name in builder.names:
        stand_in = _stand_in(name, methods, cls.__qualname__)
        if builder.unconditional_adds.get(name, False):
            setattr(cls, name, stand_in)
        elif dataclasses._set_new_attribute(cls, name, stand_in) and (words := builder.overwrite_errors.get(name)):  # type: ignore[attr-defined]
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__} {'' if words is True else words}")


def _compiled(builder: Any) -> Methods:
    """All methods of one class by name, compiled together once."""
    made: dict[str, Callable[..., Any]] = {}

    def methods() -> dict[str, Callable[..., Any]]:
        if not made:
            head, last = f"def __create_fn__({','.join(builder.locals)}):", f" return ({','.join(builder.names)},)"
            found: dict[str, Any] = {}
            exec("\n".join((head, *builder.src, last)), builder.globals, found)
            made.update(zip(builder.names, found["__create_fn__"](**builder.locals), strict=True))
        return made

    return methods


def _stand_in(name: str, methods: Methods, owner: str) -> Callable[..., Any]:
    """Puts the method in its place, also in the copy of the class that has slots, and does what it does."""

    def stand_in(self: Any, *args: Any, **named: Any) -> Any:
        method = methods()[name]
        method.__qualname__ = f"{owner}.{name}"
        for cls in type(self).__mro__:
            if cls.__dict__.get(name) is stand_in:
                setattr(cls, name, method)
        return method(self, *args, **named)

    return stand_in


dataclasses._FuncBuilder.add_fns_to_class = add_when_used  # type: ignore[attr-defined]
dataclasses.inspect = SimpleNamespace(  # type: ignore[attr-defined]
    get_annotations=dataclasses.inspect.get_annotations,  # type: ignore[attr-defined]
    signature=lambda cls: "",
)
