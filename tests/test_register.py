"""The register of benefits: what is summed with what, what is asked about, what leaves the house, and what a budget buys."""

import base64
import csv
import io
import itertools
import json
import math
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bench.documents import nyttokalkyl
from calculators.browser import forget, handle
from calculators.commands import run
from calculators.register import losare, rader
from calculators.register.arbetsbok import Arbetsbok
from calculators.register.jamfort import compared
from calculators.register.lasning import read_files, register
from calculators.register.portfolj import Kandidat, choose, in_words
from calculators.register.post import Olast, Post, read_post
from calculators.register.summor import Total
from calculators.registry import calculator
from calculators.saved import parsed, state_of, text_of
from calculators.session import example_state
from calculators.uppfoljning import beslut
from calculators.wire import from_json
from tests.documents import anything, broken, kalkyler

KOMMUN = "Solstad kommun"
CALC = calculator("nyttokalkyl")


def document(namn: str = "Bokning", organisation: str = KOMMUN, **about: Any) -> str:
    """1 000 kr a year in the budget, 100 h a year freed at 400 kr/h, one benefit of quality, and 500 kr a year in costs."""
    kalkyl = {
        "namn": namn, "organisation": organisation, "status": "drift", "startar": 2027, "perspektiv": [KOMMUN, "Invånarna"],
        "nyttor": [
            {"id": "N1", "namn": "Färre brev", "perspektiv": KOMMUN, "kategori": "finansiell", "arligt_varde": 1000},
            {"id": "N2", "namn": "Kortare tid", "perspektiv": KOMMUN, "kategori": "omfordelning",
             "formel": "Besök × Minuter ÷ 60 × Undersköterska",
             "faktorer": [{"namn": "Besök", "troligt": 600}, {"namn": "Minuter", "troligt": 10, "enhet": "min"},
                          {"namn": "Undersköterska", "troligt": 400, "enhet": "kr/h"}], "timkostnad": 400}],
        "kostnader": [{"id": "K1", "namn": "Drift", "perspektiv": KOMMUN, "kategori": "finansiell", "arligt_varde": 500}],
        "ej_varderade": [{"id": "E1", "namn": "=SUMMA(1)", "kategori": "kvalitet", "storlek": "stor", "perspektiv": "Invånarna"}],
        "matningar": [{"nytta": "N2", "indikator": "Minuter per besök", "ansvarig": "Enhetschefen", "lage": "pa_vag"}],
        "utfall": [{"rad": "N2", "faktor": "Minuter", "ar": 2027, "varde": 8}],
        **about,
    }  # fmt: skip
    return json.dumps({"version": 2, "calculator": "nyttokalkyl", "kalkyl": kalkyl})


def posts(*texts: str) -> list[Post | Olast]:
    return [read_post(f"{n}.json", text) for n, text in enumerate(texts)]


def test_money_hours_and_quality_are_summed_each_for_itself() -> None:
    facit = register(posts(document(), document()), None)
    alla = facit.summor.alla
    assert (alla.budget["nytta"].value, alla.budget["kostnad"].value, alla.budget_netto) == (12_000, 6_000, 6_000)
    assert alla.timmar["nytta"].value == pytest.approx(1200)  # 2 × 6 × 100 h, and their kr are in no sum of money
    assert alla.storlekar == {"Stor": 2}
    per = facit.summor.per
    assert per["vem"]["Invånarna"].storlekar == {"Stor": 2}
    assert per["vem"]["Invånarna"].budget_netto == 0
    assert per["ar"]["2028"].budget_netto == 1000
    assert per["ar"]["2028"].timmar_netto == pytest.approx(200)
    assert per["status"]["I drift"].rader == 8
    assert per["ansvarig"]["Enhetschefen"].timmar_netto == pytest.approx(1200)


def test_freed_time_that_has_no_hours_is_counted_and_not_put_in_the_budget() -> None:
    row = {"id": "N1", "perspektiv": KOMMUN, "kategori": "omfordelning", "arligt_varde": 7000}
    facit = register(posts(document(nyttor=[row], matningar=[], utfall=[])), None)
    assert facit.summor.alla.utan_timmar == 1
    assert facit.summor.alla.budget["nytta"].value == 0


