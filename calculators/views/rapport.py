"""The decision basis, the report and the slides of a nyttokalkyl: as HTML for print, and as data for the browser's writers."""

from __future__ import annotations

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from calculators.easel.obstacles import obstacles
from calculators.fault import Rejected
from calculators.kalkyl.document import Nyttokalkyl
from calculators.kalkyl.evaluation import Resultat
from calculators.rapport import KINDS, Document, Utgava, uppfoljning, uppfoljningsplan
from calculators.rapport.document import Block, Chart, Section, Table
from calculators.rapport.pengar import parter, tidrader
from calculators.rapport.resultat import party_table
from calculators.rapport.svar import MOTTAGARE, svar
from calculators.rapport.timmar import decision_table
from calculators.swedish import slug
from calculators.uppfoljning.beslut import Beslut, latest
from calculators.uppfoljning.jamforelse import Jamforelse, jamforelse
from calculators.views import charts
from calculators.views.environment import render
from calculators.views.slide_layout import SHEET, placed, shares
from calculators.views.summary import nothing_yet
from calculators.views.view import View

# How a kind is laid out on paper: type in points, margins and the height of a picture in millimetres.
PAPER: dict[str, dict[str, float]] = {
    "brief": {"font": 8, "margin": 12, "picture": 46},
    "long": {"font": 10.5, "margin": 20, "picture": 85},
    "uppfoljning": {"font": 9, "margin": 14, "picture": 60},
    "plan": {"font": 9.5, "margin": 16, "picture": 60},
}
SCALES = ((1e6, "mkr", "#,##0.0,,"), (1e3, "tkr", "#,##0,"), (0.0, "kr", "#,##0"))  # the formats of a spreadsheet
FOLLOW_UP = "uppfoljning"
CREATOR = "Nyttokalkyl"
FAILED = "Filen gick inte att skriva. Kontrollera att du har nät och pröva igen."
LAYOUTS = ("Titel", "Innehåll")  # what the layouts of the slides are called in PowerPoint


def edition(view: View, date: str) -> Utgava:
    """What the page knows beside the calculation. `date` is the reader's own day, "2026-11-24"."""
    example = view.session.state.origin if view.is_example else ""
    missing = tuple(fault.message for fault in view.missing)
    return Utgava(date[:10], example, missing, hinder=obstacles(view.session.state))


def document(view: View, kind: str, date: str) -> Document | None:
    """The document "brief", "long" or "slides"; None where there is no result to tell, or no such kind."""
    if view.outputs is not None and kind == FOLLOW_UP:
        found = compared(view)
        return None if found is None else uppfoljning.follow_up(view.inputs, found, decision(view), edition(view, date))
    if view.outputs is not None and kind == uppfoljningsplan.KIND:
        return uppfoljningsplan.follow_up_plan(view.inputs, edition(view, date))
    if view.outputs is None or kind not in KINDS:
        return None
    return KINDS[kind](view.inputs, view.outputs, edition(view, date))


def report_html(view: View, kind: str, date: str) -> str:
    """An article to read and print; empty where there is no result."""
    found = document(view, kind, date)
    if found is None:
        return ""
    return render("rapport.html", document=found, draw=lambda chart: drawn(f"{view.id}-{kind}", chart), file=slug)


def decision(view: View) -> Beslut | None:
    """The newest decision of the document."""
    return latest(view.calculator, view.session.state.rest)


def compared(view: View) -> Jamforelse | None:
    """The outcome against the decision, or against the calculation itself; None where no number can hold it."""
    frozen = decision(view)
    try:
        return jamforelse(frozen.kalkyl if frozen else view.inputs, view.inputs, frozen is not None)
    except Rejected:
        return None


def pengar_html(view: View) -> str:
    """Hur pratar vi om pengarna? Three answers for three audiences, freed hours, and who pays and gains."""
    if view.outputs is None or nothing_yet(view):
        return ""
    kalkyl: Nyttokalkyl = view.inputs
    result: Resultat = view.outputs
    freed = decision_table(tidrader(kalkyl), 20_000)
    parties = party_table(kalkyl, result.troligt, parter(kalkyl, result))
    return render("pengar.html", svar=svar(kalkyl, result), mottagare=MOTTAGARE, freed=freed, parties=parties)


def office(view: View, kind: str, date: str) -> dict[str, Any] | None:
    """What docs/assets/javascripts/office.js writes as a .docx or a .pptx: only words, figures and places."""
    found = document(view, kind, date)
    if found is None:
        return None
    form = "pptx" if kind == "slides" else "docx"
    return {
        "format": form,
        "file": f"{found.file}.{form}",
        "title": found.title,
        "about": found.about,
        "foot": found.foot,
        "language": found.language,
        "creator": CREATOR,
        "done": f"Sparat: {found.file}.{form}.",
        "failed": FAILED,
        "layouts": LAYOUTS,
        "paper": PAPER.get(kind),
        "sections": [_section(s, f"{view.id}-{kind}", PAPER.get(kind)) for s in found.sections],
    }


def _section(section: Section, id: str, paper: Mapping[str, float] | None) -> dict[str, Any]:
    """On paper one block after the other; on a slide each in its place."""
    if paper:
        blocks = [_block(b, id, SHEET, paper["font"]) for b in section.blocks]
    else:
        blocks = [_block(b, id, box[2], size) | {"box": box, "size": size} for b, box, size in placed(section.blocks)]
    return {"title": section.title, "blocks": blocks}


def _block(block: Block, id: str, width: float, size: float) -> dict[str, Any]:
    found = {"kind": block.kind, **{f.name: getattr(block, f.name) for f in dc.fields(block)}}
    if isinstance(block, Table):
        found |= {"shares": shares(block, width, size), "numbers": [*map(block.is_number, range(len(block.header)))]}
    if isinstance(block, Chart):
        found |= {"svg": drawn(id, block), **_scale(block)}
    return found


def _scale(chart: Chart) -> dict[str, str]:
    """The axis in millions, thousands or kronor, after the largest figure."""
    largest = max((abs(x) for series in chart.series for x in series.values), default=0.0)
    unit, pattern = next((unit, pattern) for least, unit, pattern in SCALES if largest >= least)
    return {"unit": unit, "pattern": pattern}


def drawn(id: str, chart: Chart) -> str:
    """The chart as the house draws it; empty for one that only slides have."""
    values = [series.values for series in chart.series]
    if chart.name == "per_ar":
        finansiell, omfordelning, kostnad, line = values
        return charts.yearly(f"{id}-per-ar", chart.categories, [-x for x in kostnad], finansiell, omfordelning, line)
    if chart.name == "nivaer":
        rows = [(name, *levels) for name, *levels in zip(chart.categories, *values, strict=True)]
        return charts.levels(f"{id}-nivaer", rows)
    if chart.name == "uppfoljning":
        return charts.followed(f"{id}-uppfoljning", chart.title, chart.alt, chart.categories, chart.series)
    return ""
