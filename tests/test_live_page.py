"""The live page: never breaks, shows what a page drawn from scratch would show, and can always be undone and reopened."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from calculators.browser import OPEN, handle
from calculators.link import LONG
from calculators.registry import calculator
from calculators.registry import ids as calculator_ids
from calculators.views.bench import DELAR
from calculators.wire.tree import tree_of
from tests.page import Page, ids

DOCS = Path(__file__).parent.parent / "docs"
TEXTS = [
    "",
    "0",
    "12",
    "12,5",
    "−5",
    "1.234",
    "x",
    "65 %",
    "2027",
    "15",
    "25",
    "egen",
    "engang",
    "t1",
    "N1",
    "A",
    "<script>x</script>",
    "\"'>&",
]
typed = st.sampled_from(TEXTS) | st.text(max_size=6)


class Reader(RuleBasedStateMachine):
    """Somebody at the page who does anything that the page lets her do."""

    calculator = "nyttokalkyl"

    def __init__(self) -> None:
        super().__init__()
        self.page = Page(self.calculator)
        self.start = self.page.flat

    def buttons(self, *does: str) -> list[dict[str, Any]]:
        found = [
            n.attributes
            for n in self.page.tree.walk()
            if n.attributes.get("data-do") in does and "disabled" not in n.attributes
        ]
        return [{"do": a["data-do"], "path": a.get("data-path"), "value": a.get("data-value")} for a in found]

    @rule(data=st.data(), value=typed)
    def types(self, data: st.DataObject, value: str) -> None:
        written = [key for key, field in self.page.fields.items() if field.tag == "input"]
        if written:
            self.page.type(data.draw(st.sampled_from(sorted(written))), value)

    @rule(data=st.data())
    def picks(self, data: st.DataObject) -> None:
        lists = {k: f for k, f in self.page.fields.items() if f.tag == "select"}
        if lists:
            key = data.draw(st.sampled_from(sorted(lists)))
            options = [str(n.attributes["value"]) for n in lists[key].walk() if n.tag == "option"]
            self.page.type(key, data.draw(st.sampled_from(options)))

    @rule(data=st.data())
    def changes_rows(self, data: st.DataObject) -> None:
        buttons = self.buttons("add", "remove", "up", "down", "copy")
        if buttons:
            self.page.send(data.draw(st.sampled_from(buttons)))
            focus = self.page.reply["focus"]
            assert focus is None or focus in ids(self.page.tree), f"focus to {focus}, which is not on the page"

    @rule(data=st.data())
    def asks_for_help_with_an_answer(self, data: st.DataObject) -> None:
        buttons = self.buttons("unknown", "use_wage", "contribute", "clear_example")
        if buttons:
            self.page.send(data.draw(st.sampled_from(buttons)))

    @rule(data=st.data())
    def starts_over(self, data: st.DataObject) -> None:
        self.page.send(data.draw(st.sampled_from(self.buttons("example", "empty"))))

    @rule(do=st.sampled_from(["undo", "redo", "undo", "link"]))
    def uses_the_tools(self, do: str) -> None:
        self.page.send({"do": do, "address": "https://exempel.test/"})

    @invariant()
    def the_page_is_as_if_drawn_from_scratch(self) -> None:
        assert self.page.stale() is None

    @invariant()
    def every_id_is_alone_and_every_reference_leads_somewhere(self) -> None:
        found = ids(self.page.tree)
        assert len(set(found)) == len(found)
        for node in self.page.tree.walk():
            for name in ("for", "aria-describedby", "aria-labelledby"):
                assert set(str(node.attributes.get(name, "")).split()) <= set(found), (node.tag, node.attributes)
            if (href := node.attributes.get("href")) is not None:
                assert leads_somewhere(href) or href.removeprefix("#") in found, f"{href} leads nowhere"

    @invariant()
    def nothing_that_she_writes_becomes_markup(self) -> None:
        tags = {n.tag for n in self.page.tree.walk()}
        assert not tags & {"script", "img", "iframe", "x"}

    def teardown(self) -> None:
        saved, state = self.page.saved(), self.page.flat
        again = Page(self.calculator, document=saved)
        assert as_read(self.calculator, again.flat) == as_read(self.calculator, state)
        assert again.stale() is None


def leads_somewhere(href: str) -> bool:
    """Whether the address, seen from a calculator's page, is a page of the site; of another calculator also a part of it."""
    page, _, part = href.partition("#")
    known = not part or part in {f"nyttokalkyl--del-{name}" for name in DELAR}
    return known and (DOCS / "kalkylatorer" / "x" / page).with_suffix(".md").resolve().is_file()


def as_read(id: str, flat: dict[str, str]) -> Any:
    """What the texts say, whatever way a number was written in."""
    return tree_of(calculator(id).inputs, flat)