def test_the_same_claim_in_two_calculations_of_one_organisation_is_asked_about() -> None:
    kept: list[str] = []

    class Heard:
        def take(self, post: Any) -> None: ...

        def end(self, summor: Any, fragor: Any) -> None:
            kept.extend(f.text for f in fragor)

    register(posts(document("A"), document("B"), document("C", "Ekhamn")), Heard())
    assert sorted(kept) == [
        "N2 Kortare tid i 0.json och N2 Kortare tid i 1.json följs med samma indikator. Räknas samma nytta flera gånger?",
        "N2 Kortare tid i 0.json och N2 Kortare tid i 1.json räknar med samma tid för samma personal. Räknas samma nytta flera gånger?",
    ]


def test_files_of_two_organisations_with_the_same_ids_do_not_mix(tmp_path: Path) -> None:
    target = io.BytesIO()
    with Arbetsbok(target) as bok:
        register(posts(document("A", "Ekhamn"), document("A", "Solstad")), bok)
    sheets = load_workbook(io.BytesIO(target.getvalue()))
    rows = [tuple(c.value for c in row) for row in sheets["Nyttor och kostnader"].iter_rows(min_row=2)]
    assert [(r[0], r[2], r[4]) for r in rows if r[4] == "N1"] == [
        ("0.json", "Ekhamn", "N1"),
        ("1.json", "Solstad", "N1"),
    ]
    assert sheets["Frågor"].max_row == 1


def test_assumed_and_actual_factors_stand_beside_each_other() -> None:
    (post,) = posts(document())
    assert isinstance(post, Post)
    (one,) = post.faktorer
    assert (one.rad, one.faktor, one.antaget, one.utfall, one.ar) == ("N2", "Minuter", 10, 8, "2027")


def test_the_same_factor_of_several_organisations_is_put_together() -> None:
    def utfall(x: float) -> list[dict[str, Any]]:
        return [{"rad": "N2", "faktor": "minuter", "ar": 2027, "varde": x}]

    found = posts(document("A", "Ekhamn"), document("B", "Solstad", utfall=utfall(5)), document("C", "Solstad", utfall=utfall(12)))
    (one,) = compared((post, faktor) for post in found if isinstance(post, Post) for faktor in post.faktorer)
    assert (one.organisationer, one.antal) == (("Ekhamn", "Solstad"), 3)
    assert (one.antaget, one.utfall, one.andel) == ((10, 10), (5, 12), 0.8)


def test_calculations_with_a_published_id_are_compared_row_by_row() -> None:
    made = (("Ekhamn", "bokning"), ("Solstad", "bokning"), ("Solstad", "arkiv"))
    with_id = [{**json.loads(document("A", who)), "id": id} for who, id in made]
    found = posts(*map(json.dumps, with_id))
    groups = compared((post, faktor) for post in found if isinstance(post, Post) for faktor in post.faktorer)
    assert [(one.organisationer, one.antal) for one in groups] == [(("Ekhamn", "Solstad"), 2), (("Solstad",), 1)]


def test_per_cent_stands_as_per_cent_beside_its_unit() -> None:
    row = {"id": "N1", "perspektiv": KOMMUN, "kategori": "finansiell",
           "faktorer": [{"namn": "Andel", "troligt": 0.5, "enhet": "%"}, {"namn": "Brev", "troligt": 1000, "enhet": "kr"}]}  # fmt: skip
    (post,) = posts(document(nyttor=[row], utfall=[{"rad": "N1", "faktor": "Andel", "ar": 2027, "varde": 65}]))
    assert isinstance(post, Post)
    shown = {column.namn: column.varde((post, post.faktorer[0])) for column in rader.FAKTORER}
    assert (shown["Antaget"], shown["Utfall"], shown["Enhet"], shown["Utfall av antaget"]) == (50, 65, "%", 1.3)


def test_a_decision_is_what_the_outcome_is_held_against() -> None:
    told = json.loads(document())
    inputs = from_json(CALC, told["kalkyl"])
    told["beslut"] = [beslut.frozen(told["kalkyl"], CALC.compute(inputs), "Nämnden", "2026-11-25")]
    told["kalkyl"]["nyttor"][1]["faktorer"][1]["troligt"] = 99
    (post,) = posts(json.dumps(told))
    assert isinstance(post, Post)
    assert (post.beslutad, post.faktorer[0].antaget) == ("2026-11-25", 10)


