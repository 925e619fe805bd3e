"""Follow-up: the plan, the outcome against it, and where the difference comes from. Figures in words are counted by hand."""

import csv
import datetime as dt
import io
import itertools
import math
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from calculators.chain.edits import changed
from calculators.chain.outline import read_lines
from calculators.filtext import Tabellfil, decoded
from calculators.kalkyl.plan import Matning
from calculators.rapport import Utgava
from calculators.rapport.document import Bullets, Facts, Heading, Table
from calculators.rapport.uppfoljning import follow_up
from calculators.rapport.uppfoljningsplan import follow_up_plan
from calculators.registry import calculator
from calculators.saved import parsed, state_of, text_of
from calculators.session import example_state
from calculators.uppfoljning import shapley
from calculators.uppfoljning.datum import measuring_days, months_later
from calculators.uppfoljning.forsening import forsening
from calculators.uppfoljning.jamforelse import Jamforelse, jamforelse, per_ar
from calculators.uppfoljning.kalender import calendar
from calculators.uppfoljning.ledtradar import clues
from calculators.uppfoljning.nasta import next_step
from calculators.uppfoljning.orsaker import in_all, not_come, reason, reasons
from calculators.uppfoljning.plan import by_responsible, cost, names, proposals
from calculators.uppfoljning.rakning import ARSFAKTOR
from calculators.uppfoljning.tabell import Inlast, blank, lines_of, merged, read_table, with_outcome
from calculators.uppfoljning.utfall import HELA
from calculators.wire import from_flat, from_json
from tests.documents import kalkyler

CALC = calculator("nyttokalkyl")
KOMMUN = "Ekhamns kommun"


ROWS = [{
    "id": "N1", "namn": "Kortare tid", "perspektiv": KOMMUN, "kategori": "omfordelning",
    "formel": "Bokningar × Minuter ÷ 60 × Timkostnad",
    "faktorer": [{"namn": "Bokningar", "troligt": 12000, "enhet": "st/år"},
                 {"namn": "Minuter", "troligt": 8, "enhet": "min"},
                 {"namn": "Timkostnad", "troligt": 400, "enhet": "kr/h"}],
}]  # fmt: skip


def kalkyl(**about: Any) -> Any:
    """12 000 bookings × 8 min ÷ 60 × 400 kr/h = 640 000 kr a year, with 100 000 kr a year in costs, over six years."""
    given = {
        "namn": "Digital bokning", "startar": 2027, "perspektiv": [KOMMUN], "diskontering": "ingen",
        "nyttor": ROWS,
        "kostnader": [{"id": "K1", "namn": "Drift", "perspektiv": KOMMUN, "kategori": "finansiell", "arligt_varde": 100000}],
        "ej_varderade": [{"id": "E1", "namn": "Ökad trygghet", "kategori": "kvalitet", "perspektiv": KOMMUN}],
    }  # fmt: skip
    return from_json(CALC, {**given, **about})


def utfall(*rows: tuple[str, str, int, float]) -> list[dict[str, Any]]:
    return [{"rad": rad, "faktor": faktor, "ar": ar, "varde": x} for rad, faktor, ar, x in rows]


def against(*rows: tuple[str, str, int, float], **about: Any) -> Jamforelse:
    return jamforelse(kalkyl(), kalkyl(utfall=utfall(*rows), **about), fryst=True)


def test_what_is_measured_is_used_and_the_latest_outcome_is_the_forecast() -> None:
    rad = against(("N1", "Minuter", 2027, 6)).rader[0]
    assert rad.plan == (640_000,) * 6
    assert rad.nu == (480_000,) * 6  # 12 000 × 6 ÷ 60 × 400
    assert rad.kand == (True, False, False, False, False, False)


def test_the_forecast_can_follow_the_calculation_instead() -> None:
    rad = against(("N1", "minuter", 2027, 6), prognos="kalkyl").rader[0]
    assert rad.nu == (480_000, *(640_000,) * 5)


