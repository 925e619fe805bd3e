"""The report says what the engine says: every figure is the engine's, nothing is invented, and time is never money."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from calculators.kalkyl.evaluation import Resultat
from calculators.kalkyl.fran_termer import flat_with_formulas
from calculators.kalkyl.tolkning import interpretation
from calculators.rapport import KINDS, Document, Utgava
from calculators.rapport.document import Cell, Chart, Table
from calculators.rapport.kallor import kallor, published, unsourced
from calculators.rapport.limits import named, shortened
from calculators.rapport.om_tid import becomes_money
from calculators.rapport.osakerhet import in_words
from calculators.rapport.pengar import Tidrad, budget, parter, tidrader
from calculators.rapport.svar import MOTTAGARE, svar
from calculators.rapport.utgava import file_name
from calculators.registry import calculator
from calculators.session import Session, start_state
from calculators.swedish import NBSP, show_number
from calculators.views import kalkyl_result, rapport
from calculators.views.environment import render
from calculators.views.slide_layout import HEIGHT, LEFT, TOP, WIDTH, placed
from calculators.views.uncertainty import uncertainty
from calculators.views.view import View, seen
from calculators.wire import encode, from_flat, from_json, to_flat
from tests.documents import kalkyler
from tests.page import parsed

CALC = calculator("nyttokalkyl")
BOOKINGS = CALC.examples[0].given
DAY = "2026-11-24"
NUMBER = re.compile(r"−?\d[\d\u00a0]*(?:,\d+)?")
JUDGING = re.compile(
    r"\b(spar\w*|bespar\w*|vinst\w*|lönsam\w*|bra|bättre|sämre|dålig\w*|högt?|låg[at]?|normal\w*|förbättr\w*|rädda\w*|tjäna\w*)\b",
    re.I,
)


def counted(document: Any) -> tuple[Any, Resultat]:
    kalkyl = from_json(CALC, dict(document))
    return kalkyl, CALC.compute(kalkyl)


def made(kind: str, document: Any = BOOKINGS, **about: Any) -> Document:
    return KINDS[kind](*counted(document), Utgava(DAY, **about))


UNSEEN = {"kind", "file", "language", "name", "unit", "tone", "form"}  # of Document, Chart and Series: for machines


def texts(value: Any) -> Iterator[str]:
    """Every string in a description that somebody reads."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name not in UNSEEN or (name == "name" and type(value).__name__ == "Series"):
                yield from texts(getattr(value, name))


