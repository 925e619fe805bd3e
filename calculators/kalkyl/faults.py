"""What can be wrong between the fields of a nyttokalkyl: names, references, double counting, impossible divisions."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.fault import Fault
from calculators.kalkyl.document import Nyttokalkyl, block_id
from calculators.kalkyl.formel.flaw import Flaw
from calculators.kalkyl.gemensamma import shared_flaws, shared_values
from calculators.kalkyl.ramar import Ramar
from calculators.kalkyl.utrakning import all_flaws, of_block
from calculators.schema import Varde
from calculators.swedish import listed


def faults(kalkyl: Nyttokalkyl) -> list[Fault]:
    """Every fault that no field shows alone."""
    return [
        *start_faults(kalkyl), *_ids(kalkyl), *_names(kalkyl), *_references(kalkyl), *_methods(kalkyl), *_divisions(kalkyl),
        *_formulas(kalkyl),
    ]  # fmt: skip


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


def _names(kalkyl: Nyttokalkyl) -> Iterator[Fault]:
    for side, n, block in kalkyl.blocks:
        if block.perspektiv not in kalkyl.perspektiv:
            yield Fault("E_PERSPEKTIV", f"{side}.{n}.perspektiv", _choose(kalkyl, block.perspektiv))
    for n, item in enumerate(kalkyl.ej_varderade):
        if item.perspektiv and item.perspektiv not in kalkyl.perspektiv:
            yield Fault("E_PERSPEKTIV", f"ej_varderade.{n}.perspektiv", _choose(kalkyl, item.perspektiv))


def _choose(kalkyl: Nyttokalkyl, name: str) -> str:
    if not kalkyl.perspektiv:
        return "Lägg först till vems nyttor och kostnader som räknas."
    missing = f"{name} finns inte bland perspektiven. " if name else ""
    return f"{missing}Välj {listed(kalkyl.perspektiv, 'eller')}, eller lägg till perspektivet först."


def _values(kalkyl: Nyttokalkyl) -> Iterator[tuple[str, Varde]]:
    """Every value of the blocks with its key."""
    for side, n, block in kalkyl.blocks:
        for t, term in enumerate(block.termer):
            yield from ((f"{side}.{n}.termer.{t}.faktorer.{f}", value) for f, value in enumerate(term.faktorer))
        yield from ((f"{side}.{n}.faktorer.{f}", value) for f, value in enumerate(block.faktorer))
        for name in ("arligt_varde", "timkostnad", "timmar_per_ar"):
            value = getattr(block, name)
            if value is not None:
                yield f"{side}.{n}.{name}", value
    if kalkyl.omrakning_timkostnad is not None:
        yield "omrakning_timkostnad", kalkyl.omrakning_timkostnad


def _references(kalkyl: Nyttokalkyl) -> Iterator[Fault]:
    shared = shared_values(kalkyl)
    for key, value in _values(kalkyl):
        if value.ref and value.ref not in shared:
            yield Fault("E_REF", f"{key}.ref", f"Det finns ingen gemensam faktor som heter {value.ref}.")
        elif key.endswith("timkostnad") and (shared[value.ref] if value.ref else value).troligt <= 0:
            yield Fault("E_DIV0", f"{key}.troligt", "Timkostnaden ska vara mer än 0 kr per timme.")
    for n, factor in enumerate(kalkyl.gemensamma):
        if factor.varde.ref:
            yield Fault(
                "E_REF",
                f"gemensamma.{n}.varde.ref",
                "En gemensam faktor kan inte hänvisa till en annan. Skriv ett tal.",
            )


def _methods(kalkyl: Nyttokalkyl) -> Iterator[Fault]:
    """One way to the annual value in each block."""
    for side, n, block in kalkyl.blocks:
        if block.arligt_varde is not None and (block.termer or block.counted):
            words = "Fyll i antingen ett årligt värde eller faktorer, inte båda."
            yield Fault("E_DUBBEL_METOD", f"{side}.{n}.arligt_varde.troligt", words)
        if block.termer and block.counted:
            words = "Raden har både faktorer och termer. Ta bort det ena."
            yield Fault("E_DUBBEL_METOD", f"{side}.{n}.formel", words)


def _divisions(kalkyl: Nyttokalkyl) -> Iterator[Fault]:
    for side, n, block in kalkyl.blocks:
        for t, term in enumerate(block.termer):
            if term.delare == 0:
                yield Fault(
                    "E_DIV0",
                    f"{side}.{n}.termer.{t}.delare",
                    "Det går inte att dela med 0. Skriv 1 om inget ska delas.",
                )


def _formulas(kalkyl: Nyttokalkyl) -> Iterator[Fault]:
    """What is wrong in the formulas, at the formula or at the value that something is divided by."""
    shared = shared_values(kalkyl)
    for side, n, block in kalkyl.blocks:
        if block.formel.strip():
            found = of_block(block, shared)
            yield from (_fault(f"{side}.{n}.{key}", flaw) for key, flaw in all_flaws(found))
    yield from (_fault(f"gemensamma.{n}.formel", flaw) for n, flaw in shared_flaws(kalkyl))


def _fault(key: str, flaw: Flaw) -> Fault:
    return Fault("E_DIV0" if flaw.kind == "noll" else "E_FORMEL", key, flaw.text)
