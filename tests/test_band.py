"""The true worst and best against every combination of ends, tried one by one."""

import itertools
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.kalkyl.osakerhet import ytterlage
from calculators.kalkyl.osakerhet.band import band
from calculators.kalkyl.osakerhet.meningar import band_sentences
from calculators.swedish import NBSP
from tests.documents import kalkyler
from tests.modeller import document, model, row, scale, span

factors = st.sampled_from(
    [{"ref": "a"}, {"ref": "b"}, {"ref": "c"}, 3, span("", 1, 2, 5), span("", 0, 1, 1), span("", -2, 1, 4)]
)
terms = st.lists(
    st.fixed_dictionaries({"faktorer": st.lists(factors, min_size=1, max_size=2), "tecken": st.sampled_from("+-")}),
    max_size=3,
)
rows = st.lists(terms, max_size=3).map(
    lambda found: [{"perspektiv": "A", "kategori": "finansiell", "termer": t} for t in found]
)


@st.composite
def tangled(draw: st.DrawFn) -> dict[str, Any]:
    """Shared factors that lower some rows and raise others, in differences whose sign the other factors decide."""
    shared = {"a": span("", 1, 2, 5), "b": span("", -1, 2, 4), "c": span("", 2, 3, 9)}
    return document(draw(rows), draw(rows), gemensamma=shared)


def is_affine(given: dict[str, Any]) -> bool:
    """Whether no product holds the same shared factor twice."""
    products = [t["faktorer"] for b in (*given["nyttor"], *given["kostnader"]) for t in b.get("termer", [])]
    refs = [[f["ref"] for f in p if isinstance(f, dict) and "ref" in f] for p in products]
    return all(len(set(r)) == len(r) for r in refs)


@given(tangled() | kalkyler())
def test_no_combination_of_ends_goes_beyond_the_band(given: dict[str, Any]) -> None:
    modell, found = model(given), band(model(given))
    assume(len(modell.rorliga) <= 9)
    ends = [s.ytterst for s in modell.rorliga]
    keys = [s.nyckel for s in modell.rorliga]
    corners = [modell.netto(dict(zip(keys, at, strict=True))) for at in itertools.product(*ends)]
    room = 1e-12 * max(scale(modell, found.samst.varden), scale(modell, found.bast.varden))
    assert found.samst.netto == pytest.approx(min(corners), abs=room)
    assert found.bast.netto == pytest.approx(max(corners), abs=room)
    assert found.exakt or not is_affine(given)


@given(tangled() | kalkyler(), st.lists(st.floats(0, 1), min_size=40, max_size=40))
def test_an_exact_band_holds_whatever_values_the_factors_have(given: dict[str, Any], shares: list[float]) -> None:
    modell, found = model(given), band(model(given))
    at = {}
    for spak, share in zip(modell.rorliga, itertools.cycle(shares)):  # noqa: B905 - the shares are repeated
        low, high = spak.ytterst
        at[spak.nyckel] = low + (high - low) * share
    room = 1e-9 * max(scale(modell, found.samst.varden), scale(modell, found.bast.varden))
    if found.exakt:
        assert found.samst.netto - room <= modell.netto(at) <= found.bast.netto + room


@given(kalkyler())
def test_the_band_holds_the_methods_own_levels(given: dict[str, Any]) -> None:
    modell, found = model(given), band(model(given))
    room = 1e-12 * max(scale(modell, found.samst.varden), scale(modell, found.bast.varden))
    for netto in (found.lagst, found.troligt, found.hogst):
        assert found.samst.netto - room <= netto <= found.bast.netto + room


def test_the_band_is_wider_than_the_methods_pairing_and_says_so() -> None:
    given = document([row("N1", span("Nytta", 80, 100, 120))], [row("K1", span("Kostnad", 50, 60, 90))])
    found = band(model(given))
    assert (found.samst.netto, found.lagst, found.troligt, found.hogst, found.bast.netto) == (-60, 180, 240, 180, 420)
    assert [s.replace(NBSP, " ").replace("\u2212", "-") for s in band_sentences(found)] == [
        "Om alla faktorer med spann samtidigt hamnar i den ände som sänker nettonyttan blir den -60 kr, "
        "och i den ände som höjer den 420 kr.",
        "Metodens lägst och högst (180 kr och 180 kr) parar i stället lägst nytta med lägst kostnad "
        "och högst nytta med högst kostnad.",
    ]


def test_many_shared_factors_that_each_pull_one_way_are_settled_exactly() -> None:
    shared = {f"f{n}": span("", 1, 2, 4) for n in range(40)}
    pairs = [row(f"N{n}", {"ref": f"f{n}"}, {"ref": f"f{(n + 1) % 40}"}) for n in range(40)]
    found = band(model(document(pairs, [], gemensamma=shared)))
    assert found.exakt
    assert (found.samst.netto, found.bast.netto) == (40 * 6, 40 * 6 * 16)


def test_a_value_between_the_ends_that_goes_farther_is_noticed() -> None:
    # x² for x from −3 to 3 is least at 0, between the ends
    given = document([row("N1", {"ref": "x"}, {"ref": "x"})], [], gemensamma={"x": span("", -3, 1, 3)})
    assert not band(model(given)).exakt


def test_with_too_many_combinations_the_band_says_that_it_may_be_wider() -> None:
    wide = [{"faktorer": [span("", 1, 2, 3)], "tecken": sign} for sign in "+-" * 7]
    given = document([{"perspektiv": "A", "kategori": "finansiell", "termer": wide}], [])
    found = band(model(given))
    assert len(wide) > ytterlage.MOST
    assert not found.exakt
    assert (found.samst.netto, found.bast.netto) == (6 * 7 * (1 - 3), 6 * 7 * (3 - 1))
    assert "kan vara bredare" in band_sentences(found)[-1]


def test_without_spans_the_band_is_the_likely_value() -> None:
    found = band(model(document([row("N1", 5)], [])))
    assert (found.samst.netto, found.bast.netto, found.exakt) == (30, 30, True)
