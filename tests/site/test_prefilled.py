"""Links that open a calculator filled in: they lead there, they fill what they say, and a mistake stops the build."""

import re
from pathlib import Path

import pytest

from calculators.registry import ids
from macros.prefilled import link
from tests.page import Page

LINK = re.compile(r'<a href="(?:\.\./)?(?:kalkylatorer/)?([a-z_]+)/#([a-z_0-9.]+=[^"]*)">')


@pytest.mark.parametrize(
    ("page", "address"),
    [("kalkylatorer/index.md", "utgifter/"), ("kalkylatorer/resor.md", "../utgifter/"), ("index.md", "kalkylatorer/utgifter/"),
     ("metod/rakna.md", "../../kalkylatorer/utgifter/"), ("metod/index.md", "../kalkylatorer/utgifter/")],
)  # fmt: skip
def test_a_link_leads_to_the_calculator_from_any_page(page: str, address: str) -> None:
    found = link("utgifter", "Licenser", page, {"metod": "licens", "pris": "1 250,5"})
    assert found.strip() == f'<a href="{address}#metod=licens&amp;pris=1+250%2C5">Licenser</a>'


@pytest.mark.parametrize("fields", [{"finns_inte": "1"}, {"metod": "gissning"}, {"metod": "licens", "pris": "dyrt"}])
def test_a_field_or_a_text_that_the_calculator_would_refuse_stops_the_build(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="ifylld"):
        link("utgifter", "x", "index.md", fields)


def test_every_such_link_of_the_landing_page_fills_in_what_it_says(site: Path) -> None:
    found = LINK.findall((site / "kalkylatorer/index.html").read_text(encoding="utf-8"))
    assert len(found) > 8
    for id, typed in found:
        assert id in ids()
        page = Page(id, typed.replace("&amp;", "&"))
        for pair in typed.split("&amp;"):
            name, _, text = pair.partition("=")
            assert page.flat[name] == text
