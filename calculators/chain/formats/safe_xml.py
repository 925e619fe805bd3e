"""XML from outside: refused with a sentence when it defines entities, nests deep or is far too big."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.fault import Fault, Rejected

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 20_000_000  # characters
DEEPEST, MOST = 100, 200_000  # levels, elements


def parsed(text: str) -> Element:
    """The root of an XML text. Raises Rejected."""
    from xml.etree import ElementTree  # heavy, and only files need it

    if len(text) > LARGEST:
        raise refused("Filen är större än en effektkedja kan vara. Välj en annan fil.")
    parser = ElementTree.XMLParser(target=_Careful(ElementTree.TreeBuilder()))
    try:
        parser.feed(text.removeprefix("\ufeff"))
        root: Element = parser.close()
    except (ElementTree.ParseError, ValueError):
        raise refused("Filen är inte hel. Spara den på nytt och försök igen.") from None
    return root


def refused(sentence: str) -> Rejected:
    return Rejected([Fault("E_FORMAT", "", sentence)])


class _Careful:
    """Builds the tree and stops at what no drawing needs."""

    def __init__(self, tree: Any):
        self.tree, self.depth, self.seen = tree, 0, 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Called before any entity is read, so nothing is ever unfolded."""
        raise refused("Filen innehåller en dokumenttyp, som vi inte öppnar. Spara den på nytt från ritverktyget.")

    def start(self, tag: str, attributes: dict[str, str]) -> Any:
        self.depth += 1
        self.seen += 1
        if self.depth > DEEPEST or self.seen > MOST:
            raise refused("Filen har fler delar än en effektkedja kan ha. Välj en annan fil.")
        return self.tree.start(tag, attributes)

    def end(self, tag: str) -> Any:
        self.depth -= 1
        return self.tree.end(tag)

    def data(self, text: str) -> Any:
        return self.tree.data(text)

    def close(self) -> Any:
        return self.tree.close()
