"""A reference calculation computed: intermediate values, rows, and the same results as any nyttokalkyl."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping

from calculators.derivation import values_of
from calculators.fault import Fault, Rejected
from calculators.formula import evaluate as formula_value
from calculators.formula import parse
from calculators.kalkyl.document import Block, EjVarderad, Nyttokalkyl
from calculators.kalkyl.evaluation import Niva, evaluate
from calculators.kalkyl.hours import Timmar
from calculators.referens.declaration import MONEY, Rad, Referens
from calculators.referens.uppgifter import Uppgifter, fuel_price, missing
from calculators.schema import Varde, fields_of, result
from calculators.standard import standard
from calculators.underlag import LEVELS, at_level, varies

LARGEST = 1e100  # kr or hours a year


@dc.dataclass(frozen=True, slots=True)
class Referensresultat:
    """What `answer` gives for a reference calculation. Kr a year by row, hours a year by row, and the results over the years."""

    saknas: tuple[str, ...] = result("Uppgifter som saknas", kind="object")
    mellan: Mapping[str, float] = result("Mellanled", kind="object")
    rader: Mapping[str, float] = result("Årligt värde per rad", unit="kr", kind="object")
    timmar_per_rad: Mapping[str, float] = result("Timmar per år och rad", unit="h", kind="object")
    ar: tuple[int, ...] = result("År", kind="object")
    diskonteringsfaktorer: tuple[float, ...] = result("Diskonteringsfaktorer", kind="object")
    lagst: Niva = result("Lägst", kind="object", row=Niva)
    troligt: Niva = result("Troligt", kind="object", row=Niva)
    hogst: Niva = result("Högst", kind="object", row=Niva)
    timmar: Timmar = result("Timmar och årsarbetare", unit="h", kind="object", row=Timmar)


Values = dict[str, float]


def computed(referens: Referens, inputs: Uppgifter) -> Referensresultat:
    """The result. Raises Rejected for amounts that no number can hold."""
    levels = all_levels(referens, inputs)
    found = evaluate(as_nyttokalkyl(referens, inputs, levels))
    likely = levels["troligt"]
    return Referensresultat(
        saknas=missing(inputs),
        mellan={m.id: likely[m.id] for m in referens.mellan if not m.hidden},
        rader={rad.id: likely[rad.id] for rad in referens.rader},
        timmar_per_rad={rad.id: likely[f"{rad.id}.h"] for rad in referens.rader if rad.timmar},
        ar=found.ar,
        diskonteringsfaktorer=found.diskonteringsfaktorer,
        lagst=found.lagst,
        troligt=found.troligt,
        hogst=found.hogst,
        timmar=found.timmar,
    )


def level_values(referens: Referens, inputs: Uppgifter, level: str) -> Values:
    """Every value by name at one level: inputs, constants, intermediate values, rows in kr a year, and their hours ("id.h")."""
    if level != "troligt" and not varies(inputs):
        return level_values(referens, inputs, "troligt")
    values = numbers_of(referens, at_level(inputs, level))
    for mellan in referens.mellan:
        values[mellan.id] = formula_value(parse(mellan.formula), values)
    for rad in referens.rader:
        values[rad.id] = _held(rad, formula_value(parse(rad.formula), values))
        if rad.timmar:
            values[f"{rad.id}.h"] = _held(rad, formula_value(parse(rad.timmar), values))
    return values


def numbers_of(referens: Referens, inputs: Uppgifter) -> Values:
    """Inputs as numbers, a choice as its place among the options; constants; and the price of the chosen fuel."""
    values = values_of(inputs)
    for name, field in fields_of(type(inputs)).items():
        if field.kind == "choice":
            chosen = getattr(inputs, name)
            values[name] = float([*field.options].index(chosen)) if chosen in field.options else 0.0
    values |= {name: standard(id).amount for name, id in referens.konstanter.items()}
    if hasattr(inputs, "drivmedel"):
        values["drivmedel_kr_per_mil"] = fuel_price(inputs)
    return values


def _held(rad: Rad, x: float) -> float:
    if not abs(x) <= LARGEST:
        words = f"{rad.label} blir större än vi kan räkna med. Skriv mindre tal."
        raise Rejected([Fault("E_TAL", rad.id, words)])
    return x


def all_levels(referens: Referens, inputs: Uppgifter) -> dict[str, Values]:
    """The values of each level."""
    return {level: level_values(referens, inputs, level) for level in LEVELS}


def as_nyttokalkyl(referens: Referens, inputs: Uppgifter, levels: Mapping[str, Values]) -> Nyttokalkyl:
    """The same calculation as a nyttokalkyl: one block a row, with the value of each level and its hours."""
    return Nyttokalkyl(
        namn=inputs.namn,
        startar=inputs.startar,
        horisont=inputs.horisont,
        ranta=inputs.ranta,
        diskontering=inputs.diskontering,
        arsarbetstid=inputs.arsarbetstid,
        perspektiv=MONEY,
        ej_varderade=tuple(EjVarderad(namn=u.namn, sida=u.sida, kategori=u.kategori, perspektiv=u.perspektiv)
                           for u in referens.utan),
        nyttor=tuple(_block(rad, inputs, levels) for rad in referens.rader if rad.sida == "nytta"),
        kostnader=tuple(_block(rad, inputs, levels) for rad in referens.rader if rad.sida == "kostnad"),
    )  # fmt: skip


def _block(rad: Rad, inputs: Uppgifter, levels: Mapping[str, Values]) -> Block:
    lagst, troligt, hogst = (levels[level][rad.id] for level in LEVELS)
    hours = levels["troligt"].get(f"{rad.id}.h")
    return Block(
        id=rad.id,
        namn=rad.label,
        perspektiv=rad.perspektiv,
        kategori=rad.kategori,
        arligt_varde=Varde(troligt, lagst, hogst),
        faktor=inputs.faktorer.get(rad.id, rad.faktor),
        timmar_per_ar=None if hours is None else Varde(hours, hours, hours),
    )
