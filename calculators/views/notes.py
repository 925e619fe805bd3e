"""What stands under a field: faults, doubts, an echo in another unit, and where the figure comes from."""

from __future__ import annotations

import contextlib
import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from calculators.answers import HOURLY, hourly_cost, known
from calculators.schema import Field, fields_of
from calculators.session import WAGE
from calculators.standard import Standard, standard
from calculators.swedish import NotANumber, amount, parse_number
from calculators.views.environment import render
from calculators.views.formulas import formula_notes, worked_out
from calculators.views.view import View
from calculators.wire import shown, typed

# A figure in a unit that is easily taken for another: what it is in the other one.
ECHOES = {
    "kr/mån": (12.0, "kr/år"), "h/mån": (12.0, "h/år"), "km": (0.1, "mil"), "min": (1 / 60, "h"), "kr/mil": (10.0, "kr per 10 mil"),
    "kr/år": (1 / 12, "kr/mån"),
}  # fmt: skip
KINDS = ("faults", "missing", "doubts", "echo", "mark", "changed")
FIGURES = re.compile(r".*\.(?:troligt|lagst|hogst|delare|ar\.[0-9]+)")  # the figures inside rows


def notes(view: View) -> dict[str, str]:
    """Field key + "--note" → HTML, for every field that has something to say."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    declared = fields_of(view.calculator.inputs)
    for fault in view.faults:
        if fault.missing and fault.field in declared and declared[fault.field].asked:
            continue  # it is empty from the start, and the result lists what is left
        said[fault.field]["missing" if fault.missing else "faults"].append(fault.message)
    for doubt in view.doubts:
        said[doubt.field]["echo" if doubt.level == "info" else "doubts"].append(doubt.text)
    for key, field in declared.items():
        if field.kind in ("number", "share"):
            _about_figure(view, key, field, said[key])
    for key in _from_the_example(view):
        said[key]["mark"].append("Exempelvärde")
    _about_units(view, said)
    for key, words in worked_out(view) if view.calculator.own_page else ():
        said[key]["echo"].append(words)
    found = {f"{key}--note": _html(words) for key, words in said.items() if words}
    return found | _wages(view) | (formula_notes(view, said) if view.calculator.own_page else {})


def _from_the_example(view: View) -> Iterator[str]:
    """Figures in rows that still are the example's, wherever their row has been moved."""
    example = {_in_row(view.example, key): text for key, text in view.example.items() if FIGURES.fullmatch(key)}
    for key, text in view.flat.items() if example else ():
        if FIGURES.fullmatch(key) and example.get(_in_row(view.flat, key)) == text:
            yield key


def _in_row(flat: Mapping[str, str], key: str) -> tuple[str, ...]:
    """The key with its row's id in the place of its number, where the row has one."""
    rows, number, rest = (*key.split(".", 2), "", "")[:3]
    return rows, flat.get(f"{rows}.{number}.id") or number, rest


def _about_units(view: View, said: dict[str, dict[str, list[str]]]) -> None:
    """A likely figure in a row, in the other unit than the one that stands beside it."""
    units = {key: unit.strip() for key, unit in view.flat.items() if key.endswith(".enhet")}
    for key, unit in units.items():
        likely = f"{key.removesuffix('.enhet')}.troligt"
        if unit in ECHOES and likely in view.flat:
            with contextlib.suppress(NotANumber):
                if echo := _echo(view.flat[likely], unit):
                    said[likely]["echo"].append(echo)


@functools.lru_cache(2000)  # a keystroke changes one figure of many
def _echo(text: str, unit: str) -> str:
    return echoed(parse_number(text, unit), unit)


def _html(words: Mapping[str, Sequence[str]]) -> str:
    return _note(*(tuple(words.get(kind, ())) for kind in KINDS))


@functools.lru_cache(2000)
def _note(*words: tuple[str, ...]) -> str:
    return render("note.html", **dict(zip(KINDS, words, strict=True)))


def _wages(view: View) -> dict[str, str]:
    """What each wage that is tried beside a field gives, with a button that uses it."""
    found = {}
    for key, typed_wage in view.session.aside.items():
        field = key.removeprefix(WAGE)
        if typed_wage.strip():
            x = hourly_cost(view.session, field)
            words = "Skriv månadslönen i kronor." if x is None else f"Det ger {amount(x, HOURLY)}."
            found[f"{key}--note"] = render("wage.html", view=view, words=words, field=field, usable=x is not None)
    return found


def _about_figure(view: View, key: str, field: Field, words: dict[str, list[str]]) -> None:
    value = getattr(view.inputs, key)
    text = view.flat.get(key, "")
    sound = value is not None and text.strip() and not any(f.field == key for f in view.faults)
    if sound and (echo := echoed(value, field.unit)):
        words["echo"].append(echo)
    if view.flat.get(f"vet_ej.{key}"):
        words["mark"].append(f"Vet ej: {_unknown(field)}")
    elif field.standard is not None and (sound or not text.strip()):
        published = standard(field.standard)
        same = text == typed(published.amount, field.unit)
        words["mark" if same else "changed"].append(_standard_words(published, field, same))
    elif text and text == view.example.get(key):
        words["mark"].append("Exempelvärde")
    elif text and not view.session.state.origin and value == field.default:
        words["mark"].append("Förvalt värde")


def _unknown(field: Field) -> str:
    """What stands in for an answer that nobody has."""
    value = known(field)
    if value is None:
        return "räknas som 0 tills någon vet."
    middle = ", med mitten som troligt värde (mitten är vår)" if value.spanned_only else ""
    return f"det publicerade värdet {value.figure} används{middle}."


def _standard_words(published: Standard, field: Field, same: bool) -> str:
    figure = shown(field, published.amount)
    return f"Standardvärde: {figure}" if same else f"Ändrat från standardvärdet {figure}"


def echoed(x: float, unit: str) -> str:
    """ "41 800 kr/mån är 501 600 kr/år", or nothing."""
    if unit not in ECHOES or x == 0 or (unit == "min" and abs(x) < 60):
        return ""
    times, other = ECHOES[unit]
    return f"{amount(x, unit)} är {amount(x * times, other)}"
