"""A link holds the whole calculation; one that is newer, cut or hostile gives a sentence and the example."""

import base64
import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.link import KEY, LARGEST, UnreadableLink, decode, encode
from calculators.registry import calculator, ids
from calculators.saved import written
from calculators.session import empty_state, example_state, opened
from calculators.wire.flat import declared_keys

WAGE = calculator("timkostnad")
flats = st.dictionaries(st.text(max_size=20), st.text(max_size=30), max_size=20)
documents = st.fixed_dictionaries(
    {"calculator": st.text(max_size=10), "flat": flats}, optional={"origin": st.text(max_size=9)}
)
sound = encode({"version": 2, "calculator": "timkostnad", "kalkyl": {"manadslon": 41800}})


def packed(text: str | bytes, version: str = "1") -> str:
    raw = text if isinstance(text, bytes) else text.encode()
    return f"{KEY}{version}.{base64.urlsafe_b64encode(zlib.compress(raw)).decode().rstrip('=')}"


@given(documents)
def test_any_document_comes_back_from_its_link(document: dict[str, Any]) -> None:
    link = encode(document)
    assert decode(link) == document
    assert encode(decode(link)) == link
    assert link.isascii()
    assert not set(link) & set('#&?%"<> ')


@pytest.mark.parametrize("id", ids())
def test_a_link_to_an_example_fits_in_a_mail_and_opens_as_it_was(id: str) -> None:
    calc = calculator(id)
    for example in calc.examples:
        state = example_state(calc, example.name)
        link = encode(written(calc, state))
        assert len(link) < 4000
        again = opened(calc, link, None).state
        assert written(calc, again) == written(calc, state)


HOSTILE = {
    "cut": sound[:-5], "cut early": sound[:6], "no version": "k=abc", "no body": "k=1.", "not base64": "k=1.%%%", "not zlib": "k=1.YWJj",
    "not JSON": packed("{"), "not text": packed(b"\xff\xfe"), "a list": packed("[]"), "deep": packed("[" * 5000 + "]" * 5000),
    "a bomb": packed("0" * (LARGEST + 1)), "two versions": "k=1.2.x", "minus": "k=-1.x", "other digits": "k=١.x", "nothing": "k=",
    "another calculator": packed('{"calculator": "finns_inte", "flat": {}}'), "no calculator": packed('{"flat": {"manadslon": "1"}}'),
}  # fmt: skip


@pytest.mark.parametrize("fragment", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_broken_link_gives_a_sentence_and_the_example(fragment: str) -> None:
    session = opened(WAGE, fragment, None)
    assert session.says.endswith(".")
    assert session.state == example_state(WAGE)


@given(st.integers(1, len(sound) - 1))
def test_a_link_cut_anywhere_gives_a_sentence_and_the_example(length: int) -> None:
    session = opened(WAGE, sound[:length], None)
    assert session.state == example_state(WAGE)
    assert session.says or "=" not in sound[:length]


@pytest.mark.parametrize("version", ["3", "17", "9" * 5000])
def test_a_link_from_a_newer_page_asks_her_to_reload(version: str) -> None:
    with pytest.raises(UnreadableLink, match="nyare"):
        decode(packed("{}", version))


@given(st.text(max_size=60), st.none() | st.text(max_size=60))
def test_no_fragment_and_no_saved_text_breaks_the_page(fragment: str, saved: str | None) -> None:
    for start in ("", "k=", "k=1.", "manadslon="):
        assert set(opened(WAGE, start + fragment, saved).state.flat) <= set(example_state(WAGE).flat)


strange = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=5), x, max_size=3),
)


@given(strange, strange, st.dictionaries(st.sampled_from(["manadslon", "x", "__class__"]), strange))
def test_only_texts_at_declared_keys_are_let_in(flat: Any, origin: Any, mixed: dict[str, Any]) -> None:
    keys = declared_keys(WAGE.inputs)
    for held in (flat, mixed):
        text = json.dumps({"calculator": "timkostnad", "flat": held, "origin": origin, "own": origin})
        for session in (opened(WAGE, packed(text), None), opened(WAGE, "", text)):
            assert all(keys.fullmatch(k) and isinstance(v, str) for k, v in session.state.flat.items())


def test_named_fields_fill_an_empty_form() -> None:
    session = opened(WAGE, "manadslon=41+800&x=1&paslagsfaktor=1%2C5", None)
    assert session.state.flat == {**empty_state(WAGE).flat, "manadslon": "41 800", "paslagsfaktor": "1,5"}
    assert session.state.origin == ""


def test_a_link_of_the_first_version_opens_for_ever() -> None:
    first = encode_first({"calculator": "timkostnad", "flat": {"manadslon": "41 800"}, "origin": ""})
    session = opened(WAGE, first, None)
    assert session.state.flat["manadslon"] == "41 800"
    assert session.copy


def encode_first(document: dict[str, Any]) -> str:
    """As the first version wrote links."""
    data = base64.urlsafe_b64encode(zlib.compress(json.dumps(document).encode(), 9)).decode().rstrip("=")
    return f"k=1.{data}"


@pytest.mark.parametrize("fragment", [sound[:40], "k=9.abc", "k=2.abc"])
def test_the_page_shows_what_became_of_a_link_until_something_is_changed(fragment: str) -> None:
    session = opened(WAGE, fragment, None)
    assert session.notice == session.says
    assert session.notice.endswith(".")
    session.type("manadslon", "2")
    assert session.notice == ""
