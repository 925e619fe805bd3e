"""A fence with indented lines in a page becomes the picture, in two forms, and the same chain as a list."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Build = Callable[[str, str], subprocess.CompletedProcess[str]]


@pytest.mark.xdist_group("additions")
def test_a_fence_is_drawn_and_listed(added_to: Path) -> None:
    page = (added_to / "index.html").read_text(encoding="utf-8")
    assert (
        page.count('<svg class="nk-kedja nk-kedja--sida"') == page.count('<svg class="nk-kedja nk-kedja--mobil"') == 2
    )
    assert page.count("Samma kedja som lista: 4\u00a0lådor och 3\u00a0pilar") == 2
    assert page.count("<figcaption>Effektkedja: Digital bokning (exempel)</figcaption>") == 2
    assert "<dt>Leder till:</dt> <dd>Färre samtal</dd>" in page
    assert "<själv>" not in page
    ids = re.findall(r'\bid="(effektkedja[^"]*)"', page)
    assert len(ids) == len(set(ids)) > 20
    drawn = "".join(re.findall(r"<svg class=\"nk-kedja.*?</svg>", page, re.DOTALL))
    assert "style=" not in drawn, "the policy lets no style attribute through"


@pytest.mark.parametrize(
    ("fence", "told"),
    [("```effektkedja\n```", "effektkedja: Det finns inget att öppna."), ("```effektkedja\n{\n```", "effektkedja")],
)
def test_a_fence_that_can_not_be_drawn_stops_the_build(fence: str, told: str, build_with: Build) -> None:
    built = build_with("index.md", fence)
    said = built.stdout + built.stderr
    assert built.returncode != 0, said
    assert told in said
    assert "index.md" in said
