"""A reference calculation as its reader sees it: the municipality by name, rows by short names, and every step in words."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Iterator, Mapping

from calculators.derivation import Step, in_numbers, in_words
from calculators.formula import chosen, names, parse
from calculators.kalkyl.bidrag import Bidrag
from calculators.kalkyl.document import Block, EjVarderad, Nyttokalkyl, Term
from calculators.referens.declaration import PERSPEKTIV, Rad, Referens
from calculators.referens.evaluation import Values, all_levels, as_nyttokalkyl
from calculators.referens.uppgifter import Uppgifter
from calculators.schema import Field, Varde, fields_of
from calculators.standard import standard
from calculators.swedish import amount
from calculators.underlag import LEVELS, value_of


def perspectives(inputs: Uppgifter) -> dict[str, str]:
    """Perspective id → the name to show."""
    return PERSPEKTIV | ({"kommunen": inputs.kommun} if inputs.kommun else {})


def short(id: str) -> str:
    """ "n1_drivmedel" → "N1"."""
    return id.partition("_")[0].upper()


def shown(referens: Referens, inputs: Uppgifter) -> Nyttokalkyl:
    """The calculation as a nyttokalkyl with names that a person reads."""
    kalkyl, names = as_nyttokalkyl(referens, inputs, all_levels(referens, inputs)), perspectives(inputs)

    def block(b: Block) -> Block:
        return dc.replace(b, id=short(b.id), perspektiv=names[b.perspektiv])

    def item(e: EjVarderad) -> EjVarderad:
        return dc.replace(e, perspektiv=names[e.perspektiv])

    return dc.replace(
        kalkyl,
        perspektiv=tuple(names[p] for p in kalkyl.perspektiv),
        nyttor=tuple(map(block, kalkyl.nyttor)),
        kostnader=tuple(map(block, kalkyl.kostnader)),
        ej_varderade=tuple(map(item, kalkyl.ej_varderade)),
    )


def contributed(referens: Referens, inputs: Uppgifter) -> Bidrag:
    """The rows for somebody's own nyttokalkyl: hours times hourly cost where a row is time, and what each row rests on."""
    kalkyl, levels = shown(referens, inputs), all_levels(referens, inputs)
    by_id = {short(rad.id): rad for rad in referens.rader}

    def block(b: Block) -> Block:
        rad = by_id[b.id]
        written = dc.replace(b, kalla=_sources(referens, rad, inputs))
        return _as_time(written, rad, inputs, levels) if rad.timmar else written

    return Bidrag(tuple(map(block, kalkyl.nyttor)), tuple(map(block, kalkyl.kostnader)), ej_varderade=kalkyl.ej_varderade)


def _as_time(block: Block, rad: Rad, inputs: Uppgifter, levels: Mapping[str, Values]) -> Block:
    lagst, troligt, hogst = (levels[level][f"{rad.id}.h"] for level in LEVELS)
    hours = Varde(troligt, lagst, hogst, namn="Timmar per år", enhet="h/år")
    hourly = value_of(inputs, rad.timkostnad)
    kept = hourly if hourly.troligt > 0 else None
    return dc.replace(block, termer=(Term(faktorer=(hours, hourly)),), arligt_varde=None, timkostnad=kept)


def _sources(referens: Referens, rad: Rad, inputs: Uppgifter) -> str:
    """The written sources of the figures that the row comes from, and the calculation that it comes from."""
    declared = fields_of(type(inputs))
    used = [name for name in inputs.kallor if name in leaves(referens, rad.formula)]
    found = [f"{declared[name].label}: {inputs.kallor[name]}" for name in used if name in declared]
    return "; ".join([*found, referens.kalla])


def leaves(referens: Referens, formula: str) -> frozenset[str]:
    """Every input that a formula comes from, through the intermediate values."""
    by_id = {m.id: m.formula for m in referens.mellan}
    found: set[str] = set()
    for name in names(parse(formula)):
        found |= leaves(referens, by_id[name]) if name in by_id else {name}
    return frozenset(found)


def named(referens: Referens, inputs: type[Uppgifter]) -> dict[str, Field]:
    """Every name of the formulas with its label and unit."""
    known = dict(fields_of(inputs))
    known |= {m.id: Field(name=m.id, kind="number", label=m.label, unit=m.unit) for m in referens.mellan}
    known |= {
        name: Field(name=name, kind="number", label=standard(id).label, unit=standard(id).unit)
        for name, id in referens.konstanter.items()
    }
    known["H"] = Field(name="H", kind="number", label="timmar", unit="h/år")
    return known | {"drivmedel_kr_per_mil": Field(name="", kind="number", label="drivmedel per mil", unit="kr/mil")}


def steps(referens: Referens, inputs: Uppgifter) -> dict[str, tuple[Step, ...]]:
    """For each intermediate value and row id: how its likely value came about."""
    values, known = all_levels(referens, inputs)["troligt"], named(referens, type(inputs))
    found: dict[str, tuple[Step, ...]] = {}
    for m in referens.mellan:
        if not m.hidden:
            found[m.id] = (_step(m.id, m.label, m.formula, m.unit, values, known),)
    for rad in referens.rader:
        found[rad.id] = tuple(_row(rad, values, known))
    return found


def _row(rad: Rad, values: Values, known: Mapping[str, Field]) -> Iterator[Step]:
    if not rad.timmar:
        yield _step(rad.id, "Årligt värde", rad.formula, "kr/år", values, known)
        return
    hours = {**values, "H": values[f"{rad.id}.h"], rad.id: values[f"{rad.id}.h"]}
    yield _step(rad.id, "Timmar", rad.timmar, "h/år", hours, known)
    yield _step(rad.id, "Årligt värde", f"H * {rad.timkostnad}", "kr/år", {**hours, rad.id: values[rad.id]}, known)


def _step(id: str, label: str, formula: str, unit: str, values: Values, known: Mapping[str, Field]) -> Step:
    tree = chosen(parse(formula), values)
    return Step(id, label, in_words(tree, known), in_numbers(tree, known, values), amount(values[id], unit))
