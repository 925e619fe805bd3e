"""The first mention of a term on a page leads to its entry in the glossary, without the writer having to think of it."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from macros.glossary import PAGE, Term, terms
from macros.words import address

PRIORITY = 2  # after 8, where links get their class, and before 0, where MkDocs works out their addresses
RAW = f"{STX}wzxhzdk:"  # where Python-Markdown keeps HTML of the writer's own, which may be a link
NOT_PROSE = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


class FirstMention(Extension):
    """For Markdown pages that MkDocs builds."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(Linker(md), "first_mention", PRIORITY)


class Linker(Treeprocessor):
    """Prose only: what has a class is a box, a card or a form, and its words stay as they are."""

    def run(self, root: Element) -> None:
        mkdocs: Any = self.md.treeprocessors["relpath"]
        page = mkdocs.file.src_uri
        if page != PAGE:
            _Page(page, root).link(root)


class _Page:
    def __init__(self, page: str, root: Element) -> None:
        self.glossary = address(PAGE, page)
        self.words = {form.lower(): term for term in terms() if not term.vardag for form in term.forms}
        longest_first = "|".join(map(re.escape, sorted(self.words, key=len, reverse=True)))
        self.pattern = re.compile(rf"(?<![\w-])({longest_first})(?![\w-])", re.IGNORECASE)
        self.linked = {a.get("href", "").partition("#")[2] for a in root.iter("a") if a.get("class") == "nk-term"}

    def link(self, parent: Element) -> None:
        """Every first mention in the element and below it."""
        parent.text, children = self._links(parent.text or "")
        for child in list(parent):
            if child.tag not in NOT_PROSE and not child.get("class"):
                self.link(child)
            child.tail, links = self._links(child.tail or "")
            children += [child, *links]
        parent[:] = children

    def _links(self, text: str) -> tuple[str, list[Element]]:
        """The text before the first link, and the links, each with the text after it as its tail."""
        links: list[Element] = []
        before, at = text, 0
        if RAW in text:
            return before, links
        for start, end, term in self._mentions(text):
            if links:
                links[-1].tail = text[at:start]
            else:
                before = text[:start]
            links.append(self._link(term, text[start:end]))
            at = end
        if links:
            links[-1].tail = text[at:]
        return before, links

    def _mentions(self, text: str) -> Iterator[tuple[int, int, Term]]:
        for found in self.pattern.finditer(text):
            term = self.words[found[0].lower()]
            if term.id not in self.linked:
                self.linked.add(term.id)
                yield found.start(), found.end(), term

    def _link(self, term: Term, word: str) -> Element:
        link = Element("a", {"href": f"{self.glossary}#{term.id}", "class": "nk-term"})
        link.text = word
        return link
