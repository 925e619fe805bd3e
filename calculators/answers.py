"""Answers that she does not have herself: "Vet ej", a published hourly cost, and an hourly cost from a wage."""

from __future__ import annotations

from calculators.fault import Rejected
from calculators.registry import calculator
from calculators.schema import Field, fields_of
from calculators.session import WAGE, Session
from calculators.standard import NoStandardValue, Standard, standard
from calculators.swedish import amount
from calculators.wire import from_flat, typed

HOURLY = "kr/h"
PUBLISHED = "hamta."  # begins the name of the list of published hourly costs beside a field


def known(field: Field) -> Standard | None:
    """What stands in for an answer: the standard value, or what others have seen."""
    id = field.standard or (field.seen if field.guessed else "")
    return standard(id) if id else None


def toggle_unknown(session: Session, key: str) -> None:
    """ "Vet ej": the standard value or the span that others have seen, remembered as such. Once more takes it back."""
    field = fields_of(session.calculator.inputs).get(key)
    if field is None or "vet_ej" not in fields_of(session.calculator.inputs):
        return
    if session.state.flat.get(f"vet_ej.{key}"):
        session.fill({}, without=(f"vet_ej.{key}",))
        return
    texts, value = {f"vet_ej.{key}": "ja"}, known(field)
    if value is not None:
        texts |= {key: typed(value.amount, field.unit), f"kallor.{key}": value.source}
        for name, x in zip(("lagst", "hogst"), value.amounts or (), strict=False):
            texts[f"{name}.{key}"] = typed(x, field.unit)
    session.fill(texts)
    session.says = "Svaret är noterat." if value is None else f"Värdet är hämtat: {value.figure}."


def fetch(session: Session, key: str, id: str) -> None:
    """A published hourly cost into a field, with its source."""
    try:
        value = standard(id)
    except NoStandardValue:
        return
    if fields_of(session.calculator.inputs)[key].unit == value.unit == HOURLY:
        source = f"{value.source}: {value.label}"
        session.fill({key: typed(value.amount, HOURLY), f"kallor.{key}": source}, without=(f"vet_ej.{key}",))
        session.says = f"{value.label}: {value.figure}."


def hourly_cost(session: Session, key: str) -> float | None:
    """What the wage tried beside a field gives, in kr per hour; None for what is no wage."""
    calc = calculator("timkostnad")
    read = from_flat(calc, {"manadslon": session.aside.get(f"{WAGE}{key}", "")})
    try:
        return None if read.faults else float(calc.compute(read.inputs).timkostnad)
    except Rejected:
        return None


def use_wage(session: Session, key: str) -> None:
    """The hourly cost from a wage into the field, with the sum as its source."""
    x = hourly_cost(session, key)
    field = fields_of(session.calculator.inputs).get(key)
    if x is not None and field is not None and field.unit == HOURLY:
        wage = session.aside[f"{WAGE}{key}"].strip()
        hours, factor = standard("manadsarbetstid").figure, standard("paslagsfaktor").figure
        source = f"Egen medellön {wage} kr/mån ÷ {hours} × {factor}"
        session.fill({key: typed(float(round_half_up(x)), HOURLY), f"kallor.{key}": source}, without=(f"vet_ej.{key}",))
        session.says = f"Timkostnaden är hämtad: {amount(x, HOURLY)}."


def round_half_up(x: float) -> int:
    """Whole kronor, as published hourly costs are written."""
    return int(x + 0.5)
