"""Terms of an earlier document as factors and a formula: the same value at every level, and every text kept.

Σ sign × Π factors ÷ divisor becomes "Antal × Minuter A ÷ 60 − Antal 2 × Minuter B ÷ 60". Factors get names of their own where
they had none or shared one; a shared factor that several terms refer to becomes one row, and so does a named factor that
stands in several terms with the very same figures. A single product needs no formula.
"""

from __future__ import annotations

import dataclasses as dc
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence

from calculators.kalkyl.document import Block
from calculators.kalkyl.formel.names import Taken, spelled
from calculators.kalkyl.formel.reading import LONGEST
from calculators.schema import Varde
from calculators.swedish import LONGEST as LONGEST_NUMBER
from calculators.swedish import NotANumber, parse_number, write_number

TERM = re.compile(r"((?:nyttor|kostnader)\.[0-9]+)\.termer\.([0-9]+)\.(?:faktorer\.([0-9]+)\.)?([a-z]+)")
MOST_ROWS = 999  # what the keys of a flat document can number
SHARED = re.compile(r"gemensamma\.([0-9]+)\.(id|varde\.namn)")


@dc.dataclass(frozen=True, slots=True)
class Ledd:
    """A term as texts: taken away or not, the (name, ref, figures) of each factor, and what it is divided by."""

    minus: bool
    factors: Sequence[tuple[str, str, Hashable]]
    divisor: str


@dc.dataclass(frozen=True, slots=True)
class Rad:
    """A factor row: which factor of which term it was, and its name when that is a new one."""

    term: int
    factor: int
    namn: str = ""


def with_formula(block: Block, shared: Mapping[str, Varde]) -> Block:
    """The block with factors and a formula in the place of its terms; unchanged where a formula can't hold them."""
    terms = [Ledd(t.tecken == "-", [(v.namn, v.ref, v) for v in t.faktorer], write_number(t.delare)) for t in block.termer]
    found = rewritten(terms, {id: v.namn for id, v in shared.items()}) if terms and not block.counted else None
    if found is None:
        return block
    rows, formel = found
    factors = (
        dc.replace(value, namn=row.namn) if row.namn else value
        for row in rows
        for value in (block.termer[row.term].faktorer[row.factor],)
    )
    return dc.replace(block, termer=(), faktorer=tuple(factors), formel=formel)


def flat_with_formulas(flat: Mapping[str, str]) -> dict[str, str]:
    """A flat document with factors and formulas in the place of terms; blocks that a formula can't hold are left."""
    shared, taken, added = _shared_names(flat), _with_factors(flat), dict[str, dict[str, str]]()
    for place, terms in _blocks(flat).items():
        found = None if place in taken else rewritten([_ledd(terms[t]) for t in sorted(terms)], shared)
        if found is not None:
            rows, formel = found
            added[place] = dict(_flat_rows(place, terms, rows)) | {f"{place}.formel": formel}
    kept = {k: v for k, v in flat.items() if not (".termer." in k and _place(k) in added)}
    return kept | {k: v for texts in added.values() for k, v in texts.items()}


def _place(key: str) -> str:
    """The block that a key belongs to: "nyttor.0"."""
    return ".".join(key.split(".", 2)[:2])


def _with_factors(flat: Mapping[str, str]) -> set[str]:
    """The blocks that are worked out from factors, or a formula, already."""
    return {_place(k) for k, v in flat.items() if (".faktorer." in k and ".termer." not in k) or (k.endswith(".formel") and v.strip())}


Texts = dict[int, dict[str, str]]  # place of a factor, or -1 for the term itself → its texts


def _blocks(flat: Mapping[str, str]) -> dict[str, dict[int, Texts]]:
    """The texts of every term, by block."""
    found: dict[str, dict[int, Texts]] = {}
    for key, value in flat.items():
        if match := TERM.fullmatch(key):
            place, t, f, name = match.groups()
            found.setdefault(place, {}).setdefault(int(t), {}).setdefault(int(f or -1), {})[name] = value
    return found


def _shared_names(flat: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, dict[str, str]] = {}
    for key, value in flat.items():
        if match := SHARED.fullmatch(key):
            found.setdefault(match[1], {})[match[2]] = value.strip()
    return {about.get("id", ""): about.get("varde.namn", "") for about in found.values()}


def _ledd(term: Texts) -> Ledd:
    own = term.get(-1, {})
    factors = [
        (about.get("namn", "").strip(), about.get("ref", "").strip(), tuple(sorted(about.items())))
        for about in (term[f] for f in sorted(term) if f >= 0)
    ]
    return Ledd(own.get("tecken") == "-", factors, own.get("delare", "").strip() or "1")


def _flat_rows(place: str, terms: Mapping[int, Texts], rows: Sequence[Rad]) -> Iterator[tuple[str, str]]:
    in_order = [terms[t] for t in sorted(terms)]
    for n, row in enumerate(rows):
        term = in_order[row.term]
        texts = term[[f for f in sorted(term) if f >= 0][row.factor]]
        yield from (
            (f"{place}.faktorer.{n}.{k}", v) for k, v in (texts | ({"namn": row.namn} if row.namn else {})).items()
        )


def rewritten(terms: Sequence[Ledd], shared: Mapping[str, str]) -> tuple[list[Rad], str] | None:
    """The rows and the formula of these terms; None where the formula would be longer than one may be."""
    divisors = [_divisor(term.divisor) for term in terms]
    if len(terms) == 1 and not terms[0].minus and not divisors[0] and terms[0].factors:
        return [Rad(0, f) for f in range(len(terms[0].factors))], ""
    rows: list[Rad] = []
    kept: dict[Hashable, str] = {}
    taken, formel = Taken(), ""
    for t, (term, divisor) in enumerate(zip(terms, divisors, strict=True)):
        names: list[str] = []
        for f, (name, ref, figures) in enumerate(term.factors):
            same: Hashable = ref or ((name, figures) if name else None)
            given = kept.get(same, "")
            if not given or (given in names and not ref):  # two alike in one product are two
                wanted = name or shared.get(ref, "") or ref or f"Faktor {len(rows) + 1}"
                given = taken.take(wanted)
                rows.append(Rad(t, f, given if given != wanted or not (name or ref) else ""))
                kept |= {same: given} if same else {}
            names.append(given)
        sign = ("−" if term.minus else "") if not t else (" − " if term.minus else " + ")
        formel += sign + (" × ".join(map(spelled, names)) or "1") + divisor
    too_long = len(formel) > LONGEST or len(rows) > MOST_ROWS or any(len(d) > LONGEST_NUMBER for d in divisors)
    return None if too_long else (rows, formel)


def _divisor(text: str) -> str:
    """ " ÷ 60"; nothing for 1, and what is no number as it stands, so that it can be mended in the formula."""
    try:
        x = parse_number(text)
    except NotANumber:
        return f" ÷ {text}"
    written = write_number(x)
    return "" if x == 1 else f" ÷ ({written})" if x < 0 else f" ÷ {written}"
