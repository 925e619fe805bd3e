"""From text to tokens: names, numbers, signs and brackets, each with its place. What can't be read becomes a flaw."""

from __future__ import annotations

import re

from calculators.kalkyl.formel.names import Names, known, match, nearest, spelled, squeezed
from calculators.kalkyl.formel.scan import MOST_FLAWS, Scan
from calculators.kalkyl.formel.tree import Name, Number
from calculators.kalkyl.formel.units import read_unit
from calculators.swedish import NotANumber, listed, parse_number

SIGNS = {
    "+": "+", "-": "-", "−": "-", "–": "-", "—": "-", "×": "*", "*": "*", "·": "*", "⋅": "*", "÷": "/", "/": "/", ":": "/",
}  # fmt: skip
WORD_SIGNS = {"x": "*", "gånger": "*", "plus": "+", "minus": "-", "delat med": "/", "delat på": "/", "genom": "/"}
NUMBER = re.compile(r"(?:[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+|[0-9]+)(?:[.,][0-9]+)*")
PERCENT = re.compile(r" ?(?:%|procent(?!\w))")
UNIT = re.compile(r" ?([^\W\d_]+(?:/[^\W\d_]+)*)")
WORD = re.compile(r"[^\W_]\w*(?:[-.'’&][^\W_]\w*)*")
QUOTED = re.compile(r'"((?:[^"]|"")*)"')
SUGGESTED = 3  # unknown names that get suggestions; the rest are only named


def scan(text: str, names: Names) -> Scan:
    """The tokens of a text, and the flaws found on the way."""
    found = Scan(text, names)
    found.folded, found.places = squeezed(text)
    while found.at < len(found.folded) and len(found.flaws) < MOST_FLAWS:
        _step(found)
    return found


def _step(s: Scan) -> None:
    c = s.folded[s.at]
    word_sign = _word_sign(s) if s.after_operand else None
    hit = None if word_sign else match(s.names, s.folded, s.at)
    if c == " ":
        s.at += 1
    elif word_sign:
        s.add("sign", s.at + len(word_sign), "*" if word_sign == "av" else WORD_SIGNS[word_sign])
    elif hit:
        _name(s, hit[0], hit[1], bare=True)
    elif c == '"':
        _quoted(s)
    elif c in "0123456789":
        _number(s)
    elif c in SIGNS:
        s.add("sign", s.at + 1, SIGNS[c])
    elif c in "()":
        s.add("(" if c == "(" else ")", s.at + 1)
    elif WORD.match(s.folded, s.at):
        _unknown(s)
    else:
        _no_sign(s)


def _word_sign(s: Scan) -> str | None:
    """A sign in words at this place: "gånger", a lone x, or "av" after per cent."""
    last = s.tokens[-1].leaf
    words = [*WORD_SIGNS, "av"] if isinstance(last, Number) and last.percent else WORD_SIGNS
    for word in words:
        after = s.folded[s.at + len(word) : s.at + len(word) + 1]
        if s.folded.startswith(word, s.at) and not (after.isalpha() or (after.isalnum() and word != "x")):
            return word
    return None


def _name(s: Scan, name: str, end: int, bare: bool) -> None:
    if name in s.names.doubled:
        words = f"Två faktorer heter {name}. Ge dem olika namn, så syns det vilken som räknas."
        s.flaw("tva_lika", s.at, end, words)
    s.add("leaf", end, leaf=Name(name, s.place(s.at, end)), bare=bare)


def _quoted(s: Scan) -> None:
    found = QUOTED.match(s.folded, s.at)
    if not found:
        rest = s.written(s.at, len(s.folded))
        s.flaw(
            "citat", s.at, len(s.folded), "Citattecknet stängs aldrig. Skriv ” efter namnet.",
            ("Sätt ” sist", f"{rest.rstrip()}”"),
        )  # fmt: skip
        s.at = len(s.folded)
        return
    spelling = found[1].replace('""', '"').strip()
    name = known(s.names, spelling)
    if name is None:
        _missing(s, s.at, found.end(), s.written(s.at, found.end())[1:-1])
        name = spelling
    _name(s, name, found.end(), bare=False)


