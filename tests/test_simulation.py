"""Monte Carlo: distributions against their closed forms, draws that repeat themselves, and what is said about them."""

import itertools
import math
from statistics import NormalDist
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.fault import Rejected
from calculators.kalkyl.osakerhet.dragning import Dragning
from calculators.kalkyl.osakerhet.fordelning import CELLS, Form, quantiles
from calculators.kalkyl.osakerhet.meningar import simulation_sentences
from calculators.kalkyl.osakerhet.simulering import Utfall, outcome, percentile, simulate, simulated
from calculators.kalkyl.osakerhet.spakar import Spak
from calculators.swedish import NBSP
from tests.documents import kalkyler
from tests.modeller import document, model, row, span
from tests.published import case

FORMS: tuple[Form, ...] = ("triangel", "pert")
KURTOSIS = 4.2  # of PERT at its most skewed; no sum of independent triangular and PERT factors has more
forms = st.sampled_from(FORMS)
modes = st.floats(0, 1)


def moments(form: Form, low: float, mode: float, high: float) -> tuple[float, float]:
    """Mean and variance in closed form."""
    if form == "triangel":
        squares = low * low + mode * mode + high * high - low * mode - low * high - mode * high
        return (low + mode + high) / 3, squares / 18
    mean = (low + 4 * mode + high) / 6
    return mean, (mean - low) * (high - mean) / 7


def within(found: Utfall, mean: float, variance: float) -> None:
    """The mean and the spread of the draws are within four standard errors of the closed form."""
    sd = math.sqrt(variance)
    assert abs(found.medel - mean) <= 4 * sd / math.sqrt(found.dragningar)
    assert abs(found.spridning - sd) <= 4 * sd * math.sqrt((KURTOSIS - 1) / (4 * found.dragningar))


def share_below(form: Form, mode: float, x: float) -> float:
    """The distribution function on 0–1: closed for the triangle, Simpson's rule in ln(x ÷ (1−x)) for PERT."""
    if form == "triangel":
        return x * x / mode if x < mode else 1 - (1 - x) * (1 - x) / (1 - mode)
    p = 4 * mode
    start, end, parts = -45 / (p + 1), math.log(x / (1 - x)), 4000
    step = (end - start) / parts

    def weight(t: float) -> float:
        return math.exp(-(p + 1) * math.log1p(math.exp(-t)) - (5 - p) * math.log1p(math.exp(t)))

    points = [weight(start + n * step) * (1 if n in (0, parts) else 4 if n % 2 else 2) for n in range(parts + 1)]
    return math.fsum(points) * step / 3 * math.gamma(6) / math.gamma(p + 1) / math.gamma(5 - p)


@given(forms, modes, st.integers(1, CELLS - 1))
def test_each_quantile_of_a_table_is_where_the_distribution_says(form: Form, mode: float, n: int) -> None:
    assert share_below(form, mode, quantiles(form, mode)[n]) == pytest.approx(n / CELLS, abs=1e-5)


@pytest.mark.parametrize("p", range(5))
def test_pert_with_whole_exponents_is_the_chance_of_enough_heads(p: int) -> None:
    # a beta with whole exponents is below x as often as five throws with chance x give more than p heads
    for n in range(1, CELLS):
        x = quantiles("pert", p / 4)[n]
        heads = math.fsum(math.comb(5, k) * x**k * (1 - x) ** (5 - k) for k in range(p + 1, 6))
        assert heads == pytest.approx(n / CELLS, abs=1e-5)


@given(forms, modes)
def test_a_table_rises_and_has_the_mean_and_the_spread_of_the_distribution(form: Form, mode: float) -> None:
    table = quantiles(form, mode)
    pairs = list(itertools.pairwise(table))
    assert all(0 <= a < b <= 1 for a, b in pairs)
    mean, variance = moments(form, 0, mode, 1)
    own = math.fsum(a + b for a, b in pairs) / 2 / CELLS
    square = math.fsum(a * a + a * b + b * b for a, b in pairs) / 3 / CELLS
    assert own == pytest.approx(mean, abs=1e-5)
    assert math.sqrt(square - own * own) == pytest.approx(math.sqrt(variance), rel=2e-4)


@given(forms, st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 40), st.integers(1, 40)), min_size=1, max_size=8))
def test_a_sum_has_the_mean_and_the_spread_of_its_closed_form(form: Form, given: list[tuple[int, int, int]]) -> None:
    levers = [(low, low + up, low + up + more) for low, up, more in given]
    rows = [row(f"N{n}", 100 * (n + 1), span("", *at)) for n, at in enumerate(levers)]
    each = [moments(form, *at) for at in levers]
    mean = math.fsum(600 * (n + 1) * m for n, (m, _) in enumerate(each))
    variance = math.fsum((600 * (n + 1)) ** 2 * v for n, (_, v) in enumerate(each))
    within(simulated(model(document(rows, [])), form), mean, variance)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(5))
def test_a_difference_of_products_has_its_closed_form_too(form: Form, seed: int) -> None:
    a, b, c = (10.0, 12.0, 30.0), (2.0, 5.0, 6.0), (100.0, 140.0, 150.0)
    given = document([row("N1", span("", *a), span("", *b))], [row("K1", span("", *c))], diskontering="t1", ranta=0.03)
    worth = math.fsum(1 / 1.03**year for year in range(1, 7))
    (ma, va), (mb, vb), (mc, vc) = (moments(form, *at) for at in (a, b, c))
    mean = worth * (ma * mb - mc)
    variance = worth**2 * (va * vb + va * mb**2 + vb * ma**2 + vc)
    within(simulated(model(given), form, seed=seed), mean, variance)


