"""The page of the register in the worker: its files, and what each event changes. One page has one desk."""

from __future__ import annotations

from typing import Any

from calculators import registerbord
from calculators.views.register import slots as register_slots

REGISTER: dict[str, registerbord.Registerbord] = {}


def handled(events: list[dict[str, Any]]) -> dict[str, Any]:
    """Apply a batch of events and say what changed: files, and no document of its own."""
    bord = REGISTER.setdefault("", registerbord.Registerbord())
    bord.says, bord.download = "", None
    for event in events:
        do = event["do"]
        if do in registerbord.EVENTS:
            registerbord.EVENTS[do](bord, event)
    pending = 1 if bord.vantar else 0  # said in every answer: the page forgets that it was to ask when anything else happens
    if not {event["do"] for event in events} & {"open", *registerbord.EVENTS}:
        return {"slots": {}, "pending": pending}
    now = register_slots(bord)
    before, bord.drawn = {} if any(e["do"] == "open" for e in events) else bord.drawn, {**bord.drawn, **now}
    changed = {f"{registerbord.ID}--{name}": html for name, html in now.items() if before.get(name) != html}
    return {"slots": changed, "say": bord.says or None, "download": bord.download, "pending": pending}


def forget() -> None:
    """Lay the files aside, as a new worker would."""
    REGISTER.clear()