def _unknown(s: Scan) -> None:
    """Words that are no name: as far as they go, together with a name that they stand directly after."""
    start = s.at
    if s.tokens and s.tokens[-1].bare and s.tokens[-1].span[1] + 1 >= s.at:
        start = s.tokens.pop().span[0]
    end = s.at
    while (word := WORD.match(s.folded, end)) and (end == s.at or not _sign_at(s.folded, end)):
        end = word.end()
        if s.folded[end : end + 1] != " " or not s.folded[end + 1 : end + 2].isalpha():
            break
        end += 1
    end = len(s.folded[:end].rstrip())
    _missing(s, start, end, s.written(start, end))
    s.at = start
    s.add("leaf", end, leaf=Name(s.folded[start:end], s.place(start, end)))


def _sign_at(folded: str, at: int) -> bool:
    return any(
        folded.startswith(word, at) and not folded[at + len(word) : at + len(word) + 1].isalnum() for word in WORD_SIGNS
    )


def _missing(s: Scan, start: int, end: int, name: str) -> None:
    """A name that no factor has, with those that are near."""
    near = nearest(s.names, name) if len(s.flaws) < SUGGESTED else ()
    if near:
        advice = f"Menade du {listed(near, 'eller')}?"
    elif s.names.all and len(s.names.all) <= SUGGESTED + 1:
        advice = f"Lägg till den, eller använd {listed(s.names.all, 'eller')}."
    else:
        advice = "Lägg till den som en faktor."
    swaps = ((f"Byt till {other}", spelled(other)) for other in near)
    s.flaw("namn", start, end, f"Det finns ingen faktor som heter {name.strip()}. {advice}", *swaps)


def _number(s: Scan) -> None:
    found = NUMBER.match(s.folded, s.at)
    end = found.end() if found else s.at + 1
    value = 0.0
    try:
        value = parse_number(s.folded[s.at : end])
    except NotANumber as sentence:
        digits = s.folded[s.at : end]
        both = (("Ta bort punkten", digits.replace(".", "")), ("Byt punkten mot komma", digits.replace(".", ",")))
        s.flaw("tal", s.at, end, str(sentence), *(both if digits.count(".") == 1 and "," not in digits else ()))
    percent = PERCENT.match(s.folded, end)
    last = percent.end() if percent else end
    s.add("leaf", last, leaf=Number(value, bool(percent), s.place(s.at, last)))
    if not percent:
        _unit_after(s)


def _unit_after(s: Scan) -> None:
    """ "60 min": a number in the formula has no unit of its own."""
    found = UNIT.match(s.folded, s.at)
    unit = found and read_unit(found[1])
    if found and unit and unit.powers and not _word_sign(s) and not match(s.names, s.folded, found.start(1)):
        words = s.written(found.start(1), found.end())
        text = f"Skriv talet utan {words}. Enheten står vid faktorn, så lägg hellre talet som en egen faktor."
        s.flaw("enhet", s.at if s.folded[s.at] != " " else s.at + 1, found.end(), text, (f"Ta bort {words}", ""))
        s.at = found.end()


def _no_sign(s: Scan) -> None:
    c = s.written(s.at, s.at + 1)
    if c == "%":
        words = "Skriv % direkt efter ett tal, till exempel 40 %. En faktor med enheten % är redan en andel."
        s.flaw("procent", s.at, s.at + 1, words, ("Ta bort %", ""))
    elif c == "=":
        s.flaw("okant_tecken", s.at, s.at + 1, "Skriv bara uträkningen, utan =.", ("Ta bort =", ""))
    else:
        words = f"Tecknet {c} går inte att räkna med här. Använd + − × ÷ och parenteser."
        s.flaw("okant_tecken", s.at, s.at + 1, words, (f"Ta bort {c}", ""))
    s.at += 1
