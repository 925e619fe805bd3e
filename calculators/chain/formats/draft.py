"""A chain put together from a file of another program: ids made fit, and what could not be taken in told in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculators.chain.document import ID, LONGEST, MOST, from_data
from calculators.chain.graph import Effektkedja, free_id
from calculators.chain.kinds import TYPER, slag_of
from calculators.chain.migration import VERSION
from calculators.chain.plain import one_line
from calculators.fault import Fault, Rejected
from calculators.swedish import counted


@dataclass(frozen=True, slots=True)
class Opened:
    """The chain, and sentences about what the file had that a chain can't hold."""

    kedja: Effektkedja
    anmarkningar: tuple[str, ...] = ()


class Draft:
    """Boxes and arrows as they come. `typ` "" is a kind that the file doesn't say."""

    def __init__(self, titel: str = ""):
        self.titel = one_line(titel)[:LONGEST]
        self.boxes: dict[str, dict[str, Any]] = {}
        self.arrows: list[tuple[str, str, str, Mapping[str, Any]]] = []
        self.rest: Mapping[str, Any] = {}

    def box(self, key: str, typ: str, text: str, **more: Any) -> None:
        """A box by the file's own key. A key that comes again fills in what is missing."""
        if key not in self.boxes and len(self.boxes) >= MOST["lador"]:
            raise Rejected(
                [Fault("E_STORLEK", "lador", f"Filen har fler än {MOST['lador']} lådor. Dela upp den i flera.")]
            )
        known = self.boxes.setdefault(key, {"typ": "", "text": ""})
        known.update(
            {name: value for name, value in {"typ": typ, "text": text, **more}.items() if value not in ("", None)}
        )

    def arrow(self, fran: str, till: str, slag: str = "", **more: Any) -> None:
        if len(self.arrows) >= MOST["pilar"]:
            raise Rejected(
                [Fault("E_STORLEK", "pilar", f"Filen har fler än {MOST['pilar']} pilar. Dela upp den i flera.")]
            )
        self.arrows.append((fran, till, slag, more))

    def opened(self) -> Opened:
        """The chain. Raises Rejected when a value can't be what it says."""
        notes = []
        unsaid = [box for box in self.boxes.values() if box["typ"] not in TYPER]
        for box in unsaid:
            box["typ"] = "effekt"
        if unsaid:
            n = counted(len(unsaid), "låda", "lådor")
            notes.append(f"{n} hade ingen typ och blev effekter. Välj rätt typ för dem.")
        ids = self._ids()
        arrows: dict[tuple[str, str, str], Mapping[str, Any]] = {}
        lost = 0
        for fran, till, slag, more in self.arrows:
            if fran not in ids or till not in ids or fran == till:
                lost += 1
                continue
            arrows.setdefault((ids[fran], ids[till], slag or slag_of(self.boxes[fran]["typ"])), more)
        if lost:
            notes.append(f"{counted(lost, 'pil', 'pilar')} saknade en låda i ena änden och kom inte med.")
        return Opened(self._chain(ids, arrows), tuple(notes))

    def _ids(self) -> dict[str, str]:
        ids = {key: key for key in self.boxes if ID.fullmatch(key)}
        taken = set(ids)
        for key, box in self.boxes.items():
            if key not in ids:
                ids[key] = free_id(taken, TYPER[box["typ"]].bokstav)
                taken.add(ids[key])
        return ids

    def _chain(self, ids: Mapping[str, str], arrows: Mapping[tuple[str, str, str], Mapping[str, Any]]) -> Effektkedja:
        taken = {str(more["id"]) for more in arrows.values() if "id" in more}
        pilar = []
        for (fran, till, slag), more in arrows.items():
            id = more.get("id") or free_id(taken, "p")
            taken.add(id)
            pilar.append({"fran": fran, "till": till, "slag": slag, **more, "id": id})
        lador = [{**box, "id": ids[key]} for key, box in self.boxes.items()]
        return from_data({"version": VERSION, "titel": self.titel, **self.rest, "lador": lador, "pilar": pilar})
