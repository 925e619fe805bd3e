"""The layout's promises, for any chain: nothing overlaps, columns follow the kinds, no arrow meets a box, one answer."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.chain.examples import example, ids
from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import HUVUDTYPER, TYPER
from calculators.chain.layout import FORMS, Box, Drawing, layout
from calculators.chain.layout.sizes import ICON
from calculators.chain.layout.words import width, wrapped
from calculators.views.chain.picture import picture, standalone
from tests.chains import any_scattered, lines
from tests.scattered import scattered

Span = tuple[int, int]
forms = st.sampled_from(["bred", "bred", "kompakt", "sida", "mobil"])


def along(box: Box, stands: bool) -> Span:
    return (box.y, box.y + box.height) if stands else (box.x, box.x + box.width)


def across(box: Box, stands: bool) -> Span:
    return (box.x, box.x + box.width) if stands else (box.y, box.y + box.height)


def meet(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def assert_sound(kedja: Effektkedja, drawing: Drawing) -> None:
    stands = drawing.form.stands
    boxes = {box.lada.id: box for box in drawing.boxes}
    assert [box.lada for box in drawing.boxes] == list(kedja.lador)
    assert [arrow.pil for arrow in drawing.arrows] == list(kedja.pilar)
    rows: dict[Span, list[Box]] = {}
    for box in drawing.boxes:
        assert 0 <= box.x <= box.x + box.width <= drawing.width
        assert 0 <= box.y <= box.y + box.height <= drawing.height
        rows.setdefault(along(box, stands), []).append(box)
    for n, (span, here) in enumerate(rows.items()):
        for other, there in list(rows.items())[n:]:
            if meet(span, other):
                for a in here:
                    assert not any(a is not b and meet(across(a, stands), across(b, stands)) for b in there), (
                        "boxes overlap"
                    )
    assert_texts_fit(drawing)
    assert_arrows_are_free(drawing, boxes, rows)


def assert_texts_fit(drawing: Drawing) -> None:
    form = drawing.form
    for box in drawing.boxes:
        room = box.width - 2 * form.pad
        assert all(width(row, form.size) <= room for row in box.rows if len(row) > 1)
        assert all(width(row, form.small) <= room for row in box.who if len(row) > 1)
        assert ICON + width(box.label, form.small) <= room
        assert "".join(box.rows).replace(" ", "").replace("-", "") == (box.lada.text or "…").replace(" ", "").replace(
            "-", ""
        )


def assert_arrows_are_free(drawing: Drawing, boxes: dict[str, Box], rows: dict[Span, list[Box]]) -> None:
    stands, mirrored = drawing.form.stands, drawing.riktning == "vanster"
    for arrow in drawing.arrows:
        fran, till = along(boxes[arrow.pil.fran], stands), along(boxes[arrow.pil.till], stands)
        first, last = (till, fran) if arrow.back != mirrored else (fran, till)
        assert first[1] <= last[0], "the columns follow the arrows"
        points = [(y, x) for x, y in arrow.points] if stands else list(arrow.points)
        assert points[0][0] in fran
        assert points[-1][0] in till
        for end, box in ((points[0], boxes[arrow.pil.fran]), (points[-1], boxes[arrow.pil.till])):
            assert across(box, stands)[0] < end[1] < across(box, stands)[1], (
                "an arrow begins and ends at its box's side"
            )
        for a, b in pairwise(points):
            ahead, aside = tuple(sorted((a[0], b[0]))), tuple(sorted((a[1], b[1])))
            for span, row in rows.items():
                if meet(span, (ahead[0], ahead[1])):
                    for box in row:
                        low, high = across(box, stands)
                        assert not (low < aside[1] and aside[0] < high), f"{arrow.pil} meets {box.lada.id}"


@given(any_scattered(20), forms)
def test_nothing_overlaps_and_no_arrow_meets_a_box(kedja: Effektkedja, form: str) -> None:
    assert_sound(kedja, layout(kedja, form))


HUGE = st.tuples(any_scattered(200), st.sampled_from(["bred", "kompakt"]))
WIDE = st.tuples(any_scattered(60), st.sampled_from(["bred", "kompakt"]))
NARROW = st.tuples(any_scattered(40), st.sampled_from(["sida", "mobil"]))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "emscripten", reason="the same code, some hours")
@given(st.one_of(WIDE, WIDE, WIDE, HUGE, NARROW, NARROW))
@settings(max_examples=1000)
def test_a_thousand_chains_are_sound_and_laid_out_the_same_twice(drawn: tuple[Effektkedja, str]) -> None:
    kedja, form = drawn
    drawing = layout(kedja, form)
    assert_sound(kedja, drawing)
    assert layout(kedja, form) == drawing


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_two_hundred_boxes_are_sound_in_every_form(form: str) -> None:
    assert_sound(kedja := scattered(7, 200), layout(kedja, form))


@given(any_scattered(25), forms)
def test_the_same_chain_is_the_same_text_twice(kedja: Effektkedja, form: str) -> None:
    assert standalone(kedja, form) == standalone(kedja, form)


@given(any_scattered(20))
def test_goals_to_the_left_is_the_same_picture_turned(kedja: Effektkedja) -> None:
    right, left = layout(kedja, riktning="hoger"), layout(kedja, riktning="vanster")
    assert (right.width, right.height, right.crossings) == (left.width, left.height, left.crossings)
    for one, other in zip(right.boxes, left.boxes, strict=True):
        assert (one.x + one.width, one.y) == (right.width - other.x, other.y)


@given(any_scattered(20))
def test_the_main_kinds_stand_in_their_order(kedja: Effektkedja) -> None:
    boxes = [box for box in layout(kedja, riktning="hoger").boxes if box.lada.typ in HUVUDTYPER]
    for one in boxes:
        for other in boxes:
            if TYPER[one.lada.typ].band < TYPER[other.lada.typ].band:
                assert one.x + one.width < other.x


@given(any_scattered(20))
def test_boxes_stay_in_the_order_of_the_list_when_that_is_asked_for(kedja: Effektkedja) -> None:
    columns: dict[int, list[int]] = {}
    for box in layout(kedja, keep=True).boxes:
        columns.setdefault(box.x, []).append(box.y)
    assert all(column == sorted(column) for column in columns.values())


@pytest.mark.parametrize("form", FORMS)
def test_nothing_and_one_box_can_be_drawn(form: str) -> None:
    assert layout(Effektkedja(), form).boxes == ()
    assert_sound(one := Effektkedja(lador=(Lada("n1", "nytta", "Kortare väntetid"),)), layout(one, form))


@pytest.mark.parametrize("id", ids())
def test_the_examples_fit_a_phone_and_a_column_of_text(id: str) -> None:
    assert layout(example(id), "mobil").width <= 360
    assert layout(example(id), "sida").width <= 760


def test_a_chain_without_branches_is_a_straight_line() -> None:
    kedja = lines("F\n  A\n    E\n      N\n        M")
    drawing = layout(kedja)
    assert len({box.y + box.height // 2 for box in drawing.boxes}) == 1
    assert all(len({y for _, y in arrow.points}) == 1 for arrow in drawing.arrows)


def test_an_arrow_past_a_column_runs_straight_there() -> None:
    arrows = {arrow.pil.id: arrow for arrow in layout(example("digital-bokning")).arrows}
    for arrow in arrows.values():
        for n in range(0, len(arrow.points) - 1, 2):
            assert arrow.points[n][1] == arrow.points[n + 1][1]


def test_a_loop_is_drawn_back_dashed_and_named() -> None:
    kedja = lines("Effekt: Fler bokar\n  Effekt: Fler tider\n    Fler bokar")
    back = [arrow for arrow in layout(kedja).arrows if arrow.back]
    assert [arrow.loop for arrow in back] == ["Slinga A"]
    drawn = picture(kedja, "x")
    assert drawn.count("stroke-dasharray") == 1
    assert ">A</text>" in drawn


def test_two_arrows_between_the_same_boxes_are_both_seen() -> None:
    lador = (Lada("a", "effekt", "A"), Lada("b", "nytta", "B"))
    drawing = layout(Effektkedja("", lador, (Pil("p1", "a", "b"), Pil("p2", "a", "b", "kraver"), Pil("p3", "b", "a"))))
    assert len({arrow.points for arrow in drawing.arrows}) == 3
    assert drawing.crossings == 0


def test_long_words_are_broken_as_swedish_breaks_them() -> None:
    assert wrapped("Läkemedelsbehandling", 110, 14) == ["Läkemedelsbe-", "handling"]
    assert wrapped("e-legitimationshantering", 90, 14)[0] == "e-legitima-"
    assert all(width(row, 14) <= 60 for row in wrapped("x" * 300, 60, 14))