@settings(max_examples=200, deadline=None)
@given(kalkyler(), st.booleans())
def test_a_file_is_the_same_in_the_register_whether_its_values_or_its_form_is_read(given: dict[str, Any], saved: bool) -> None:
    document = {"version": 2, "calculator": "nyttokalkyl", "kalkyl": given}
    text = text_of(CALC, state_of(CALC, parsed(json.dumps(document)))) if saved else json.dumps(document)
    as_form = json.dumps({**json.loads(text), "texter": {}})  # what is in the middle of being typed
    assert read_post("a.json", text) == read_post("a.json", as_form)


@settings(max_examples=200, deadline=None)
@given(broken(kalkyler()) | anything)
def test_whatever_a_file_holds_it_is_taken_in_or_told(given: Any) -> None:
    told = read_post("a.json", json.dumps({"version": 2, "calculator": "nyttokalkyl", "kalkyl": given}))
    assert isinstance(told, Post) or told.varfor.endswith((".", "?", "!"))


def test_what_can_not_be_read_is_named_with_the_reason_and_the_rest_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(document(), encoding="utf-8")
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    (tmp_path / "c.json").write_text(document(ranta="x"), encoding="utf-8")
    (tmp_path / "d.json").write_text('{"calculator": "timkostnad"}', encoding="utf-8")
    shown = io.StringIO()
    files = [str(tmp_path / f"{name}.json") for name in "abcde"]
    assert run(["register", *files, "-o", str(tmp_path / "r.xlsx")], io.StringIO(), shown) == 2
    told = json.loads(shown.getvalue())
    assert told["kalkyler"] == 1
    assert [Path(one["fil"]).name for one in told["inte_inlasta"]] == ["b.json", "c.json", "d.json", "e.json"]
    assert all(one["varfor"].endswith(".") for one in told["inte_inlasta"])


def test_the_workbook_has_every_row_as_values_and_no_formula(tmp_path: Path) -> None:
    target = tmp_path / "r.xlsx"
    (tmp_path / "a.json").write_text(document("=1+1", "@Solstad"), encoding="utf-8")
    run(["register", str(tmp_path / "a.json"), "-o", str(target)], io.StringIO(), io.StringIO())
    book = load_workbook(target)
    assert book.sheetnames == [
        "Kalkyler",
        "Nyttor och kostnader",
        "Antaget och utfall",
        "Summor",
        "Frågor",
        "Inte inlästa",
    ]
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]
    assert not [c for c in cells if c.data_type == "f"]
    assert "=1+1" in [c.value for c in cells]
    assert book["Nyttor och kostnader"].max_row == 5
    assert book["Nyttor och kostnader"].auto_filter.ref == "A1:O5"


def test_the_text_file_opens_in_a_swedish_spreadsheet_and_runs_nothing(tmp_path: Path) -> None:
    target = tmp_path / "r.csv"
    (tmp_path / "a.json").write_text(document("+cmd"), encoding="utf-8")
    run(["register", str(tmp_path / "a.json"), "-o", str(target)], io.StringIO(), io.StringIO())
    text = target.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][0] == "Fil"
    assert [r[12] for r in rows[1:]] == ["6000", "", "3000", ""]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


@pytest.mark.slow  # needs processes, which the browser has not
def test_many_processes_give_the_same_register_as_one(tmp_path: Path) -> None:
    paths = []
    for n in range(6):
        path = tmp_path / f"{n}.json"
        path.write_text(document(f"K{n}"), encoding="utf-8")
        paths.append(str(path))
    assert list(read_files(paths, many=True)) == list(read_files(paths, many=False))


def test_an_example_of_the_page_is_in_the_register() -> None:
    (post,) = posts(text_of(CALC, example_state(CALC)))
    assert isinstance(post, Post)
    result = CALC.compute(from_json(CALC, dict(CALC.examples[0].given)))
    assert post.nettonytta == result.troligt.nettonytta
    assert post.timmar == result.timmar.frigjorda_summa


@given(st.lists(st.floats(-1e12, 1e12), max_size=60))
def test_a_running_sum_is_the_exact_sum(amounts: list[float]) -> None:
    total = Total()
    for x in amounts:
        total.add(x)
    assert total.value == pytest.approx(math.fsum(amounts), rel=1e-12, abs=1e-3)


def asked_of_the_page(*events: dict[str, Any]) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(handle(json.dumps({"calculator": "register", "events": list(events)})))
    return reply


