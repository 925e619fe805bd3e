"""The glossary: one entry a term, links to it from any form of the word, and the words to avoid."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from macros.markup import render
from macros.words import address, known, rows

PAGE, FILE = "ordlista.md", "ordlista.toml"
ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the method. `former` are its other forms; `se` are ids of other terms; `sida` is a path under docs.

    `vardag`: everybody knows the word, so its first mention on a page is no link."""

    id: str
    ord: str
    betyder: str
    former: tuple[str, ...] = ()
    exempel: str = ""
    heter: tuple[str, ...] = ()
    undvik: tuple[str, ...] = ()
    se: tuple[str, ...] = ()
    sida: str = ""
    vardag: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the word, the one in the list first."""
        return (self.ord, *self.former)

    @property
    def title(self) -> str:
        """With a capital letter, as a heading."""
        return self.ord[0].upper() + self.ord[1:]


@cache
def terms() -> tuple[Term, ...]:
    """Every term in Swedish alphabetical order. Raises ValueError for a form that belongs to two of them."""
    found = sorted((Term(**row) for row in rows(FILE)), key=lambda term: _alphabetical(term.ord))
    forms = [form.lower() for term in found for form in term.forms]
    if twice := {form for form in forms if forms.count(form) > 1}:
        raise ValueError(f"{FILE}: these forms belong to two terms: {', '.join(sorted(twice))}")
    for term in found:
        for id in term.se:
            known(id, [other.id for other in found], "term")
    return tuple(found)


def _alphabetical(word: str) -> list[int]:
    return [ALPHABET.find(letter) for letter in word.lower()]


def link(word: str, page: str) -> str:
    """`word`, any form of a term, as a link from `page` to its entry."""
    by_form = {form.lower(): term for term in terms() for form in term.forms}
    known(word.lower(), list(by_form), "term")
    return f"[{word}]({address(PAGE, page)}#{by_form[word.lower()].id}){{ .nk-term }}"


def entries(page: str) -> str:
    """The whole glossary, letter by letter."""
    letters = [(letter.upper(), list(found)) for letter, found in groupby(terms(), lambda term: term.ord[0].lower())]
    names = {term.id: term.ord for term in terms()}
    return render("ordlista.md", letters=letters, names=names, address=lambda target: address(target, page))


def avoided() -> str:
    """Words to avoid, each with the word to use in its place."""
    pairs = sorted(_avoided(), key=lambda pair: _alphabetical(pair[0]))
    return render("undvik.md", pairs=pairs)


def _avoided() -> Iterator[tuple[str, Term]]:
    for term in terms():
        for word in term.undvik:
            yield word, term
