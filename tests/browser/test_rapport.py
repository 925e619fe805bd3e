"""The report from the reader's side: one printed page, a Word file and slides that open elsewhere, pictures and tables saved."""

import dataclasses as dc
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from calculators.registry import calculator
from calculators.session import Session, State, start_state
from calculators.views import rapport
from calculators.views.view import View, seen
from calculators.wire import encode, from_json, to_flat

Open = Callable[..., Page]
KALKYL = "/kalkylatorer/nyttokalkyl/"
DAY = "2026-11-24"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def view_of(document: dict[str, Any] | None = None) -> View:
    """A nyttokalkyl as the page knows it: the example, or a document of its own."""
    calc = calculator("nyttokalkyl")
    if document is None:
        return seen(Session(calc, start_state(calc)))
    return seen(Session(calc, State(to_flat(from_json(calc, document)))))


def shown(open: Open, html: str = "", **about: object) -> Page:
    """The nyttokalkyl's page with a piece of HTML last in it, as a slot would hold it."""
    page = open(KALKYL, accept_downloads=True, **about)
    page.evaluate("html => document.querySelector('nytto-kalkyl').insertAdjacentHTML('beforeend', html)", html)
    page.wait_for_function("!!customElements.get('nytto-kalkyl')")
    return page


def saved(page: Page, kind: str, view: View, to: Path) -> Path:
    """What the browser writes when the engine has described a document."""
    with page.expect_download(timeout=60_000) as download:
        page.evaluate(
            "office => document.querySelector('nytto-kalkyl').show({slots: {}, focus: null, say: null, office}, [])",
            json.loads(encode(rapport.office(view, kind, DAY))),
        )
    file = to / download.value.suggested_filename
    download.value.save_as(file)
    return file


def crowded() -> dict[str, Any]:
    """A calculation with far more of everything than a page holds."""
    words = "Verksamheten ska kunna erbjuda samma sak till fler utan att det blir svårare att följa upp vad som hände. " * 8
    parties = [f"Samverkansnämnden för hälsa, skola och omsorg nummer {n} i regionen" for n in range(12)]
    rows = [
        {"namn": f"{n} {words[:150]}", "perspektiv": parties[n % 12], "kategori": ("finansiell", "omfordelning")[n % 2],
         "termer": [{"faktorer": [{"namn": f"{words[:100]} {n}", "troligt": 90_000_000, "lagst": 80_000_000, "hogst": 120_000_000,
                                   "enhet": "kr", "kalla": f"Källa {n}: {words[:200]}"}]}],
         "timkostnad": 512, "blir_pengar_nar": words, "blir_pengar_beslut": words}
        for n in range(36)
    ]  # fmt: skip
    others = [{"id": f"E{n}", "namn": f"{n} {words}", "kategori": "kvalitet", "perspektiv": parties[n % 12]} for n in range(30)]
    return {
        "namn": words, "syfte": words, "alternativ_a": words, "alternativ_b": words, "geografi": words, "startar": 2027,
        "horisont": 25, "perspektiv": parties, "nyttor": rows, "kostnader": rows[:30], "ej_varderade": others,
    }  # fmt: skip


def sides(kalkyl: dict[str, Any]) -> dict[str, Any]:
    """Only what the document declares: texts that describe it may be declared by then, or not."""
    declared = {f.name for f in dc.fields(calculator("nyttokalkyl").inputs)}
    return {name: value for name, value in kalkyl.items() if name in declared}
