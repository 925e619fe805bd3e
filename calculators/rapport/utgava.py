"""Which edition of a document this is: the day, what it is counted with, and what the calculation still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from calculators import VERSION
from calculators.kalkyl.document import Nyttokalkyl
from calculators.rapport.document import Block
from calculators.standard import IN_FORCE_ON
from calculators.swedish import slug


@dataclass(frozen=True, slots=True)
class Utgava:
    """`datum` is the caller's day ("2026-11-24"): the engine has no clock.

    `exempel` names the example that the figures come from, `saknas` are sentences about figures that are not there,
    `osakerhet` is what another room has to say about the uncertainty, and `hinder` are the obstacles and risks of the chain.
    """

    datum: str
    exempel: str = ""
    saknas: tuple[str, ...] = ()
    osakerhet: tuple[Block, ...] = ()
    hinder: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under the title."""
        made = (
            f"Framtaget {self.datum} med Nyttokalkyl {VERSION}. Standardvärden genomgångna {IN_FORCE_ON.isoformat()}."
        )
        return (f"Exempel: {self.exempel}. Siffrorna hör till exemplet.", made) if self.exempel else (made,)


def title_of(kalkyl: Nyttokalkyl) -> str:
    """The change's name, or what to call it while it has none."""
    return " ".join(kalkyl.namn.split()) or "Förändring utan namn"


def file_name(kind: str, kalkyl: Nyttokalkyl) -> str:
    """ "beslutsunderlag-digital-bokning": letters that every file system can hold."""
    return slug(f"{kind} {title_of(kalkyl)}")