def test_the_whole_amount_of_a_row_can_be_all_that_is_known() -> None:
    found = against(("N1", "", 2028, 500_000))
    rad = found.rader[0]
    assert rad.nu == (640_000, *(500_000,) * 5)
    assert rad.delar[1] == {HELA: -140_000}
    assert "går inte att dela upp" in next(reasons(found)).mening


def test_a_late_start_is_a_year_factor_of_its_own() -> None:
    found = against(("N1", ARSFAKTOR, 2027, 0.5))
    assert found.rader[0].nu == (320_000, *(640_000,) * 5)
    assert found.rader[0].per_slag((0,)) == {"start": -320_000}


def test_two_factors_that_changed_share_the_difference_equally_whatever_the_order() -> None:
    # 12 000 × 8 → 9 000 × 6 minutes at 400 kr/h: 640 000 → 360 000. Volume: half of (−160 000) + (−120 000) = −140 000.
    rad = against(("N1", "Bokningar", 2027, 9000), ("N1", "Minuter", 2027, 6)).rader[0]
    assert rad.per_slag((0,)) == pytest.approx({"volym": -140_000, "tid": -140_000})


def test_a_row_says_in_words_why_it_differs() -> None:
    found = against(("N1", "Bokningar", 2027, 9000), ("N1", "Timkostnad", 2027, 440))
    (reason,) = reasons(found)
    assert reason.mening.startswith(
        "N1 Kortare tid gav 112\u00a0000\u00a0kr mindre än planerat 2027."
    )  # 528 000 − 640 000
    assert [part[:2] for part in reason.delar] == [
        ("Bokningar", "12\u00a0000\u00a0st/år → 9\u00a0000\u00a0st/år"),
        ("Timkostnad", "400\u00a0kr/h → 440\u00a0kr/h"),
    ]
    assert "prognos för resten" in in_all(found)


def test_an_outcome_as_planned_is_told_as_planned() -> None:
    assert "ungefär som planerat" in next(reasons(against(("N1", "Minuter", 2027, 8)))).mening


def test_per_cent_is_read_as_per_cent() -> None:
    row = {"id": "N2", "perspektiv": KOMMUN, "kategori": "finansiell",
           "faktorer": [{"namn": "Andel", "troligt": 0.5, "enhet": "%"}, {"namn": "Brev", "troligt": 1000, "enhet": "kr"}]}  # fmt: skip
    plan, now = kalkyl(nyttor=[row]), kalkyl(nyttor=[row], utfall=utfall(("N2", "Andel", 2027, 65)))
    assert jamforelse(plan, now, True).rader[0].nu[0] == pytest.approx(650)


def test_an_outcome_that_fits_nowhere_gets_a_sentence_and_the_rest_is_used() -> None:
    found = against(
        ("N9", "Minuter", 2027, 6), ("N1", "Priset", 2027, 6), ("N1", "Minuter", 1999, 6), ("N1", "Minuter", 2027, 7)
    )
    assert [(n, key) for n, key, _ in found.miss] == [(0, "rad"), (1, "faktor"), (2, "ar")]
    assert found.rader[0].nu[0] == 560_000
    assert found.miss[0][2] == "Det finns ingen rad som heter N9. Skriv radens beteckning: N1 eller K1."
    flat = calculator("nyttokalkyl").doubts(kalkyl(utfall=utfall(("N9", "x", 2027, 1))))
    assert [d.field for d in flat if d.field.startswith("utfall")] == ["utfall.0.rad"]


def test_new_and_removed_rows_are_parts_of_their_own() -> None:
    now = kalkyl(nyttor=[], kostnader=[{"id": "K2", "perspektiv": KOMMUN, "kategori": "finansiell", "arligt_varde": 5}])
    found = jamforelse(kalkyl(), now, True)
    assert [(rad.id, rad.plan[0], rad.nu[0]) for rad in found.rader] == [
        ("N1", 640_000, 0),
        ("K1", 100_000, 0),
        ("K2", 0, 5),
    ]


