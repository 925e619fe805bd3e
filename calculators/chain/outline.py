"""Indented lines, in and out: a line is a box, deeper in is what it leads to, and the same line again is another arrow.

Förändring: Digital bokning
  Arbetssätt: Invånaren bokar själv
    Effekt: Färre samtal [Mottagningen]
      Nytta: Frigjord tid [Regionen] (omfördelning, i pengar)
Hinder: Invånare saknar e-legitimation
  Arbetssätt: Invånaren bokar själv
"""

from __future__ import annotations

import dataclasses as dc
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from calculators.chain.document import LARGEST, MOST, from_data
from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import HUVUDTYPER, KATEGORIER, SLAG, TYPER, slag_of
from calculators.chain.migration import VERSION
from calculators.chain.plain import one_line
from calculators.fault import Fault, Rejected

TYPE_WORDS = {typ.namn.lower(): id for id, typ in TYPER.items()} | {
    "arbetssätt": "nytt_arbetssatt", "mål": "verksamhetsmal",
}  # fmt: skip
ARROW_WORDS = {word: slag for slag, word in SLAG.items()} | {"kräver": "kraver"}
EXAMPLE = "(exempel)"
MONEY_WORDS = {"i pengar": True, "inte i pengar": False}
ABOUT_WORDS = {name.lower(): id for id, name in KATEGORIER.items()}
BULLET = re.compile(r"^(?:[-*•–+]|->|→|\d+[.)])\s+")
WORD = re.compile(r"^([^\W\d_]+(?: [^\W\d_]+)?)\s*:(?:\s+|$)")
WHO = re.compile(r"\s*\[([^\[\]]*)\]$")
ABOUT = re.compile(r"\s*\(([^()]*)\)$")


@dc.dataclass(slots=True)
class Line:
    """What one line says. `typ` and `slag` are "" where it doesn't."""

    depth: int
    typ: str
    slag: str
    text: str
    intressent: str | None
    kategori: str
    i_pengar: bool | None


