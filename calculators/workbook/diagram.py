"""The charts of the file, native to the spreadsheet, each with a text for who can't see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calculators.swedish import amount
from calculators.workbook.flikar.artabell import table_rows
from calculators.workbook.flikar.osakerhet import HEAD as BARS_HEAD
from calculators.workbook.flikar.resultat import CATEGORIES, last_party
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import OSAKERHET, PARTY_TABLE, RESULTAT
from calculators.workbook.utseende import BENEFIT, BENEFIT_LIGHT, COST, FONT, INK, LINE, NET, SOFT

WIDE, HIGH = 720, 410
NARROW, LOW = 560, 370
MOST_BARS = 12
AMOUNTS = "#,##0"


def yearly(book: Any, u: Underlag) -> tuple[Any, dict[str, Any]]:
    """Costs and benefits of each year, and the accumulated net benefit as a line."""
    rows = table_rows(u.plan, "troligt")
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    series = (("Finansiella nyttor", "K", BENEFIT), ("Omfördelningsnyttor", "L", BENEFIT_LIGHT), ("Kostnader", "M", COST))
    _bars(chart, RESULTAT, rows, "B", series, gap=50)
    line = book.add_chart({"type": "line"})
    line.add_series(
        {"name": "Ackumulerad nettonytta", "categories": _column(RESULTAT, "B", rows), "values": _column(RESULTAT, "I", rows),
         "line": {"color": NET, "width": 2.25}, "marker": {"type": "circle", "size": 6, "fill": {"color": NET}, "border": {"color": NET}}}
    )  # fmt: skip
    chart.combine(line)
    _dress(chart, "Nyttor och kostnader per år, och ackumulerad nettonytta")
    net = u.resultat.troligt
    words = (
        f"Staplar för varje år: nyttor uppåt, kostnader nedåt. Linjen visar den ackumulerade nettonyttan, som slutade på "
        f"{amount(net.nettonytta, 'kr')} när filen skapades. Siffrorna står i tabellen År för år, troligt."
    )
    return chart, _placed(words, WIDE, HIGH)


def _bars(
    chart: Any, tab: str, rows: tuple[int, int], names: str, series: Sequence[tuple[str, str, str]], **about: int
) -> None:
    """One set of bars for each name, column and colour, over the first to the last row; the column `names` names the bars."""
    for name, column, colour in series:
        chart.add_series({"name": name, "categories": _column(tab, names, rows), "values": _column(tab, column, rows),
                          "fill": {"color": colour}, **_hatch(name, colour), **about})  # fmt: skip


def _column(tab: str, column: str, rows: tuple[int, int]) -> str:
    return f"={tab}!${column}${rows[0]}:${column}${rows[1]}"


def _hatch(name: str, colour: str) -> dict[str, Any]:
    """Costs are hatched, so that they are told apart without colour."""
    if name != "Kostnader":
        return {}
    return {
        "pattern": {"pattern": "wide_upward_diagonal", "fg_color": colour, "bg_color": "#FFFFFF"},
        "border": {"color": colour},
    }


def by_category(book: Any, u: Underlag) -> tuple[Any, dict[str, Any]]:
    """Benefits and costs of each category."""
    rows = (CATEGORIES + 1, CATEGORIES + 2)
    return _pair(
        book,
        "Per kategori, troligt",
        rows,
        "Staplar för finansiella belopp och omfördelning: nyttor bredvid kostnader.",
    )


def by_party(book: Any, u: Underlag) -> tuple[Any, dict[str, Any]]:
    """Benefits and costs of each perspective."""
    first = PARTY_TABLE + 1
    count = max(1, len(dict.fromkeys(u.kalkyl.perspektiv)))
    return _pair(book, "Per perspektiv, troligt", (first, min(first + count - 1, last_party(u))),
                 "Staplar för varje perspektiv: nyttor bredvid kostnader.")  # fmt: skip


def _pair(book: Any, title: str, rows: tuple[int, int], words: str) -> tuple[Any, dict[str, Any]]:
    chart = book.add_chart({"type": "column"})
    _bars(chart, RESULTAT, rows, "A", (("Nyttor", "C", BENEFIT), ("Kostnader", "F", COST)), gap=80)
    _dress(chart, title)
    return chart, _placed(f"{words} Siffrorna står i tabellen ovanför.", NARROW, LOW)


def one_at_a_time(book: Any, u: Underlag, count: int) -> tuple[Any, dict[str, Any]]:
    """The tornado: how the net benefit changes at lägst and högst of one factor at a time. Its axis is at 0 whatever the figures are."""
    chart = book.add_chart({"type": "bar"})
    rows = BARS_HEAD + 1, BARS_HEAD + min(count, MOST_BARS)
    _bars(chart, OSAKERHET, rows, "A", (("Vid lägst", "I", BENEFIT_LIGHT), ("Vid högst", "J", BENEFIT)), gap=60, overlap=100)
    _dress(chart, "Så ändras nettonyttan när en faktor i taget går från lägst till högst")
    chart.set_y_axis({"reverse": True, "num_font": _font(9), "line": {"color": SOFT}, "label_position": "low"})
    chart.set_x_axis(
        {
            "num_format": AMOUNTS,
            "num_font": _font(9),
            "major_gridlines": {"visible": True, "line": {"color": LINE}},
            "label_position": "high",
            "name": "kr",
            "name_font": _font(9),
        }
    )
    words = (
        "Liggande staplar: hur många kronor nettonyttan ändras när en faktor är lägst eller högst och alla andra är troliga. "
        "Den faktor som gav störst skillnad när filen skapades står överst. Siffrorna står i tabellen ovanför."
    )
    return chart, _placed(words, WIDE, 120 + 34 * min(count, MOST_BARS))


def _dress(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": {**_font(12), "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font(9)})
    chart.set_x_axis({"label_position": "low", "num_font": _font(9), "line": {"color": SOFT}})
    chart.set_y_axis({"num_format": AMOUNTS, "num_font": _font(9), "major_gridlines": {"visible": True, "line": {"color": LINE}},
                      "name": "kr", "name_font": _font(9), "line": {"none": True}})  # fmt: skip
    chart.set_chartarea({"border": {"color": LINE}})


def _font(size: int) -> dict[str, Any]:
    return {"name": FONT, "size": size, "color": INK}


def _placed(words: str, width: int, height: int) -> dict[str, Any]:
    return {"description": words, "object_position": 2, "size": (width, height)}