def test_a_delay_costs_a_year_of_benefits_and_less_when_the_costs_wait_too() -> None:
    found = forsening(kalkyl(), 1)
    assert (found.i_tid, found.kostar, found.kostar_om_allt_flyttas) == (3_240_000, 640_000, 540_000)


def test_a_moved_start_shows_in_the_forecast() -> None:
    rad = against(forsening=1).rader[0]
    assert rad.nu == (0, *(640_000,) * 5)


@st.composite
def followed(draw: st.DrawFn) -> tuple[Any, Any]:
    """A calculation and the same one with outcomes of some of its factors."""
    given = draw(kalkyler())
    plan = from_json(CALC, given)
    rows = []
    from calculators.uppfoljning.utfall import counted_rows

    for id, worth in counted_rows(plan).items():
        for name in (*worth.varden, ARSFAKTOR):
            if draw(st.booleans()):
                x = draw(st.integers(0, 10**5) | st.floats(-1e5, 1e5))
                rows.append({"rad": id, "faktor": name, "ar": plan.ar[draw(st.integers(0, 3))], "varde": x})
    return plan, from_json(CALC, {**given, "utfall": rows, "forsening": draw(st.sampled_from([None, 0, 2]))})


@settings(max_examples=1000, deadline=None)
@given(followed())
@pytest.mark.slow
def test_the_parts_sum_to_the_difference(pair: tuple[Any, Any]) -> None:
    found = jamforelse(*pair, fryst=True)
    for rad in found.rader:
        for y in range(len(found.ar)):
            whole, size = (
                rad.nu[y] - rad.plan[y],
                max(1.0, abs(rad.nu[y]), abs(rad.plan[y]), *map(abs, rad.delar[y].values())),
            )
            assert abs(math.fsum(rad.delar[y].values()) - whole) <= 1e-9 * size


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_a_part_does_not_depend_on_the_order_of_the_factors(
    pairs: list[tuple[float, float]], chance: random.Random
) -> None:
    def value(changed: Any) -> float:
        return math.fsum(
            [
                math.prod(pairs[n][n in changed] for n in range(len(pairs))),
                *(pairs[n][n in changed] for n in range(len(pairs))),
            ]
        )

    order = list(range(len(pairs)))
    straight = shapley.parts(order, value)
    chance.shuffle(order)
    assert {n: shapley.parts(order, value)[n] for n in straight} == straight  # to the last bit


def test_a_part_is_the_mean_effect_over_every_order() -> None:
    """The definition itself, worked out the slow way for three factors."""
    before, after = (2.0, 3.0, 5.0), (7.0, 1.0, 4.0)

    def value(changed: Any) -> float:
        return math.prod(after[n] if n in changed else before[n] for n in range(3))

    orders = list(itertools.permutations(range(3)))
    for n in range(3):
        effects = [value({*order[: order.index(n)], n}) - value({*order[: order.index(n)]}) for order in orders]
        assert shapley.parts(range(3), value)[n] == pytest.approx(math.fsum(effects) / len(orders))


def test_more_factors_than_can_be_weighed_are_weighed_by_kind() -> None:
    units = ["st", "min", "kr"] * 5
    row = {"id": "N1", "perspektiv": KOMMUN, "kategori": "finansiell",
           "faktorer": [{"namn": f"F{n}", "troligt": 2, "enhet": unit} for n, unit in enumerate(units)]}  # fmt: skip
    now = utfall(*(("N1", f"F{n}", 2027, 3) for n in range(15)))
    rad = jamforelse(kalkyl(nyttor=[row]), kalkyl(nyttor=[row], utfall=now), True).rader[0]
    parts = rad.per_slag((0,))
    assert set(parts) == {"volym", "tid", "pris"}
    assert math.fsum(parts.values()) == pytest.approx(3.0**15 - 2.0**15)


