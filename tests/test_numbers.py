"""Numbers as Swedes write and read them: nothing is guessed, nothing is lost."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.swedish import (
    LONGEST,
    MINUS,
    NBSP,
    NotANumber,
    amount,
    counted,
    listed,
    lowered,
    parse_number,
    show_number,
    slug,
    write_number,
)

HARSH = ("ogiltig", "felaktig", "vänligen", "tyvärr", "error")
finite = st.floats(allow_nan=False, allow_infinity=False)
sane = st.floats(min_value=-1e15, max_value=1e15)


def refusal(text: str) -> str:
    with pytest.raises(NotANumber) as refused:
        parse_number(text)
    return str(refused.value)


@given(finite)
def test_every_number_that_fits_a_field_is_read_back_exactly_as_it_was(x: float) -> None:
    written = write_number(x)
    assume(len(written) <= LONGEST)
    assert parse_number(written) == x


@given(sane)
def test_a_number_is_written_with_swedish_signs_only(x: float) -> None:
    assert not set(write_number(x)) - set(f"0123456789,{NBSP}{MINUS}")


@given(
    st.integers(0, 10**12), st.integers(0, 99), st.sampled_from("+-−–"), st.sampled_from(["", " ", NBSP, "\u202f", "\u2009"])
)  # fmt: skip
def test_every_common_way_to_write_an_amount_is_read_as_that_amount(
    whole: int, cents: int, sign: str, space: str
) -> None:
    grouped = f"{whole:,}".replace(",", space)
    expected = float(Decimal(whole) + Decimal(cents) / 100)
    for text in (f"{grouped},{cents:02}", f" {grouped},{cents:02} ", f"{whole}.{cents:02}"):
        assert parse_number(text) == expected
        assert parse_number(sign + text.strip()) == (expected if sign == "+" else -expected)
    if whole >= 1000:
        assert parse_number(f"{whole:,}".replace(",", ".") + f",{cents:02}") == expected


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [("65 %", "%", 65.0), ("65%", "%", 65.0), ("1 250 kr", "kr", 1250.0), ("359 KR/h", "kr/h", 359.0), ("8 min", "min", 8.0),
     ("1.234,50 kr", "kr", 1234.5), ("1.234.567", "", 1234567.0), ("0.123", "", 0.123), ("1234.5", "", 1234.5), ("12,345", "", 12.345),
     ("−0", "", 0.0), ("007", "", 7.0)],
)  # fmt: skip
def test_a_number_may_carry_its_own_unit_and_its_own_points(text: str, unit: str, expected: float) -> None:
    assert parse_number(text, unit) == expected


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["", "-", "−"]))
def test_a_point_that_can_be_read_in_two_ways_is_answered_with_both_readings(a: int, b: int, sign: str) -> None:
    said = refusal(f"{sign}{a}.{b:03}")
    shown = sign.replace("−", "-")
    for reading in (f"{shown}{a}{b:03}", f"{shown}{a},{b:03}"):
        assert reading in said
        parse_number(reading)


@pytest.mark.parametrize("text", [
    "", " ", "x", "tolv", "1e400", "1e5", "9" * 10_000, "١٢", "१२", "1²", "½", "NaN", "inf", "0x1f", "1,2,3", "1.2.3", "1..2", ",5", "5,",
    "1,234.5", "1.23,4", "--5", "5-", "=1+1", "1_000", "1 kr 2", "<b>1</b>", "1\n2", "\x00", "12 %", "1.234.56", "0.123.456",
])  # fmt: skip
def test_what_is_not_one_number_is_refused_with_a_sentence(text: str) -> None:
    assert refusal(text).endswith(".")


@given(st.text(max_size=80))
def test_no_refusal_is_harsh_and_every_one_says_what_to_do(text: str) -> None:
    try:
        parse_number(text)
    except NotANumber as refused:
        said = str(refused)
        assert said.endswith(".")
        assert "Skriv" in said
        assert not any(word in said.lower() for word in HARSH)


@pytest.mark.parametrize(
    ("x", "shown"),
    [(0, "0"), (-0.0, "0"), (1.54, "1,54"), (0.1 + 0.2, "0,3"), (99.999, "100"), (1234.4, "1 234"), (12000, "12 000"), (-1500.6, "−1 501"),
     (1e6, "1 000 000"), (0.004, "0,004"), (0.5, "0,5"), (1.999, "2"), (1e-9, "under 0,0001")],
)  # fmt: skip
def test_a_number_is_shown_as_a_swedish_reader_expects(x: float, shown: str) -> None:
    assert show_number(x).replace(NBSP, " ") == shown


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_a_shown_number_is_the_number_rounded(x: float, decimals: int) -> None:
    back = Decimal(show_number(x, decimals).replace(NBSP, "").replace(MINUS, "-").replace(",", "."))
    assert abs(back - Decimal(x)) <= Decimal(5).scaleb(-decimals - 1) * (1 + Decimal("1e-9"))


@given(finite)
def test_every_number_can_be_shown(x: float) -> None:
    assert 0 < len(show_number(x)) < 40


def test_a_fraction_is_shown_as_per_cent_and_a_factor_without_its_sign() -> None:
    assert amount(0.65, "%") == f"65{NBSP}%"
    assert amount(1.54, "×") == "1,54"
    assert amount(1234.5, "kr", 2) == f"1{NBSP}234,50{NBSP}kr"


def test_words_are_joined_as_in_speech() -> None:
    assert [listed(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a och b", "a, b och c"]
    assert counted(1, "sak", "saker") == f"1{NBSP}sak"
    assert counted(1200, "sak", "saker") == f"1{NBSP}200{NBSP}saker"
    assert [lowered(w) for w in ("Medellön", "CO2-utsläpp", "X")] == ["medellön", "CO2-utsläpp", "X"]


def test_a_name_becomes_letters_that_every_system_can_hold() -> None:
    assert slug("Åtgärder: ”1/2” för Ærø & café\n") == "atgarder-1-2-for-aro-cafe"
    assert slug("…") == ""
    assert slug("ord " * 40) == "ord-" * 14 + "ord"
