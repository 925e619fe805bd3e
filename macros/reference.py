"""What a page tells of a reference calculation: its alternatives, rows and formulas in words, what gets no money, and our readings."""

from collections.abc import Iterator, Mapping
from typing import Any

from calculators.derivation import in_words
from calculators.formula import Formula, chosen, names, parse
from calculators.referens.declaration import PERSPEKTIV, Rad, Referens
from calculators.referens.presentation import named
from calculators.registry import calculator
from calculators.schema import Calculator, Field
from calculators.swedish import lowered
from macros.figures import inline
from macros.markup import render

KATEGORIER = {"finansiell": "finansiell", "omfordelning": "omfördelning", "kvalitet": "kvalitet", "miljo": "miljö"}
NAR = {"lopande": "varje år", "engang": "bara första året"}
SIDOR = {"nytta": "Nyttor", "kostnad": "Kostnader"}


def rows(id: str, page: str) -> str:
    """Every intermediate value and row with its formula in words, and for a row what sort it is, whose, and when."""
    found = calculator(id)
    ours = _declared(id)
    fields = named(ours, found.inputs)
    return render(
        "rader.md",
        title=found.title,
        constants=[inline(value, page) for value in ours.konstanter.values()],
        fuel="drivmedel" in fields,
        mellan=[{"label": m.label, "unit": m.unit, "words": _words(m.formula, fields)} for m in ours.mellan],
        sides={
            SIDOR[side]: [_row(rad, fields) for rad in ours.rader if rad.sida == side] for side in ("nytta", "kostnad")
        },
    )


def alternatives(id: str) -> str:
    """A and B, in one sentence each."""
    return render("alternativ.md", ours=_declared(id))


def without_money(id: str) -> str:
    """What the template lists and nobody gives an amount."""
    ours = _declared(id)
    rows = [(u.namn, KATEGORIER[u.kategori], PERSPEKTIV[u.perspektiv]) for u in ours.utan]
    uncounted = any(u.kategori in ("finansiell", "omfordelning") for u in ours.utan)
    return render("utan_kronor.md", rows=rows, uncounted=uncounted, title=calculator(id).title)


def readings(id: str) -> str:
    """Where the source leaves something open, and how it is read here."""
    return render("tolkningar.md", ours=_declared(id))


def origin(id: str) -> str:
    """Where the fields, defaults and questions come from."""
    return render("referenskalla.md", ours=_declared(id))


def parts(found: Calculator) -> dict[str, dict[str, Field]]:
    """The figures by id inside a figure of the answer: intermediate values, rows in kr a year, and their hours."""
    if found.reference is None:
        return {}
    ours = found.reference
    return {
        "mellan": {m.id: _figure(m.id, m.label, m.unit) for m in ours.mellan},
        "rader": {rad.id: _figure(rad.id, rad.label, "kr/år") for rad in ours.rader},
        "timmar_per_rad": {rad.id: _figure(rad.id, rad.label, "h/år") for rad in ours.rader},
    }


def _figure(id: str, label: str, unit: str) -> Field:
    return Field(name=id, kind="number", label=label, unit=unit)


def _declared(id: str) -> Referens:
    found = calculator(id).reference
    if not isinstance(found, Referens):
        raise KeyError(f"{id!r} is no reference calculation")
    return found


def _row(rad: Rad, fields: Mapping[str, Field]) -> dict[str, Any]:
    about = f"{KATEGORIER[rad.kategori]}, {PERSPEKTIV[rad.perspektiv].lower()}, {NAR[rad.faktor]}"
    if not rad.timmar:
        return {"label": rad.label, "about": about, "hours": [], "money": _words(rad.formula, fields)}
    hourly = lowered(fields[rad.timkostnad].label)
    return {"label": rad.label, "about": about, "hours": _words(rad.timmar, fields), "money": [f"timmarna × {hourly}"]}


def _words(formula: str, fields: Mapping[str, Field]) -> list[str]:
    """The formula in words; where a choice of the reader's decides it, one line for each option."""
    tree = parse(formula)
    return [
        f"{answer}: {in_words(branch, fields)}" if answer else in_words(branch, fields)
        for answer, branch in _branches(tree, fields)
    ]


def _branches(tree: Formula, fields: Mapping[str, Field]) -> Iterator[tuple[str, Formula]]:
    choices = [fields[name] for name in sorted(names(tree)) if fields[name].kind in ("choice", "flag")]
    if not choices:
        yield "", tree
        return
    (field,) = choices
    options = list(field.options.values()) or [f"{field.label}, nej", f"{field.label}, ja"]
    for place, words in enumerate(options):
        yield words, chosen(tree, {field.name: float(place)})