def read_lines(text: str) -> Effektkedja:
    """The chain of indented lines. Raises Rejected when there is more of it than a chain can hold."""
    if len(text) > LARGEST:
        raise Rejected([Fault("E_STORLEK", "", "Texten är längre än en effektkedja kan vara. Ta med en del av den.")])
    given = [line for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    if len(given) > MOST["lador"] + MOST["pilar"]:
        raise Rejected([Fault("E_STORLEK", "", f"Texten har {len(given)} rader. Ta med högst {MOST['lador']}.")])
    titel = " ".join(one_line(line.lstrip("# \t")) for line in given if line.startswith("#"))
    rows = [_line(line) for line in given if not line.startswith("#")]
    return _Building(titel, notes=not any(row.depth or row.typ for row in rows)).chain(rows)


def _line(given: str) -> Line:
    bare = given.expandtabs(4)
    text = one_line(BULLET.sub("", bare.strip()))
    text, slag = _word(text, ARROW_WORDS)
    text, typ = _word(text, TYPE_WORDS)
    text, about = _about(text)
    who = WHO.search(text)
    return Line(
        len(bare) - len(bare.lstrip()), typ, slag, text[: who.start()] if who else text, one_line(who[1]) if who else None,
        next((ABOUT_WORDS[word] for word in about if word in ABOUT_WORDS), ""),
        next((MONEY_WORDS[word] for word in about if word in MONEY_WORDS), None),
    )  # fmt: skip


def _word(text: str, words: dict[str, str]) -> tuple[str, str]:
    found = WORD.match(text)
    if found and found[1].lower() in words:
        return text[found.end() :], words[found[1].lower()]
    return text, ""


def _about(text: str) -> tuple[str, list[str]]:
    found = ABOUT.search(text)
    words = [word.strip().lower() for word in found[1].split(",")] if found else []
    if found and all(word in ABOUT_WORDS or word in MONEY_WORDS for word in words):
        return text[: found.start()], words
    return text, []


class _Building:
    """A chain that grows line by line. `notes`: a plain column of lines, as from a wall of notes: effects to begin with."""

    def __init__(self, titel: str, notes: bool):
        self.titel, self.notes = titel, notes
        self.boxes: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.named: dict[tuple[str, str], dict[str, Any]] = {}
        self.arrows: dict[tuple[str, str, str], None] = {}

    def chain(self, rows: list[Line]) -> Effektkedja:
        above: list[tuple[int, dict[str, Any]]] = []
        for row in rows:
            while above and above[-1][0] >= row.depth:
                above.pop()
            parent = above[-1][1] if above else None
            box = self.box(row, parent)
            if parent is not None:
                self.arrow(parent, box, row.slag)
            above.append((row.depth, box))
        pilar = [{"id": f"p{n}", "fran": a, "till": b, "slag": s} for n, (a, b, s) in enumerate(self.arrows, 1)]
        about = {"titel": self.titel.removesuffix(EXAMPLE).strip(), "exempel": self.titel.endswith(EXAMPLE)}
        return from_data({"version": VERSION, **about, "lador": list(self.boxes.values()), "pilar": pilar})

    def box(self, row: Line, parent: dict[str, Any] | None) -> dict[str, Any]:
        """The box that the line means: one told before, when it says no more than its text, or a new one."""
        text = row.text.lower()
        known = self.named.get((row.typ, text))
        if known and row.intressent is None:
            return known
        typ = row.typ or ("effekt" if self.notes else _next(parent["typ"] if parent else ""))
        key = (typ, text, (row.intressent or "").lower())
        if key not in self.boxes:
            id = f"{TYPER[typ].bokstav}{1 + len([1 for kind, _, _ in self.boxes if kind == typ])}"
            self.boxes[key] = {"id": id, "typ": typ, "text": row.text, "intressent": row.intressent or "",
                               "kategori": row.kategori, "varderas_i_pengar": row.i_pengar}  # fmt: skip
            for name in (("", text), (typ, text)):
                self.named.setdefault(name, self.boxes[key])
        return self.boxes[key]

    def arrow(self, parent: dict[str, Any], box: dict[str, Any], slag: str) -> None:
        """From the line above to this one; but an obstacle hinders what it stands under."""
        if box["typ"] == "hinder" and parent["typ"] != "hinder" and not slag:
            parent, box = box, parent
        if parent is not box:
            self.arrows.setdefault((parent["id"], box["id"], slag or slag_of(parent["typ"])))


def _next(typ: str) -> str:
    """The kind that follows in the flow; the last one follows itself."""
    place = HUVUDTYPER.index(typ) + 1 if typ in HUVUDTYPER else 2 if typ else 0
    return HUVUDTYPER[min(place, len(HUVUDTYPER) - 1)]


def write_lines(kedja: Effektkedja) -> str:
    """The chain as indented lines that read_lines reads back: each box with what it leads to, once."""
    told = f"{kedja.titel} {EXAMPLE if kedja.exempel else ''}".strip()
    title = [f"# {told}"] if told else []
    return "\n".join([*title, *_written(kedja)]) + "\n"


def _written(kedja: Effektkedja) -> Iterator[str]:
    boxes = {lada.id: lada for lada in kedja.lador}
    out: dict[str, list[Pil]] = {id: [] for id in boxes}
    for pil in kedja.pilar:
        out[pil.fran].append(pil)
    aims = {pil.till for pil in kedja.pilar}
    told: set[str] = set()
    twins = Counter((lada.typ, lada.text.lower()) for lada in kedja.lador)
    for root in [*(id for id in boxes if id not in aims), *boxes]:
        waiting: list[tuple[int, str, str]] = [] if root in told else [(0, root, "")]
        while waiting:
            depth, id, slag = waiting.pop()
            yield f"{'  ' * depth}{slag}{_told(boxes[id], twins[boxes[id].typ, boxes[id].text.lower()] > 1)}"
            if id not in told:
                told.add(id)
                waiting += [(depth + 1, pil.till, _arrow(pil, boxes)) for pil in reversed(out[id])]


def _arrow(pil: Pil, boxes: dict[str, Lada]) -> str:
    """The word for an arrow that is not what its boxes make one expect."""
    expected = pil.slag == slag_of(boxes[pil.fran].typ) and boxes[pil.till].typ != "hinder"
    return "" if expected else f"{SLAG[pil.slag]}: "


def _told(lada: Lada, twin: bool) -> str:
    about = [KATEGORIER[lada.kategori].lower()] if lada.kategori else []
    about += [word for word, value in MONEY_WORDS.items() if value == lada.varderas_i_pengar]
    unclear = twin or lada.text.endswith("]") or _about(lada.text)[1]
    who = lada.intressent.translate({ord("["): "(", ord("]"): ")"})
    words = [f"{TYPER[lada.typ].namn}:", lada.text, f"[{who}]" if who or unclear else ""]
    return " ".join(word for word in [*words, f"({', '.join(about)})" if about else ""] if word)
