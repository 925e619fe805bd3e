"""What a template is made of, as read from its page: headings, text, lists, fields, boxes to tick, tables and slips."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import html


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is a section, 2 a part of it. `new_page` when it begins one: the first in a <div class="nk-ny-sida">."""

    level: int
    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    words: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the speaker says beside a slide."""

    words: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `numbered` or with bullets."""

    words: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Boxes with arrows between them: each a name and what to write in it."""

    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A label, maybe with help, and room for `lines` lines."""

    label: str
    help: str
    lines: int


@dataclass(frozen=True, slots=True)
class Ticks:
    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`named` when the first cell of each row is its heading."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Slips:
    """`count` slips to cut apart, each with the same prompts."""

    count: int
    prompts: tuple[str, ...]


Part = Heading | Text | Spoken | Items | Chain | Field | Ticks | Table | Slips


def parts(page: str, id: str) -> list[Part]:
    """The parts of <div class="nk-mall" data-mall="id"> on a built page, in order."""
    (form,) = html.fromstring(page).xpath("//div[@data-mall=$id]", id=id)
    return list(_inside(form))


def _inside(element: Any) -> Iterator[Part]:
    for child in element:
        yield from _part(child)


def _part(element: Any) -> Iterator[Part]:
    classes = (element.get("class") or "").split()
    if element.tag in ("h3", "h4"):
        yield Heading(int(element.tag[1]) - 2, _words(element))
    elif element.tag == "p":
        yield Text(_words(element))
    elif element.tag == "blockquote":
        yield Spoken(_words(element))
    elif element.tag in ("ul", "ol"):
        yield Items(tuple(map(_words, element)), element.tag == "ol")
    elif "nk-kedja" in classes:
        yield Chain(tuple(map(_words, element.find("ol"))))
    elif "nk-falt" in classes:
        label, help = element.find("p").text or "", element.find("p/span")
        yield Field(label.strip(), _words(help) if help is not None else "", int(element.get("data-rader")))
    elif "nk-kryss" in classes:
        yield Ticks(_words(element.find("p")), tuple(map(_words, element.find("ul"))))
    elif "nk-lappar" in classes:
        yield Slips(len(element), tuple(map(_words, element[0])))
    elif element.tag == "table":
        yield _table(element)
    elif "nk-ny-sida" in classes:
        first, *others = _inside(element)
        yield from (replace(first, new_page=True) if isinstance(first, Heading) else first, *others)
    elif element.tag == "div":
        yield from _inside(element)
    else:
        raise ValueError(f"a template can't hold <{element.tag}>: {_words(element)!r}")


def _table(element: Any) -> Table:
    rows = [tuple(map(_words, row)) for row in element.xpath("./tbody/tr")]
    named = bool(element.xpath("./tbody/tr/th"))
    return Table(_words(element.find("caption")), tuple(map(_words, element.xpath("./thead/tr/th"))), tuple(rows), named)


def _words(element: Any) -> str:
    """The text without the link that the theme puts after headings."""
    for link in element.xpath(".//a[@class='headerlink']"):
        link.drop_tree()
    return " ".join(element.text_content().split(" ")).strip()