def test_amounts_that_no_number_can_hold_are_refused_with_a_sentence() -> None:
    from calculators.fault import Rejected

    row = {
        "id": "N1",
        "perspektiv": KOMMUN,
        "kategori": "finansiell",
        "faktorer": [{"namn": f"F{n}", "troligt": 1} for n in range(9)],
    }
    now = utfall(*(("N1", f"F{n}", 2027, 1e15) for n in range(9)))
    with pytest.raises(Rejected, match="Se över talen"):
        jamforelse(kalkyl(nyttor=[row]), kalkyl(nyttor=[row], utfall=now), True)


PLAN = [
    {"nytta": "N1", "indikator": "Minuter per bokning, i snitt; mätt på plats\noch på webben", "enhet": "min", "nollpunkt": 12,
     "mal": 4,
     "mal_nar": "2028-12-31", "ansvarig": "Chefen för kundtjänst", "hur": "Stickprov", "forsta": "2027-08-31", "hur_ofta": "halvar",
     "kostnad": 2000,
     "forst": "Andel som bokar på webben", "lage": "uteblir"},
    {"nytta": "E1", "indikator": "Åäö 𝄞 " * 20, "forsta": "2027-05-01", "hur_ofta": "ar", "antal": 2, "lage": "uteblir", "atgard": "vanta",
     "atgard_varfor": "Chefen tar upp det i mars."},
]  # fmt: skip


def test_measuring_days_follow_the_plan() -> None:
    one, two = kalkyl(matningar=PLAN).matningar
    assert [d.isoformat() for d in measuring_days(one)] == ["2027-08-31", "2028-02-29", "2028-08-31"]
    assert [d.year for d in measuring_days(two)] == [2027, 2028]
    assert months_later(dt.date(2027, 1, 31), 1) == dt.date(2027, 2, 28)
    assert measuring_days(Matning(forsta="i höst")) == ()


def test_the_calendar_opens_in_a_calendar_parser() -> None:
    text = calendar(kalkyl(matningar=PLAN), "2026-11-25T14:05")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    events = list(Calendar.from_ical(text).walk("VEVENT"))
    assert [e.decoded("DTSTART").isoformat() for e in events] == [
        "2027-08-31",
        "2028-02-29",
        "2028-08-31",
        "2028-12-31",
        "2027-05-01",
        "2028-05-01",
    ]
    assert str(events[1]["SUMMARY"]) == "Mät: Minuter per bokning, i snitt; mätt på plats\noch på webben"
    assert str(events[0]["SUMMARY"]) == "Mät: Andel som bokar på webben"
    assert str(events[4]["SUMMARY"]) == f"Mät: {PLAN[1]['indikator'].strip()}"  # type: ignore[attr-defined]
    assert len({str(e["UID"]) for e in events}) == 6


def test_two_organisations_with_the_same_ids_get_events_of_their_own() -> None:
    def uids(organisation: str) -> set[str]:
        text = calendar(kalkyl(matningar=PLAN, organisation=organisation), "2026-11-25")
        return {str(e["UID"]) for e in Calendar.from_ical(text).walk("VEVENT")}

    assert not uids("Ekhamn") & uids("Solstad")
    assert uids("Ekhamn") == uids("Ekhamn")


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_words_come_through_the_calendar(indikator: str, ansvarig: str) -> None:
    plan = [{"nytta": "N1", "indikator": f"x{indikator}", "ansvarig": ansvarig, "forsta": "2027-01-01"}]
    (event,) = Calendar.from_ical(calendar(kalkyl(matningar=plan), "")).walk("VEVENT")
    assert str(event["SUMMARY"]).startswith("Mät: x")


