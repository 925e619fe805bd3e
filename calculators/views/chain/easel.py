"""The slots of the page where a chain is drawn: picture, list, fields, questions, the chain in words, text in, files out."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from typing import ClassVar

from calculators.chain.benefits import Beskrivning, descriptions
from calculators.chain.checks import Fraga, checks, left
from calculators.chain.examples import example, ids
from calculators.chain.graph import Effektkedja, Lada, Lapp, Pil
from calculators.chain.kinds import KATEGORIER, MED_KATEGORI, NAR, RIKTNINGAR, SAKERHET, SLAG, TYPER
from calculators.chain.layout import Drawing
from calculators.chain.listing import Grupp, groups, loop_lines, size
from calculators.chain.notes import by_group, twins
from calculators.chain.outline import write_lines
from calculators.chain.phrasing import stakeholders
from calculators.chain.reading import Vag, questions
from calculators.chain.siffror import INGA, PerLada
from calculators.easel.aloud import one_way, place, ways
from calculators.easel.keys import HELP
from calculators.easel.look import FORMER, STORLEKAR, dimmed, everybody, laid, name, picked_arrow, picked_box
from calculators.easel.notes import NEW_GROUP, next_note, ticked
from calculators.easel.questions import asked_id, rows_known
from calculators.easel.siffror import figures
from calculators.easel.stored import chain_of, kept
from calculators.easel.workshop import STEG
from calculators.kalkyl.document import block_id
from calculators.views.chain.board import board
from calculators.views.chain.files import EXPORTS
from calculators.views.environment import render
from calculators.views.rapport import compared
from calculators.views.summary import without_value
from calculators.views.view import View

FAST = ("verktyg", "steg", "lappar", "syn", "falt", "lista", "tabell", "in", "ut")
SLOW = ("fragor", "las", "beskrivningar")  # worked out when she pauses
OF_STEP = {("lappar", "2"): "grupper", ("lappar", "3"): "sortera"}  # templates of a slot in a step of the workshop
MOST_ALIKE = 5  # pairs of notes that are shown as alike at a time


def easel_slots(view: View, before: Mapping[str, str] | None = None) -> dict[str, str]:
    """Slot → HTML. With `before`, she is in the middle of something, and what takes longer stays as it was."""
    about = About(view)
    drawn = {slot: render(f"kedja_{OF_STEP.get((slot, about.step), slot)}.html", view=view, om=about) for slot in FAST}
    later = {slot: render(f"kedja_{slot}.html", view=view, om=about) for slot in SLOW} if before is None else {}
    kept = {slot: before.get(slot, "") for slot in SLOW} if before is not None else {}
    return {"dokument": render("documents.html", view=view), "bild": about.picture, **drawn, **later, **kept}


def figures_of(view: View, kedja: Effektkedja) -> PerLada:
    """What the calculation says of the boxes; nothing while faults hold its result back."""
    if view.outputs is None:
        return INGA
    empty = [block_id(side, n, block) for side, n, block in view.inputs.blocks if without_value(view, side, n, block)]
    return figures(kedja, view.inputs, compared(view) if view.inputs.utfall else None, empty)


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

    def told_of(self, id: str) -> tuple[tuple[str, str], ...]:
        """What the calculation says of a box, with a label each."""
        return self.siffror[id].fakta if id in self.siffror else ()

    @property
    def picture(self) -> str:
        if not self.kedja.lador:
            return render("kedja_tom.html", view=self.view)
        drawn = board(self.kedja, self.drawing, f"{self.view.id}--bild", self.seen, self.dim, self.siffror)
        return drawn if self.seen.get("form") else self._both(drawn)

    def _both(self, wide: str) -> str:
        """The page as built knows no width: it has a picture for a phone too, and the stylesheet shows the one that fits."""
        narrow = board(self.kedja, laid(self.kedja, {"form": "mobil"}, self.siffror), f"{self.view.id}--smal", self.seen, (), self.siffror)
        return f'<div class="nk-kedja__bred">{wide}</div><div class="nk-kedja__smal">{narrow}</div>'

    @property
    def step(self) -> str:
        """The step of the workshop, "" outside it."""
        step = self.seen.get("steg", "")
        return step if step in STEG else ""

    @cached_property
    def note(self) -> Lapp | None:
        return next_note(self.kedja, self.view.desk)

    @cached_property
    def ticked(self) -> list[Lapp]:
        return ticked(self.kedja, self.view.desk)

    @cached_property
    def note_groups(self) -> dict[str, list[Lapp]]:
        return by_group(self.kedja)

    @property
    def group_choices(self) -> dict[str, str]:
        named = {f"g:{name}": name for name in self.note_groups if name}
        return {NEW_GROUP: "En ny grupp", **named, **({"g:": "Ingen grupp"} if named else {})}

    @property
    def twins(self) -> list[tuple[Lapp, Lapp]]:
        return list(islice(twins(self.kedja), MOST_ALIKE))

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

    @cached_property
    def ways(self) -> tuple[Vag, ...]:
        return ways(self.kedja, self.seen)

    @cached_property
    def way(self) -> Vag | None:
        return one_way(self.kedja, self.seen)

    @property
    def way_place(self) -> int:
        return place(self.ways, self.seen)

    @property
    def dim(self) -> set[str]:
        """The boxes that stand back."""
        return {id for id in self.boxes if id not in self.way.lador} if self.way else dimmed(self.kedja, self.seen)

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
