"""From an empty page to a printed decision basis, by keyboard alone: a published case with two parties, and low and high."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.hands import Hands

Open = Callable[..., Page]
CASE: dict[str, Any] = json.loads((Path(__file__).parents[1] / "cases/uk-ereferral-cba.json").read_text(encoding="utf-8"))
THOUSAND = 1000  # the case is in thousands


def row(hands: Hands, key: str, namn: str, vem: str, years: bool, *factors: tuple[str, str, str, str, str]) -> None:
    """A benefit or cost with its factors: name, likely, unit, lowest, highest."""
    hands.writes(f"{key}.namn", namn)
    hands.picks(f"{key}.perspektiv", vem)
    for n, (name, likely, unit, lowest, highest) in enumerate(factors):
        if n:
            hands.presses(f"[data-do=add][data-path='{key}.faktorer']")
            expect(hands.page.locator(f"[name='{key}.faktorer.{n}.namn']")).to_be_visible()
            hands.page.keyboard.press("Shift+Tab")
        for part, text in (("namn", name), ("troligt", likely), ("enhet", unit), ("lagst", lowest), ("hogst", highest)):
            if text:
                hands.writes(f"{key}.faktorer.{n}.{part}", text)
        hands.writes(f"{key}.faktorer.{n}.kalla", CASE["source_url"])
    hands.picks(f"{key}.faktor.typ", "Olika" if years else "Bara")
    if years:
        hands.writes(f"{key}.faktor.ar.0", "0")


def test_from_an_empty_page_to_a_printed_decision_basis_without_a_mouse(new_reader: Open, tmp_path: Path) -> None:
    page = new_reader("/kalkylatorer/nyttokalkyl/")
    hands, given, printed = Hands(page), CASE["inputs"], CASE["expected"]
    hands.presses("[data-do=empty]")
    expect(page.locator("nytto-kalkyl")).to_have_attribute("data-state", "ready", timeout=30_000)
    hands.presses("a.nk-choice[href$='--del-syfte']")
    hands.writes("namn", "Elektronisk remiss")
    hands.writes("alternativ_a", "Remisser skickas på papper.")
    hands.writes("alternativ_b", "Remisser skickas elektroniskt.")
    hands.picks("horisont", "6")
    hands.writes("ranta", "3,5")
    hands.writes("perspektiv.0", "Vårdgivaren")
    hands.presses("[data-do=add][data-path=perspektiv]")
    hands.writes("perspektiv.1", "Patienterna")

    less = given["optimism_bias"]["benefits"]
    admin, tests = list(given["benefits_per_year_1_5"].values())[:2]
    for n, (namn, yearly) in enumerate((("Mindre administration", admin), ("Färre dubbla undersökningar", tests))):
        if n:
            hands.presses("[data-do=add][data-path=nyttor]")
        amount = ("Belopp", f"{yearly * THOUSAND}", "kr", f"{yearly * less * THOUSAND:.0f}", "")
        row(hands, f"nyttor.{n}", namn, "Vårdgivaren", True, amount)
    hands.presses("[data-do=add][data-path=nyttor]")
    hours = ("Timmar", "40000", "h", f"{40000 * less:.0f}", "")
    row(hands, "nyttor.2", "Kortare tid för patienten", "Patienterna", True, hours, ("Värde av en timme", "15", "kr/h", "", ""))

    build, run = given["costs"]["build"]["0"] * THOUSAND, given["costs"]["run_per_year_1_5"] * THOUSAND
    more = f"{build * given['optimism_bias']['build']:.0f}"
    row(hands, "kostnader.0", "Bygga tjänsten", "Vårdgivaren", False, ("Belopp", f"{build}", "kr", "", more))
    hands.presses("[data-do=add][data-path=kostnader]")
    row(hands, "kostnader.1", "Drift", "Vårdgivaren", True, ("Belopp", f"{run}", "kr", "", ""))

    hands.picks("lage", "Ineras metod och")
    deep = page.locator(".nk-deep")
    expect(deep).to_contain_text(thousands(printed["ob_npv"]))  # lowest benefits with highest costs
    hands.presses("[data-do=show_report][data-value=brief]")
    basis = page.locator(".nk-part--underlag")
    for figure in ("npv", "pv_benefits", "pv_costs"):
        expect(basis).to_contain_text(thousands(printed[figure]))
    page.pdf(path=str(tmp_path / "underlag.pdf"), prefer_css_page_size=True)
    words = re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "underlag.pdf").pages))
    for said in ("Beslutsunderlag", "Elektroniskremiss", "Vårdgivaren", "Patienterna"):
        assert said in words, said
    assert thousands(printed["npv"]).search(words)


def thousands(amount: float) -> re.Pattern[str]:
    """The printed amount, in thousands, as the page writes it in kronor: within one thousand."""
    near = (f"{x // 1000}\\s?{x % 1000:03d}" for x in range(round(amount) - 1, round(amount) + 2))
    return re.compile("|".join(near))