def test_every_answer_says_that_files_wait_until_the_last_one_is_read() -> None:
    """Also the answer to what has nothing to do with files: the page forgets to ask for more when something else happens."""
    forget()
    files = [{"name": f"{n}.json", "text": document()} for n in range(20)]
    assert asked_of_the_page({"do": "register_files", "files": files})["pending"]
    for do in ("save", "versions", "sort", "open"):
        assert asked_of_the_page({"do": do})["pending"]
    while (reply := asked_of_the_page({"do": "settle"}))["pending"]:
        assert "register--tabeller" not in reply["slots"]
    assert "20\u00a0kalkyler i registret." in reply["slots"]["register--filer"]
    assert not asked_of_the_page({"do": "save"})["pending"]


def test_what_is_filtered_away_is_not_chosen_among() -> None:
    forget()
    files = [{"name": f"{n}.json", "text": document(f"Kalkyl {n}", ("Ekhamn", "Solstad")[n % 2])} for n in range(4)]
    asked_of_the_page({"do": "register_files", "files": files}, {"do": "input", "key": "filter.organisation", "value": "Ekhamn"})
    html = asked_of_the_page({"do": "input", "key": "fraga.ram", "value": "100 000"})["slots"]["register--val"]
    assert "ryms Kalkyl 0 och Kalkyl 2." in html
    assert "Kalkyl 1" not in html


def test_the_page_saves_the_same_workbook_as_the_command_line(tmp_path: Path) -> None:
    forget()
    texts = {f"{n}.json": document(f"Kalkyl {n}", ("Ekhamn", "Solstad")[n % 2]) for n in range(3)} | {"3.json": "{"}
    asked_of_the_page({"do": "register_files", "files": [{"name": name, "text": text} for name, text in texts.items()]})
    download = asked_of_the_page({"do": "save_workbook"})["download"]
    target = io.BytesIO()
    with Arbetsbok(target) as bok:
        register([read_post(name, text) for name, text in texts.items()], bok)
    assert (download["name"], base64.b64decode(download["base64"])) == ("nyttoregister.xlsx", target.getvalue())


def best_by_trying_all(
    kandidater: list[Kandidat], ram: float, maste: set[str], pairs: list[tuple[str, str]]
) -> float | None:
    best = None
    for size in range(len(kandidater) + 1):
        for chosen in itertools.combinations(kandidater, size):
            ids = {k.id for k in chosen}
            fits = math.fsum(k.kostar for k in chosen) <= ram + 1e-9 * max(1.0, ram)
            if fits and maste <= ids and not any(a in ids and b in ids for a, b in pairs):
                gives = math.fsum(k.ger for k in chosen)
                best = gives if best is None or gives > best else best
    return best


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_choice_is_the_best_of_all_choices(data: st.DataObject) -> None:
    n = data.draw(st.integers(0, 9))
    sizes = st.integers(0, 30)
    kandidater = [
        Kandidat(str(i), f"K{i}", float(data.draw(sizes)), float(data.draw(st.integers(-10, 30)))) for i in range(n)
    ]
    ram = float(data.draw(st.integers(0, 120)))
    ids = [k.id for k in kandidater]
    maste = data.draw(st.sets(st.sampled_from(ids), max_size=2)) if ids else set()
    two = st.tuples(st.sampled_from(ids or ["-"]), st.sampled_from(ids or ["-"])).filter(
        lambda p: p[0] != p[1] or not ids
    )
    pairs = data.draw(st.lists(two, max_size=4)) if n > 1 else []
    found, best = choose(kandidater, ram, maste, pairs), best_by_trying_all(kandidater, ram, maste, pairs)
    if best is None:
        assert found.hinder
    else:
        assert found.ger == pytest.approx(best)
        assert found.kostar <= ram
        assert maste <= {k.id for k in found.valda}
    assert all(words.endswith(".") for words in in_words(found, kandidater, ram, "pengar", "timmar"))


@pytest.mark.parametrize("kind", ["same", "sum", "strong"])
def test_25_candidates_that_are_hard_to_tell_apart_are_still_chosen_among(kind: str) -> None:
    sizes = [float(1000 + 37 * n % 101 * 2) for n in range(25)]
    give = {"same": lambda x: 5.0, "sum": lambda x: x, "strong": lambda x: x + 100}[kind]
    kandidater = [Kandidat(str(n), f"K{n}", 1000.0 if kind == "same" else x, give(x)) for n, x in enumerate(sizes)]
    found = choose(kandidater, 12_345.0)
    assert found.kostar <= 12_345
    assert len(found.valda) in (11, 12)


