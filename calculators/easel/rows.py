"""Boxes and rows: a benefit or a cost in the chain is a row of the calculation, with one name, category, stakeholder and life."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Iterator, Mapping, Sequence

from calculators.chain.edits import added, changed, removed
from calculators.chain.graph import Effektkedja, Lada
from calculators.chain.phrasing import stakeholders
from calculators.chaining import with_perspective
from calculators.kalkyl.document import new_row
from calculators.kategorier import PENGAKATEGORIER
from calculators.rows import count, without_row

Flat = Mapping[str, str]
TABLES = {"nyttor": ("nytta", "N"), "kostnader": ("kostnad", "K"), "ej_varderade": ("", "E")}
TYPER = ("nytta", "kostnad")


@dc.dataclass(frozen=True, slots=True)
class Row:
    """A row of the calculation: `path` is its place ("nyttor.0")."""

    id: str
    path: str
    typ: str
    namn: str
    kategori: str
    perspektiv: str

    @property
    def table(self) -> str:
        return self.path.partition(".")[0]

    @property
    def in_money(self) -> bool:
        return self.table != "ej_varderade"


def rows_of(flat: Flat) -> dict[str, Row]:
    """Every row by its id, as the calculation names it: its own, or N1, N2 … by place."""
    return {row.id: row for row in _rows(flat)}


def _rows(flat: Flat) -> Iterator[Row]:
    for table, (side, letter) in TABLES.items():
        for n in range(count(flat, table)):
            at = f"{table}.{n}"
            typ = side or (flat.get(f"{at}.sida") if flat.get(f"{at}.sida") in TYPER else "") or "nytta"
            about = [flat.get(f"{at}.{name}", "") for name in ("namn", "kategori", "perspektiv")]
            yield Row(flat.get(f"{at}.id") or f"{letter}{n + 1}", at, typ, *about)


def boxes_follow(flat: Flat, kedja: Effektkedja) -> Effektkedja:
    """The chain with the calculation's names and categories, a box for each named row, and none for a row that is gone."""
    rows, made = rows_of(flat), kedja
    gone = [lada.id for lada in kedja.lador if lada.kalkylrad and lada.kalkylrad not in rows]
    made = removed(kedja, *gone) if gone else kedja
    joined = {lada.kalkylrad: lada for lada in made.lador if lada.kalkylrad}
    parties = perspectives(flat)
    for row in rows.values():
        lada = joined.get(row.id)
        if lada is None and row.namn.strip():
            made, _ = added(
                made, row.typ, _told(row), intressent=row.perspektiv, kategori=row.kategori, varderas_i_pengar=row.in_money,
                kalkylrad=row.id,
            )  # fmt: skip
        elif lada is not None and (other := _of_row(lada, row, parties)):
            made = changed(made, lada.id, **other)
    return made


def _told(row: Row) -> str:
    return " ".join(row.namn.split())[:1000]


def _of_row(lada: Lada, row: Row, parties: Sequence[str]) -> dict[str, object]:
    """What the row says otherwise than the box."""
    said = {"typ": row.typ, "text": _told(row), "varderas_i_pengar": row.in_money}
    if lada.varderas_i_pengar is None and row.in_money:
        del said["varderas_i_pengar"]  # nobody has decided: it stands among what is valued until somebody does
    if lada.kategori and row.kategori:
        said["kategori"] = row.kategori
    if row.perspektiv and _same_party(lada, row, parties) is False:
        said["intressent"] = row.perspektiv
    return {name: value for name, value in said.items() if getattr(lada, name) != value}


def perspectives(flat: Flat) -> list[str]:
    """The calculation's perspectives, in order."""
    return [name for n in range(count(flat, "perspektiv")) if (name := flat.get(f"perspektiv.{n}", ""))]


def _same_party(lada: Lada, row: Row, parties: Sequence[str]) -> bool | None:
    """Whether box and row are for the same; None where it can't be said: the box names several, or others than the calculation.

    A row that nobody has chosen for is for the first perspective, and its box then says nothing.
    """
    if not lada.intressent:
        return row.perspektiv in parties[:1]
    return lada.intressent.lower() == row.perspektiv.lower() if _known(lada.intressent, parties) else None


