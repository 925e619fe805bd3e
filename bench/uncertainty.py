"""The uncertainty part in Chromium: the site's own Python and engine, run in a page of it. numpy draws the same here."""

import json
import math
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy

from bench import timed
from bench.documents import nyttokalkyl, uncertain
from bench.row import Row
from bench.visit import window
from publish import SITE

DRAWS, FACTORS, RUNS = 10_000, 60, 9
START = """async ([runtime, code]) => {
  const { RUNTIME } = await import(runtime)
  const { loadPyodide } = await import(`${RUNTIME.pyodide}pyodide.mjs`)
  const python = await loadPyodide({ indexURL: RUNTIME.pyodide, lockFileContents: RUNTIME.lock })
  const wheel = await fetch(RUNTIME.engine + RUNTIME.lock.packages.nyttokalkyl.file_name)
  const site = python.runPython('import site; site.getsitepackages()[0]')
  python.unpackArchive(await wheel.arrayBuffer(), 'wheel', { extractDir: site })
  return python.runPython(code)
}"""


def rows() -> Iterator[Row]:
    """Simulation, tornado and the whole part."""
    given = (uncertain(FACTORS), nyttokalkyl(40), nyttokalkyl(150))
    here, there = json.loads(timed.everything(*given, RUNS)), in_chromium(*given)
    with_numpy, mean = numpy_simulation(given[0])
    assert here["mean"] == there["mean"]
    assert abs(mean - here["mean"]) <= 4 * math.sqrt(2 / DRAWS) * here["spread"]  # four standard errors of two means
    numpys = statistics.median(with_numpy)
    for form in ("triangel", "pert"):
        what = f"Monte Carlo {DRAWS} × {FACTORS} in the browser, {form}"
        ratio = f"{statistics.median(there[form]) / numpys:.1f} × numpy on CPython ({spread(with_numpy)})"
        yield Row(
            what, f"{statistics.median(there[form]):.0f} ms", "≤ 600 ms", f"{how(there[form], here[form])}; {ratio}"
        )
    tornado = statistics.median(there["tornado"])
    yield Row("tornado, 40 rows", f"{tornado:.1f} ms", "a few ms", how(there["tornado"], here["tornado"]))
    what = "tornado, switching values, band and grid, 150 rows"
    yield Row(what, f"{statistics.median(there['part']):.0f} ms", "≤ 500 ms", how(there["part"], here["part"]))


def how(there: list[float], here: list[float]) -> str:
    return f"n={len(there)}, {spread(there)}; CPython {spread(here)}"


def spread(times: list[float]) -> str:
    return f"{min(times):.1f}–{max(times):.1f} ms"


def in_chromium(*given: Any) -> dict[str, Any]:
    """The same times inside Pyodide in a page of the built site. The page's thread is as fast as a worker's."""
    arguments = ", ".join(f"json.loads({json.dumps(document)!r})" for document in given)
    code = f"{Path(timed.__file__).read_text(encoding='utf-8')}\neverything({arguments}, {RUNS})"
    (runtime,) = (SITE / "assets/javascripts").glob("runtime.*.js")
    with window() as (browser, address):
        page = browser.new_page()
        page.goto(f"{address}/sa-raknar-vi/")
        found: dict[str, Any] = json.loads(page.evaluate(START, [f"/assets/javascripts/{runtime.name}", code]))
    return found


def numpy_simulation(document: Any) -> tuple[list[float], float]:
    """Milliseconds of the triangular simulation with numpy on the desk, and its mean."""
    modell = timed.model(document)
    by_key = {spak.nyckel: spak for spak in modell.spakar}

    def draw(random: numpy.random.Generator) -> Any:
        total = numpy.zeros(DRAWS)
        for rad in modell.rader:
            product = numpy.full(DRAWS, rad.vikt / (60 if len(rad.arsvarde.nycklar) == 2 else 1))
            for key in rad.arsvarde.nycklar:
                spak = by_key[key]
                product *= random.triangular(spak.lagst, spak.troligt, spak.hogst, DRAWS)
            total += product
        numpy.percentile(total, (5, 50, 95))
        return total

    taken = []
    for n in range(RUNS):
        start = time.perf_counter()
        total = draw(numpy.random.default_rng(n))
        taken.append((time.perf_counter() - start) * 1000)
    return taken, float(total.mean())