def test_more_than_25_are_asked_to_be_fewer() -> None:
    assert "högst 25" in choose([Kandidat(str(n), "x", 1, 1) for n in range(26)], 5).hinder


@pytest.mark.slow  # the solver runs on a desk
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_solver_and_the_page_choose_as_well(data: st.DataObject) -> None:
    n, sizes = data.draw(st.integers(1, 20)), st.integers(0, 10**11).map(lambda ore: ore / 100)
    kandidater = [Kandidat(str(i), f"K{i}", float(data.draw(sizes)), float(data.draw(st.integers(1, 10**9)))) for i in range(n)]
    ids = [k.id for k in kandidater]
    ram = data.draw(st.floats(0, 1)) * math.fsum(k.kostar for k in kandidater)
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda p: p[0] != p[1]), max_size=4))
    ours, chosen = choose(kandidater, ram, (), pairs), losare.best(kandidater, ram, pairs)
    assert math.fsum(k.ger for k in chosen) == pytest.approx(ours.ger, rel=1e-8)
    assert math.fsum(k.kostar for k in chosen) <= ram * (1 + 1e-8) + 1e-6
    assert not [pair for pair in pairs if {*pair} <= {k.id for k in chosen}]


@pytest.mark.slow  # the solver runs on a desk
def test_more_than_25_are_chosen_among_by_the_solver_and_as_well_as_can_be() -> None:
    """Against the choice worked out kr by kr, as whole kr allow."""
    chance = random.Random(8)
    kandidater = [Kandidat(str(n), f"K{n}", float(chance.randint(1, 300)), float(chance.randint(1, 300))) for n in range(120)]
    best = [0.0] * 2001
    for k in kandidater:
        for room in range(2000, int(k.kostar) - 1, -1):
            best[room] = max(best[room], best[room - int(k.kostar)] + k.ger)
    found = choose(kandidater, 2000.0, ["7"], [("1", "2")], losare.best)
    free = choose(kandidater, 2000.0, losare=losare.best)
    assert free.ger == best[2000]
    assert free.kostar <= 2000
    assert "7" in {k.id for k in found.valda}
    assert found.ger <= free.ger


def test_the_choice_is_told_on_the_command_line(tmp_path: Path) -> None:
    files = []
    for n, cost in enumerate((500, 900, 100)):
        row = {"id": "K1", "perspektiv": KOMMUN, "kategori": "finansiell", "arligt_varde": cost}
        path = tmp_path / f"{n}.json"
        path.write_text(document(f"Kalkyl {n}", kostnader=[row]), encoding="utf-8")
        files.append(str(path))
    shown = io.StringIO()
    assert (
        run(["register", *files, "--budget", "4000", "--med", files[1], "--mal", "timmar"], io.StringIO(), shown) == 2
    )
    assert "ryms inte" in shown.getvalue()
    shown = io.StringIO()
    assert run(["register", *files, "--budget", "4000"], io.StringIO(), shown) == 0
    assert shown.getvalue().splitlines()[0] == "Inom 4\u00a0000\u00a0kr ryms Kalkyl 0 och Kalkyl 2."  # 3 000 + 600 kr


@pytest.mark.slow
def test_a_register_of_hundreds_of_calculations_is_whole(tmp_path: Path) -> None:
    paths = []
    for n in range(200):
        path = tmp_path / f"{n}.json"
        kalkyl = {**nyttokalkyl(40), "namn": f"K{n}"}
        path.write_text(json.dumps({"version": 2, "calculator": "nyttokalkyl", "kalkyl": kalkyl}), encoding="utf-8")
        paths.append(str(path))
    shown = io.StringIO()
    assert run(["register", *paths, "-o", str(tmp_path / "r.xlsx")], io.StringIO(), shown) == 0
    told = json.loads(shown.getvalue())
    assert (told["kalkyler"], told["rader"]) == (200, 8000)
    assert load_workbook(tmp_path / "r.xlsx", read_only=True)["Nyttor och kostnader"].max_row == 8001
