"""A reader's page: the built element as a tree, and what the worker's replies and her typing do to it."""

from __future__ import annotations

import dataclasses as dc
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from calculators.browser import OPEN, forget, handle
from calculators.views.page import render

VOID = {"input", "br", "hr", "img", "meta", "link"}


@dc.dataclass
class Node:
    tag: str
    attributes: dict[str, str | None]
    children: list[Node | str] = dc.field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class Reader(HTMLParser):
    """A tree of nodes; a tag that closes what is not open is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("root", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in <{tag}>"
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.open[-1].children.append(data)


def parsed(html: str) -> Node:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is never closed"
    return reader.open[0]


class Page:
    """One calculator's element, from built page to whatever has been done to it."""

    def __init__(self, id: str, fragment: str = "", document: str | None = None) -> None:
        forget()
        self.id = id
        self.tree = parsed(render(id))
        self.said: list[str] = []
        self.reply = self.send({"do": "open", "fragment": fragment, "document": document, "id": id, "newId": "ny"})

    def send(self, *events: dict[str, Any]) -> dict[str, Any]:
        """What the worker answers, with its slots put in their places."""
        self.reply = json.loads(handle(json.dumps({"calculator": self.id, "events": events})))
        for at, html in self.reply["slots"].items():
            found = self.element(at)
            assert found is not None, f"a reply for {at}, which is not on the page"
            found.children = parsed(html).children
        if self.reply["say"]:
            self.said.append(self.reply["say"])
        return self.reply

    def saved(self) -> str:
        """The document as the page would save it."""
        return str(next(iter(self.send({"do": "save"})["keep"].values()))["document"])

    def type(self, key: str, value: str) -> None:
        """She writes in a field; the page holds what she wrote before the worker knows."""
        field = self.fields[key]
        if field.attributes.get("type") == "checkbox":  # whatever she does, it is ticked or not
            value = "" if "checked" in field.attributes else "ja"
            field.attributes.pop("checked", None) if not value else field.attributes.update(checked=None)
        elif field.tag == "input":
            field.attributes["value"] = value
        elif field.tag == "textarea":
            field.children = [value] if value.strip() else []
        for option in field.walk():
            if option.tag == "option":
                option.attributes.pop("selected", None)
                if option.attributes["value"] == value:
                    option.attributes["selected"] = None
        self.send({"do": "input", "key": key, "value": value})

    def element(self, id: str) -> Node | None:
        return next((n for n in self.tree.walk() if n.attributes.get("id") == id), None)

    @property
    def fields(self) -> dict[str, Node]:
        named = (n for n in self.tree.walk() if n.tag in ("input", "select", "textarea"))
        return {str(n.attributes["name"]): n for n in named if n.attributes.get("name")}

    @property
    def shown(self) -> dict[str, str]:
        return {str(n.attributes["name"]): n.text for n in self.tree.walk() if n.tag == "output"}

    @property
    def flat(self) -> dict[str, str]:
        return dict(OPEN[self.id].session.state.flat)

    def stale(self) -> str | None:
        """Where the page differs from one of the same state that is drawn from scratch; None when it does not."""
        if self.reply["pending"]:  # she pauses, and what takes longer is drawn
            self.send({"do": "settle"})
        return difference(stripped(self.tree), stripped(self.fresh()))

    def fresh(self) -> Node:
        from calculators.views.environment import render as drawn_as
        from calculators.views.form import form_html
        from calculators.views.page import PAGE_PARTS, drawn
        from calculators.views.view import seen

        place = OPEN[self.id]
        view = seen(place.session, place.desk)
        page = drawn(view)
        form = form_html(view, page.notes, page.slots)
        return parsed(drawn_as("element.html", view=view, parts=page.slots, form=form, page_parts=PAGE_PARTS))


def ids(tree: Node) -> list[str]:
    return [str(n.attributes["id"]) for n in tree.walk() if "id" in n.attributes]


def stripped(node: Node) -> Any:
    """The tree as she sees it: without what she herself opens and shuts; the first option is chosen when none is."""
    kept = {k: v for k, v in node.attributes.items() if k != "open"}
    children = [c.strip() if isinstance(c, str) else stripped(c) for c in node.children]
    if node.tag == "select" and children and not any("selected" in attributes for _, attributes, _ in children):
        children[0][1]["selected"] = None
    return node.tag, kept, children


def difference(one: Any, other: Any) -> str | None:
    """The first place where two stripped trees differ; None when they are the same."""
    if one == other:
        return None
    if isinstance(one, str) or isinstance(other, str) or one[:2] != other[:2] or len(one[2]) != len(other[2]):
        return f"{str(one)[:300]}\nis not\n{str(other)[:300]}"
    return next(found for a, b in zip(one[2], other[2], strict=True) if (found := difference(a, b)))
