"""What is timed of the uncertainty. It imports the engine alone, so that the same text runs here and in the browser's Python."""

import json
import time
from collections.abc import Callable
from typing import Any

from calculators.kalkyl.osakerhet import fordelning
from calculators.kalkyl.osakerhet.band import band
from calculators.kalkyl.osakerhet.modell import Modell, model_of
from calculators.kalkyl.osakerhet.rutnat import grid
from calculators.kalkyl.osakerhet.simulering import simulated
from calculators.kalkyl.osakerhet.tornado import tornado
from calculators.kalkyl.osakerhet.vandpunkt import switching_values
from calculators.registry import calculator
from calculators.views import charts
from calculators.wire import from_json


def model(document: Any) -> Modell:
    return model_of(from_json(calculator("nyttokalkyl"), document))


def timed(work: Callable[[], Any], runs: int) -> list[float]:
    """Milliseconds of each run, with nothing kept from the one before."""
    taken = []
    for _ in range(runs):
        fordelning.quantiles.cache_clear()
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def part(document: Any) -> None:
    """The whole uncertainty part but the draws: tornado, switching values, band and grid, with their charts."""
    modell = model(document)
    bars = tornado(modell, 0.1)
    switching_values(modell)
    charts.tornado("t", bars)
    charts.band("b", band(modell))
    charts.grid("r", grid(modell, bars[0].spak, bars[1].spak, 7))


def everything(drawn: Any, small: Any, large: Any, runs: int) -> str:
    """All times, as JSON."""
    modell, forty = model(drawn), model(small)
    utfall = simulated(modell, "triangel")
    return json.dumps(
        {
            "triangel": timed(lambda: simulated(modell, "triangel"), runs),
            "pert": timed(lambda: simulated(modell, "pert"), runs),
            "tornado": timed(lambda: tornado(forty), runs),
            "part": timed(lambda: part(large), runs),
            "mean": utfall.medel,
            "spread": utfall.spridning,
        }
    )
