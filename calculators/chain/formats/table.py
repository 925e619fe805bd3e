"""A table: CSV that a spreadsheet opens, and rows pasted from one. One row a box, its arrows as names or ids in a cell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from calculators.chain.document import LARGEST
from calculators.chain.formats.draft import Draft, Opened
from calculators.chain.formats.safe_xml import refused
from calculators.chain.graph import Effektkedja, Lada
from calculators.chain.kinds import HUVUDTYPER, KATEGORIER, NAR, SLAG, TYPER
from calculators.chain.outline import TYPE_WORDS
from calculators.chain.plain import lines
from calculators.chain.siffror import INGA, PerLada, Siffror

ARROWS = {"leder_till": "Leder till", "hindrar": "Hindrar", "kraver": "Krävs för"}
YES = {"ja": True, "nej": False, "x": True, "1": True, "0": False, "true": True, "false": False}
COLUMNS = {
    "id": "Id", "typ": "Typ", "text": "Text", "intressent": "Intressent", "kategori": "Kategori",
    "varderas_i_pengar": "Värderas i pengar", "nar": "När", "indikator": "Indikator", "ansvarig": "Ansvarig",
    "forutsattning": "Förutsättning", "atgard": "Åtgärd", "kalkylrad": "Kalkylrad", "notering": "Notering",
    **ARROWS,
}  # fmt: skip
HEADS = {head.lower(): key for key, head in COLUMNS.items()} | {
    "låda": "text", "ruta": "text", "för": "intressent", "för vem": "intressent", "i pengar": "varderas_i_pengar",
    "kräver": "kraver",
}  # fmt: skip
FIGURES = "I kalkylen"  # a column that is read by people, never taken in: the amounts are the calculation's
UNNAMED = ("text", "typ", "intressent", "leder_till")
FORMULA = re.compile(r"^'?[=+\-@\t]")


def write(kedja: Effektkedja, siffror: PerLada = INGA) -> str:
    """CSV with semicolons, for a spreadsheet in Swedish; save it as UTF-8 with a byte order mark, which is in the text.

    `siffror`, where there are any, have a column of their own, last.
    """
    import csv

    made = io.StringIO()
    sheet = csv.writer(made, delimiter=";", lineterminator="\r\n")
    sheet.writerow([*COLUMNS.values(), *([FIGURES] if siffror else [])])
    for lada in kedja.lador:
        out = {slag: [p.till for p in kedja.pilar if p.fran == lada.id and p.slag == slag] for slag in SLAG}
        cells = [" | ".join(out[key]) if key in out else _cell(lada, key) for key in COLUMNS]
        cells += ["; ".join(f"{name}: {value}" for name, value in siffror.get(lada.id, Siffror()).fakta)] if siffror else []
        sheet.writerow([f"'{cell}" if FORMULA.match(cell) else cell for cell in cells])
    return "\ufeff" + made.getvalue()


def _cell(lada: Lada, key: str) -> str:
    if key == "typ":
        return TYPER[lada.typ].namn
    if key == "kategori":
        return KATEGORIER.get(lada.kategori, "")
    if key == "nar":
        return NAR.get(lada.nar, "").capitalize()
    if key == "varderas_i_pengar":
        return {True: "Ja", False: "Nej", None: ""}[lada.varderas_i_pengar]
    text: str = getattr(lada, key)
    return text


def looks_like(text: str) -> bool:
    """Whether the text is rows with columns: tabs, or a first row that names columns."""
    first = text.removeprefix("\ufeff").lstrip("\r\n").partition("\n")[0]
    return "\t" in text.strip() or len({head.strip(' "').lower() for head in first.split(";")} & HEADS.keys()) > 1


def read(text: str) -> Opened:
    """The chain of a table with named columns, or with text, typ, intressent, leder till. Raises Rejected."""
    import csv

    if len(text) > LARGEST:
        raise refused("Tabellen är större än en effektkedja kan vara. Ta med en del av den.")
    bare = text.removeprefix("\ufeff").lstrip("\r\n").replace("\0", "")
    first = bare.partition("\n")[0]
    mark = max("\t;,", key=first.count)
    try:
        rows = [[_unguarded(cell) for cell in row] for row in csv.reader(io.StringIO(bare), delimiter=mark) if any(row)]
    except csv.Error:
        raise refused("Tabellen går inte att läsa. Kopiera den på nytt, eller spara den som CSV.") from None
    heads = [HEADS.get(cell.lower(), "") for cell in rows[0]] if rows else []
    named = "text" in heads
    keys = heads if named else UNNAMED
    return _taken([dict(zip(keys, row, strict=False)) for row in rows[1 if named else 0 :]])


def _unguarded(cell: str) -> str:
    bare = lines(cell)
    return bare[1:] if bare.startswith("'") and FORMULA.match(bare) else bare


def _taken(rows: Sequence[Mapping[str, str]]) -> Opened:
    draft = Draft()
    kinds: dict[str, str] = {}
    by_text: dict[str, str] = {}
    keys = [row.get("id") or f"rad {n}" for n, row in enumerate(rows)]
    for key, row in zip(keys, rows, strict=True):
        if row.get("text"):
            kinds[key] = _typ(row.get("typ", ""))
            draft.box(key, kinds[key], row["text"], **_about(row))
            by_text.setdefault(row["text"].lower(), key)
    for key, row in zip(keys, rows, strict=True):
        for slag in ARROWS if row.get("text") else ():
            for aim in _aims(row.get(slag, ""), draft.boxes, by_text):
                if aim not in draft.boxes:  # only named as what something leads to
                    draft.box(aim, _next(kinds[key]), aim)
                    by_text[aim.lower()] = aim
                draft.arrow(key, aim, slag)
    return draft.opened()


def _typ(word: str) -> str:
    bare = word.strip().lower()
    return bare if bare in TYPER else TYPE_WORDS.get(bare, "")


def _next(typ: str) -> str:
    return HUVUDTYPER[min(HUVUDTYPER.index(typ) + 1, len(HUVUDTYPER) - 1)] if typ in HUVUDTYPER else ""


def _about(row: Mapping[str, str]) -> dict[str, Any]:
    """The values of a row; what is no known choice is left out."""

    def chosen(key: str, options: Mapping[str, str]) -> str:
        word = row.get(key, "").strip().lower()
        return next((id for id, name in options.items() if word in (id, name.lower())), "")

    texts: Iterable[str] = ("intressent", "indikator", "ansvarig", "forutsattning", "atgard", "kalkylrad", "notering")
    return {
        **{key: row.get(key, "") for key in texts},
        "kategori": chosen("kategori", KATEGORIER),
        "nar": chosen("nar", NAR),
        "varderas_i_pengar": YES.get(row.get("varderas_i_pengar", "").strip().lower()),
    }


def _aims(cell: str, boxes: Mapping[str, Any], by_text: Mapping[str, str]) -> list[str]:
    """The boxes that a cell names, by id or text: between bars or on lines of their own, or commas when all are known."""

    def key_of(name: str) -> str:
        return name if name in boxes else by_text.get(name.lower(), "")

    def split(mark: str) -> list[str]:
        return [part.strip() for part in re.split(mark, cell) if part.strip()]

    parts = split(r"[|\n]")
    if len(parts) == 1 and not key_of(parts[0]):
        several = split(",")
        if len(several) > 1 and all(key_of(part) for part in several):
            parts = several
    return [key_of(part) or part for part in parts]
