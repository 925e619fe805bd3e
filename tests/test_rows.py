"""Rows: what is added, removed, moved or copied is that row and no other, and the reader is led to the right place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.registry import calculator
from calculators.rows import MOST_ROWS, RowError, add, closed_up, count, duplicate, move, remove

KALKYL = calculator("nyttokalkyl")


def flat_of(names: list[str]) -> dict[str, str]:
    """A row with a nested one for each name, between texts that are no rows."""
    rows = {
        f"nyttor.{n}.{key}": f"{name}{key}" for n, name in enumerate(names) for key in ("id", "namn", "termer.0.delare")
    }
    return {"namn": "x", **rows, "ranta": "3"}


def names_of(flat: dict[str, str]) -> list[str]:
    assert {k for k in flat if not k.startswith("nyttor.")} == {"namn", "ranta"}
    found = [flat[f"nyttor.{n}.namn"].removesuffix("namn") for n in range(count(flat, "nyttor"))]
    assert all(flat[f"nyttor.{n}.termer.0.delare"] == f"{name}termer.0.delare" for n, name in enumerate(found))
    return found


names = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=12, unique=True)


@given(names, st.data())
def test_removing_a_row_leaves_the_others_in_order_and_leads_to_a_neighbour(given: list[str], data: Any) -> None:
    n = data.draw(st.integers(0, len(given) - 1))
    flat, focus = remove(KALKYL, flat_of(given), f"nyttor.{n}")
    assert names_of(flat) == given[:n] + given[n + 1 :]
    assert focus == (f"nyttor.{min(n, len(given) - 2)}" if len(given) > 1 else "nyttor--add")


@given(names, st.data())
def test_moving_a_row_changes_places_with_its_neighbour_and_back_again(given: list[str], data: Any) -> None:
    n = data.draw(st.integers(0, len(given) - 1))
    start = flat_of(given)
    if n + 1 == len(given):
        with pytest.raises(RowError):
            move(KALKYL, start, f"nyttor.{n}", step=1)
        return
    flat, focus = move(KALKYL, start, f"nyttor.{n}", step=1)
    assert names_of(flat) == [*given[:n], given[n + 1], given[n], *given[n + 2 :]]
    assert focus == f"nyttor.{n + 1}--down"
    assert move(KALKYL, flat, f"nyttor.{n + 1}", step=-1)[0] == start


@given(names, st.data())
def test_a_copy_stands_below_with_an_id_of_its_own(given: list[str], data: Any) -> None:
    n = data.draw(st.integers(0, len(given) - 1))
    flat, focus = duplicate(KALKYL, flat_of(given), f"nyttor.{n}")
    assert names_of(flat) == given[: n + 1] + given[n:]
    assert focus == f"nyttor.{n + 1}"
    ids = [flat[f"nyttor.{m}.id"] for m in range(len(given) + 1)]
    assert len(set(ids)) == len(ids)


def test_a_new_row_comes_last_with_a_free_id() -> None:
    flat, focus = add(KALKYL, {"nyttor.0.id": "N2", "kostnader.0.id": "N1"}, "nyttor")
    assert (flat["nyttor.1.id"], focus) == ("N3", "nyttor.1")


def test_the_last_factor_takes_its_empty_term_with_it() -> None:
    flat = {
        "nyttor.0.id": "N1",
        "nyttor.0.termer.0.faktorer.0.troligt": "",
        "nyttor.0.termer.1.faktorer.0.troligt": "7",
    }
    kept, focus = remove(KALKYL, flat, "nyttor.0.termer.0.faktorer.0")
    assert kept == {"nyttor.0.id": "N1", "nyttor.0.termer.0.faktorer.0.troligt": "7"}
    assert focus == "nyttor.0.termer.0"
    assert remove(KALKYL, kept, "nyttor.0.termer.0.faktorer.0") == ({"nyttor.0.id": "N1"}, "nyttor.0.termer--add")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nyttor",
        "nyttor.1",
        "nyttor.-1",
        "nyttor.x",
        "nyttor.0.termer.9",
        "finns_inte.0",
        "nyttor.0 ",
        ".0",
        "nyttor.00000",
    ],
)
@pytest.mark.parametrize("edit", [remove, duplicate])
def test_a_path_that_leads_nowhere_is_refused(edit: Any, path: str) -> None:
    with pytest.raises(RowError):
        edit(KALKYL, flat_of(["a"]), path)


def test_rows_do_not_grow_without_end() -> None:
    full = {f"perspektiv.{n}": "x" for n in range(MOST_ROWS)}
    for edit, path in ((add, "perspektiv"), (duplicate, "perspektiv.0")):
        with pytest.raises(RowError):
            edit(KALKYL, full, path)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                f"nyttor.{a}.{r}"
                for a in (0, 1, 7, "07")
                for r in ("namn", "termer.3.delare", "termer.5.delare", "faktor.ar.4")
            ]
        ),
        st.text(max_size=2),
    )
)
def test_gaps_close_without_losing_a_text_and_years_keep_their_numbers(flat: dict[str, str]) -> None:
    closed = closed_up(flat)
    assert sorted(closed.values()) == sorted(flat.values())
    assert sorted({int(k.split(".")[1]) for k in closed}) == list(range(len({k.split(".")[1] for k in closed})))
    assert all(k.endswith(".ar.4") for k in closed if ".ar." in k)
    assert closed_up(closed) == closed


def test_a_calculator_that_says_nothing_of_new_rows_gets_the_empty_row_of_its_declaration() -> None:
    calc = calculator("diskontering")
    flat, focus = add(calc, {"varden.0": "5"}, "varden")
    assert (flat, focus) == ({"varden.0": "5", "varden.1": ""}, "varden.1")
    for path in ("ranta", "kategori", "finns_inte"):
        with pytest.raises(RowError):
            add(calc, {}, path)
