"""From a calculator into the reader's nyttokalkyl: new rows with names, factors and sources, and the way back to where they came from."""

from __future__ import annotations

import dataclasses as dc
import re
from collections.abc import Mapping

from calculators import link
from calculators.kalkyl.bidrag import Bidrag
from calculators.kalkyl.document import Block, Nyttokalkyl, new_row
from calculators.kalkyl.fran_termer import with_formula
from calculators.registry import ids
from calculators.rows import Flat, count
from calculators.wire import to_flat

INTO = "nyttokalkyl"
ORIGIN = re.compile(r"([a-z_]+)#(k=[0-9]+\.[A-Za-z0-9_-]+)")
NUMBERED = re.compile(r"(nyttor|kostnader)\.([0-9]+)\.")


def origin(id: str, document: Mapping[str, object]) -> str:
    """What a row remembers of where it comes from: the calculator and everything filled in there."""
    return f"{id}#{link.encode(document)}"


def way_back(origin: str) -> tuple[str, str] | None:
    """The calculator and the fragment that a row came from; None where it names none of ours."""
    match = ORIGIN.fullmatch(origin)
    return (match[1], match[2]) if match and match[1] in ids() else None


def added(flat: Mapping[str, str], bidrag: Bidrag, fran: str) -> tuple[Flat, tuple[str, ...]]:
    """The nyttokalkyl with the rows last, and the names of what was added. Rows that nobody has begun on give way."""
    kept = _without_blank(dict(flat))
    names: list[str] = []
    for side in ("nyttor", "kostnader"):
        for block in getattr(bidrag, side):
            perspektiv = block.perspektiv or kept.get("perspektiv.0", "Egna organisationen")
            kept = with_perspective(kept, perspektiv)
            row = dc.replace(with_formula(block, {}), perspektiv=perspektiv, id=new_row(kept, side)["id"], fran=fran)
            kept |= _numbered(side, count(kept, side), row)
            names.append(f"{row.id} {row.namn}")
    for factor in bidrag.gemensamma:
        n = count(kept, "gemensamma")
        kept |= {f"gemensamma.{n}.{k}": v for k, v in to_flat(dc.replace(factor, id=_free(kept, factor.id))).items()}
        names.append(factor.varde.namn or factor.id)
    for item in bidrag.ej_varderade:
        perspektiv = item.perspektiv or kept.get("perspektiv.0", "")
        kept = with_perspective(kept, perspektiv) if perspektiv else kept
        row_id = new_row(kept, "ej_varderade")["id"]
        n = count(kept, "ej_varderade")
        kept |= {f"ej_varderade.{n}.{k}": v for k, v in to_flat(dc.replace(item, id=row_id, perspektiv=perspektiv)).items()}
    return kept, tuple(names)


def _numbered(side: str, n: int, row: Block) -> Flat:
    return {f"{side}.{n}.{key}": value for key, value in to_flat(row).items()}


def with_perspective(flat: Flat, name: str) -> Flat:
    """With the perspective last among them, unless it is there."""
    taken = [value for key, value in flat.items() if key.startswith("perspektiv.")]
    return flat if name in taken else flat | {f"perspektiv.{count(flat, 'perspektiv')}": name}


def _free(flat: Flat, id: str) -> str:
    taken = {value for key, value in flat.items() if key.startswith("gemensamma.") and key.endswith(".id")}
    return next(name for name in (id, *(f"{id}{n}" for n in range(2, len(taken) + 3))) if name not in taken)


def _without_blank(flat: Flat) -> Flat:
    """Without the rows that an empty form begins with, while nothing has been written in them."""
    begun = {m[0] for key, value in flat.items() if (m := NUMBERED.match(key)) and value and not key.endswith(STANDING)}
    return {key: value for key, value in flat.items() if not (m := NUMBERED.match(key)) or m[0] in begun}


STANDING = (".id", ".perspektiv", ".kategori", ".tecken", ".delare", ".typ")


def empty_calculation() -> Flat:
    """A nyttokalkyl with nothing in it but its frames."""
    return to_flat(Nyttokalkyl())
