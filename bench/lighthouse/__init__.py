"""What Lighthouse says of pages that are read, as a telephone on a slow network gets them from the built site."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.row import Row
from bench.visit import FLAGS, served
from publish.chromium import chromium

RUNS = 3
HERE = Path(__file__).parent
PAGES = {"a page of the guide": "/metod/omfordelningsnytta/", "the start page": "/", "the films": "/film/"}
BARS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}


def rows() -> Iterator[Row]:
    """One row for each page and category; performance is the median, the others the lowest of RUNS."""
    _install()
    with served() as address:
        for what, page in PAGES.items():
            seen = [_scores(address + page) for _ in range(RUNS)]
            for category, bar in BARS.items():
                of = median if category == "performance" else min
                how = f"Lighthouse, mobile, {of.__name__} of {RUNS}"
                yield Row(f"{category}, {what}", f"{of(scores[category] for scores in seen):.0f}", f"≥ {bar}", how)


def _install() -> None:
    if not (HERE / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"], cwd=HERE, check=True)


def _scores(url: str) -> dict[str, float]:
    """0 to 100 for each category."""
    flags = " ".join(["--headless=new", *FLAGS])
    asked = ["node_modules/.bin/lighthouse", url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    told = subprocess.run(asked, cwd=HERE, env={**os.environ, "CHROME_PATH": chromium()}, capture_output=True, text=True, check=True)
    return {name: found["score"] * 100 for name, found in json.loads(told.stdout)["categories"].items()}
