"""The calculation as it was when it was decided: frozen beside the work, where no field and no undo reaches it.

A document holds {"beslut": [{…}, …]}, the newest last. A new decision is added after the others; none is ever rewritten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculators import VERSION
from calculators.beside import DECISIONS
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.schema import Calculator
from calculators.standard import IN_FORCE_ON
from calculators.wire import from_flat
from calculators.wire.tree import flat_of

LATER = ("status", "forsening", "prognos", "utfall")  # fields that tell what happened after the decision
MOST = 50  # decisions in one document


@dataclass(frozen=True, slots=True)
class Beslut:
    """A frozen calculation. `nar` is the reader's own day; `orord` says that nobody has changed it in the file since."""

    roll: str
    nar: str
    motor: str
    varden: str
    nettonytta: float
    kalkyl: Nyttokalkyl
    orord: bool


def frozen(tree: Mapping[str, Any], result: Resultat, roll: str, nar: str) -> dict[str, Any]:
    """A decision as it is kept: the calculation's JSON without what came later, and by which engine and values it was counted."""
    kept = {name: value for name, value in tree.items() if name not in LATER}
    about = {
        "roll": roll,
        "nar": nar,
        "motor": VERSION,
        "varden": IN_FORCE_ON.isoformat(),
        "nettonytta": result.troligt.nettonytta,
        "kalkyl": kept,
    }
    made: dict[str, Any] = json.loads(json.dumps({**about, "kontroll": _digest(about)}))
    return made


def _digest(about: Mapping[str, Any]) -> str:
    """What the decision says, in sixteen figures: a changed file has others."""
    said = {name: value for name, value in about.items() if name != "kontroll"}
    text = json.dumps(said, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def added(rest: Mapping[str, Any], decision: Mapping[str, Any]) -> dict[str, Any]:
    """The document's own keys with one more decision; those that are there stay as they are."""
    return {**rest, DECISIONS: [*kept(rest), dict(decision)]}


def kept(rest: Mapping[str, Any]) -> list[Any]:
    """What the document holds of decisions, whatever it is."""
    found = rest.get(DECISIONS)
    return found if isinstance(found, list) else []


def earlier(calc: Calculator, rest: Mapping[str, Any]) -> list[Beslut]:
    """The decisions before the newest, the oldest first."""
    return [b for one in kept(rest) if (b := read(calc, one)) is not None][:-1]


def latest(calc: Calculator, rest: Mapping[str, Any]) -> Beslut | None:
    """The newest decision that can be read; None where there is none."""
    return next((b for one in reversed(kept(rest)) if (b := read(calc, one)) is not None), None)


def read(calc: Calculator, given: Any) -> Beslut | None:
    """A decision from a document; None for what is no decision."""
    if not isinstance(given, dict) or not isinstance(given.get("kalkyl"), dict):
        return None
    flat, _ = flat_of(calc.inputs, given["kalkyl"])
    found = from_flat(calc, flat)
    netto = given.get("nettonytta")
    if found.stops or not isinstance(netto, int | float) or isinstance(netto, bool):
        return None
    words = {name: str(given.get(name) or "") for name in ("roll", "nar", "motor", "varden")}
    return Beslut(**words, nettonytta=float(netto), kalkyl=found.inputs, orord=given.get("kontroll") == _digest(given))