class Undoer(RuleBasedStateMachine):
    """Events that no page would send, too; and then somebody wants everything back."""

    def __init__(self) -> None:
        super().__init__()
        self.start = Page("nyttokalkyl").flat

    def send(self, **event: str) -> dict[str, Any]:
        reply: dict[str, Any] = json.loads(handle(json.dumps({"calculator": "nyttokalkyl", "events": [event]})))
        assert set(reply) >= {"slots", "say"}
        return reply

    @property
    def flat(self) -> dict[str, str]:
        return dict(OPEN["nyttokalkyl"].session.state.flat)

    @rule(
        do=st.sampled_from(
            ["input", "input", "add", "remove", "up", "down", "copy", "example", "empty", "undo", "redo", "x"]
        ),
        key=st.sampled_from(sorted(Page("nyttokalkyl").flat)) | st.text(max_size=5),
        value=typed | st.just("\ud800"),
        cut=st.integers(0, 4),
    )
    def does_something(self, do: str, key: str, value: str, cut: int) -> None:
        self.send(do=do, key=key, value=value, path=".".join(key.split(".")[: cut or None]))

    def teardown(self) -> None:
        last, times = self.flat, 0
        while (self.send(do="undo")["say"] or "").startswith("Ångrat."):
            times += 1
        assert self.flat == self.start
        for _ in range(times):
            self.send(do="redo")
        assert self.flat == last


def short(machine: type[RuleBasedStateMachine], share: int = 10) -> None:
    """Few and short runs, and no long search for the shortest failure: each step draws a whole page."""
    own = settings()
    fewer = settings(own, max_examples=max(own.max_examples // share, 2), stateful_step_count=12, phases=[Phase.generate])
    run_state_machine_as_test(machine, settings=fewer)


OFTEN = ("nyttokalkyl", "lakemedelsautomater", "personaltid", "poang")  # one of each kind of page


@pytest.mark.slow
def test_whatever_she_does_the_page_shows_what_a_fresh_one_would() -> None:
    for id in calculator_ids():
        short(type(f"Reader of {id}", (Reader,), {"calculator": id}), share=10 if id in OFTEN else 100)


def test_whatever_happened_undo_leads_back_and_redo_forth() -> None:
    short(Undoer)


def test_every_example_can_be_opened_and_left() -> None:
    for id in calculator_ids():
        page = Page(id)
        for example in calculator(id).examples:
            page.send({"do": "example", "value": example.name})
            assert page.shown
            assert page.stale() is None


BESIDE = re.compile(r"^(lagst|hogst|kallor|hamta|lon)\..*")  # what stands beside every figure


@pytest.mark.slow
@pytest.mark.parametrize("id", calculator_ids())
def test_each_kind_of_field_leaves_the_page_as_if_drawn_from_scratch(id: str) -> None:
    page = Page(id)
    kinds = {BESIDE.sub(r"\1.", re.sub(r"[0-9]+", "1", key)): key for key in sorted(page.fields)}
    for key in kinds.values():
        options = (
            [str(n.attributes["value"]) for n in page.fields[key].walk() if n.tag == "option"]
            if key in page.fields
            else []
        )
        for text in options[-1:] if options else ("7",):
            if key in page.fields:
                page.type(key, text)
                assert page.stale() is None, key


def test_a_year_that_repeats_the_last_typed_factor_shows_it() -> None:
    page = Page("nyttokalkyl")
    page.type("horisont", "15")
    page.type("nyttor.0.faktor.ar.5", "0,25")
    assert page.fields["nyttor.0.faktor.ar.14"].attributes["value"] == "0,25"


def test_a_link_too_long_to_send_is_told_and_the_file_is_offered_instead() -> None:
    page = Page("nyttokalkyl")
    assert page.send({"do": "link", "address": "https://exempel.test/"})["link"].startswith("https://exempel.test/#k=")
    words = ["".join(hashlib.sha256(f"{n} {m}".encode()).hexdigest() for m in range(8)) for n in range(40)]  # can't be compressed
    page.send(*({"do": "input", "key": f"perspektiv.{n}", "value": text} for n, text in enumerate(words)))
    reply = page.send({"do": "link", "address": "https://exempel.test/"})
    assert reply["link"] is None
    assert "Spara en fil" in reply["say"]
    told = page.element("nyttokalkyl--verktyg")
    assert told is not None
    assert len(str(page.element("nyttokalkyl--lank").attributes["value"])) > LONG  # type: ignore[union-attr]
    assert "save_file" in [n.attributes.get("data-do") for n in told.walk()]


def test_a_change_of_one_year_leaves_the_others_alone() -> None:
    page = Page("nyttokalkyl")
    for key, value in (("nyttor.0.faktor.typ", "lopande"), ("nyttor.0.faktor.typ", "egen"), ("nyttor.0.faktor.ar.0", "0")):
        page.type(key, value)
    shown = [page.fields[f"nyttor.0.faktor.ar.{n}"].attributes["value"] for n in range(6)]
    assert shown == ["0", "1", "1", "1", "1", "1"]
    page.type("nyttor.0.faktor.typ", "lopande")
    page.type("nyttor.0.faktor.typ", "egen")
    assert page.fields["nyttor.0.faktor.ar.0"].attributes["value"] == "0"  # what she wrote is not written over
