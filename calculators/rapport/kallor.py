"""Where the figures come from: every source that is written down, and the published values that are used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kalkyl.document import Block, Nyttokalkyl, block_id
from calculators.schema import Varde
from calculators.standard import Standard, history, standards


@dataclass(frozen=True, slots=True)
class Kalla:
    """A source as it is written, and what it stands behind."""

    text: str
    galler: tuple[str, ...]


def kallor(kalkyl: Nyttokalkyl) -> tuple[Kalla, ...]:
    """Every source once, in the order in which it first comes."""
    found: dict[str, list[str]] = {}
    for text, about in _mentions(kalkyl):
        text, about = " ".join(text.split()).rstrip("."), " ".join(about.split())
        if text and about not in found.setdefault(text, []):
            found[text].append(about)
    return tuple(Kalla(text, tuple(about)) for text, about in found.items())


def unsourced(kalkyl: Nyttokalkyl) -> tuple[str, ...]:
    """Rows with a value that no source stands behind."""
    return tuple(
        block_id(side, n, block)
        for side, n, block in kalkyl.blocks
        if block.valued
        and not block.kalla.strip()
        and not any(value.kalla.strip() or value.ref for _, value in values_of(block))
    )


def published(kalkyl: Nyttokalkyl) -> tuple[Standard, ...]:
    """The published values that are used unchanged, with their source."""
    used = {(value.kalla, value.troligt, value.namn) for _, value in all_values(kalkyl)}
    frames = {"diskonteringsranta": kalkyl.ranta, "arsarbetstid": kalkyl.arsarbetstid}
    return tuple(
        value
        for id in standards()
        for value in history(id)
        if (value.source, value.amount, value.label) in used
        or (frames.get(id) == value.amount and value is history(id)[0])
    )


def values_of(block: Block) -> Iterator[tuple[str, Varde]]:
    """Every value that a block is counted with, with what to call it."""
    for factors in (*(term.faktorer for term in block.termer), block.faktorer):
        yield from ((value.namn or value.ref or "Faktor", value) for value in factors)
    for name, label in (
        ("arligt_varde", "Årligt värde"),
        ("timkostnad", "Timkostnad"),
        ("timmar_per_ar", "Timmar per år"),
    ):
        value = getattr(block, name)
        if value is not None:
            yield value.namn or label, value


def all_values(kalkyl: Nyttokalkyl) -> Iterator[tuple[str, Varde]]:
    yield from ((shared.varde.namn or shared.id, shared.varde) for shared in kalkyl.gemensamma)
    for _, _, block in kalkyl.blocks:
        yield from values_of(block)
    if kalkyl.omrakning_timkostnad is not None:
        yield kalkyl.omrakning_timkostnad.namn or "Timkostnad för omräkning", kalkyl.omrakning_timkostnad


def _mentions(kalkyl: Nyttokalkyl) -> Iterator[tuple[str, str]]:
    for name, value in all_values(kalkyl):
        yield value.kalla, name
    for side, n, block in kalkyl.blocks:
        yield block.kalla, block.namn or block_id(side, n, block)
    for item in kalkyl.ej_varderade:
        yield item.kalla, item.namn or item.id or "Utan namn"
