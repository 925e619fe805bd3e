"""Published values: dated, cited, looked at by a person, and never quietly replaced by another."""

import datetime as dt

import pytest

from calculators.standard import IN_FORCE_ON, NoStandardValue, history, review_due, standard, standards, table


@pytest.mark.parametrize("id", standards())
def test_every_entry_says_what_it_is_and_where_it_was_read(id: str) -> None:
    for entry in history(id):
        assert all([entry.label, entry.unit, entry.source]), entry
        assert entry.url.startswith(("https://", "http://")), entry
        assert entry.valid_to is None or entry.valid_from <= entry.valid_to
        assert entry.valid_from <= entry.checked


@pytest.mark.parametrize("id", standards())
def test_only_one_entry_of_a_value_covers_a_day(id: str) -> None:
    for entry in history(id):
        covering = [e for e in history(id) if e.covers(entry.valid_from)]
        assert covering[0] == entry
        assert all(e.valid_to is None for e in covering[1:]), "an ended entry overlaps a newer one"


@pytest.mark.parametrize("id", standards())
def test_a_person_has_looked_at_the_source_lately(id: str) -> None:
    age = dt.date.today() - history(id)[0].checked
    assert age <= dt.timedelta(days=400), f"{id}: read the source again, then move `checked`"


def test_a_percentage_becomes_a_fraction_once() -> None:
    assert standard("diskonteringsranta").published == 3
    assert standard("diskonteringsranta").amount == 0.03
    assert standard("sjuklon.dag_2_14").amount == 0.8
    assert standard("paslagsfaktor").amount == standard("paslagsfaktor").published == 1.54


def test_a_value_that_stands_alone_may_have_a_span() -> None:
    value = standard("personalomsattning")
    assert (value.amount, value.amounts) == (9, (3, 24))
    assert "3–24" in value.figure
    assert standard("paslagsfaktor").amounts is None


def test_a_value_answers_for_the_day_that_was_asked_for() -> None:
    assert standard("po_palagg.region", dt.date(2014, 6, 1)).published == 44.13
    assert standard("po_palagg.region", dt.date(2021, 12, 31)).published == 46.15
    assert standard("arbetsgivaravgift", dt.date(2024, 6, 1)).valid_from == dt.date(2024, 1, 1)
    assert standard("arbetsgivaravgift").valid_from == dt.date(2025, 1, 1)


@pytest.mark.parametrize("day", [dt.date(2013, 12, 31), dt.date(2016, 1, 1), IN_FORCE_ON])
def test_a_day_that_no_entry_covers_is_refused_with_what_there_is(day: dt.date) -> None:
    with pytest.raises(NoStandardValue, match=r"po_palagg\.toml.*2014-01-01–2014-12-31"):
        standard("po_palagg.kommun", day)


@pytest.mark.parametrize("id", ["ranta", "timkostnad", "timkostnad.x", "paslagsfaktor.x", "", "../x"])
def test_an_unknown_value_is_refused_with_the_names_there_are(id: str) -> None:
    with pytest.raises(NoStandardValue, match=r"there are: .*paslagsfaktor"):
        standard(id)


def test_a_table_gives_its_rows_in_the_order_of_the_file() -> None:
    rows = table("timkostnad")
    assert len(rows) == 25
    assert next(iter(rows)) == "at_lakare"
    assert rows["underskoterska_hemtjanst"].published == 359
    assert rows["underskoterska_hemtjanst"].group == "Kommunal omsorg"
    assert list(table("kpi")) == [str(year) for year in range(2006, 2024)]


@pytest.mark.parametrize("id", ["paslagsfaktor", "finns_inte", "po_palagg"])
def test_what_is_no_table_for_the_day_is_refused(id: str) -> None:
    with pytest.raises(NoStandardValue, match="no table"):
        table(id)


def test_fuel_costs_a_mil_are_use_times_price_rounded_to_ten_ore() -> None:
    rows = table("drivmedel")
    for fuel in ("bensin", "e85", "diesel", "hvo100", "el", "fordonsgas"):
        product = rows[f"{fuel}_forbrukning"].amount * rows[f"{fuel}_pris"].amount
        assert abs(rows[f"{fuel}_kr_per_mil"].amount - product) <= 0.05, fuel


def test_a_review_falls_due_a_year_after_the_last_check() -> None:
    assert review_due(IN_FORCE_ON) == ()
    assert len(review_due(IN_FORCE_ON + dt.timedelta(days=366))) == len(standards())
