"""The slots of the page where a chain is drawn: picture, list, fields, questions, the chain in words, text in, files out."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from calculators.chain.benefits import Beskrivning, descriptions
from calculators.chain.checks import Fraga, checks, left
from calculators.chain.examples import example, ids
from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import KATEGORIER, MED_KATEGORI, NAR, RIKTNINGAR, SAKERHET, SLAG, TYPER
from calculators.chain.layout import Drawing
from calculators.chain.listing import Grupp, groups, loop_lines, size
from calculators.chain.outline import write_lines
from calculators.chain.phrasing import stakeholders
from calculators.chain.reading import Vag, questions, read_aloud
from calculators.chain.siffror import INGA, PerLada
from calculators.easel.keys import HELP
from calculators.easel.look import FORMER, STORLEKAR, dimmed, everybody, laid, name, picked_arrow, picked_box
from calculators.easel.questions import asked_id, rows_known
from calculators.easel.siffror import figures
from calculators.easel.stored import chain_of, kept
from calculators.easel.workshop import STEG
from calculators.views.chain.board import board
from calculators.views.chain.files import EXPORTS
from calculators.views.environment import render
from calculators.views.rapport import compared
from calculators.views.view import View

FAST = ("verktyg", "steg", "syn", "falt", "lista", "tabell", "in", "ut")
SLOW = ("fragor", "las", "beskrivningar")  # worked out when she pauses
MOST_READ = 60  # ways that are read aloud on the page


def easel_slots(view: View, before: Mapping[str, str] | None = None) -> dict[str, str]:
    """Slot → HTML. With `before`, she is in the middle of something, and what takes longer stays as it was."""
    about = About(view)
    drawn = {slot: render(f"kedja_{slot}.html", view=view, om=about) for slot in FAST}
    later = {slot: render(f"kedja_{slot}.html", view=view, om=about) for slot in SLOW} if before is None else {}
    kept = {slot: before.get(slot, "") for slot in SLOW} if before is not None else {}
    return {"dokument": render("documents.html", view=view), "bild": about.picture, **drawn, **later, **kept}


def figures_of(view: View, kedja: Effektkedja) -> PerLada:
    """What the calculation says of the boxes; nothing while faults hold its result back."""
    if view.outputs is None:
        return INGA
    return figures(kedja, view.inputs, compared(view) if view.inputs.utfall else None)


@dc.dataclass
class About:
    """What the templates ask for."""

    view: View
    typer = TYPER
    former = FORMER
    storlekar = STORLEKAR
    kategorier = KATEGORIER
    nar = NAR
    slag = SLAG
    sakerhet = SAKERHET
    riktningar = RIKTNINGAR
    help = HELP
    steg = STEG
    exports: ClassVar[Mapping[str, str]] = {key: made.name for key, made in EXPORTS.items() if key != "checks"}
    asked_id = staticmethod(asked_id)
    named = staticmethod(name)
    stakeholders = staticmethod(stakeholders)

    @cached_property
    def seen(self) -> Mapping[str, str]:
        return self.view.desk.chain

    @cached_property
    def kedja(self) -> Effektkedja:
        return chain_of(self.view.session.state)

    @cached_property
    def faults(self) -> tuple[str, ...]:
        return kept(self.view.session.state.rest)[1]

    @cached_property
    def drawing(self) -> Drawing:
        return laid(self.kedja, self.seen, self.siffror)

    @cached_property
    def siffror(self) -> PerLada:
        return figures_of(self.view, self.kedja)

    @property
    def picture(self) -> str:
        if not self.kedja.lador:
            return render("kedja_tom.html", view=self.view)
        return board(self.kedja, self.drawing, f"{self.view.id}--bild", self.seen, dimmed(self.kedja, self.seen), self.siffror)

    @property
    def lada(self) -> Lada | None:
        return picked_box(self.kedja, self.seen)

    @property
    def pil(self) -> Pil | None:
        return picked_arrow(self.kedja, self.seen)

    @cached_property
    def boxes(self) -> dict[str, Lada]:
        return {lada.id: lada for lada in self.kedja.lador}

    @cached_property
    def names(self) -> dict[str, str]:
        """Box → what it is called in a list of choices."""
        return {id: f"{TYPER[lada.typ].namn}: {name(lada)}" for id, lada in self.boxes.items()}

    @property
    def groups(self) -> tuple[Grupp, ...]:
        return groups(self.kedja, self.siffror)

    @property
    def loops(self) -> tuple[str, ...]:
        return loop_lines(self.kedja)

    @property
    def everybody_named(self) -> dict[str, str]:
        return {who: who for who in everybody(self.kedja)}

    @property
    def size(self) -> str:
        return size(self.kedja)

    @property
    def kind_names(self) -> dict[str, str]:
        return {id: typ.namn for id, typ in TYPER.items()}

    @property
    def sorted_into(self) -> tuple[str, ...]:
        return MED_KATEGORI

    @cached_property
    def asked(self) -> tuple[Fraga, ...]:
        return checks(self.kedja, rows_known(self.view.session))

    @property
    def left(self) -> str:
        return left(self.asked)

    @property
    def ways(self) -> tuple[Vag, ...]:
        fokus = self.seen.get("fokus", "")
        return read_aloud(self.kedja, fokus if fokus in self.boxes else "")[:MOST_READ]

    @property
    def told(self) -> tuple[Beskrivning, ...]:
        return descriptions(self.kedja)

    @property
    def why_asked(self) -> tuple[str, ...]:
        return questions(self.kedja, self.pil) if self.pil else ()

    @property
    def lines(self) -> str:
        return write_lines(self.kedja)

    @property
    def examples(self) -> dict[str, str]:
        return {id: example(id).titel for id in ids()}
