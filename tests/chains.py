"""Chains for tests: small ones as lines, and any chain at all from hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from calculators.chain.graph import Effektkedja, Lada, Lapp, Pil
from calculators.chain.kinds import KATEGORIER, SAKERHET, SLAG, TYPER
from calculators.chain.outline import read_lines
from calculators.chain.plain import one_line
from tests.scattered import scattered


def lines(text: str) -> Effektkedja:
    """A chain written as indented lines."""
    return read_lines(text)


def any_scattered(most: int) -> st.SearchStrategy[Effektkedja]:
    return st.builds(scattered, st.integers(0, 10_000_000), st.integers(0, most))


texts = st.text(st.characters(codec="utf-8"), max_size=60).map(one_line)


@st.composite
def written(draw: st.DrawFn, most: int = 8) -> Effektkedja:
    """A chain with every field filled in with any text that a file may hold."""

    def choice(options: Any) -> Any:
        return draw(st.sampled_from(["", *options]))

    lador = tuple(
        Lada(
            f"l{n}", draw(st.sampled_from(list(TYPER))), draw(texts), draw(texts), choice(KATEGORIER),
            draw(st.sampled_from([None, True, False])), indikator=draw(texts), ansvarig=draw(texts),
            notering=draw(texts), ovrigt=draw(st.dictionaries(st.just("eget"), st.integers())),
        )
        for n in range(draw(st.integers(0, most)))
    )  # fmt: skip
    ids = [lada.id for lada in lador]
    ends = (
        draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(list(SLAG))), unique=True))
        if ids
        else []
    )
    pilar = tuple(
        Pil(f"p{n}", a, b, slag, draw(texts), choice(SAKERHET), draw(texts))
        for n, (a, b, slag) in enumerate(ends)
        if a != b
    )
    lappar = tuple(Lapp(f"l{n}", draw(texts), draw(texts)) for n in range(draw(st.integers(0, 3))))
    return Effektkedja(
        draw(texts),
        lador,
        pilar,
        lappar=lappar,
        exempel=draw(st.booleans()),
        ovrigt=draw(st.dictionaries(st.just("rost"), st.integers())),
    )
