"""The chain as a list: every box with what is known of it and where its arrows lead. An equal view beside the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import KATEGORIER, NAR, SAKERHET, TYPER
from calculators.chain.loops import loops
from calculators.chain.siffror import INGA, PerLada, Siffror
from calculators.swedish import counted, listed

OUT = {"leder_till": "Leder till", "hindrar": "Hindrar", "kraver": "Krävs för"}
NONE = Siffror()
INTO = {"leder_till": "Kommer av", "hindrar": "Hindras av", "kraver": "Kräver"}


@dataclass(frozen=True, slots=True)
class Post:
    """A box and, with a label each, what is known of it."""

    lada: Lada
    fakta: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grupp:
    """The boxes of one kind."""

    typ: str
    namn: str
    poster: tuple[Post, ...]


def groups(kedja: Effektkedja, siffror: PerLada = INGA) -> tuple[Grupp, ...]:
    """The kinds that have boxes, in the order of the flow. `siffror` is what a calculation says of them."""
    boxes = {lada.id: lada for lada in kedja.lador}
    out: dict[str, list[Pil]] = {id: [] for id in boxes}
    into: dict[str, list[Pil]] = {id: [] for id in boxes}
    for pil in kedja.pilar:
        out[pil.fran].append(pil)
        into[pil.till].append(pil)
    return tuple(
        Grupp(
            typ, about.flera,
            tuple(
                Post(lada, (*_facts(lada), *siffror.get(lada.id, NONE).fakta, *_arrows(boxes, out[lada.id], into[lada.id])))
                for lada in kedja.lador
                if lada.typ == typ
            ),
        )
        for typ, about in TYPER.items()
        if any(lada.typ == typ for lada in kedja.lador)
    )  # fmt: skip


def _facts(lada: Lada) -> Iterator[tuple[str, str]]:
    money = {True: "Ja", False: "Nej", None: ""}[lada.varderas_i_pengar]
    for label, value in (
        ("För", lada.intressent), ("Kategori", KATEGORIER.get(lada.kategori, "")), ("Värderas i pengar", money),
        ("När", NAR.get(lada.nar, "").capitalize()), ("Förutsättning", lada.forutsattning), ("Åtgärd", lada.atgard),
        ("Indikator", lada.indikator), ("Ansvarig", lada.ansvarig), ("Grupp", lada.grupp), ("Notering", lada.notering),
    ):  # fmt: skip
        if value:
            yield label, value


def _arrows(boxes: dict[str, Lada], out: list[Pil], into: list[Pil]) -> Iterator[tuple[str, str]]:
    for names, arrows, end in ((OUT, out, "till"), (INTO, into, "fran")):
        for slag, label in names.items():
            told = [_end(boxes[getattr(pil, end)], pil) for pil in arrows if pil.slag == slag]
            if told:
                yield label, "; ".join(told)


def _end(lada: Lada, pil: Pil) -> str:
    about = [about for about in (SAKERHET.get(pil.sakerhet, ""), pil.varfor.rstrip(" .")) if about]
    return f"{lada.text or '…'} ({', '.join(about)})" if about else lada.text or "…"


def loop_lines(kedja: Effektkedja) -> tuple[str, ...]:
    """Each loop by its name: "Slinga A: X → Y → X"."""
    boxes = {lada.id: lada for lada in kedja.lador}
    return tuple(
        f"{loop.namn}: {' → '.join(boxes[id].text for id in (*loop.lador, loop.lador[0]))}" for loop in loops(kedja)
    )


def write_list(kedja: Effektkedja, siffror: PerLada = INGA) -> str:
    """The list as plain text, for mail and for reading aloud."""
    rows = [heading(kedja), f"{size(kedja)}."]
    for grupp in groups(kedja, siffror):
        rows += ["", f"{grupp.namn} ({len(grupp.poster)})"]
        for post in grupp.poster:
            rows.append(f"- {post.lada.text or '…'}")
            rows += [f"  {label}: {value}" for label, value in post.fakta]
    found = loop_lines(kedja)
    return "\n".join([*rows, *(["", "Slingor", *(f"- {line}" for line in found)] if found else []), ""])


def heading(kedja: Effektkedja) -> str:
    """What the chain is called, and that it is an example if it is."""
    title = f"Effektkedja: {kedja.titel}" if kedja.titel else "Effektkedja"
    return f"{title} (exempel)" if kedja.exempel else title


def size(kedja: Effektkedja) -> str:
    """ "25 lådor och 30 pilar"."""
    return listed([counted(len(kedja.lador), "låda", "lådor"), counted(len(kedja.pilar), "pil", "pilar")])
