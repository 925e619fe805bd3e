"""Answers that she does not have herself: "Vet ej", published hourly costs, and an hourly cost from a wage."""

from calculators.standard import standard
from tests.page import Page

LM = "lakemedelsautomater"


def note(page: Page, key: str) -> str:
    found = page.element(f"{page.id}--{key}--note")
    assert found is not None
    return found.text


def test_vet_ej_fetches_the_span_that_others_have_seen_with_its_source_and_is_remembered() -> None:
    page = Page(LM)
    page.send({"do": "unknown", "path": "besokstid_min"})
    seen = standard("referenskalkyler.lakemedelsautomater_besokstid_min")
    assert (page.flat["besokstid_min"], page.flat["lagst.besokstid_min"], page.flat["hogst.besokstid_min"]) == (
        "10",
        "5",
        "15",
    )
    assert page.flat["kallor.besokstid_min"] == seen.source
    assert "Vet ej: det publicerade värdet 10 min (5–15 min)" in note(page, "besokstid_min").replace("\u00a0", " ")
    button = page.element(f"{LM}--besokstid_min--vet-ej")
    assert button is not None
    assert button.attributes["aria-pressed"] == "true"
    again = Page(LM, document=page.send({"do": "save"})["document"])
    assert "Vet ej" in note(again, "besokstid_min")


def test_vet_ej_where_nothing_is_published_leaves_the_field_empty_and_says_so() -> None:
    page = Page(LM)
    page.send({"do": "unknown", "path": "brukare_lakemedel"})
    assert "brukare_lakemedel" not in page.flat
    assert "räknas som 0 tills någon vet" in note(page, "brukare_lakemedel")


def test_a_level_that_hangs_on_the_number_of_people_is_shown_but_never_filled_in() -> None:
    page = Page(LM)
    page.send({"do": "unknown", "path": "forandringsledning_h"})
    assert "forandringsledning_h" not in page.flat
    assert "Sett i kommuner: 700 h (vid 90 brukare)" in page.tree.text.replace("\u00a0", " ")


def test_an_answer_takes_the_place_of_vet_ej_and_undo_brings_it_back() -> None:
    page = Page(LM)
    page.send({"do": "unknown", "path": "besokstid_min"})
    page.type("besokstid_min", "12")
    assert "vet_ej.besokstid_min" not in page.flat
    page.send({"do": "undo"})
    assert page.flat["vet_ej.besokstid_min"] == "ja"
    page.send({"do": "unknown", "path": "besokstid_min"})
    assert "vet_ej.besokstid_min" not in page.flat


def test_a_published_hourly_cost_is_fetched_with_its_source() -> None:
    page = Page(LM)
    page.type("hamta.timkostnad_forandringsledning", "timkostnad.verksamhetsutvecklare")
    published = standard("timkostnad.verksamhetsutvecklare")
    assert page.flat["timkostnad_forandringsledning"] == "635"
    assert page.flat["kallor.timkostnad_forandringsledning"] == f"{published.source}: {published.label}"


def test_only_an_hourly_cost_can_be_fetched_and_only_into_a_field_for_one() -> None:
    page = Page(LM)
    before = page.flat
    page.send({"do": "input", "key": "hamta.km_per_besok", "value": "timkostnad.barnmorska"})
    page.send({"do": "input", "key": "hamta.timkostnad_systemadmin", "value": "paslagsfaktor"})
    page.send({"do": "input", "key": "hamta.timkostnad_systemadmin", "value": "finns_inte"})
    page.send({"do": "input", "key": "hamta.finns_inte", "value": "timkostnad.barnmorska"})
    assert page.flat == before


def test_a_wage_beside_a_field_becomes_an_hourly_cost_with_the_sum_as_its_source() -> None:
    page = Page(LM)
    page.type("lon.timkostnad_forandringsledning", "41 800")
    assert "Det ger 453" in note(page, "lon.timkostnad_forandringsledning")
    assert "timkostnad_forandringsledning" not in page.flat
    page.send({"do": "use_wage", "path": "timkostnad_forandringsledning"})
    assert page.flat["timkostnad_forandringsledning"] == "453"
    assert page.flat["kallor.timkostnad_forandringsledning"].startswith("Egen medellön 41 800 kr/mån")


def test_a_wage_that_is_no_number_gets_a_sentence_and_no_button() -> None:
    page = Page(LM)
    page.type("lon.timkostnad_systemadmin", "mycket")
    assert "Skriv månadslönen i kronor" in note(page, "lon.timkostnad_systemadmin")
    page.send({"do": "use_wage", "path": "timkostnad_systemadmin"})
    assert "timkostnad_systemadmin" not in page.flat


def test_the_example_can_be_filled_in_and_taken_away_and_her_own_figures_stay() -> None:
    page = Page(LM)
    empty = page.flat
    page.send({"do": "example", "value": "Påhittad kommun, korta avstånd"})
    assert page.flat["brukare_lakemedel"] == "100"
    page.type("km_per_besok", "7")
    page.send({"do": "clear_example"})
    assert page.flat == {**empty, "km_per_besok": "7"}


def test_a_rough_estimate_says_how_much_is_filled_in_and_what_is_left() -> None:
    page = Page(LM)
    page.type("brukare_lakemedel", "100")
    text = page.tree.text.replace("\u00a0", " ")
    assert "Grov uppskattning, 8 av 24 uppgifter" in text
    assert "16 uppgifter saknas" in text
    assert "Fyll i verklig snitthastighet." in text


def test_the_name_of_the_municipality_is_asked_first_and_used_in_the_result() -> None:
    page = Page(LM)
    assert next(iter(page.fields)) == "kommun"
    page.type("kommun", "Solstad kommun")
    page.type("brukare_lakemedel", "100")
    assert "Solstad kommun och personalen tillsammans" in page.tree.text


def test_a_check_that_stops_holds_the_result_back_in_the_page_but_not_on_the_command_line() -> None:
    page = Page(LM)
    page.type("brukare_lakemedel", "100")
    page.type("lagst.andel_automat", "80")
    assert "kommer inte i ordning" in note(page, "andel_automat")
    assert page.shown["nettonytta"]
