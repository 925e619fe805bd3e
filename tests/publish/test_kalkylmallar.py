"""The templates: empty, with published values only, and nothing in them that we made up to make them."""

import io
import re
from pathlib import Path

import openpyxl
import pytest

from calculators.registry import calculators
from calculators.schema import Varde, fields_of
from calculators.standard import standard
from calculators.workbook.bok import TABS
from calculators.workbook.kalkyl import underlag
from publish import ROOT
from publish.kalkylmallar import LIST, templates, write

TEMPLATES = {name: (title, state) for name, title, state in templates()}


def test_there_is_one_for_each_reference_calculation_and_an_empty_one() -> None:
    assert len(TEMPLATES) == 1 + len([calc for calc in calculators().values() if calc.reference])


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_figure_of_a_template_is_published(name: str) -> None:
    title, state = TEMPLATES[name]
    found = underlag(state)
    published = {0.0, 1.0}
    for calc in calculators().values():
        if calc.title == title:
            empty = calc.inputs()
            published |= {x for f in fields_of(calc.inputs).values() if isinstance(x := getattr(empty, f.name), float)}
            published |= {standard(id).amount for id in calc.reference.konstanter.values()}
    for factor in found.kalkyl.gemensamma:
        assert {factor.varde.lagst, factor.varde.troligt, factor.varde.hogst} <= published
    for _, _, block in found.kalkyl.blocks:
        values: tuple[Varde | None, ...] = (*block.values, block.timkostnad, block.timmar_per_ar)
        assert {x for v in values if v for x in (v.lagst, v.troligt, v.hogst)} <= {0.0, 1.0}
    assert found.resultat.troligt.nettonytta == 0


def test_the_page_of_templates_offers_every_one_of_them() -> None:
    page = (ROOT / "docs/mallar/index.md").read_text(encoding="utf-8")
    assert {*re.findall(r'href="(nyttokalkyl-[a-z-]+)\.xlsx"', page)} == {*TEMPLATES}


def test_they_are_written_with_their_version_and_date(tmp_path: Path) -> None:
    files = write(tmp_path)
    assert {file.stem for file in files} == {*TEMPLATES}
    assert (tmp_path / LIST).is_file()
    for file in files:
        assert tuple(openpyxl.load_workbook(io.BytesIO(file.read_bytes()), read_only=True).sheetnames) == TABS
