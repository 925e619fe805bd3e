"""Patterns to start a benefit or a cost from: the rows that the calculators of the catalogue add, with empty figures."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.kalkyl.document import Block, new_row
from calculators.kalkyl.fran_termer import with_formula
from calculators.kalkyl.guide import CONSTANT
from calculators.registry import calculator
from calculators.rows import Flat, count
from calculators.schema import Varde, fields_of
from calculators.wire import from_json, to_flat


@dc.dataclass(frozen=True, slots=True)
class Monster:
    """A pattern: which calculator, with what chosen, and what the row is called. `engang`: only the first year."""

    label: str
    namn: str
    side: str
    calculator: str
    given: Mapping[str, Any]
    engang: bool = False


TIME: dict[str, Any] = {"metod": "ab", "handelser_per_ar": 1, "min_a": 2, "min_b": 1, "timkostnad": 1}
LEADING: dict[str, Any] = {"metod": "utveckling", "medarbetare": 1, "andel_av_aret": 1, "andel_av_arbetstiden": 1, "timkostnad": 1}
HOURS: dict[str, Any] = {"metod": "utbildning", "deltagare": 1, "h_per_deltagare": 1, "timkostnad": 1}
JOURNEYS: dict[str, Any] = {"resor_a_per_ar": 2, "resor_b_per_ar": 1, "km_per_resa": 1, "enkel_vag": True, "kr_per_mil": 1}
LICENCE: dict[str, Any] = {"metod": "licens", "antal_licenser": 1, "pris": 1, "period": "manad"}
SPENDING: dict[str, Any] = {"metod": "ab", "utgift_a": 2, "utgift_b": 1}
DRIFT: dict[str, Any] = {"metod": "drift", "h_per_manad": 1, "timkostnad": 1}
MONSTER = {
    "tid": Monster("Arbetstid", "Kortare arbetstid", "nyttor", "personaltid", TIME),
    "utgift": Monster("Utgift", "Lägre utgift", "nyttor", "utgifter", SPENDING),
    "resor": Monster("Resor", "Färre resor", "nyttor", "resor", JOURNEYS),
    "licens": Monster("Licens", "Licenser", "kostnader", "utgifter", LICENCE),
    "forandringsledning": Monster("Förändringsledning", "Förändringsledning", "kostnader", "personaltid", LEADING, engang=True),
    "utbildning": Monster("Utbildning", "Utbildning", "kostnader", "personaltid", HOURS, engang=True),
    "inforande": Monster("Engångskostnad", "Införande", "kostnader", "utgifter", {"metod": "per_enhet", "antal": 1, "utgift_per_enhet": 1},
                         engang=True),
    "drift": Monster("Drift och förvaltning", "Drift och förvaltning", "kostnader", "personaltid", DRIFT),
}  # fmt: skip
FORGOTTEN = {  # costs that are often forgotten: pattern → words that show that they are there
    "forandringsledning": ("förändring", "ledning", "projekt"),
    "utbildning": ("utbild", "kurs", "lära"),
    "inforande": ("införande", "inköp", "start", "engång", "installation"),
    "drift": ("drift", "förvaltning", "support", "licens", "underhåll"),
}


def patterns(side: str) -> dict[str, str]:
    """Pattern id → label, for a side."""
    return {id: m.label for id, m in MONSTER.items() if m.side == side}


def forgotten(flat: Mapping[str, str]) -> dict[str, str]:
    """The often forgotten costs that no row is named after, and that nobody has said are not needed."""
    names = " ".join(v.lower() for k, v in flat.items() if k.startswith("kostnader.") and k.endswith(".namn"))
    return {
        id: MONSTER[id].label
        for id, words in FORGOTTEN.items()
        if not any(word in names for word in words) and not flat.get(f"besvarade.{id}")
    }


def with_pattern(flat: Mapping[str, str], id: str) -> tuple[Flat, str]:
    """The document with one more row from a pattern, and the key to move to."""
    found = MONSTER[id]
    place = f"{found.side}.{count(flat, found.side)}"
    about = new_row(flat, found.side)
    texts = {**_texts(found), "id": about["id"], "perspektiv": about["perspektiv"]}
    return {**flat, **{f"{place}.{key}": text for key, text in texts.items()}}, place


def _texts(found: Monster) -> Flat:
    """A row's texts with the figures left out, but for numbers that are no answers, such as months in a year."""
    calc = calculator(found.calculator)
    inputs = from_json(calc, dict(found.given))
    bidrag = calc.bidrag(inputs) if calc.bidrag else None
    rows: tuple[Block, ...] = (*bidrag.nyttor, *bidrag.kostnader) if bidrag else ()
    block = with_formula(dc.replace(rows[0], timkostnad=None), {})
    labels = {f.label for name, f in fields_of(calc.inputs).items() if name in found.given}
    emptied = dc.replace(block, namn=found.namn, faktorer=tuple(_emptied(v, labels) for v in block.faktorer))
    flat = to_flat(dc.replace(emptied, faktor="engang" if found.engang else "lopande"))
    asked = {n for n, v in enumerate(block.faktorer) if v.namn in labels}
    return {k: "" if k.split(".")[0] == "faktorer" and k.endswith(".troligt") and int(k.split(".")[1]) in asked else v
            for k, v in flat.items()}  # fmt: skip


def _emptied(value: Varde, labels: set[str]) -> Varde:
    return dc.replace(value, kalla="") if value.namn in labels else dc.replace(value, kalla=value.kalla or CONSTANT)