def figures(value: Any) -> Iterator[float]:
    """Every number in a result or a document."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        yield float(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from figures(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from figures(inner)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from figures(getattr(value, name))


def words_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_of(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_is_one_that_the_engine_shows(kind: str) -> None:
    kalkyl, result = counted(BOOKINGS)
    # By hand: what the budget feels each year without discounting, and each row's hours over six years.
    by_hand = [-195000.0, -150000.0, -945000.0, 945000.0, 8800.0, 6600.0, 300.0, 80.0, 720.0]
    nets = [s["nytta"] - s["kostnad"] for s in result.troligt.per_kategori.values()]
    numbers = [*figures(kalkyl), *figures(result), *by_hand, *nets, *map(float, range(13))]
    shown = {show_number(x, d) for n in numbers for x in (n, abs(n), 100 * n) for d in (None, 0, 2, 3)}
    shown |= {str(year) for year in kalkyl.ar}
    sources = [f"{v.source} {v.figure} {v.url} {v.checked}" for v in published(kalkyl)]
    given_words = " ".join([*words_of(BOOKINGS), DAY, "0.1.0", *sources])
    for text in texts(made(kind)):
        for number in NUMBER.findall(text):
            token = number.strip(NBSP)
            assert token in shown or token in given_words, f"{token} in {text}"


def test_the_figures_come_in_the_order_of_the_method() -> None:
    for kind in KINDS:
        first = next(b for s in made(kind).sections for b in s.blocks if b.kind == "figures")
        assert [name for name, _ in first.items] == [
            f"Nettonytta efter 6{NBSP}år", "Nettonytta per satsad krona", "Året då nyttorna överstiger kostnaderna", "Nyttor", "Kostnader",
        ]  # fmt: skip


def test_the_report_leaves_nothing_out() -> None:
    said = "\n".join(texts(made("long")))
    for word in words_of(BOOKINGS):
        if word not in {"omfordelning", "finansiell", "kvalitet", "miljo", "nytta", "kostnad", "mattlig", "liten", "engang",
                        "bokningar", "timkostnad", "invanare_fritid"}:  # fmt: skip
            assert word in said, word


def test_what_nobody_has_described_is_said_to_be_undescribed() -> None:
    for kind in KINDS:
        facts = dict(item for s in made(kind).sections for b in s.blocks if b.kind == "facts" for item in b.items)
        for name in ("Syfte", "Alternativ A", "Alternativ B"):
            described = getattr(counted(BOOKINGS)[0], {"Syfte": "syfte"}.get(name, name.lower().replace(" ", "_")), "")
            assert facts[name] == (described or "inte beskrivet")


def test_the_day_is_the_readers_and_an_example_says_that_it_is_one() -> None:
    lines = made("brief", exempel="Digital bokning").about
    assert lines[0].startswith("Exempel: Digital bokning.")
    assert DAY in lines[1]
    assert "0.1.0" in lines[1]
    assert "Standardvärden" in lines[1]
    assert not any("Exempel" in line for line in made("brief").about)


def test_what_is_missing_is_said_first_on_the_page_and_item_by_item_in_the_report() -> None:
    gone = ("Fyll i minuter per bokning.",)
    assert any("1\u00a0uppgift saknas" in text for text in texts(made("brief", saknas=gone)))
    assert gone[0] in list(texts(made("long", saknas=gone)))


def test_money_time_and_the_rest_are_answered_apart_for_each_audience() -> None:
    answers = svar(*counted(BOOKINGS))
    assert [a.id for a in answers] == ["budget", "tid", "kvalitet"]
    for answer in answers:
        assert list(answer.till) == list(MOTTAGARE)
        assert all(words for words in answer.till.values())
    money, time, rest = ({whom: " ".join(words) for whom, words in a.till.items()} for a in answers)
    assert "belastas med sammanlagt 945\u00a0000\u00a0kr" in money["politiker"]
    assert "timmar" not in "".join(money.values())
    assert "8\u00a0800\u00a0timmar arbetstid" in time["politiker"]
    assert "frigörs för Invånarna (6\u00a0600\u00a0timmar)" in time["politiker"]
    assert "Mindre väntan i telefon" not in time["medarbetare"]
    assert "Den blir pengar bara om någon beslutar det" in time["politiker"]
    assert "kr" not in time["medarbetare"].split()
    assert "kr" not in time["politiker"].split()
    assert not any("kr" in words.split() for words in rest.values())


@settings(max_examples=60)
@given(kalkyler())
def test_no_sentence_judges_and_freed_time_is_never_saved_money(document: dict[str, Any]) -> None:
    for side in ("nyttor", "kostnader"):
        for row in document[side]:
            row["namn"] = "Rad"
            for value in [row.get("arligt_varde"), *(f for t in row.get("termer", ()) for f in t["faktorer"])]:
                if isinstance(value, dict) and "troligt" in value:
                    value.update(namn="Faktor", kalla="Källa", enhet="kr")
    for kind in KINDS:
        for text in texts(made(kind, document)):
            own = text.replace("lägst", "").replace("högst", "").replace("Lägst", "").replace("Högst", "")
            assert not JUDGING.search(own), text


@settings(max_examples=60)
@given(kalkyler())
def test_budget_hours_and_parties_add_up_to_the_engines_own_sums(document: dict[str, Any]) -> None:
    kalkyl, result = counted(document)
    money, parts, rader = budget(kalkyl, result), parter(kalkyl, result), tidrader(kalkyl)
    near = {"rel_tol": 1e-9, "abs_tol": 1e-3}
    assert math.isclose(math.fsum(money.per_ar), money.summa, **near)
    assert math.isclose(math.fsum(money.per_perspektiv.values()), money.summa, **near)
    assert math.isclose(math.fsum(p.nytta for p in parts), result.troligt.summa_nyttor, **near)
    assert math.isclose(math.fsum(p.netto for p in parts), result.troligt.nettonytta, **near)
    assert math.isclose(math.fsum(p.finansiellt for p in parts), money.diskonterad, **near)
    for side, total in (("nyttor", result.timmar.frigjorda_summa), ("kostnader", result.timmar.satsade_summa)):
        assert math.isclose(math.fsum(r.timmar for r in rader if r.side == side and r.arbetstid), total, **near)
    for name, sums in result.timmar.egen_tid.items():
        for side, total in (("nyttor", sums["frigjord"]), ("kostnader", sums["tagen"])):
            own = [r.timmar for r in rader if r.side == side and r.perspektiv == name and not r.arbetstid]
            assert math.isclose(math.fsum(own), total, **near)


@settings(max_examples=40)
@given(kalkyler())
def test_every_sound_calculation_can_be_told_and_its_slides_hold_what_they_hold(document: dict[str, Any]) -> None:
    for kind in KINDS:
        found = made(kind, document)
        assert json.loads(encode(found))
        for table in (b for s in found.sections for b in s.blocks if isinstance(b, Table)):
            assert {len(cells) for cells in (*table.rows, *((table.foot,) if table.foot else ()))} <= {
                len(table.header)
            }
        for chart in (b for s in found.sections for b in s.blocks if isinstance(b, Chart)):
            assert {len(series.values) for series in chart.series} == {len(chart.categories)}
    for section in made("slides", document).sections:
        boxes = [p.box for p in placed(section.blocks)]
        for x, y, width, height in boxes:
            assert x >= LEFT - 1e-9
            assert y >= TOP - 1e-9
            assert x + width <= LEFT + WIDTH + 1e-9
            assert y + height <= TOP + HEIGHT + 1e-6, section.title
        for n, (x, y, width, height) in enumerate(boxes):
            for u, v, _, _ in boxes[n + 1 :]:
                assert u >= x + width - 1e-9 or v >= y + height - 1e-9, f"{section.title}: parts overlap"


@pytest.mark.parametrize(
    ("nar", "beslut", "words"),
    [
        ("när en tjänst inte återbesätts", "nämnden", "Tiden blir pengar: när en tjänst inte återbesätts. Det beslutas av: nämnden."),
        ("2029", "", "Tiden blir pengar: 2029. Vem som beslutar det är inte angivet."),
        ("", "nämnden", "Om tiden ska bli pengar beslutas av: nämnden. När det sker är inte angivet."),
        ("", "", "Inget beslut om att tiden ska bli pengar är angivet. Till dess är den tid att använda till annat."),
    ],
)  # fmt: skip
def test_each_freed_hour_says_when_and_by_whose_decision_it_becomes_money(nar: str, beslut: str, words: str) -> None:
    assert becomes_money(Tidrad("N1", "Namn", "nyttor", "Kommunen", 10.0, nar, beslut)) == words


def test_when_and_by_whom_is_asked_on_the_row_and_told_in_the_report() -> None:
    document = json.loads(json.dumps(BOOKINGS))
    document["nyttor"][0] |= {
        "blir_pengar_nar": "När två tjänster inte återbesätts.",
        "blir_pengar_beslut": "Kommunstyrelsen",
    }
    kalkyl, result = counted(document)
    row = next(r for r in tidrader(kalkyl) if r.id == "N1")
    assert (row.nar, row.beslut) == ("När två tjänster inte återbesätts", "Kommunstyrelsen")
    assert "När det sker och vem som beslutar är angivet." in " ".join(svar(kalkyl, result)[1].till["politiker"])
    assert any("Kommunstyrelsen" in text for text in texts(made("long", document)))


def test_the_words_about_the_ratio_are_those_of_the_page() -> None:
    for example in CALC.examples:
        niva = counted(example.given)[1].troligt
        assert interpretation(niva) == kalkyl_result.interpretation(niva)


def test_every_source_stands_once_with_what_it_is_behind() -> None:
    kalkyl, _ = counted(BOOKINGS)
    found = {k.text: k.galler for k in kallor(kalkyl)}
    assert "Minuter per bokning" in found["Påhittad siffra i exemplet"]
    assert len(found) == len(kallor(kalkyl)) == 4
    assert unsourced(kalkyl) == ()
    assert {v.id for v in published(kalkyl)} == {
        "arsarbetstid", "diskonteringsranta", "invanare_fritid", "timkostnad.systemadministrator", "timkostnad.verksamhetsutvecklare",
    }  # fmt: skip


def test_a_row_without_a_source_is_named() -> None:
    kalkyl, _ = counted(
        {"perspektiv": ["A"], "nyttor": [{"perspektiv": "A", "kategori": "finansiell", "arligt_varde": 5}]}
    )
    assert unsourced(kalkyl) == ("N1",)


def test_what_is_cut_shows_that_it_is_cut() -> None:
    assert shortened("ett  två\ntre", 20) == "ett två tre"
    assert shortened("ett två tre", 8) == "ett två …"
    assert shortened("x" * 50, 10) == "x" * 9 + " …"
    assert named(list("abcdefg"), 4) == f"a, b, c och 4{NBSP}till"


def test_files_are_named_so_that_every_system_can_hold_them() -> None:
    kalkyl, _ = counted(BOOKINGS | {"namn": 'Åtgärder: "1/2" <öl>\n' + "x" * 300})
    name = file_name("beslutsunderlag", kalkyl)
    assert name.startswith("beslutsunderlag-atgarder-1-2-ol-x")
    assert re.fullmatch(r"[a-z0-9-]{1,60}", name)


def view() -> View:
    return seen(Session(CALC, start_state(CALC)))


@pytest.mark.parametrize("kind", ["brief", "long"])
def test_the_page_is_sound_html_with_header_cells_and_exact_figures(kind: str) -> None:
    root = parsed(rapport.report_html(view(), kind, DAY))
    nodes = list(root.walk())
    assert [n.tag for n in nodes].count("h2") == 1
    for table in (n for n in nodes if n.tag == "table"):
        assert any(n.tag == "caption" for n in table.walk())
        rows = [n for n in table.walk() if n.tag == "tr"]
        assert all(n.attributes.get("scope") == "col" for n in rows[0].walk() if n.tag == "th")
        assert all(any(n.attributes.get("scope") == "row" for n in row.walk()) for row in rows[1:])
    values = [n.attributes["data-value"] for n in nodes if "data-value" in n.attributes]
    assert values
    assert all(math.isfinite(float(str(v))) for v in values)
    ids = [n.attributes["id"] for n in nodes if "id" in n.attributes]
    assert len(ids) == len(set(ids))


def test_what_the_reader_wrote_never_becomes_markup() -> None:
    document = json.loads(json.dumps(BOOKINGS))
    document["namn"] = document["nyttor"][0]["namn"] = "<script>x</script>"
    kalkyl, result = counted(document)
    html = render("rapport.html", document=KINDS["long"](kalkyl, result, Utgava(DAY)), draw=lambda chart: "", file=str)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_browsers_writers_get_words_figures_and_places_alone() -> None:
    for kind, form in (("brief", "docx"), ("long", "docx"), ("slides", "pptx")):
        office = json.loads(encode(rapport.office(view(), kind, DAY)))
        assert (office["format"], office["language"]) == (form, "sv-SE")
        assert office["file"].endswith(f".{form}")
        for section in office["sections"]:
            assert section["title"]
            for block in section["blocks"]:
                assert (kind == "slides") == ("box" in block)
                if block["kind"] == "table":
                    assert math.isclose(math.fsum(block["shares"]), 1.0)
                if block["kind"] == "chart":
                    assert block["alt"]
                    assert kind == "slides" or block["svg"].startswith("<figure")


def test_without_a_result_or_with_an_unknown_kind_there_is_no_document() -> None:
    assert rapport.office(view(), "poster", DAY) is None
    empty = seen(Session(CALC, start_state(CALC)))
    object.__setattr__(empty, "outputs", None)
    assert rapport.office(empty, "brief", DAY) is None
    assert rapport.report_html(empty, "brief", DAY) == rapport.pengar_html(empty) == ""


def test_a_figure_in_a_table_is_the_text_of_its_value() -> None:
    for table in (b for s in made("long").sections for b in s.blocks if isinstance(b, Table)):
        for cell in (c for cells in (*table.rows, table.foot) for c in cells if c.value is not None):
            assert isinstance(cell, Cell)
            assert cell.value is not None
            assert {show_number(cell.value, d) for d in (None, 0, 2, 3)} & {
                cell.text.removesuffix(f"{NBSP}{cell.unit}")
            }


def test_an_hourly_cost_that_is_worked_out_tells_the_hours_and_stands_in_the_report() -> None:
    shared = {"timpris": {"namn": "Timpris", "formel": "100 × 4", "enhet": "kr/h"}}
    row = {"id": "N1", "perspektiv": "Regionen", "kategori": "omfordelning", "faktorer": [{"namn": "Tid", "troligt": 10, "enhet": "h"},
           {"ref": "timpris"}], "timkostnad": {"ref": "timpris"}}  # fmt: skip
    document = {"perspektiv": ["Regionen"], "gemensamma": shared, "nyttor": [row]}
    (rad,) = tidrader(counted(document)[0])
    assert rad.timmar == 60.0
    assert "400\u00a0kr/h" in texts(made("long", document))


def test_a_rough_estimate_is_never_said_to_be_discounted() -> None:
    for kind in KINDS:
        said = " ".join(texts(made(kind, BOOKINGS | {"niva": "overslag"})))
        assert not re.search(r"\b[Dd]iskonterade? (?:belopp|med)|\b[Dd]iskonterat\b", said)
        assert "Odiskonterade belopp" in said


def test_a_calculation_of_the_page_is_told_as_fully_as_one_with_the_terms_of_earlier_versions() -> None:
    """The page holds factors and formulas where the JSON of earlier versions has terms."""
    before, result = counted(BOOKINGS)
    now = from_flat(CALC, flat_with_formulas(to_flat(before))).inputs
    assert not any(block.termer for _, _, block in now.blocks)
    assert list(in_words(now, result)) == list(in_words(before, result))
    assert any("Minuter per bokning" in words for words in in_words(now, result))
    assert (kallor(now), unsourced(now), published(now)) == (kallor(before), unsourced(before), published(before))
    told = [
        {b.caption: set(b.rows) for s in KINDS["long"](k, result, Utgava(DAY)).sections for b in s.blocks if isinstance(b, Table)}
        for k in (before, now)
    ]
    assert told[0] == told[1]
    assert len(told[1]["Faktorer i N1"]) == 3


def test_a_factor_without_a_source_is_named_on_the_page_too() -> None:
    row = {"perspektiv": "A", "kategori": "finansiell", "faktorer": [{"namn": "Licens", "troligt": 5, "enhet": "kr"}]}
    assert unsourced(counted({"perspektiv": ["A"], "nyttor": [row]})[0]) == ("N1",)


def test_what_offers_a_text_file_holds_a_table_and_every_chart_of_the_page_offers_one() -> None:
    session = Session(CALC, start_state(CALC))
    session.fill({"lage": "fordjupning"})
    shown = seen(session)
    slots = kalkyl_result.result_slots(shown)
    html = "".join([slots["per_ar"], slots["osakerhet"], slots["fordelning"], uncertainty(shown), rapport.pengar_html(shown)])
    boxes = [n for n in parsed(html).walk() if "nk-savable" in (n.attributes.get("class") or "").split()]
    offered = {str(n.attributes["data-file"]): box for box in boxes for n in box.walk() if n.attributes.get("data-save") == "csv"}
    assert {"kostnader-och-nyttor-per-ar", "lagst-troligt-hogst", "fordelning", "tornado", "band", "rutnat"} <= set(offered)
    assert all(any(n.tag == "table" for n in box.walk()) for box in offered.values())
    charts = [n for n in parsed(html).walk() if n.tag == "figure"]
    inside = [n for box in boxes for n in box.walk() if n.tag == "figure"]
    assert len(charts) == len(inside)
