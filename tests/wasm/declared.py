"""What a dataclass promises, told as text: the same in every Python, however its methods come about."""

import dataclasses as dc
from typing import Any


@dc.dataclass(frozen=True, slots=True)
class Frozen:
    namn: str
    varden: tuple[float, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class Inherits(Frozen):
    mer: list[str] = dc.field(default_factory=list, compare=False)


@dc.dataclass(order=True)
class Ordered:
    n: int
    text: str = dc.field(default="", compare=False)

    def __post_init__(self) -> None:
        self.text = self.text or f"nummer {self.n}"


@dc.dataclass(frozen=True, eq=False, kw_only=True)
class Itself:
    a: int = 1


def _tried(does: Any) -> str:
    try:
        return repr(does())
    except (TypeError, AttributeError) as error:
        return f"{type(error).__name__}: {error}"


def told() -> list[str]:
    """Making, comparing, hashing, ordering, showing and changing."""
    one, same, other = Frozen("a", (1.0,)), Frozen("a", (1.0,)), Frozen("b")
    more, itself = Inherits("a", (1.0,), ["x"]), Itself(a=2)
    tries = [
        lambda: (one == same, one == other, hash(one) == hash(same), {one, same, other} == {other, one}),
        lambda: (one, other, more, itself, Ordered(2)),
        lambda: (more == Inherits("a", (1.0,), ["y"]), more == one, hash(more) == hash(Inherits("a", (1.0,)))),
        lambda: (Ordered(1) < Ordered(2), sorted([Ordered(3), Ordered(1)]), Ordered(1) == Ordered(1, "b")),
        lambda: (itself == Itself(a=2), itself == itself, dc.replace(itself, a=3), dc.asdict(more), dc.astuple(one)),
        lambda: Frozen(),  # type: ignore[call-arg]
        lambda: Frozen("a", fel=1),  # type: ignore[call-arg]
        lambda: Itself(2),  # type: ignore[misc]
        lambda: setattr(one, "namn", "b"),
        lambda: delattr(more, "mer"),
        lambda: hash(Ordered(1)),
        lambda: [field.name for field in dc.fields(more)],
    ]
    return [_tried(does) for does in tries]