def test_each_benefit_without_a_plan_gets_a_proposal_by_its_kind() -> None:
    found = {p.nytta: p.matsatt for p in proposals(kalkyl())}
    assert (found["N1"].indikator, found["N1"].enhet) == ("Minuter", "min")
    assert found["E1"].indikator == "Andel som svarar att de känner sig trygga"
    assert not list(proposals(kalkyl(matningar=PLAN)))


CHAIN = """Förändring: Digital bokning
  Arbetssätt: Invånaren bokar själv
    Effekt: Färre samtal
      Effekt: Kortare kö
        Nytta: Kortare tid
"""


def test_what_comes_before_a_benefit_in_the_chain_is_what_is_measured_first() -> None:
    kedja = read_lines(CHAIN)
    (nytta,) = [lada for lada in kedja.lador if lada.typ == "nytta"]
    (samtal,) = [lada for lada in kedja.lador if lada.text == "Färre samtal"]
    kedja = changed(kedja, nytta.id, kalkylrad="N1", indikator="Köns längd", ansvarig="Chefen för kundtjänst")
    kedja = changed(kedja, samtal.id, indikator="Samtal per dag")
    found = {p.nytta: p for p in proposals(kalkyl(), clues(kedja))}
    one = found["N1"]
    assert one.matsatt.forst == "Invånaren bokar själv och färre samtal (samtal per dag)"
    assert (one.matsatt.indikator, one.matsatt.enhet, one.ansvarig, one.ur_kedjan) == ("Köns längd", "", "Chefen för kundtjänst", True)
    assert not found["E1"].ur_kedjan


def test_a_benefit_that_nothing_leads_to_keeps_what_its_kind_proposes() -> None:
    kedja = read_lines("Nytta: Kortare tid")
    kedja = changed(kedja, kedja.lador[0].id, kalkylrad="N1")
    assert list(proposals(kalkyl(), clues(kedja))) == list(proposals(kalkyl()))


def test_the_next_step_is_the_first_thing_that_is_missing() -> None:
    whole = {"nytta": "N1", "ansvarig": "Chefen", "nollpunkt": 8, "forsta": "2027-03-01"}
    steps = [
        next_step(kalkyl(), False),
        next_step(kalkyl(matningar=[{**whole, "ansvarig": ""}]), False),
        next_step(kalkyl(matningar=[{**whole, "forsta": "i vår"}]), False),
        next_step(kalkyl(matningar=[whole]), False),
        next_step(kalkyl(matningar=[whole]), True),
        next_step(kalkyl(matningar=[{**whole, "lage": "uteblir"}], utfall=utfall(("N1", "Minuter", 2027, 8))), True),
        next_step(kalkyl(matningar=[whole], utfall=utfall(("N1", "Minuter", 2027, 8))), True),
    ]
    assert [step.split(" ")[0] for step in steps] == ["Lägg", "1\u00a0nytta", "1\u00a0nytta", "Frys", "Läs", "Bestäm", "Ta"]
    assert "ansvarig" in steps[1]
    assert "datum" in steps[2]


def test_a_calculation_that_has_changed_since_the_decision_says_what_it_comes_to_now() -> None:
    found = jamforelse(kalkyl(), kalkyl(kostnader=[]), True)
    assert in_all(found) == (
        "Inget utfall är inläst än. Enligt beslutet blir nettonyttan 3\u00a0240\u00a0000\u00a0kr. "
        "Som kalkylen är nu väntas den bli 3\u00a0840\u00a0000\u00a0kr."
    )


def test_what_is_measured_and_what_is_expected_of_the_rest_are_told_apart_in_each_year() -> None:
    row = {"id": "N2", "namn": "Brev", "perspektiv": KOMMUN, "kategori": "finansiell", "arligt_varde": 1000}
    plan = kalkyl(nyttor=[*ROWS, row])
    now = kalkyl(nyttor=[*ROWS, row], utfall=utfall(("N1", "Minuter", 2027, 6)))
    found = jamforelse(plan, now, True)
    first, second, *_ = per_ar(found.av("nyttor"))
    assert (first.plan, first.utfall, first.prognos, first.skillnad) == (641_000, 480_000, 1_000, -160_000)
    assert (second.utfall, second.prognos) == (None, 481_000)
    (alone, *_) = per_ar((found.rader[0],))
    assert (alone.utfall, alone.prognos) == (480_000, None)
    assert per_ar(()) == ()


