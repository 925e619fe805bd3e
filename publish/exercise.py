"""Runs every path of the engine that the browser can reach, so that no module is missed when the library is trimmed."""

import json
from typing import Any

from calculators import commands
from calculators.browser import forget, handle
from calculators.kalkyl.osakerhet import meningar
from calculators.kalkyl.osakerhet.band import band
from calculators.kalkyl.osakerhet.modell import model_of
from calculators.kalkyl.osakerhet.rutnat import grid
from calculators.kalkyl.osakerhet.simulering import simulated
from calculators.kalkyl.osakerhet.tornado import tornado
from calculators.kalkyl.osakerhet.vandpunkt import switching_values
from calculators.registry import calculator, calculators
from calculators.views import charts
from calculators.wire import encode, from_json

HOSTILE = ("", "x", "12,5", "1.234", "1e400", "−5", "9" * 200, "<b>", "=1+1", "١٢", "0")
BROKEN_LINKS = ("k=1.abc", "k=9.abc", "k=", "k=1.eJyrVkrOT0lVslIyVKoFABgcA4M", "manadslon=41800", "x=<b>")
ROW_EVENTS = ("add", "copy", "up", "down", "remove", "undo", "redo")


def send(id: str, *events: dict[str, Any]) -> dict[str, Any]:
    """One batch to the worker's door."""
    reply: dict[str, Any] = json.loads(handle(json.dumps({"calculator": id, "events": events})))
    return reply


def everything() -> None:
    """Every calculator: open, type, break, mend, rows, links, saving, and the command line's answers."""
    for id, calc in calculators().items():
        forget()
        send(id, {"do": "open", "fragment": "", "document": None})
        keys = list(json.loads(send(id, {"do": "save"})["document"])["flat"])
        for key in keys[::7]:
            for text in HOSTILE:
                send(id, {"do": "input", "key": key, "value": text})
            send(id, {"do": "undo"})
        for path in sorted({key.rpartition(".")[0] for key in keys if key.rpartition(".")[0]}):
            for do in ROW_EVENTS:
                send(id, {"do": do, "path": path.rpartition(".")[0] if do == "add" else path})
        link = send(id, {"do": "empty"}, {"do": "link", "address": "https://x.example/"})["link"]
        for fragment in (link.partition("#")[2], *BROKEN_LINKS):
            send(id, {"do": "open", "fragment": fragment, "document": "{"}, {"do": "save"})
        for example in calc.examples:
            encode(commands.answer_text(json.dumps({"calculator": id, "input": example.given}), None))
        encode(commands.describe(calc))
    for example in calculator("nyttokalkyl").examples:
        uncertainty(example.given)
    for text in ("", "[]", "{", "[" * 100000, '{"calculator": "x", "events": []}'):
        handle(text)
    for text in ("", "[]", "{", '{"calculator": "x", "input": 1}'):
        commands.answer_text(text, None)


def uncertainty(document: Any) -> None:
    """Everything that is shown of how uncertain a nyttokalkyl is."""
    modell = model_of(from_json(calculator("nyttokalkyl"), document))
    bars = tornado(modell, 0.1)
    charts.tornado("t", bars)
    for value in switching_values(modell):
        meningar.switching_sentence(value)
    found = band(modell)
    charts.band("b", found)
    meningar.band_sentences(found)
    if len(bars) > 1:
        charts.grid("r", grid(modell, bars[0].spak, bars[1].spak))
    for utfall in (simulated(modell, "triangel"), simulated(modell, "pert")):
        charts.histogram("s", utfall)
        meningar.simulation_sentences(utfall)


if __name__ == "__main__":
    everything()
