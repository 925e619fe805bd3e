"""The film library as a page: every film, and the choice of step and theme."""

from macros import sources
from macros.choice import Choice
from macros.films import THEMES, films
from macros.markup import render
from macros.words import address, known, rows


def library(page: str) -> str:
    """All films, with the choice of step and theme, as a part of `page`."""
    for film in films():
        if film.samling:
            known(film.samling, list(sources.every()), "source")
    steps = {row["steg"]: row for row in rows("metod/steg.toml")}
    choice = Choice(
        [
            ("Steg", {n: f"{n}. {steps[n]['namn']}" for n in sorted({n for film in films() for n in film.steg})}),
            ("Tema", {name: label for name, label in THEMES.items() if any(name in film.tema for film in films())}),
        ],
        [(film.steg or tuple(steps), film.tema) for film in films()],
    )
    return render(
        "filmer.md",
        films=list(zip(films(), choice.marks, strict=True)),
        choice=choice,
        steps=steps,
        link=sources.link,
        address=lambda target: address(target, page),
    )