def test_a_row_that_nobody_has_measured_is_told_as_expected() -> None:
    found = against(("K1", "", 2027, 90_000), forsening=1)
    told = reason(found, found.rader[0])
    assert told.mening == (
        "N1 Kortare tid är inte mätt än. Den väntas ge 640\u00a0000\u00a0kr mindre än planerat. Det kommer från när det kom i gång."
    )
    assert [part[:2] for part in told.delar] == [(ARSFAKTOR, "1 → 0")]


def test_the_plan_is_a_document_by_benefit_by_person_and_by_day() -> None:
    found = follow_up_plan(kalkyl(matningar=PLAN), Utgava("2026-11-25"))
    what, who, when = found.sections
    assert [b.text for b in what.blocks if isinstance(b, Heading)] == ["N1 Kortare tid", "E1 Ökad trygghet"]
    facts = dict(next(b for b in what.blocks if isinstance(b, Facts)).items)
    assert (facts["Ansvarig"], facts["Nollpunkt"], facts["Mål"]) == ("Chefen för kundtjänst", "12 min", "4 min, 2028-12-31")
    (people,) = [b for b in who.blocks if isinstance(b, Table)]
    assert [row[0].text for row in people.rows] == ["Chefen för kundtjänst", "Ingen ansvarig än"]
    (table,) = [b for b in when.blocks if isinstance(b, Table)]
    assert [row[0].text for row in table.rows] == [
        "2027-05-01", "2027-08-31", "2028-02-29", "2028-05-01", "2028-08-31", "2028-12-31",
    ]  # fmt: skip
    assert "6\u00a0000\u00a0kr" in when.blocks[-1].text  # type: ignore[union-attr]


def test_an_empty_plan_says_what_is_not_followed() -> None:
    found = follow_up_plan(kalkyl(), Utgava("2026-11-25"))
    lists = [b.items for b in found.sections[0].blocks if isinstance(b, Bullets)]
    assert lists == [("N1 Kortare tid", "E1 Ökad trygghet")]


def test_the_plan_lists_who_answers_for_what_and_what_it_costs() -> None:
    planned = kalkyl(matningar=PLAN)
    assert {who: [m.nytta for m in found] for who, found in by_responsible(planned).items()} == {
        "Chefen för kundtjänst": ["N1"],
        "Ingen ansvarig än": ["E1"],
    }
    assert cost(planned) == 6000  # three times 2 000
    told = list(not_come(planned.matningar, names(planned)))
    assert told == [
        "N1 Kortare tid har inte kommit. Bestäm om ni ska agera, vänta eller skriva av den.",
        "E1 Ökad trygghet har inte kommit. Vänta: chefen tar upp det i mars.",
    ]


def pasted(text: str) -> Inlast:
    return read_table(lines_of(text), kalkyl())


def test_a_table_from_a_sheet_is_read_in_both_shapes() -> None:
    long = pasted(
        "Rad\tFaktor\tÅr\tUtfall\tKälla\nN1\tMinuter\t2027\t6,5\tStickprov\nN1\tBokningar\t2028\t9 000\t"
    )
    wide = pasted('Rad;Faktor;2027;2028\nN1;"Minuter";6,5;\nKortare tid;Bokningar;;9 000')
    assert not long.fel
    assert not wide.fel
    assert [(r["faktor"], r["ar"], r["varde"]) for r in long.rader] == [
        ("Minuter", "2027", "6,5"),
        ("Bokningar", "2028", "9000"),
    ]
    assert [(r["faktor"], r["ar"], r["varde"]) for r in wide.rader] == [
        ("Minuter", "2027", "6,5"),
        ("Bokningar", "2028", "9000"),
    ]