@pytest.mark.parametrize("form", FORMS)
def test_a_shared_factor_is_drawn_once(form: Form) -> None:
    shared = {"tim": span("", 300, 420, 500)}
    given = document([row("N1", {"ref": "tim"}, 8)], [row("K1", {"ref": "tim"}, 7)], gemensamma=shared)
    mean, variance = moments(form, 300, 420, 500)
    within(simulated(model(given), form), 6 * mean, 36 * variance)


def test_the_published_difference_of_two_intervals_has_its_mean_and_its_spread() -> None:
    published = case("mc-normal-difference")
    ends = published["inputs"]

    def as_span(low: float, high: float) -> dict[str, Any]:
        """A symmetric triangle with the mean and the spread of the published normal distribution: half its base is √6 spreads."""
        half = math.sqrt(6) * (high - low) / 2 / NormalDist().inv_cdf(0.95)
        return span("", (low + high) / 2 - half, (low + high) / 2, (low + high) / 2 + half)

    once = {"faktor": "engang"}
    given = document([row("N1", as_span(*ends["revenue"]), **once)], [row("K1", as_span(*ends["costs"]), **once)])
    within(simulated(model(given), dragningar=40_000), published["expected"]["mean"], published["expected"]["sd"] ** 2)


@given(kalkyler(), forms, st.integers(0, 2**31))
def test_the_same_seed_gives_the_same_outcome_in_whatever_chunks(given: dict[str, Any], form: Form, seed: int) -> None:
    whole = simulated(model(given), form, 300, seed)
    *before, last = simulate(model(given), form, 300, seed, bit=77)
    assert last.utfall == whole
    assert [(f.dragna, f.utfall) for f in before] == [(77, None), (154, None), (231, None)]


def test_another_seed_gives_other_draws() -> None:
    modell = model(document([row("N1", span("", 1, 2, 3))], []))
    assert simulated(modell, seed=1) != simulated(modell, seed=2)


@given(forms, st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), modes, st.integers(0, 99))
def test_every_draw_is_between_the_lowest_and_the_highest_value(
    form: Form, low: float, wide: float, mode: float, seed: int
) -> None:
    spak = Spak("nyttor.0.arligt_varde", "", "", low, low + mode * wide, low + wide, ())
    draws = Dragning(spak, form, seed).draw(500)
    room = 1e-12 * (abs(low) + wide)
    assert all(low - room <= x <= low + wide + room for x in draws)


def test_levers_are_drawn_independently_of_each_other() -> None:
    columns = [
        Dragning(Spak(f"nyttor.{n}.arligt_varde", "", "", 0, 0.5, 1, ()), "triangel", 1).draw(10_000) for n in range(12)
    ]
    for a, b in itertools.combinations(columns, 2):
        covariance = math.fsum((x - 0.5) * (y - 0.5) for x, y in zip(a, b, strict=True)) / 10_000
        assert abs(covariance * 24) < 4.5 / 100  # the variance of each is 1/24


def test_a_factor_keeps_its_draws_when_another_row_comes() -> None:
    one = document([row("N1", span("", 1, 2, 3))], [])
    two = document([row("N1", span("", 1, 2, 3))], [row("K1", 5)])
    assert simulated(model(two)).p5 == pytest.approx(simulated(model(one)).p5 - 30, rel=1e-12)


@given(kalkyler(), forms)
def test_the_figures_of_an_outcome_agree_with_each_other(given: dict[str, Any], form: Form) -> None:
    found = simulated(model(given), form, 500)
    assert sum(bin.antal for bin in found.stolpar) == 500
    assert found.p5 <= found.p50 <= found.p95
    assert 0 <= found.andel_over <= 1
    assert all(a.till == b.fran for a, b in itertools.pairwise(found.stolpar))
    if len(found.stolpar) > 1:
        assert not any(bin.fran < 0 < bin.till for bin in found.stolpar)
        assert sum(bin.antal for bin in found.stolpar if bin.fran >= 0) >= found.antal_over


def test_percentiles_lie_straight_between_draws() -> None:
    assert [percentile([10.0, 20.0, 40.0], share) for share in (0, 0.25, 0.5, 0.75, 1)] == [10, 15, 20, 30, 40]
    assert percentile([7.0], 0.95) == 7


def test_the_outcome_is_said_in_neutral_sentences() -> None:
    found = outcome([-100.0] * 2 + [300.0] * 6 + [500.0] * 2, "pert", 1, 2)
    assert [s.replace(NBSP, " ") for s in simulation_sentences(found)][:2] == [
        "Nyttorna är större än kostnaderna i 8 av 10 dragningar (80,0 %).",
        "Nio av tio dragningar ger en nettonytta mellan \u2212100 kr och 500 kr. Hälften ger mindre än 300 kr. "
        "Medelvärdet är 260 kr.",
    ]
    assert "Faktorerna dras oberoende av varandra." in simulation_sentences(found)[2]


def test_without_spans_there_is_nothing_to_draw_and_that_is_said() -> None:
    found = simulated(model(document([row("N1", 5)], [])))
    assert (found.p5, found.medel, found.spridning, found.rorliga) == (30, 30, 0, 0)
    assert "inget att dra" in simulation_sentences(found)[0]


def test_a_net_benefit_that_no_number_can_hold_is_refused_with_a_sentence() -> None:
    # at each level one factor is small; drawn together they are not
    factors = [span("", 1, 1, 1e99), span("", 1e99, 1, 1), span("", 1, 1e99, 1)]
    modell = model(document([row("N1", *factors)], []))
    with pytest.raises(Rejected) as refused:
        simulated(modell)
    assert [f.code for f in refused.value.faults] == ["E_TAL"]
