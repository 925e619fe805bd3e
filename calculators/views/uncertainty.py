"""Fördjupning: what goes beyond the method's own table of lägst, troligt and högst. Drawn when the reader has paused."""

from __future__ import annotations

from typing import Any

from calculators.kalkyl.osakerhet import meningar
from calculators.kalkyl.osakerhet.band import band
from calculators.kalkyl.osakerhet.modell import Modell, model_of
from calculators.kalkyl.osakerhet.rutnat import grid
from calculators.kalkyl.osakerhet.simulering import FORMER, Framsteg
from calculators.kalkyl.osakerhet.spakar import Spak
from calculators.kalkyl.osakerhet.tornado import tornado
from calculators.kalkyl.osakerhet.vandpunkt import switching_values
from calculators.rapport.fordjupning import band_table, grid_table, simulation_table, tornado_table
from calculators.swedish import write_number
from calculators.views import charts
from calculators.views.environment import render
from calculators.views.view import View

ASSUMED = {
    "": "Bara faktorer med lägst och högst",
    "0,1": "Även de andra, plus och minus 10 %",
    "0,25": "Även de andra, plus och minus 25 %",
}
SHARES = {"": 0.0, "0,1": 0.1, "0,25": 0.25}
MOST_BARS, MOST_TURNS = 12, 12


def deeper(view: View) -> bool:
    """Whether the reader has asked for what goes beyond the method."""
    return bool(view.calculator.own_page and view.flat.get("lage") == "fordjupning")


def uncertainty(view: View) -> str:
    """The choice between the method and more, and all of what is more."""
    if view.outputs is None or not deeper(view):
        return render("fordjupning.html", view=view, open=False, chosen=deeper(view))
    modell = model_of(view.inputs)
    return render("fordjupning.html", view=view, open=True, chosen=True, **_tornado(view, modell), **_turns(modell), **_band(view, modell),
                  **_grid(view, modell), **_simulation(view, modell))  # fmt: skip


def _tornado(view: View, modell: Modell) -> dict[str, Any]:
    assumed = view.desk.picked.get("andra", "")
    bars = tornado(modell, SHARES.get(assumed, 0.0))[:MOST_BARS]
    chart = charts.tornado(f"{view.id}-tornado", bars) if bars else ""
    return {"bars": tornado_table(bars) if bars else None, "tornado": chart, "assumed": assumed, "assumptions": ASSUMED}


def _turns(modell: Modell) -> dict[str, Any]:
    found = switching_values(modell)
    sentences = [(meningar.switching_sentence(v), meningar.range_sentence(v)) for v in found]
    return {"turns": sentences[:MOST_TURNS], "more_turns": sentences[MOST_TURNS:]}


def _band(view: View, modell: Modell) -> dict[str, Any]:
    if not modell.rorliga:
        return {"band": "", "band_words": (), "band_table": None}
    found = band(modell)
    return {"band": charts.band(f"{view.id}-band", found), "band_words": meningar.band_sentences(found), "band_table": band_table(found)}


def _grid(view: View, modell: Modell) -> dict[str, Any]:
    """The two levers that she has picked, or the two with the widest swing."""
    levers = {spak.nyckel: spak for spak in modell.spakar if spak.varierar}
    swings = [bar.spak.nyckel for bar in tornado(modell)]
    if len(levers) < 2:
        return {"grid": "", "grid_words": "", "levers": {}, "picked": ("", ""), "grid_table": None}
    row = view.desk.picked.get("rad", "") if view.desk.picked.get("rad", "") in levers else swings[0]
    column = view.desk.picked.get("kolumn", "")
    if column not in levers or column == row:
        column = next(key for key in swings if key != row)
    found = grid(modell, levers[row], levers[column])
    about = {"grid_words": meningar.grid_sentence(found), "grid_table": grid_table(found)}
    return {"grid": charts.grid(f"{view.id}-rutnat", found), "levers": _names(levers), "picked": (row, column)} | about


def _names(levers: dict[str, Spak]) -> dict[str, str]:
    return {key: spak.namn for key, spak in levers.items()}


def _simulation(view: View, modell: Modell) -> dict[str, Any]:
    """The simulation: not asked for, on its way, or done."""
    found: Framsteg | None = view.desk.progress
    about: dict[str, Any] = {"former": FORMER, "moving": len(modell.rorliga), "progress": found, "histogram": "", "simulated": ()}
    if found is not None and found.utfall is not None:
        about["histogram"] = charts.histogram(f"{view.id}-simulering", found.utfall)
        about["draws"] = simulation_table(found.utfall)
        about["simulated"] = meningar.simulation_sentences(found.utfall)
    elif found is not None:
        about["done"] = write_number(float(found.dragna))
    return about