def test_a_title_above_the_table_and_other_tables_in_the_file_are_passed_over() -> None:
    title = [(1, ["Uppföljning av digital bokning"]), (3, ["Rad", "Faktor", "2027"]), (4, ["N1", "Minuter", "6"])]
    found = read_table(with_outcome([[(1, ["Anteckningar"])], title]), kalkyl())
    assert ([r["varde"] for r in found.rader], found.fel) == (["6"], [])
    assert with_outcome([]) == []


def test_the_table_to_fill_in_is_read_back_with_what_somebody_has_written_and_nothing_else() -> None:
    out = io.StringIO(newline="")
    blank(kalkyl(), Tabellfil(out))
    head, *rows = csv.reader(io.StringIO(out.getvalue()), delimiter=";")
    assert [cell for row in rows for cell in row[:4]] == [
        "N1", "Kortare tid", "Bokningar", "st/år", "N1", "Kortare tid", "Minuter", "min",
        "N1", "Kortare tid", "Timkostnad", "kr/h", "K1", "Drift", "Årligt värde", "kr",
    ]  # fmt: skip
    rows[1][head.index("2028")] = "6,5"
    filled = "\n".join(";".join(row) for row in (head, *rows))
    found = pasted(decoded(filled.encode("cp1252", "ignore")))
    assert ([(r["rad"], r["faktor"], r["ar"], r["varde"]) for r in found.rader], found.fel) == ([("N1", "Minuter", "2028", "6,5")], [])


def test_a_line_that_can_not_be_used_is_told_with_its_number() -> None:
    found = pasted("N1;Minuter;2027;sex\nN7;Minuter;2027;6\nN1;Minuter;2027;6")
    assert len(found.rader) == 1
    assert [f.split(":")[0] for f in found.fel] == ["Rad 1", "Rad 2"]


def test_a_pasted_value_replaces_the_one_before_and_half_written_rows_stay() -> None:
    flat = {
        "namn": "x",
        "utfall.0.rad": "N1",
        "utfall.0.faktor": "Minuter",
        "utfall.0.ar": "2027",
        "utfall.0.varde": "9",
        "utfall.1.rad": "K1",
    }
    found = merged(flat, pasted("n1;minuter;2027;6").rader)
    assert found["namn"] == "x"
    assert [found[k] for k in ("utfall.0.varde", "utfall.1.rad")] == ["6", "K1"]


@given(st.text(alphabet="N1K;\t\n\"'åMinuter 2027,5%\u00a0\ufeffx", max_size=200))
def test_any_pasted_text_is_used_or_told(text: str) -> None:
    found = pasted(text)
    assert found.rader or found.fel


def test_old_documents_open_unchanged() -> None:
    state = example_state(CALC)
    text = text_of(CALC, state)
    for word in ("matningar", "utfall", "status", "organisation", "beslut"):
        old = parsed(text)
        old["kalkyl"].pop(word, None)
        assert word not in state_of(CALC, old).flat or not state_of(CALC, old).flat[word]
    again = state_of(CALC, old)
    assert from_flat(CALC, again.flat).inputs == from_flat(CALC, state.flat).inputs


def test_the_report_is_one_document_with_the_four_parts() -> None:
    now = kalkyl(utfall=utfall(("N1", "Minuter", 2027, 6)), matningar=PLAN)
    found = follow_up(now, jamforelse(kalkyl(), now, False), None, Utgava("2026-11-25"))
    assert [s.title for s in found.sections] == [
        "Hur gick det?",
        "Varför blev det annorlunda?",
        "Försening",
        "Vad händer nu?",
    ]
    assert found.file == "uppfoljning-digital-bokning"
