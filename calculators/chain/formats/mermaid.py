"""Mermaid: a flowchart that wikis and code hosts draw. Boxes, kinds, stakeholders and arrows; not the notes."""

from __future__ import annotations

import re
from html import unescape

from calculators.chain.formats import label
from calculators.chain.formats.draft import Draft, Opened
from calculators.chain.formats.safe_xml import LARGEST, refused
from calculators.chain.graph import Effektkedja
from calculators.chain.kinds import SLAG, TYPER
from calculators.chain.listing import heading, size
from calculators.chain.palette import COLOURS, INK

SAFE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
RESERVED = {
    "end",
    "graph",
    "flowchart",
    "subgraph",
    "style",
    "class",
    "click",
    "direction",
    "default",
    "href",
    "call",
    "interpolate",
}
SIGNS = {
    ord(sign): told
    for sign, told in {
        "#": "#35;",
        '"': "#quot;",
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "%": "#37;",
        "\\": "#92;",
        "`": "#96;",
    }.items()
}
LINES = {"leder_till": "-->", "hindrar": "-.->|hindrar|", "kraver": "-->|krävs för|"}
WORDS = {word: slag for slag, word in SLAG.items()}
ID = re.compile(r"\s*([^\W_]\w*(?:-\w+)*)")
SHAPE = re.compile(r'\s*[\[({>][\[({/\\]*\s*(?:"([^"]*)"\s*|([^"\[\](){}|]*))[/\\\])}]*[\])}]')
KIND = re.compile(r"\s*:::\s*(\w+)")
LINK = re.compile(
    r"\s*<?(?:(?:--|==|-\.)\s+(?P<said>[^-=.|>\s][^|>]{0,200}?)\s+(?:-{2,}|={2,}|\.+-)[>xo]?|(?:-{2,}|={2,}|-\.+-)[>xo]?)"
    r'(?:\s*\|\s*"?(?P<told>[^|"]*)"?\s*\|)?'
)
CLASS = re.compile(r"class\s+([\w, -]+?)\s+(\w+)$")
SKIPPED = re.compile(r"(?:%%|style\b|classDef\b|linkStyle\b|click\b|direction\b|subgraph\b|end$|accDescr\b|class\b)")


def write(kedja: Effektkedja, riktning: str = "") -> str:
    """The flowchart, with its name and size told to who can't see it."""
    ids = {lada.id: _safe(lada.id, n) for n, lada in enumerate(kedja.lador, 1)}
    way = "RL" if (riktning or kedja.riktning) == "vanster" else "LR"
    rows = [f"flowchart {way}", f"  accTitle: {_told(heading(kedja))}", f"  accDescr: {size(kedja)}."]
    rows += [f'  {ids[lada.id]}["{label.written(lada, _told)}"]:::{lada.typ}' for lada in kedja.lador]
    hinder = {lada.id for lada in kedja.lador if lada.typ == "hinder"}
    for pil in kedja.pilar:
        line = "-->|leder till|" if pil.slag == "leder_till" and pil.fran in hinder else LINES[pil.slag]
        rows.append(f"  {ids[pil.fran]} {line} {ids[pil.till]}")
    for typ in TYPER:
        if any(lada.typ == typ for lada in kedja.lador):
            dash = ",stroke-dasharray:6 4" if COLOURS[typ].dashed else ""
            rows.append(f"  classDef {typ} fill:{COLOURS[typ].wash},stroke:{COLOURS[typ].line},color:{INK}{dash}")
    return "\n".join(rows) + "\n"


def _safe(id: str, n: int) -> str:
    """The id, or one of our own where Mermaid would take it for something else."""
    return (
        id
        if SAFE.fullmatch(id) and id.lower() not in RESERVED and id[0] not in "xo"
        else f"L{n}_{re.sub('[^A-Za-z0-9]', '_', id)}"
    )


def _told(text: str) -> str:
    return text.translate(SIGNS)


def _untold(text: str) -> str:
    return re.sub(r"#(\w+);", lambda found: unescape(f"&#{found[1]};" if found[1].isdigit() else f"&{found[1]};"), text)


def read(text: str) -> Opened:
    """The chain of a flowchart, ours or anybody's. Raises Rejected."""
    if len(text) > LARGEST:
        raise refused("Filen är större än en effektkedja kan vara. Välj en annan fil.")
    rows = [row for line in text.removeprefix("\ufeff").splitlines() for row in _statements(line.strip()) if row]
    start = next((n for n, row in enumerate(rows) if re.match(r"(?:flowchart|graph)\b", row)), None)
    if start is None:
        raise refused("Texten är inget flödesschema i Mermaid. Börja med raden flowchart LR.")
    title = next((row.partition(":")[2] for row in rows if row.startswith("accTitle")), "")
    draft = Draft(unescape(_untold(title)).strip().removeprefix("Effektkedja: ").removesuffix(" (exempel)"))
    for row in rows[start + 1 :]:
        _take(draft, row)
    return draft.opened()


def _statements(line: str) -> list[str]:
    """The line cut at semicolons, but not inside a label."""
    if line.startswith(("acc", "%%")):
        return [line]
    parts = line.split('"')
    cut = "\0".join([part.replace(";", "\n") if n % 2 == 0 else part for n, part in enumerate(parts)])
    return [row.replace("\0", '"').strip() for row in cut.split("\n")]


def _take(draft: Draft, row: str) -> None:
    named = CLASS.match(row)
    if named:
        for id in named[1].split(","):
            draft.box(id.strip(), named[2] if named[2] in TYPER else "", "")
    elif not SKIPPED.match(row) and not row.startswith("accTitle"):
        _statement(draft, row)


def _statement(draft: Draft, row: str) -> None:
    """a --> b & c --> d: every box of a group to every box of the next."""
    before: list[str] = []
    slag, at = "", 0
    while True:
        here, at = _group(draft, row, at)
        for fran in before:
            for till in here:
                draft.arrow(fran, till, slag)
        link = LINK.match(row, at)
        if not here or not link:
            return
        words = (link["told"] or link["said"] or "").strip().lower()
        before, slag, at = here, WORDS.get(words, ""), link.end()


def _group(draft: Draft, row: str, at: int) -> tuple[list[str], int]:
    found: list[str] = []
    while id := ID.match(row, at):
        at = id.end()
        words, kind = "", ""
        if shape := SHAPE.match(row, at):
            words, at = shape[1] if shape[1] is not None else shape[2], shape.end()
        if named := KIND.match(row, at):
            kind, at = named[1], named.end()
        _box(draft, id[1], words, kind)
        found.append(id[1])
        more = re.match(r"\s*&\s*", row[at:])
        if not more:
            break
        at += more.end()
    return found, at


def _box(draft: Draft, id: str, words: str, kind: str) -> None:
    """A box without words shows its id, as in Mermaid."""
    typ, text, who = label.read(_untold(words)) if words else ("", "", "")
    typ = kind if kind in TYPER else typ
    draft.box(id, typ, text or ("" if id in draft.boxes else id), intressent=who)
