"""What can be wrong between the fields of a nyttokalkyl: names, references, double counting, impossible divisions."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

from calculators.fault import Fault
from calculators.finance import TOLERANCE
from calculators.kalkyl.document import Block, Nyttokalkyl, block_id
from calculators.kalkyl.formel.flaw import Flaw
from calculators.kalkyl.gemensamma import shared_flaws, shared_values
from calculators.kalkyl.namngivning import Gemensamma
from calculators.kalkyl.ramar import Ramar
from calculators.kalkyl.utrakning import all_flaws, of_block
from calculators.latest import each
from calculators.schema import Varde
from calculators.swedish import listed

Names = tuple[str, ...]


def faults(kalkyl: Nyttokalkyl) -> list[Fault]:
    """Every fault that no field shows alone."""
    shared = shared_values(kalkyl)
    rows = [_row(side, n, block, shared, kalkyl.perspektiv) for side, n, block in kalkyl.blocks]
    return [
        *start_faults(kalkyl), *_ids(kalkyl), *itertools.chain(*rows), *_unvalued(kalkyl), *_shared(kalkyl),
    ]  # fmt: skip


@each
def _row(side: str, place: int, block: Block, shared: Gemensamma, perspektiv: Names) -> tuple[Fault, ...]:
    """What is wrong in a row by itself."""
    key = f"{side}.{place}"
    formula = _formula(key, block, shared) if block.formel.strip() else ()
    return (*_names(key, block, perspektiv), *_references(key, block, shared), *_methods(key, block), *formula)


def start_faults(kalkyl: Ramar) -> Iterator[Fault]:
    """The first year is 1, or a year of our calendar."""
    if kalkyl.startar != 1 and not 1900 <= kalkyl.startar <= 2200:
        yield Fault("E_STARTAR", "startar", "Skriv 1 eller ett kalenderår mellan 1900 och 2200.")


def _ids(kalkyl: Nyttokalkyl) -> Iterator[Fault]:
    seen: set[str] = set()
    for side, n, block in kalkyl.blocks:
        id = block_id(side, n, block)
        if id in seen:
            yield Fault("E_DUBBEL_ID", f"{side}.{n}.id", f"{id} finns redan. Ge raden en egen beteckning.")
        seen.add(id)
    others: set[str] = set()
    for n, item in enumerate(kalkyl.ej_varderade):
        key = f"ej_varderade.{n}.id"
        if item.id and item.id in seen:
            yield Fault(
                "E_DUBBEL_VARDERING", key, f"{item.id} är redan värderad i pengar. Välj ett sätt att värdera den."
            )
        elif item.id and item.id in others:
            yield Fault("E_DUBBEL_ID", key, f"{item.id} finns redan. Ge raden en egen beteckning.")
        others.add(item.id)
    shared: set[str] = set()
    for n, factor in enumerate(kalkyl.gemensamma):
        if factor.id in shared:
            yield Fault("E_DUBBEL_ID", f"gemensamma.{n}.id", f"{factor.id} finns redan. Ge faktorn ett eget kortnamn.")
        shared.add(factor.id)


def _names(key: str, block: Block, perspektiv: Names) -> Iterator[Fault]:
    if block.perspektiv not in perspektiv:
        yield Fault("E_PERSPEKTIV", f"{key}.perspektiv", _choose(perspektiv, block.perspektiv))
    for n, part in enumerate(block.fordelning):
        if part.perspektiv not in perspektiv:
            yield Fault("E_PERSPEKTIV", f"{key}.fordelning.{n}.perspektiv", _choose(perspektiv, part.perspektiv))
    if block.fordelning and math.fsum(part.andel or 0.0 for part in block.fordelning) > 1.0 + TOLERANCE:
        words = "Delarna blir tillsammans mer än 100 %. Sänk någon av dem."
        yield Fault("E_ANDEL", f"{key}.fordelning.0.andel", words)


def _unvalued(kalkyl: Nyttokalkyl) -> Iterator[Fault]:
    for n, item in enumerate(kalkyl.ej_varderade):
        if item.perspektiv and item.perspektiv not in kalkyl.perspektiv:
            yield Fault("E_PERSPEKTIV", f"ej_varderade.{n}.perspektiv", _choose(kalkyl.perspektiv, item.perspektiv))


def _choose(perspektiv: Names, name: str) -> str:
    if not perspektiv:
        return "Lägg först till vems nyttor och kostnader som räknas."
    missing = f"{name} finns inte bland perspektiven. " if name else ""
    return f"{missing}Välj {listed(perspektiv, 'eller')}, eller lägg till perspektivet först."


def _values(key: str, block: Block) -> Iterator[tuple[str, Varde]]:
    """Every value of a block with its key."""
    for t, term in enumerate(block.termer):
        yield from ((f"{key}.termer.{t}.faktorer.{f}", value) for f, value in enumerate(term.faktorer))
    yield from ((f"{key}.faktorer.{f}", value) for f, value in enumerate(block.faktorer))
    for name in ("arligt_varde", "timkostnad", "timmar_per_ar"):
        value = getattr(block, name)
        if value is not None:
            yield f"{key}.{name}", value


def _references(key: str, block: Block, shared: Gemensamma) -> Iterator[Fault]:
    for at, value in _values(key, block):
        if value.ref or at.endswith("timkostnad"):
            yield from _reference(at, value, shared)


def _reference(key: str, value: Varde, shared: Gemensamma) -> Iterator[Fault]:
    if value.ref and value.ref not in shared:
        yield Fault("E_REF", f"{key}.ref", f"Det finns ingen gemensam faktor som heter {value.ref}.")
    elif key.endswith("timkostnad") and (shared[value.ref] if value.ref else value).troligt <= 0:
        yield Fault("E_DIV0", f"{key}.troligt", "Timkostnaden ska vara mer än 0 kr per timme.")


def _shared(kalkyl: Nyttokalkyl) -> Iterator[Fault]:
    """What is wrong in what the rows share."""
    if kalkyl.omrakning_timkostnad is not None:
        yield from _reference("omrakning_timkostnad", kalkyl.omrakning_timkostnad, shared_values(kalkyl))
    for n, factor in enumerate(kalkyl.gemensamma):
        if factor.varde.ref:
            yield Fault(
                "E_REF",
                f"gemensamma.{n}.varde.ref",
                "En gemensam faktor kan inte hänvisa till en annan. Skriv ett tal.",
            )
    yield from (_fault(f"gemensamma.{n}.formel", flaw) for n, flaw in shared_flaws(kalkyl))


def _methods(key: str, block: Block) -> Iterator[Fault]:
    """One way to the annual value, without a division by nothing."""
    if block.arligt_varde is not None and (block.termer or block.counted):
        words = "Fyll i antingen ett årligt värde eller faktorer, inte båda."
        yield Fault("E_DUBBEL_METOD", f"{key}.arligt_varde.troligt", words)
    if block.termer and block.counted:
        words = "Raden har både faktorer och termer. Ta bort det ena."
        yield Fault("E_DUBBEL_METOD", f"{key}.formel", words)
    for t, term in enumerate(block.termer):
        if term.delare == 0:
            words = "Det går inte att dela med 0. Skriv 1 om inget ska delas."
            yield Fault("E_DIV0", f"{key}.termer.{t}.delare", words)


def _formula(key: str, block: Block, shared: Gemensamma) -> Iterator[Fault]:
    """What is wrong in the formula, at it or at the value that something is divided by."""
    yield from (_fault(f"{key}.{at}", flaw) for at, flaw in all_flaws(of_block(block, shared)))


def _fault(key: str, flaw: Flaw) -> Fault:
    return Fault("E_DIV0" if flaw.kind == "noll" else "E_FORMEL", key, flaw.text)
