"""The page Standardvärden shows every value once, with its source and the day when somebody last read it."""

import datetime as dt
from html import unescape
from pathlib import Path

import pytest

from calculators.standard import history, standards
from calculators.swedish import exact_amount
from macros.figures import anchor
from macros.markup import date


@pytest.fixture(scope="module")
def text(site: Path) -> str:
    return unescape((site / "standardvarden/index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("id", standards())
def test_every_value_stands_on_the_page(id: str, text: str) -> None:
    newest = history(id)[0]
    assert text.count(f'id="{anchor(id)}"') == 1
    row = text.partition(f'id="{anchor(id)}"')[2].partition("</tr>")[0]
    assert newest.label in row
    assert newest.figure in row
    assert newest.spanned_only or exact_amount(newest.published, newest.unit) in row
    for entry in history(id):
        assert entry.source in text
        assert entry.url in text
        assert date(entry.checked) in text


def test_a_date_is_written_in_swedish() -> None:
    assert date(dt.date(2026, 11, 4)) == "4\u00a0november\u00a02026"


def test_a_figure_keeps_every_published_decimal() -> None:
    assert exact_amount(1.54, "×") == "1,54"
    assert exact_amount(1700.0, "h/år") == "1\u00a0700\u00a0h/år"
    assert exact_amount(403.7, "index") == "403,7\u00a0index"
