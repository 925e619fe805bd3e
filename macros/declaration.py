"""What a calculator asks and answers, as tables made from its declaration."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from calculators.derivation import in_words
from calculators.formula import parse
from calculators.registry import calculator
from calculators.schema import Field, fields_of
from calculators.standard import standard
from calculators.swedish import amount, listed
from calculators.wire import shown
from macros.figures import inline, row_address
from macros.markup import render

BESIDE = ("overrides", "sources")  # what stands beside every figure
SINGLE = ("number", "share", "choice", "flag", "text")
KINDS = {
    "text": "text",
    "numbers": "ett eller flera tal",
    "texts": "en eller flera rader text",
    "rows": "valfritt antal rader",
    "table": "valfritt antal rader",
    "span": "ett tal, eller lägst, troligt och högst",
    "profile": "alla år, bara det första året eller ett tal per år",
    "profiles": "alla år, bara det första året eller ett tal per år, för varje rad",
    "overrides": "ett tal vid varje uppgift",
    "sources": "text vid varje uppgift",
    "flag": "ja eller nej",
}


def inputs(id: str, page: str) -> str:
    """Every field with unit, default, limits and, for a standard value, a link to its row."""
    found = calculator(id)
    captions: dict[type, list[str]] = {found.inputs: []}
    _collect(found.inputs, captions)
    tables = [
        {"caption": f"Varje rad i {listed(words).lower()}" if words else group or "Uppgifter",
         "rows": [_row(field, page) for field in fields]}
        for cls, words in captions.items()
        for group, fields in _groups(cls, apart=found.reference is not None)
    ]  # fmt: skip
    return render("indata.md", tables=tables, title=found.title)


def _groups(cls: type, *, apart: bool) -> list[tuple[str, list[Field]]]:
    """The fields under the headings that they have in a long form; the frames, and what stands beside each figure, last."""
    fields = list(fields_of(cls).values())
    if not apart:
        return [("", [f for f in fields if f.kind not in BESIDE and len(f.when) != 1])]
    last = ("Ramar", "")
    groups = sorted(dict.fromkeys(f.group for f in fields), key=lambda group: group in last and 1 + last.index(group))
    return [(group or "Vid sidan av uppgifterna", [f for f in fields if f.group == group]) for group in groups]


def _collect(cls: type, captions: dict[type, list[str]]) -> None:
    """Each row class once, with the labels of the fields that hold such rows."""
    for field in fields_of(cls).values():
        if field.row is None or not fields_of(field.row):
            continue
        labels = captions.setdefault(field.row, [])
        if field.label not in labels:
            labels.append(field.label)
            _collect(field.row, captions)


def _row(field: Field, page: str) -> dict[str, Any]:
    value = standard(field.standard) if field.standard else None
    return {
        "field": field,
        "unit": "" if field.unit == "×" else field.unit,
        "default": shown(field, field.default) if field.kind in SINGLE else "–",
        "limits": _limits(field),
        "source": row_address(value.id, page) if value else "",
        "seen": _seen(field, page),
    }


def _seen(field: Field, page: str) -> str:
    """What others have seen, with a link to its row; empty where nothing is published."""
    if not field.seen:
        return ""
    told = "Sett i kommuner" if field.seen.startswith("referenskalkyler.") else "Publicerat värde"
    return f"{told}: {inline(field.seen, page)}. {standard(field.seen).note}".strip()


def _limits(field: Field) -> str:
    """What may be filled in, in words."""
    if field.options:
        return listed(list(field.options.values()), "eller")
    if field.allowed:
        return listed([amount(x, field.unit) for x in field.allowed], "eller")
    if field.kind in KINDS:
        return KINDS[field.kind]
    low = None if field.above is not None and field.low is not None and field.low <= field.above else field.low
    bounds = (("från", low), ("mer än", field.above), ("till", field.high), ("under", field.below))
    words = [f"{word} {amount(x, field.unit)}" for word, x in bounds if x is not None]
    return ", ".join((["heltal"] if field.whole else []) + words) or "ett tal"


def outputs(id: str) -> str:
    """Every figure of the answer with its unit and, where a formula gives it, how it is computed in words."""
    found = calculator(id)
    fields = {**fields_of(found.outputs), **fields_of(found.inputs)}
    captions: dict[type, list[str]] = {found.outputs: []}
    _collect(found.outputs, captions)
    tables = [
        {"caption": listed(words) or "Resultat", "rows": [_told(f, fields) for f in fields_of(cls).values() if f.told]}
        for cls, words in captions.items()
    ]
    return render("resultat.md", tables=tables, title=found.title)


def _told(field: Field, fields: Mapping[str, Field]) -> dict[str, Any]:
    if field.by:
        options = fields[field.by].options if field.by in fields else {}
        cases = {options.get(key) or fields[key].label: formula for key, formula in field.formulas.items()}
        words: str = Markup("<br>").join(f"{case}: {in_words(parse(f), fields)}" for case, f in cases.items())
    else:
        words = in_words(parse(field.formula), fields) if field.formula and field.kind != "choice" else field.help
    return {"field": field, "words": words}
