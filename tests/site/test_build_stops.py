"""What an editor can get wrong stops the build, and the message says what, where and what exists instead."""

import subprocess
from collections.abc import Callable

import pytest

Build = Callable[[str, str], subprocess.CompletedProcess[str]]
WRONG = {
    "an unknown macro": ("{{ kalkylatorn('timkostnad') }}", ["kalkylatorn"]),
    "an unknown calculator": ("{{ indata('lonen') }}", ["'lonen'", "there are:", "nyttokalkyl"]),
    "no such live calculator": ("{{ kalkylator('lonen') }}", ["'lonen'", "there are:", "timkostnad"]),
    "an unknown value": ("{{ varde('kalkylranta') }}", ["kalkylranta", "there are:", "diskonteringsranta"]),
    "an ended value": ("{{ varde('po_palagg.kommun') }}", ["po_palagg.kommun", "2021-12-31"]),
}


@pytest.mark.parametrize(("paragraph", "told"), WRONG.values(), ids=WRONG)
def test_the_build_stops_at(paragraph: str, told: list[str], build_with: Build) -> None:
    built = build_with("index.md", paragraph)
    said = built.stdout + built.stderr
    assert built.returncode != 0, said
    assert "index.md" in said
    for words in told:
        assert words in said


def test_every_broken_link_is_told_and_the_build_stops(build_with: Build) -> None:
    broken = ("finns-inte.md", "standardvarden.md#varde-finns-inte", "/standardvarden/")
    built = build_with("index.md", " ".join(f"[hit]({link})" for link in broken))
    said = built.stdout + built.stderr
    assert built.returncode != 0, said
    assert "index.md" in said
    for link in broken:
        assert link in said