def _known(who: str, parties: Sequence[str]) -> str:
    """The perspective as the calculation spells it; "" for one that it lacks."""
    return next((name for name in parties if name.lower() == who.lower()), "")


def rows_follow(flat: Flat, before: Effektkedja, after: Effektkedja) -> tuple[dict[str, str], Effektkedja]:
    """The calculation with the chain's benefits and costs as rows, and the chain with their ids."""
    kept, rows = dict(flat), rows_of(flat)
    stay = {lada.kalkylrad for lada in after.lador if lada.typ in TYPER and _belongs(lada, rows.get(lada.kalkylrad))}
    leave = [rows[x.kalkylrad].path for x in before.lador if x.kalkylrad in rows and x.kalkylrad not in stay]
    for path in sorted(leave, key=lambda path: -int(path.partition(".")[2])):
        kept = without_row(kept, path)
    made = []
    for lada in after.lador:
        if lada.typ not in TYPER:
            made.append(dc.replace(lada, kalkylrad="") if lada.kalkylrad else lada)
        else:
            id = lada.kalkylrad if lada.kalkylrad in stay else ""
            kept, id = _written(kept, lada, id)
            made.append(lada if id == lada.kalkylrad else dc.replace(lada, kalkylrad=id))
    return kept, dc.replace(after, lador=tuple(made))


def _table(lada: Lada) -> str:
    valued = lada.varderas_i_pengar is not False and (not lada.kategori or lada.kategori in PENGAKATEGORIER)
    return {"nytta": "nyttor", "kostnad": "kostnader"}[lada.typ] if valued else "ej_varderade"


def _belongs(lada: Lada, row: Row | None) -> bool:
    return row is not None and row.table == _table(lada)


def _written(flat: dict[str, str], lada: Lada, id: str) -> tuple[dict[str, str], str]:
    """The flat with the box's row in it, and the row's id. A row that nobody has filled in is taken before a new one."""
    rows = rows_of(flat)
    if id not in rows:
        table = _table(lada)
        empty = next((r for r in rows.values() if r.table == table and not r.namn.strip() and _unfilled(flat, r)), None)
        path = empty.path if empty else f"{table}.{count(flat, table)}"
        if empty is None:
            flat = flat | {f"{path}.{key}": value for key, value in new_row(flat, table).items()}
        rows = rows_of(flat)
        id = next(row.id for row in rows.values() if row.path == path)
    row = rows[id]
    said = {"namn": lada.text, "id": id}
    if lada.kategori and lada.kategori != row.kategori:
        said["kategori"] = lada.kategori
    if row.table == "ej_varderade":
        said["sida"] = lada.typ
    flat, said["perspektiv"] = _for_whom(flat, lada, row)
    return flat | {f"{row.path}.{key}": value for key, value in said.items()}, id


def _for_whom(flat: dict[str, str], lada: Lada, row: Row) -> tuple[dict[str, str], str]:
    """The flat with the box's stakeholder among the perspectives, and the row's. A box for several leaves the row as it is."""
    who = stakeholders(lada)
    if not who:
        return flat, flat.get("perspektiv.0", "") if row.perspektiv else ""
    if len(who) > 1:
        return flat, row.perspektiv
    known = _known(who[0], perspectives(flat))
    return (flat if known else with_perspective(flat, who[0])), known or who[0]


def without_unused(flat: dict[str, str], who: str) -> dict[str, str]:
    """Without a perspective that no row names: one that was only half typed."""
    named = {value for key, value in flat.items() if key.endswith(".perspektiv")}
    places = [n for n in range(1, count(flat, "perspektiv")) if flat.get(f"perspektiv.{n}") == who]
    return without_row(flat, f"perspektiv.{places[0]}") if places and who not in named else flat


def _unfilled(flat: Flat, row: Row) -> bool:
    """Whether nothing has been written in the row but what a new one begins with."""
    fresh = {f"{row.path}.{key}": value for key, value in new_row(flat, row.table).items()}
    here = {key: value for key, value in flat.items() if key.startswith(f"{row.path}.") and value}
    return all(key.endswith(".id") or fresh.get(key) == value for key, value in here.items())
